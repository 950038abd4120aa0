import type { ConfigProviderProps } from 'antd'
import type { Language } from './preferences.ts'

type Locale = NonNullable<ConfigProviderProps['locale']>

/** antd's own words, as far as the studio lets antd speak. */
export const antdLocale: { readonly [L in Language]: Locale } = {
  zh: {
    locale: 'zh-cn',
    global: { close: '关闭' },
    Modal: { okText: '确定', cancelText: '取消', justOkText: '知道了' },
    Popconfirm: { okText: '确定', cancelText: '取消' },
    Empty: { description: '没有内容' },
  },
  en: {
    locale: 'en',
    global: { close: 'Close' },
    Modal: { okText: 'OK', cancelText: 'Cancel', justOkText: 'OK' },
    Popconfirm: { okText: 'OK', cancelText: 'Cancel' },
    Empty: { description: 'Nothing here' },
  },
}

import type { Text } from '../api/page.ts'
import { useLanguage } from '../app/i18n.ts'

const reasons: { readonly [code: string]: Text } = {
  'not-an-object': { zh: '这一行不是一位客户。', en: 'This row is no contact.' },
  'invalid-id': {
    zh: 'id 为空、太长或含有控制字符。写 1 到 128 个字符。',
    en: 'The id is empty, too long or holds control characters. Write 1 to 128 characters.',
  },
  'invalid-attribute': {
    zh: '列名太长或含有控制字符。',
    en: 'A column name is too long or holds control characters.',
  },
  'invalid-time-zone': {
    zh: '时区不认识。写成 Asia/Shanghai 这样。',
    en: 'The time zone is unknown. Write one such as Asia/Shanghai.',
  },
  'invalid-tags': {
    zh: '标签太多或太长：最多 1000 个，每个 128 个字符。',
    en: 'Too many or too long tags: at most 1000, of 128 characters each.',
  },
  malformed: {
    zh: '这一行读不懂，检查引号和分隔符。',
    en: 'This row cannot be read. Check its quotes and commas.',
  },
  'too-large': { zh: '这一行太长。', en: 'This row is too long.' },
  'invalid-text': { zh: '含有不能保存的字符。', en: 'It holds characters that cannot be stored.' },
}

interface Rejected {
  readonly code: string
  readonly detail: string
}

/** Why the API refused a row, in the user's language; what it says itself where the code is new. */
export function useRejection(): { both: (row: Rejected) => Text; words: (row: Rejected) => string } {
  const language = useLanguage()
  const both = ({ code, detail }: Rejected): Text => {
    return (Object.hasOwn(reasons, code) ? reasons[code] : undefined) ?? { zh: detail, en: detail }
  }
  return { both, words: (row) => both(row)[language] }
}

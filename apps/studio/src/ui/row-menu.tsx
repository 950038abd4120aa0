import { Button, Dropdown } from 'antd'
import { useText } from '../app/i18n.ts'
import { Icon, type IconName } from '../icons/icon.tsx'
import { uiTexts } from './texts.ts'

/** One thing to do with a row. */
export interface RowAction {
  readonly key: string
  readonly label: string
  readonly icon: IconName
  readonly danger?: boolean
  readonly act: () => void
}

/** What can be done with one row, behind three dots; `of` names the row to screen readers. */
export function RowMenu({ of, actions }: { of: string; actions: readonly RowAction[] }) {
  const t = useText(uiTexts)
  if (actions.length === 0) return null
  const items = actions.map(({ key, label, icon, danger = false }) => ({
    key,
    label,
    danger,
    icon: <Icon name={icon} size={14} />,
  }))
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items,
        onClick: ({ key, domEvent }) => {
          domEvent.stopPropagation()
          actions.find((action) => action.key === key)?.act()
        },
      }}
    >
      <Button
        type="text"
        size="small"
        aria-label={`${t('more')}: ${of}`}
        icon={<Icon name="more" />}
        onClick={(event) => event.stopPropagation()}
      />
    </Dropdown>
  )
}

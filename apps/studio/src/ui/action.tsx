import { Button } from 'antd'
import type { ComponentProps } from 'react'
import { Icon, type IconName } from '../icons/icon.tsx'

type Props = Omit<ComponentProps<typeof Button>, 'icon'> & { readonly icon?: IconName }

/** A button with its icon and its word. */
export function Action({ icon, ...rest }: Props) {
  return <Button {...rest} {...(icon ? { icon: <Icon name={icon} size={14} /> } : {})} />
}

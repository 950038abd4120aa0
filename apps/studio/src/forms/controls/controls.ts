import type { Field } from '@millrace/nodes'
import type { ComponentType } from 'react'
import type { ControlProps } from '../control.ts'
import { ArmsControl } from './arms-control.tsx'
import { CasesControl } from './cases-control.tsx'
import { ConditionField } from './condition-field.tsx'
import { CouponControl } from './coupon-control.tsx'
import { LiquidControl } from './liquid-control.tsx'
import {
  ChannelControl,
  DurationControl,
  EventTypeControl,
  NumberControl,
  TagsControl,
  TextControl,
} from './plain.tsx'
import { TimeSpecControl } from './time-spec-control.tsx'
import { TriggerControl } from './trigger-control.tsx'

/** How a control is laid out: alone under its label, or as a group whose parts show their own faults. */
export interface Control {
  readonly component: ComponentType<ControlProps>
  readonly group?: true
}

/** The component behind each control that a definition can name. */
export const controls: Readonly<Record<Field['control'], Control>> = {
  text: { component: TextControl },
  liquid: { component: LiquidControl },
  number: { component: NumberControl },
  duration: { component: DurationControl },
  'time-spec': { component: TimeSpecControl, group: true },
  'event-type': { component: EventTypeControl },
  condition: { component: ConditionField, group: true },
  cases: { component: CasesControl, group: true },
  arms: { component: ArmsControl, group: true },
  tags: { component: TagsControl },
  coupon: { component: CouponControl },
  channel: { component: ChannelControl },
  trigger: { component: TriggerControl, group: true },
}

import type { Text } from '@millrace/program'

/** How a config key is edited; `control` names a control of the studio, never a component. */
export interface Field {
  readonly control:
    | 'text'
    | 'liquid'
    | 'number'
    | 'duration'
    | 'time-spec'
    | 'event-type'
    | 'condition'
    | 'cases'
    | 'arms'
    | 'tags'
    | 'coupon'
    | 'channel'
    | 'trigger'
  readonly label: Text
  readonly hint?: Text
}

import type { Act, Json, Label, Target } from '@millrace/program'
import type { Lowering } from '../define-node.ts'

/** Makes the instruction that runs a node's effect; settings that are not set are left out of the program. */
export function act(
  at: Lowering<string>,
  {
    config,
    configVersion,
    ports,
    hold,
  }: {
    config: { readonly [key: string]: Json | undefined }
    configVersion: number
    ports: Readonly<Record<string, Target>>
    hold?: Label
  },
): Act {
  const set = Object.entries(config).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  )
  return {
    op: 'act',
    ...at.place,
    configVersion,
    config: Object.fromEntries(set),
    ports,
    ...(hold !== undefined && { hold }),
  }
}

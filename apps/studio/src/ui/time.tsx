import { useLanguage } from '../app/i18n.ts'
import { brief, clock, dayAndTime, moment, type TimeStyle } from './format-time.ts'
import { useNow } from './use-now.ts'

const forms = {
  brief,
  'day-and-time': dayAndTime,
  clock: (at: Date, _now: Date, style: TimeStyle) => clock(at, style),
  seconds: (at: Date, _now: Date, style: TimeStyle) => clock(at, style, true),
} as const

interface Props {
  readonly at: string
  readonly form?: keyof typeof forms
  readonly zone?: string | undefined
}

/** A moment in words, its full form in the tooltip. */
export function Time({ at, form = 'brief', zone }: Props) {
  const style = { language: useLanguage(), zone }
  const now = useNow()
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return <span>{at}</span>
  return (
    <time dateTime={at} title={moment(date, style)}>
      {forms[form](date, now, style)}
    </time>
  )
}

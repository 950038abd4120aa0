import { useState } from 'react'
import type { ContactDetail } from '../api/contacts.ts'
import { useLanguage, useText } from '../app/i18n.ts'
import { useDrawnNodes } from '../drawing/drawn-nodes.ts'
import { Action } from '../ui/action.tsx'
import { Choice } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { day, dayOf, weekday } from '../ui/format-time.ts'
import { Loaded } from '../ui/loaded.tsx'
import { useNow } from '../ui/use-now.ts'
import { contactTexts } from './contact-texts.ts'
import { EnrolmentBlocks } from './enrolment-blocks.tsx'
import { EventRow } from './event-row.tsx'
import { type Happening, mergeTimeline } from './merge-timeline.ts'
import { MessageRow } from './message-row.tsx'
import { StepRow } from './step-row.tsx'
import './timeline.css'
import { useNodeWords } from '../drawing/node-words.ts'
import { useEvents, useMessages, useTraces } from './use-contact.ts'

const views = ['all', 'events', 'messages', 'journeys'] as const
type View = (typeof views)[number]
const kinds = { events: 'event', messages: 'message' } as const

function byDay(
  story: readonly Happening[],
  zone: string | undefined,
): readonly (readonly [string, Happening[]])[] {
  const days = new Map<string, Happening[]>()
  for (const one of story) {
    const key = dayOf(new Date(one.at), zone)
    days.set(key, [...(days.get(key) ?? []), one])
  }
  return [...days]
}

/** What happened to the contact, newest first, by day of its own time zone. */
export function Timeline({ contact }: { contact: ContactDetail }) {
  const t = useText(contactTexts)
  const language = useLanguage()
  const now = useNow()
  const [view, setView] = useState<View>('all')
  const events = useEvents(contact.id)
  const messages = useMessages(contact.id)
  const traces = useTraces(contact.id)
  const words = useNodeWords(useDrawnNodes(traces.map(({ enrolment }) => enrolment.journey)))
  const zone = contact.timeZone ?? undefined
  const versions = new Map(traces.map(({ enrolment }) => [enrolment.id, enrolment.version]))
  const row = (one: Happening) => {
    if (one.kind === 'event') return <EventRow key={one.id} event={one.event} zone={zone} />
    if (one.kind === 'step') return <StepRow key={one.id} {...one} zone={zone} words={words} />
    const { delivery } = one
    const version = versions.get(delivery.enrolment) ?? 0
    const nodeTitle = words.title({ ...delivery, version, kind: 'send-message' })
    return <MessageRow key={one.id} delivery={delivery} zone={zone} nodeTitle={nodeTitle} />
  }
  const list = (all: readonly Happening[]) => {
    const story =
      view === 'events' || view === 'messages' ? all.filter(({ kind }) => kind === kinds[view]) : all
    if (all.length === 0) return <Empty title={t('emptyTimeline')} text={t('emptyTimelineText')} />
    if (story.length === 0) return <p className="tertiary">{t('nothingOfKind')}</p>
    return byDay(story, zone).map(([key, ones]) => {
      const at = new Date(ones[0]?.at ?? key)
      return (
        <section key={key}>
          <h3 className="day">
            {day(at, now, { language, zone })}
            <span>{weekday(at, { language, zone })}</span>
          </h3>
          <ol>{ones.map(row)}</ol>
        </section>
      )
    })
  }
  const goesOn = events.hasNext || messages.hasNext
  return (
    <section className="timeline" aria-label={t('timeline')}>
      <div className="head">
        <h2>{t('timeline')}</h2>
        <span className="tertiary small">{zone ? t('timesIn', { zone }) : null}</span>
        <Choice
          label={t('filter')}
          value={view}
          options={views.map((value) => ({ value, label: t(value) }))}
          onChange={setView}
        />
      </div>
      {view === 'journeys' ? (
        <EnrolmentBlocks traces={traces} zone={zone} words={words} />
      ) : (
        <Loaded query={events} what={t('timeline')}>
          {(known) =>
            list(
              mergeTimeline({
                events: known,
                deliveries: messages.data ?? [],
                traces,
                cut: { events: events.hasNext, deliveries: messages.hasNext },
              }),
            )
          }
        </Loaded>
      )}
      {goesOn && view !== 'journeys' ? (
        <div className="table-foot">
          <Action
            size="small"
            loading={events.fetching || messages.fetching}
            onClick={() => {
              if (events.hasNext) events.fetchNext()
              if (messages.hasNext) messages.fetchNext()
            }}
          >
            {t('earlier')}
          </Action>
        </div>
      ) : null}
    </section>
  )
}

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js'
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker'
import { DeterminismViolationError } from '@temporalio/workflow'
import { beforeAll, describe, expect, it } from 'vitest'
import { workflowBundle } from '../../apps/worker/src/bundle.ts'
import { scenarios } from './support/scenarios.ts'

const FOLDER = join(import.meta.dirname, '../histories')

interface RecordedHistory {
  readonly events: { eventId: string; eventTime: string; taskId: string; eventType: string }[]
}

let bundle: { code: string }
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'OFF' } } })
  bundle = await workflowBundle()
})

async function recorded(name: string): Promise<RecordedHistory> {
  return JSON.parse(await readFile(join(FOLDER, `${name}.json`), 'utf8'))
}

/** The error of replaying a history against today's workflow, if any. */
async function replay(name: string, history: RecordedHistory): Promise<Error | undefined> {
  const histories = [{ workflowId: name, history: historyFromJSON(history) }]
  for await (const { error } of Worker.runReplayHistories({ workflowBundle: bundle }, histories)) return error
  throw new Error('Nothing was replayed.')
}

describe('a recorded history', () => {
  it('is there for every scenario', async () => {
    const files = await readdir(FOLDER)
    expect(files.toSorted()).toEqual(
      Object.keys(scenarios)
        .map((name) => `${name}.json`)
        .toSorted(),
    )
  })

  it.each(Object.keys(scenarios))('replays against the workflow of today: %s', async (name) => {
    expect(await replay(name, await recorded(name))).toBeUndefined()
  })

  it('holds what its scenario is about', async () => {
    const kinds = async (name: string) =>
      (await recorded(name)).events.map(({ eventType }) => eventType.replace('EVENT_TYPE_', ''))
    expect(await kinds('timer')).toContain('TIMER_FIRED')
    expect(await kinds('nudge')).toContain('TIMER_CANCELED')
    const both = await kinds('timer-and-nudge-at-once')
    expect(both.indexOf('WORKFLOW_EXECUTION_SIGNALED')).toBe(both.indexOf('TIMER_FIRED') + 2)
    expect(await kinds('park-and-resume')).toContain('WORKFLOW_EXECUTION_SIGNALED')
    expect(await kinds('nudge-during-last-block')).toContain('WORKFLOW_TASK_FAILED')
    expect((await kinds('continued-as-new')).at(-1)).toBe('WORKFLOW_EXECUTION_CONTINUED_AS_NEW')
  })

  it.each([
    ['a timer that is no timer', 'TIMER_STARTED', 'WORKFLOW_EXECUTION_COMPLETED'],
    ['a block that did not run', 'MARKER_RECORDED', 'WORKFLOW_EXECUTION_COMPLETED'],
  ])('that was changed is not taken for ours: %s', async (_change, from, to) => {
    const { events } = await recorded('timer')
    const index = events.findIndex(({ eventType }) => eventType === `EVENT_TYPE_${from}`)
    const { eventId = '', eventTime = '', taskId = '' } = events.at(index) ?? {}
    const changed = {
      ...{ eventId, eventTime, taskId, eventType: `EVENT_TYPE_${to}` },
      workflowExecutionCompletedEventAttributes: { workflowTaskCompletedEventId: '4' },
    }
    const error = await replay('changed', {
      events: events.toSpliced(index, Number.POSITIVE_INFINITY, changed),
    })
    expect(error).toBeInstanceOf(DeterminismViolationError)
  })
})

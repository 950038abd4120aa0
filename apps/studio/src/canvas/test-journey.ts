import type { Journey } from '@millrace/graph'

const at = (x: number, y: number) => ({ x, y })

/** A small journey with a wait whose two ports part and meet again. */
export function testJourney(): Journey {
  return {
    format: 'millrace.journey/1',
    name: 'Test',
    timeZone: 'Asia/Shanghai',
    settings: { reentry: { mode: 'never' } },
    nodes: [
      { id: 'in', kind: 'entry', config: { on: { event: 'contact.followed' } }, position: at(0, 0) },
      {
        id: 'wait',
        kind: 'wait-for-event',
        config: { event: 'order.paid', timeout: 'PT24H' },
        position: at(0, 64),
      },
      {
        id: 'remind',
        kind: 'send-message',
        config: { channel: 'inbox', text: 'Pay' },
        position: at(64, 168),
      },
      { id: 'end', kind: 'exit', config: {}, position: at(0, 272) },
    ],
    edges: [
      { from: 'in', port: 'next', to: 'wait' },
      { from: 'wait', port: 'received', to: 'end' },
      { from: 'wait', port: 'timeout', to: 'remind' },
      { from: 'remind', port: 'next', to: 'end' },
    ],
    notes: [],
  }
}

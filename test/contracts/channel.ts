import { expect, it } from 'vitest'
import type { Channel, OutgoingMessage } from '../../packages/channels/src/channel.ts'

/** What every channel keeps, whatever it sends by; `address` is one that takes messages. */
export function channelContract(open: () => { channel: Channel; address: unknown }): void {
  const message = (n: number, address: unknown): OutgoingMessage => ({
    key: `e/${n}/0`,
    address,
    title: n % 2 ? null : `标题 ${n}`,
    text: `你好 ${n}\r\n.\r\nбезопасно`,
  })

  it('answers every message of a batch, in order', async () => {
    const { channel, address } = open()
    const batch = Array.from({ length: channel.batch }, (_, n) => message(n, address))
    const results = await channel.send(batch)
    expect(results).toHaveLength(batch.length)
    for (const result of results) expect(['sent', 'delivered']).toContain(result.state)
  })

  it('answers an empty batch with nothing', async () => {
    expect(await open().channel.send([])).toEqual([])
  })

  it('judges each message by itself', async () => {
    const { channel, address } = open()
    const [first, second, third] = await channel.send([address, null, address].map((to, n) => message(n, to)))
    const missing = channel.address === null ? ['sent', 'delivered'] : ['failed']
    expect(['sent', 'delivered']).toContain(first?.state)
    expect(missing).toContain(second?.state)
    expect(['sent', 'delivered']).toContain(third?.state)
  })

  it('takes a line that would end the message, and texts of any script', async () => {
    const { channel, address } = open()
    const [result] = await channel.send([{ ...message(0, address), text: `${'长'.repeat(5000)}\n..\n.\n🎉` }])
    expect(['sent', 'delivered']).toContain(result?.state)
  })
}

import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { startLoop } from './loop.ts'

describe('a loop', () => {
  it('works at once while there is more, then rests until its time comes', async () => {
    const answers = [true, true, false]
    const work = vi.fn(async () => answers.shift() ?? false)
    const loop = startLoop('test', { everyMs: 60_000, work })
    await vi.waitUntil(() => work.mock.calls.length === 3)
    await sleep(50)
    expect(work).toHaveBeenCalledTimes(3)
    await loop.stop()
  })

  it('looks once more when it is woken while it works', async () => {
    let finish = () => {}
    const work = vi.fn(
      () =>
        new Promise<boolean>((resolve) => {
          finish = () => resolve(false)
        }),
    )
    const loop = startLoop('test', { everyMs: 60_000, work })
    await vi.waitUntil(() => work.mock.calls.length === 1)
    loop.wake()
    finish()
    await vi.waitUntil(() => work.mock.calls.length === 2)
    finish()
    await sleep(20)
    loop.wake()
    await vi.waitUntil(() => work.mock.calls.length === 3)
    finish()
    await loop.stop()
  })

  it('says an outage once, goes on by itself and says that too', async () => {
    const lines: string[] = []
    const stderr = vi
      .spyOn(process.stderr, 'write')
      .mockImplementation((line) => lines.push(String(line)) > 0)
    let down = 3
    const loop = startLoop('test', {
      everyMs: 10,
      async work() {
        if (down-- > 0) throw Object.assign(new Error('13800000000 is refused'), { code: 'ECONNREFUSED' })
        return false
      },
    })
    await vi.waitUntil(() => down < -3, { timeout: 5000 })
    await loop.stop()
    stderr.mockRestore()
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/test: cannot work, keeps trying: Error, code ECONNREFUSED/)
    expect(lines[0]).not.toContain('13800000000')
    expect(lines[1]).toMatch(/test: works again/)
  })

  it('stops after the work at hand', async () => {
    let done = false
    const loop = startLoop('test', {
      everyMs: 10,
      async work() {
        await sleep(100)
        done = true
        return true
      },
    })
    await sleep(20)
    await loop.stop()
    expect(done).toBe(true)
  })
})

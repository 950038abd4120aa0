import { expect, it } from 'vitest'
import { configuredChannels } from './configured.ts'

const ids = (env: object) => configuredChannels(env).map(({ id }) => id)

it('offers email only where a server and a sender are set', () => {
  expect(ids({})).toEqual(['inbox'])
  expect(ids({ SMTP_URL: 'smtp://127.0.0.1:25' })).toEqual(['inbox'])
  expect(ids({ SMTP_URL: 'smtp://127.0.0.1:25', MAIL_FROM: 'hello@shop.example' })).toEqual([
    'inbox',
    'email',
  ])
})

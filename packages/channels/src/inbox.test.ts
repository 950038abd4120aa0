import { describe } from 'vitest'
import { channelContract } from '../../../test/contracts/channel.ts'
import { inbox } from './inbox.ts'

describe('the inbox', () => {
  channelContract(() => ({ channel: inbox, address: null }))
})

import { CONTACT_JOURNEY } from '@millrace/program/plan'
import { expect, it } from 'vitest'
import { contactJourney } from './contact-journey.ts'

it('is known to Temporal by the name that starts it', () => {
  expect(contactJourney.name).toBe(CONTACT_JOURNEY)
})

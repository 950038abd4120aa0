import { contacts } from './contacts.ts'
import { coupons } from './coupons.ts'
import { deliveries } from './deliveries.ts'
import { enrolments } from './enrolments.ts'
import { events } from './events.ts'
import { importContacts } from './import-contacts.ts'
import { journeys } from './journeys.ts'
import { meta } from './meta.ts'

/** The API, one group per resource; every call throws a `Problem` when it does not succeed. */
export const api = { contacts, coupons, deliveries, enrolments, events, importContacts, journeys, meta }

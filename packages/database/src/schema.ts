import type { ColumnType, Generated, Insertable, Selectable } from 'kysely'

/** Tables of the installation. `timestamptz` columns hold whole milliseconds; ids are UUIDv7 unless said. */
export interface Database {
  installation: InstallationTable
  contact: ContactTable
  event: EventTable
  erased_event: ErasedEventTable
  attribute: AttributeTable
  coupon: CouponTable
  coupon_grant: CouponGrantTable
  points_entry: PointsEntryTable
  journey: JourneyTable
  program: ProgramTable
  version: VersionTable
  trigger: TriggerTable
  enrolment: EnrolmentTable
  wait: WaitTable
  step: StepTable
  assignment: AssignmentTable
  delivery: DeliveryTable
  outbox: OutboxTable
  heartbeat: HeartbeatTable
}

type Timestamp = ColumnType<Date, Date | string, Date | string>
/** A timestamp that the table fills in when it is not given. */
type StampedTimestamp = ColumnType<Date, Date | string | undefined, Date | string>
type NullableTimestamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** `int8` that stays within 2^53; the driver parses it to a number. */
type BigInt8 = ColumnType<number, number, number>
/** Written as JSON text, read as a value. */
type Jsonb<T> = ColumnType<T, string, string>
type NullableJsonb<T> = ColumnType<T | null, string | null | undefined, string | null>

/** One row: who this installation is, in every task queue and workflow id. */
export interface InstallationTable {
  id: string
  created_at: StampedTimestamp
}

/** A person. Erased ones stay as an empty row (`external_id` null), so that counts and foreign keys hold. */
export interface ContactTable {
  id: string
  external_id: string | null
  attributes: ColumnType<Record<string, unknown>, string | undefined, string>
  time_zone: string | null
  tags: ColumnType<string[], string[] | undefined, string[]>
  points: ColumnType<number, number | undefined, number>
  /** The contact's own order: its last event's number and the last stamp given to anything of it. */
  last_seq: ColumnType<number, number | undefined, number>
  last_at: ColumnType<Date, Date | string | undefined, Date | string>
  created_at: StampedTimestamp
  updated_at: StampedTimestamp
  erased_at: NullableTimestamp
}

/** What happened to a contact: `seq` is the contact's own order, `stamp` when it arrived, `at` when its source says it was. */
export interface EventTable {
  contact_id: string
  seq: BigInt8
  type: string
  at: Timestamp
  stamp: Timestamp
  data: Jsonb<Record<string, unknown>>
  source: string
  external_id: string
  /** False for imported history: it never entered anybody and answers no wait. */
  live: boolean
}

/** SHA-256 of `source`, NUL, `external_id` of erased contacts' events: they stay duplicates for good. */
export interface ErasedEventTable {
  key: Buffer
}

/** The declared type of a contact attribute; undeclared CSV values are text. */
export interface AttributeTable {
  name: string
  type: 'text' | 'number' | 'boolean' | 'time' | 'list'
}

/** A coupon kind; `valid_for` is an ISO 8601 duration. */
export interface CouponTable {
  id: string
  name: string
  stock: number | null
  valid_for: string | null
  granted: Generated<number>
  created_at: StampedTimestamp
}

/** One coupon in a contact's hands; `key` makes the grant happen once. */
export interface CouponGrantTable {
  id: string
  coupon_id: string
  contact_id: string
  key: string
  granted_at: Timestamp
  expires_at: NullableTimestamp
}

/** A line of the points ledger; `contact.points` is their sum. */
export interface PointsEntryTable {
  id: string
  contact_id: string
  key: string
  amount: number
  balance: BigInt8
  reason: string | null
  at: Timestamp
}

/** A drawing with its revision; what runs is in `version`. */
export interface JourneyTable {
  id: string
  name: string
  state: 'draft' | 'active' | 'paused' | 'archived'
  revision: number
  document: Jsonb<Record<string, unknown>>
  version: number | null
  created_at: StampedTimestamp
  updated_at: StampedTimestamp
}

/** A compiled journey, named by its hash. */
export interface ProgramTable {
  hash: string
  program: Jsonb<Record<string, unknown>>
}

/** A published drawing; immutable. */
export interface VersionTable {
  journey_id: string
  version: number
  program_hash: string
  document: Jsonb<Record<string, unknown>>
  published_at: StampedTimestamp
}

/** The event type that enters contacts into a journey; there is a row only while the journey takes entries. */
export interface TriggerTable {
  journey_id: string
  event_type: string
}

/** Stored states; `paused` is one that a pause has stopped from acting. */
export type EnrolmentState = 'running' | 'waiting' | 'paused' | 'completed' | 'exited' | 'needs-attention'

/** One contact's run through a journey; the id is random, so that it tells nothing. */
export interface EnrolmentTable {
  id: string
  journey_id: string
  version: number
  contact_id: string
  state: EnrolmentState
  /** Blocks run so far. */
  turn: Generated<number>
  /** The instruction to run next where no wait says so: null before the first block. */
  label: string | null
  /** How to go on at `label`: `retry` runs it again, `skip` leaves it. */
  resume: 'retry' | 'skip' | null
  /** The node it stands at, for readers. */
  node: string | null
  /** The event that entered or answered last, by the contact's own order. */
  event_seq: number | null
  cursor_seq: BigInt8
  cursor_at: Timestamp
  reason: NullableJsonb<{ code: string; node: string; message: { zh: string; en: string } }>
  /** Blocks that threw since the last one that did not. */
  failures: Generated<number>
  entered_at: Timestamp
  ended_at: NullableTimestamp
  updated_at: StampedTimestamp
}

/** The open wait of an enrolment: `plan` is program's `Waiting`. Answered by ingest (seq, leg) or by an outcome (port). */
export interface WaitTable {
  enrolment_id: string
  contact_id: string
  journey_id: string
  plan: Jsonb<unknown>
  /** Event types that may answer; empty for a pure sleep. */
  event_types: string[]
  due: Timestamp
  /** The delivery whose outcome is awaited. */
  delivery_id: string | null
  answered_at: NullableTimestamp
  answer_seq: number | null
  answer_leg: number | null
  answer_port: 'next' | 'failed' | null
}

/** The trace: one row per visit of a node, written when it is left. */
export interface StepTable {
  enrolment_id: string
  turn: number
  step: number
  journey_id: string
  version: number
  node: string
  kind: string
  port: string | null
  at: Timestamp
  reads: NullableJsonb<unknown>
  output: NullableJsonb<unknown>
}

/** A contact's arm, for good. */
export interface AssignmentTable {
  journey_id: string
  seed: string
  contact_id: string
  arm: string
  bucket: number
  at: Timestamp
}

export type DeliveryState = 'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'blocked'

/** A message on its way out; `key` is `enrolment/turn/step`, the idempotency key given to the provider. */
export interface DeliveryTable {
  id: string
  key: string
  enrolment_id: string
  journey_id: string
  contact_id: string
  node: string
  channel: string
  title: string | null
  text: string | null
  state: DeliveryState
  at: Timestamp
  /** Not before this time: back-off and `Retry-After`. */
  not_before: Timestamp
  attempts: Generated<number>
  /** The provider's receipt or the reason of the failure. */
  receipt: NullableJsonb<unknown>
  settled_at: NullableTimestamp
}

/** What Temporal has yet to be told, in the transaction that makes it true. */
export interface OutboxTable {
  id: Generated<number>
  kind: 'start' | 'nudge'
  enrolment_id: string
  not_before: StampedTimestamp
  /** How often it could not be told. */
  attempts: Generated<number>
}

/** When a process of ours last said that it works. */
export interface HeartbeatTable {
  name: string
  beat_at: Timestamp
  detail: NullableJsonb<unknown>
}

export type Contact = Selectable<ContactTable>
export type Enrolment = Selectable<EnrolmentTable>
export type NewEvent = Insertable<EventTable>
export type OpenWait = Selectable<WaitTable>

import { type Kysely, sql } from 'kysely'

/** The tables of schema.ts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table installation (id text primary key, created_at timestamptz(3) not null default now())`,
  `insert into installation (id) values (substr(md5(gen_random_uuid()::text), 1, 12))`,
  `create table contact (
     id uuid primary key,
     external_id text unique,
     attributes jsonb not null default '{}',
     time_zone text,
     tags text[] not null default '{}',
     points int8 not null default 0,
     last_seq int8 not null default 0,
     last_at timestamptz(3) not null default 'epoch',
     created_at timestamptz(3) not null default now(),
     updated_at timestamptz(3) not null default now(),
     erased_at timestamptz(3)
   ) with (fillfactor = 80)`,
  `create table event (
     contact_id uuid not null references contact,
     seq int8 not null,
     type text not null collate "C",
     at timestamptz(3) not null,
     stamp timestamptz(3) not null,
     data jsonb not null,
     source text not null collate "C",
     external_id text not null collate "C",
     live boolean not null,
     primary key (contact_id, seq)
   )`,
  `create unique index event_key on event (external_id, source)`,
  `create index event_by_type on event (contact_id, type, seq)`,
  `create table erased_event (key bytea primary key)`,
  `create table attribute (name text primary key, type text not null)`,
  `create table coupon (
     id text primary key,
     name text not null,
     stock int4 check (stock >= 0),
     valid_for text,
     granted int4 not null default 0 check (stock is null or granted <= stock),
     created_at timestamptz(3) not null default now()
   ) with (fillfactor = 50)`,
  `create table coupon_grant (
     id uuid primary key,
     coupon_id text not null references coupon,
     contact_id uuid not null references contact,
     key text not null unique,
     granted_at timestamptz(3) not null,
     expires_at timestamptz(3)
   )`,
  `create index coupon_grant_by_contact on coupon_grant (contact_id)`,
  `create table points_entry (
     id uuid primary key,
     contact_id uuid not null references contact,
     key text not null unique,
     amount int4 not null,
     balance int8 not null,
     reason text,
     at timestamptz(3) not null
   )`,
  `create index points_entry_by_contact on points_entry (contact_id, id)`,
  `create table journey (
     id uuid primary key,
     name text not null,
     state text not null,
     revision int4 not null,
     document jsonb not null,
     version int4,
     created_at timestamptz(3) not null default now(),
     updated_at timestamptz(3) not null default now()
   )`,
  `create table program (hash text primary key, program jsonb not null)`,
  `create table version (
     journey_id uuid not null references journey,
     version int4 not null,
     program_hash text not null references program,
     document jsonb not null,
     published_at timestamptz(3) not null default now(),
     primary key (journey_id, version)
   )`,
  `create table trigger (journey_id uuid primary key references journey, event_type text not null collate "C")`,
  `create index trigger_by_type on trigger (event_type)`,
  `create table enrolment (
     id uuid primary key,
     journey_id uuid not null,
     version int4 not null,
     contact_id uuid not null references contact,
     state text not null,
     turn int4 not null default 0,
     label text,
     resume text,
     node text,
     event_seq int8,
     cursor_seq int8 not null,
     cursor_at timestamptz(3) not null,
     reason jsonb,
     failures int4 not null default 0,
     entered_at timestamptz(3) not null,
     ended_at timestamptz(3),
     updated_at timestamptz(3) not null default now(),
     foreign key (journey_id, version) references version
   ) with (fillfactor = 70)`,
  `create index enrolment_by_contact on enrolment (contact_id, journey_id)`,
  `create index enrolment_by_journey on enrolment (journey_id, entered_at, id)`,
  `create index enrolment_open on enrolment (state, updated_at) where ended_at is null`,
  `create table wait (
     enrolment_id uuid primary key references enrolment,
     contact_id uuid not null references contact,
     journey_id uuid not null,
     plan jsonb not null,
     event_types text[] not null,
     due timestamptz(3) not null,
     delivery_id uuid,
     answered_at timestamptz(3),
     answer_seq int8,
     answer_leg int4,
     answer_port text
   ) with (fillfactor = 80)`,
  `create index wait_by_contact on wait (contact_id) where answered_at is null`,
  `create index wait_by_due on wait (due)`,
  `create index wait_by_journey on wait (journey_id)`,
  `create table step (
     enrolment_id uuid not null,
     turn int4 not null,
     step int4 not null,
     journey_id uuid not null,
     version int4 not null,
     node text not null,
     kind text not null,
     port text,
     at timestamptz(3) not null,
     reads jsonb,
     output jsonb,
     primary key (enrolment_id, turn, step)
   )`,
  `create index step_by_node on step (journey_id, node, port)`,
  `create table assignment (
     journey_id uuid not null,
     seed text not null,
     contact_id uuid not null references contact,
     arm text not null,
     bucket int4 not null,
     at timestamptz(3) not null,
     primary key (journey_id, seed, contact_id)
   )`,
  `create table delivery (
     id uuid primary key,
     key text not null unique,
     enrolment_id uuid not null,
     journey_id uuid not null,
     contact_id uuid not null references contact,
     node text not null,
     channel text not null,
     title text,
     text text,
     state text not null,
     at timestamptz(3) not null,
     not_before timestamptz(3) not null,
     attempts int4 not null default 0,
     receipt jsonb,
     settled_at timestamptz(3)
   ) with (fillfactor = 80)`,
  `create index delivery_queue on delivery (channel, not_before) where state in ('queued', 'sending')`,
  `create index delivery_by_contact on delivery (contact_id, id)`,
  `create index delivery_by_journey on delivery (journey_id, id)`,
  `create table outbox (
     id bigserial primary key,
     kind text not null,
     enrolment_id uuid not null,
     not_before timestamptz(3) not null default 'epoch'
   )`,
  `create table heartbeat (name text primary key, beat_at timestamptz(3) not null, detail jsonb)`,
]

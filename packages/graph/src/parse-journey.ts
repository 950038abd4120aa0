import { type Journey, journeySchema } from './journey.ts'
import { type SchemaFault, schemaFaults } from './schema-fault.ts'

/** Reads a document from outside: the journey, or at most 100 faults of its envelope. */
export function parseJourney(json: unknown): { journey: Journey } | { faults: readonly SchemaFault[] } {
  const parsed = journeySchema.safeParse(json)
  return parsed.success
    ? { journey: parsed.data }
    : { faults: schemaFaults(parsed.error, json).slice(0, 100) }
}

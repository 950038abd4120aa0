import type { Journey } from '@millrace/graph'
import type { JourneySettings } from './parts.ts'
import { sameJson } from './same-json.ts'

export function renameJourney(journey: Journey, name: string): Journey {
  return journey.name === name ? journey : { ...journey, name }
}

export function setTimeZone(journey: Journey, timeZone: string): Journey {
  return journey.timeZone === timeZone ? journey : { ...journey, timeZone }
}

export function setSettings(journey: Journey, settings: JourneySettings): Journey {
  return sameJson(settings, journey.settings) ? journey : { ...journey, settings }
}

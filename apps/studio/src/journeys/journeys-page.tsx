/** To be written. */
export function JourneysPage() {
  return null
}

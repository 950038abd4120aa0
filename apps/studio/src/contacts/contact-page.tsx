/** To be written. */
export function ContactPage() {
  return null
}

/** To be written. */
export function ContactsPage() {
  return null
}

/** To be written. */
export function InboxPage() {
  return null
}

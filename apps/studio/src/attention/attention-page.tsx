/** To be written. */
export function AttentionPage() {
  return null
}

/** To be written. */
export function CouponsPage() {
  return null
}

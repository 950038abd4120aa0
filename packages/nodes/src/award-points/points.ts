/** The most points that one visit may award. */
export const MOST_POINTS = 1_000_000_000

/** Whether rendered text is a whole number of points. */
export function isPoints(text: string): boolean {
  return /^\d+$/.test(text.trim()) && Number(text) <= MOST_POINTS
}

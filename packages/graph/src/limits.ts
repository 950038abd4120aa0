/** How big a journey may be; what goes beyond is refused at the door. */
export const LIMITS = {
  nodes: 5_000,
  edges: 20_000,
  notes: 1_000,
  name: 200,
  noteText: 10_000,
  coordinate: 1e7,
  configDepth: 32,
  configValues: 10_000,
  configText: 50_000,
} as const

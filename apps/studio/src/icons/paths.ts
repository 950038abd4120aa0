/** A stroke of an icon on a 16 × 16 grid; `dot` is thicker, `fill` is filled instead. */
export type Stroke = string | { readonly d: string; readonly as: 'dot' | 'fill' }

const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`

const ring = circle(8, 8, 5.5)
const clipboard = 'M3.25 3.25h9.5v10.25h-9.5z'
const dot = (d: string) => ({ d, as: 'dot' }) as const

/** Path data of every icon, by the name that nodes and pages use. */
export const paths = {
  home: ['m2.5 7.5 5.5-5 5.5 5V13.5H9.75V10h-3.5v3.5H2.5z'],
  journey: [
    'M3 4.25h5.25a2.5 2.5 0 0 1 0 5H6.5a2.25 2.25 0 0 0 0 3H13',
    'm11 10.25 2 2-2 2',
    circle(3, 4.25, 1),
  ],
  chart: ['M2.75 2.75v10.5h10.5M5.5 10.5 8 7.25l2 1.75 3.25-4.5'],
  contacts: [
    circle(6, 5.5, 2.4),
    'M1.75 13.25c.3-2.7 1.9-4 4.25-4s3.95 1.3 4.25 4M10.4 3.4a2.4 2.4 0 0 1 0 4.2M11.6 9.6c1.5.5 2.4 1.7 2.65 3.65',
  ],
  contact: [circle(8, 5.25, 2.5), 'M3.25 13.5c.35-2.9 2.1-4.25 4.75-4.25s4.4 1.35 4.75 4.25'],
  segment: ['M8 2.5A5.5 5.5 0 1 0 13.5 8H8z', 'M10.5 2.75a5.5 5.5 0 0 1 2.75 2.75H10.5z'],
  code: [
    'M2.75 2.75h4v4h-4zM9.25 2.75h4v4h-4zM2.75 9.25h4v4h-4zM9.25 9.25v4M13.25 9.25v1.5M11.5 11.25v2M13.25 13.2v.05',
  ],
  ticket: [
    'M2 4.25h12V6.5a1.5 1.5 0 0 0 0 3v2.25H2V9.5a1.5 1.5 0 0 0 0-3z',
    'M9.5 6v.5M9.5 7.75v.5M9.5 9.5v.5',
  ],
  points: [ring, 'M8 5.25v5.5M5.25 8h5.5'],
  tier: ['m3.5 9.25 4.5-4 4.5 4M3.5 12.5l4.5-4 4.5 4'],
  send: ['M13.5 2.5 2.5 7l4.25 2.25L9 13.5z', 'm13.5 2.5-6.75 6.75'],
  inbox: ['M2.75 9.25 4.5 3h7l1.75 6.25v3.75H2.75z', 'M2.75 9.25H6c0 1.1.9 1.75 2 1.75s2-.65 2-1.75h3.25'],
  message: ['M2.5 3.5h11v7.75H7L4.25 13.5v-2.25H2.5z', 'M5.25 6.25h5.5M5.25 8.5h3.5'],
  mail: ['M2.5 3.75h11v8.5h-11z', 'm2.75 4.25 5.25 4.5 5.25-4.5'],
  calendar: ['M2.75 4h10.5v9.25H2.75zM2.75 6.9h10.5M5.5 2.25V4M10.5 2.25V4'],
  'calendar-check': ['M2.75 4h10.5v9.25H2.75zM2.75 6.9h10.5M5.5 2.25V4M10.5 2.25V4', 'm6 10 1.4 1.3L10 8.9'],
  task: [clipboard, 'M6 2h4v2.25H6zM5.6 9.1l1.6 1.5 3.2-3.3'],
  settings: [
    'M2.5 4.75h6M12 4.75h1.5M2.5 11.25H4M7.5 11.25h6',
    circle(10.25, 4.75, 1.75),
    circle(5.75, 11.25, 1.75),
  ],
  hourglass: [
    'M4 2.5h8M4 13.5h8',
    'M4.75 2.5c0 3 2.4 3.9 3.25 5.5-.85 1.6-3.25 2.5-3.25 5.5M11.25 2.5c0 3-2.4 3.9-3.25 5.5.85 1.6 3.25 2.5 3.25 5.5',
  ],
  clock: [ring, 'M8 4.75V8l2.25 1.5'],
  branch: ['M8 2v3.5M8 5.5 3.75 9.75V14M8 5.5l4.25 4.25V14'],
  split: [{ d: 'M8 2.5a5.5 5.5 0 0 0 0 11z', as: 'fill' }, ring, 'M8 2.5v11'],
  bell: ['M3 11.5h10c-1.1-1-1.5-2-1.5-4.25a3.5 3.5 0 0 0-7 0C4.5 9.5 4.1 10.5 3 11.5z', 'M6.75 13.5h2.5'],
  flag: ['M4 13.75V2.5h8.25L10.5 5.25 12.25 8H4'],
  entry: ['M2.5 8h7M6.8 5.2 9.6 8l-2.8 2.8', 'M8.5 2.75h3.75a1 1 0 0 1 1 1v8.5a1 1 0 0 1-1 1H8.5'],
  tag: ['M2.5 2.75h5.25l5.75 5.75-4.9 4.9L2.5 7.6z', circle(5.4, 5.6, 0.7)],
  cart: ['M2 3h1.75l1.5 7.25h6.5L13.25 5H4.2', dot('M6 13h.01M11 13h.01')],
  gift: [
    'M2.5 6h11v2.5h-11zM3.5 8.5v5h9v-5M8 6v7.5M8 6C5 6 4.75 2.9 6.4 2.9 7.6 2.9 8 4.5 8 6c0-1.5.4-3.1 1.6-3.1C11.25 2.9 11 6 8 6z',
  ],
  click: ['m6 6 7.25 2.6-3.3 1.35-1.35 3.3z', 'M5.5 2v1.5M2 5.5h1.5M3 3l1 1'],
  event: ['M9 1.75 3.5 9h4L6.75 14.25 12.5 6.75h-4z'],
  link: [
    'M6.75 9.25 9.5 6.5M7 4.75l1.4-1.4a2.7 2.7 0 0 1 3.9 3.8L10.9 8.6M9 11.2l-1.4 1.4a2.7 2.7 0 0 1-3.9-3.8l1.4-1.45',
  ],
  braces: [
    'M6 2.75c-2 0-1.25 2-1.25 3S4.25 7.5 3 8c1.25.5 1.75 1.25 1.75 2.25s-.75 3 1.25 3M10 2.75c2 0 1.25 2 1.25 3S11.75 7.5 13 8c-1.25.5-1.75 1.25-1.75 2.25s.75 3-1.25 3',
  ],
  plus: ['M8 3v10M3 8h10'],
  minus: ['M3 8h10'],
  check: ['m3 8.5 3.2 3L13 4.5'],
  close: ['m4 4 8 8M12 4l-8 8'],
  search: [circle(7, 7, 4.25), 'm10.25 10.25 3.25 3.25'],
  filter: ['M2.5 4h11M4.75 8h6.5M6.75 12h2.5'],
  more: [dot('M3.5 8h.01M8 8h.01M12.5 8h.01')],
  grip: [dot('M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01')],
  copy: ['M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3'],
  'chevron-down': ['m4 6 4 4 4-4'],
  'chevron-right': ['m6 4 4 4-4 4'],
  'chevron-left': ['m10 4-4 4 4 4'],
  undo: ['M5.5 3 2.5 6l3 3', 'M2.75 6H9.5a3.75 3.75 0 0 1 0 7.5H6'],
  redo: ['m10.5 3 3 3-3 3', 'M13.25 6H6.5a3.75 3.75 0 0 0 0 7.5H10'],
  retry: ['M13 8a5 5 0 1 1-1.6-3.7', 'M13.25 2.5v2.75H10.5'],
  skip: ['m4 3.5 6 4.5-6 4.5zM12.25 3.5v9'],
  exit: ['M10.5 8H3.75M6.4 5.2 3.6 8l2.8 2.8', 'M8 2.75h4.25a1 1 0 0 1 1 1v8.5a1 1 0 0 1-1 1H8'],
  publish: ['M8 10.5V2.75M4.9 5.75 8 2.65l3.1 3.1M2.75 10v3.25h10.5V10'],
  import: ['M8 2.75V10.5M4.9 7.5 8 10.6l3.1-3.1M2.75 10v3.25h10.5V10'],
  open: ['M9.25 2.75h4v4M13.25 2.75 7.5 8.5M11.5 9.5v3.75H2.75V4.5H6.5'],
  archive: ['M2.5 3h11v3h-11zM3.5 6v7.25h9V6M6.5 8.75h3'],
  trash: ['M2.75 4.25h10.5M6 4.25V2.5h4v1.75M4 4.25l.6 9.25h6.8l.6-9.25M6.75 7v4M9.25 7v4'],
  edit: ['m3 13 .75-3L10.5 3.25 12.75 5.5 6 12.25zM9 4.75 11.25 7'],
  play: ['m4.75 3 8 5-8 5z'],
  pause: ['M5.25 3.25v9.5M10.75 3.25v9.5'],
  fit: ['M2.75 5.75v-3h3M10.25 2.75h3v3M13.25 10.25v3h-3M5.75 13.25h-3v-3'],
  layout: ['M5.5 2.5h5v3h-5zM2.5 10.5h4v3h-4zM9.5 10.5h4v3h-4zM8 5.5V8M4.5 10.5V8h7v2.5'],
  note: ['M3 2.75h10v7L9.75 13.25H3zM9.75 13.25v-3.5H13'],
  lock: ['M3.75 7.25h8.5v6h-8.5zM5.5 7.25V5a2.5 2.5 0 0 1 5 0v2.25'],
  eye: ['M1.75 8S4 3.75 8 3.75 14.25 8 14.25 8 12 12.25 8 12.25 1.75 8 1.75 8z', circle(8, 8, 1.9)],
  moon: ['M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z'],
  sun: [
    circle(8, 8, 2.75),
    'M8 1.75v1.5M8 12.75v1.5M1.75 8h1.5M12.75 8h1.5M3.6 3.6l1.05 1.05M11.35 11.35l1.05 1.05M12.4 3.6l-1.05 1.05M4.65 11.35 3.6 12.4',
  ],
  language: [ring, 'M2.5 8h11M8 2.5c1.6 1.5 2.4 3.3 2.4 5.5S9.6 12 8 13.5C6.4 12 5.6 10.2 5.6 8S6.4 4 8 2.5'],
  error: [ring, 'M8 5v3.6M8 10.6v.4'],
  warning: ['M8 2.5 14 13H2z', 'M8 6.5v3M8 11v.4'],
  info: [ring, 'M8 7.5v3.4M8 5.2v.3'],
  unknown: [ring],
} as const satisfies { readonly [name: string]: readonly Stroke[] }

/** Names that are drawn by another one's icon. */
export const aliases: { readonly [name: string]: keyof typeof paths } = {
  coupon: 'ticket',
  'plus-circle': 'points',
  coin: 'points',
  coins: 'points',
  star: 'points',
  fork: 'branch',
  end: 'flag',
  'log-in': 'entry',
  'log-out': 'flag',
  'git-branch': 'branch',
  enter: 'entry',
  start: 'entry',
  timer: 'clock',
  experiment: 'split',
  half: 'split',
}

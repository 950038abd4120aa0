import { aliases, paths, type Stroke } from './paths.ts'

/** Names that have a drawing of their own. */
export type IconName = keyof typeof paths

const drawings: { readonly [name: string]: readonly Stroke[] } = paths

/** Whether `name`, as a node definition gives it, has a drawing. */
export const hasIcon = (name: string): boolean =>
  Object.hasOwn(drawings, name) || Object.hasOwn(aliases, name)

function drawing(name: string): readonly Stroke[] {
  if (Object.hasOwn(drawings, name)) return drawings[name] ?? paths.unknown
  return paths[(Object.hasOwn(aliases, name) && aliases[name]) || 'unknown']
}

function look(stroke: Stroke) {
  if (typeof stroke === 'string') return { d: stroke }
  if (stroke.as === 'dot') return { d: stroke.d, strokeWidth: 2 }
  return { d: stroke.d, fill: 'currentColor', stroke: 'none' }
}

interface Props {
  readonly name: IconName | (string & {})
  readonly size?: number
  /** Menus give one, to keep the icon off its word. */
  readonly className?: string
}

/** An icon by name; an unknown name draws a plain ring. It says nothing to screen readers: put a word beside it. */
export function Icon({ name, size = 16, className = '' }: Props) {
  return (
    <svg className={`icon ${className}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {drawing(name).map((stroke) => {
        const attributes = look(stroke)
        return <path key={attributes.d} {...attributes} />
      })}
    </svg>
  )
}

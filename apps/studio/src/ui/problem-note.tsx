import { useProblemText } from './problem-text.ts'
import './states.css'

/** Why the last try failed, beside what was tried; nothing while there is no error. */
export function ProblemNote({ error }: { error: unknown }) {
  const lines = useProblemText()
  if (!error) return null
  const [first, ...rest] = lines(error)
  return (
    <div className="problem" role="alert">
      {rest.length === 0 ? (
        first
      ) : (
        <ul>
          {[first, ...rest].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

import type { Diagnostic } from '@millrace/program'
import { createContext, type ReactNode, use } from 'react'
import { usePick } from '../app/i18n.ts'
import './forms.css'

const FaultContext = createContext<readonly Diagnostic[]>([])

/** Gives the form what is wrong with its node. */
export function FaultProvider({ faults, children }: { faults: readonly Diagnostic[]; children: ReactNode }) {
  return <FaultContext value={faults}>{children}</FaultContext>
}

/** What is wrong at `path`; `deep` counts everything below it too. */
export function useFaults(path: string, deep = true): readonly Diagnostic[] {
  return use(FaultContext).filter(
    ({ field }) => field !== undefined && (field === path || (deep && field.startsWith(`${path}.`))),
  )
}

/** Says under a field why it is wrong and what to write. */
export function FaultLines({ id, faults }: { id?: string; faults: readonly Diagnostic[] }) {
  const pick = usePick()
  if (faults.length === 0) return null
  return (
    <div className="form-faults" id={id}>
      {faults.map((fault) => (
        <p key={`${fault.field}${fault.code}`} className={`form-fault ${fault.severity}`}>
          {pick(fault.message)}
        </p>
      ))}
    </div>
  )
}

import type { TraceStep } from '../api/enrolments.ts'
import { isJsonObject, type Json, type JsonObject } from '../api/page.ts'
import { useText } from '../app/i18n.ts'
import { Icon } from '../icons/icon.tsx'
import '../ui/table.css'
import { type CaseLine, caseLines } from './case-lines.ts'
import { contactTexts } from './contact-texts.ts'
import { ruleHeld } from './rule-verdict.ts'
import { useRuleWords } from './rule-words.ts'

function Verdict({ held }: { held: boolean | undefined }) {
  const t = useText(contactTexts)
  if (held === undefined) return null
  return (
    <span className={held ? 'verdict holds' : 'verdict'}>
      <Icon name={held ? 'check' : 'close'} size={14} />
      {t(held ? 'holds' : 'holdsNot')}
    </span>
  )
}

function useHeading(): (line: Exclude<CaseLine, { of: 'rule' }>) => string {
  const t = useText(contactTexts)
  return (line) => {
    if (line.of === 'case') return t('caseName', { name: line.name })
    const { not, combinator } = line.group
    if (not) return t(combinator === 'and' ? 'noneOf' : 'neitherOf')
    return t(combinator === 'and' ? 'allOf' : 'anyOf')
  }
}

interface RulesProps {
  readonly lines: readonly CaseLine[]
  readonly reads: JsonObject
  readonly moment: { readonly at: number; readonly zone: string }
}

function Rules({ lines, reads, moment }: RulesProps) {
  const t = useText(contactTexts)
  const words = useRuleWords()
  const heading = useHeading()
  return (
    <table className="table">
      <thead>
        <tr>
          <th className="fill">{t('columnRule')}</th>
          <th className="right">{t('columnWanted')}</th>
          <th className="right">{t('columnSeen')}</th>
          <th>
            <span className="hidden-label">{t('result')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => {
          const style = { paddingLeft: line.depth * 12 }
          // The lines of one published case never change their order.
          const key = `${index} ${line.of}`
          if (line.of !== 'rule') {
            return (
              <tr key={key}>
                <th scope="rowgroup" colSpan={4} style={style}>
                  {heading(line)}
                </th>
              </tr>
            )
          }
          const { rule } = line
          const ambiguous = `${rule.field} #2` in reads
          return (
            <tr key={key}>
              <td className="fill" style={style} title={words.field(rule.field)}>
                {words.field(rule.field)}
              </td>
              <td className="right">{words.wanted(rule)}</td>
              <td className="right">
                <b>{words.seen(reads[rule.field])}</b>
              </td>
              <td className="right">
                <Verdict held={ambiguous ? undefined : ruleHeld(rule, reads[rule.field], moment)} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Seen({ reads }: { reads: JsonObject }) {
  const t = useText(contactTexts)
  const words = useRuleWords()
  return (
    <table className="table">
      <thead>
        <tr>
          <th className="fill">{t('columnField')}</th>
          <th className="right">{t('columnSeen')}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(reads).map(([field, value]) => (
          <tr key={field}>
            <td className="fill">{words.field(field)}</td>
            <td className="right">{words.seen(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Props {
  readonly step: TraceStep
  readonly zone: string | undefined
  /** The port as it is called on the canvas. */
  readonly port: string
  readonly config: Json | undefined
}

/** Why a node took the port it took, from the values it saw then. */
export function Decision({ step, zone = 'UTC', port, config }: Props) {
  const t = useText(contactTexts)
  const { reads } = step
  if (!isJsonObject(reads)) return null
  if (typeof reads.bucket === 'number') return <p>{t('splitBy', { bucket: reads.bucket, port })}</p>
  const lines = caseLines(config, step.port)
  if (Object.keys(reads).length === 0) return <p>{t('sawNothing', { port })}</p>
  return (
    <>
      <p>{t('tookPort', { port })}</p>
      {lines.length > 0 ? (
        <Rules lines={lines} reads={reads} moment={{ at: Date.parse(step.at), zone }} />
      ) : (
        <Seen reads={reads} />
      )}
    </>
  )
}

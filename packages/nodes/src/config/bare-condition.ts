import { type Condition, isGroup, type Json, type Rule } from '@millrace/program'

/** A condition without what only its editor needs (ids, default settings): editing and undoing leaves the program the same. */
export function bareCondition({ combinator, not, rules }: Condition): Condition {
  return {
    combinator,
    ...(not === true && { not }),
    rules: rules.map((entry) => (isGroup(entry) ? bareCondition(entry) : bareRule(entry))),
  }
}

function bareRule({ field, operator, value, match }: Rule): Rule {
  return {
    field,
    operator,
    ...(value !== undefined && { value: match && isCondition(value) ? bareCondition(value) : value }),
    ...(match && { match }),
  }
}

/** The value of a rule with `match` is a nested group; the check has made sure of its shape. */
function isCondition(value: Json | Condition): value is Condition {
  return typeof value === 'object' && value !== null && 'rules' in value
}

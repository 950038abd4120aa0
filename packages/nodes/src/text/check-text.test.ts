import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'
import { variablesOf } from './variables.ts'

test.each([
  ['{{ contact.name | default: "朋友" }} {{ event.amount }} {{ now }}', []],
  ['{% assign x = contact.name %}{{ x }}', []],
  ['{{ customer.name }}', ['warning unknown-variable']],
  ['{{ a | shout }}', ['error unknown-filter']],
  ['{{ a | sample }}', ['error unknown-filter']],
  ['{% for x in y %}{% endfor %}', ['error unknown-tag']],
  ['{% render "x" %}', ['error unknown-tag']],
  ['{{ a ', ['error text-syntax']],
  ['{% if a %}', ['error text-syntax']],
  ['x'.repeat(10_001), ['error too-long']],
])('%s has the faults %j', (template, faults) => {
  expect(checkText(template).map(({ severity, code }) => `${severity} ${code}`)).toEqual(faults)
})

test('a fault names its place and what to write, in both languages', () => {
  const [fault] = checkText('好的\n{{ contact.name')
  expect(fault?.message.zh).toContain('第 2 行')
  expect(fault?.message.en).toContain('line 2')
})

test('a variable is risky where it is shown without a default', () => {
  const template =
    '{{ contact.name | default: "朋友" }}{{ event.items[0].name }}' +
    '{% if contact.vip %}{{ contact.tea | upcase }}{% endif %}{{ contact["first name"] }}'
  expect(variablesOf(template)).toEqual([
    { path: 'contact.name', hasDefault: true },
    { path: 'contact.vip', hasDefault: true },
    { path: 'contact.tea', hasDefault: false },
    { path: 'contact.first name', hasDefault: false },
    { path: 'event.items.0.name', hasDefault: false },
  ])
  expect(variablesOf('{{ broken')).toEqual([])
})

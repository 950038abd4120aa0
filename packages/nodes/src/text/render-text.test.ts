import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderText } from './render-text.ts'

const CONTEXT = {
  contact: { name: '林晓雯', birthday: '2000-02-29', list: ['a', 'b'], nested: { x: 1 } },
  event: { amount: '12.5', items: [{ name: '茶' }, { name: '杯' }] },
  now: 1_794_227_460_000,
  zone: 'Asia/Shanghai',
}

test.each([
  ['{{ contact.name | default: "朋友" }}', '林晓雯'],
  ['{{ contact.none | default: "朋友" }}', '朋友'],
  ['{{ contact.none }}{{ nobody.knows.this }}', ''],
  ['{{ contact.constructor }}{{ contact.__proto__ }}{{ contact.name.toString }}', ''],
  ['{{ contact.nested }}', '{"x":1}'],
  ['{{ contact.list }}', 'a, b'],
  ['{{ event.items | map: "name" | join: "、" }} {{ event.items.size }}', '茶、杯 2'],
  ['{{ event.items | map: "constructor" | join }}', ', '],
  ['{{ event.amount | times: 3 | floor }}', '37'],
  ['{{ 0.1 | plus: 0.2 }}', '0.3'],
  ['{{ 7 | divided_by: 2 }} {{ 7 | divided_by: 2 | round }} {{ 1.255 | round: 2 }}', '3.5 4 1.26'],
  ['{{ "not a number" | plus: 1 }}', '1'],
  ['{{ "👨‍👩‍👧好的朋友" | truncate: 3 }}', '👨‍👩‍👧好…'],
  ['{{ "<a>" | escape }}', '&lt;a&gt;'],
  ['{% if contact.name == "林晓雯" %}是{% else %}否{% endif %}', '是'],
  ['{% assign x = contact.name | append: "！" %}{{ x }}', '林晓雯！'],
])('%s renders to %s', (template, text) => {
  expect(renderText(template, CONTEXT)).toEqual({ text })
})

test('times are read on the clock and in the zone of the enrolment', () => {
  const template =
    '{{ now }} | {{ "now" | date: "%Y年%-m月%-d日 %H:%M" }} | {{ contact.birthday | date: "%d %b" }}'
  expect(renderText(template, CONTEXT)).toEqual({
    text: '2026-11-09T20:31:00+08:00 | 2026年11月9日 20:31 | 29 Feb',
  })
  const there = renderText('{{ "now" | date: "%H:%M %z" }}', { ...CONTEXT, zone: 'America/New_York' })
  expect(there).toEqual({ text: '07:31 -0500' })
})

test('what is no time stays as it is, and a letter that means nothing too', () => {
  expect(renderText('{{ contact.name | date: "%F" }}{{ "now" | date: "%Q%%" }}', CONTEXT)).toEqual({
    text: '林晓雯%Q%',
  })
})

test.each([
  ['division by zero', '{{ 1 | divided_by: 0 }}'],
  [
    'a text that doubles itself',
    `{% assign x = "0123456789" %}${'{% assign x = x | append: x %}'.repeat(40)}{{ x }}`,
  ],
  ['a syntax fault', '{{ a'],
  ['a loop', '{% for i in (1..100000000) %}x{% endfor %}'],
  ['a file', '{% include "secret" %}'],
  ['a filter that is not allowed', '{{ contact.list | sample }}'],
  ['a filter that every object has', '{{ contact.name | constructor }}'],
])('%s is a fault, not an exception', (_, template) => {
  expect(renderText(template, CONTEXT)).toHaveProperty('fault')
})

test('any template gives the same result twice and never throws', () => {
  const piece = fc.constantFrom(
    '{{',
    '}}',
    '{%',
    '%}',
    ' contact.name ',
    ' | upcase',
    ' if ',
    'endif',
    '"',
    '中',
  )
  const template = fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(template, (text) => {
      expect(renderText(text, CONTEXT)).toEqual(renderText(text, CONTEXT))
    }),
  )
})

import { expect, test } from 'vitest'
import { beginning } from './summary.ts'

test('a text begins as its reader meets it: a variable by its default, else as dots', () => {
  expect(beginning('{{ contact.name | default: "朋友" }}，你好')).toBe('朋友，你好')
  expect(beginning("Hi {{contact.name|default: 'friend'}}!")).toBe('Hi friend!')
  expect(beginning('{{ event.product }} 到了')).toBe('… 到了')
  expect(beginning('{{ contact.name | default: "" }}')).toBe('…')
})

test('a text is cut after 40 characters and never within one', () => {
  expect(beginning('🍵'.repeat(50))).toBe('🍵'.repeat(40))
})

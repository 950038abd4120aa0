import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'

const source = fileURLToPath(new URL('..', import.meta.url))
let files: { readonly path: string; readonly text: string }[] = []
let bundles: { readonly zh: Bundles; readonly en: Bundles }

type Bundles = Record<string, Record<string, string>>

beforeAll(async () => {
  const names = await readdir(source, { recursive: true })
  const paths = names
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => source + name)
  files = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })))
  const holders = files.filter(({ path, text }) => path.endsWith('.ts') && text.includes('defineTexts('))
  await Promise.all(holders.map(({ path }) => import(pathToFileURL(path).href)))
  // What `addResourceBundle` was given, as i18next keeps it.
  bundles = i18next.services.resourceStore.data as unknown as typeof bundles
})

const base = (key: string) => key.replace(/_(one|other)$/, '')
const texts = (language: Bundles) =>
  Object.entries(language).flatMap(([space, keys]) =>
    Object.entries(keys).map(([key, text]) => ({ id: `${space}.${base(key)}`, text })),
  )
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name)

test('every text is there in both languages', () => {
  const ids = (language: Bundles) => [...new Set(texts(language).map(({ id }) => id))].sort()
  expect(ids(bundles.zh).length).toBeGreaterThan(200)
  expect(ids(bundles.en)).toEqual(ids(bundles.zh))
  expect([...texts(bundles.zh), ...texts(bundles.en)].filter(({ text }) => text.trim() === '')).toEqual([])
})

test('both languages fill in the same values; "one" may go without its count', () => {
  for (const [space, keys] of Object.entries(bundles.en)) {
    for (const [key, text] of Object.entries(keys)) {
      const silent = key.endsWith('_one') && !text.includes('{{count')
      const wanted = placeholders(bundles.zh[space]?.[base(key)] ?? '')
      const given = [...placeholders(text), ...(silent && wanted.includes('count') ? ['count'] : [])]
      expect([space, key, given.sort()]).toEqual([space, key, wanted.sort()])
    }
  }
})

test('Chinese keeps to its own punctuation and tone', () => {
  const wrong = texts(bundles.zh).filter(({ text }) => /[\u4e00-\u9fff][,;:!?]|！|您|亲/.test(text))
  expect(wrong).toEqual([])
})

test('a blank stands between Chinese and Latin words or digits', () => {
  const wrong = texts(bundles.zh).filter(({ text }) =>
    /[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/.test(text),
  )
  expect(wrong).toEqual([])
})

test('no text is left over', () => {
  const code = files.map(({ text }) => text)
  const quoted = new Set(
    code.flatMap((text) => [...text.matchAll(/'([\w-]+)'/g)].map(([, word = '']) => word)),
  )
  const shaped = code
    .flatMap((text) => [...text.matchAll(/`((?:\w|\$\{\w+\})+)`/g)].map(([, shape = '']) => shape))
    .filter((shape) => shape.includes('${') && /[A-Za-z]/.test(shape.replace(/\$\{\w+\}/g, '')))
    .map((shape) => new RegExp(`^${shape.replace(/\$\{\w+\}/g, '\\w+')}$`))
  const unused = Object.entries(bundles.zh).flatMap(([space, keys]) =>
    Object.keys(keys)
      .map(base)
      .filter((key) => !quoted.has(key) && !shaped.some((shape) => shape.test(key)))
      .map((key) => `${space}.${key}`),
  )
  expect(unused).toEqual([])
})

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const document: unknown = parse(read('docker-compose.yml'), { merge: true })

const service = z.looseObject({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  healthcheck: z
    .object({ test: z.array(z.string()) })
    .loose()
    .optional(),
  deploy: z.object({ replicas: z.number() }).optional(),
})
const { services } = z.looseObject({ services: z.record(z.string(), service) }).parse(document)
const onceOnly = Object.values(services).flatMap(({ depends_on = {} }) =>
  Object.entries(depends_on)
    .filter(([, { condition }]) => condition === 'service_completed_successfully')
    .map(([name]) => name),
)

test('the file follows the compose specification', () => {
  const linter = createRequire(import.meta.url).resolve('dclint/package.json')
  const schema = JSON.parse(readFileSync(join(linter, '../schemas/compose.schema.json'), 'utf8'))
  const validate = compile(schema)
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({ services: { api: { image: 'millrace', port: '4600' } } })).toBe(false)
})

test('it is the production shape', () => {
  expect(Object.keys(services)).toEqual([
    ...['postgres', 'temporal-schema', 'temporal', 'temporal-namespace', 'temporal-ui'],
    ...['migrate', 'api', 'worker'],
  ])
  expect(services.worker?.deploy).toEqual({ replicas: 2 })
  expect(services.temporal?.environment).toMatchObject({ DB: 'postgres12', POSTGRES_SEEDS: 'postgres' })
})

test('whatever keeps running has a health check, and whatever is waited for exists', () => {
  for (const [name, { healthcheck, depends_on = {} }] of Object.entries(services)) {
    expect(Boolean(healthcheck) || onceOnly.includes(name), name).toBe(true)
    for (const [other, { condition }] of Object.entries(depends_on)) {
      expect(services[other], `${name} waits for ${other}`).toBeDefined()
      if (condition === 'service_healthy') expect(services[other]?.healthcheck, other).toBeDefined()
    }
  }
})

test('every image is built here or has a version', () => {
  for (const { image, build } of Object.values(services)) {
    if (build) expect(existsSync(join(root, build, 'Dockerfile'))).toBe(true)
    else expect(image).toMatch(/^[\w/-]+:\d+(\.\d+)*$/)
  }
})

test('every command, check and mounted folder is a file of ours', () => {
  for (const { command = [], healthcheck, volumes = [], environment = {} } of Object.values(services)) {
    const words = [...command, ...(healthcheck?.test ?? []), ...Object.values(environment)]
    for (const path of words.filter((word) => /\.(ts|js|sh|yaml)$/.test(word))) {
      expect(existsSync(join(root, path.replace(/^\/millrace\//, 'docker/'))), path).toBe(true)
    }
    for (const source of volumes
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((path) => path.startsWith('.'))) {
      expect(existsSync(join(root, source)), source).toBe(true)
    }
  }
})

test('what the image is built without is nothing that a command needs', () => {
  const ignored = read('.dockerignore').trim().split('\n')
  for (const folder of ['apps', 'packages', 'workflows', 'docker', 'package-lock.json']) {
    expect(ignored).not.toContain(folder)
  }
})

function compile(schema: Record<string, unknown>) {
  // the schema names its draft in a way that Ajv does not read
  const { $schema: _draft, ...rest } = schema
  return new Ajv({ strict: false, validateFormats: false }).compile(rest)
}

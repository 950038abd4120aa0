import { fileURLToPath } from 'node:url'

/** Where workflow code starts. */
export const WORKFLOWS_PATH = fileURLToPath(import.meta.resolve('@millrace/workflows/contact-journey'))

/** Every module of ours in the workflow bundle; a test holds the list to the bundle. */
export const OWN_MODULES: readonly string[] = [
  WORKFLOWS_PATH,
  fileURLToPath(import.meta.resolve('@millrace/program/plan')),
]

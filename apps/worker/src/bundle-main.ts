import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'
import { WORKFLOWS_PATH } from './bundle-sources.ts'

const { code } = await bundleWorkflowCode({
  workflowsPath: WORKFLOWS_PATH,
  logger: new DefaultLogger('ERROR'),
})
process.stdout.write(code)

import type { WorkerOptions } from '@temporalio/worker'
import type { Settings } from './settings.ts'

/** The options that decide how fast a worker is and how much memory it takes. */
export function workerOptions({ cachedWorkflows, concurrency, threads }: Settings) {
  return {
    maxCachedWorkflows: cachedWorkflows,
    maxConcurrentWorkflowTaskExecutions: concurrency,
    // Never fewer than workflow tasks: a block that queues would use up its time before it starts.
    maxConcurrentLocalActivityExecutions: concurrency,
    maxConcurrentWorkflowTaskPolls: Math.min(10, concurrency),
    workflowThreadPoolSize: threads,
    enableNonLocalActivities: false,
    // How long a cached workflow is waited for after its worker was killed.
    stickyQueueScheduleToStartTimeout: '5s',
    shutdownGraceTime: 1500,
    shutdownForceTime: 2500,
  } satisfies Partial<WorkerOptions>
}

import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/**
 * What tells a process from a later one with the same pid: the boot and its start time. Undefined when it no longer
 * runs (a zombie counts as gone).
 * @param {number} pid
 * @returns {string | undefined}
 */
export function processStamp(pid) {
  return process.platform === 'linux' ? stampFromProc(pid) : stampFromPs(pid)
}

/** @param {number} pid */
function stampFromProc(pid) {
  try {
    // the name in brackets may itself hold spaces and brackets
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ') ?? []
    const [state, startTime] = [fields[0], fields[19]]
    if (state === 'Z' || state === 'X') return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${startTime}`
  } catch {
    return undefined
  }
}

/** @param {number} pid */
function stampFromPs(pid) {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '')
  } catch {
    return undefined
  }
}

/**
 * The folder a process works in, where the system tells.
 * @param {number} pid
 */
export function workingFolder(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/**
 * The direct children of a process that run right now, with their titles; empty where there is no /proc.
 * @param {number} pid
 * @returns {{ pid: number, title: string }[]}
 */
export function childrenOf(pid) {
  try {
    const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
    return pids === ''
      ? []
      : pids.split(' ').map((child) => ({ pid: Number(child), title: titleOf(Number(child)) }))
  } catch {
    return []
  }
}

/** @param {number} pid */
function titleOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

/**
 * Signals a process and, once `patience` ms are over, the next signal, until it is gone.
 * @param {number} pid
 * @param {readonly { signal: NodeJS.Signals, patience: number }[]} ladder the last signal must be one that cannot be refused
 */
export async function endProcess(pid, ladder) {
  const stamp = processStamp(pid)
  if (stamp === undefined) return
  const running = () => processStamp(pid) === stamp
  for (const { signal, patience } of ladder) {
    sendSignal(pid, signal)
    for (const end = Date.now() + patience; running() && Date.now() < end; ) await sleep(20)
    if (!running()) return
  }
}

/**
 * Sends a signal; a process that is already gone is no fault.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function sendSignal(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch {
    // gone between the look and the signal
  }
}

/** @param {number} milliseconds */
export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

import type { ImportResult } from './contacts.ts'
import { Problem } from './problem.ts'
import { accessToken } from './token.ts'

const parse = (text: string): { code?: string; detail?: string } & Partial<ImportResult> => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** Streams a file to the API; `onProgress` gets the share already sent, which only XMLHttpRequest can tell. */
export function importContacts(file: File, onProgress: (share: number) => void): Promise<ImportResult> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    const lines = /\.(ndjson|jsonl)$/i.test(file.name)
    call.open('POST', '/api/contacts')
    call.setRequestHeader('content-type', lines ? 'application/x-ndjson' : 'text/csv')
    const token = accessToken()
    if (token) call.setRequestHeader('authorization', `Bearer ${token}`)
    call.upload.onprogress = (event) => onProgress(event.total ? event.loaded / event.total : 1)
    call.onerror = () => reject(new Problem({ status: 0, code: 'unreachable', detail: '' }))
    call.onload = () => {
      const body = parse(call.responseText)
      if (call.status < 300) {
        resolve({
          accepted: body.accepted ?? 0,
          rejected: body.rejected ?? [],
          ...(body.rejectedCount === undefined ? {} : { rejectedCount: body.rejectedCount }),
        })
        return
      }
      reject(new Problem({ status: call.status, code: body.code ?? '', detail: body.detail ?? '' }))
    }
    call.send(file)
  })
}

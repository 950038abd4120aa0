import type { ImportResult } from './contacts.ts'
import { Problem, problemOf } from './problem.ts'
import { accessToken } from './token.ts'

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
    call.onerror = () => reject(new Problem({ status: 0, code: 'unreachable' }))
    call.onload = () => {
      if (call.status >= 300) reject(problemOf(call.status, call.responseText))
      // What the route answers, as its schema says.
      else resolve(JSON.parse(call.responseText) as ImportResult)
    }
    call.send(file)
  })
}

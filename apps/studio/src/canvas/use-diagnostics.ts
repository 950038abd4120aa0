import { compile } from '@millrace/compiler'
import { useEffect } from 'react'
import { useMeta } from '../forms/meta.ts'
import type { Editor } from './context.ts'

const QUIET = 150

/** Checks the drawing in the browser, with the compiler that publishing uses, shortly after each change. */
export function useDiagnostics({ editor, live }: Editor): void {
  const { coupons, channels, known } = useMeta()
  const ids = JSON.stringify([known, coupons.map(({ id }) => id), channels])
  useEffect(() => {
    const [isKnown, couponIds, channelIds]: [boolean, string[], string[]] = JSON.parse(ids)
    const context = {
      coupons: isKnown ? new Set(couponIds) : null,
      channels: new Set(isKnown ? channelIds : ['inbox', 'email']),
    }
    const check = () => {
      const { diagnostics } = compile(editor.getState().document, context)
      live.getState().setDiagnostics(diagnostics)
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = editor.subscribe(({ document }, before) => {
      if (document === before.document) return
      clearTimeout(timer)
      timer = setTimeout(check, QUIET)
    })
    check()
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [editor, live, ids])
}

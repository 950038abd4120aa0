import { useEffect, useState } from 'react'

const QUIET = 250

/** The value once it has not changed for a quarter of a second: one question per word, not per letter. */
export function useDebounced<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), QUIET)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

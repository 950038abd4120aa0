import { type Mode, type ModeName, modes } from './tokens.ts'

function declarations({ palette, own }: Mode): string {
  const named = Object.entries(palette).map(([token, value]) => {
    return `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`
  })
  return [...named, ...Object.entries(own).map(([name, value]) => `--${name}:${value}`)].join(';')
}

const rule = (name: ModeName) =>
  `:root[data-theme=${name}]{color-scheme:${name};${declarations(modes[name])}}`

/** Puts every token on the root as `--color-…` and `--mr-…`, so that plain CSS and antd draw from one table. */
export function installTokens(): void {
  const style = document.createElement('style')
  style.textContent = rule('light') + rule('dark')
  document.head.append(style)
}

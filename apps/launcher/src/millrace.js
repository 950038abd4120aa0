#!/usr/bin/env node
// Read by whatever Node is there, so nothing newer may be loaded before the version is known.
const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(
    `Millrace needs Node 20 or newer and this is ${process.versions.node}: install it from https://nodejs.org.`,
  )
  process.exit(1)
}
const { runCommand } = await import('./commands.js')
await runCommand(process.argv[2], process.argv.slice(3))

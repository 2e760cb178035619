#!/usr/bin/env node
const process = require('node:process')
const { main } = require('../dist/chunks/main.cjs')

// Whoever waits for an answer must not take a program that ended without one for a clean ledger.
process.exitCode = 2
main(process.argv.slice(2)).then((exit) => {
  process.exitCode = exit
})

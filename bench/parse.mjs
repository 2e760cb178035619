// The floor that `check` is held against: the yaml package parsing every file of a folder on one thread, and no more.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const folder = process.argv[2]
for (const name of readdirSync(folder)) parse(readFileSync(join(folder, name), 'utf8'))

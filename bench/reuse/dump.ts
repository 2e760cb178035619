import { writeFileSync } from 'node:fs'
import { generate, USUAL } from './corpus.ts'
const g = generate({ ...USUAL, lectures: Number(process.argv[2]), seed: Number(process.argv[3]), ...(process.argv[5] ? JSON.parse(process.argv[5]) : {}) })
writeFileSync(process.argv[4]!, JSON.stringify(g.texts.map(({ document }) => document)))

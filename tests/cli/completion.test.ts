import { expect, test } from 'vitest'
import { taizhang } from './program.ts'

test.each(['bash', 'zsh', 'fish', 'powershell'])('complete %s prints a script that asks the program', (shell) => {
  const { code, stdout } = taizhang(['complete', shell])
  expect(code).toBe(0)
  expect(stdout).toMatch(/taizhang[\s\S]*complete/)
})

test('what a shell asks is answered: commands, then the options of the one that was typed', () => {
  expect(taizhang(['complete', '--', 'che']).stdout).toMatch(/^check\t/)
  const options = taizhang(['complete', '--', 'check', '--fo']).stdout
  expect(options).toMatch(/^--format\t[^\n]+\n:\d+\n$/)
})

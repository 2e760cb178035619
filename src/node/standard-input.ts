import process from 'node:process'
import { buffer } from 'node:stream/consumers'

/** All of standard input. */
export async function readStandardInput(): Promise<Uint8Array> {
  return new Uint8Array(await buffer(process.stdin))
}

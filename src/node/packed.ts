import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Stow } from '../engine/stow.ts'

/** Shorter ones are not worth compressing. Bytes. */
const WORTH_COMPRESSING = 16_384
/** JSON begins with none of these. */
const COMPRESSED = 0

/** A value as bytes: JSON, for that is quickest to read, where it is long in the fastest compression there is. */
export function pack(value: unknown): Uint8Array {
  const bytes = Buffer.from(JSON.stringify(value))
  if (bytes.length < WORTH_COMPRESSING) return bytes
  return Buffer.concat([Uint8Array.of(COMPRESSED), deflateRawSync(bytes, { level: 1 })])
}

export function unpack<T>(bytes: Uint8Array): T {
  const isCompressed = bytes[0] === COMPRESSED
  const json = isCompressed
    ? inflateRawSync(bytes.subarray(1))
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return JSON.parse(json.toString())
}

/** Keeps values as bytes outside the heap. */
export const stowAsBytes: Stow = <T>(value: T) => {
  const bytes = Uint8Array.from(pack(value))
  return () => unpack<T>(bytes)
}

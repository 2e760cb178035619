import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { type Stow, StowedDamage } from '../engine/stow.ts'
import type { ScratchFile } from './scratch-file.ts'

/** Shorter ones are not worth compressing. Bytes. */
const WORTH_COMPRESSING = 16_384
/** JSON begins with none of these. */
const COMPRESSED = 0

const CHECKSUM_BYTES = 4

/** What was packed has suffered, on a disk most likely: it says nothing any more. */
export class DamagedBytes extends StowedDamage {}

/**
 * A value as bytes: JSON, for that is quickest to read, where it is long in the fastest compression there is; behind it
 * its checksum.
 */
export function pack(value: unknown): Uint8Array {
  const json = Buffer.from(JSON.stringify(value))
  const isLong = json.length >= WORTH_COMPRESSING
  const parts = isLong ? [Uint8Array.of(COMPRESSED), deflateRawSync(json, { level: 1 })] : [json]
  return Buffer.concat([...parts, checksumOf(parts)])
}

/** @throws DamagedBytes */
export function unpack<T>(packed: Uint8Array): T {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, Math.max(packed.length - CHECKSUM_BYTES, 0))
  if (!checksumOf([bytes]).equals(packed.subarray(bytes.length))) throw new DamagedBytes()
  const json = bytes[0] === COMPRESSED ? inflateRawSync(bytes.subarray(1)) : bytes
  return JSON.parse(json.toString())
}

function checksumOf(parts: readonly Uint8Array[]): Buffer {
  const checksum = Buffer.alloc(CHECKSUM_BYTES)
  checksum.writeUInt32LE(parts.reduce((sum, part) => crc32(part, sum), 0))
  return checksum
}

/** Keeps values as bytes in a file. */
export function stowIn(file: ScratchFile): Stow {
  return <T>(value: T) => {
    const bytes = pack(value)
    return unpacking<T>(file, file.append(bytes), bytes.length)
  }
}

function unpacking<T>(file: ScratchFile, begin: number, length: number): () => T {
  return () => unpack<T>(file.read(begin, begin + length))
}

import { type Units, UnitsInMemory } from '../text/reuse/units.ts'
import { ScratchFile } from './scratch-file.ts'

export class UnitsInFile implements Units {
  private readonly file = new ScratchFile()

  append({ buffer, byteOffset, byteLength }: Uint16Array): void {
    this.file.append(new Uint8Array(buffer, byteOffset, byteLength))
  }

  read(from: number, to: number): Uint16Array {
    return new Uint16Array(this.file.read(2 * from, 2 * to).buffer)
  }

  /** By which other threads read what is there now. */
  descriptor(): number {
    this.file.flush()
    return this.file.descriptor
  }

  close(): void {
    this.file.close()
  }
}

/** In memory as long as there are not too many. */
export class SpillingUnits implements Units {
  private readonly most: number
  private held: UnitsInMemory | undefined = new UnitsInMemory()
  private spilt: UnitsInFile | undefined

  constructor(most: number) {
    this.most = most
  }

  append(units: Uint16Array): void {
    this.held?.append(units)
    this.spilt?.append(units)
    const held = this.held?.all()
    if (held === undefined || held.length <= this.most) return
    this.spilt = new UnitsInFile()
    this.spilt.append(held)
    this.held = undefined
  }

  read(from: number, to: number): Uint16Array {
    return (this.spilt ?? this.held ?? new UnitsInMemory()).read(from, to)
  }

  close(): void {
    this.spilt?.close()
  }
}

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
  private units: UnitsInMemory | UnitsInFile = new UnitsInMemory()

  constructor(most: number) {
    this.most = most
  }

  append(units: Uint16Array): void {
    this.units.append(units)
    if (this.units instanceof UnitsInFile) return
    const held = this.units.all()
    if (held.length <= this.most) return
    this.units = new UnitsInFile()
    this.units.append(held)
  }

  read(from: number, to: number): Uint16Array {
    return this.units.read(from, to)
  }

  close(): void {
    if (this.units instanceof UnitsInFile) this.units.close()
  }
}

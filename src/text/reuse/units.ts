/** Folded characters one behind the other: in memory, or wherever there is more room. */
export interface Units {
  /** Puts a copy of them behind those that are there. */
  append(units: Uint16Array): void
  /** Those from one place up to another; only to be read, and only until the next are asked for. */
  read(from: number, to: number): Uint16Array
}

const FIRST_SIZE = 65_536

export class UnitsInMemory implements Units {
  private length = 0
  private data: Uint16Array

  /** @param room to begin with; where it does not do, it is left for a larger one */
  constructor(room: Uint16Array = new Uint16Array(FIRST_SIZE)) {
    this.data = room
  }

  append(units: Uint16Array): void {
    if (this.length + units.length > this.data.length) {
      const grown = new Uint16Array(Math.max(this.length + units.length, 2 * this.data.length))
      grown.set(this.data)
      this.data = grown
    }
    this.data.set(units, this.length)
    this.length += units.length
  }

  read(from: number, to: number): Uint16Array {
    return this.data.subarray(from, to)
  }

  all(): Uint16Array {
    return this.read(0, this.length)
  }
}

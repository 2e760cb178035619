/** Makes room for so many bytes: plain memory, or such as threads share. */
export type Allocate = (bytes: number) => ArrayBufferLike

export function plainMemory(bytes: number): ArrayBuffer {
  return new ArrayBuffer(bytes)
}

const FIRST_SIZE = 4096

/** A list of 32-bit numbers whose length nobody knows beforehand. */
export class Numbers {
  length = 0
  private room: Uint32Array<ArrayBufferLike> = new Uint32Array(FIRST_SIZE)

  at(index: number): number {
    return this.room[index] as number
  }

  push(value: number): void {
    if (this.length === this.room.length) this.grow()
    this.room[this.length++] = value
  }

  /** The list as it stands; what is added later may go elsewhere. */
  view(): Uint32Array {
    return this.room.subarray(0, this.length)
  }

  private grow(): void {
    const grown = new Uint32Array(2 * this.room.length)
    grown.set(this.room)
    this.room = grown
  }
}

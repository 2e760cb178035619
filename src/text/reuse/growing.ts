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
    this.reserve(1)
    this.room[this.length++] = value
  }

  append(list: Uint32Array): void {
    this.reserve(list.length)
    this.room.set(list, this.length)
    this.length += list.length
  }

  /** The list as it stands; what is added later may go elsewhere. */
  view(): Uint32Array {
    return this.room.subarray(0, this.length)
  }

  /** The list in memory of that kind; nothing can be added any more. */
  taken(allocate: Allocate): Uint32Array {
    const view = this.view()
    if (allocate === plainMemory) return view
    const list = new Uint32Array(allocate(view.byteLength))
    list.set(view)
    this.room = list
    return list
  }

  private reserve(more: number): void {
    const needed = this.length + more
    if (needed <= this.room.length) return
    const grown = new Uint32Array(Math.max(needed, 2 * this.room.length))
    grown.set(this.room)
    this.room = grown
  }
}

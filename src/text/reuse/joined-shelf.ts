import type { Shelf, ShelfRoom } from './shelf.ts'

/** A shelf that was filled into a part of a larger room, beginning there at this character and this waypoint. */
export interface ShelfPart {
  readonly shelf: Shelf
  readonly character: number
  readonly waypoint: number
}

/** One shelf out of those that fill a room part by part, in order: the same as one made of all texts. Moves, copies nothing. */
export function joinShelves(room: ShelfRoom, parts: readonly ShelfPart[]): Shelf {
  let characters = 0
  let fingerprints = 0
  let waypoints = 0
  const starts: number[] = []
  const firstFingerprints: number[] = []
  const firstWaypoints: number[] = []
  for (const { shelf, character, waypoint } of parts) {
    const count = shelf.fingerprints.hashes.length
    room.units.copyWithin(characters, character, character + shelf.units.length)
    room.kinds.copyWithin(characters, character, character + shelf.units.length)
    room.hashes.copyWithin(fingerprints, character, character + count)
    room.waypoints.copyWithin(waypoints, waypoint, waypoint + shelf.waypoints.length)
    for (let index = 0; index < count; index++) {
      room.positions[fingerprints + index] = (room.positions[character + index] as number) + characters
    }
    append(starts, shelf.starts, characters)
    append(firstFingerprints, shelf.firstFingerprints, fingerprints)
    append(firstWaypoints, shelf.firstWaypoints, waypoints)
    characters += shelf.units.length
    fingerprints += count
    waypoints += shelf.waypoints.length
  }
  return {
    units: room.units.subarray(0, characters),
    kinds: room.kinds.subarray(0, characters),
    starts: Uint32Array.from([...starts, characters]),
    waypoints: room.waypoints.subarray(0, waypoints),
    firstWaypoints: Uint32Array.from([...firstWaypoints, waypoints]),
    fingerprints: {
      hashes: room.hashes.subarray(0, fingerprints),
      positions: room.positions.subarray(0, fingerprints),
    },
    firstFingerprints: Uint32Array.from([...firstFingerprints, fingerprints]),
  }
}

/** All but the last entry, which says where the next part begins. */
function append(target: number[], list: Uint32Array, shift: number): void {
  for (let index = 0; index < list.length - 1; index++) target.push((list[index] as number) + shift)
}

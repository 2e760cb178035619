import { setFlagsFromString } from 'node:v8'

/**
 * By how much a heap may outgrow what is alive in it before V8 looks what is not, in percent: by itself it waits for four
 * times as much, which for a city's ledgers is half a gigabyte of waste.
 */
const GROWING = '--heap-growing-percent=60'

/** From here on memory counts for more than a few percent of time. */
export function keepHeapSmall(): void {
  setFlagsFromString(GROWING)
}

import { clearCache } from '../node/cache-folder.ts'
import { DamagedBytes } from '../node/packed.ts'

/**
 * Where what was kept turns out to have suffered, throws it away and does the same once more: judged anew, it comes out
 * as if nothing had been kept. A command writes nothing before all is judged.
 */
export async function withSoundCache<T>(act: () => Promise<T> | T): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof DamagedBytes)) throw error
    await clearCache()
    return act()
  }
}

const MEGABYTE = 1024 * 1024
/** More text than any ledger or lecture holds. */
const MAX_INFLATED = 64 * MEGABYTE
/** Office files shrink to a tenth or so; below this size what shrinks further does no harm. */
const MAX_RATIO = 200
const HARMLESS = 4 * MEGABYTE
/** An entry that says it is empty takes no more than this. */
const EMPTY_ENTRY = 64

/**
 * Why a zip archive (.xlsx, .docx) is not to be opened: it would swell beyond measure (zip bomb), or is none. Only the
 * directory at its end is read; nothing is inflated.
 */
export async function zipFault(bytes: Uint8Array): Promise<string | undefined> {
  const { unzipSync } = await import('fflate')
  let inflated = 0
  let liesAboutSize = false
  try {
    unzipSync(bytes, {
      filter: ({ size, originalSize }) => {
        inflated += originalSize
        liesAboutSize ||= originalSize === 0 && size > EMPTY_ENTRY
        return false
      },
    })
  } catch {
    return '文件已经损坏，或者不是它的扩展名所说的格式'
  }
  if (liesAboutSize) return '文件里写的大小与内容不符，为安全起见没有打开'
  if (inflated <= MAX_INFLATED && (inflated <= HARMLESS || inflated <= bytes.length * MAX_RATIO)) return undefined
  return `文件展开后有${Math.ceil(inflated / MEGABYTE)} MB，远超一份台账的大小，为安全起见没有打开`
}

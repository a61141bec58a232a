/** FNV-1a, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** Where a unit stands between 0 and 1 under a seed, in steps of 0.0001: the same in every browser, and as GrowthBook's hash version 2. */
export const hashShare = (seed: string, unit: string): number => (fnv1a(`${fnv1a(seed + unit)}`) % 10_000) / 10_000

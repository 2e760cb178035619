/** What many checks want first: said alike everywhere, so that reports can tell it once. */
export const NO_ROSTER = '台账没有党员名册'

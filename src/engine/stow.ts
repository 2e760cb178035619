/** Puts a value away where it takes little room; what comes back gives it again as often as it is asked. */
export type Stow = <T>(value: T) => () => T

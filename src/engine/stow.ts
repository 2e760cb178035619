/** Puts a value away where it takes little room; what comes back gives it again as often as it is asked. */
export type Stow = <T>(value: T) => () => T

/** What was put away has suffered where it lay: no check is to blame, and none can go on. */
export class StowedDamage extends Error {}

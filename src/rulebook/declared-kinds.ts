import type { KindDeclaration } from './schema.ts'

/** A kind of record that rulebooks or a configuration declare. */
export interface DeclaredKind {
  /** Other names that it goes by. */
  readonly aliases: readonly string[]
  /** Whether its records are entries of a register (专项台账), not meetings. */
  readonly register: boolean
}

export type DeclaredKinds = Readonly<Record<string, DeclaredKind>>

/** Adds declarations to those before; what several say of a kind holds together. */
export function withKinds(
  before: DeclaredKinds,
  declared: Readonly<Record<string, KindDeclaration>> = {},
): DeclaredKinds {
  const kinds: Record<string, DeclaredKind> = { ...before }
  for (const [kind, { aliases = [], register = false }] of Object.entries(declared)) {
    const known = kinds[kind]
    kinds[kind] = {
      aliases: [...(known?.aliases ?? []), ...aliases],
      register: register || known?.register === true,
    }
  }
  return kinds
}

/** 0 nothing at or above `--fail-on` · 1 findings · 2 the job could not be done · 130 interrupted (spec: exit codes). */
export const EXIT = { clean: 0, findings: 1, undone: 2, interrupted: 130 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The job can't be done for a reason that whoever gave the command can mend; the message says which. */
export class UsageError extends Error {}

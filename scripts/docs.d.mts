export function rulesPage(): string

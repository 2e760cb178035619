import manifest from '../package.json' with { type: 'json' }

export const VERSION: string = manifest.version

declare const __BUILD__: string

/** Another one for every change of code or rules, so that nothing is recalled that another program kept. */
export const BUILD: string = typeof __BUILD__ === 'string' ? __BUILD__ : VERSION

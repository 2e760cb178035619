/** All that is bundled into one file, each part by what starts it and loaded for that only. */
export const program = () => import('./program.ts')
export const judgeWorker = () => import('../node/judge-worker.ts')

import { workerData } from 'node:worker_threads'
import { serve } from './reuse-stages.ts'

/** A thread that does its part of comparing texts. */
serve(workerData)

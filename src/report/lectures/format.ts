import type { Page } from '../format.ts'
import type { LecturesReport } from './model.ts'

/** Writes the comparison of lectures down: a text that ends with a line break. */
export type LecturesFormat = (report: LecturesReport, page: Page) => string

import { EXECUTION_REPORT_TYPES, type ExecutionReportType } from '../../domain/index.ts'
import { parseReportDate } from './report-date.ts'

/** What the Treasury's file name says: 20260630_FXB-EXB-901_TREZ351_<principal>_<entity>_02_90000002.xlsx. */
export interface FileNameFacts {
  readonly periodEnd: string | null
  readonly type: ExecutionReportType | null
  /** Fiscal code of the principal authorising officer, then of the entity whose execution it is. */
  readonly principal: string | null
  readonly entity: string | null
  readonly sector: string | null
}

export const parseReportType = (text: string): ExecutionReportType | null =>
  EXECUTION_REPORT_TYPES.find(type => type === text.toUpperCase().replace(/[\s_–-]+/g, '-')) ?? null

/** Reads a file name; what it does not say is null. A name that people gave says at most the type. */
export function parseFileName(fileName: string): FileNameFacts {
  const whole =
    /(?:^|[^\d])(\d{4})(\d{2})(\d{2})_(FXB-EXB-\d{3})_TREZ\d+_(\d{2,10})_(\d{2,10})_(\d{2})_/i.exec(fileName)
  if (whole) {
    const [, year, month, day, type = '', principal = null, entity = null, sector = null] = whole
    return {
      periodEnd: parseReportDate(`${year}-${month}-${day}`),
      type: parseReportType(type),
      principal,
      entity,
      sector,
    }
  }
  const type = /FXB[\s_-]?EXB[\s_-]?\d{3}/i.exec(fileName)?.[0]
  return {
    periodEnd: null,
    type: type ? parseReportType(type.replace(/^FXB[\s_-]?EXB[\s_-]?/i, 'FXB-EXB-')) : null,
    principal: null,
    entity: null,
    sector: null,
  }
}

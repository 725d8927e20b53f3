import type { Names } from '../../domain/index.ts'

/** What the county asks for, as data. Approval levels and editing in the browser come with institutional reporting. */
export interface ReportType {
  readonly code: string
  readonly names: Names
  readonly unit: 'lei'
  readonly visibility: 'public' | 'internal'
  /** How many approvals a confirmed report needs before it is published. */
  readonly approvalLevels: 0
  readonly legalBasis: string
}

export const REPORT_TYPES: readonly ReportType[] = [
  {
    code: 'FXB-EXB-900',
    names: {
      ro: 'Execuție bugetară a instituției',
      hu: 'Az intézmény költségvetésének végrehajtása',
      en: 'Budget execution of the institution',
    },
    unit: 'lei',
    visibility: 'public',
    approvalLevels: 0,
    legalBasis: 'OMFP 517/2016; Legea 273/2006 art. 76¹',
  },
  {
    code: 'FXB-EXB-901',
    names: {
      ro: 'Execuție bugetară agregată la ordonatorul principal',
      hu: 'A fő hitelutalványozónál összesített költségvetés-végrehajtás',
      en: 'Budget execution aggregated at the principal authorising officer',
    },
    unit: 'lei',
    visibility: 'public',
    approvalLevels: 0,
    legalBasis: 'OMFP 517/2016; Legea 273/2006 art. 76¹',
  },
]

export const findReportType = (code: string): ReportType | null =>
  REPORT_TYPES.find(reportType => reportType.code === code) ?? null

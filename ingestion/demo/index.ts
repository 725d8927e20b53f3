export type { DemoEntity, DemoKind } from './demo-entities.ts'
export { type DemoCounty, type DemoReport, generateDemoReports } from './generate-demo-reports.ts'

export { renderReport } from './render-report.js';
export type { ReportInput } from './view.js';

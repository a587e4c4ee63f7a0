export type { ReportInput } from './view.js';
export { renderReport } from './render-report.js';

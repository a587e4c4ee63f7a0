export { renderTrend, type TrendInput } from './render-trend.js';
export { TREND_COLUMNS, trendCsv } from './trend-csv.js';

export type { AgreementCoefficient, AgreementTable } from './agreement-table.js';
export { byarInterval, type ByarOptions } from './byar-interval.js';
export { clopperPearsonInterval } from './clopper-pearson-interval.js';
export { cohenKappa } from './cohen-kappa.js';
export {
  directlyStandardisedRate,
  type StandardisationStratum,
  type StandardisedRate,
} from './directly-standardised-rate.js';
export type { FunnelUnit, Overdispersion } from './estimate-overdispersion.js';
export { funnelLimits } from './funnel-limits.js';
export { type FunnelPosition, funnelPosition } from './funnel-position.js';
export { type FunnelZone, funnelZone } from './funnel-zone.js';
export { gwetAc1 } from './gwet-ac1.js';
export type { Interval } from './interval.js';
export { type DifferenceInterval, newcombeDifference } from './newcombe-difference.js';
export { normalCriticalValue, normalQuantile } from './normal-quantile.js';
export { overdispersedFunnelLimits } from './overdispersed-funnel-limits.js';
export {
  overdispersion,
  OVERDISPERSION_MINIMUM_UNITS,
  type OverdispersionOptions,
} from './overdispersion.js';
export { type PercentAgreement, percentAgreement } from './percent-agreement.js';
export { sampleSize, type SampleSizeRequest } from './sample-size.js';
export { type SampleStratum, stratifiedEstimate, type StratifiedEstimate } from './stratified-estimate.js';
export { studentCriticalValue } from './student-critical-value.js';
export { wilsonInterval } from './wilson-interval.js';
export type { XmrPhase } from './xmr-phase.js';
export { type XmrRule, type XmrSignal } from './xmr-signals.js';
export { type Xmr, xmr, type XmrOptions } from './xmr.js';

export { fieldsByName } from './names.js';
export type { Confidence } from './proposal.js';
export type { SuggestedColumn } from './describe.js';
export { suggestProfile, type SuggestOptions, type Suggestion } from './suggest.js';

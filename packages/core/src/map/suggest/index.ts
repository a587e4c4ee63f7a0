export { suggestProfile, type Suggestion } from './suggest.js';

import { describe, expect, it } from 'vitest';
import { valueOf } from '../evaluate/facts-of.test-helper.js';

describe('live', () => {
  it.each([
    ['', '', 'true'],
    ['crime', '', 'true'],
    ['Crime', '', 'true'],
    [null, null, 'true'],
    ['non-crime', '', 'false'],
    ['reported-incident', '', 'false'],
    ['enquiry', '', 'unknown'],
    ['', '2025-06-01', 'false'],
    ['', 'yes', 'unknown'],
    ['', '2025-02-30', 'unknown'],
    ['enquiry', '2025-06-01', 'false'],
    ['non-crime', 'yes', 'false'],
    ['enquiry', 'yes', 'unknown'],
  ])('of a record of the type %j, cancelled on %j, is %s', (recordType, cancelledOn, live) => {
    expect(valueOf('live', { recordType, cancelledOn })).toBe(live);
  });
});

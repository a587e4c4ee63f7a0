import { PLAIN, plainIdentity } from '@markercheck/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from './sha256.js';

it('gives the fingerprints that the SHA-256 in JavaScript gives', () => {
  const text = fc.string({ unit: 'binary', maxLength: 80 });
  fc.assert(
    fc.property(text, text, text, (rule, force, crimeReference) => {
      expect(plainIdentity(sha256).fingerprint(rule, force, crimeReference)).toBe(
        PLAIN.fingerprint(rule, force, crimeReference),
      );
    }),
  );
});

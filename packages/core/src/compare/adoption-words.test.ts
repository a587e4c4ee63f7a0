import { describe, expect, it } from 'vitest';
import { adoptionDifference } from './adoption-words.js';

const force = (short: string, confirmed: number | null, digest = String(confirmed), asAt = '2026-11-01') => ({
  short,
  asAt,
  adoption: confirmed === null ? null : { confirmed, of: 25, edition: 'April 2026', digest },
});

describe('the readings that forces have adopted', () => {
  it('are not spoken of where they are the same, or where nobody was asked', () => {
    expect(adoptionDifference([force('Dorset', 17), force('Wiltshire', 17)])).toBeNull();
    expect(adoptionDifference([force('Dorset', null), force('Wiltshire', null)])).toBeNull();
  });

  it('are said force by force where they differ', () => {
    expect(
      adoptionDifference([force('Dorset', 17), force('Wiltshire', null), force('Avon', null)]),
    ).toContain(
      'Dorset: 17 of 25 confirmed against edition April 2026; Wiltshire and Avon: no adoption sheet.',
    );
  });

  it('are said to differ where as many were confirmed, and not the same ones', () => {
    expect(adoptionDifference([force('Dorset', 17, 'a'), force('Wiltshire', 17, 'b')])).toContain(
      'Dorset and Wiltshire: 17 of 25 confirmed against edition April 2026, but not the same ones.',
    );
  });

  it('of one force are told by the day', () => {
    expect(adoptionDifference([force('Dorset', null, '', '2025-11-01'), force('Dorset', 17)])).toContain(
      'as at 2025-11-01: no adoption sheet; as at 2026-11-01: 17 of 25',
    );
  });
});

import type { PostingRow } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { momentsOf } from './timeline.rules.ts';

const posting = (facts: Partial<PostingRow>): PostingRow => ({
  id: '',
  personId: 'p',
  teamId: 'a',
  position: 'ordinary',
  validFrom: '2024-07-01',
  validTo: null,
  personName: '',
  teamName: '',
  commune: null,
  decision: null,
  civilDefence: null,
  endDecision: null,
  accepted: [],
  reason: '',
  ...facts,
});
const told = (postings: PostingRow[]) => momentsOf(postings).map(({ on, what }) => [on, what]);

test('another title and another team continue a service; only its end is a leaving', () => {
  expect(
    told([
      posting({ validFrom: '2026-01-01', validTo: '2026-06-01', teamId: 'b' }),
      posting({ validFrom: '2025-01-01', validTo: '2026-01-01', position: 'leader' }),
      posting({ validFrom: '2024-07-01', validTo: '2025-01-01' }),
    ]),
  ).toEqual([
    ['2026-06-01', 'left'],
    ['2026-01-01', 'transferred'],
    ['2025-01-01', 'retitled'],
    ['2024-07-01', 'recognised'],
  ]);
});

test('who comes back after a while is recognised again', () => {
  expect(
    told([
      posting({ validFrom: '2026-01-01' }),
      posting({ validFrom: '2024-07-01', validTo: '2025-01-01' }),
    ]),
  ).toEqual([
    ['2026-01-01', 'recognised'],
    ['2025-01-01', 'left'],
    ['2024-07-01', 'recognised'],
  ]);
});

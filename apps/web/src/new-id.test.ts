import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { newId } from './new-id.ts';

test('ids are accepted as ids, differ, and sort by the time they were made', () => {
  const earlier = newId(1_700_000_000_000);
  const later = newId(1_800_000_000_000);
  expect(z.uuidv7().safeParse(earlier).success).toBe(true);
  expect(earlier < later).toBe(true);
  expect(newId()).not.toBe(newId());
});

import { expect, test } from '@jest/globals';
import { changedPlace } from './history.rules.ts';
import { readNumber, writtenNumber } from './number.rules.ts';
import { following, withBinding, withCell } from './table-column.ts';

const three = { binding: 'exact', members: 3 };

test('a new bracket begins where the last one ends', () => {
  const blank = { value: three };
  expect(following([{ from: 0, to: 350, value: three }], blank)).toEqual({
    from: 350,
    value: three,
  });
  const closed = { to: 350, toIncluded: true, value: three };
  expect(following([closed], blank)).toEqual({ from: 350, fromIncluded: false, value: three });
  expect(following([{ over: 700, included: false, teams: 2 }], { over: 1, teams: 2 })).toEqual({
    over: 700,
    included: false,
    teams: 3,
  });
});

test('another way to say the number keeps what is known of it', () => {
  const most = withBinding({ value: { binding: 'range', from: 3, to: 5 } }, 'maximum');
  expect(most).toEqual({ value: { binding: 'maximum', members: 5, atLeast: 3 } });
  expect(withBinding(most, 'exact')).toEqual({ value: { binding: 'exact', members: 5 } });
});

test('a bound that is emptied is left out of the document', () => {
  expect(withCell({ from: 1, to: 2 }, ['to'], undefined)).toEqual({ from: 1 });
});

test('numbers are read as people write them here', () => {
  expect(['1.500', '1 500', '0,5', '', '350'].map(readNumber)).toEqual([
    1500,
    1500,
    0.5,
    null,
    350,
  ]);
  expect(['abc', '1.5', '1,2,3'].map(readNumber)).toEqual([undefined, undefined, undefined]);
  expect([1500, 0.5, 'abc', undefined].map(writtenNumber)).toEqual(['1500', '0,5', 'abc', '']);
});

test('letters typed into one place are one change; a pasted table is another', () => {
  const before = { name: 'a', members: [{ from: 1 }, { from: 2 }] };
  expect(changedPlace(before, { ...before, name: 'ab' })).toBe('.name');
  expect(changedPlace(before, { ...before, members: [before.members[0], { from: 23 }] })).toBe(
    '.members.1.from',
  );
  expect(changedPlace(before, { ...before, members: [{ from: 1 }] })).toBeNull();
  expect(changedPlace(before, { ...before, members: [{ from: 7 }, { from: 8 }] })).toBeNull();
});

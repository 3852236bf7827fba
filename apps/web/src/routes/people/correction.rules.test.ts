import { expect, test } from '@jest/globals';
import { changedMeanwhile, changesOf } from './correction.rules.ts';

const recorded = {
  name: 'Nguyễn Văn An',
  birthDate: '1980-05-04',
  sex: 'male' as const,
  communeId: 'c',
  phone: '',
  education: null,
  ethnicity: 'Kinh',
  religion: '',
  partyJoinedOn: '2001-02-03',
  address: 'Thôn Chằm',
  note: '',
};

test('a correction sends only what was typed otherwise', () => {
  expect(changesOf(recorded, { ...recorded })).toEqual({});
  expect(changesOf(recorded, { ...recorded, phone: '0912', citizenId: '' })).toEqual({
    phone: '0912',
  });
});

test('what was emptied is sent as empty, not left out', () => {
  const typed = { ...recorded, address: undefined, partyJoinedOn: undefined } as never;
  expect(changesOf(recorded, typed)).toEqual({ address: '', partyJoinedOn: null });
});

test('a new number is sent although the old one is not shown', () => {
  expect(changesOf(recorded, { ...recorded, citizenId: '024090012345' })).toEqual({
    citizenId: '024090012345',
  });
});

test('what somebody else changed meanwhile is told by field', () => {
  expect(changedMeanwhile(recorded, { ...recorded, phone: '0912', note: 'x' })).toEqual([
    'phone',
    'note',
  ]);
});

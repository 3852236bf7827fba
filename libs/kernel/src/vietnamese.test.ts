import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareNames, kindsOf, nameKey, searchKey, splitKind } from './vietnamese.ts';

const syllables = [
  ...[
    'Cẩm',
    'Giàng',
    'Giang',
    'Hoà',
    'Hòa',
    'Thuỵ',
    'Thụy',
    'Quý',
    'Quí',
    'Đức',
    'Ðức',
    'Yên',
    'Lục',
  ],
  ...[
    'Ngạn',
    'Khoẻ',
    'Khỏe',
    'Hoàn',
    'Của',
    'Ba',
    'Tô',
    'Tơ',
    'Nguyễn',
    'Xương',
    "H'Leo",
    'Ơi',
    '12',
  ],
];
const name = fc
  .array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));
const anyText = fc.oneof(name, fc.string({ unit: 'grapheme', maxLength: 12 }));

test('keys of keys are the keys themselves', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(nameKey(nameKey(text))).toBe(nameKey(text));
      expect(searchKey(searchKey(text))).toBe(searchKey(text));
    }),
    { numRuns: 1000 },
  );
});

test('a name keeps its keys in NFD, in capitals and with stray spaces', () => {
  fc.assert(
    fc.property(name, (text) => {
      for (const variant of [
        text.normalize('NFD'),
        text.toUpperCase(),
        `  ${text.replaceAll(' ', '\u00a0 ')} \u200b`,
      ]) {
        expect(nameKey(variant)).toBe(nameKey(text));
        expect(searchKey(variant)).toBe(searchKey(text));
      }
    }),
  );
});

const open = fc.constantFrom('o|a', 'o|e', 'u|y');
const onset = fc.constantFrom('h', 'th', 'kh', 'l', 't', 'ng', 'x');
const mark = fc.constantFrom('\u0300', '\u0301', '\u0303', '\u0309', '\u0323');

test('the two conventions of placing a tone mark give one name', () => {
  fc.assert(
    fc.property(onset, open, mark, (start, vowels, tone) => {
      const [first, second] = vowels.split('|');
      const older = `${start}${first}${tone}${second}`;
      const newer = `${start}${first}${second}${tone}`;
      expect(nameKey(older)).toBe(nameKey(newer));
      expect(nameKey(older)).not.toBe(nameKey(`${start}${first}${second}`));
    }),
  );
});

test.each([
  ['Hoà Bình', 'Hòa Bình'],
  ['Thuỵ Khuê', 'Thụy Khuê'],
  ['Khoẻ', 'Khỏe'],
  ['Ðồng Kỳ', 'Đồng Kỳ'],
  ['Bà Rịa – Vũng Tàu', 'Bà Rịa-Vũng Tàu'],
  ['Ea H’Leo', "Ea H'leo"],
  ['Phường 01', 'Phường 1'],
])('%s and %s are one name', (a, b) => {
  expect(nameKey(a)).toBe(nameKey(b));
});

test.each([
  ['Cẩm Giang', 'Cẩm Giàng'],
  ['Ba Tô', 'Ba Tơ'],
  ['Văn Lang', 'Văn Lăng'],
  ['Lý Nhân', 'Lí Nhân'],
  ['Đông Sơn', 'Dông Sơn'],
  ['Phường 10', 'Phường 1'],
])('%s and %s are two names', (a, b) => {
  expect(nameKey(a)).not.toBe(nameKey(b));
});

test('typing "luc ngan" finds Lục Ngạn', () => {
  expect(searchKey('  LỤC  Ngạn')).toBe('luc ngan');
  expect(searchKey('Đông Đô')).toBe('dong do');
});

test.each([
  ['Phường Thọ Xương', 'phường', 'Thọ Xương'],
  ['TT Bắc Lý  ', 'thị trấn', 'Bắc Lý'],
  ['TT. Bắc Lý', 'thị trấn', 'Bắc Lý'],
  ['T.T Vôi', 'thị trấn', 'Vôi'],
  ['THỊ XÃ VIỆT YÊN', 'thị xã', 'VIỆT YÊN'],
  ['TX. Chũ', 'thị xã', 'Chũ'],
  ['TP.Bắc Giang', 'thành phố', 'Bắc Giang'],
  ['P.12', 'phường', '12'],
  ['P12', 'phường', '12'],
  ['X. Tân Lập', 'xã', 'Tân Lập'],
  ['H. Yên Thế', 'huyện', 'Yên Thế'],
  ['Huyện đảo Cô Tô', 'huyện đảo', 'Cô Tô'],
  ['Đặc khu Phú Quốc', 'đặc khu', 'Phú Quốc'],
  ['TDP số 3', 'tổ dân phố', 'số 3'],
  ['Xã'.normalize('NFD') + ' Tân Lập', 'xã', 'Tân Lập'],
  ['Mỹ Độ', null, 'Mỹ Độ'],
  ["H'Leo", null, "H'Leo"],
  ['Xã', null, 'Xã'],
  ['Thị trấn', null, 'Thị trấn'],
])('%s is taken apart', (fullName, kind, bare) => {
  expect(splitKind(fullName)).toEqual({ kind, name: bare });
});

test('a commune that begins with the word for a village keeps its name', () => {
  expect(splitKind('Bản Mù', 'commune')).toEqual({ kind: null, name: 'Bản Mù' });
  expect(splitKind('Xã Bản Mù', 'commune')).toEqual({ kind: 'xã', name: 'Bản Mù' });
  expect(splitKind('Sóc Sơn', 'district')).toEqual({ kind: null, name: 'Sóc Sơn' });
});

test('names sort the Vietnamese way', () => {
  const sorted = ['Thôn 10', 'Đông', 'Dương', 'Em', 'Thôn 2', 'Ân', 'An', 'Ăn'].sort(compareNames);
  expect(sorted).toEqual(['An', 'Ăn', 'Ân', 'Dương', 'Đông', 'Em', 'Thôn 2', 'Thôn 10']);
});

test('each level has kinds of its own; a city is a province or lies below one', () => {
  expect(kindsOf('province')).toEqual(['tỉnh', 'thành phố']);
  expect(kindsOf('district')).toContain('thành phố');
  expect(kindsOf('commune').sort()).toEqual(['phường', 'thị trấn', 'xã', 'đặc khu'].sort());
  expect(kindsOf('village')).toContain('tổ dân phố');
});

test('from 1 July 2025 a commune begins as xã, phường or đặc khu, and no district begins', () => {
  expect(kindsOf('commune', '2025-06-30').sort()).toEqual(['phường', 'thị trấn', 'xã'].sort());
  expect(kindsOf('commune', '2025-07-01').sort()).toEqual(['phường', 'xã', 'đặc khu'].sort());
  expect(kindsOf('district', '2025-06-30')).toHaveLength(5);
  expect(kindsOf('district', '2025-07-01')).toEqual([]);
  expect(kindsOf('province', '2026-01-01')).toEqual(['tỉnh', 'thành phố']);
});

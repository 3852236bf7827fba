import { expect, test } from '@jest/globals';
import { answers } from './search.rules.ts';

test('a name is found as one types it, without diacritics', () => {
  expect(answers('Huyện Lục Ngạn', 'luc ngan')).toBe(true);
  expect(answers('Xã Đồng Kỳ', 'dong k')).toBe(true);
  expect(answers('Xã Đồng Kỳ', '  DONG   ky ')).toBe(true);
});

test('a typed diacritic counts', () => {
  expect(answers('Cẩm Giàng', 'cẩm giàng')).toBe(true);
  expect(answers('Cẩm Giang', 'cẩm giàng')).toBe(false);
  expect(answers('Cẩm Giang'.normalize('NFD'), 'cẩm giang')).toBe(true);
});

import { expect, test } from '@jest/globals';
import { vndInWords } from './vnd-in-words.ts';

test.each([
  [0, 'Không đồng'],
  [5, 'Năm đồng'],
  [15, 'Mười lăm đồng'],
  [21, 'Hai mươi mốt đồng'],
  [105, 'Một trăm linh năm đồng'],
  [1_200_000, 'Một triệu hai trăm nghìn đồng'],
  [1_005_000, 'Một triệu không trăm linh năm nghìn đồng'],
  [619_355, 'Sáu trăm mười chín nghìn ba trăm năm mươi lăm đồng'],
  [10_436_430_000, 'Mười tỷ bốn trăm ba mươi sáu triệu bốn trăm ba mươi nghìn đồng'],
  [2_000_000_001, 'Hai tỷ không trăm linh một đồng'],
  [-1_000, 'Âm một nghìn đồng'],
])('%d đồng reads %s', (amount, words) => {
  expect(vndInWords(amount)).toBe(words);
});

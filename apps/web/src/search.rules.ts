import { searchKey } from '@antt/kernel';

const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();

/**
 * Whether a name answers what was typed: `luc ngan` finds `Lục Ngạn`; once a diacritic is typed it counts,
 * so that `Cẩm Giàng` does not bring `Cẩm Giang`.
 */
export function answers(name: string, typed: string): boolean {
  const text = plain(typed);
  if (text === '') return true;
  return text === searchKey(text) ? searchKey(name).includes(text) : plain(name).includes(text);
}

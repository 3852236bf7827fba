import type { PlainDate } from '@antt/kernel';
import type { AddressList } from './address-list.ts';
import { beginning, merger } from './calendar.ts';
import { provinceCode } from './unit.ts';
import { uuidOf } from './uuid.ts';
import { watchedCommune, watchedDistrict } from './watched.ts';

/** A unit in an area from a day (included) to a day (excluded). Codes are reused, so the list is part of the key. */
export type AreaUnit = {
  level: 'province' | 'district' | 'commune';
  code: string;
  list: '2024' | '2025';
  from: PlainDate;
  to: PlainDate | null;
};
/** A dated set of units, and the demo accounts that work in it. */
export type Area = { id: string; name: string; accounts: string[]; units: AreaUnit[] };

function area(name: string, accounts: string[], units: AreaUnit[]): Area {
  return { id: uuidOf(beginning, `area/${name}`), name, accounts, units };
}

function before(level: AreaUnit['level'], code: string): AreaUnit {
  return { level, code, list: '2024', from: beginning, to: merger };
}

function since(level: AreaUnit['level'], code: string): AreaUnit {
  return { level, code, list: '2025', from: merger, to: null };
}

export function createAreas(list: AddressList): Area[] {
  const members = list.oldCommunes.filter(({ district }) => district === watchedDistrict.fullName);
  const successors = [...new Set(members.map(({ successor }) => successor))].sort();
  const home = list.oldCommunes.find(({ code }) => code === watchedCommune)!;
  return [
    area(
      'Toàn tỉnh (minh họa)',
      ['tinh', 'tinh2', 'taichinh', 'taichinh2', 'kiemtra'],
      [before('province', provinceCode), since('province', provinceCode)],
    ),
    area(
      'Khu vực Lục Ngạn (minh họa)',
      ['huyen'],
      [
        before('district', watchedDistrict.code),
        ...successors.map((code) => since('commune', code)),
      ],
    ),
    area(
      'Phì Điền – Lục Ngạn (minh họa)',
      ['xa', 'to'],
      [before('commune', home.code), since('commune', home.successor)],
    ),
  ];
}

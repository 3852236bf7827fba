import { addDays, type PlainDate } from '@antt/kernel';
import { merger, workingDay } from './calendar.ts';
import { districts } from './province.ts';
import { drawName, drawPeople } from './person-name.ts';
import { createRandom, type Random } from './random.ts';

/** Somebody invented. */
export type DemoPerson = {
  name: string;
  sex: 'male' | 'female';
  birthDate: PlainDate;
  citizenId: string;
  ethnicity: string;
  religion: string;
  education: string;
  partyJoinedOn: PlainDate | null;
  phone: string;
  formerForce: string | null;
  certificate: string | null;
};

export type DemoPosition = 'Tổ trưởng' | 'Tổ phó' | 'Tổ viên';

const mountains = new Set(
  districts.filter(({ terrain }) => terrain === 'mountain').map(({ fullName }) => fullName),
);

/** Who was a part-time police officer of the commune before Law 30/2023/QH15 (art. 33), or a civil guard. */
const before = { xã: 'Công an xã bán chuyên trách', phường: 'Bảo vệ dân phố' };

type Place = { district: string; kind: string };
let serial = 0;

/** Numbers begin anew with each run, so that each run makes the same people. */
export function beginPeople(): void {
  serial = 0;
}

/** Somebody for a position from a day on: of age, and as schooled as art. 13 asks. */
export function createPerson(
  random: Random,
  position: DemoPosition,
  { district, kind }: Place,
  from: PlainDate,
): DemoPerson {
  serial += 1;
  const inMountains = mountains.has(district);
  const sex = random.chance(position === 'Tổ viên' ? 0.16 : 0.09) ? 'female' : 'male';
  const ethnicity = random.chance(inMountains ? 0.38 : 0.02) ? drawPeople(random) : 'Kinh';
  const birthDate = birthDay(random, from);
  const party = { 'Tổ trưởng': 0.66, 'Tổ phó': 0.44, 'Tổ viên': 0.19 }[position];
  return {
    name: drawName(random, sex, ethnicity),
    sex,
    birthDate,
    citizenId: inventedId(sex, birthDate),
    ethnicity,
    religion: random.chance(0.03) ? random.pick(['Công giáo', 'Phật giáo']) : '',
    education: schooling(random, position, inMountains && from < merger),
    partyJoinedOn: random.chance(party) ? partyDay(random, birthDate, from) : null,
    phone: `0900${String(100_000 + serial).slice(0, 6)}`,
    formerForce: random.chance(0.58) ? (kind === 'xã' ? before.xã : before.phường) : null,
    certificate: random.chance(0.3) ? `MH-${String(serial).padStart(5, '0')}` : null,
  };
}

/** Mostly between 30 and 62; a few turn 70 while they serve. */
function birthDay(random: Random, from: PlainDate): PlainDate {
  const years = random.chance(0.012)
    ? random.between(68.1, 69.9)
    : Math.min(69.9, Math.max(19, 46 + 9.5 * random.bell()));
  return addDays(from, -Math.round(years * 365.25));
}

/** Province 099 is given to nobody: the number is well formed and cannot be somebody's. */
function inventedId(sex: DemoPerson['sex'], birthDate: PlainDate): string {
  const century = Number(birthDate.slice(0, 2)) - 19;
  const digit = 2 * century + (sex === 'female' ? 1 : 0);
  return `099${digit}${birthDate.slice(2, 4)}${String(serial).padStart(6, '0')}`;
}

function schooling(random: Random, position: DemoPosition, primaryWillDo: boolean): string {
  const chance = random.next() + (position === 'Tổ trưởng' ? 0.1 : 0);
  if (chance < 0.07 && primaryWillDo) return 'Tiểu học';
  if (chance < 0.42) return 'THCS';
  if (chance < 0.86) return 'THPT';
  if (chance < 0.93) return 'Trung cấp';
  return chance < 0.97 ? 'Cao đẳng' : 'Đại học';
}

function partyDay(random: Random, birthDate: PlainDate, from: PlainDate): PlainDate | null {
  const day = workingDay(addDays(birthDate, Math.round(random.between(22, 45) * 365.25)));
  return day < from ? day : null;
}

/** For drawing what belongs to one team and is not changed by what happens to another. */
export const randomOf = (code: string): Random => createRandom(`members/${code}`);

import type { Position } from '@antt/contracts';
import { openDay, shortDay } from '@antt/paper/words';
import type { PaperFacts, PaperPerson } from './paper-facts.ts';

/** Where and when a paper is made. */
export type PaperPlace = Pick<PaperFacts, 'on' | 'commune' | 'above'>;

type Text<Of> = { tag: string; text: (of: Of) => string | null | undefined };

const named = ({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`;
const over = ({ above }: PaperPlace) => above.at(-1);

/** Where and when, on every paper; the day is written in by hand when it is signed. */
export const placeTags: Text<PaperPlace>[] = [
  { tag: 'xã', text: ({ commune }) => named(commune) },
  { tag: 'xã viết hoa', text: ({ commune }) => named(commune).toUpperCase() },
  { tag: 'địa danh', text: ({ commune }) => commune.name },
  { tag: 'tỉnh', text: (facts) => over(facts) && named(over(facts)!) },
  { tag: 'tỉnh viết hoa', text: (facts) => over(facts) && named(over(facts)!).toUpperCase() },
  { tag: 'ngày tháng năm', text: ({ on }) => openDay(on) },
  { tag: 'năm', text: ({ on }) => on.slice(0, 4) },
];

const positions: Record<Position, string> = {
  leader: 'Tổ trưởng',
  deputy: 'Tổ phó',
  ordinary: 'Tổ viên',
};
const outcomes = { selected: 'Trúng tuyển', passed: 'Đạt, không trúng tuyển', failed: 'Không đạt' };
const educations: Record<string, string> = {
  none: 'Chưa tốt nghiệp tiểu học',
  primary: 'Tiểu học',
  'lower-secondary': 'Trung học cơ sở',
  'upper-secondary': 'Trung học phổ thông',
  elementary: 'Sơ cấp',
  intermediate: 'Trung cấp',
  college: 'Cao đẳng',
  university: 'Đại học',
  postgraduate: 'Sau đại học',
};
const day = (on: string | null) => on && shortDay(on);

/** Somebody on a paper, alone or in a row. */
export const personTags: Text<PaperPerson>[] = [
  { tag: 'họ tên', text: ({ name }) => name },
  { tag: 'họ tên viết hoa', text: ({ name }) => name.toUpperCase() },
  { tag: 'giới tính', text: ({ sex }) => (sex === 'male' ? 'Nam' : 'Nữ') },
  { tag: 'ngày sinh', text: ({ birthDate }) => day(birthDate) },
  { tag: 'năm sinh', text: ({ birthDate }) => birthDate?.slice(0, 4) },
  { tag: 'dân tộc', text: ({ ethnicity }) => ethnicity },
  { tag: 'tôn giáo', text: ({ religion }) => religion },
  { tag: 'trình độ', text: ({ education }) => education && educations[education] },
  { tag: 'ngày vào đảng', text: ({ partyJoinedOn }) => day(partyJoinedOn) },
  { tag: 'nơi ở', text: ({ address }) => address },
  { tag: 'ở từ ngày', text: ({ residentSince }) => day(residentSince) },
  { tag: 'điện thoại', text: ({ phone }) => phone },
  { tag: 'tên tổ', text: ({ team }) => team },
  { tag: 'chức danh', text: ({ position }) => position && positions[position] },
  { tag: 'số phiếu', text: ({ votes }) => votes?.toString() },
  { tag: 'kết quả', text: ({ outcome }) => outcome && outcomes[outcome] },
];

import type { Finding, Person, PersonRow, PostingRow } from '@antt/contracts';

export const id = (n: number) => `0199e200-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`;
export const commune = { id: id(2), kind: 'xã', name: 'Tân Lập' };
export const team = { id: id(4), name: 'Tổ số 1' };
export const none = { items: [], nextCursor: null, total: 0 };

/** People as one page of a list. */
export const listed = (...items: PersonRow[]) => ({
  items,
  nextCursor: null,
  total: items.length,
  totalIsLeast: false,
});

/** An invented member of an invented team. */
export const row: PersonRow = {
  id: id(1),
  name: 'Nguyễn Văn Mẫu',
  sex: 'male',
  phone: '0912 000 001',
  communeId: commune.id,
  state: 'serving',
  position: 'leader',
  team,
  commune,
  since: '2024-08-01',
  until: null,
  birthDate: '1980-05-04',
  citizenId: '••••••••2345',
};

export const person: Person = {
  ...row,
  ethnicity: 'Kinh',
  religion: '',
  education: 'upper-secondary',
  partyJoinedOn: null,
  address: 'Thôn Chằm',
  note: '',
  withheld: false,
  remarks: [],
  revealable: ['citizen-id'],
  version: 3,
};

export const posting: PostingRow = {
  id: id(5),
  personId: row.id,
  teamId: team.id,
  position: 'leader',
  validFrom: '2024-08-01',
  validTo: null,
  personName: row.name,
  teamName: team.name,
  commune,
  decision: {
    id: id(6),
    number: '15/QĐ-UBND',
    signedOn: '2024-07-25',
    issuer: 'Chủ tịch UBND xã Tân Lập',
  },
  civilDefence: null,
  endDecision: null,
  accepted: ['person-over-age'],
  reason: 'Còn khỏe',
};

export const soft: Finding = {
  rule: 'education-unknown',
  severity: 'soft',
  article: 'Art. 13.3',
  count: null,
  limit: null,
};
export const hard: Finding = {
  rule: 'person-too-young',
  severity: 'hard',
  article: 'Art. 13.1',
  count: 16,
  limit: 18,
};

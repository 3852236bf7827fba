import {
  type DetailContent,
  getPerson,
  listDetails,
  recordDetail,
  revealDetail,
  revealField,
  Role,
  type SensitiveField,
} from '@antt/contracts';
import { someone, useService } from '@antt/testing';
import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Sealer } from '../sealing/sealer.ts';
import { personnel } from '../service.ts';
import { territory } from '../test-territory.ts';

const service = useService(personnel);
const { place, member } = territory(service);
const on = '2024-09-01';

/**
 * Who is told what of somebody in the own area, by hand and not made from the roles: provincial administrator,
 * area officer, finance officer, commune officer, team leader, agency officer, aUditor. Of somebody outside
 * nobody is told anything.
 */
const letters: Record<Role, string> = {
  'provincial-administrator': 'P',
  'area-officer': 'A',
  'finance-officer': 'F',
  'commune-officer': 'C',
  'team-leader': 'T',
  'agency-officer': 'G',
  auditor: 'U',
};
const table: Record<string, string> = {
  name: 'PAFCT.U',
  phone: 'PAFCT.U',
  'masked citizen ID': 'PAFCT.U',
  'day of birth': 'PAFC..U',
  ethnicity: 'PA.C..U',
  religion: 'PA.C..U',
  education: 'PA.C..U',
  address: 'PA.C..U',
  note: 'PA.C..U',
  'day of joining the Party': 'PA.C..U',
  residence: 'PA.C..U',
  insurance: 'PAFC..U',
  'masked account': 'P.FC...',
  'former service': 'PAFC..U',
  kin: 'PA.C..U',
  commendation: 'PA.C..U',
  'whole citizen ID': 'P.FC...',
  'whole account': 'P.FC...',
  'whole account as a field': 'P.FC...',
  'whole insurance number': 'P.FC...',
  health: 'P..C...',
  'criminal record': 'P..C...',
};

const contents: DetailContent[] = [
  { kind: 'residence', registration: 'permanent', address: 'Thôn Trung', unitId: null },
  { kind: 'insurance', scheme: 'health', cover: 'own', number: 'GD4242420001' },
  { kind: 'bank-account', bank: 'Agribank', number: '2600205112233' },
  {
    kind: 'service',
    force: 'part-time-police',
    place: 'xã Tân Lập',
    lastAllowance: 1_200_000,
    settlement: '',
  },
  { kind: 'kin', relation: 'vợ', name: 'Trần Thị Bình', phone: '' },
  { kind: 'commendation', award: 'Giấy khen của Chủ tịch UBND xã', decision: '12/QĐ' },
];

async function somebody() {
  const here = await place();
  const { personId: id } = await member(here);
  await service.db.query(
    `update person set religion = 'Không', note = 'x', address = 'x', phone = '0912',
            party_joined_on = '2010-01-01' where id = $1`,
    [id],
  );
  const sealer = new Sealer({
    JOB_FILE_DAYS: 90,
    JOBS_OPEN: 5,
    PERSONAL_DATA_KEYS: [Buffer.alloc(32, 'data').toString('base64')],
    PERSONAL_INDEX_KEY: Buffer.alloc(32, 'index').toString('base64'),
  });
  for (const [column, field] of [
    ['health', 'health'],
    ['criminal_record', 'criminal-record'],
  ] as const) {
    const sealed = sealer.seal('không', { personId: id, field });
    await service.db.query(`update person set ${column} = $2 where id = $1`, [id, sealed]);
  }
  const details = new Map<string, string>();
  for (const content of contents) {
    const command = { id: randomUUID(), personId: id, content, validFrom: '2024-01-01' };
    const detail = await service.call(recordDetail, { ...command, validTo: null });
    details.set(content.kind, detail.id);
  }
  return { id, communeId: here.communeId, details };
}

/** What the role is told of the person: every row of the table that got a value. */
async function told(
  role: Role,
  units: string[],
  { id, details }: Awaited<ReturnType<typeof somebody>>,
) {
  const asker = someone(role, units);
  const seen = new Set<string>();
  const note = (row: string, value: unknown) => value != null && value !== '' && seen.add(row);
  const tried = async <T>(work: Promise<T>): Promise<T | null> => work.catch(() => null);

  const person = await tried(service.call(getPerson, { id, on }, asker));
  note('name', person?.name);
  note('phone', person?.phone);
  note('masked citizen ID', person?.citizenId);
  note('day of birth', person?.birthDate);
  note('ethnicity', person?.ethnicity);
  note('religion', person?.religion);
  note('education', person?.education);
  note('address', person?.address);
  note('note', person?.note);
  note('day of joining the Party', person?.partyJoinedOn);

  const rows = { 'bank-account': 'masked account', service: 'former service' } as const;
  const listed = await tried(service.call(listDetails, { id }, asker));
  for (const { content } of listed?.items ?? []) {
    note(content.kind in rows ? rows[content.kind as keyof typeof rows] : content.kind, content);
  }
  const reason = 'Đối chiếu hồ sơ';
  const fields: Record<string, SensitiveField> = {
    'whole citizen ID': 'citizen-id',
    'whole account as a field': 'bank-account',
    health: 'health',
    'criminal record': 'criminal-record',
  };
  for (const [row, field] of Object.entries(fields)) {
    note(row, (await tried(service.call(revealField, { id, field, reason }, asker)))?.value);
  }
  for (const [row, kind] of [
    ['whole account', 'bank-account'],
    ['whole insurance number', 'insurance'],
  ] as const) {
    const asked = { id: details.get(kind)!, reason };
    note(row, (await tried(service.call(revealDetail, asked, asker)))?.number);
  }
  return seen;
}

describe('of somebody', () => {
  test.each(Role.options)(
    '%s is told what the table says, and nothing outside the area',
    async (role) => {
      const person = await somebody();
      const inside = await told(role, [person.communeId], person);
      const expected = Object.keys(table).filter((row) => table[row]!.includes(letters[role]));
      expect([...inside].sort()).toEqual(expected.sort());
      const elsewhere = await place();
      expect([...(await told(role, [elsewhere.communeId], person))]).toEqual([]);
    },
  );
});

test('two roles in two areas do not add up', async () => {
  const [mine, other] = [await somebody(), await somebody()];
  const asker = someone('finance-officer', [other.communeId]);
  asker.grants.push(...someone('area-officer', [mine.communeId]).grants);
  expect(await service.call(getPerson, { id: other.id, on }, asker)).toMatchObject({
    withheld: true,
    religion: null,
    revealable: ['citizen-id', 'bank-account'],
  });
  expect(await service.call(getPerson, { id: mine.id, on }, asker)).toMatchObject({
    withheld: false,
    religion: 'Không',
    revealable: [],
  });
  const command = { id: mine.id, field: 'bank-account', reason: 'Chi trả tháng 9' } as const;
  await expect(service.call(revealField, command, asker)).rejects.toMatchObject({
    type: 'person-not-found',
  });
});

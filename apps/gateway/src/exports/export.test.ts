import {
  countPeopleWorkByUnit,
  countWorkByUnit,
  type Coverage,
  getCoverage,
  getMe,
  getUnit,
  type Gap,
  listCoverageSeries,
  listInstruments,
  listQuotas,
  problem,
  type QuotaRow,
} from '@antt/contracts';
import { useGateway } from '@antt/testing';
import { beforeAll, expect, test } from '@jest/globals';
import excel from 'exceljs';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';
import { answerAsker } from './test-asker.ts';

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));

let kind: 'demo' | 'real' = 'demo';

function coverageOf(name: string, decided: number | null, active: number, gaps: Gap[]): Coverage {
  return {
    unit: {
      id: randomUUID(),
      code: '07210',
      name,
      kind: 'xã',
      level: 'commune',
      parentId: randomUUID(),
      parentName: 'Lạng Giang',
      parentKind: 'huyện',
    },
    villages: 10,
    coveredVillages: 9,
    teams: { norm: null, decided, active },
    members: { norm: null, decided: decided && decided * 3, serving: null, paid: null },
    workplaces: { teamsWith: active - 1, total: active },
    communes: { total: 1, teamsShort: 1, workplaceMissing: 0 },
    gaps,
  };
}

const rows = [
  coverageOf('Tân Dĩnh', 12, 10, ['teams-short', 'workplace-missing']),
  coverageOf('Dương Đức', 8, 8, []),
  coverageOf('=1+1', null, 3, ['quota-missing']),
];

const { unit: _, ...total } = {
  ...rows[0]!,
  villages: 30,
  coveredVillages: 27,
  teams: { norm: null, decided: 20, active: 21 },
  members: { norm: null, decided: 60, serving: null, paid: null },
  workplaces: { teamsWith: 18, total: 21 },
};

// One team over both: it stands in either row, and once in the total.
const villages = ['Chằm', 'Giữa'].map((name): Coverage => {
  const row = coverageOf(name, null, 1, []);
  return {
    ...row,
    unit: { ...row.unit, level: 'village', kind: 'thôn' },
    villages: 1,
    coveredVillages: 1,
    workplaces: { teamsWith: 1, total: name === 'Giữa' ? 1 : 0 },
  };
});
const { unit: __, ...oneVillage } = villages[1]!;
const villageTotal = { ...oneVillage, villages: 2, coveredVillages: 2 };

const instrumentId = randomUUID();
const quota: QuotaRow = {
  id: randomUUID(),
  unitId: randomUUID(),
  instrumentId,
  villages: 11,
  teams: 12,
  members: 36,
  leaders: 12,
  deputies: 12,
  ordinary: null,
  note: 'vùng cao',
  validFrom: '2025-07-01',
  validTo: null,
  unit: { code: '07210', name: 'Tân Dĩnh', kind: 'xã' },
  parent: { id: randomUUID(), name: 'Bắc Ninh', kind: 'tỉnh' },
  active: 10,
};

beforeAll(() => {
  const { services } = gateway;
  answerAsker(services, { username: 'huyen', kind: () => kind });
  services.answer(getCoverage, ({ level }) =>
    level === 'village' ? { items: villages, total: villageTotal } : { items: rows, total },
  );
  services.answer(listQuotas, () => ({
    items: [quota],
    nextCursor: null,
    total: 1,
    totals: { villages: 11, teams: 12, members: 36, active: 10 },
  }));
  services.answer(listInstruments, () => ({
    items: [
      {
        id: instrumentId,
        kind: 'decision' as const,
        number: '01-MH/2025/QĐ-UBND',
        issuer: 'UBND tỉnh',
        title: 'Giao chỉ tiêu',
        signedOn: '2025-06-20',
        effectiveFrom: '2025-07-01',
        effectiveTo: null,
        status: 'final' as const,
        subjects: [],
        amends: [],
        bases: [],
        territoryOn: null,
        replaces: [],
        territory: [],
        quotas: 1,
      },
    ],
    nextCursor: null,
    total: 1,
  }));
  services.answer(getUnit, () => {
    throw problem('unit-not-found');
  });
});

async function workbook(path: string) {
  const answer = await request(gateway.url)
    .get(path)
    .set('authorization', gateway.signIn('area-officer', [randomUUID()]).authorization)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
  expect(answer.status).toBe(200);
  const book = new excel.Workbook();
  await book.xlsx.load(answer.body);
  const sheet = book.worksheets[0]!;
  const lines = Array.from(sheet.getSheetValues().slice(1) as unknown[][], (line = []) =>
    Array.from(line.slice(1)),
  );
  return { answer, sheet, lines };
}

test('coverage as a workbook: title, day, rows in order, totals, frozen heading', async () => {
  const { answer, sheet, lines } = await workbook('/api/coverage.xlsx?on=2025-07-01');
  expect(answer.headers['content-disposition']).toContain('do-phu-2025-07-01.xlsx');
  expect(lines[0]![0]).toBe('ĐỘ PHỦ LỰC LƯỢNG THAM GIA BẢO VỆ AN NINH, TRẬT TỰ Ở CƠ SỞ');
  expect(lines[1]![0]).toBe('Tính đến ngày 01/07/2025');
  expect(lines[2]![0]).toBe('Số liệu minh họa');
  const heading = lines.findIndex((line) => line[0] === 'STT');
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: heading + 1 });
  expect(lines[heading + 1]!.slice(0, 12)).toEqual([
    1,
    '07210',
    'Xã Tân Dĩnh',
    'Huyện Lạng Giang',
    10,
    9,
    12,
    10,
    -2,
    36,
    9,
    10,
  ]);
  expect(lines[heading + 1]!.at(-1)).toBe('thiếu Tổ; có Tổ chưa có nơi làm việc');
  const total = lines.at(-1)!;
  expect(total.slice(2, 10)).toEqual(['TỔNG CỘNG', undefined, 30, 27, 20, 21, -2, 60]);
});

test('coverage as a workbook stands in the order of the screen, unknown ones last', async () => {
  const order = async (sort: string) => {
    const { lines } = await workbook(`/api/coverage.xlsx?on=2025-07-01&sort=${sort}`);
    return lines.slice(-4, -1).map((line) => line[2]);
  };
  expect(await order('teams')).toEqual(['Xã Tân Dĩnh', 'Xã Dương Đức', 'Xã =1+1']);
  expect(await order('-teams')).toEqual(['Xã Dương Đức', 'Xã Tân Dĩnh', 'Xã =1+1']);
  expect(await order('-name')).toEqual(['Xã Tân Dĩnh', 'Xã Dương Đức', 'Xã =1+1']);
});

test('a name that looks like a formula stays a name', async () => {
  const { sheet, lines } = await workbook('/api/coverage.xlsx?on=2025-07-01');
  const row = lines.findIndex((line) => line[2] === 'Xã =1+1') + 1;
  expect(sheet.getCell(row, 3).formula).toBeUndefined();
});

test('a filtered list says what it holds and sums only that', async () => {
  const { lines } = await workbook('/api/coverage.xlsx?on=2025-07-01&gap=teams-short&q=tan');
  const text = lines.map((line) => String(line[0]));
  expect(text).toContain('Chỉ gồm: thiếu Tổ');
  expect(text).toContain('Tìm: “tan”');
  expect(lines.at(-2)![2]).toBe('Xã Tân Dĩnh');
  expect(lines.at(-1)![4]).toBe(10);
});

test('a team of two villages is in both their rows, and once in the line of totals', async () => {
  const path = '/api/coverage.xlsx?on=2025-07-01&level=village';
  const { lines } = await workbook(path);
  expect(lines.slice(-3).map((line) => [line[4], line[7], line[10], line[11]])).toEqual([
    [1, 1, 1, 0],
    [1, 1, 1, 1],
    [2, 1, 1, 1],
  ]);
  // Of some of the rows only, nobody knows how many teams they are: no number rather than a wrong one.
  const some = await workbook(`${path}&q=thon`);
  const sums = some.lines.at(-1)!;
  expect([sums[4], sums[7], sums[10], sums[11]]).toEqual([2, undefined, undefined, 1]);
});

test('an export of quotas holds all of them, no page', async () => {
  const { authorization } = gateway.signIn('area-officer', [randomUUID()]);
  const answer = await request(gateway.url)
    .get('/api/quotas.xlsx?on=2025-07-01&limit=1')
    .set({ authorization });
  expect(answer.status).toBe(422);
});

test('figures over time of a unit that ended are named as it was on the first day', async () => {
  const { services } = gateway;
  const within = randomUUID();
  services.answer(listCoverageSeries, ({ from, to }) => ({
    items: [from, to].map((on) => ({
      on,
      villages: 4,
      coveredVillages: 2,
      teamsDecided: null,
      teamsActive: 2,
      teamsWithWorkplace: 1,
      membersDecided: null,
    })),
    nextCursor: null,
    total: 2,
  }));
  services.answer(getUnit, ({ id, on }) => {
    if (on > '2025-06-30') throw problem('unit-not-found', { id, on });
    return {
      id,
      level: 'district' as const,
      kind: 'huyện' as const,
      code: '217',
      list: '2024',
      name: 'Lạng Giang',
      parentId: null,
      validFrom: '2024-07-01',
      validTo: '2025-07-01',
      ancestors: [],
      figures: [],
      tags: [],
      point: null,
      bounds: null,
    };
  });
  const { lines } = await workbook(
    `/api/coverage/series.xlsx?from=2024-07-01&to=2025-09-01&within=${within}`,
  );
  expect(lines.map((line) => String(line[0]))).toContain('Phạm vi: Huyện Lạng Giang');
});

test('real figures are not called illustrative, and the place is named', async () => {
  kind = 'real';
  const within = randomUUID();
  gateway.services.answer(getMe, (_question, { principal }) => ({
    account: {
      id: principal!.accountId,
      username: 'huyen',
      fullName: 'Trần B',
      mustChangePassword: false,
    },
    roles: [],
    permissions: [],
    areas: [
      {
        id: within,
        name: 'Cụm Lạng Giang',
        unitIds: [],
        whole: false,
        from: '2025-07-01',
        to: null,
      },
    ],
  }));
  const { lines } = await workbook(`/api/coverage.xlsx?on=2025-07-01&within=${within}`);
  const text = lines.map((line) => String(line[0]));
  expect(text).toContain('Phạm vi: Cụm Lạng Giang');
  expect(text).not.toContain('Số liệu minh họa');
  kind = 'demo';
});

test('quotas as a workbook cite the instrument of each row', async () => {
  const { answer, lines } = await workbook(
    `/api/quotas.xlsx?on=2025-07-01&instrumentId=${instrumentId}`,
  );
  expect(answer.headers['content-disposition']).toContain('chi-tieu-2025-07-01.xlsx');
  expect(lines[1]![0]).toBe('Theo văn bản số 01-MH/2025/QĐ-UBND');
  expect(lines.at(-2)).toEqual([
    1,
    '07210',
    'Xã Tân Dĩnh',
    'Tỉnh Bắc Ninh',
    11,
    12,
    36,
    12,
    12,
    undefined,
    10,
    -2,
    '01/07/2025',
    '01-MH/2025/QĐ-UBND',
    'vùng cao',
  ]);
  expect(lines.at(-1)!.slice(4, 12)).toEqual([11, 12, 36, 12, 12, undefined, 10, -2]);
});

test('quotas in the units of another day say so, what was shared out, and what each row is made of', async () => {
  const unit = (name: string, whole: boolean) => ({ id: randomUUID(), kind: 'xã', name, whole });
  let asked: unknown;
  gateway.services.answer(listQuotas, (question) => {
    asked = question;
    const restated = {
      apportioned: ['teams', 'members', 'norm'],
      of: [unit('Sa Lý', true), unit('Phong Minh', false)],
    };
    return {
      items: [{ ...quota, instrumentId: null, validFrom: null, restated }],
      nextCursor: null,
      total: 1,
      totals: { villages: 11, teams: 15, members: 45, active: 10 },
      unplaced: [{ id: randomUUID(), kind: 'xã', name: 'Kim Sơn' }],
    };
  });
  const path = '/api/quotas.xlsx?on=2024-12-31&restate=2025-07-01&apportioning=households';
  const { lines } = await workbook(path);
  expect(asked).toMatchObject({ restate: '2025-07-01', apportioning: 'households' });
  const about = lines.map((line) => String(line[0]));
  expect(about).toContain('Số liệu quy đổi theo đơn vị hành chính ngày 01/07/2025');
  expect(about).toContain('Cách chia số liệu của đơn vị bị chia tách: theo số hộ');
  expect(about).toContain('Chưa rõ thuộc đơn vị nào, chỉ có trong dòng cộng: Xã Kim Sơn');
  const heading = lines.find((line) => line[0] === 'STT')!;
  const cells = Object.fromEntries(heading.map((name, n) => [name, lines.at(-2)![n] ?? null]));
  expect(cells).toMatchObject({
    'Số liệu phân bổ (đơn vị đã chia)': 'Số Tổ được giao; Số thành viên: tổng số',
    'Từ các đơn vị': 'Xã Sa Lý; Xã Phong Minh (một phần)',
    'Áp dụng từ ngày': null,
    'Văn bản': null,
  });
  expect(lines.at(-1)!.slice(5, 7)).toEqual([15, 45]);
});

test('coverage as a workbook has the work of each unit where the map shows it, and only there', async () => {
  const { services } = gateway;
  const [first, second] = rows.map(({ unit }) => unit.id);
  services.answer(countWorkByUnit, ({ level }) => {
    expect(level).toBe('commune');
    return { items: [{ unitId: first!, count: 4 }], total: 4 };
  });
  services.answer(countPeopleWorkByUnit, () => ({
    items: [
      { unitId: first!, count: 3 },
      { unitId: second!, count: 2 },
    ],
    total: 5,
  }));
  const asked = '/api/coverage.xlsx?on=2025-07-01';
  const { lines } = await workbook(`${asked}&metric=work&sort=-work`);
  const heading = lines.findIndex((line) => line.includes('Số việc cần làm'));
  const column = lines[heading]!.indexOf('Số việc cần làm');
  expect(lines.slice(heading + 1, heading + 5).map((line) => line[column])).toEqual([7, 2, 0, 9]);
  const without = (await workbook(asked)).lines;
  expect(without.flat()).not.toContain('Số việc cần làm');
});

test('who may not read coverage gets no workbook of it', async () => {
  const { authorization } = gateway.signIn('agency-officer');
  const asked = (path: string) => request(gateway.url).get(path).set({ authorization });
  expect((await asked('/api/coverage.xlsx?on=2025-07-01')).status).toBe(403);
  expect((await asked('/api/quotas.xlsx?on=2025-07-01')).status).toBe(403);
  const officer = gateway.signIn('area-officer').authorization;
  const wrong = await request(gateway.url)
    .get('/api/coverage.xlsx?on=2025-07-01&gap=colour')
    .set('authorization', officer);
  expect(wrong.status).toBe(422);
});

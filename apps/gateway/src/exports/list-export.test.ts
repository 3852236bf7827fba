import {
  getInstrument,
  getPerson,
  getTeam,
  getTeamHistory,
  getUnit,
  getWorkplace,
  listAreas,
  listEquipmentNeeds,
  listFeatures,
  listPeople,
  listTeams,
  listWorkplaces,
  operations,
  problem,
  type Role,
} from '@antt/contracts';
import type { Operation } from '@antt/kernel';
import { useGateway } from '@antt/testing';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import excel from 'exceljs';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { z } from 'zod';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';
import { answerAsker } from './test-asker.ts';
import { cellText } from './csv.ts';
import { exportedLists } from './exported-list.ts';
import { columnsOf, fieldsOf, headingOf } from './list-column.rules.ts';
import { headingText } from './list-heading.ts';
import { notKept } from './list-not-kept.ts';
import { listText } from './list-text.ts';
import { toldColumns } from './told-column.ts';

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));
const area = {
  ...{ id: randomUUID(), name: 'Cụm 1', whole: false, unitIds: [] },
  ...{ from: '2024-07-01', to: null },
};
const commune = { id: randomUUID(), name: 'Tân Dĩnh', kind: 'xã' };
const team = (code: string, name: string) => ({
  id: randomUUID(),
  code,
  name,
  foundedOn: '2024-08-01',
  dissolvedOn: null,
  decisionNumber: '12/QĐ-UBND',
  decisionSignedOn: null,
  villages: [
    { id: randomUUID(), name: 'Chằm', kind: 'thôn' },
    { id: randomUUID(), name: 'Bầu', kind: 'thôn' },
  ],
  commune,
  workplace: null,
});
const first = team('T1', 'Tổ số 1');
const second = team('T2', '=cmd|"/c calc"');

beforeAll(() => {
  const { services } = gateway;
  answerAsker(services, { username: 'huyen', kind: () => 'demo', areas: [area] });
  services.answer(listFeatures, ({ ids = [] }) => ({
    items: ids.slice(0, 1).map((id) => ({
      type: 'Feature' as const,
      id,
      geometry: { type: 'Point', coordinates: [106.2, 21.3] },
      properties: {},
    })),
    nextCursor: null,
    total: 1,
  }));
});
beforeEach(() =>
  gateway.services.answer(listTeams, ({ cursor }) => ({
    items: [cursor ? second : first],
    nextCursor: cursor ? null : 'T1',
    total: 2,
  })),
);

const get = (path: string) => getAs('area-officer', path);
const getAs = (role: Role, path: string) =>
  request(gateway.url)
    .get(path)
    .set('authorization', gateway.signIn(role, [randomUUID()]).authorization)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });

test('a list of several pages is one CSV file that Excel reads as Vietnamese', async () => {
  const { body, headers } = await get('/api/teams.csv?on=2025-07-01');
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toContain('to-bao-ve-antt-2025-07-01.csv');
  const [heading, one, two, end] = (body as Buffer).toString('utf8').split('\r\n');
  expect(heading).toBe(
    '\ufeffSTT,Mã,Tên,Ngày thành lập,Ngày giải thể,Số quyết định,Ngày ký quyết định,' +
      '"Thôn, tổ dân phố phụ trách","Xã, phường",Nơi làm việc',
  );
  expect(one).toBe('1,T1,Tổ số 1,2024-08-01,,12/QĐ-UBND,,"Thôn Chằm; Thôn Bầu",Xã Tân Dĩnh,');
  expect(two).toContain(`2,T2,"'=cmd|""/c calc""",`);
  expect(end).toBe('');
});

test('a workbook of the needs of a year ends in the total of each kind; a CSV file has rows alone', async () => {
  const need = {
    item: 'desk',
    name: 'Bàn',
    unit: 'chiếc',
    teams: 1,
    short: 2,
    fallsDue: 0,
    need: 2,
  };
  gateway.services.answer(listEquipmentNeeds, () => ({
    items: [{ commune, ...need }],
    nextCursor: null,
    total: 1,
    totals: [{ ...need, need: 9 }],
  }));
  const book = new excel.Workbook();
  await book.xlsx.load((await get('/api/equipment-needs.xlsx?year=2026')).body as never);
  const rows = book.worksheets[0]!.getSheetValues().map((cells) => (cells as unknown[])?.slice(1));
  expect(rows.at(-2)).toEqual([1, 'Xã Tân Dĩnh', 'Bàn', 'chiếc', 1, 2, 0, 2]);
  expect(rows.at(-1)!.slice(1)).toEqual(['TỔNG CỘNG', 'Bàn', 'chiếc', 1, 2, 0, 9]);
  const { body } = await get('/api/equipment-needs.csv?year=2026');
  expect(String(body)).not.toContain('TỔNG CỘNG');
});

test('a CSV file with semicolons has decimal commas', async () => {
  gateway.services.answer(listWorkplaces, () => ({
    items: [
      {
        id: randomUUID(),
        code: 'N1',
        name: 'Nhà văn hóa',
        kind: 'culture-house' as const,
        address: '',
        villageId: randomUUID(),
        lon: 106.25,
        lat: 21.5,
        validFrom: '2024-08-01',
        validTo: null,
        tenure: null,
        tenureUntil: null,
        condition: null,
        areaM2: null,
        teams: [],
      } as never,
    ],
    nextCursor: null,
    total: 1,
  }));
  const { body } = await get('/api/workplaces.csv?on=2025-07-01&separator=semicolon');
  expect(String(body)).toContain(';106,25;21,5;');
  expect(String(body)).toContain(';Nhà văn hóa;Nhà văn hóa;');
});

test('people are kept with their masked number, their title and state in words', async () => {
  gateway.services.answer(listPeople, () => ({
    items: [
      {
        id: randomUUID(),
        name: 'Nguyễn Thị Hòa',
        sex: 'female' as const,
        phone: '0912 000 001',
        communeId: commune.id,
        state: 'serving' as const,
        position: 'leader' as const,
        team: { id: first.id, name: 'Tổ số 1' },
        commune,
        since: '2024-08-01',
        until: null,
        birthDate: null,
        citizenId: '••••••••4321',
      },
    ],
    nextCursor: null,
    total: 1,
    totalIsLeast: false,
  }));
  const { body } = await get('/api/people.csv?on=2025-07-01&state=serving&position=leader');
  const [heading, one] = String(body).split('\r\n');
  expect(heading).toBe(
    '\ufeffSTT,Họ và tên,Giới tính,Điện thoại,Tình trạng,Chức danh,Tổ,"Xã, phường",Từ ngày,' +
      'Đến hết ngày,Ngày sinh,Số căn cước (đã che)',
  );
  expect(one).toBe(
    '1,Nguyễn Thị Hòa,Nữ,0912 000 001,Đang tham gia,Tổ trưởng,Tổ số 1,Xã Tân Dĩnh,2024-08-01,,,' +
      '••••••••4321',
  );
});

test.each([
  ['/coverage/groups', 'Huyện cũ, địa bàn'],
  ['/force-statistics', 'Đơn vị hành chính'],
  ['/proposals', 'Đơn vị hành chính'],
  ['/transitions', 'Đơn vị hành chính'],
])('figures of %s stand behind what they are about', (route, heading) => {
  const { operation } = exportedLists.find((list) => list.route === route)!;
  expect(columnsOf(route, operation, () => true)[0]!.heading).toBe(heading);
});

test('an area is kept with the units that it is made of, and their days', async () => {
  const [xa, phuong] = [randomUUID(), randomUUID()];
  gateway.services.answer(listAreas, () => ({
    items: [
      {
        ...{ id: randomUUID(), name: 'Cụm Tân Sơn', whole: false },
        units: [
          { unitId: xa, from: '2025-07-01', to: null },
          { unitId: phuong, from: '2025-07-01', to: '2026-07-01' },
        ],
        unitNames: { [xa]: 'Tân Sơn', [phuong]: 'Tân Sơn' },
        unitKinds: { [xa]: 'xã' as const, [phuong]: 'phường' as const },
      },
    ],
  }));
  const { body } = await getAs('provincial-administrator', '/api/areas.csv');
  const [heading, one] = String(body).split('\r\n');
  expect(heading).toBe('\ufeffSTT,Tên,Toàn bộ đơn vị,Gồm các đơn vị');
  expect(one).toBe(
    '1,Cụm Tân Sơn,Không,"Xã Tân Sơn (từ 01/07/2025); ' +
      'Phường Tân Sơn (từ 01/07/2025 đến hết ngày 30/06/2026)"',
  );
});

test('no text becomes a formula, figures stay figures', () => {
  for (const text of ['=1+1', '+84 912', '-2', '@SUM(A1)', '\t=1', '\r=1']) {
    expect(cellText(text, 'comma').replace(/^"/, '')).toMatch(/^'/);
  }
  expect(cellText(-2, 'comma')).toBe('-2');
  expect(cellText(-2.5, 'semicolon')).toBe('-2,5');
  expect(cellText('Tổ "1"; 2', 'semicolon')).toBe('"Tổ ""1""; 2"');
});

test('a list is a workbook with its title, the filters shown and days as dates', async () => {
  const { body } = await get('/api/teams.xlsx?on=2025-07-01&q=tân');
  const book = new excel.Workbook();
  await book.xlsx.load(body);
  const lines = (book.worksheets[0]!.getSheetValues().slice(1) as unknown[][]).map((line = []) =>
    Array.from(line.slice(1)),
  );
  expect(lines.slice(0, 4).map(([text]) => text)).toEqual([
    'DANH SÁCH TỔ BẢO VỆ AN NINH, TRẬT TỰ',
    'Tính đến ngày 01/07/2025',
    'Số liệu minh họa',
    'Tìm: “tân”',
  ]);
  expect(lines[6]!.slice(0, 4)).toEqual([1, 'T1', 'Tổ số 1', new Date('2024-08-01T00:00:00Z')]);
  expect(lines[7]![2]).toBe('=cmd|"/c calc"');
  expect(
    gateway.services.asked.filter(({ subject }) => subject === listTeams.subject).at(-1)!.input,
  ).toMatchObject({ on: '2025-07-01', q: 'tân', cursor: 'T1' });
});

test('a list with places is GeoJSON; a row without place has none', async () => {
  const { body, headers } = await get('/api/teams.geojson?on=2025-07-01');
  expect(headers['content-type']).toBe('application/geo+json');
  const { type, features } = JSON.parse(String(body));
  expect(type).toBe('FeatureCollection');
  expect(features).toMatchObject([
    {
      type: 'Feature',
      id: first.id,
      geometry: { type: 'Point', coordinates: [106.2, 21.3] },
      properties: { Mã: 'T1', 'Ngày thành lập': '2024-08-01' },
    },
    { id: second.id },
  ]);
});

test('a file that the service refuses is a problem, not half a file', async () => {
  gateway.services.answer(listTeams, () => {
    throw problem('outside-area', { on: '2025-07-01', permission: 'team.read' });
  });
  const { status, body } = await get('/api/teams.csv?on=2025-07-01');
  expect([status, JSON.parse(String(body)).type]).toEqual([403, 'outside-area']);
});

test.each(['on=2025-02-30', 'on=2025-07-01&limit=5', 'on=2025-07-01&separator=tab', 'colour=red'])(
  'a wrong question is refused by name: %s',
  async (query) => {
    const { status, body } = await get(`/api/teams.csv?${query}`);
    expect([status, JSON.parse(String(body)).type]).toEqual([422, 'invalid-input']);
  },
);

/** The least that a list must be asked, each field with what any list takes for it. */
type Asked = { required?: string[]; properties: Record<string, { enum?: string[] }> };
const askedBy = ({ input }: Operation) =>
  z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Asked;

function leastQuestion(operation: Operation, route: string): URLSearchParams {
  const { required = [] } = askedBy(operation);
  const samples: Record<string, string> = {
    level: 'commune',
    metric: 'teams',
    step: 'month',
    by: 'area',
    year: '2026',
    unit: randomUUID(),
    within: area.id,
    periodId: randomUUID(),
    kindCode: 'LL-01',
    sender: 'team',
    subject: 'team',
    from: '2025-06-30',
  };
  const asked = required.filter((name) => !route.includes(`/:${name}`));
  // Money is told by months.
  const byMonths = ['/allowance-totals', '/mobilisation-bills'];
  const told = (text: string) => (byMonths.includes(route) ? text.slice(0, 7) : text);
  return new URLSearchParams(asked.map((name) => [name, told(samples[name] ?? '2025-07-01')]));
}

const lists = operations.flatMap((operation) => {
  const [method, route] = operation.http?.split(' ') ?? [];
  const { properties } = z.toJSONSchema(operation.output, {
    io: 'output',
    unrepresentable: 'any',
  }) as { properties?: Partial<Record<'items' | 'rows', { type?: string }>> };
  const { items, rows } = properties ?? {};
  return method === 'GET' && route && (items ?? rows)?.type === 'array' ? [route] : [];
});

test('every list of the contracts is kept as a file, or it is said why not', () => {
  expect([...Object.keys(listText), ...Object.keys(notKept)].sort()).toEqual([...lists].sort());
  expect(Object.values(notKept).every((reason) => reason.length > 10)).toBe(true);
  for (const route of Object.keys(listText)) {
    const [kept] = exportedLists.filter((list) => list.route === route);
    expect(kept?.formats).toEqual(expect.arrayContaining(['xlsx', 'csv']));
  }
});

test('each field of a list that is kept has a heading or is left out on purpose', () => {
  const without = exportedLists.flatMap(({ route, operation }) =>
    fieldsOf(route, operation)
      .filter((field) => headingOf(route, field) === undefined && route !== '/coverage')
      .map(({ path }) => `${route} ${path.join('.')}`),
  );
  expect(without).toEqual([]);
  const never = [...Object.keys(headingText), ...Object.keys(toldColumns)].filter((key) => {
    const [route, rest] = key.startsWith('/')
      ? [key.slice(0, key.indexOf('.')), true]
      : [key, false];
    return rest && !exportedLists.some((list) => list.route === route);
  });
  expect(never).toEqual([]);
});

test.each(exportedLists.flatMap(({ route, formats }) => formats.map((format) => [route, format])))(
  'the address of %s as .%s leads to that list and to no other',
  async (route, format) => {
    const { operation } = exportedLists.find((list) => list.route === route)!;
    for (const one of [getUnit, getTeam, getWorkplace, getInstrument, getPerson]) {
      gateway.services.answer(one, () => {
        throw problem('unit-not-found');
      });
    }
    let asked = 0;
    gateway.services.answer(operation, () => {
      asked += 1;
      throw problem('outside-area', { on: '2025-07-01' });
    });
    const [kind = ''] = askedBy(operation).properties.kind?.enum ?? [];
    const path = route!
      .replace(/:(id|personId|roundId|yearId)/, randomUUID())
      .replace(':kind', kind);
    const { status } = await getAs(
      'provincial-administrator',
      `/api${path}.${format}?${leastQuestion(operation, route!)}`,
    );
    expect([status, asked]).toEqual([403, 1]);
  },
);

test('a list about one thing says whose it is', async () => {
  const id = randomUUID();
  gateway.services.answer(
    getTeam,
    () =>
      ({
        ...first,
        id,
        on: '2025-07-01',
        decision: null,
        basedOn: null,
        workplace: null,
        villages: [],
        commune: null,
      }) as never,
  );
  gateway.services.answer(getTeamHistory, () => ({
    items: [
      {
        on: '2025-07-01',
        what: 'renamed' as const,
        name: 'Tổ Chằm',
        villages: ['Thôn Chằm'],
        teams: [],
        workplace: null,
        decision: null,
        basedOn: null,
        accepted: [],
        reason: '',
      },
    ],
    nextCursor: null,
    total: 1,
  }));
  const { body, headers } = await get(`/api/teams/${id}/history.xlsx`);
  expect(headers['content-disposition']).toContain('lich-su-to');
  const book = new excel.Workbook();
  await book.xlsx.load(body);
  const lines = (book.worksheets[0]!.getSheetValues().slice(1) as unknown[][]).map((line = []) =>
    Array.from(line.slice(1)),
  );
  expect(lines[1]![0]).toBe('Tổ số 1');
  expect(lines.flat()).toEqual(expect.arrayContaining(['Đổi tên', 'Tổ Chằm', 'Thôn Chằm']));
});

test('what the address of a list says is not said again in its question', async () => {
  const { status, body } = await get(`/api/teams/${randomUUID()}/history.csv?id=${randomUUID()}`);
  expect([status, JSON.parse(String(body)).errors]).toEqual([
    422,
    [{ path: 'id', message: 'given-twice' }],
  ]);
});

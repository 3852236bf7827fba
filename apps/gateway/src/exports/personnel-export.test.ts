import {
  ForceFigures,
  getForceStatistics,
  getPerson,
  getServiceYears,
  getUnit,
  listAbsences,
  listClaims,
  listClosures,
  listComparisons,
  listDetails,
  listDuplicates,
  listDutyOrders,
  listFeatures,
  listPeople,
  listRecruitments,
  listRemovals,
  listShifts,
  listSupervisions,
  listVillageStandards,
  type Role,
} from '@antt/contracts';
import type { Operation } from '@antt/kernel';
import { useGateway } from '@antt/testing';
import { beforeAll, expect, test } from '@jest/globals';
import excel from 'exceljs';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';
import { answerAsker } from './test-asker.ts';
import * as rows from './test-personnel-rows.ts';

const { id, personId, communeId, commune, person } = rows;
const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));
const profile = {
  ...{ ethnicity: 'Kinh', religion: '', education: null, partyJoinedOn: null, address: '' },
  ...{ note: '', remarks: [], withheld: false, revealable: [], version: 1 },
};
const unitFacts = {
  ...{ level: 'commune', code: '07192', list: '2025', parentId: null, validFrom: '2025-07-01' },
  ...{ validTo: null, ancestors: [], figures: [], tags: [], point: null, bounds: null },
};

beforeAll(() => {
  const { services } = gateway;
  answerAsker(services, { username: 'tinh', kind: () => 'real' });
  services.answer(getPerson, () => ({ ...person, ...profile }) as never);
  services.answer(getUnit, () => ({ ...commune, ...unitFacts }) as never);
  services.answer(listFeatures, () => ({ items: [], nextCursor: null, total: 0 }));
});

const get = (path: string, role: Role = 'provincial-administrator') =>
  request(gateway.url)
    .get(path)
    .set('authorization', gateway.signIn(role, [randomUUID()]).authorization)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });

function answers(operation: Operation, items: readonly object[], total = items.length) {
  gateway.services.answer(
    operation,
    () => ({ items, nextCursor: null, total, totalIsLeast: false, withheld: [] }) as never,
  );
}

/** The rows of a file as the headings of what stands in them. */
async function rowsOf(path: string, role?: Role): Promise<Record<string, unknown>[]> {
  const { body, status } = await get(`/api${path}`, role);
  expect(status).toBe(200);
  const book = new excel.Workbook();
  await book.xlsx.load(body);
  const values = Array.from(book.worksheets[0]!.getSheetValues()) as (unknown[] | undefined)[];
  const lines = values.slice(1).map((line = []) => Array.from(line.slice(1)));
  const at = lines.findIndex(([first]) => first === 'STT');
  const headings = lines[at]!;
  return lines.slice(at + 1).map((line) => {
    const cells = headings.map((heading, n) => [String(heading), line[n] ?? null]);
    return Object.fromEntries(cells.filter(([, value]) => value !== null));
  });
}

const day = (on: string) => new Date(`${on}T00:00:00Z`);
const clock = (on: string) => new Date(`${on}:00Z`);
const unit = 'Xã Tân Dĩnh';
const cases: [string, string, Operation, readonly object[], readonly object[]][] = [
  [
    'claims tell what is there, what lacks and by when it is decided',
    '/claims.xlsx?on=2026-03-10',
    listClaims,
    [rows.claim],
    [
      {
        'Chế độ đề nghị': 'Ốm đau, tai nạn: chi phí khám, chữa bệnh',
        'Thời điểm xảy ra': clock('2026-03-02T23:30'),
        'Giấy tờ đã có': 'Đơn đề nghị; Chứng từ chi phí khám, chữa bệnh',
        'Giấy tờ còn thiếu': 'Giấy ra viện',
        'Họ và tên': person.name,
        'Xã, phường': unit,
        'Nơi giải quyết': 'UBND xã',
        'Tình trạng': 'Chờ thẩm định',
        'Thời hạn giải quyết':
          'Thẩm định: hạn 16/03/2026, xong 13/03/2026; Quyết định: hạn 17/03/2026',
      },
    ],
  ],
  [
    'orders of duty tell who sends whom where',
    '/duty-orders.xlsx?from=2026-03-01&to=2026-03-31',
    listDutyOrders,
    [rows.order],
    [
      {
        'Xã, phường': unit,
        'Hình thức': 'Điều động',
        'Từ ngày': day('2026-03-02'),
        'Đến hết ngày': day('2026-03-04'),
        'Ngoài địa bàn': 'Có',
        'Mức độ nguy hiểm': 2,
      },
    ],
  ],
  [
    'closed communes tell their windows',
    '/editing-closures.xlsx?on=2026-04-01',
    listClosures,
    [rows.closure],
    [
      {
        'Xã, phường': unit,
        'Khóa từ': clock('2026-04-01T00:05'),
        'Thời gian cho sửa': '02/04/2026 08:00 – 02/04/2026 17:00 (tinh: Xã xin sửa)',
      },
    ],
  ],
  [
    'details of a person stay masked and tell what was corrected',
    `/people/${personId}/details.xlsx`,
    listDetails,
    rows.details,
    [
      { Mục: 'Nơi cư trú', 'Nội dung': 'Tạm trú: Thôn Chằm' },
      { Mục: 'Bảo hiểm', 'Nội dung': 'Bảo hiểm y tế: đã tham gia ở nơi khác' },
      {
        Mục: 'Tài khoản ngân hàng',
        'Nội dung': 'Agribank, số ••••••5678',
        'Đã đính chính': '05/03/2026 08:00, xa: Ghi nhầm ngân hàng (trước đó: BIDV, số ••••••5678)',
      },
      {
        Mục: 'Tham gia lực lượng trước đây',
        'Nội dung': 'Bảo vệ dân phố, Phường Đa Mai; trợ cấp hằng tháng cuối 1.250.000 đ',
      },
      { Mục: 'Người thân', 'Nội dung': 'Chồng: Trần Văn An; 0912 000 002' },
    ],
  ],
  [
    'what was judged about two records names those that one may see',
    `/people/${personId}/comparisons.xlsx`,
    listComparisons,
    [rows.comparison],
    [
      {
        'Các hồ sơ': person.name,
        'Kết luận': 'Cùng một người',
        'Hồ sơ giữ lại': person.name,
        'Thời điểm kết luận': clock('2026-03-05T08:00'),
        'Đã hủy kết luận': 'Không',
      },
    ],
  ],
  [
    'service in former forces is told in years that count',
    `/people/${personId}/service-years.xlsx?on=2026-03-10`,
    getServiceYears,
    [rows.years],
    [
      {
        'Lực lượng trước đây': 'Công an xã bán chuyên trách',
        'Số tháng': 174,
        'Số năm được tính': 14.5,
        'Trợ cấp hằng tháng cuối (đồng)': 1_490_000,
      },
    ],
  ],
  [
    'likely duplicates stand side by side, masked',
    `/people/duplicates.xlsx?on=2026-03-10&within=${communeId}`,
    listDuplicates,
    [{ people: [person, { ...person, name: 'Nguyễn Thị Hoà' }], similarity: 0.8125 }],
    [
      {
        'Họ và tên (hồ sơ 1)': person.name,
        'Ngày sinh (hồ sơ 1)': day('1980-05-17'),
        'Họ và tên (hồ sơ 2)': 'Nguyễn Thị Hoà',
        'Số căn cước (đã che) (hồ sơ 2)': '••••••••4321',
        'Xã, phường (hồ sơ 2)': unit,
        'Họ tên giống nhau (%)': 81,
      },
    ],
  ],
  [
    'recruitments tell who owes what by when, and what came late',
    '/recruitments.xlsx?on=2026-04-03',
    listRecruitments,
    [rows.plan],
    [
      {
        'Xã, phường': unit,
        'Cơ quan nhận hồ sơ': 'Công an xã',
        'Giai đoạn': 'Đang niêm yết danh sách',
        'Nhận hồ sơ đến hết ngày': day('2026-03-20'),
        'Thời hạn các bước':
          'Họp xét tuyển (Hội đồng xét tuyển): hạn 01/04/2026, xong 03/04/2026, quá 2 ngày làm việc; ' +
          'Thông báo kết quả (Công an xã): hạn 08/04/2026',
      },
    ],
  ],
  [
    'requests to remove a record say nothing of the person',
    '/removals.xlsx?on=2026-03-10',
    listRemovals,
    [rows.removal],
    [
      {
        STT: 1,
        'Xã, phường': unit,
        'Lý do': 'Ghi nhầm người',
        'Giấy tờ chứng minh': 'Biên bản 02',
        'Người đề nghị': 'xa',
        'Thời điểm đề nghị': clock('2026-03-05T08:00'),
        'Kết quả': 'Đồng ý xóa',
        'Người quyết định': 'tinh',
        'Thời điểm quyết định': clock('2026-03-06T08:00'),
      },
    ],
  ],
  [
    'shifts are told by the clock of Viet Nam, in hours',
    '/shifts.xlsx?from=2026-09-01&to=2026-09-07',
    listShifts,
    [rows.shift],
    [
      {
        'Bắt đầu': clock('2026-09-02T20:00'),
        'Kết thúc': clock('2026-09-03T03:30'),
        'Họ và tên': person.name,
        Tổ: 'Tổ số 1',
        'Xã, phường': unit,
        'Loại ca': 'Tuần tra',
        'Cùng Công an cấp xã': 'Có',
        'Số giờ': 7.5,
        'Số giờ đêm (22–6 giờ)': 5.5,
        'Ngày lễ': '02/09/2026',
        'Tình trạng': 'Đã duyệt',
      },
    ],
  ],
  [
    'supervisions tell the quarters that are owed, never who is supervised',
    '/supervisions.xlsx?on=2026-10-10',
    listSupervisions,
    [rows.supervision],
    [
      {
        'Họ và tên': person.name,
        'Số quyết định': '15/QĐ-UBND',
        'Quý đã báo cáo': 'Quý I/2026; Quý II/2026',
        'Quý chưa báo cáo': 'Quý III/2026',
        'Phải phân công người khác': 'Có',
      },
    ],
  ],
  [
    'a standard without a place is for all villages',
    '/village-standards.xlsx?on=2026-10-10',
    listVillageStandards,
    [rows.standard],
    [{ 'Loại thôn, tổ dân phố': 'thôn', 'Nơi áp dụng': 'Toàn bộ địa bàn', 'Số hộ tối thiểu': 350 }],
  ],
];

test.each(cases)('%s', async (_, path, operation, items, expected) => {
  answers(operation, items);
  const rows = await rowsOf(path);
  expect(rows).toMatchObject(expected);
  const said = JSON.stringify(rows);
  for (const one of [id, personId, communeId]) expect(said).not.toContain(one);
});

test('moments of a CSV file are those of Viet Nam too', async () => {
  answers(listShifts, [rows.shift]);
  const { body } = await get('/api/shifts.csv?from=2026-09-01&to=2026-09-07&state=approved');
  expect(String(body)).toContain(',2026-09-02 20:00,2026-09-03 03:30,');
});

test('a field that somebody may not see has no column', async () => {
  answers(listPeople, [{ ...person, birthDate: null }]);
  answers(listAbsences, [rows.leave]);
  const [one] = await rowsOf('/people.xlsx?on=2026-03-10', 'team-leader');
  expect(one).toMatchObject({ 'Họ và tên': person.name });
  const headings = async (path: string, role: Role) =>
    String((await get(`/api${path}`, role)).body).split('\r\n')[0];
  expect(await headings('/people.csv?on=2026-03-10', 'team-leader')).not.toContain('Ngày sinh');
  expect(await headings('/people.csv?on=2026-03-10', 'finance-officer')).toContain('Ngày sinh');
  expect(await headings('/absences.csv?on=2026-03-10', 'team-leader')).not.toContain('Lý do');
  expect(await headings('/absences.csv?on=2026-03-10', 'auditor')).toContain('Lý do');
});

test('the statistics name the commune before its figures, and the total stands under it', async () => {
  const figures = (teams: number) =>
    Object.fromEntries(
      Object.keys(ForceFigures.shape).map((name) => [
        name,
        name === 'teams' ? teams : name === 'trained' ? teams + 20 : 1,
      ]),
    ) as ForceFigures;
  gateway.services.answer(getForceStatistics, () => ({
    ...{ from: '2026-03-15', to: '2026-04-14', total: figures(9) },
    items: [{ ...figures(4), unit: { ...commune, id: communeId, code: '07192' } }],
  }));
  expect(await rowsOf('/force-statistics.xlsx')).toMatchObject([
    { 'Đơn vị hành chính': unit, 'Số Tổ bảo vệ ANTT': 4, 'Được tập huấn': 24 },
    { 'Đơn vị hành chính': 'TỔNG CỘNG', 'Số Tổ bảo vệ ANTT': 9, 'Được tập huấn': 29 },
  ]);
  const { body } = await get('/api/force-statistics.csv');
  expect(String(body)).toMatch(/^\ufeffSTT,Đơn vị hành chính,/);
});

test('a list that is not answered whole says how much of it the file holds', async () => {
  answers(listDutyOrders, [rows.order], 7);
  const { body } = await get('/api/duty-orders.xlsx?from=2026-03-01&to=2026-03-31');
  const book = new excel.Workbook();
  await book.xlsx.load(body);
  const text = JSON.stringify(book.worksheets[0]!.getSheetValues());
  expect(text).toContain('Chỉ gồm 1 dòng đầu trong số 7 dòng');
});

test('likely duplicates are kept page after page, as many at once as are answered', async () => {
  const pair = { people: [person, person], similarity: 1 } as never;
  gateway.services.answer(listDuplicates, ({ cursor }) => ({
    ...{ items: [pair], nextCursor: cursor ? null : 'next', total: 2 },
  }));
  const kept = await rowsOf(`/people/duplicates.xlsx?on=2026-03-10&within=${communeId}`);
  expect(kept).toHaveLength(2);
  const asked = gateway.services.asked
    .filter(({ subject }) => subject === listDuplicates.subject)
    .slice(-2);
  expect(asked.map(({ input }) => input)).toMatchObject([
    { limit: 200 },
    { limit: 200, cursor: 'next' },
  ]);
});

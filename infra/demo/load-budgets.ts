import { today } from '@antt/kernel';
import { merger } from './calendar.ts';
import type { DemoClient } from './client.ts';
import { paperOf, type PayResolution } from './pay.ts';
import { provinceCode } from './unit.ts';
import { uuidOf } from './uuid.ts';

type Row = {
  unit: { id: string };
  group: string;
  source: string;
  fund: 'force' | 'movement';
  forecast: number;
};
type Need = { group: string; source: string; amount: number; reason: string };
type Clients = Record<'province' | 'maker' | 'checker' | 'commune', DemoClient>;

const million = 1_000_000;
const rounded = (amount: number) => Math.ceil(amount / million) * million;
/** Far enough along that its officer asks for more: one commune has too little for its teams. */
const poor = 0.8;
const states = ['drafted', 'submitted', 'appraised', 'approved', 'allocated', 'settled'];

/** Budgets of this year and the last: given, asked for, spent. All of it is invented. */
export async function loadBudgets(
  { province, maker, checker, commune }: Clients,
  unitId: (place: PayResolution['territory']) => string,
): Promise<void> {
  const thisYear = Number(today().slice(0, 4));
  const { items: own } = await commune.get<{ items: { commune: { id: string } }[] }>(
    `/people?on=${today()}&limit=1`,
  );
  const communeId = own[0]!.commune.id;
  for (const year of [thisYear - 1, thisYear]) {
    const instrumentId = await decision(year);
    await give(year, instrumentId);
    await ask(year, instrumentId, year < thisYear);
  }

  async function decision(year: number): Promise<string> {
    const number = `04-MH/${year}/QĐ-UBND`;
    const signedOn = `${year}-01-08`;
    const id = uuidOf(signedOn, number);
    const known = await province.get<object>(`/instruments/${id}`).catch(() => null);
    if (known) return id;
    const title = 'Về việc giao dự toán bảo đảm an ninh, trật tự ở cơ sở (số liệu minh họa)';
    const fileId = uuidOf(signedOn, `paper/${number}`);
    const list = signedOn < merger ? '2024' : '2025';
    const territory = { level: 'province', code: provinceCode, list } as const;
    const paper = paperOf({ number, title });
    await province.upload('instrument', `${number.replaceAll('/', '-')}.pdf`, paper, fileId);
    await province.post('/instruments', {
      ...{ id, kind: 'decision', number, issuer: 'UBND tỉnh (minh họa)', title, signedOn },
      ...{ effectiveFrom: signedOn, subjects: [], territory: [unitId(territory)] },
      fileIds: [fileId],
    });
    return id;
  }

  /** What the year will cost and a little more; the province's money to the province, communes' own to them. */
  async function give(year: number, instrumentId: string): Promise<void> {
    const { total } = await maker.get<{ total: number }>(`/budgets?year=${year}&limit=1`);
    if (total > 0) return;
    const rows: Row[] = [];
    let cursor = '';
    do {
      const page = await maker.get<{ items: Row[]; nextCursor: string | null }>(
        `/budgets/comparison?year=${year}${cursor && `&cursor=${cursor}`}`,
      );
      rows.push(...page.items);
      cursor = page.nextCursor ?? '';
    } while (cursor);
    const needs = new Map<string, Row>();
    for (const row of rows.filter(({ forecast }) => forecast > 0)) {
      const isProvinces = row.source === 'province';
      const list = year < Number(merger.slice(0, 4)) ? '2024' : '2025';
      const holder = isProvinces
        ? unitId({ level: 'province', code: provinceCode, list })
        : row.unit.id;
      const key = `${holder} ${row.group} ${row.source}`;
      const before = needs.get(key)?.forecast ?? 0;
      needs.set(key, { ...row, unit: { id: holder }, forecast: before + row.forecast });
    }
    for (const [key, { unit, fund, group, source, forecast }] of needs) {
      const enough = unit.id === communeId && year === thisYear ? poor : 1.03;
      await checker.post('/budgets', {
        ...{ id: uuidOf(`${year}-01-08`, `budget/${key}`), unitId: unit.id, year, fund, group },
        ...{ source, kind: 'opening', amount: rounded(forecast * enough), instrumentId },
        note: 'Số liệu minh họa',
      });
    }
  }

  async function ask(year: number, instrumentId: string, isOver: boolean): Promise<void> {
    const need = (group: string, millions: number, reason: string): Need => ({
      ...{ group, source: 'commune', amount: millions * million, reason },
    });
    const equipment = [
      need('equipment', 85, 'Bộ đàm, đèn pin, loa cầm tay'),
      need('workplace', 60, 'Sửa chữa nơi làm việc của Tổ'),
      need('training', 24, 'Tập huấn nghiệp vụ'),
    ];
    const movement = [
      need('movement-model', 20, 'Mô hình “Camera an ninh”'),
      need('movement-campaign', 12, 'Ngày hội toàn dân bảo vệ an ninh Tổ quốc'),
    ];
    const title = (text: string) => `${text} năm ${year} (minh họa)`;
    const steps = isOver ? 'settled' : 'allocated';
    await request('force', title('Trang bị, nơi làm việc, tập huấn'), equipment, steps);
    await request('movement', title('Kinh phí xây dựng phong trào'), movement, steps);
    if (isOver) return;
    const more = [need('team-operation', 15, 'Thiếu kinh phí hoạt động đến hết năm')];
    await request('force', title('Bổ sung kinh phí hoạt động của Tổ'), more, 'submitted');
    const visit = [need('movement-visit', 30, 'Học tập mô hình ở tỉnh bạn')];
    await request('movement', title('Đoàn tham quan, học tập'), visit, 'appraised');

    async function request(fund: string, text: string, lines: Need[], until: string) {
      const id = uuidOf(`${year}-01-15`, `budget-request/${text}`);
      const asked = { id, unitId: communeId, year, fund, title: text, lines };
      const { state } = await commune
        .get<{ state: string }>(`/budget-requests/${id}`)
        .catch(() => ({ state: 'none' }));
      if (state === 'none') await commune.post('/budget-requests', asked);
      const amounts = lines.map(({ amount }) => amount * 0.9);
      const spent = amounts.map((amount) => Math.round(amount * 0.95));
      const returned = amounts.map((amount, n) => amount - spent[n]!);
      const paper = { number: `15-MH/${year}/QĐ-UBND`, signedOn: `${year}-02-20` };
      const acts: [DemoClient, object][] = [
        [commune, { step: 'submit' }],
        [maker, { step: 'appraise', amounts, opinion: 'Cắt giảm 10% (số liệu minh họa)' }],
        [province, { step: 'approve', amounts, ...paper, signer: 'Chủ tịch UBND (minh họa)' }],
        [checker, { step: 'allocate', amounts, instrumentId, kind: 'opening' }],
        [maker, { step: 'settle', spent, returned, instrumentId, settledOn: `${year}-12-20` }],
      ];
      const done = Math.max(0, states.indexOf(state));
      for (const [client, act] of acts.slice(done, states.indexOf(until))) {
        await client.post(`/budget-requests/${id}/steps`, { act });
      }
      if (until !== 'allocated' || done >= states.indexOf(until)) return;
      const [{ group, source, amount }] = lines as [Need];
      await commune.post('/budget-spendings', {
        ...{ id: uuidOf(`${year}-05-12`, `spending/${text}`), unitId: communeId, year, fund },
        ...{ group, source, amount: amount / 2, spentOn: `${year}-05-12`, requestId: id },
        ...{ paper: 'Hợp đồng 07/HĐ (minh họa)', note: '' },
      });
    }
  }
}

import {
  type CompiledReport,
  compiledTags,
  getCompiledReport,
  getInstallation,
  openPaperTemplate,
} from '@antt/contracts';
import { line, linedTable, wordFile } from '@antt/paper';
import { useGateway } from '@antt/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';

const gateway = useGateway((NATS_URL) => runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL })));

const id = (n: number) => `0199f000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const count = (numerator: number) => ({ numerator, denominator: null, noCase: false });
const indicator = (code: string, name: string, shape: 'count' | 'ratio') => ({
  ...{ id: id(9), unitId: null, inUse: true, validFrom: '2024-01-01', validTo: null, code, name },
  ...{ nameEn: '', measure: shape === 'count' ? 'tin' : '%', shape, numerator: name },
  ...{ denominator: shape === 'ratio' ? 'Số vụ tiếp nhận' : null, aggregation: 'sum' as const },
  ...{ cycles: ['month' as const], levels: ['team' as const], target: null, direction: 'up' },
  ...{ zeroTolerance: false, source: 'team', certainty: 'C', citation: 'Số liệu đã công bố' },
});
const obstacle = {
  ...{ id: id(20), periodId: id(2), periodName: '2026-05', sender: 'team', senderId: id(3) },
  ...{ name: 'Tổ thôn Chằm', unitId: id(6), unitName: 'xã Lục Ngạn', state: 'open' },
  ...{ text: 'Chưa có nơi làm việc', raisedAt: '2026-05-20T02:00:00.000Z', raisedBy: 'to' },
  ...{ answer: null, solvedAt: null, solvedBy: null },
};
const period = (name: string, n: number) => ({
  ...{ id: id(n), name, from: '2026-05-15', to: '2026-06-14' },
});
const windowOf = (name: string, n: number) => ({
  ...{ name, from: '2026-05-15', to: '2026-06-14', periods: [period(name, n)] },
});
const report: CompiledReport = getCompiledReport.output.parse({
  units: [{ id: id(1), kind: 'tỉnh', name: 'Bắc Ninh', level: 'province' }],
  ...{ above: null, kindCode: 'LL-01', kindName: 'Biểu tháng của Tổ', sender: 'team' },
  ...{ span: 'period', window: windowOf('2026-06', 2), former: windowOf('2026-05', 3) },
  counts: {
    ...{ owed: 1250, missing: 2, submitted: 0, returned: 0, verified: 0, accepted: 1240 },
    ...{ inTime: 1200, late: 48, changedSinceAcceptance: 0 },
  },
  ...{ counting: 1240, corrected: 0, formerCounts: null },
  groups: [
    { name: 'Nắm tình hình', nameEn: '', codes: ['ND1.03', 'ND4.05'] },
    { name: 'Giáo dục, hòa giải', nameEn: '', codes: ['ND5.05'] },
  ],
  indicators: [
    indicator('ND1.03', 'Số nguồn tin cung cấp', 'count'),
    indicator('ND4.05', 'Số tin về cơ sở kinh doanh có điều kiện', 'count'),
    indicator('ND5.05', 'Vụ hòa giải', 'ratio'),
  ],
  figures: [
    { code: 'ND1.03', value: count(1500), reported: 1240, former: count(1200), formerReported: 9 },
    { code: 'ND4.05', value: null, reported: 0, former: count(8), formerReported: 9 },
    {
      ...{ code: 'ND5.05', value: { numerator: 9, denominator: 10, noCase: false }, reported: 5 },
      ...{ former: { numerator: 3, denominator: 4, noCase: false }, formerReported: 9 },
    },
  ],
  missing: {
    total: 2,
    items: [4, 5].map((n) => ({
      ...{ periodId: id(2), periodName: '2026-06', senderId: id(n) },
      ...{ name: `Tổ thôn ${n}`, unitName: 'xã Tân Yên' },
    })),
  },
  obstacles: { total: 1, items: [obstacle] },
});

let told: CompiledReport;
const askedFor: object[] = [];

/** Each single field on a line of its own, and a table of each kind of rows. */
const everything = () =>
  wordFile('mau', [
    {
      children: [
        ...compiledTags.single.map((tag) => line(`${tag}: {${tag}}`)),
        ...Object.entries(compiledTags.rows).map(([rows, tags]) =>
          linedTable(
            tags.map(() => ({ width: 18 })),
            [
              [
                tags.map(
                  (tag, n) =>
                    `${n === 0 ? `{#${rows}}` : ''}{${tag}}|${n === tags.length - 1 ? `{/${rows}}` : ''}`,
                ),
              ],
            ],
          ),
        ),
      ],
    },
  ]);

beforeEach(() => {
  told = report;
  askedFor.length = 0;
  const { services } = gateway;
  services.answer(getInstallation, () => ({
    ...{ kind: 'demo' as const, empty: false },
    holds: { units: 1, boundaries: 1, instruments: 1, quotas: 1, teams: 1, workplaces: 1 },
  }));
  services.answer(getCompiledReport, () => told);
  services.answer(openPaperTemplate, async (question) => {
    askedFor.push(question);
    const bytes = await everything();
    const file = await gateway.files.put('mau.docx', new Blob([bytes as BlobPart]).stream(), 1e9);
    return { file };
  });
});

async function paper(): Promise<string> {
  const query = `kindCode=LL-01&sender=team&within=${id(1)}&periodId=${id(2)}`;
  const answer = await request(gateway.url)
    .get(`/api/compiled-report.docx?${query}`)
    .set('authorization', gateway.signIn('auditor').authorization)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
  expect(answer.status).toBe(200);
  expect(answer.headers['content-disposition']).toContain('bao-cao-tong-hop-LL-01-2026-06.docx');
  const xml = strFromU8(unzipSync(answer.body as Buffer)['word/document.xml']!);
  return xml
    .replace(/<\/w:tr>/g, '\n')
    .replace(/<\/w:p>(?!.{0,40}<\/w:tc>)/gs, '\n')
    .replace(/<[^>]+>/g, '');
}

test('the paper says the figures beside those before, who is missing and what is in the way', async () => {
  const text = await paper();
  expect(askedFor).toMatchObject([{ kind: 'compiled-period', unitId: id(1) }]);
  expect(text).toContain('1|ND1.03|Số nguồn tin cung cấp|tin|1.500|1.200|+300|+25 %|1240/1240|');
  expect(text).toContain('1|ND5.05|Vụ hòa giải|%|9/10 (90 %)|3/4 (75 %)|+15 điểm %|–|5/1240|');
  expect(text).toContain('II| |Giáo dục, hòa giải|');
  expect(text).toContain('2|Tổ thôn 5|xã Tân Yên|tháng 06/2026|');
  expect(text).toContain(
    '1|Tổ thôn Chằm, xã Lục Ngạn|xã Lục Ngạn|tháng 05/2026|Chưa có nơi làm việc|',
  );
});

test('BR-25: what nobody has reported is told as such on the paper, and is no zero', async () => {
  const row = (await paper()).split('\n').find((one) => one.includes('ND4.05'))!;
  expect(row).toContain('|chưa báo cáo|8|–|–|0/1240|');
  expect(row).not.toContain('|0|');
});

test('without a time before nobody was to report then', async () => {
  told = { ...report, former: null };
  const text = await paper();
  expect(text).toContain('kỳ so sánh: kỳ trước (không có số liệu)');
  expect(text.split('\n').find((one) => one.includes('ND4.05'))).toContain('|chưa báo cáo|–|–|–|');
});

test('the head names who compiles for whom, how many have sent, and that the figures are invented', async () => {
  const text = await paper();
  for (const said of [
    'cơ quan cấp trên viết hoa: BỘ CÔNG AN',
    'cơ quan viết hoa: CÔNG AN TỈNH BẮC NINH',
    'kỳ báo cáo: tháng 06/2026',
    'kỳ so sánh: tháng 05/2026',
    'đến ngày: 14/06/2026',
    'đã gửi: 1.248',
    'tỷ lệ đã gửi: 99,84 %',
    'tình hình chưa báo cáo: Còn 2 báo cáo chưa gửi',
    'tình hình vướng mắc: Có 1 khó khăn, vướng mắc chưa được giải quyết',
    'kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh',
    'dấu minh họa: SỐ LIỆU MINH HỌA',
  ]) {
    expect(text).toContain(said);
  }
  expect(text).not.toContain('……');
});

test('a commune reports to the police above it, a round to the ministry too', async () => {
  told = {
    ...report,
    units: [{ id: id(6), kind: 'xã', name: 'Lục Ngạn', level: 'commune' }],
    above: { kind: 'tỉnh', name: 'Bắc Ninh' },
    obstacles: { total: 0, items: [] },
  };
  const text = await paper();
  expect(text).toContain('cơ quan viết hoa: CÔNG AN XÃ LỤC NGẠN');
  expect(text).toContain('kính gửi: Công an tỉnh Bắc Ninh');
  expect(text).toContain('chức danh người ký: TRƯỞNG CÔNG AN');
  expect(text).toContain('Không có khó khăn, vướng mắc nào chưa được giải quyết.');
});

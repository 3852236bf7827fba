import {
  type checkPayroll,
  type getPayroll,
  type LineExplanation,
  type listPayrollVariance,
  type PayrollLine,
} from '@antt/contracts';
import type { Output } from '@antt/kernel';

export const id = (last: number) => `0199e700-0000-7000-8000-${String(last).padStart(12, '0')}`;
export const commune = { id: id(9), name: 'Tân Sơn', kind: 'xã' };

type Run = Output<typeof getPayroll>;

/** A run that was calculated, for somebody who may send it on. */
export const run: Run = {
  ...{ id: id(1), month: '2026-09', unit: commune, state: 'calculated', communes: 1, people: 6 },
  ...{ lines: 12, total: 9_360_000, adjustments: -120_000, held: 0, illustrative: true },
  ...{ outdated: false, calculatedAt: '2026-10-02T01:00:00Z', failure: null, acts: [] },
  next: ['calculate', 'submit', 'reverse'],
  items: [
    {
      item: 'monthly-support',
      fund: 'province',
      payee: 'person',
      lines: 6,
      amount: 9_000_000,
      aside: null,
    },
    {
      item: 'night-duty',
      fund: 'commune',
      payee: 'person',
      lines: 6,
      amount: 360_000,
      aside: null,
    },
  ],
};

export const line: PayrollLine = {
  ...{ id: '71', payrollId: run.id, personId: id(11), personName: 'Vi Văn Toàn', teamId: id(21) },
  ...{ teamName: 'Tổ số 1', commune, position: 'leader', code: 'support', aside: null },
  ...{ label: 'Hỗ trợ hằng tháng', item: 'monthly-support', fund: 'province', month: '2026-09' },
  ...{ kind: 'regular', quantity: 1, rate: 1_600_000, amount: 1_600_000, cause: null },
  ...{ payee: 'person', payeeName: '', body: null, caseId: null },
};
export const duty: PayrollLine = {
  ...line,
  ...{ id: '72', code: 'night', label: 'Trực đêm', item: 'night-duty', fund: 'commune' },
  ...{ quantity: 4, rate: 15_000, amount: 60_000 },
};
export const late: PayrollLine = {
  ...line,
  ...{ id: '73', personId: id(12), personName: 'Lò Thị Bình', position: 'ordinary' },
  ...{ kind: 'adjustment', month: '2026-08', cause: 'late-decision', quantity: -0.5 },
  ...{ rate: 240_000, amount: -120_000 },
};

export const explanation: LineExplanation = {
  line,
  policy: {
    ...{ id: id(31), name: 'Mức chi minh họa', number: '12/2024/NQ-HĐND' },
    ...{ article: 'Điều 4 khoản 1', certainty: 'illustrative' },
  },
  posting: {
    ...{ id: id(41), position: 'leader', validFrom: '2024-08-01', validTo: null },
    decision: { number: '15/QĐ-UBND', signedOn: '2024-07-28' },
  },
  quota: { number: '05/QĐ-UBND', teams: 6, members: 20, serving: 18 },
  proration: 'calendar-days',
  parts: [{ from: '2026-09-01', to: '2026-10-01', days: 30, rate: 1, whole: 1_600_000 }],
  rate: {
    when: { positions: ['leader'] },
    value: { times: '0.8', of: [{ table: 'base-wage' }] },
    note: '',
  },
  values: [{ table: 'base-wage', key: '', value: '2000000', source: 'Nghị định 73/2024/NĐ-CP' }],
  dossier: null,
  before: null,
  after: null,
};

export const variance: Output<typeof listPayrollVariance> = {
  items: [
    {
      ...{ personId: id(11), teamId: null, name: 'Vi Văn Toàn', commune },
      ...{ before: 1_500_000, now: 1_660_000, cause: 'rate' },
      parts: [
        { cause: 'rate', difference: 220_000 },
        { cause: 'duty', difference: -60_000 },
      ],
    },
  ],
  ...{ nextCursor: null, total: 1 },
};

export const check: Output<typeof checkPayroll> = {
  ...{ beforeId: id(2), before: 9_200_000, now: 9_360_000 },
  causes: [
    { cause: 'rate', people: 1, difference: 160_000 },
    { cause: 'left', people: 2, difference: -3_000_000 },
  ],
  findings: [
    {
      ...{ check: 'over-age-undecided', severity: 'soft', people: 2 },
      examples: [{ personId: id(12), name: 'Lò Thị Bình', detail: '01/02/1955' }],
    },
  ],
};

export const sum = (payments: number, amount: number) => ({ payments, amount });

export const batch = {
  ...{ id: id(80), number: 1, madeAt: '2026-10-02T02:00:00Z', by: 'taichinh2', filesAt: null },
  ...{ filesBy: null, withdrawn: false, issued: sum(2, 3_320_000), recoveries: sum(0, 0) },
  byChannel: [{ channel: 'bank' as const, ...sum(2, 3_320_000) }],
  byState: [
    { state: 'failed' as const, ...sum(1, 1_660_000) },
    { state: 'paid' as const, ...sum(1, 1_660_000) },
  ],
};

const nothing = sum(0, 0);
export const noBatches = {
  ...{ items: [], due: [], whole: true },
  sums: {
    ...{ lines: run.total, insurer: 0, bodies: 0, paid: nothing, issued: nothing, left: nothing },
    ...{ recoveries: nothing, due: nothing, held: nothing },
  },
};

import { commune, id, person, personId } from './test-personnel-rows.ts';

/** Rows of the lists of money as services answer them, one of each. */
export const payroll = {
  ...{ id, month: '2026-09', unit: commune, state: 'submitted', communes: 1, people: 6, lines: 18 },
  ...{ total: 9_360_000, adjustments: -120_000, held: 0, illustrative: true, outdated: false },
  ...{ calculatedAt: '2026-10-02T01:00:00Z', failure: null },
};
export const payLine = {
  ...{
    id: '71',
    payrollId: id,
    personId,
    personName: person.name,
    teamId: id,
    teamName: 'Tổ số 1',
  },
  ...{ commune, position: 'leader', code: 'support', label: 'Hỗ trợ hằng tháng', aside: null },
  ...{ item: 'monthly-support', fund: 'province', month: '2026-08', kind: 'adjustment' },
  ...{ quantity: 0.5, rate: 1_600_000, amount: -800_000, cause: 'late-decision' },
  ...{ payee: 'person', payeeName: '', body: null, caseId: null },
};
export const payment = {
  ...{ id, payrollId: id, batchId: id, batch: 2, key: 'ANTT000000007', personId, teamId: id },
  payee: 'person',
  ...{ name: person.name, teamName: 'Tổ số 1', commune, position: 'leader', amount: 1_600_000 },
  ...{ channel: 'bank', bank: 'Agribank', account: '•••••••••2233', state: 'failed' },
  ...{ reason: 'Sai số tài khoản', settledBy: 'taichinh', settledAt: '2026-10-05T01:00:00Z' },
  again: 3,
};
export const difference = {
  ...{
    personId,
    teamId: null,
    name: person.name,
    commune,
    before: 1_600_000,
    now: 800_000,
    cause: 'days',
    parts: [
      { cause: 'days', difference: -900_000 },
      { cause: 'duty', difference: 100_000 },
    ],
  },
};
export const policy = {
  ...{
    id,
    instrument: { id, number: '12/2024/NQ-HĐND', issuer: 'HĐND tỉnh', signedOn: '2024-07-10' },
  },
  ...{ units: [commune.id], status: 'adopted', validFrom: '2024-08-01', validTo: null, lines: 3 },
  ...{
    adoptedBy: 'tinh',
    name: 'Mức chi minh họa',
    certainty: 'illustrative',
    territory: [commune],
  },
};
export const rate = {
  ...{ id, table: 'state-share', key: 'poor', unitId: null, unitName: '', value: '30' },
  ...{ source: '159/2025/NĐ-CP', validFrom: '2025-07-01', validTo: null },
};

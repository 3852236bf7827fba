import { randomUUID } from 'node:crypto';

/** Rows of the lists about people as services answer them, one of each. */
export const id = randomUUID();
export const personId = randomUUID();
export const commune = { id: randomUUID(), name: 'Tân Dĩnh', kind: 'xã' };
export const communeId = commune.id;
const decision = { id, number: '15/QĐ-UBND', signedOn: '2026-03-02', issuer: 'Chủ tịch UBND xã' };
const validity = { validFrom: '2026-03-03', validTo: null };
export const person = {
  id: personId,
  name: 'Nguyễn Thị Hòa',
  sex: 'female',
  phone: '',
  communeId,
  commune,
  state: 'serving',
  position: 'leader',
  team: { id, name: 'Tổ số 1' },
  since: '2024-08-01',
  until: null,
  birthDate: '1980-05-17',
  citizenId: '••••••••4321',
};
export const claim = {
  ...{ id, personId, kind: 'treatment', happenedAt: '2026-03-02T16:30:00Z', shiftId: id },
  ...{ orderId: null, exclusions: [], papers: ['application', 'receipts'], channel: 'bank' },
  ...{ receivedOn: '2026-03-09', personName: person.name, communeId, commune, route: 'commune' },
  ...{ missing: ['discharge-paper'], state: 'appraising', appraisedOn: null, decidedOn: null },
  ...{ appraisedBy: null, report: '', decision: null, amount: null, reasons: '' },
  ...{ treatmentCost: null, treatmentDays: null, lostPercent: null, beneficiary: '' },
  terms: [
    { step: 'appraise', due: '2026-03-16', done: '2026-03-13' },
    { step: 'decide', due: '2026-03-17', done: null },
  ],
};
export const order = {
  ...{ id, communeId, commune, kind: 'mobilisation', body: 'Công an tỉnh', number: '12/LĐ-CAT' },
  ...{ signedOn: '2026-03-01', from: '2026-03-02', to: '2026-03-04', place: 'Phường Đa Mai' },
  ...{ task: '', outOfArea: true, mobilisingBody: 'Công an tỉnh', hazardGrade: 2 },
};
export const closure = {
  ...{ communeId, commune, closedAt: '2026-03-31T17:05:00Z', closedBy: 'tinh', reason: 'Chốt số' },
  windows: [
    {
      ...{ id, communeId, reason: 'Xã xin sửa', openedBy: 'tinh' },
      ...{ opensAt: '2026-04-02T01:00:00Z', closesAt: '2026-04-02T10:00:00Z' },
    },
  ],
};
const detail = (content: object, more: object = {}) => ({
  ...{ id, personId, revealable: false, withdrawn: false, corrections: [] },
  ...{ ...validity, content, ...more },
});
const account = { kind: 'bank-account', bank: 'Agribank', number: '••••••5678' };
export const details = [
  detail({ kind: 'residence', registration: 'temporary', address: 'Thôn Chằm', unitId: id }),
  detail({ kind: 'insurance', scheme: 'health', cover: 'elsewhere', number: null }),
  detail(account, {
    corrections: [
      {
        ...{ ...validity, content: { ...account, bank: 'BIDV' } },
        ...{ at: '2026-03-05T01:00:00Z', by: 'xa', reason: 'Ghi nhầm ngân hàng' },
      },
    ],
  }),
  detail({
    ...{ kind: 'service', force: 'neighbourhood-guard', place: 'Phường Đa Mai' },
    ...{ lastAllowance: 1_250_000, settlement: '' },
  }),
  detail({ kind: 'kin', relation: 'Chồng', name: 'Trần Văn An', phone: '0912 000 002' }),
];
export const comparison = {
  ...{ id, personIds: [personId, id], names: [person.name, null], judgement: 'same' },
  ...{ keptId: personId, keptName: person.name, reason: 'Cùng số căn cước', undone: false },
  ...{ judgedAt: '2026-03-05T01:00:00.000Z', judgedBy: 'xa' },
};
export const plan = {
  ...{ id, communeId, commune, purpose: 'Bổ sung', requirements: '', places: 2, open: true },
  ...{ receiveFrom: '2026-03-01', receiveTo: '2026-03-20', receivePlace: 'Trụ sở Công an xã' },
  ...{ receivingBody: 'police', meetingOn: '2026-04-01', draftedOn: '2026-02-20' },
  ...{ stage: 'list-posted', applications: 3 },
  clocks: [
    { step: 'met', by: 'council', dueOn: '2026-04-01', doneOn: '2026-04-03', daysLate: 2 },
    { step: 'notified', by: 'police', dueOn: '2026-04-08', doneOn: null, daysLate: 0 },
  ],
};
export const removal = {
  ...{ id, personId, communeId, commune, reason: 'Ghi nhầm người', evidence: 'Biên bản 02' },
  ...{ requestedBy: 'xa', requestedAt: '2026-03-05T01:00:00Z', outcome: 'approved' },
  ...{ decidedBy: 'tinh', decidedAt: '2026-03-06T01:00:00Z', note: '' },
};
export const shift = {
  ...{ id, personId, orderId: null, startsAt: '2026-09-02T13:00:00Z', restDay: false },
  ...{ kind: 'patrol', withPolice: true },
  ...{ endsAt: '2026-09-02T20:30:00Z', heavy: true, note: '', teamId: id, teamName: 'Tổ số 1' },
  ...{ personName: person.name, commune, minutes: 450, outOfArea: false, state: 'approved' },
  ...{ nights: [{ night: '2026-09-02', minutes: 330 }], holidays: ['2026-09-02'] },
  ...{ correctsId: null, recordedBy: 'to', judgedBy: 'xa', reason: '' },
};
export const supervision = {
  ...{ id, personId, communeId, commune, personName: person.name, decision, ...validity },
  ...{ receivedOn: '2026-02-26', proposedOn: '2026-02-27', proposalDue: '2026-03-03' },
  ...{ decisionDue: '2026-03-04', followsId: null, reported: ['2026-Q1', '2026-Q2'] },
  ...{ owed: ['2026-Q3'], needsReplacement: true },
};
export const standard = {
  ...{ id, kind: 'thôn', unitId: null, unitName: null, households: 350, ...validity },
  ...{ source: 'Nghị định 185/2026/NĐ-CP', instrumentId: null, instrumentNumber: null },
};
export const leave = {
  ...{ id, personId, kind: 'leave', ...validity, decision: null, reason: null },
  ...{ personName: person.name, team: null, commune },
};
export const years = {
  ...{ force: 'part-time-police', months: 174, years: '14.5', lastAllowance: 1_490_000 },
  open: false,
};

import type { GradeCheck, GradeRow, GradeScheme, GradeYear } from '@antt/contracts';

export const id = (last: number) => `0199f000-0000-7000-8000-${String(last).padStart(12, '0')}`;
export const [yearId, communeId, teamId, personId] = [id(1), id(2), id(3), id(4)];

export const scheme: GradeScheme = {
  ...{ id: id(9), unitId: null, name: 'Xếp loại hằng năm', certainty: 'C' as const },
  ...{ citation: 'Hướng dẫn 01/HD-BCA-V05 (2026)', validFrom: '2026-01-01', validTo: null },
  document: {
    ...{ period: { startDay: 15, startMonth: 11 }, inclusive: true, leastMonths: 9 },
    ...{ shares: { excellent: 95, good: 80, fulfilled: null }, newBelowMonths: 9 },
    ...{ decideDaysBefore: 0, cap: { percent: 20, of: 'second' as const }, reportKinds: [] },
    criteria: [
      {
        ...{ code: 'tasks', name: 'Nhiệm vụ được giao', nameEn: 'Tasks', kind: 'tasks' as const },
        ...{ roles: ['team' as const], from: 'good' as const },
      },
    ],
  },
};

const cap = (subject: 'team' | 'member', has: number, most: number) => ({
  ...{ subject, has, most, subjects: 12, proposed: 11, notAssessed: 0 },
  grades: [
    { grade: 'excellent' as const, count: has },
    { grade: 'good' as const, count: 9 },
    { grade: 'fulfilled' as const, count: 0 },
    { grade: 'unfulfilled' as const, count: 0 },
  ],
});
export const caps = [cap('team', 2, 2), cap('member', 3, 2)];

export const year: GradeYear = {
  ...{ id: yearId, communeId, name: 'Tân Dĩnh', kind: 'xã', year: 2026, from: '2025-11-15' },
  ...{ to: '2026-11-14', decidableFrom: '2026-11-14', state: 'open' as const, revision: 0 },
  ...{ openedAt: '2026-11-16T02:00:00.000Z', openedBy: 'xa', scheme, cap: caps, decisions: [] },
};
export const decidedYear: GradeYear = {
  ...{ ...year, state: 'decided' as const, revision: 1 },
  decisions: [
    {
      ...{ revision: 1, number: '12/QĐ-UBND', signedOn: '2026-11-20', reason: '', by: 'chutich' },
      at: '2026-11-20T02:00:00.000Z',
    },
  ],
};

export const check = (changes: Partial<GradeCheck>): GradeCheck => ({
  ...{ code: 'tasks', name: 'Nhiệm vụ được giao', nameEn: '', kind: 'tasks', grade: 'excellent' },
  ...{ state: 'failed', value: 949, of: 1_000, least: 95, teamGrade: null },
  ...changes,
});
export const reports = check({
  ...{ code: 'reports', name: 'Báo cáo đầy đủ, đúng hạn', kind: 'reports', least: null },
  ...{ value: 11, of: 12 },
});
export const unity = check({
  ...{ code: 'unity', name: 'Kỷ luật, đoàn kết', kind: 'confirmed', state: 'unknown' },
  ...{ value: null, of: null, least: null },
});

export const facts = {
  ...{ tasksAssigned: 1_000, tasksDone: 949, meetings: 12, absencesExcused: 1 },
  ...{ absencesUnexcused: 0, breaches: 0, underProceedings: false, confirmed: {}, note: '' },
};
export const team: GradeRow = {
  ...{ subjectId: teamId, subject: 'team', name: 'Tổ thôn Chằm', teamId, role: 'team' },
  ...{ teamName: 'Tổ thôn Chằm', position: null, months: 12, monthsInTeam: 12, facts },
  ...{ newInTeam: false, reportsDue: 12, reportsSent: 12, reportsInTime: 11, notAssessed: null },
  ...{ eligible: 'good', missing: [check({}), reports], proposed: null, proposedBy: null },
  ...{ decided: null, reason: '' },
};
export const person: GradeRow = {
  ...{ ...team, subjectId: personId, subject: 'member', name: 'Nguyễn Văn An', role: 'leader' },
  ...{ position: 'leader', months: 8, reportsDue: null, reportsSent: null, reportsInTime: null },
  ...{ facts: null, notAssessed: 'too-short', eligible: null, missing: [] },
};

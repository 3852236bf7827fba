import {
  correctGrades,
  decideGrades,
  enterGradeFacts,
  getGradeYear,
  type GradeFacts,
  type GradeRow,
  type GradeSubject,
  listGrades,
  openGradeYear,
  type Position,
  type Principal,
  proposeGrades,
  type YearlyGrade,
} from '@antt/contracts';
import { someone, type ServiceUnderTest } from '@antt/testing';
import { randomUUID } from 'node:crypto';
import { reportingProvince } from '../reports/test-report.ts';

export const year = 2026;
export const [from, to] = ['2025-11-15', '2026-11-14'];
export const signedOn = '2026-11-20';

/** Everything done, everything confirmed. */
export const facts = (changes: Partial<GradeFacts> = {}): GradeFacts => ({
  ...{ tasksAssigned: 100, tasksDone: 100, meetings: 12, absencesExcused: 0 },
  ...{ absencesUnexcused: 0, breaches: 0, underProceedings: false, note: '' },
  confirmed: Object.fromEntries(codes.map((code) => [code, true])),
  ...changes,
});
const codes = [
  ...['follows-plan', 'conduct', 'effective', 'exemplary', 'work-assigned', 'reports'],
  ...['nobody-removed', 'unity', 'recognised-ways', 'co-ordination', 'safe-area'],
];

type Days = { from?: string; to?: string | null; position?: Position; personId?: string };

/** A province whose communes grade their teams and members; the police propose, another account decides. */
export function gradingProvince(service: ServiceUnderTest) {
  const reporting = reportingProvince(service);
  const police = someone('commune-officer');
  const chair = someone('commune-officer');

  /** Somebody in a team. */
  async function member(teamId: string, days: Days = {}): Promise<string> {
    const personId = days.personId ?? randomUUID();
    await service.db.query(
      `insert into posting (id, person_id, team_id, position, valid_from, valid_to, version, gone)
       values ($1, $2, $3, $4, $5, $6, 1, false)`,
      [
        ...[randomUUID(), personId, teamId, days.position ?? 'ordinary'],
        ...[days.from ?? '2024-08-01', days.to ?? null],
      ],
    );
    return personId;
  }

  /** A commune with so many teams, its year open. */
  async function graded(teams = 1) {
    const provinceId = await reporting.unit('province', 'Bắc Ninh');
    const commune = await reporting.commune(provinceId, teams);
    const yearId = randomUUID();
    await service.call(openGradeYear, { id: yearId, communeId: commune.communeId, year }, police);
    return { ...commune, provinceId, yearId, teamId: commune.teamIds[0]! };
  }

  const enter = (yearId: string, subjectId: string, changes: Partial<GradeFacts> = {}) =>
    service.call(
      enterGradeFacts,
      { id: randomUUID(), yearId, subjectId, facts: facts(changes) },
      police,
    );
  const propose = (
    yearId: string,
    grades: Record<string, YearlyGrade>,
    by: Principal | null = police,
  ) =>
    service.call(
      proposeGrades,
      {
        yearId,
        proposals: Object.entries(grades).map(([subjectId, grade]) => ({
          ...{ subjectId, grade, note: '' },
        })),
      },
      by,
    );
  const decide = (
    yearId: string,
    changes: Partial<Parameters<typeof service.call<typeof decideGrades>>[1]> = {},
    by: Principal | null = chair,
  ) =>
    service.call(
      decideGrades,
      { id: randomUUID(), yearId, number: '12/QĐ-UBND', signedOn, changes: [], ...changes },
      by,
    );
  const correct = (
    yearId: string,
    changes: { subjectId: string; grade: YearlyGrade | null; facts?: GradeFacts }[],
    by: Principal | null = chair,
  ) =>
    service.call(
      correctGrades,
      {
        ...{ id: randomUUID(), yearId, number: '15/QĐ-UBND', signedOn: '2026-12-01' },
        reason: 'Xác minh lại theo đơn phản ánh',
        changes: changes.map((one) => ({ facts: null, ...one })),
      },
      by,
    );
  const rows = async (yearId: string, subject: GradeSubject = 'member'): Promise<GradeRow[]> =>
    (await service.call(listGrades, { yearId, subject, limit: 500 }, police)).items;
  const row = async (yearId: string, subjectId: string) =>
    [...(await rows(yearId, 'team')), ...(await rows(yearId))].find(
      (one) => one.subjectId === subjectId,
    );
  const state = (yearId: string) => service.call(getGradeYear, { id: yearId }, police);

  const acts = { graded, enter, propose, decide, correct, rows, row, state };
  return { ...reporting, ...acts, member, police, chair };
}

import { decideGrades, enterGradeFacts, openGradeYear, proposeGrades } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readGradeSchemes } from '../../services/activity/src/grades/grade-scheme-file.ts';
import { gradedYear, loadGrades } from './load-grades.ts';

type Sent = { path: string; body: Record<string, unknown> };

/** A gateway whose communes have one team with two members, one of them eligible for the highest grade. */
function gateway(state = 'open') {
  const sent: Sent[] = [];
  const [scheme] = readGradeSchemes();
  const row = (eligible: string) => ({ subjectId: randomUUID(), eligible, notAssessed: null });
  const rows = [row('excellent'), row('fulfilled'), { ...row('good'), notAssessed: 'too-short' }];
  const client = {
    get: (path: string) =>
      Promise.resolve(
        path.includes('/grades?')
          ? { items: rows }
          : { id: path.split('/')[2], state, to: '2026-11-14', scheme },
      ),
    post: (path: string, body: Record<string, unknown>) => {
      sent.push({ path, body });
      return Promise.resolve({});
    },
  };
  return { sent, client: client as never };
}

test('a year is over after 14 November', () => {
  expect(['2026-11-14', '2026-11-15', '2027-03-01'].map(gradedYear)).toEqual([2025, 2026, 2026]);
});

test('the demo enters facts, proposes nobody above good, and decides one of two communes', async () => {
  const { sent, client } = gateway();
  const communes = [randomUUID(), randomUUID()] as const;
  const count = await loadGrades(
    [
      { communeId: communes[0], proposer: client, decider: null },
      { communeId: communes[1], proposer: client, decider: client },
    ],
    '2026-12-01',
  );
  expect(count).toBe(8);
  const of = (ending: string) => sent.filter(({ path }) => path.endsWith(ending));
  const inYear = (body: object) => ({ ...body, yearId: randomUUID() });
  expect(of('/grade-years').map(({ body }) => openGradeYear.input.parse(body).year)).toEqual([
    ...[2026, 2026],
  ]);
  const facts = of('/facts').map(({ body }) => enterGradeFacts.input.parse(inYear(body)));
  expect(facts).toHaveLength(8);
  for (const { facts: known } of facts)
    expect(known.tasksDone).toBeLessThanOrEqual(known.tasksAssigned!);
  const grades = of('/proposals').flatMap(
    ({ body }) => proposeGrades.input.parse(inYear(body)).proposals,
  );
  expect([...new Set(grades.map(({ grade }) => grade))]).toEqual(['good', 'fulfilled']);
  const decided = of('/decisions').map(({ body }) => decideGrades.input.parse(inYear(body)));
  expect(decided).toMatchObject([{ signedOn: '2026-11-20' }]);
});

test('a year that is decided is left as it is, and before the guidance nothing is graded', async () => {
  const { sent, client } = gateway('decided');
  const places = [{ communeId: randomUUID(), proposer: client, decider: null }];
  expect(await loadGrades(places, '2026-12-01')).toBe(0);
  expect(sent.map(({ path }) => path)).toEqual(['/grade-years']);
  expect(await loadGrades(places, '2026-11-01')).toBe(0);
});

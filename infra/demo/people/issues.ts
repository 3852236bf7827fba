import { addDays, type PlainDate } from '@antt/kernel';
import { watchedCommune } from '../watched.ts';
import { hasPassed, toolCourse, toolTrained } from './courses.ts';
import { communesOnDuty } from './duties.ts';
import { idOf, illustrative, inLanes, type Story } from './story.ts';

type Issue = {
  id: string;
  personId: string;
  item: string;
  quantity: number;
  issuedOn: PlainDate;
  number?: string;
  servesUntil?: PlainDate;
};

const note = `Cấp theo phiếu xuất kho ${illustrative}`;

/** Uniform before the reform, whose service life ends about now, and batons for who was trained since. */
export async function tellIssues(story: Story): Promise<void> {
  const issues: Issue[] = [];
  const uniformOn = '2024-12-02';
  for (const commune of communesOnDuty) {
    const serving = (await story.teamsOf(commune, story.on, uniformOn)).flat();
    const some = serving.slice(0, commune === watchedCommune ? 24 : 3);
    for (const [n, { personId }] of some.entries()) {
      const add = (item: string, quantity: number, more: Partial<Issue> = {}) =>
        issues.push({
          ...{ id: idOf(`issue/${commune}/${n}/${item}`, uniformOn), personId, item, quantity },
          ...{ issuedOn: uniformOn, ...more },
        });
      // Every third suit is due for another one.
      add('summer-suit', 2, { servesUntil: n % 3 === 0 ? '2026-11-16' : '2027-12-02' });
      add('soft-cap', 1);
      if (commune !== watchedCommune) continue;
      add('name-plate', 1, { number: `MH-${commune}-${String(n + 1).padStart(3, '0')}` });
      if (n < 8) add('winter-suit', 1, { servesUntil: '2028-12-02' });
    }
  }
  const toolsOn = addDays(toolCourse.endsOn, 8);
  for (const [n, { personId }] of (await toolTrained(story)).entries()) {
    // Who passed, and one of each team.
    if (n % 2 === 0 && hasPassed(n) && n < 30) {
      issues.push({
        ...{ id: idOf(`issue/baton/${n}`, toolsOn), personId, item: 'rubber-baton' },
        ...{ quantity: 1, issuedOn: toolsOn, servesUntil: addDays(toolsOn, 5 * 365) },
      });
    }
  }
  await inLanes(issues, (issue) => story.province.post('/issues', { ...issue, note }));
  const lost = issues.find(({ item }) => item === 'soft-cap')!;
  await story.officer(watchedCommune).post(`/issues/${lost.id}/returns`, {
    ...{ id: idOf('issue-return/cap', '2026-08-14'), kind: 'lost', quantity: 1, on: '2026-08-14' },
    reason: `Mất khi làm nhiệm vụ ${illustrative}`,
  });
}

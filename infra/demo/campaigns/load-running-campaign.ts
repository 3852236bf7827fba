import type { CampaignPlan, listScores, listShippedScoreTemplates, Score } from '@antt/contracts';
import { addDays, type Output, type PlainDate } from '@antt/kernel';
import type { DemoClient } from '../client.ts';
import { createRandom } from '../random.ts';
import { uuidOf } from '../uuid.ts';
import { sheetOf } from './score-sheet.ts';
import { illustrative } from './special-campaign.ts';

type Clients = Record<'province' | 'commune', DemoClient>;

const idOf = (what: string) => uuidOf('2026-01-01', `running-campaign/${what}`);
const monthOf = (day: PlainDate) => `${day.slice(0, 7)}-01`;
/** The last day of the month of a day. */
const monthEnd = (day: PlainDate) => addDays(monthOf(addDays(monthOf(day), 32)), -1);

/** Whole months around a day: a round that has been on for a while, and one to come. */
export function runningPlan(unitId: string, on: PlainDate): CampaignPlan {
  const from = monthOf(addDays(on, -75));
  const turn = monthEnd(addDays(on, 10));
  const to = monthEnd(addDays(turn, 60));
  const round = (number: number, name: string, days: { from: PlainDate; to: PlainDate }) => ({
    ...{ id: idOf(`round/${number}`), number, name, theme: '', ...days },
  });
  return {
    ...{
      id: idOf('plan'),
      unitId,
      name: `Thi đua cao điểm giữ bình yên thôn, xóm ${illustrative}`,
    },
    ...{ from, to, plannedOn: addDays(from, -7), certainty: null, combination: 'alike' },
    citation: `Kế hoạch thi đua của Ban Chỉ đạo tỉnh ${illustrative}`,
    ...{ launchBefore: addDays(from, 15), launchInclusive: true },
    rounds: [
      round(1, 'Đợt 1', { from, to: turn }),
      round(2, 'Đợt 2', { from: addDays(turn, 1), to }),
    ],
  };
}

/**
 * A campaign whose first round is open today, scored by the shipped weights over the monthly reports of teams; the police of
 * one commune have verified their teams, the others have yet to. Answers how many teams were verified.
 */
export async function loadRunningCampaign(
  { province, commune }: Clients,
  { provinceId, communeIds, on }: { provinceId: string; communeIds: string[]; on: PlainDate },
): Promise<number> {
  const plan = runningPlan(provinceId, on);
  if (await province.get(`/campaigns/${plan.id}`).catch(() => null)) return 0;
  await province.post('/campaigns', plan);
  const { items } =
    await province.get<Output<typeof listShippedScoreTemplates>>('/score-templates');
  for (const template of items.filter(({ subject }) => subject !== 'district')) {
    await province.post(`/campaigns/${plan.id}/templates`, {
      ...{ ...template, id: idOf(`template/${template.subject}`) },
    });
  }
  for (const [n, unitId] of communeIds.entries()) {
    await province.post(`/campaigns/${plan.id}/launches`, {
      ...{ unitId, heldOn: addDays(plan.from, 3 + n) },
      ...{ manner: n % 3 === 0 ? 'within-another' : 'own', note: illustrative },
    });
  }
  const roundId = plan.rounds[0]!.id;
  await province.post(`/campaign-rounds/${roundId}/openings`, {});
  const scores = await commune.get<Output<typeof listScores>>(
    `/campaign-rounds/${roundId}/scores?subject=team&sort=name&limit=500`,
  );
  const sheets = scores.items.map((team) => sheet(roundId, team));
  if (sheets.length > 0)
    await commune.post(`/campaign-rounds/${roundId}/verifications`, { sheets });
  return sheets.length;
}

function sheet(roundId: string, { subjectId, name, unitName }: Score) {
  const random = createRandom(`running-campaign/${unitName}/${name}`);
  return { id: idOf(`verified/${roundId}/${subjectId}`), subjectId, marks: sheetOf(random) };
}

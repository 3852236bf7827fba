import type { listShippedScoreTemplates, ReportRow } from '@antt/contracts';
import { addDays, type Output, type PlainDate } from '@antt/kernel';
import type { DemoClient } from '../client.ts';
import { listed, reportIdOf } from '../reports/load-reports.ts';
import { inLanes } from '../people/story.ts';
import { createRandom } from '../random.ts';
import { roundFigures, sheetOf } from './score-sheet.ts';
import {
  campaignOf,
  form,
  idOf,
  illustrative,
  kindCode,
  reportKind,
  roundId,
  rounds,
  type SpecialRound,
  templateOf,
} from './special-campaign.ts';

type Clients = Record<'province' | 'second', DemoClient>;
type Unit = { id: string; name: string };
type Period = { id: string; name: string; dueOn: PlainDate; to: PlainDate };

/**
 * How teams kept to a round: shares of all that are missing, returned or late, and how far those who receive have come; the
 * item of the one breach.
 */
const courses = [
  { ...{ missing: 0.01, returned: 0.003, late: 0.02, accepted: 1, verified: 1 }, breach: 'C4.1' },
  {
    ...{ missing: 0.015, returned: 0.004, late: 0.03, accepted: 0.9, verified: 0.7 },
    breach: 'C6.2',
  },
] as const;

/** At once: as many reports as one question takes, as many sheets as one command should. */
const [atOnce, sheetsAtOnce] = [200, 250];

/**
 * The special campaign of Bắc Giang with both rounds: every team owes a report of each, a few are missing or were returned;
 * the police have verified; one zero-tolerance breach in each round, one team out of the ranking of the first, which
 * is ratified; the second waits. Answers how many reports there are.
 */
export async function loadSpecialCampaign(
  { province, second }: Clients,
  provinceId: string,
  districts: readonly Unit[],
): Promise<number> {
  if (await province.get(`/campaigns/${idOf('plan')}`).catch(() => null)) return 0;
  await layDown();
  const { items: periods } = await province.post<{ items: Period[] }>('/reporting-periods', {
    ...{ provinceId, kindCode, from: rounds[0].firstDay, to: rounds[1].to },
  });
  let sent = 0;
  for (const [n, round] of rounds.entries()) {
    const period = periods.find(({ name }) => name === round.name)!;
    sent += await tell(round, period, courses[n]!);
  }
  await province.post(`/campaign-rounds/${roundId(rounds[0])}/ratifications`, {
    lowerOverCap: true,
  });
  return sent;

  async function layDown(): Promise<void> {
    const own = { unitId: provinceId, validFrom: rounds[0].firstDay };
    await province.post('/report-kinds', { ...reportKind, ...own, id: idOf('report-kind') });
    const { certainty, citation } = reportKind;
    await province.post('/forms', {
      ...{ ...own, id: idOf('form'), kindCode, sender: 'team', document: form },
      ...{ certainty, citation },
    });
    await province.post('/campaigns', campaignOf(provinceId));
    const { items } =
      await province.get<Output<typeof listShippedScoreTemplates>>('/score-templates');
    const template = templateOf(items.find(({ subject }) => subject === 'team')!);
    await province.post(`/campaigns/${idOf('plan')}/templates`, template);
    await province.put(`/campaigns/${idOf('plan')}/groups`, {
      groups: districts.map(({ id, name }) => ({ name: `Cụm ${name}`, unitIds: [id] })),
    });
    for (const [n, { id: unitId, name }] of districts.entries()) {
      const random = createRandom(`campaign/launch/${name}`);
      await province.post(`/campaigns/${idOf('plan')}/launches`, {
        // One of them is late: "trước ngày 25/9".
        ...{ unitId, heldOn: n === 3 ? '2024-09-26' : `2024-09-${random.int(10, 24)}` },
        manner: random.chance(0.4) ? 'within-another' : 'own',
        note: illustrative,
      });
    }
    for (const round of rounds)
      await province.post(`/campaign-rounds/${roundId(round)}/openings`, {});
  }

  async function tell(
    round: SpecialRound,
    period: Period,
    course: (typeof courses)[number],
  ): Promise<number> {
    const teams = await listed(province, period);
    const order = createRandom(`campaign/round/${round.number}`).shuffle(teams);
    const take = (share: number) => order.splice(0, Math.max(1, Math.round(teams.length * share)));
    const missing = take(course.missing);
    const returned = take(course.returned);
    const late = take(course.late);
    const reporting = [...returned, ...late, ...order];
    await inLanes(reporting, (team) => report(round, period, team, late.includes(team)));
    for (const { id } of returned) {
      await province.post(`/reports/${id}/returns`, {
        version: 1,
        reason: `Số thành viên tuần tra không khớp danh sách Tổ, đề nghị kiểm tra lại ${illustrative}`,
      });
    }
    await accept([...late, ...order].slice(0, Math.round(teams.length * course.accepted)));
    const known = [...order, ...late, ...returned, ...missing];
    const verified = known.slice(0, Math.round(teams.length * course.verified));
    await verify(round, verified, course.breach);
    if (round.number === 1) await bar(round, order[1]!);
    return reporting.length;
  }

  /** By the second officer: the first one has sent thousands in this minute already. */
  async function report(round: SpecialRound, period: Period, team: ReportRow, late: boolean) {
    const random = drawn(round, team, 'report');
    const days = random.int(0, 2);
    await second.post('/reports', {
      ...{ id: reportIdOf(period, team, 1), periodId: period.id, senderId: team.senderId },
      ...{ values: roundFigures(round.months, random), confirmed: true },
      receivedOn: late ? addDays(period.dueOn, days + 1) : addDays(period.dueOn, -days),
    });
  }

  async function accept(teams: readonly ReportRow[]): Promise<void> {
    for (let from = 0; from < teams.length; from += atOnce) {
      const reports = teams.slice(from, from + atOnce).map(({ id }) => ({ id, version: 1 }));
      await province.post('/reports/verifications', { reports });
      await province.post('/reports/acceptances', { reports });
    }
  }

  async function verify(round: SpecialRound, teams: readonly ReportRow[], breach: string) {
    const sheets = teams.map((team, n) => ({
      ...{ id: idOf(`verified/${round.number}/${team.senderId}`), subjectId: team.senderId },
      marks: sheetOf(drawn(round, team, 'sheet'), n === 0 ? breach : null),
    }));
    for (let from = 0; from < sheets.length; from += sheetsAtOnce) {
      const some = sheets.slice(from, from + sheetsAtOnce);
      await second.post(`/campaign-rounds/${roundId(round)}/verifications`, { sheets: some });
    }
  }

  async function bar(round: SpecialRound, { senderId: subjectId }: ReportRow): Promise<void> {
    await second.post(`/campaign-rounds/${roundId(round)}/bars`, {
      ...{ id: idOf(`bar/${round.number}`), subjectId, why: 'member-dismissed' },
      note: `Có thành viên bị cho thôi do vi phạm trong đợt, không xét khen thưởng ${illustrative}`,
    });
  }
}

const drawn = ({ number }: SpecialRound, { name, unitName }: ReportRow, what: string) =>
  createRandom(`campaign/${number}/${unitName}/${name}/${what}`);

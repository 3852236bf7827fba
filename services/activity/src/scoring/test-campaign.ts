import {
  acceptReports,
  type CampaignPlan,
  getScore,
  listScores,
  openRound,
  ratifyRound,
  type ReportValue,
  type ScoreContent,
  type ScoreItem,
  type ScoreMark,
  type ScoreTemplateDocument,
  setCampaign,
  setScoreTemplate,
  verifyReports,
  verifyScore,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { someone, type ServiceUnderTest } from '@antt/testing';
import { randomUUID } from 'node:crypto';
import { on, reportingProvince, withValue } from '../reports/test-report.ts';

export const item = (code: string, changes: Partial<ScoreItem>): ScoreItem => ({
  ...{ code, name: code, nameEn: code, kind: 'range', max: 10, indicator: null, target: null },
  ...{ perCase: null, noCase: 'full', latePercent: 0, mustMax: false, gate: false },
  ...changes,
});

/** A content of as many points as its items have. */
export const content = (
  code: string,
  items: ScoreItem[],
  changes: Partial<ScoreContent> = {},
): ScoreContent => ({
  ...{ code, name: code, nameEn: code, column: 'base', scoring: 'sum', items },
  max: items.reduce((sum, one) => sum + (one.max ?? 0), 0),
  ...changes,
});

export const template = (
  contents: ScoreContent[],
  changes: Partial<ScoreTemplateDocument> = {},
): ScoreTemplateDocument => ({
  baseMax: contents
    .filter(({ column }) => column === 'base')
    .reduce((sum, { max }) => sum + max, 0),
  ...{ bonusMax: null, bonusInside: false, penaltyMax: null, floorAtZero: true },
  ...{ reportKinds: ['LL-01'], leastDays: 15, contents, grades: [], cap: null, tieBreaks: [] },
  ...changes,
});

/** A province whose teams report and are scored. */
export function scoredProvince(service: ServiceUnderTest) {
  const reporting = reportingProvince(service);

  /** A campaign of one round around the reported month, unless a test says otherwise. */
  async function campaign(
    unitId: string,
    documents: ScoreTemplateDocument[] = [],
    changes: Partial<CampaignPlan> = {},
  ) {
    const plan: CampaignPlan = {
      ...{
        id: randomUUID(),
        unitId,
        name: 'Thi đua đặc biệt',
        from: '2026-05-01',
        to: '2026-08-31',
      },
      ...{
        plannedOn: '2026-04-20',
        citation: 'Kế hoạch thử',
        certainty: null,
        combination: 'by-days',
      },
      ...{ launchBefore: null, launchInclusive: false },
      rounds: [
        {
          id: randomUUID(),
          number: 1,
          name: 'Đợt 1',
          theme: '',
          from: '2026-05-01',
          to: '2026-06-30',
        },
      ],
      ...changes,
    };
    const made = await service.call(setCampaign, plan);
    for (const document of documents) await lay(made.id, document);
    return { ...made, plan, roundId: made.rounds[0]!.id };
  }

  const lay = (campaignId: string, document: ScoreTemplateDocument) =>
    service.call(setScoreTemplate, {
      ...{ id: randomUUID(), campaignId, subject: 'team', document },
      ...{ certainty: null, citation: 'Hướng dẫn chấm điểm thử' },
    });

  const open = (id: string) => service.call(openRound, { id });

  /** A report of the month with these values, accepted. */
  async function accepted(
    periodId: string,
    teamId: string,
    changed: Record<string, number> = {},
  ): Promise<void> {
    let values: ReportValue[] = await reporting.filled();
    for (const [code, numerator] of Object.entries(changed))
      values = withValue(values, code, numerator);
    const { id } = await reporting.send(periodId, teamId, { values, confirmed: true });
    const reviewer = someone('provincial-administrator');
    await service.call(verifyReports, { reports: [{ id, version: 1 }] }, reviewer);
    await service.call(acceptReports, { reports: [{ id, version: 1 }] }, reviewer);
  }

  const verify = (roundId: string, subjectId: string, marks: ScoreMark[] = []) =>
    service.call(verifyScore, { id: randomUUID(), roundId, subjectId, marks });
  const ranking = async (roundId: string, changes: Partial<Input<typeof listScores>> = {}) =>
    service.call(listScores, {
      ...{ roundId, subject: 'team', sort: 'rank', limit: 500 },
      ...changes,
    });
  const score = (roundId: string, subjectId: string) =>
    service.call(getScore, { roundId, subjectId });
  const ratify = (id: string, changes: Partial<Input<typeof ratifyRound>> = {}) =>
    service.call(ratifyRound, { id, lowerOverCap: false, withoutVerification: false, ...changes });

  return { ...reporting, campaign, lay, open, accepted, verify, ranking, score, ratify };
}

export const points = (code: string, value: number, reason = ''): ScoreMark => ({
  ...{ item: code, points: value, figure: null, reason },
});

export const figure = (
  code: string,
  numerator: number,
  denominator: number | null = null,
): ScoreMark => ({
  ...{ item: code, points: null, reason: '' },
  figure: { numerator, denominator, noCase: false },
});

export { on };

import type {
  CampaignPlan,
  FormDocument,
  ReportKindDefinition,
  ScoreTemplate,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { uuidOf } from '../uuid.ts';

/** The special campaign of Bắc Giang: its days and targets are the plan's, all figures of the demo are invented. */
const from: PlainDate = '2024-08-19';
const plan = 'Kế hoạch thi đua đặc biệt trong lực lượng tham gia bảo vệ ANTT ở cơ sở';
export const illustrative = '(số liệu minh họa)';

/** A report of each team for each round; the plan asks districts alone, and leaves open how they come to know. */
export const kindCode = 'TD-01';

export const rounds = [
  {
    ...{
      number: 1,
      name: 'Đợt 1',
      from: null,
      firstDay: from,
      to: '2025-02-03',
      due: '2025-02-07',
    },
    ...{ theme: 'Chào mừng 95 năm Ngày thành lập Đảng Cộng sản Việt Nam', months: 5 },
  },
  {
    ...{ number: 2, name: 'Đợt 2', from: '2025-02-04', firstDay: '2025-02-04', to: '2025-05-19' },
    theme: 'Chào mừng 80 năm Cách mạng tháng Tám, Quốc khánh và Ngày truyền thống CAND',
    ...{ due: '2025-05-20', months: 4 },
  },
] as const;
export type SpecialRound = (typeof rounds)[number];

export const idOf = (what: string) => uuidOf(from, `special-campaign/${what}`);
export const roundId = ({ number }: { number: number }) => idOf(`round/${number}`);

export const campaignOf = (unitId: string): CampaignPlan => ({
  ...{ id: idOf('plan'), unitId, name: `Thi đua đặc biệt lực lượng bảo vệ ANTT ${illustrative}` },
  ...{ from, to: '2025-08-19', plannedOn: from, citation: `${plan} (19/8/2024–19/8/2025)` },
  ...{ certainty: 'A', combination: 'by-days', launchBefore: '2024-09-25', launchInclusive: false },
  rounds: rounds.map(({ number, name, theme, from, to }) => ({
    ...{ id: roundId({ number }), number, name, theme, from, to },
  })),
});

export const reportKind: ReportKindDefinition = {
  ...{ code: kindCode, name: `Biểu kết quả đợt thi đua đặc biệt của Tổ ${illustrative}` },
  ...{ nameEn: 'Result of a team in a round of the special campaign', nature: 'thematic' },
  senders: ['team'],
  route: [{ sender: 'team', field: null, recipient: 'Công an cấp xã' }],
  ...{ cycle: 'dates', window: null, cutOff: null, due: null },
  dates: rounds.map(({ name, firstDay, to, due }) => ({
    ...{ name, from: firstDay, to, cutOffOn: to, due },
  })),
  ...{ strict: true, rollOver: false, graceDays: 20, resubmissionDays: 2 },
  ...{ certainty: 'D', citation: 'Mặc định của phần mềm, không phải quy định' },
};

const item = (code: string, most: number | null = null) => ({
  ...{ code, mandatory: true, min: null, max: most, outlierPercent: null },
});
export const form: FormDocument = {
  groups: [
    {
      ...{ name: 'Nắm tình hình, quản lý cư trú', nameEn: 'Situation and residence' },
      items: [item('ND1.03', 1_000), item('ND4.06', 1_000)],
    },
    {
      ...{ name: 'Tuần tra', nameEn: 'Patrol' },
      items: [item('ND6.01', 100), item('ND6.03.1', 1_000)],
    },
    {
      ...{ name: 'Hình ảnh đẹp', nameEn: 'Good images' },
      items: [item('ND7.01', 12)],
    },
  ],
  checks: [],
};

/** The shipped weights as they are, over the reports of the rounds: shown as the software's own, no rule. */
export function templateOf(
  shipped: Pick<ScoreTemplate, 'subject' | 'document' | 'certainty' | 'citation'>,
) {
  const { subject, document, certainty, citation } = shipped;
  return {
    ...{ id: idOf(`template/${subject}`), subject, certainty, citation },
    document: { ...document, reportKinds: [kindCode] },
  };
}

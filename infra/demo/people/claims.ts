import { addDays, type PlainDate } from '@antt/kernel';
import { watchedCommune } from '../watched.ts';
import { harmfulShift } from './duties.ts';
import { at, idOf, illustrative, type Member, type Story } from './story.ts';

type Claim = {
  key: string;
  commune: string;
  kind: 'treatment' | 'disability' | 'death';
  happenedOn: PlainDate;
  clock: string;
  /** Evidence other than an order of those days. */
  shiftId?: string;
  member: Member;
  receivedOn: PlainDate;
  lacks?: string[];
  exclusions?: string[];
  measure?: Record<string, unknown>;
  appraisedOn?: PlainDate;
  report?: string;
  decidedOn?: PlainDate;
  amount?: number;
  refusal?: string;
};
type Known = { items: { id: string; appraisedOn: string | null; decidedOn: string | null }[] };

const papersOf = {
  treatment: ['application', 'receipts', 'discharge-paper'],
  disability: ['application', 'accident-record', 'capacity-assessment'],
  death: ['application', 'accident-record', 'death-certificate'],
};
const byReceipts = `Theo hóa đơn, chứng từ điều trị ${illustrative}`;

/** The member of a team who stands at a place of the list, on the day of the harm. */
async function memberAt(story: Story, commune: string, day: PlainDate, team: number) {
  const teams = await story.teamsOf(commune, day);
  return teams.at(team)!.at(-1)!;
}

async function claimsOf(story: Story): Promise<Claim[]> {
  const { monday } = story;
  const later = (days: number) => addDays(monday, days);
  const shift = await harmfulShift(story);
  const who = (commune: string, day: PlainDate, team: number) =>
    memberAt(story, commune, day, team);
  return [
    {
      // by way of the district's office (law BR-82)
      ...{ key: 'district', commune: watchedCommune, kind: 'treatment', happenedOn: '2025-05-14' },
      ...{ clock: '21:30', member: await who(watchedCommune, '2025-05-14', 3) },
      ...{ receivedOn: '2025-05-21', appraisedOn: '2025-05-28', decidedOn: '2025-05-30' },
      ...{ measure: { treatmentCost: 2_450_000, treatmentDays: 4 }, amount: 2_450_000 },
    },
    {
      ...{ key: 'granted', commune: watchedCommune, kind: 'treatment', happenedOn: '2026-04-08' },
      ...{ clock: '23:10', member: await who(watchedCommune, '2026-04-08', 5) },
      ...{ receivedOn: '2026-04-20', appraisedOn: '2026-04-24', decidedOn: '2026-04-28' },
      ...{ measure: { treatmentCost: 6_850_000, treatmentDays: 9 }, amount: 6_850_000 },
    },
    {
      ...{ key: 'incomplete', commune: watchedCommune, kind: 'treatment', clock: '22:40' },
      ...{ happenedOn: shift.day, shiftId: shift.id, member: shift.member },
      ...{ receivedOn: later(-4), lacks: ['receipts', 'discharge-paper'] },
    },
    {
      ...{ key: 'appraised', commune: watchedCommune, kind: 'disability', clock: '01:20' },
      ...{ happenedOn: later(-68), member: await who(watchedCommune, later(-68), 6) },
      ...{ receivedOn: later(-10), appraisedOn: later(-3), measure: { lostPercent: 11 } },
    },
    {
      ...{ key: 'death', commune: '07543', kind: 'death', happenedOn: '2026-05-20' },
      ...{ clock: '02:15', member: await who('07543', '2026-05-20', -1) },
      ...{ receivedOn: '2026-06-01', appraisedOn: '2026-06-05', decidedOn: '2026-06-09' },
      measure: { beneficiary: 'Vợ của người đã mất (minh họa)' },
    },
    {
      ...{ key: 'refused', commune: '07399', kind: 'treatment', happenedOn: '2026-03-14' },
      ...{ clock: '20:45', member: await who('07399', '2026-03-14', 4) },
      ...{ receivedOn: '2026-03-23', exclusions: ['intoxication'], decidedOn: '2026-03-30' },
      refusal: `Thuộc trường hợp không được hưởng theo Điều 5 khoản 2 ${illustrative}`,
    },
    {
      ...{ key: 'new', commune: '07537', kind: 'treatment', happenedOn: later(-25) },
      ...{ clock: '22:05', member: await who('07537', later(-25), 2) },
      ...{ receivedOn: later(-4), measure: { treatmentCost: 1_920_000, treatmentDays: 3 } },
    },
  ];
}

/** Harm on duty: granted before and after the reform, refused, appraised, waiting for papers. */
export async function tellClaims(story: Story): Promise<void> {
  for (const claim of await claimsOf(story)) {
    if (claim.happenedOn <= story.on && claim.receivedOn <= story.on) await tell(story, claim);
  }
}

async function tell(story: Story, claim: Claim): Promise<void> {
  const { key, commune, kind, happenedOn, clock, member, receivedOn, lacks = [] } = claim;
  const { measure = {}, exclusions = [], appraisedOn, decidedOn } = claim;
  const officer = story.officer(commune);
  const { personId } = member;
  const id = idOf(`claim/${key}`, happenedOn);
  const { items } = await officer.get<Known>(`/claims?on=${story.on}&personId=${personId}`);
  const known = items.find((one) => one.id === id);
  if (!known) {
    const orderId = claim.shiftId ? null : await order(story, claim);
    await officer.post('/claims', {
      ...{ id, personId, kind, happenedAt: at(happenedOn, clock), receivedOn, exclusions, orderId },
      ...{ shiftId: claim.shiftId ?? null, channel: 'office', ...(appraisedOn ? {} : measure) },
      papers: papersOf[kind].filter((paper) => !lacks.includes(paper)),
    });
  }
  if (appraisedOn && !known?.appraisedOn) {
    const report = `Hồ sơ đủ thành phần, đúng đối tượng ${illustrative}`;
    await officer.post(`/claims/${id}/appraisals`, { on: appraisedOn, report, ...measure });
  }
  if (!decidedOn || known?.decidedOn) return;
  await officer.post(`/claims/${id}/decisions`, {
    decision: { number: `${decidedOn.slice(8)}-MH/QĐ-UBND`, signedOn: decidedOn },
    ...(claim.refusal
      ? { outcome: 'refused', reasons: claim.refusal }
      : { outcome: 'granted', amount: claim.amount, reasons: claim.amount ? byReceipts : '' }),
  });
}

/** The order that somebody was on duty by. */
async function order(story: Story, { key, commune, happenedOn }: Claim): Promise<string> {
  const id = idOf(`duty-order/${key}`, happenedOn);
  await story.officer(commune).post('/duty-orders', {
    ...{ id, communeId: story.communeId(commune, happenedOn), kind: 'assignment' },
    ...{ body: 'Trưởng Công an xã (minh họa)', number: `${happenedOn.slice(8)}-MH/KH-CAX` },
    ...{ signedOn: addDays(happenedOn, -4), from: addDays(happenedOn, -1) },
    ...{ to: addDays(happenedOn, 1), place: 'Địa bàn xã' },
    task: `Tuần tra, kiểm soát ban đêm ${illustrative}`,
  });
  return id;
}

/** Who died on duty, to be ceased from the next day on. */
export function died(story: Story): Promise<Member> {
  return memberAt(story, '07543', '2026-05-20', -1);
}

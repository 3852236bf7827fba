import type { CouncilBody, RecruitmentAct } from '@antt/contracts';
import { figure, longDay, shortDay } from '@antt/paper/words';
import { personTags } from './common-tags.ts';
import type { PaperFacts } from './paper-facts.ts';
import { rowsOf, type Tag } from './tag.ts';

type Act<Step extends RecruitmentAct['step']> = Extract<RecruitmentAct, { step: Step }>;

function actOf<Step extends RecruitmentAct['step']>({ recruitment }: PaperFacts, step: Step) {
  return recruitment?.acts.find(({ act }) => act.step === step)?.act as Act<Step> | undefined;
}

const ballot = (facts: PaperFacts) => actOf(facts, 'met')?.ballot;
const counting = (facts: PaperFacts) => {
  const used = ballot(facts);
  return used?.way === 'secret' ? used.countingTeam : undefined;
};
const ways = { hands: 'biểu quyết giơ tay', secret: 'bỏ phiếu kín' };
const bodies: Record<CouncilBody, string> = {
  'youth-union': 'Đoàn Thanh niên',
  'women-union': 'Hội Liên hiệp Phụ nữ',
  'farmers-association': 'Hội Nông dân',
  'civil-servant': 'Công chức cấp xã',
  village: 'Đại diện thôn, tổ dân phố',
  'front-committee': 'Ban công tác Mặt trận',
};
const selected = ({ people }: PaperFacts) => people.filter(({ outcome }) => outcome === 'selected');
const day = (on: string | null | undefined) => on && shortDay(on);

/** The plan, the council and the vote (Circular 14/2024/TT-BCA Art. 3–4). */
export const recruitmentTags: Tag<PaperFacts>[] = [
  { tag: 'mục đích', text: ({ recruitment }) => recruitment?.purpose },
  { tag: 'số lượng tuyển', text: ({ recruitment }) => figure(recruitment?.places ?? null) },
  { tag: 'nhận hồ sơ từ', text: ({ recruitment }) => day(recruitment?.receiveFrom) },
  { tag: 'nhận hồ sơ đến', text: ({ recruitment }) => day(recruitment?.receiveTo) },
  { tag: 'nơi nhận hồ sơ', text: ({ recruitment }) => recruitment?.receivePlace },
  { tag: 'số kế hoạch', text: (facts) => actOf(facts, 'issued')?.number },
  { tag: 'ngày kế hoạch', text: (facts) => day(actOf(facts, 'issued')?.on) },
  { tag: 'số quyết định hội đồng', text: (facts) => actOf(facts, 'council-set')?.number },
  { tag: 'chủ tịch hội đồng', text: (facts) => actOf(facts, 'council-set')?.chair },
  { tag: 'phó chủ tịch hội đồng', text: (facts) => actOf(facts, 'council-set')?.viceChair },
  rowsOf('thành viên hội đồng', (facts) => actOf(facts, 'council-set')?.members ?? [], [
    { tag: 'họ tên', text: ({ name }) => name },
    { tag: 'tổ chức', text: ({ body }) => bodies[body] },
  ]),
  {
    tag: 'ngày họp',
    text: (facts) => {
      const met = actOf(facts, 'met');
      return met && longDay(met.on);
    },
  },
  { tag: 'số người dự họp', text: (facts) => figure(actOf(facts, 'met')?.present ?? null) },
  { tag: 'hình thức', text: (facts) => ballot(facts) && ways[ballot(facts)!.way] },
  { tag: 'chủ trì', text: (facts) => ballot(facts)?.chairing },
  { tag: 'thư ký', text: (facts) => ballot(facts)?.secretary },
  { tag: 'trưởng ban kiểm phiếu', text: (facts) => counting(facts)?.head },
  { tag: 'phó ban kiểm phiếu', text: (facts) => counting(facts)?.deputy },
  { tag: 'ủy viên kiểm phiếu', text: (facts) => counting(facts)?.members.join(', ') },
  { tag: 'thư ký kiểm phiếu', text: (facts) => counting(facts)?.secretary },
  { tag: 'lý do chọn', text: (facts) => actOf(facts, 'minutes-signed')?.reason },
  { tag: 'số quyết định', text: (facts) => actOf(facts, 'decided')?.decision.number },
  { tag: 'hiệu lực từ', text: (facts) => day(actOf(facts, 'decided')?.validFrom) },
  { tag: 'số người dự tuyển', text: ({ people }) => figure(people.length) },
  { tag: 'số người trúng tuyển', text: (facts) => figure(selected(facts).length) },
  rowsOf('người dự tuyển', ({ people }) => people, personTags),
  rowsOf('người trúng tuyển', selected, personTags),
  rowsOf(
    'tổ trưởng, tổ phó',
    (facts) => selected(facts).filter(({ position }) => position && position !== 'ordinary'),
    personTags,
  ),
];

import type { CessationConduct, CessationGround } from '@antt/contracts';
import { shortDay } from '@antt/paper/words';
import type { PaperFacts } from './paper-facts.ts';
import type { Tag } from './tag.ts';

const grounds: Record<CessationGround, string> = {
  resignation: 'có đơn xin thôi tham gia (điểm a khoản 3 Điều 17)',
  health: 'không bảo đảm sức khỏe để tiếp tục tham gia (điểm b khoản 3 Điều 17)',
  conduct: 'vi phạm quy định tại điểm c khoản 3 Điều 17',
  offence: 'bị xử lý theo quy định tại điểm d khoản 3 Điều 17',
  death: 'chết',
  relocation: 'chuyển nơi cư trú',
  'team-dissolved': 'Tổ bị giải thể',
};
const conducts: Record<CessationConduct, string> = {
  refusals: 'nhiều lần không chấp hành điều động, phân công',
  'duties-undone': 'không hoàn thành nhiệm vụ',
  abuse: 'lợi dụng nhiệm vụ được giao',
};
const day = (on: string | null | undefined) => on && shortDay(on);

/** Why and when a member ceases (Law 30/2023/QH15 Art. 17.3; Circular 14/2024/TT-BCA Art. 5). */
export const cessationTags: Tag<PaperFacts>[] = [
  {
    tag: 'lý do',
    text: ({ cessation }) => {
      if (!cessation?.ground) return null;
      const conduct = cessation.conduct ? `: ${conducts[cessation.conduct]}` : '';
      return `${grounds[cessation.ground]}${conduct}`;
    },
  },
  { tag: 'ngày nhận đơn', text: ({ cessation }) => day(cessation?.letterOn) },
  { tag: 'ngày đề xuất', text: ({ cessation }) => day(cessation?.proposedOn) },
  {
    tag: 'căn cứ',
    text: ({ cessation }) => {
      const basis = cessation?.basis;
      if (!basis) return null;
      const issuer = basis.issuer ? ` của ${basis.issuer}` : '';
      return `số ${basis.number} ngày ${shortDay(basis.signedOn)}${issuer}`;
    },
  },
  { tag: 'trưởng thôn', text: ({ cessation }) => cessation?.villageHead },
  { tag: 'trưởng ban công tác mặt trận', text: ({ cessation }) => cessation?.frontHead },
  { tag: 'ghi chú', text: ({ cessation }) => cessation?.note },
  { tag: 'số quyết định', text: ({ cessation }) => cessation?.decision?.number },
  { tag: 'thôi từ ngày', text: ({ cessation }) => day(cessation?.validFrom) },
];

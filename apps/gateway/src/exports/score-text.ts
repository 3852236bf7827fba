import type { ListText } from './list-text.ts';

/** Titles of the lists about campaigns, by route. */
export const scoreListText: Readonly<Record<string, ListText>> = {
  '/campaigns/:id/launches': {
    title: 'TÌNH HÌNH TỔ CHỨC LỄ PHÁT ĐỘNG',
    sheet: 'Lễ phát động',
    file: 'le-phat-dong',
  },
  '/campaign-rounds/:roundId/scores': {
    title: 'BẢNG ĐIỂM, XẾP HẠNG THI ĐUA CỦA ĐỢT',
    sheet: 'Xếp hạng',
    file: 'xep-hang-thi-dua',
  },
};

/** Headings of their columns; null for what says nothing on paper. */
export const scoreHeadings: Readonly<Record<string, string | null>> = {
  '/campaigns/:id/launches.unitName': 'Đơn vị',
  '/campaigns/:id/launches.heldOn': 'Ngày tổ chức',
  '/campaigns/:id/launches.manner': 'Hình thức',
  '/campaigns/:id/launches.daysLate': 'Số ngày chậm',
  '/campaigns/:id/launches.note': 'Ghi chú',
  '/campaign-rounds/:roundId/scores.name': 'Tên',
  '/campaign-rounds/:roundId/scores.unitName': 'Thuộc đơn vị',
  '/campaign-rounds/:roundId/scores.group': 'Cụm thi đua',
  '/campaign-rounds/:roundId/scores.base': 'Điểm chuẩn đạt',
  '/campaign-rounds/:roundId/scores.bonus': 'Điểm cộng',
  '/campaign-rounds/:roundId/scores.penalty': 'Điểm trừ',
  '/campaign-rounds/:roundId/scores.total': 'Tổng điểm',
  '/campaign-rounds/:roundId/scores.grade': 'Mức đạt',
  '/campaign-rounds/:roundId/scores.lowered': 'Hạ mức do vượt tỷ lệ',
  '/campaign-rounds/:roundId/scores.rank': 'Hạng trong cụm',
  '/campaign-rounds/:roundId/scores.rankOverall': 'Hạng chung',
  '/campaign-rounds/:roundId/scores.breaches': 'Số vi phạm chỉ tiêu không để xảy ra',
  '/campaign-rounds/:roundId/scores.missing': 'Số mục chưa có số liệu',
  '/campaign-rounds/:roundId/scores.disqualified': null,
  '/campaign-rounds/:roundId/scores.contents': null,
  '/campaign-rounds/:roundId/scores.verified': 'Đã thẩm định',
};

/** What stands for a code in them. */
export const scoreValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/campaigns/:id/launches.manner': { own: 'Riêng', 'within-another': 'Lồng ghép' },
  '/campaign-rounds/:roundId/scores.grade': {
    excellent: 'Xuất sắc',
    good: 'Khá',
    completed: 'Hoàn thành',
  },
};

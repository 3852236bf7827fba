import type { ListText } from './list-text.ts';

/** Titles of the lists about propaganda, by route. */
export const publicationListText: Readonly<Record<string, ListText>> = {
  '/publications': {
    title: 'DANH SÁCH TIN, BÀI TUYÊN TRUYỀN',
    sheet: 'Tin, bài',
    file: 'tin-bai-tuyen-truyen',
  },
  '/publication-quotas': {
    title: 'CHỈ TIÊU TUYÊN TRUYỀN',
    sheet: 'Chỉ tiêu',
    file: 'chi-tieu-tuyen-truyen',
  },
};

const media = {
  television: 'Đài Phát thanh và Truyền hình',
  newspaper: 'Báo tỉnh',
  police: 'Công an tỉnh',
  district: 'UBND cấp huyện',
  grassroots: 'Hệ thống tuyên truyền cơ sở',
  portal: 'Cổng, trang thông tin điện tử',
};
const kinds = { news: 'Tin', article: 'Bài', feature: 'Phóng sự', document: 'Văn bản' };

/** Headings of their columns; null for what says nothing on paper. */
export const publicationHeadings: Readonly<Record<string, string | null>> = {
  '/publications.unitName': 'Đơn vị',
  '/publications.medium': 'Kênh',
  '/publications.kind': 'Thể loại',
  '/publications.title': 'Tên tin, bài',
  '/publications.outlet': 'Chuyên mục, nơi đăng',
  '/publications.link': 'Địa chỉ',
  '/publications.publishedOn': 'Ngày đăng, phát',
  '/publications.recordedBy': 'Người ghi',
  '/publications.recordedAt': 'Ghi lúc',
  '/publications.withdrawnBecause': 'Lý do rút',
  '/publication-quotas.name': 'Chỉ tiêu',
  '/publication-quotas.nameEn': null,
  '/publication-quotas.medium': 'Kênh',
  '/publication-quotas.kinds': 'Thể loại',
  '/publication-quotas.cycle': 'Chu kỳ',
  '/publication-quotas.least': 'Ít nhất',
  '/publication-quotas.levels': 'Cấp',
  '/publication-quotas.certainty': null,
  '/publication-quotas.citation': 'Căn cứ',
};

/** What stands for a code in them. */
export const publicationValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/publications.medium': media,
  '/publications.kind': kinds,
  '/publication-quotas.medium': media,
  '/publication-quotas.kinds': kinds,
  '/publication-quotas.levels': { province: 'Tỉnh', district: 'Huyện', commune: 'Xã' },
  '/publication-quotas.cycle': { week: 'Tuần', month: 'Tháng', document: 'Mỗi văn bản' },
};

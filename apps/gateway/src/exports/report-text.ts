import type { ListText } from './list-text.ts';
import { gradeHeadings } from './grade-text.ts';
import { awardHeadings } from './award-text.ts';
import { publicationHeadings } from './publication-text.ts';
import { scoreHeadings } from './score-text.ts';

/** Titles of the lists about reports, by route. */
export const reportListText: Readonly<Record<string, ListText>> = {
  '/reports': {
    title: 'TÌNH HÌNH GỬI BÁO CÁO CỦA KỲ',
    sheet: 'Báo cáo',
    file: 'bao-cao-cua-ky',
  },
  '/report-completeness': {
    title: 'TỔNG HỢP TÌNH HÌNH GỬI BÁO CÁO THEO ĐƠN VỊ',
    sheet: 'Đầy đủ, đúng hạn',
    file: 'tinh-hinh-gui-bao-cao',
  },
};

/** Headings of their columns; null for what says nothing on paper. */
export const reportHeadings: Readonly<Record<string, string | null>> = {
  ...gradeHeadings,
  ...awardHeadings,
  ...publicationHeadings,
  ...scoreHeadings,
  '/reports.changedSinceAcceptance': 'Có thay đổi sau khi chấp nhận',
  '/reports.daysLate': 'Số ngày chậm',
  '/reports.firstSentAt': 'Gửi lần đầu lúc',
  '/reports.inTime': 'Đúng hạn',
  '/reports.name': 'Nơi gửi',
  '/reports.periodName': 'Kỳ',
  '/reports.resubmitBy': 'Hạn gửi lại',
  '/reports.returnReason': 'Lý do trả lại',
  '/reports.returns': 'Số lần bị trả lại',
  '/reports.sender': 'Loại nơi gửi',
  '/reports.sentAt': 'Gửi lần gần nhất lúc',
  '/reports.state': 'Trạng thái',
  '/reports.timeliness': 'Thời hạn',
  '/reports.unitName': 'Thuộc đơn vị',
  '/reports.version': 'Bản số',
  '/reports.warnings': 'Số mục cần xem lại',
  '/report-completeness.accepted': 'Đã chấp nhận',
  '/report-completeness.changedSinceAcceptance': 'Có thay đổi sau khi chấp nhận',
  '/report-completeness.dueOn': 'Hạn gửi',
  '/report-completeness.inTime': 'Gửi đúng hạn',
  '/report-completeness.kindCode': 'Loại báo cáo',
  '/report-completeness.late': 'Gửi chậm',
  '/report-completeness.missing': 'Chưa báo cáo',
  '/report-completeness.owed': 'Phải báo cáo',
  '/report-completeness.periodName': 'Kỳ',
  '/report-completeness.returned': 'Bị trả lại',
  '/report-completeness.sender': 'Loại nơi gửi',
  '/report-completeness.submitted': 'Đã gửi, chờ xác minh',
  '/report-completeness.verified': 'Đã xác minh',
};

const senders = {
  team: 'Tổ bảo vệ ANTT',
  commune: 'Xã, phường',
  district: 'Huyện',
  agency: 'Cơ quan, doanh nghiệp, cơ sở giáo dục',
  province: 'Tỉnh',
};

/** What stands for a code in them. */
export const reportValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/reports.sender': senders,
  '/reports.state': {
    missing: 'Chưa báo cáo',
    draft: 'Đang soạn, chưa gửi',
    submitted: 'Đã gửi',
    returned: 'Bị trả lại',
    verified: 'Đã xác minh',
    accepted: 'Đã chấp nhận',
    locked: 'Đã khóa',
  },
  '/reports.timeliness': { 'in-time': 'Đúng hạn', late: 'Chậm' },
  '/report-completeness.sender': senders,
};

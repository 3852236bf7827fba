import type { ListText } from './list-text.ts';

/** Titles of the lists about yearly grades, by route. */
export const gradeListText: Readonly<Record<string, ListText>> = {
  '/grade-years': {
    title: 'TIẾN ĐỘ ĐÁNH GIÁ, XẾP LOẠI HẰNG NĂM THEO XÃ, PHƯỜNG',
    sheet: 'Tiến độ',
    file: 'tien-do-xep-loai',
  },
  '/grade-years/:yearId/grades': {
    title: 'BẢNG ĐÁNH GIÁ, XẾP LOẠI HẰNG NĂM',
    sheet: 'Xếp loại',
    file: 'xep-loai-hang-nam',
  },
};

const years = '/grade-years';
const grades = '/grade-years/:yearId/grades';

const counts = (of: 'teams' | 'members', noun: string) => ({
  [`${years}.${of}.subjects`]: `Số ${noun}`,
  [`${years}.${of}.proposed`]: `${noun}: đã có mức`,
  [`${years}.${of}.notAssessed`]: `${noun}: chưa đánh giá`,
  [`${years}.${of}.excellent`]: `${noun}: xuất sắc`,
  [`${years}.${of}.good`]: `${noun}: tốt`,
  [`${years}.${of}.fulfilled`]: `${noun}: hoàn thành`,
  [`${years}.${of}.unfulfilled`]: `${noun}: không hoàn thành`,
});

/** Headings of their columns; null for what says nothing on paper. */
export const gradeHeadings: Readonly<Record<string, string | null>> = {
  [`${years}.name`]: 'Xã, phường',
  [`${years}.kind`]: 'Loại',
  [`${years}.parentName`]: 'Trực thuộc',
  [`${years}.state`]: 'Tình trạng',
  [`${years}.openedAt`]: 'Mở lúc',
  [`${years}.decisionNumber`]: 'Số quyết định',
  [`${years}.decidedOn`]: 'Ngày quyết định',
  ...counts('teams', 'Tổ'),
  ...counts('members', 'Thành viên'),
  [`${grades}.subject`]: null,
  [`${grades}.name`]: 'Tổ, họ và tên',
  [`${grades}.teamName`]: 'Thuộc Tổ',
  [`${grades}.position`]: 'Chức danh',
  [`${grades}.role`]: null,
  [`${grades}.months`]: 'Số tháng trong năm',
  [`${grades}.monthsInTeam`]: 'Số tháng ở Tổ này',
  [`${grades}.newInTeam`]: 'Mới về Tổ',
  [`${grades}.reportsDue`]: 'Báo cáo phải gửi',
  [`${grades}.reportsSent`]: 'Báo cáo đã gửi',
  [`${grades}.reportsInTime`]: 'Báo cáo đúng hạn',
  [`${grades}.facts.tasksAssigned`]: 'Nhiệm vụ được giao',
  [`${grades}.facts.tasksDone`]: 'Nhiệm vụ hoàn thành',
  [`${grades}.facts.meetings`]: 'Cuộc họp, giao ban',
  [`${grades}.facts.absencesExcused`]: 'Vắng có phép',
  [`${grades}.facts.absencesUnexcused`]: 'Vắng không phép',
  [`${grades}.facts.breaches`]: 'Vi phạm điều cấm',
  [`${grades}.facts.underProceedings`]: 'Đang bị khiếu nại, tố cáo',
  [`${grades}.facts.confirmed`]: null,
  [`${grades}.facts.note`]: 'Ghi chú',
  [`${grades}.notAssessed`]: 'Chưa đánh giá vì',
  [`${grades}.eligible`]: 'Mức cao nhất đủ điều kiện',
  [`${grades}.missing`]: 'Còn thiếu để lên mức trên',
  [`${grades}.proposed`]: 'Công an cấp xã đề nghị',
  [`${grades}.proposedBy`]: 'Người đề nghị',
  [`${grades}.decided`]: 'Chủ tịch UBND quyết định',
  [`${grades}.reason`]: 'Lý do khác đề nghị, điều chỉnh',
};

const gradeNames = {
  excellent: 'Hoàn thành xuất sắc nhiệm vụ',
  good: 'Hoàn thành tốt nhiệm vụ',
  fulfilled: 'Hoàn thành nhiệm vụ',
  unfulfilled: 'Không hoàn thành nhiệm vụ',
};

/** What stands for a code in them. */
export const gradeValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [`${years}.state`]: { 'not-open': 'Chưa mở', open: 'Đang đánh giá', decided: 'Đã quyết định' },
  [`${grades}.eligible`]: gradeNames,
  [`${grades}.proposed`]: gradeNames,
  [`${grades}.decided`]: gradeNames,
  [`${grades}.notAssessed`]: {
    'too-short': 'Hoạt động, tham gia dưới thời gian tối thiểu',
    'under-proceedings': 'Đang giải quyết khiếu nại, tố cáo',
  },
};

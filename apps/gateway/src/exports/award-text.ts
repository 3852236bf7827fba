import type { ListText } from './list-text.ts';

/** Titles of the lists about awards, by route. */
export const awardListText: Readonly<Record<string, ListText>> = {
  '/awards': {
    title: 'DANH SÁCH ĐỀ NGHỊ, QUYẾT ĐỊNH KHEN THƯỞNG',
    sheet: 'Khen thưởng',
    file: 'khen-thuong',
  },
  '/criticisms': { title: 'DANH SÁCH PHÊ BÌNH', sheet: 'Phê bình', file: 'phe-binh' },
  '/unit-standings': {
    title: 'KẾT QUẢ PHÂN LOẠI PHONG TRÀO, AN TOÀN VỀ AN NINH, TRẬT TỰ',
    sheet: 'Phân loại, An toàn',
    file: 'phan-loai-an-toan',
  },
};

/** Headings of their columns; null for what says nothing on paper. */
export const awardHeadings: Readonly<Record<string, string | null>> = {
  '/awards.state': 'Trạng thái',
  '/awards.subject': 'Đối tượng',
  '/awards.subjectName': 'Tên',
  '/awards.unitName': 'Thuộc đơn vị',
  '/awards.achievementKind': 'Loại thành tích',
  '/awards.summary': 'Thành tích',
  '/awards.from': 'Từ ngày',
  '/awards.to': 'Đến hết ngày',
  '/awards.formCode': null,
  '/awards.titleCode': null,
  '/awards.formName': 'Hình thức khen thưởng',
  '/awards.formNameEn': null,
  '/awards.titleName': 'Danh hiệu thi đua',
  '/awards.titleNameEn': null,
  '/awards.authority': 'Cấp quyết định',
  '/awards.year': 'Năm xét',
  '/awards.isUnexpected': 'Đột xuất',
  '/awards.proposedOn': 'Ngày tờ trình',
  '/awards.number': 'Số tờ trình',
  '/awards.note': 'Ghi chú',
  '/awards.roundName': 'Đợt thi đua',
  '/awards.returns': 'Số lần trả lại',
  '/awards.decisionNumber': 'Số quyết định',
  '/awards.decidedOn': 'Ngày quyết định',
  '/awards.revocation': 'Lý do hủy',
  '/awards.revokedOn': 'Ngày hủy',
  '/awards.proposedBy': 'Người lập đề nghị',
  '/awards.version': null,
  '/criticisms.subject': 'Đối tượng',
  '/criticisms.subjectName': 'Tên',
  '/criticisms.unitName': 'Thuộc đơn vị',
  '/criticisms.authority': 'Nơi phê bình',
  '/criticisms.number': 'Số văn bản',
  '/criticisms.decidedOn': 'Ngày văn bản',
  '/criticisms.reason': 'Nội dung',
  '/criticisms.recordedBy': 'Người ghi',
  '/criticisms.recordedAt': 'Lúc ghi',
  '/unit-standings.unitKind': null,
  '/unit-standings.unitName': 'Đơn vị',
  '/unit-standings.parentName': 'Trực thuộc',
  '/unit-standings.year': 'Năm',
  '/unit-standings.movementClass': 'Phân loại phong trào',
  '/unit-standings.classNumber': 'Số quyết định phân loại',
  '/unit-standings.classOn': 'Ngày quyết định phân loại',
  '/unit-standings.safety': 'An toàn về ANTT',
  '/unit-standings.safetyNumber': 'Số quyết định An toàn về ANTT',
  '/unit-standings.safetyOn': 'Ngày quyết định An toàn về ANTT',
  '/unit-standings.source': 'Nguồn',
  '/unit-standings.recordedBy': 'Người ghi',
  '/unit-standings.recordedAt': 'Lúc ghi',
};

const authorities = {
  'commune-police': 'Công an cấp xã',
  'commune-chair': 'Chủ tịch UBND cấp xã',
  'district-police': 'Công an cấp huyện',
  'district-committee': 'Ban Chỉ đạo cấp huyện',
  'district-chair': 'Chủ tịch UBND cấp huyện',
  'province-police': 'Giám đốc Công an tỉnh',
  'province-chair': 'Chủ tịch UBND cấp tỉnh',
  'ministry-police': 'Bộ trưởng Bộ Công an',
  government: 'Chính phủ',
};
const subjects = {
  team: 'Tổ',
  unit: 'Đơn vị',
  person: 'Thành viên Tổ',
  citizen: 'Người dân (theo việc trong sổ)',
};

/** What stands for a code in them. */
export const awardValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/awards.state': {
    proposed: 'Đang thẩm định',
    returned: 'Đã trả lại',
    appraised: 'Chờ quyết định',
    approved: 'Đã khen thưởng',
    refused: 'Không khen thưởng',
    revoked: 'Đã hủy',
  },
  '/awards.subject': subjects,
  '/awards.achievementKind': {
    work: 'Thực hiện nhiệm vụ',
    model: 'Mô hình',
    'good-deed': 'Việc tốt',
    bravery: 'Dũng cảm',
  },
  '/awards.authority': authorities,
  '/awards.revocation': {
    'false-declaration': 'Kê khai không đúng',
    'forged-papers': 'Hồ sơ giả',
    'unlawful-appraisal': 'Thẩm định trái quy định',
    'later-violation': 'Có kết luận vi phạm',
  },
  '/criticisms.subject': subjects,
  '/criticisms.authority': authorities,
  '/unit-standings.movementClass': {
    excellent: 'Xuất sắc',
    good: 'Khá',
    average: 'Trung bình',
    weak: 'Yếu',
  },
  '/unit-standings.safety': { met: 'Đạt', 'not-met': 'Chưa đạt' },
};

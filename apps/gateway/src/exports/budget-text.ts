import type { ListText } from './list-text.ts';

/** Titles of the lists about budgets, by route. */
export const budgetListText: Readonly<Record<string, ListText>> = {
  '/budgets': { title: 'DỰ TOÁN ĐÃ GIAO', sheet: 'Dự toán', file: 'du-toan-da-giao' },
  '/budgets/comparison': {
    title: 'SO SÁNH DỰ TOÁN VỚI THỰC CHI VÀ DỰ BÁO CẢ NĂM',
    sheet: 'So sánh',
    file: 'so-sanh-du-toan',
  },
  '/budget-requests': {
    title: 'DANH SÁCH ĐỀ NGHỊ KINH PHÍ',
    sheet: 'Đề nghị',
    file: 'de-nghi-kinh-phi',
  },
  '/budget-spendings': {
    title: 'CÁC KHOẢN CHI NGOÀI BẢNG CHI',
    sheet: 'Khoản chi',
    file: 'khoan-chi-ngoai-bang-chi',
  },
};

const place = (route: string) => ({
  [`${route}.year`]: 'Năm',
  [`${route}.fund`]: 'Loại kinh phí',
  [`${route}.group`]: 'Nhóm chi',
  [`${route}.source`]: 'Nguồn ngân sách',
});

/** Headings of their columns; null for what says nothing on paper. */
export const budgetHeadings: Readonly<Record<string, string | null>> = {
  ...place('/budgets'),
  '/budgets.amount': 'Số tiền (đồng)',
  '/budgets.at': 'Ghi lúc',
  '/budgets.by': 'Người ghi',
  '/budgets.instrument.issuer': 'Cơ quan ban hành',
  '/budgets.instrument.number': 'Văn bản',
  '/budgets.instrument.signedOn': 'Ngày ký',
  '/budgets.kind': 'Loại',
  '/budgets.note': 'Ghi chú',
  '/budgets.takenBack': 'Đã thu lại',
  ...place('/budgets/comparison'),
  '/budgets/comparison.allocated': 'Được giao (đồng)',
  '/budgets/comparison.committed': 'Đã trình, chưa chi (đồng)',
  '/budgets/comparison.extra': 'Dự báo trừ được giao (đồng)',
  '/budgets/comparison.forecast': 'Dự báo cả năm (đồng)',
  '/budgets/comparison.held': 'Chi từ dự toán của',
  '/budgets/comparison.paid': 'Đã chi (đồng)',
  '/budgets/comparison.remaining': 'Còn lại (đồng)',
  '/budgets/comparison.shortfall': 'Nhu cầu tăng thêm (đồng)',
  ...place('/budget-requests'),
  '/budget-requests.acts': null,
  '/budget-requests.allocated': 'Được phân bổ (đồng)',
  '/budget-requests.appraised': 'Thẩm định (đồng)',
  '/budget-requests.approved': 'Được duyệt (đồng)',
  '/budget-requests.decision.number': 'Quyết định',
  '/budget-requests.decision.signedOn': 'Ngày quyết định',
  '/budget-requests.decision.signer': 'Người ký',
  '/budget-requests.instrument.issuer': null,
  '/budget-requests.instrument.number': 'Văn bản phân bổ',
  '/budget-requests.instrument.signedOn': 'Ngày phân bổ',
  '/budget-requests.lines': null,
  '/budget-requests.next': null,
  '/budget-requests.requested': 'Đề nghị (đồng)',
  '/budget-requests.state': 'Tình trạng',
  '/budget-requests.title': 'Nội dung',
  ...place('/budget-spendings'),
  '/budget-spendings.amount': 'Số tiền (đồng)',
  '/budget-spendings.at': 'Ghi lúc',
  '/budget-spendings.by': 'Người ghi',
  '/budget-spendings.note': 'Ghi chú',
  '/budget-spendings.paper': 'Chứng từ',
  '/budget-spendings.spentOn': 'Ngày chi',
  '/budget-spendings.takenBack': 'Đã hủy',
};

const funds = { force: 'Kinh phí lực lượng', movement: 'Kinh phí phong trào' };
const sources = {
  province: 'Ngân sách cấp tỉnh',
  commune: 'Ngân sách cấp xã',
  state: 'Ngân sách trung ương',
  'mobilising-body': 'Cơ quan điều động, huy động',
  other: 'Nguồn hợp pháp khác',
};
const groups = {
  allowance: 'Hỗ trợ, phụ cấp hằng tháng',
  insurance: 'Bảo hiểm xã hội, y tế',
  duty: 'Bồi dưỡng làm nhiệm vụ, tập huấn',
  'one-off': 'Trợ cấp một lần, chế độ',
  'team-operation': 'Kinh phí hoạt động của Tổ',
  training: 'Tổ chức tập huấn, diễn tập, hội thi',
  equipment: 'Phương tiện, thiết bị',
  'uniform-and-tools': 'Trang phục, công cụ hỗ trợ',
  workplace: 'Trụ sở, nơi làm việc',
  'movement-model': 'Xây dựng, nhân rộng mô hình',
  'movement-visit': 'Đoàn tham quan, học tập',
  'movement-campaign': 'Tuyên truyền, vận động',
  'movement-reward': 'Sơ kết, tổng kết, khen thưởng',
};
const words = (route: string) => ({
  [`${route}.fund`]: funds,
  [`${route}.group`]: groups,
  [`${route}.source`]: sources,
});

/** What stands for their codes. */
export const budgetValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...words('/budgets'),
  ...words('/budgets/comparison'),
  ...words('/budget-requests'),
  ...words('/budget-spendings'),
  '/budgets.kind': {
    opening: 'Giao đầu năm',
    supplement: 'Bổ sung',
    reduction: 'Điều chỉnh giảm',
    recall: 'Thu hồi',
  },
  '/budgets/comparison.held': { own: 'Đơn vị', above: 'Cấp trên', none: 'Chưa giao' },
  '/budget-requests.state': {
    drafted: 'Đang soạn',
    submitted: 'Đã gửi',
    appraised: 'Đã thẩm định',
    approved: 'Đã duyệt',
    refused: 'Không duyệt',
    allocated: 'Đã phân bổ',
    settled: 'Đã quyết toán',
  },
};

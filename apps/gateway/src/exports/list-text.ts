/** Titles, headings and words of the lists that can be kept. They are papers of the office: Vietnamese only. */
export type ListText = { title: string; sheet: string; file: string };

/** By route. A list that is not named here has no file. */
export const listText: Readonly<Record<string, ListText>> = {
  '/coverage': {
    title: 'ĐỘ PHỦ LỰC LƯỢNG THAM GIA BẢO VỆ AN NINH, TRẬT TỰ Ở CƠ SỞ',
    sheet: 'Độ phủ',
    file: 'do-phu',
  },
  '/units': { title: 'DANH SÁCH ĐƠN VỊ', sheet: 'Đơn vị', file: 'don-vi' },
  '/instruments': { title: 'DANH SÁCH VĂN BẢN', sheet: 'Văn bản', file: 'van-ban' },
  '/quotas': {
    title: 'SỐ LƯỢNG TỔ BẢO VỆ AN NINH, TRẬT TỰ VÀ THÀNH VIÊN ĐƯỢC GIAO',
    sheet: 'Chỉ tiêu',
    file: 'chi-tieu',
  },
  '/teams': {
    title: 'DANH SÁCH TỔ BẢO VỆ AN NINH, TRẬT TỰ',
    sheet: 'Tổ',
    file: 'to-bao-ve-antt',
  },
  '/workplaces': { title: 'DANH SÁCH NƠI LÀM VIỆC', sheet: 'Nơi làm việc', file: 'noi-lam-viec' },
  '/reorganisations': {
    title: 'DANH SÁCH ĐỢT SẮP XẾP ĐƠN VỊ',
    sheet: 'Sắp xếp',
    file: 'sap-xep-don-vi',
  },
};

/**
 * Headings by route and field, by field, or by the field's last part; null for what says nothing on paper. A
 * field that is not named is left out.
 */
export const headingText: Readonly<Record<string, string | null>> = {
  active: 'Số Tổ hiện có',
  address: 'Địa chỉ',
  code: 'Mã',
  commune: 'Xã, phường',
  decisionNumber: 'Số quyết định',
  decisionSignedOn: 'Ngày ký quyết định',
  deputies: 'Tổ phó',
  dissolvedOn: 'Ngày giải thể',
  effectiveFrom: 'Hiệu lực từ ngày',
  effectiveTo: 'Hết hiệu lực từ ngày',
  foundedOn: 'Ngày thành lập',
  instrumentNumber: 'Văn bản',
  issuer: 'Cơ quan ban hành',
  kind: 'Loại',
  lat: 'Vĩ độ',
  leaders: 'Tổ trưởng',
  level: 'Cấp',
  list: 'Danh mục mã',
  lon: 'Kinh độ',
  members: 'Số thành viên được giao',
  name: 'Tên',
  note: 'Ghi chú',
  number: 'Số, ký hiệu',
  on: 'Ngày',
  ordinary: 'Tổ viên',
  parent: 'Trực thuộc',
  parentName: 'Trực thuộc',
  parentKind: null,
  quotas: 'Số dòng chỉ tiêu',
  signedOn: 'Ngày ký',
  status: 'Trạng thái',
  teams: 'Số Tổ được giao',
  title: 'Trích yếu',
  unit: 'Đơn vị hành chính',
  validFrom: 'Từ ngày',
  validTo: 'Đến hết trước ngày',
  villages: 'Số thôn, tổ dân phố',
  workplace: 'Nơi làm việc',
  '/instruments.amends': null,
  '/instruments.bases': null,
  '/instruments.replaces': null,
  '/instruments.subjects': 'Nội dung',
  '/instruments.territory': null,
  '/instruments.territoryOn': null,
  '/teams.villages': 'Thôn, tổ dân phố phụ trách',
  '/workplaces.areaM2': 'Diện tích (m²)',
  '/workplaces.condition': 'Hiện trạng',
  '/workplaces.teams': 'Tổ sử dụng',
  '/workplaces.tenure': 'Quyền sử dụng',
  '/workplaces.tenureUntil': 'Được dùng đến hết ngày',
};

const levels = { province: 'Tỉnh', district: 'Huyện', commune: 'Xã', village: 'Thôn' };

/** What stands for a code, by route and field or by field. */
export const valueText: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  level: levels,
  '/instruments.status': { draft: 'Dự thảo', final: 'Đã ban hành' },
  '/instruments.kind': {
    resolution: 'Nghị quyết',
    decision: 'Quyết định',
    plan: 'Kế hoạch',
    submission: 'Tờ trình',
    law: 'Luật',
    decree: 'Nghị định',
    circular: 'Thông tư',
  },
  '/workplaces.kind': {
    office: 'Trụ sở riêng',
    'culture-house': 'Nhà văn hóa',
    'police-office': 'Trụ sở Công an xã',
    shared: 'Dùng chung',
    own: 'Trụ sở riêng',
    none: 'Chưa có',
  },
  '/workplaces.tenure': { owned: 'Được giao quản lý', borrowed: 'Mượn', rented: 'Thuê' },
  '/workplaces.condition': { good: 'Tốt', worn: 'Đã xuống cấp', poor: 'Hư hỏng' },
  '/reorganisations.status': { applied: 'Đã thực hiện', undone: 'Đã hoàn tác' },
};

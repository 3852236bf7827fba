import { activityValues } from './activity-text.ts';
import { budgetValues } from './budget-text.ts';
import { payValues } from './pay-value.ts';
import { personnelValues } from './personnel-value.ts';
import { publicationValues } from './publication-text.ts';
import { reportValues } from './report-text.ts';
import { gradeValues } from './grade-text.ts';
import { awardValues } from './award-text.ts';
import { scoreValues } from './score-text.ts';

const levels = { province: 'Tỉnh', district: 'Huyện', commune: 'Xã', village: 'Thôn' };

const instrumentKinds = {
  resolution: 'Nghị quyết',
  decision: 'Quyết định',
  plan: 'Kế hoạch',
  submission: 'Tờ trình',
  law: 'Luật',
  decree: 'Nghị định',
  circular: 'Thông tư',
};
const roles = {
  'provincial-administrator': 'Quản trị cấp tỉnh',
  'area-officer': 'Cán bộ phụ trách địa bàn',
  'finance-officer': 'Cán bộ tài chính',
  'commune-officer': 'Cán bộ cấp xã',
  'team-leader': 'Tổ trưởng',
  'agency-officer': 'Cán bộ cơ quan',
  auditor: 'Kiểm tra, giám sát',
};
const instrumentStates = { draft: 'Dự thảo', final: 'Đã ban hành' };
const nouns = {
  unit: 'Đơn vị',
  team: 'Tổ',
  instrument: 'Văn bản',
  draft: 'Dự thảo chỉ tiêu',
  proposal: 'Đề nghị',
  quota: 'Chỉ tiêu',
  ceiling: 'Tổng số được giao',
  transition: 'Lộ trình',
  criteria: 'Tiêu chí',
  consolidation: 'Kiện toàn Tổ',
  reorganisation: 'Sắp xếp đơn vị',
};
/** What stands for a code, by route and field or by field. */
export const valueText: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...activityValues,
  ...budgetValues,
  ...payValues,
  ...personnelValues,
  ...publicationValues,
  ...reportValues,
  ...gradeValues,
  ...awardValues,
  ...scoreValues,
  level: levels,
  '/instruments.status': instrumentStates,
  '/instruments.kind': instrumentKinds,
  '/coverage/comparison.standing': {
    both: 'Có cả hai ngày',
    restated: 'Tính lại từ các đơn vị trước đây',
    began: 'Mới có',
    ended: 'Không còn',
  },
  '/coverage/gaps.kind': {
    'villages-uncovered': 'Thôn, tổ dân phố chưa có Tổ',
    'teams-short': 'Thiếu Tổ so với chỉ tiêu',
    'teams-over': 'Vượt số Tổ được giao',
    'workplace-missing': 'Có Tổ chưa có nơi làm việc',
    'quota-missing': 'Chưa được giao chỉ tiêu',
    'consolidation-overdue': 'Quá hạn kiện toàn Tổ sau sáp nhập',
  },
  '/workplaces.kind': {
    office: 'Trụ sở riêng',
    'culture-house': 'Nhà văn hóa',
    'police-office': 'Trụ sở Công an xã',
    shared: 'Dùng chung',
    own: 'Trụ sở riêng',
    none: 'Chưa có',
  },
  '/equipment.condition': { good: 'Tốt', worn: 'Đã cũ', broken: 'Hỏng' },
  '/workplaces.tenure': { owned: 'Được giao quản lý', borrowed: 'Mượn', rented: 'Thuê' },
  '/workplaces.condition': { good: 'Tốt', worn: 'Đã xuống cấp', poor: 'Hư hỏng' },
  '/reorganisations.status': { applied: 'Đã thực hiện', undone: 'Đã hoàn tác' },
  certainty: {
    gazette: 'Theo công báo',
    press: 'Theo báo chí',
    draft: 'Theo dự thảo',
    inferred: 'Suy ra',
    illustrative: 'Minh họa',
  },
  step: {
    'provincial-decision': 'Chờ quyết định mới của tỉnh',
    'chair-decision': 'Chờ Chủ tịch UBND xã',
  },
  '/accounts.role': roles,
  '/accounts.state': { active: 'Đang dùng', locked: 'Đang khóa', closed: 'Đã đóng' },
  '/consolidations/decisions.status': { applied: 'Đã thực hiện', undone: 'Đã hoàn tác' },
  '/criteria.status': { draft: 'Dự thảo', adopted: 'Đã áp dụng', withdrawn: 'Đã thôi' },
  '/drafts.status': { draft: 'Đang soạn', issued: 'Đã ban hành', discarded: 'Đã bỏ' },
  '/instruments/:id/governs.noun': nouns,
  '/instruments/in-force.extent': { whole: 'Toàn bộ', part: 'Một phần' },
  '/instruments/in-force.kind': instrumentKinds,
  '/instruments/in-force.status': instrumentStates,
  '/proposals.status': { sent: 'Chờ thẩm định', accepted: 'Đã chấp nhận', returned: 'Trả lại' },
  '/quotas/norms.binding': {
    exact: 'Đúng số',
    maximum: 'Tối đa',
    range: 'Trong khoảng',
    mixed: 'Tùy thôn, tổ dân phố',
  },
  '/tags.levels': levels,
  '/teams/:id/history.what': {
    founded: 'Thành lập',
    renamed: 'Đổi tên',
    merged: 'Hợp nhất',
    'merged-into': 'Kết thúc, hợp nhất vào Tổ khác',
    'area-changed': 'Điều chỉnh địa bàn',
    'villages-reorganised': 'Địa bàn thay đổi theo sắp xếp đơn vị',
    'moved-in': 'Đến nơi làm việc',
    'moved-out': 'Rời nơi làm việc',
    dissolved: 'Giải thể',
  },
  '/units/:id/figures.kind': {
    households: 'Số hộ',
    population: 'Dân số',
    'population-with-temporary': 'Dân số (cả tạm trú)',
    'area-km2': 'Diện tích (km²)',
  },
  '/units/:id/history.what': {
    named: 'Tên',
    placed: 'Trực thuộc',
    ended: 'Kết thúc hiệu lực',
    outlined: 'Có ranh giới mới',
    quota: 'Giao chỉ tiêu',
    'team-founded': 'Thành lập Tổ',
    'team-dissolved': 'Giải thể Tổ',
    reorganised: 'Sắp xếp đơn vị',
    tagged: 'Gắn đặc điểm',
    'tag-ended': 'Hết đặc điểm',
    'below-changed': 'Thay đổi đơn vị trực thuộc',
  },
  '/workplaces/:id/history.what': {
    opened: 'Mở',
    changed: 'Thay đổi',
    'team-in': 'Tổ đến làm việc',
    'team-out': 'Tổ rời đi',
    closed: 'Đóng',
  },
  '/worklist/:kind.kind': {
    'villages-uncovered': 'Thôn, tổ dân phố chưa có Tổ',
    'teams-short': 'Xã thiếu Tổ so với chỉ tiêu',
    'teams-over': 'Xã vượt số Tổ được giao',
    'quota-missing': 'Xã chưa được giao chỉ tiêu',
    'workplace-missing': 'Xã có Tổ chưa có nơi làm việc',
    'consolidation-overdue': 'Thôn, tổ dân phố quá hạn kiện toàn Tổ',
    'quota-decision-due': 'Xã phải quyết định lại chỉ tiêu sau sắp xếp thôn',
    'teams-await-consolidation': 'Thôn, tổ dân phố có nhiều Tổ chờ kiện toàn',
    'outline-missing': 'Đơn vị chưa có ranh giới sau sắp xếp',
    'figures-missing': 'Thôn, tổ dân phố chưa có số hộ',
    'kind-pending': 'Thôn, tổ dân phố chờ chuyển đổi loại hình',
    'village-below-standard': 'Thôn, tổ dân phố dưới quy mô quy định',
    'instrument-without-file': 'Văn bản chưa có tệp',
    'draft-open': 'Dự thảo quyết định đang soạn',
    'proposal-waiting': 'Đề nghị của xã chờ thẩm định',
  },
  '/worklist/:kind.noun': nouns,
};

import type { Role } from '@antt/contracts';

/** What a file may call a role; the first word is the one printed. */
export const roleText: Readonly<Record<Role, readonly [string, ...string[]]>> = {
  'provincial-administrator': ['Quản trị cấp tỉnh', 'Quản trị tỉnh', 'Quản trị'],
  'area-officer': ['Cán bộ phụ trách địa bàn', 'Phụ trách địa bàn'],
  'finance-officer': ['Cán bộ tài chính', 'Tài chính'],
  'commune-officer': ['Cán bộ cấp xã', 'Cán bộ xã'],
  'team-leader': ['Tổ trưởng'],
  'agency-officer': ['Cán bộ cơ quan'],
  auditor: ['Kiểm tra, giám sát', 'Kiểm tra', 'Giám sát'],
};

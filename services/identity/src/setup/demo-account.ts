import type { Role } from '@antt/contracts';

/**
 * One account for each user of the product; the people are invented. Who works in a part of the province
 * gets the role there with the demo data, which knows the units.
 */
export const demoAccounts: readonly {
  username: string;
  fullName: string;
  role: Role;
  whole: boolean;
}[] = [
  {
    username: 'tinh',
    fullName: 'Nguyễn Thị Hạnh (minh họa)',
    role: 'provincial-administrator',
    whole: true,
  },
  {
    username: 'tinh2',
    fullName: 'Lâm Thị Yến (minh họa)',
    role: 'provincial-administrator',
    whole: true,
  },
  { username: 'huyen', fullName: 'Trần Văn Lục (minh họa)', role: 'area-officer', whole: false },
  { username: 'taichinh', fullName: 'Lê Thu Hà (minh họa)', role: 'finance-officer', whole: true },
  {
    username: 'taichinh2',
    fullName: 'Phạm Quốc Bảo (minh họa)',
    role: 'finance-officer',
    whole: true,
  },
  { username: 'xa', fullName: 'Hoàng Văn Điền (minh họa)', role: 'commune-officer', whole: false },
  { username: 'to', fullName: 'Vi Văn Thắng (minh họa)', role: 'team-leader', whole: false },
  { username: 'kiemtra', fullName: 'Đỗ Minh Châu (minh họa)', role: 'auditor', whole: true },
];

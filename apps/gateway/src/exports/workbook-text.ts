import type { Apportioning, Gap } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

/** `2026-09` as offices write it, `09/2026`. */
export const formatMonth = (month: string | null): string =>
  month === null ? '' : month.split('-').reverse().join('/');

/** What stands in the workbooks. They are read as papers of the office: Vietnamese only. */
export const text = {
  illustrative: 'Số liệu minh họa',
  number: 'STT',
  code: 'Mã',
  unit: 'Đơn vị hành chính',
  parent: 'Trực thuộc',
  total: 'TỔNG CỘNG',
  unsaid: 'không nêu trong quyết định',
  unsaidRows: (count: number) =>
    `${count} dòng có đơn vị không nêu trong quyết định: không tính tăng, giảm; cột tăng, giảm chỉ cộng các dòng còn lại`,
  place: (name: string) => `Phạm vi: ${name}`,
  months: (from: string, to: string) =>
    `Chi từ tháng ${formatMonth(from)} đến tháng ${formatMonth(to)}`,
  /** Money is told in other units than it was paid in. */
  inUnitsOf: (on: PlainDate) => `Theo đơn vị hành chính ngày ${day(on)}`,
  version: (version: string) => `Phiên bản số liệu: ${version}`,
  runs: (told: readonly string[]) => `Theo các bảng chi: ${told.join('; ') || 'chưa có'}`,
  first: (count: number, total: number) => `Chỉ gồm ${count} dòng đầu trong số ${total} dòng`,
  asOf: (on: PlainDate) => `Tính đến ngày ${day(on)}`,
  coverage: {
    sheet: 'Độ phủ',
    file: (on: PlainDate) => `do-phu-${on}`,
    title: 'ĐỘ PHỦ LỰC LƯỢNG THAM GIA BẢO VỆ AN NINH, TRẬT TỰ Ở CƠ SỞ',
    work: 'Số việc cần làm',
    villages: 'Số thôn, tổ dân phố',
    covered: 'Số thôn, tổ dân phố đã có Tổ',
    decided: 'Số Tổ được giao',
    active: 'Số Tổ hiện có',
    difference: 'Chênh lệch (hiện có trừ được giao)',
    members: 'Số thành viên được giao',
    teamsWith: 'Số Tổ có nơi làm việc',
    workplaces: 'Số nơi làm việc',
    short: 'Số xã thiếu Tổ',
    missing: 'Số xã có Tổ chưa có nơi làm việc',
    state: 'Tình trạng',
    norm: 'Định mức',
    restated: (on: PlainDate, way?: Apportioning) => [
      `Số liệu quy đổi theo đơn vị hành chính ngày ${day(on)}`,
      ...(way ? [`Cách chia số liệu của đơn vị bị chia tách: ${apportioningText[way]}`] : []),
    ],
    apportioned: 'Số liệu phân bổ (đơn vị đã chia)',
    gaps: (chosen: string) => `Chỉ gồm: ${chosen}`,
    search: (words: string) => `Tìm: “${words}”`,
  },
  quota: {
    sheet: 'Chỉ tiêu',
    file: (on: PlainDate) => `chi-tieu-${on}`,
    title: 'SỐ LƯỢNG TỔ BẢO VỆ AN NINH, TRẬT TỰ VÀ THÀNH VIÊN ĐƯỢC GIAO',
    villages: 'Số thôn, tổ dân phố',
    teams: 'Số Tổ được giao',
    members: 'Số thành viên: tổng số',
    leaders: 'Tổ trưởng',
    deputies: 'Tổ phó',
    ordinary: 'Tổ viên',
    active: 'Số Tổ hiện có',
    difference: 'Chênh lệch (hiện có trừ được giao)',
    from: 'Áp dụng từ ngày',
    instrument: 'Văn bản',
    note: 'Ghi chú',
    madeOf: 'Từ các đơn vị',
    partly: 'một phần',
    unplaced: (names: string) => `Chưa rõ thuộc đơn vị nào, chỉ có trong dòng cộng: ${names}`,
    of: (number: string) => `Theo văn bản số ${number}`,
  },
} as const;

const apportioningText: Readonly<Record<Apportioning, string>> = {
  lineage: 'theo tỷ lệ ghi khi sắp xếp',
  villages: 'theo số thôn, tổ dân phố',
  households: 'theo số hộ',
  population: 'theo dân số',
  area: 'theo diện tích',
  largest: 'dồn hết cho phần lớn nhất',
};

export const gapText: Readonly<Record<Gap, string>> = {
  'villages-uncovered': 'còn thôn, tổ dân phố chưa có Tổ',
  'teams-short': 'thiếu Tổ',
  'teams-over': 'vượt số Tổ được giao',
  'workplace-missing': 'có Tổ chưa có nơi làm việc',
  'quota-missing': 'chưa được giao chỉ tiêu',
  'consolidation-overdue': 'quá hạn kiện toàn Tổ',
};

/** 01/07/2025, as papers write it. */
export function day(on: PlainDate): string {
  return on.split('-').reverse().join('/');
}

/** An instant as a clock in Viet Nam shows it: 2025-07-01T08:30, without a zone. */
export function clockOf(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 16);
}

/** 01/07/2025 08:30. */
export function moment(instant: string): string {
  const [on, clock] = clockOf(instant).split('T') as [PlainDate, string];
  return `${day(on)} ${clock}`;
}

/** "Xã Tân Dĩnh": the kind with a capital, as a unit stands in a list. */
export function fullName({ kind, name }: { kind: string; name: string }): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`;
}

import type { CoverageMetric, Scale, ScaleClass } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

/** What stands on a printed map. It is a paper of the office: Vietnamese only. */
export const mapText = {
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  title: {
    coverage: 'BẢN ĐỒ THÔN, TỔ DÂN PHỐ ĐÃ CÓ TỔ BẢO VỆ AN NINH, TRẬT TỰ',
    teams: 'BẢN ĐỒ SỐ TỔ BẢO VỆ AN NINH, TRẬT TỰ SO VỚI CHỈ TIÊU ĐƯỢC GIAO',
    members: 'BẢN ĐỒ SỐ THÀNH VIÊN TỔ BẢO VỆ AN NINH, TRẬT TỰ SO VỚI CHỈ TIÊU ĐƯỢC GIAO',
    workplaces: 'BẢN ĐỒ TỔ BẢO VỆ AN NINH, TRẬT TỰ CÓ NƠI LÀM VIỆC',
    villages: 'BẢN ĐỒ SỐ THÔN, TỔ DÂN PHỐ',
    work: 'BẢN ĐỒ VIỆC CẦN LÀM VỀ TỔ BẢO VỆ AN NINH, TRẬT TỰ',
  } satisfies Record<CoverageMetric, string>,
  /** The title of a map, with the kind of work that it counts and the province that it shows. */
  of: (metric: CoverageMetric, province: string | null, kind: string | null): string =>
    [
      kind ? `BẢN ĐỒ VIỆC CẦN LÀM: ${kind.toUpperCase()}` : mapText.title[metric],
      province?.toUpperCase(),
    ]
      .filter(Boolean)
      .join(kind ? ', ' : ' '),
  metric: {
    coverage: 'Tỷ lệ thôn, tổ dân phố đã có Tổ',
    teams: 'Số Tổ hiện có so với số được giao',
    members: 'Số thành viên đang tham gia so với số được giao',
    workplaces: 'Tỷ lệ Tổ có nơi làm việc',
    villages: 'Số thôn, tổ dân phố',
    work: 'Số việc cần làm',
  } satisfies Record<CoverageMetric, string>,
  none: {
    coverage: 'Chưa có thôn',
    teams: 'Chưa được giao chỉ tiêu',
    members: 'Chưa có số liệu',
    workplaces: 'Chưa có Tổ',
    villages: 'Chưa có số liệu',
    work: 'Chưa có số liệu',
  } satisfies Record<CoverageMetric, string>,
  rule: {
    fixed: 'Ngưỡng cố định, giống nhau mọi ngày',
    quantile: 'Chia theo phân vị',
  } satisfies Record<Scale['rule'], string>,
  legend: 'CHÚ GIẢI',
  counted: { province: 'số tỉnh', district: 'số huyện', commune: 'số xã, phường' },
  outside: 'Ngoài phạm vi',
  line: {
    province: 'Ranh giới cấp tỉnh',
    district: 'Ranh giới cấp huyện',
    commune: 'Ranh giới cấp xã',
  },
  asOf: (on: PlainDate) => `Tính đến ngày ${on.split('-').reverse().join('/')}`,
  scale: (scale: number) => `Tỷ lệ 1:${scale.toLocaleString('vi-VN')}`,
  kilometres: 'km',
  north: 'B',
  source: (sources: string[]) => `Nguồn ranh giới: ${sources.join('; ')}`,
  figures: 'Số liệu: hệ thống ANTT Cơ sở',
  projection: (lon: number) =>
    `Lưới chiếu Mercator ngang, kinh tuyến giữa ${lon.toLocaleString('vi-VN', { maximumFractionDigits: 2 })}° Đ`,
  place: (on: PlainDate) => {
    const [year, month, day] = on.split('-');
    return `…………, ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
  },
  signer: 'THỦ TRƯỞNG ĐƠN VỊ',
  signed: '(Ký, ghi rõ họ tên, đóng dấu)',
  islands: ['Quần đảo Hoàng Sa\n(Việt Nam)', 'Quần đảo Trường Sa\n(Việt Nam)'] as const,
  inset: 'Khung phụ không theo tỷ lệ bản đồ',
  file: (on: PlainDate) => `ban-do-${on}`,
} as const;

const percent = (share: number) => `${Math.floor(share * 100)}%`;

/** The bounds of a class, as the legend of the screen says them. */
export function classText({ kind }: Scale, { from, to }: ScaleClass): string {
  if (kind === 'share') {
    if (from === null) return `<${percent(to!)}`;
    return to === null ? percent(from) : `${Math.round(from * 100)} – <${percent(to)}`;
  }
  const last = to === null ? null : to - 1;
  if (kind === 'difference') {
    if (from === null) return `Thiếu ≥ ${-last!}`;
    if (last === null) return `Vượt ≥ ${from}`;
    if (from === 0 && last === 0) return 'Đủ';
    return from < 0 ? `Thiếu ${-last}–${-from}` : `Vượt ${from}–${last}`;
  }
  if (from === null && last === 0) return '0';
  if (from === null) return last === null ? '' : `≤ ${last}`;
  if (last === null) return `≥ ${from}`;
  return from === last ? `${from}` : `${from} – ${last}`;
}

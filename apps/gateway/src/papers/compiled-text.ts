import type { CompiledReport, SenderKind } from '@antt/contracts';

const senders: Readonly<Record<SenderKind, string>> = {
  team: 'Tổ bảo vệ an ninh, trật tự',
  commune: 'xã, phường',
  district: 'huyện',
  agency: 'cơ quan, doanh nghiệp, cơ sở giáo dục',
  province: 'tỉnh',
};

/** To whom the police of a province send (reporting §4.1, BC-03, BC-08, BC-09). */
const recipients: Readonly<Record<CompiledReport['span'], (province: string) => string>> = {
  period: (province) => `Chủ tịch Ủy ban nhân dân ${province}`,
  year: (province) => `Bộ Công an; Ủy ban nhân dân ${province}`,
  round: (province) =>
    `Bộ Công an (Cục Công tác đảng và công tác chính trị); Tỉnh ủy; Ủy ban nhân dân ${province}`,
};

/** Words of the paper: Vietnamese only, as papers of the office are. */
export const compiledText = {
  ministry: 'BỘ CÔNG AN',
  above: 'cấp trên trực tiếp',
  illustrative: 'SỐ LIỆU MINH HỌA',
  senders,
  recipients,
  noFormer: 'kỳ trước (không có số liệu)',
  allSent: 'Không có nơi nào chưa báo cáo.',
  missing: (count: number) =>
    `Còn ${count} báo cáo chưa gửi, nêu tên ở Mục III; số liệu của các nơi này ghi là chưa báo cáo, không tính bằng không.`,
  noObstacle: 'Không có khó khăn, vướng mắc nào chưa được giải quyết.',
  obstacles: (count: number) => `Có ${count} khó khăn, vướng mắc chưa được giải quyết:`,
  unreported: 'chưa báo cáo',
  noCase: 'không phát sinh',
  points: ' điểm %',
} as const;

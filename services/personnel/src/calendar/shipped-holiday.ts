import type { PlainDate } from '@antt/kernel';

type Shipped = { day: PlainDate; name: string; source: string; worked: boolean };

const [law, compensatory, exchange, chosen] = [
  'Bộ luật Lao động 2019, Điều 112 khoản 1',
  'Bộ luật Lao động 2019, Điều 111 khoản 3 (nghỉ bù ngày lễ trùng ngày nghỉ hằng tuần)',
  'Hoán đổi ngày làm việc theo thông báo của Thủ tướng Chính phủ',
  'Bộ luật Lao động 2019, Điều 112 khoản 1 và 3 (ngày cụ thể do Thủ tướng Chính phủ quyết định)',
];

const off = (name: string, source: string, ...days: PlainDate[]): Shipped[] =>
  days.map((day) => ({ day, name, source, worked: false }));
const worked = (name: string, day: PlainDate): Shipped[] => [
  { day, name, source: exchange!, worked: true },
];

const [newYear, tet, hungKings, april30, may1, nationalDay] = [
  'Tết Dương lịch',
  'Tết Âm lịch',
  'Giỗ Tổ Hùng Vương',
  'Ngày Chiến thắng 30/4',
  'Ngày Quốc tế lao động 1/5',
  'Quốc khánh',
];

/**
 * Holidays of 2024 to 2027 as far as they are certain. Of 2027 those days stand here that follow from the law
 * alone, or from every choice of days around Tết that the law allows; the others come with the Prime
 * Minister's notice, by command. Ngày Văn hóa Việt Nam (24/11) is not among them: the Labour Code's amendment
 * was not at hand. Written once by migration 19: what changes later is changed by command, not here.
 */
export const shippedHolidays: readonly Shipped[] = [
  ...off(newYear!, law!, '2024-01-01'),
  ...off(tet!, chosen!, '2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11', '2024-02-12'),
  ...off(tet!, compensatory!, '2024-02-13', '2024-02-14'),
  ...off(hungKings!, law!, '2024-04-18'),
  ...off('Hoán đổi dịp 30/4, 1/5', exchange!, '2024-04-29'),
  ...off(april30!, law!, '2024-04-30'),
  ...off(may1!, law!, '2024-05-01'),
  ...worked('Làm bù ngày 29/4/2024', '2024-05-04'),
  ...off(nationalDay!, chosen!, '2024-09-02', '2024-09-03'),

  ...off(newYear!, law!, '2025-01-01'),
  ...off(tet!, chosen!, '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'),
  ...off(hungKings!, law!, '2025-04-07'),
  ...worked('Làm bù ngày 02/5/2025', '2025-04-26'),
  ...off(april30!, law!, '2025-04-30'),
  ...off(may1!, law!, '2025-05-01'),
  ...off('Hoán đổi dịp 30/4, 1/5', exchange!, '2025-05-02'),
  ...off(nationalDay!, chosen!, '2025-09-01', '2025-09-02'),

  ...off(newYear!, law!, '2026-01-01'),
  ...off('Hoán đổi dịp Tết Dương lịch', exchange!, '2026-01-02'),
  ...worked('Làm bù ngày 02/01/2026', '2026-01-10'),
  ...off(tet!, chosen!, '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
  ...off(hungKings!, law!, '2026-04-26'),
  ...off(hungKings!, compensatory!, '2026-04-27'),
  ...off(april30!, law!, '2026-04-30'),
  ...off(may1!, law!, '2026-05-01'),
  ...worked('Làm bù ngày 31/8/2026', '2026-08-22'),
  ...off('Hoán đổi dịp Quốc khánh', exchange!, '2026-08-31'),
  ...off(nationalDay!, chosen!, '2026-09-01', '2026-09-02'),

  ...off(newYear!, law!, '2027-01-01'),
  // mùng 1 is Saturday 6 February: whether one, two or three days before it are chosen, these are free
  ...off(tet!, chosen!, '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'),
  ...off(hungKings!, law!, '2027-04-16'),
  ...off(april30!, law!, '2027-04-30'),
  ...off(may1!, law!, '2027-05-01'),
  ...off(may1!, compensatory!, '2027-05-03'),
  ...off(nationalDay!, law!, '2027-09-02'),
];

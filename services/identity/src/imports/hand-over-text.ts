/** Words of the hand-over sheet: it is printed and cut up, so it speaks Vietnamese only. */
export const handOverText = {
  strips: 'Phiếu bàn giao',
  register: 'Sổ giao nhận',
  title: 'PHIẾU BÀN GIAO TÀI KHOẢN',
  registerTitle: 'SỔ GIAO NHẬN TÀI KHOẢN',
  product: 'ANTT Cơ sở',
  demo: 'Số liệu minh họa',
  fullName: 'Họ và tên',
  username: 'Tên đăng nhập',
  password: 'Mật khẩu dùng một lần',
  role: 'Vai trò',
  number: 'STT',
  receivedOn: 'Ngày nhận',
  signature: 'Ký nhận',
  advice: (until: string) =>
    `Đổi mật khẩu ngay lần đăng nhập đầu tiên. Mật khẩu này hết hạn ngày ${until}. Không đưa phiếu cho người khác.`,
  cut: '✂ cắt theo đường này',
  held: (role: string, area: string, from: string, to: string | null) =>
    `${role} – ${area} (từ ${from}${to ? ` đến hết ${to}` : ''})`,
};

/** A day as offices write it. */
export function shownDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

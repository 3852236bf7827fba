import { line, type Sheets } from '@antt/paper';
import { chairFoot, committeeHead, para, signers, title } from './page.ts';
import { column, fullName, number, tableOf } from './rows.ts';

const mark = () => line('{dấu minh họa}', { align: 'center', bold: true, size: 24 });

/** What somebody is paid, line by line with what it rests on; each on a page of its own. */
export const payslip = (): Sheets[] => [
  {
    children: [
      line('{#phiếu}'),
      line('ỦY BAN NHÂN DÂN {đơn vị}', { align: 'left', bold: true, size: 24, newPage: true }),
      ...title('PHIẾU CHI TRẢ CHẾ ĐỘ', 'Tháng {tháng}'),
      mark(),
      para('Họ và tên: {họ tên}    Chức danh: {chức danh}'),
      para('Tổ: {tên tổ}'),
      tableOf('khoản', [
        number,
        column('Khoản chi', 'tên khoản', 38, true),
        column('Cách tính', 'cách tính', 45, true),
        column('Căn cứ', 'căn cứ', 42, true),
        column('Số tiền (đồng)', 'thành tiền', 28),
      ]),
      line('Cộng: {số tiền} đồng', { bold: true, align: 'left', before: 120 }),
      line('Bằng chữ: {số tiền bằng chữ}', { italics: true, align: 'left', after: 80 }),
      line('Hình thức chi: {hình thức chi}', { align: 'left', after: 120 }),
      signers(['NGƯỜI NHẬN', ''], ['KẾ TOÁN', '']),
      line('{/phiếu}'),
    ],
  },
];

/** Who is paid by a decision: its annex. */
export const paymentAnnex = (): Sheets[] => [
  {
    wide: true,
    children: [
      committeeHead(''),
      ...title('PHỤ LỤC', 'Danh sách chi trả chế độ tháng {tháng}, đợt {đợt}'),
      mark(),
      line(
        '(Kèm theo Quyết định số ……/QĐ-UBND {ngày tháng năm} của Chủ tịch Ủy ban nhân dân {xã})',
        { italics: true, align: 'center', after: 120 },
      ),
      tableOf('người nhận', [
        number,
        fullName(58),
        column('Chức danh', 'chức danh', 26),
        column('Tổ', 'tên tổ', 66, true),
        column('Số tiền (đồng)', 'số tiền', 34),
        column('Hình thức chi', 'hình thức chi', 60, true),
      ]),
      line('Tổng cộng: {số người} người nhận, {tổng số tiền} đồng.', {
        bold: true,
        align: 'left',
        before: 120,
      }),
      line('Bằng chữ: {tổng số tiền bằng chữ}.', { italics: true, align: 'left', after: 160 }),
      chairFoot(['Kho bạc Nhà nước nơi giao dịch', 'Lưu: VT']),
    ],
  },
];

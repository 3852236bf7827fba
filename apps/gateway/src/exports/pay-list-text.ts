import type { ListText } from './list-text.ts';

/** Titles of the lists of money, by route. */
export const payListText: Readonly<Record<string, ListText>> = {
  '/allowance-totals': {
    title: 'TỔNG HỢP CHI CHO LỰC LƯỢNG THAM GIA BẢO VỆ AN NINH, TRẬT TỰ Ở CƠ SỞ',
    sheet: 'Tổng hợp chi',
    file: 'tong-hop-chi',
  },
  '/payrolls': { title: 'DANH SÁCH BẢNG CHI', sheet: 'Bảng chi', file: 'bang-chi' },
  '/payrolls/:id/lines': {
    title: 'CHI TIẾT BẢNG CHI CHO LỰC LƯỢNG THAM GIA BẢO VỆ AN NINH, TRẬT TỰ Ở CƠ SỞ',
    sheet: 'Chi tiết',
    file: 'chi-tiet-bang-chi',
  },
  '/payrolls/:id/payments': {
    title: 'CÁC KHOẢN CHI CỦA BẢNG CHI VÀ KẾT QUẢ',
    sheet: 'Chi trả',
    file: 'ket-qua-chi',
  },
  '/payrolls/:id/variance': {
    title: 'NGƯỜI, TỔ CÓ SỐ TIỀN KHÁC THÁNG TRƯỚC',
    sheet: 'Biến động',
    file: 'bien-dong-bang-chi',
  },
  '/policies': {
    title: 'DANH SÁCH CHÍNH SÁCH CHI TRẢ',
    sheet: 'Chính sách',
    file: 'chinh-sach-chi-tra',
  },
  '/rate-tables': {
    title: 'BẢNG GIÁ TRỊ DÙNG ĐỂ TÍNH MỨC CHI',
    sheet: 'Bảng giá trị',
    file: 'bang-gia-tri',
  },
};

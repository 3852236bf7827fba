import type { PaymentChannel } from '../personnel/payment-channel.ts';
import type { VarianceCause } from '../personnel/payroll-variance.ts';
import type { PayFund } from '../personnel/policy-document.ts';
import type { Position } from '../personnel/posting.ts';

/** Words of pay as papers, workbooks and bank files say them. */
export const fundNames = {
  province: 'Ngân sách cấp tỉnh',
  commune: 'Ngân sách cấp xã',
  state: 'Ngân sách trung ương',
  'mobilising-body': 'Cơ quan điều động, huy động',
} as const satisfies Record<PayFund, string>;

export const causeNames = {
  joined: 'Mới tham gia',
  left: 'Thôi tham gia',
  moved: 'Chuyển Tổ hoặc địa bàn',
  rate: 'Đổi mức chi',
  days: 'Khác số ngày tính',
  duty: 'Khác số ca trực',
  'late-decision': 'Quyết định đến sau',
  case: 'Giải quyết hồ sơ',
  unexplained: 'Chưa rõ nguyên nhân',
} as const satisfies Record<VarianceCause, string>;

export const positionNames = {
  leader: 'Tổ trưởng',
  deputy: 'Tổ phó',
  ordinary: 'Tổ viên',
} as const satisfies Record<Position, string>;

/** Who is paid what somebody's death brings: by name where the dossier says it. */
export const relativeName = (names: string, member: string): string =>
  names ? `${names}, thân nhân của ${member}` : `Thân nhân của ${member}`;

export const channelNames = {
  bank: 'Chuyển khoản',
  post: 'Qua bưu điện',
  office: 'Nhận tại trụ sở',
} as const satisfies Record<PaymentChannel, string>;

/** Columns of the file for the bank; its result is read by the key. */
export const bankHeadings = {
  number: 'STT',
  key: 'Mã chi',
  name: 'Họ và tên',
  'plain-name': 'Tên người hưởng',
  account: 'Số tài khoản',
  bank: 'Ngân hàng',
  amount: 'Số tiền',
  content: 'Nội dung',
} as const;

/** Columns of a bank's result as banks head them, and the words they use; the first of each is ours. */
export const resultHeaders = {
  key: ['Mã chi', 'Mã tham chiếu', 'Số tham chiếu', 'Mã giao dịch khách hàng', 'key'],
  amount: ['Số tiền', 'Số tiền giao dịch', 'amount'],
  status: ['Kết quả', 'Trạng thái', 'Kết quả giao dịch', 'Trạng thái giao dịch', 'status'],
  reason: ['Lý do', 'Lý do lỗi', 'Mô tả lỗi', 'Diễn giải lỗi', 'reason'],
} as const;

export const resultWords = {
  paid: ['Thành công', 'Đã chi', 'Đã ghi có', 'Đã hạch toán', 'Success', 'Successful', 'OK'],
  failed: [
    ...['Thất bại', 'Không thành công', 'Lỗi', 'Từ chối', 'Hoàn trả', 'Trả lại'],
    ...['Failed', 'Rejected', 'Returned'],
  ],
} as const;

import type { Education, Sex } from '../personnel/person.ts';
import type { Position } from '../personnel/posting.ts';

/** Columns of a roster as provinces head them; the first of each stands in the template. */
export const rosterHeaders = {
  teamCode: ['Mã Tổ', 'team_code'],
  teamName: ['Tên Tổ', 'Tổ bảo vệ ANTT', 'Tổ', 'team'],
  communeName: ['Xã, phường', 'Tên xã', 'Đơn vị', 'commune'],
  position: ['Chức danh', 'Chức vụ', 'position'],
  name: ['Họ và tên', 'Họ tên', 'name'],
  birthDate: ['Ngày sinh', 'Ngày, tháng, năm sinh', 'Ngày tháng năm sinh', 'birth_date'],
  sex: ['Giới tính', 'Nam/Nữ', 'sex'],
  citizenId: ['Số CCCD', 'Số CCCD/CMND', 'CCCD', 'Số định danh cá nhân', 'citizen_id'],
  validFrom: ['Từ ngày', 'Ngày công nhận', 'Ngày tham gia', 'valid_from'],
  lastDay: ['Đến ngày', 'Đến hết ngày'],
  validTo: ['valid_to'],
  number: ['Số quyết định', 'Số QĐ', 'decision_number'],
  signedOn: ['Ngày quyết định', 'Ngày QĐ', 'decision_signed_on'],
  issuer: ['Cơ quan ban hành', 'issuer'],
  education: ['Trình độ học vấn', 'Trình độ', 'Học vấn', 'education'],
  ethnicity: ['Dân tộc', 'ethnicity'],
  religion: ['Tôn giáo', 'religion'],
  partyJoinedOn: ['Ngày vào Đảng', 'party_joined_on'],
  phone: ['Điện thoại', 'Số điện thoại', 'phone'],
  address: ['Địa chỉ', 'Nơi thường trú', 'Nơi cư trú', 'address'],
  formerForce: ['Lực lượng trước đây', 'former_force'],
  formerFrom: ['Tham gia trước đây từ', 'former_from'],
  formerTo: ['Tham gia trước đây đến', 'former_to'],
  formerSettlement: ['Kết quả giải quyết chế độ', 'Giải quyết chế độ', 'former_settlement'],
  certificate: ['Số giấy chứng nhận', 'Số GCN', 'certificate'],
  yearlyGrade: ['Xếp loại năm', 'Xếp loại', 'yearly_grade'],
  insurance: ['Bảo hiểm', 'BHXH, BHYT', 'insurance'],
  note: ['Ghi chú', 'note'],
} as const;

/** What a file may call each value; the first of each is offered in the template. */
export const positionWords = {
  leader: ['Tổ trưởng'],
  deputy: ['Tổ phó', 'Phó Tổ trưởng'],
  ordinary: ['Tổ viên', 'Thành viên'],
} as const satisfies Record<Position, readonly string[]>;

export const sexWords = {
  male: ['Nam'],
  female: ['Nữ'],
} as const satisfies Record<Sex, readonly string[]>;

/** Classes of general school are written out of 12, and of 10 by those who went there before 1981. */
export const educationWords = {
  none: ['Chưa học xong tiểu học', 'Chưa tốt nghiệp tiểu học', '1/12', '2/12', '3/12', '4/12'],
  primary: ['Tiểu học', 'Cấp 1', '5/12', '6/12', '7/12', '8/12', '4/10', '5/10', '6/10'],
  'lower-secondary': [
    'THCS',
    'Trung học cơ sở',
    'Cấp 2',
    '9/12',
    '10/12',
    '11/12',
    '7/10',
    '8/10',
    '9/10',
  ],
  'upper-secondary': ['THPT', 'Trung học phổ thông', 'Cấp 3', '12/12', '10/10'],
  elementary: ['Sơ cấp', 'Sơ cấp nghề'],
  intermediate: ['Trung cấp', 'Trung học chuyên nghiệp'],
  college: ['Cao đẳng'],
  university: ['Đại học', 'Cử nhân', 'Kỹ sư'],
  postgraduate: ['Sau đại học', 'Thạc sĩ', 'Tiến sĩ'],
} as const satisfies Record<Education, readonly string[]>;

/** Words of the template that people fill in. */
export const rosterTemplate = {
  file: 'mau-danh-sach-thanh-vien.xlsx',
  sheet: 'Danh sách thành viên',
  lists: 'Danh mục để chọn',
  teamCodes: 'Mã các Tổ hiện có',
  teamNames: 'Tên các Tổ hiện có',
  communes: 'Thuộc xã, phường',
  listOf: {
    position: 'Các chức danh',
    sex: 'Các giới tính',
    education: 'Các trình độ',
    ethnicity: 'Các dân tộc',
    formerForce: 'Các lực lượng trước đây',
  },
  formerForces: [
    'Công an xã bán chuyên trách',
    'Bảo vệ dân phố',
    'Đội trưởng đội dân phòng',
    'Đội phó đội dân phòng',
  ],
  // Decision 121-TCTK/PPCĐ (1979) names 54.
  ethnicities: [
    ...['Kinh', 'Tày', 'Thái', 'Mường', 'Khmer', 'Hoa', 'Nùng', 'Mông', 'Dao', 'Gia Rai', 'Ê Đê'],
    ...['Ba Na', 'Sán Chay', 'Chăm', 'Cơ Ho', 'Xơ Đăng', 'Sán Dìu', 'Hrê', 'Ra Glai', 'Mnông'],
    ...['Thổ', 'Xtiêng', 'Khơ Mú', 'Bru - Vân Kiều', 'Cơ Tu', 'Giáy', 'Tà Ôi', 'Mạ', 'Giẻ Triêng'],
    ...['Co', 'Chơ Ro', 'Xinh Mun', 'Hà Nhì', 'Chu Ru', 'Lào', 'La Chí', 'Kháng', 'Phù Lá'],
    ...['La Hủ', 'La Ha', 'Pà Thẻn', 'Lự', 'Ngái', 'Chứt', 'Lô Lô', 'Mảng', 'Cơ Lao', 'Bố Y'],
    ...['Cống', 'Si La', 'Pu Péo', 'Brâu', 'Rơ Măm', 'Ơ Đu'],
  ],
} as const;

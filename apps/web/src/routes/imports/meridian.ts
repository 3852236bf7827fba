/**
 * Central meridians of VN-2000 in 3° zones, by province as they stood until 30 June 2025 (annex of Circular
 * 973/2001/TT-TCĐC): what is mapped keeps the zone of the province it was mapped for.
 */
export const meridians: readonly { degrees: string; provinces: readonly string[] }[] = [
  { degrees: '103.00', provinces: ['Lai Châu', 'Điện Biên'] },
  { degrees: '104.00', provinces: ['Sơn La'] },
  { degrees: '104.50', provinces: ['Kiên Giang', 'Cà Mau'] },
  { degrees: '104.75', provinces: ['Lào Cai', 'Yên Bái', 'Nghệ An', 'Phú Thọ', 'An Giang'] },
  {
    degrees: '105.00',
    provinces: [
      'Thanh Hóa',
      'Vĩnh Phúc',
      'Đồng Tháp',
      'Cần Thơ',
      'Bạc Liêu',
      'Hậu Giang',
      'Hà Nội',
      'Ninh Bình',
      'Hà Nam',
    ],
  },
  {
    degrees: '105.50',
    provinces: [
      'Hà Giang',
      'Hải Dương',
      'Hà Tĩnh',
      'Bắc Ninh',
      'Hưng Yên',
      'Thái Bình',
      'Nam Định',
      'Tây Ninh',
      'Vĩnh Long',
      'Sóc Trăng',
      'Trà Vinh',
    ],
  },
  {
    degrees: '105.75',
    provinces: [
      'Cao Bằng',
      'Long An',
      'Tiền Giang',
      'Bến Tre',
      'Hải Phòng',
      'Thành phố Hồ Chí Minh',
      'Bình Dương',
    ],
  },
  { degrees: '106.00', provinces: ['Tuyên Quang', 'Hòa Bình', 'Quảng Bình'] },
  { degrees: '106.25', provinces: ['Quảng Trị', 'Bình Phước'] },
  { degrees: '106.50', provinces: ['Bắc Kạn', 'Thái Nguyên'] },
  { degrees: '107.00', provinces: ['Bắc Giang', 'Thừa Thiên Huế'] },
  { degrees: '107.25', provinces: ['Lạng Sơn'] },
  { degrees: '107.50', provinces: ['Kon Tum'] },
  {
    degrees: '107.75',
    provinces: ['Quảng Ninh', 'Đồng Nai', 'Bà Rịa - Vũng Tàu', 'Quảng Nam', 'Lâm Đồng', 'Đà Nẵng'],
  },
  { degrees: '108.00', provinces: ['Quảng Ngãi'] },
  { degrees: '108.25', provinces: ['Ninh Thuận', 'Khánh Hòa', 'Bình Định'] },
  { degrees: '108.50', provinces: ['Đắk Lắk', 'Đắk Nông', 'Phú Yên', 'Gia Lai', 'Bình Thuận'] },
];

/** `107.25` as maps print it: 107°15′. */
export function degreesAndMinutes(degrees: string): string {
  const [whole, hundredths] = degrees.split('.') as [string, string];
  const minutes = Math.round(Number(hundredths) * 0.6);
  return `${whole}°${String(minutes).padStart(2, '0')}′`;
}

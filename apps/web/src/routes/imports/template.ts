import type { ImportKind } from '@antt/contracts';

/** Headings of each list as the readers know them, and two rows that show how they are filled. */
const tables: Readonly<Record<Exclude<ImportKind, 'boundaries' | 'roster'>, readonly string[][]>> =
  {
    units: [
      ['Cấp', 'Mã', 'Tên', 'Loại', 'Mã cấp trên', 'Số hộ', 'Dân số', 'Kinh độ', 'Vĩ độ'],
      ['xã', '00001', 'Tên Xã Thứ Nhất', 'xã', '001', '2150', '8600', '', ''],
      ['thôn', '00001001', 'Tên Thôn', 'thôn', '00001', '215', '860', '106,2015', '21,2804'],
    ],
    quotas: [
      [
        'STT',
        'Đơn vị hành chính',
        'Số thôn, tổ dân phố',
        'Số Tổ bảo vệ ANTT',
        'Tổng số thành viên',
        'Tổ trưởng',
        'Tổ phó',
        'Tổ viên',
        'Ghi chú',
      ],
      ['1', 'Xã Thứ Nhất', '10', '10', '32', '10', '10', '12', ''],
      ['2', 'Phường Thứ Hai', '8', '7', '22', '7', '7', '8', 'Hai tổ dân phố chung một Tổ'],
      ['', 'Tổng cộng', '18', '17', '54', '17', '17', '20', ''],
    ],
    teams: [
      [
        'Mã Tổ',
        'Tên Tổ',
        'Mã xã',
        'Mã thôn',
        'Thôn, tổ dân phố',
        'Ngày thành lập',
        'Số quyết định',
        'Ngày quyết định',
        'Ngày giải thể',
      ],
      [
        'TO-00001-01',
        'Tổ bảo vệ ANTT thôn A',
        '00001',
        '00001001',
        '',
        '01/8/2024',
        '…/QĐ-UBND',
        '25/7/2024',
        '',
      ],
      ['TO-00001-02', 'Tổ bảo vệ ANTT liên thôn', '00001', '', 'B; C', '01/8/2024', '', '', ''],
    ],
    workplaces: [
      [
        'Mã nơi làm việc',
        'Tên nơi làm việc',
        'Loại',
        'Mã thôn',
        'Mã Tổ',
        'Kinh độ',
        'Vĩ độ',
        'Địa chỉ',
        'Từ ngày',
        'Đến ngày',
      ],
      [
        'NLV-0001',
        'Nhà văn hóa thôn A',
        'nhà văn hóa',
        '00001001',
        'TO-00001-01',
        '106,2015',
        '21,2804',
        'Thôn A, xã …',
        '01/8/2024',
        '',
      ],
      [
        'NLV-0002',
        'Trụ sở Tổ liên thôn',
        'trụ sở riêng',
        '00001002',
        'TO-00001-02; TO-00001-03',
        '106,2120',
        '21,2755',
        '',
        '15/9/2024',
        '',
      ],
    ],
    reorganisations: [
      [
        ...[
          'Cấp',
          'Mã xã',
          'Mã cũ',
          'Tên cũ',
          'Tỷ lệ',
          'Mã mới',
          'Tên mới',
          'Mã cấp trên mới',
          'Số hộ',
        ],
        ...['Số nghị quyết', 'Ngày nghị quyết', 'Cơ quan ban hành'],
      ],
      ['xã', '', '00001', 'Xã Thứ Nhất', '1', '00009', 'Phường Mới', '24', '', '', '', ''],
      ['xã', '', '00002', 'Xã Thứ Hai', '0,6', '00009', 'Phường Mới', '24', '', '', '', ''],
      ['xã', '', '00002', 'Xã Thứ Hai', '0,4', '00010', 'Xã Mới', '24', '', '', '', ''],
      [
        ...['thôn', '00009', '', 'Thôn Đông', '', '', 'Tổ dân phố Đông Hợp', '', '340'],
        ...['05/NQ-HĐND', '25/6/2026', 'HĐND phường Mới'],
      ],
      [
        ...['thôn', '00009', '', 'Thôn Tây', '', '', 'Tổ dân phố Đông Hợp', '', '340'],
        ...['05/NQ-HĐND', '25/6/2026', 'HĐND phường Mới'],
      ],
    ],
    consolidations: [
      [
        ...['Mã xã', 'Mã thôn', 'Mã Tổ', 'Xử lý', 'Tên mới của Tổ', 'Số quyết định'],
        ...['Ngày quyết định', 'Số người tiếp tục', 'Số người thôi', 'Ghi chú'],
      ],
      [
        ...['00001', '00001501', 'TO-00001-01', 'tiếp tục', 'Tổ bảo vệ ANTT thôn Đông Hợp'],
        ...['15/QĐ-UBND', '12/10/2026', '3', '0', ''],
      ],
      [
        ...['00001', '00001501', 'TO-00001-02', 'hợp nhất', ''],
        ...['15/QĐ-UBND', '12/10/2026', '2', '1', 'một người xin thôi'],
      ],
    ],
    'payment-results': [
      ['Mã chi', 'Số tiền', 'Kết quả', 'Lý do'],
      ['ANTT000000001', '1200000', 'Thành công', ''],
      ['ANTT000000002', '1200000', 'Thất bại', 'Sai số tài khoản'],
    ],
    accounts: [
      ['Tên đăng nhập', 'Họ và tên', 'Vai trò', 'Khu vực', 'Từ ngày', 'Đến ngày', 'Điện thoại'],
      [
        'xa.thunhat',
        'Họ Tên Thứ Nhất',
        'Cán bộ cấp xã',
        'Xã Thứ Nhất',
        '01/7/2025',
        '',
        '0900000001',
      ],
      ['xa.thuhai', 'Họ Tên Thứ Hai', 'Cán bộ cấp xã', 'Phường Thứ Hai', '01/7/2025', '', ''],
    ],
  };

const outlines = {
  type: 'FeatureCollection',
  features: [
    outline('00001', 'Xã Thứ Nhất', 106.2, 21.28),
    outline('00002', 'Phường Thứ Hai', 106.25, 21.28),
  ],
};

function outline(code: string, name: string, west: number, south: number) {
  const [east, north] = [west + 0.05, south + 0.04];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    type: 'Feature',
    properties: { code, name, level: 'commune' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A file to fill in: it opens in Excel as it is (UTF-8 with its mark), and is read back as it was written. */
export function templateOf(kind: Exclude<ImportKind, 'roster'>): {
  name: string;
  type: string;
  text: string;
} {
  if (kind === 'boundaries') {
    const text = JSON.stringify(outlines, null, 2);
    return { name: 'mau-ranh-gioi.geojson', type: 'application/geo+json', text };
  }
  const rows = tables[kind].map((row) => row.map(cell).join(','));
  return {
    name: names[kind],
    type: 'text/csv;charset=utf-8',
    text: `\ufeff${rows.join('\r\n')}\r\n`,
  };
}

const names = {
  'payment-results': 'mau-ket-qua-chi.csv',
  units: 'mau-don-vi.csv',
  quotas: 'mau-phu-luc-chi-tieu.csv',
  teams: 'mau-to-bao-ve.csv',
  workplaces: 'mau-noi-lam-viec.csv',
  reorganisations: 'mau-sap-xep.csv',
  consolidations: 'mau-kien-toan-to.csv',
  accounts: 'mau-tai-khoan.csv',
};

import { line, officeFoot, officeHead, type Sheets } from '@antt/paper';
import { para, title } from './page.ts';
import { column, number, tableOf } from './rows.ts';

const heading = (text: string) => line(text, { bold: true, indent: true, before: 120, after: 80 });

/** Figures, who is missing and what is in the way: the same of a period, a year and a round. */
function compiled(name: string, about: string): Sheets[] {
  return [
    {
      children: [
        officeHead(
          {
            issuer: ['{cơ quan cấp trên viết hoa}', '{cơ quan viết hoa}'],
            number: 'Số: ……/BC-CA…',
            placeAndDay: '{địa danh}, {ngày tháng năm}',
          },
          { own: 1 },
        ),
        line('{dấu minh họa}', { align: 'center', bold: true, size: 24 }),
        ...title(name, about),
        line('Kính gửi: {kính gửi}', { align: 'center', before: 120, after: 120 }),
        para(
          'Công an {đơn vị} tổng hợp số liệu từ ngày {từ ngày} đến hết ngày {đến ngày}, so với {kỳ so sánh}, như sau:',
        ),
        heading('I. TÌNH HÌNH GỬI BÁO CÁO'),
        para(
          'Có {đã gửi}/{phải báo cáo} báo cáo của {nơi gửi báo cáo} đã được gửi ({tỷ lệ đã gửi}), trong đó đúng hạn {đúng hạn}, chậm {chậm}. Số liệu dưới đây lấy từ {đã chấp nhận} báo cáo đã được chấp nhận.',
        ),
        para('{tình hình chưa báo cáo}'),
        heading('II. KẾT QUẢ'),
        tableOf('chỉ tiêu', [
          number,
          column('Chỉ tiêu', 'tên chỉ tiêu', 52, true),
          column('Đơn vị tính', 'đơn vị tính', 17),
          column('Kỳ này', 'kỳ này', 25),
          column('Kỳ trước', 'kỳ trước', 25),
          column('Tăng (+), giảm (-)', 'tăng giảm', 19),
          column('Tỷ lệ', 'tỷ lệ', 15),
        ]),
        heading('III. NƠI CHƯA BÁO CÁO'),
        tableOf('chưa báo cáo', [
          number,
          column('Nơi gửi', 'nơi gửi', 70, true),
          column('Thuộc đơn vị', 'thuộc đơn vị', 58, true),
          column('Kỳ', 'kỳ', 25),
        ]),
        heading('IV. KHÓ KHĂN, VƯỚNG MẮC CHƯA ĐƯỢC GIẢI QUYẾT'),
        para('{tình hình vướng mắc}'),
        tableOf('vướng mắc', [
          number,
          column('Nơi gửi', 'nơi gửi', 40, true),
          column('Nội dung', 'nội dung', 88, true),
          column('Kỳ', 'kỳ', 25),
        ]),
        line('', { size: 20 }),
        officeFoot(['Như trên', 'Lưu: VT'], {
          onBehalf: '',
          title: '{chức danh người ký}',
          name: '',
        }),
      ],
    },
  ];
}

export const compiledPeriod = () => compiled('BÁO CÁO TỔNG HỢP', '{tên báo cáo} {kỳ báo cáo}');
export const compiledYear = () => compiled('BÁO CÁO TỔNG HỢP NĂM', '{tên báo cáo} {kỳ báo cáo}');
export const compiledRound = () =>
  compiled('BÁO CÁO KẾT QUẢ PHONG TRÀO THI ĐUA', '{tên báo cáo} {kỳ báo cáo}');

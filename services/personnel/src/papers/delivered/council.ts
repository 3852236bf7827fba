import { line, type Sheets } from '@antt/paper';
import { councilHead, para, signers, title } from './page.ts';
import { column, fullName, number, tableOf } from './rows.ts';

/** Form 02: the ballot, stamped by the commune's committee. */
export const ballot = (): Sheets[] => [
  {
    children: [
      councilHead(),
      ...title('PHIẾU XÉT TUYỂN', 'Thành viên Tổ bảo vệ an ninh, trật tự'),
      line('(Phiếu hợp lệ khi có dấu của Ủy ban nhân dân {xã})', {
        italics: true,
        align: 'center',
        after: 120,
      }),
      para('Đánh dấu X vào một trong hai cột với mỗi người.'),
      tableOf('người dự tuyển', [
        number,
        fullName(60),
        column('Năm sinh', 'năm sinh', 25),
        column('Đồng ý', '', 34),
        column('Không đồng ý', '', 34),
      ]),
    ],
  },
];

/** Form 03: how the ballots of a secret vote were counted (law BR-79). */
export const countingMinutes = (): Sheets[] => [
  {
    children: [
      councilHead(),
      ...title('BIÊN BẢN KIỂM PHIẾU', 'Xét tuyển thành viên Tổ bảo vệ an ninh, trật tự'),
      para('Vào {ngày họp}, tại {xã}, Ban kiểm phiếu gồm:'),
      para('Trưởng ban: {trưởng ban kiểm phiếu}; Phó Trưởng ban: {phó ban kiểm phiếu};'),
      para('Ủy viên: {ủy viên kiểm phiếu}; Thư ký: {thư ký kiểm phiếu}.'),
      para(
        'Số thành viên Hội đồng có mặt: {số người dự họp}. Số phiếu phát ra: ……; thu về: ……; hợp lệ: ……; không hợp lệ: …….',
      ),
      para('Kết quả:'),
      tableOf('người dự tuyển', [
        number,
        fullName(70),
        column('Năm sinh', 'năm sinh', 28),
        column('Số phiếu đồng ý', 'số phiếu', 55),
      ]),
      line('', { size: 20 }),
      signers(
        ['THƯ KÝ', '{thư ký kiểm phiếu}'],
        ['TRƯỞNG BAN KIỂM PHIẾU', '{trưởng ban kiểm phiếu}'],
      ),
    ],
  },
];

/** Form 04: the result, signed by who chaired the meeting and its secretary. */
export const selectionMinutes = (): Sheets[] => [
  {
    children: [
      councilHead(),
      ...title('BIÊN BẢN', 'Kết quả xét tuyển thành viên Tổ bảo vệ an ninh, trật tự'),
      para(
        'Vào {ngày họp}, Hội đồng xét tuyển {xã} họp xét tuyển theo Kế hoạch số {số kế hoạch} ngày {ngày kế hoạch}.',
      ),
      para('Chủ trì: {chủ trì}. Thư ký: {thư ký}. Số thành viên có mặt: {số người dự họp}.'),
      para('Hội đồng gồm: Chủ tịch {chủ tịch hội đồng}; Phó Chủ tịch {phó chủ tịch hội đồng}; và'),
      tableOf('thành viên hội đồng', [
        number,
        fullName(75),
        column('Đại diện', 'tổ chức', 78, true),
      ]),
      para('Hình thức: {hình thức}. Số lượng cần tuyển: {số lượng tuyển}. Kết quả:'),
      tableOf('người dự tuyển', [
        number,
        fullName(),
        column('Ngày sinh', 'ngày sinh', 26),
        column('Số phiếu đồng ý', 'số phiếu', 30),
        column('Kết quả', 'kết quả', 52),
      ]),
      para('Trường hợp bằng phiếu: {lý do chọn}'),
      para('Số người trúng tuyển: {số người trúng tuyển}. Kết quả được công bố tại cuộc họp.'),
      line('', { size: 20 }),
      signers(['THƯ KÝ', '{thư ký}'], ['CHỦ TRÌ', '{chủ trì}']),
    ],
  },
];

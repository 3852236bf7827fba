import { line, type Sheets } from '@antt/paper';
import { para, policeFoot, policeHead, title } from './page.ts';
import { column, fullName, number, tableOf } from './rows.ts';

const recipients = ['Chủ tịch Ủy ban nhân dân {xã}', 'Lưu: CAX'];

/** Form 05: who is proposed to be recognised as a member. */
export const memberList = (): Sheets[] => [
  {
    wide: true,
    children: [
      policeHead('Số: ……/DS-CAX'),
      ...title('DANH SÁCH', 'Đề nghị công nhận thành viên Tổ bảo vệ an ninh, trật tự'),
      para(
        'Theo Biên bản kết quả xét tuyển của Hội đồng xét tuyển {xã} ({ngày họp}), Công an {xã} đề nghị Chủ tịch Ủy ban nhân dân {xã} công nhận {số người trúng tuyển} người có tên sau:',
      ),
      tableOf('người trúng tuyển', [
        number,
        fullName(50),
        column('Ngày sinh', 'ngày sinh', 26),
        column('Giới tính', 'giới tính', 18),
        column('Trình độ', 'trình độ', 36),
        column('Nơi ở', 'nơi ở', 60, true),
        column('Tổ', 'tên tổ', 50, true),
      ]),
      line('', { size: 20 }),
      policeFoot(recipients),
    ],
  },
];

/** Form 06: who is introduced to be recognised as a team's leader or deputy. */
export const leaderList = (): Sheets[] => [
  {
    wide: true,
    children: [
      policeHead('Số: ……/DS-CAX'),
      ...title('DANH SÁCH', 'Giới thiệu để công nhận Tổ trưởng, Tổ phó Tổ bảo vệ an ninh, trật tự'),
      para(
        'Công an {xã} giới thiệu với Chủ tịch Ủy ban nhân dân {xã} những người có tên sau để công nhận Tổ trưởng, Tổ phó:',
      ),
      tableOf('tổ trưởng, tổ phó', [
        number,
        fullName(55),
        column('Ngày sinh', 'ngày sinh', 26),
        column('Trình độ', 'trình độ', 36),
        column('Tổ', 'tên tổ', 65, true),
        column('Chức danh', 'chức danh', 46),
      ]),
      line('', { size: 20 }),
      policeFoot(recipients),
    ],
  },
];

import { line, type Sheets } from '@antt/paper';
import { para, policeHead, signers, title } from './page.ts';

/** Form 07: the commune police propose, with the heads of the village and of its Front committee. */
export const cessationReport = (): Sheets[] => [
  {
    children: [
      policeHead('Số: ……/BC-CAX'),
      ...title(
        'BÁO CÁO',
        'Đề xuất cho thôi tham gia lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở',
      ),
      line('Kính gửi: Chủ tịch Ủy ban nhân dân {xã}', { align: 'center', after: 120 }),
      para(
        'Ngày {ngày đề xuất}, Công an {xã} cùng ông (bà) {trưởng thôn}, Trưởng thôn (Tổ trưởng tổ dân phố), và ông (bà) {trưởng ban công tác mặt trận}, Trưởng ban công tác Mặt trận, đã xem xét và thống nhất đề xuất:',
      ),
      para(
        'Cho ông (bà) {họ tên}, sinh ngày {ngày sinh}, nơi ở {nơi ở}, {chức danh} {tên tổ}, thôi tham gia lực lượng.',
      ),
      para('Lý do: {lý do} Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở.'),
      para('Ngày nhận đơn (nếu có): {ngày nhận đơn}. Giấy tờ làm căn cứ: {căn cứ}.'),
      para(
        'Công an {xã} báo cáo và đề nghị Chủ tịch Ủy ban nhân dân {xã} xem xét, quyết định trong 05 ngày làm việc.',
      ),
      line('', { size: 20 }),
      signers(['TRƯỞNG THÔN (TỔ TRƯỞNG TỔ DÂN PHỐ)', '{trưởng thôn}'], ['TRƯỞNG CÔNG AN', '']),
      line('', { size: 20 }),
      signers(['TRƯỞNG BAN CÔNG TÁC MẶT TRẬN', '{trưởng ban công tác mặt trận}'], ['', '']),
    ],
  },
];

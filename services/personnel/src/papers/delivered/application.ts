import { line, type Sheets } from '@antt/paper';
import { citizenHead, para, signers, title } from './page.ts';

/** Form 01: somebody asks to take part. */
export const application = (): Sheets[] => [
  {
    children: [
      ...citizenHead(),
      ...title('ĐƠN ĐỀ NGHỊ', 'Tham gia lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở'),
      line('Kính gửi: Ủy ban nhân dân {xã}; Công an {xã}.', { align: 'center', after: 120 }),
      para('Họ và tên: {họ tên viết hoa}    Giới tính: {giới tính}'),
      para('Ngày sinh: {ngày sinh}    Dân tộc: {dân tộc}    Tôn giáo: {tôn giáo}'),
      para('Số định danh cá nhân/căn cước: ……………………………… (người làm đơn tự ghi)'),
      para('Nơi ở hiện nay: {nơi ở}'),
      para('Thường trú, tạm trú tại địa bàn từ ngày: {ở từ ngày}'),
      para('Trình độ học vấn: {trình độ}    Ngày vào Đảng: {ngày vào đảng}'),
      para('Điện thoại: {điện thoại}'),
      para(
        'Sau khi xem Kế hoạch tuyển chọn số {số kế hoạch} ngày {ngày kế hoạch} của Ủy ban nhân dân {xã}, tôi thấy mình đủ tiêu chuẩn, điều kiện và tự nguyện xin tham gia lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở tại {xã}.',
      ),
      para('Hồ sơ kèm theo: sơ yếu lý lịch; giấy khám sức khỏe; văn bằng, chứng chỉ về trình độ.'),
      para(
        'Tôi cam đoan lời khai trên là đúng; nếu được công nhận, tôi chấp hành sự phân công, hướng dẫn của Công an {xã} và làm tròn nhiệm vụ được giao.',
      ),
      line('', { size: 20 }),
      signers(['', ''], ['NGƯỜI LÀM ĐƠN', '{họ tên}']),
    ],
  },
];

import { budgetListText } from './budget-text.ts';
import { gradeListText } from './grade-text.ts';
import { payListText } from './pay-list-text.ts';
import { reportListText } from './report-text.ts';
import { awardListText } from './award-text.ts';
import { publicationListText } from './publication-text.ts';
import { scoreListText } from './score-text.ts';

/** Titles of the lists that can be kept. They are papers of the office: Vietnamese only. */
export type ListText = { title: string; sheet: string; file: string };

/** By route. A list of the contracts stands here or, with the reason, in `notKept`. */
export const listText: Readonly<Record<string, ListText>> = {
  ...budgetListText,
  ...payListText,
  ...reportListText,
  ...awardListText,
  ...publicationListText,
  ...scoreListText,
  ...gradeListText,
  '/coverage': {
    title: 'ĐỘ PHỦ LỰC LƯỢNG THAM GIA BẢO VỆ AN NINH, TRẬT TỰ Ở CƠ SỞ',
    sheet: 'Độ phủ',
    file: 'do-phu',
  },
  '/units': { title: 'DANH SÁCH ĐƠN VỊ', sheet: 'Đơn vị', file: 'don-vi' },
  '/coverage/series': {
    title: 'SỐ LIỆU ĐỘ PHỦ THEO THỜI GIAN',
    sheet: 'Theo thời gian',
    file: 'do-phu-theo-thoi-gian',
  },
  '/coverage/groups': {
    title: 'ĐỘ PHỦ THEO HUYỆN CŨ, ĐỊA BÀN',
    sheet: 'Theo huyện cũ',
    file: 'do-phu-theo-huyen-cu',
  },
  '/coverage/comparison': {
    title: 'SO SÁNH ĐỘ PHỦ HAI NGÀY',
    sheet: 'So sánh',
    file: 'so-sanh-do-phu',
  },
  '/coverage/gaps': {
    title: 'DANH SÁCH VIỆC CÒN THIẾU VỀ ĐỘ PHỦ',
    sheet: 'Còn thiếu',
    file: 'con-thieu',
  },
  '/instruments': { title: 'DANH SÁCH VĂN BẢN', sheet: 'Văn bản', file: 'van-ban' },
  '/quotas': {
    title: 'SỐ LƯỢNG TỔ BẢO VỆ AN NINH, TRẬT TỰ VÀ THÀNH VIÊN ĐƯỢC GIAO',
    sheet: 'Chỉ tiêu',
    file: 'chi-tieu',
  },
  '/teams': {
    title: 'DANH SÁCH TỔ BẢO VỆ AN NINH, TRẬT TỰ',
    sheet: 'Tổ',
    file: 'to-bao-ve-antt',
  },
  '/workplaces': { title: 'DANH SÁCH NƠI LÀM VIỆC', sheet: 'Nơi làm việc', file: 'noi-lam-viec' },
  '/equipment': {
    title: 'PHƯƠNG TIỆN, THIẾT BỊ CỦA CÁC TỔ BẢO VỆ AN NINH, TRẬT TỰ',
    sheet: 'Trang bị',
    file: 'trang-bi',
  },
  '/equipment-shortages': {
    title: 'PHƯƠNG TIỆN, THIẾT BỊ CÒN THIẾU SO VỚI ĐỊNH MỨC',
    sheet: 'Còn thiếu',
    file: 'trang-bi-con-thieu',
  },
  '/equipment-needs': {
    title: 'NHU CẦU TRANG BỊ TRONG NĂM',
    sheet: 'Nhu cầu',
    file: 'nhu-cau-trang-bi',
  },
  '/reorganisations': {
    title: 'DANH SÁCH ĐỢT SẮP XẾP ĐƠN VỊ',
    sheet: 'Sắp xếp',
    file: 'sap-xep-don-vi',
  },
  '/accounts': { title: 'DANH SÁCH TÀI KHOẢN', sheet: 'Tài khoản', file: 'tai-khoan' },
  '/area-parts': {
    title: 'ĐƠN VỊ MỚI CHỈ CÓ MỘT PHẦN THUỘC ĐỊA BÀN PHÂN QUYỀN',
    sheet: 'Đơn vị một phần',
    file: 'don-vi-mot-phan',
  },
  '/areas': { title: 'DANH SÁCH ĐỊA BÀN PHÂN QUYỀN', sheet: 'Địa bàn', file: 'dia-ban' },
  '/audit': { title: 'NHẬT KÝ HỆ THỐNG', sheet: 'Nhật ký', file: 'nhat-ky' },
  '/consolidations': {
    title: 'THÔN, TỔ DÂN PHỐ CÓ NHIỀU TỔ CHỜ KIỆN TOÀN',
    sheet: 'Chờ kiện toàn',
    file: 'cho-kien-toan',
  },
  '/consolidations/communes': {
    title: 'TIẾN ĐỘ KIỆN TOÀN TỔ THEO XÃ',
    sheet: 'Tiến độ kiện toàn',
    file: 'tien-do-kien-toan',
  },
  '/consolidations/decisions': {
    title: 'QUYẾT ĐỊNH KIỆN TOÀN TỔ',
    sheet: 'Quyết định',
    file: 'quyet-dinh-kien-toan',
  },
  '/criteria': { title: 'DANH SÁCH TIÊU CHÍ', sheet: 'Tiêu chí', file: 'tieu-chi' },
  '/drafts': { title: 'DANH SÁCH DỰ THẢO CHỈ TIÊU', sheet: 'Dự thảo', file: 'du-thao-chi-tieu' },
  '/equipment-norms': {
    title: 'ĐỊNH MỨC TRANG BỊ CỦA TỔ BẢO VỆ AN NINH, TRẬT TỰ',
    sheet: 'Định mức',
    file: 'dinh-muc-trang-bi',
  },
  '/instrument-subjects': {
    title: 'DANH MỤC NỘI DUNG VĂN BẢN',
    sheet: 'Nội dung',
    file: 'noi-dung-van-ban',
  },
  '/instruments/:id/governs': {
    title: 'NHỮNG GÌ CĂN CỨ VÀO VĂN BẢN',
    sheet: 'Căn cứ vào văn bản',
    file: 'can-cu-van-ban',
  },
  '/instruments/in-force': {
    title: 'VĂN BẢN CÓ HIỆU LỰC TẠI ĐỊA BÀN',
    sheet: 'Có hiệu lực',
    file: 'van-ban-co-hieu-luc',
  },
  '/force-statistics': {
    title: 'THỐNG KÊ LỰC LƯỢNG THAM GIA BẢO VỆ AN NINH, TRẬT TỰ Ở CƠ SỞ',
    sheet: 'Thống kê lực lượng',
    file: 'thong-ke-luc-luong',
  },
  '/absences': {
    title: 'DANH SÁCH THÀNH VIÊN TẠM ĐÌNH CHỈ, NGHỈ',
    sheet: 'Tạm đình chỉ, nghỉ',
    file: 'tam-dinh-chi-nghi',
  },
  '/cessations': {
    title: 'DANH SÁCH CHO THÔI THAM GIA LỰC LƯỢNG BẢO VỆ AN NINH, TRẬT TỰ Ở CƠ SỞ',
    sheet: 'Cho thôi tham gia',
    file: 'cho-thoi-tham-gia',
  },
  '/courses': {
    title: 'DANH SÁCH LỚP TẬP HUẤN, DIỄN TẬP, HỘI THI',
    sheet: 'Lớp tập huấn',
    file: 'lop-tap-huan',
  },
  '/attendances': {
    title: 'DANH SÁCH THÀNH VIÊN DỰ TẬP HUẤN, DIỄN TẬP, HỘI THI',
    sheet: 'Dự tập huấn',
    file: 'du-tap-huan',
  },
  '/training-days': {
    title: 'NGÀY TẬP HUẤN CỦA THÀNH VIÊN',
    sheet: 'Ngày tập huấn',
    file: 'ngay-tap-huan',
  },
  '/certificates': {
    title: 'DANH SÁCH CHỨNG NHẬN TẬP HUẤN',
    sheet: 'Chứng nhận',
    file: 'chung-nhan-tap-huan',
  },
  '/issue-norms': {
    title: 'MỨC CẤP PHÁT TRANG PHỤC, CÔNG CỤ HỖ TRỢ',
    sheet: 'Mức cấp phát',
    file: 'muc-cap-phat',
  },
  '/issues': {
    title: 'DANH SÁCH CẤP PHÁT TRANG PHỤC, CÔNG CỤ HỖ TRỢ, BIỂN HIỆU, GIẤY CHỨNG NHẬN',
    sheet: 'Cấp phát',
    file: 'cap-phat',
  },
  '/issue-needs': {
    title: 'NHU CẦU TRANG PHỤC, CÔNG CỤ HỖ TRỢ TRONG NĂM',
    sheet: 'Nhu cầu',
    file: 'nhu-cau-cap-phat',
  },
  '/reminders': {
    title: 'DANH SÁCH VĂN BẢN NHẮC NHỞ THÀNH VIÊN',
    sheet: 'Nhắc nhở',
    file: 'nhac-nho',
  },
  '/refusals': {
    title: 'DANH SÁCH LẦN TỪ CHỐI NHIỆM VỤ',
    sheet: 'Từ chối nhiệm vụ',
    file: 'tu-choi-nhiem-vu',
  },
  '/people': {
    title: 'DANH SÁCH NGƯỜI THAM GIA LỰC LƯỢNG BẢO VỆ AN NINH, TRẬT TỰ Ở CƠ SỞ',
    sheet: 'Thành viên',
    file: 'thanh-vien',
  },
  '/postings': {
    title: 'QUÁ TRÌNH THAM GIA TỔ BẢO VỆ AN NINH, TRẬT TỰ',
    sheet: 'Quá trình tham gia',
    file: 'qua-trinh-tham-gia',
  },
  '/proposals': { title: 'DANH SÁCH ĐỀ NGHỊ CỦA XÃ', sheet: 'Đề nghị', file: 'de-nghi' },
  '/quota-ceilings': {
    title: 'TỔNG SỐ TỔ, THÀNH VIÊN ĐƯỢC GIAO',
    sheet: 'Tổng số được giao',
    file: 'tong-so-duoc-giao',
  },
  '/quotas/norms': { title: 'ĐỊNH MỨC THEO TIÊU CHÍ', sheet: 'Định mức', file: 'dinh-muc' },
  '/restatements': {
    title: 'SỐ LIỆU QUY ĐỔI THEO ĐƠN VỊ CỦA NGÀY KHÁC',
    sheet: 'Quy đổi',
    file: 'so-lieu-quy-doi',
  },
  '/tags': { title: 'DANH MỤC ĐẶC ĐIỂM CỦA ĐƠN VỊ', sheet: 'Đặc điểm', file: 'dac-diem' },
  '/teams/:id/history': { title: 'LỊCH SỬ CỦA TỔ', sheet: 'Lịch sử', file: 'lich-su-to' },
  '/transitions': { title: 'LỘ TRÌNH GIẢM SỐ VƯỢT CHỈ TIÊU', sheet: 'Lộ trình', file: 'lo-trinh' },
  '/units/:id/figures': { title: 'SỐ LIỆU CỦA ĐƠN VỊ', sheet: 'Số liệu', file: 'so-lieu-don-vi' },
  '/units/:id/history': { title: 'LỊCH SỬ CỦA ĐƠN VỊ', sheet: 'Lịch sử', file: 'lich-su-don-vi' },
  '/units/:id/tags': { title: 'ĐẶC ĐIỂM CỦA ĐƠN VỊ', sheet: 'Đặc điểm', file: 'dac-diem-don-vi' },
  '/workplaces/:id/history': {
    title: 'LỊCH SỬ CỦA NƠI LÀM VIỆC',
    sheet: 'Lịch sử',
    file: 'lich-su-noi-lam-viec',
  },
  '/people/worklist/:kind': {
    title: 'VIỆC CẦN LÀM VỀ THÀNH VIÊN',
    sheet: 'Việc cần làm',
    file: 'viec-can-lam-ve-thanh-vien',
  },
  '/people/:personId/age-reviews': {
    title: 'KẾT QUẢ XEM XÉT KHI ĐẾN TUỔI 70',
    sheet: 'Xem xét tuổi 70',
    file: 'xem-xet-tuoi-70',
  },
  '/worklist/:kind': { title: 'VIỆC CẦN LÀM', sheet: 'Việc cần làm', file: 'viec-can-lam' },
  '/claims': {
    title: 'DANH SÁCH ĐỀ NGHỊ HƯỞNG CHẾ ĐỘ ỐM ĐAU, TAI NẠN, CHẾT KHI LÀM NHIỆM VỤ',
    sheet: 'Đề nghị chế độ',
    file: 'de-nghi-che-do',
  },
  '/severances': {
    title: 'DANH SÁCH HỒ SƠ TRỢ CẤP THÔI VIỆC CỦA LỰC LƯỢNG TRƯỚC ĐÂY',
    sheet: 'Trợ cấp thôi việc',
    file: 'tro-cap-thoi-viec',
  },
  '/mobilisation-bills': {
    title: 'BẢNG KÊ KINH PHÍ DO CƠ QUAN ĐIỀU ĐỘNG, HUY ĐỘNG CHI TRẢ',
    sheet: 'Bảng kê',
    file: 'bang-ke-dieu-dong',
  },
  '/duty-orders': {
    title: 'DANH SÁCH LỆNH, PHÂN CÔNG NHIỆM VỤ',
    sheet: 'Lệnh, phân công',
    file: 'lenh-phan-cong',
  },
  '/editing-closures': {
    title: 'CÁC XÃ ĐANG KHÓA SỬA HỒ SƠ THÀNH VIÊN',
    sheet: 'Khóa sửa hồ sơ',
    file: 'khoa-sua-ho-so',
  },
  '/people/:id/details': {
    title: 'CÁC MỤC TRONG HỒ SƠ CÁ NHÂN',
    sheet: 'Hồ sơ cá nhân',
    file: 'ho-so-ca-nhan',
  },
  '/people/:personId/comparisons': {
    title: 'KẾT LUẬN VỀ HỒ SƠ TRÙNG',
    sheet: 'Kết luận',
    file: 'ket-luan-ho-so-trung',
  },
  '/people/:personId/service-years': {
    title: 'THỜI GIAN THAM GIA CÁC LỰC LƯỢNG TRƯỚC ĐÂY',
    sheet: 'Thời gian tham gia',
    file: 'thoi-gian-tham-gia',
  },
  '/incidents': {
    title: 'SỔ GHI VIỆC CỦA TỔ BẢO VỆ AN NINH, TRẬT TỰ',
    sheet: 'Sổ ghi việc',
    file: 'so-ghi-viec',
  },
  '/people/duplicates': {
    title: 'HỒ SƠ CÓ THỂ CỦA CÙNG MỘT NGƯỜI',
    sheet: 'Hồ sơ có thể trùng',
    file: 'ho-so-co-the-trung',
  },
  '/recruitments': {
    title: 'DANH SÁCH ĐỢT XÉT TUYỂN THÀNH VIÊN TỔ BẢO VỆ AN NINH, TRẬT TỰ',
    sheet: 'Xét tuyển',
    file: 'xet-tuyen',
  },
  '/removals': {
    title: 'DANH SÁCH ĐỀ NGHỊ XÓA HỒ SƠ CÁ NHÂN',
    sheet: 'Đề nghị xóa',
    file: 'de-nghi-xoa-ho-so',
  },
  '/shifts': { title: 'DANH SÁCH CA TRỰC CỦA THÀNH VIÊN', sheet: 'Ca trực', file: 'ca-truc' },
  '/supervisions': {
    title: 'PHÂN CÔNG THÀNH VIÊN GIÚP GIÁM SÁT, GIÁO DỤC NGƯỜI CHẤP HÀNH ÁN',
    sheet: 'Giám sát, giáo dục',
    file: 'giam-sat-giao-duc',
  },
  '/village-standards': {
    title: 'QUY MÔ SỐ HỘ CỦA THÔN, TỔ DÂN PHỐ',
    sheet: 'Quy mô',
    file: 'quy-mo-thon',
  },
};

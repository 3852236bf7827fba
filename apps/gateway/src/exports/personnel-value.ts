const topics = {
  T1: 'Nắm tình hình',
  T2: 'Phong trào toàn dân bảo vệ ANTQ',
  T3: 'Phòng cháy, cứu nạn, cứu hộ',
  T4: 'Quản lý hành chính về trật tự xã hội',
  T5: 'Vận động, giáo dục người vi phạm',
  T6: 'Tuần tra, giao thông, điều động',
  politics: 'Chính trị',
  law: 'Pháp luật',
  tools: 'Sử dụng công cụ hỗ trợ',
};
const states = {
  'in-use': 'Đang sử dụng',
  replaced: 'Đã thay',
  withdrawn: 'Đã thu hồi',
  lost: 'Đã mất',
};
const categories = {
  uniform: 'Trang phục',
  tool: 'Công cụ hỗ trợ',
  token: 'Hiệu, giấy chứng nhận',
};
const positions = { leader: 'Tổ trưởng', deputy: 'Tổ phó', ordinary: 'Tổ viên' };
const bodies = {
  police: 'Công an xã',
  committee: 'UBND xã',
  chair: 'Chủ tịch UBND xã',
  council: 'Hội đồng xét tuyển',
};
const papers = {
  application: 'Đơn đề nghị',
  receipts: 'Chứng từ chi phí khám, chữa bệnh',
  'discharge-paper': 'Giấy ra viện',
  'accident-record': 'Biên bản điều tra tai nạn',
  'capacity-assessment': 'Biên bản giám định khả năng lao động',
  'death-certificate': 'Giấy chứng tử',
};
const stages = {
  drafted: 'Đang lập kế hoạch',
  issued: 'Đã ban hành kế hoạch',
  posted: 'Đang nhận hồ sơ',
  'list-approved': 'Đã duyệt danh sách',
  'list-posted': 'Đang niêm yết danh sách',
  'council-set': 'Đã lập Hội đồng',
  met: 'Đã họp xét tuyển',
  'minutes-signed': 'Đã ký biên bản',
  notified: 'Đã thông báo kết quả',
  proposed: 'Đã trình công nhận',
  decided: 'Đã công nhận',
  'result-posted': 'Đã niêm yết quyết định',
};

/** Words of what the columns of `told-column.ts` say. */
export const told = {
  bodies,
  steps: {
    issued: 'Ban hành kế hoạch',
    posted: 'Niêm yết kế hoạch',
    'list-approved': 'Duyệt danh sách',
    'list-posted': 'Niêm yết danh sách',
    'council-set': 'Lập Hội đồng xét tuyển',
    met: 'Họp xét tuyển',
    'minutes-signed': 'Ký biên bản',
    notified: 'Thông báo kết quả',
    proposed: 'Trình công nhận',
    decided: 'Quyết định công nhận',
    'result-posted': 'Niêm yết quyết định',
  },
  terms: { forward: 'Chuyển hồ sơ', appraise: 'Thẩm định', decide: 'Quyết định' },
  details: {
    residence: 'Nơi cư trú',
    insurance: 'Bảo hiểm',
    'bank-account': 'Tài khoản ngân hàng',
    service: 'Tham gia lực lượng trước đây',
    kin: 'Người thân',
  },
  registrations: { permanent: 'Thường trú', temporary: 'Tạm trú' },
  schemes: { social: 'Bảo hiểm xã hội', health: 'Bảo hiểm y tế' },
  covers: {
    own: 'tham gia theo lực lượng',
    elsewhere: 'đã tham gia ở nơi khác',
    none: 'chưa tham gia',
  },
  forces: {
    'neighbourhood-guard': 'Bảo vệ dân phố',
    'part-time-police': 'Công an xã bán chuyên trách',
    'civil-defence-head': 'Đội trưởng đội dân phòng',
    'civil-defence-deputy': 'Đội phó đội dân phòng',
  },
} as const;

/** What stands for a code in the lists about people, by route and field. */
export const personnelValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/absences.kind': { suspension: 'Tạm đình chỉ', leave: 'Nghỉ' },
  '/cessations.conduct': {
    refusals: 'Từ chối nhiệm vụ',
    'duties-undone': 'Không hoàn thành nhiệm vụ',
    abuse: 'Lợi dụng nhiệm vụ để vi phạm pháp luật',
  },
  '/cessations.ground': {
    resignation: 'Có đơn xin thôi',
    health: 'Không bảo đảm sức khỏe',
    conduct: 'Không hoàn thành, từ chối hoặc lợi dụng nhiệm vụ',
    offence: 'Bị khởi tố, áp dụng biện pháp ngăn chặn hoặc xử lý hành chính',
    death: 'Chết',
    relocation: 'Chuyển nơi cư trú',
    'team-dissolved': 'Tổ giải thể',
  },
  '/cessations.position': positions,
  '/cessations.state': { proposed: 'Đã đề xuất', decided: 'Đã quyết định', withdrawn: 'Đã rút' },
  '/postings.civilDefence': { head: 'Đội trưởng', deputy: 'Đội phó' },
  '/attendances.result': {
    unassessed: 'Chưa đánh giá',
    passed: 'Đạt',
    failed: 'Không đạt',
    absent: 'Vắng',
  },
  '/certificates.state': states,
  '/certificates.topics': topics,
  '/courses.kind': {
    initial: 'Tập huấn ban đầu',
    refresher: 'Tập huấn hằng năm',
    drill: 'Diễn tập',
    competition: 'Hội thi',
  },
  '/courses.topics': topics,
  '/courses.topic': topics,
  '/issue-needs.category': categories,
  '/issue-norms.category': categories,
  '/issue-norms.phase': { first: 'Lần đầu', following: 'Các lần sau' },
  '/issue-norms.season': {
    all: 'Mọi nơi',
    winter: 'Nơi có trang phục thu đông',
    'no-winter': 'Nơi không có trang phục thu đông',
  },
  '/issues.category': categories,
  '/issues.state': states,
  '/people.position': positions,
  '/people.sex': { male: 'Nam', female: 'Nữ' },
  '/people.state': {
    serving: 'Đang tham gia',
    left: 'Đã thôi',
    candidate: 'Chưa được công nhận',
  },
  '/postings.accepted': {
    'person-over-age': 'Quá 70 tuổi',
    'citizen-id-legacy': 'Số chứng minh nhân dân 9 số',
    'education-unknown': 'Chưa rõ trình độ học vấn',
    'team-deputies-exceeded': 'Vượt số Tổ phó',
  },
  '/postings.position': positions,
  '/claims.channel': { bank: 'Chuyển khoản', post: 'Qua bưu chính', office: 'Tại trụ sở' },
  '/claims.exclusions': {
    'self-harm': 'Tự gây thương tích',
    intoxication: 'Do dùng rượu, bia, chất ma túy',
  },
  '/claims.kind': {
    treatment: 'Ốm đau, tai nạn: chi phí khám, chữa bệnh',
    disability: 'Suy giảm khả năng lao động',
    death: 'Chết',
  },
  '/claims.missing': papers,
  '/claims.papers': papers,
  '/claims.route': { commune: 'UBND xã', district: 'Qua cơ quan cấp huyện' },
  '/claims.state': {
    incomplete: 'Chưa đủ giấy tờ',
    appraising: 'Chờ thẩm định',
    deciding: 'Chờ quyết định',
    granted: 'Được hưởng',
    refused: 'Không được hưởng',
  },
  '/duty-orders.kind': { assignment: 'Phân công', mobilisation: 'Điều động' },
  '/people/:id/details.kind': told.details,
  '/people/:personId/comparisons.judgement': {
    same: 'Cùng một người',
    different: 'Hai người khác nhau',
  },
  '/people/:personId/service-years.force': told.forces,
  '/recruitments.receivingBody': bodies,
  '/recruitments.stage': stages,
  '/recruitments.state': { open: 'Đang xét', over: 'Đã xong' },
  '/removals.outcome': { approved: 'Đồng ý xóa', refused: 'Không đồng ý' },
  '/shifts.state': {
    recorded: 'Chờ duyệt',
    approved: 'Đã duyệt',
    returned: 'Trả lại',
    replaced: 'Đã thay bằng bản sửa',
  },
};

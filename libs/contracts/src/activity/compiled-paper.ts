/**
 * What the paper of a compiled report may name: single fields, and rows to repeat with the fields of each. Who checks a
 * province's template and who fills it in go by this one list.
 */
export const compiledTags = {
  single: [
    'cơ quan cấp trên viết hoa',
    'cơ quan viết hoa',
    'đơn vị',
    'tỉnh',
    'địa danh',
    'ngày tháng năm',
    'năm',
    'tên báo cáo',
    'kỳ báo cáo',
    'từ ngày',
    'đến ngày',
    'kỳ so sánh',
    'nơi gửi báo cáo',
    'phải báo cáo',
    'đã gửi',
    'tỷ lệ đã gửi',
    'đúng hạn',
    'chậm',
    'đã chấp nhận',
    'số chưa báo cáo',
    'tình hình chưa báo cáo',
    'số vướng mắc',
    'tình hình vướng mắc',
    'kính gửi',
    'chức danh người ký',
    'dấu minh họa',
  ],
  rows: {
    'chỉ tiêu': [
      'stt',
      'mã',
      'tên chỉ tiêu',
      'đơn vị tính',
      'kỳ này',
      'kỳ trước',
      'tăng giảm',
      'tỷ lệ',
      'số báo cáo',
    ],
    'chưa báo cáo': ['stt', 'nơi gửi', 'thuộc đơn vị', 'kỳ'],
    'vướng mắc': ['stt', 'nơi gửi', 'thuộc đơn vị', 'kỳ', 'nội dung'],
  },
} as const;

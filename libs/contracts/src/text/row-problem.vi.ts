/** What is wrong with a row or a file, for people (ICU MessageFormat): on the screen and in the error workbook. */
export const rowProblemText = {
  'account-exists-otherwise':
    'Tên đăng nhập “{value}” đã có người dùng, với họ tên, điện thoại hoặc vai trò khác dòng này. Hãy chọn tên khác, hoặc sửa tài khoản ở trang Tài khoản.',
  'account-rows-disagree':
    'Các dòng của “{value}” ghi họ tên hoặc điện thoại khác nhau; dòng đầu tại {other}.',
  'archive-damaged': 'Tệp nén bị hỏng hoặc chưa tải lên hết. Hãy tạo lại tệp và gửi lại.',
  'archive-encrypted': 'Tệp nén có đặt mật khẩu ({entry}). Hãy bỏ mật khẩu rồi gửi lại.',
  'archive-lies-about-its-size':
    'Tệp nén khai sai dung lượng của {entry} nên bị từ chối. Hãy tạo lại tệp.',
  'archive-too-large': 'Nội dung tệp sau khi giải nén là {size} MB, vượt mức cho phép {limit} MB.',
  'archive-too-many-entries':
    'Tệp nén chứa {entries, number} tệp, vượt mức cho phép {limit, number}.',
  'area-unknown':
    'Không có khu vực nào tên “{value}” trong phạm vi bạn quản trị. Tên gần giống: {found}. Hãy tạo khu vực trước hoặc sửa tên.',
  'cell-error': 'Ô trong cột “{column}” đang báo lỗi {value}. Hãy sửa công thức hoặc nhập giá trị.',
  'cell-too-long':
    'Ô này dài quá {limit, number} ký tự, mức mà Excel cho phép trong một ô, nên tệp không được đọc. Hãy rút ngắn nội dung rồi gửi lại.',
  'choice-unknown': 'Đơn vị đã chọn cho “{unit}” không còn vào ngày {on}. Hãy chọn lại.',
  'code-is-number':
    'Mã {value} trong cột “{column}” đang ở dạng số nên có thể mất số 0 ở đầu. Hãy định dạng cột là Văn bản (Text) và nhập lại mã.',
  'column-twice': 'Nhiều cột cùng một ý nghĩa: {columns}. Hãy chỉ giữ một cột.',
  'columns-unknown': 'Có cột không dùng đến, sẽ không được nhập: {columns}. Gợi ý: {suggestions}.',
  'columns-wrong':
    'Thiếu cột bắt buộc: {missing}. Cột không nhận ra: {unknown}. Gợi ý: {suggestions}.',
  'commune-code-unknown':
    'Ngày {on} không có xã, phường nào mang mã {unitCode}. Hãy sửa cột “Mã xã” (mã của danh mục dùng vào ngày thành lập Tổ) hoặc sửa ngày thành lập.',
  'commune-has-two-decisions':
    'Xã {commune} đã có quyết định số {number} ở dòng trên. Mỗi xã một quyết định.',
  'commune-has-two-resolutions':
    '{unit} đã có nghị quyết số {number} ở dòng trên. Mỗi xã một nghị quyết: hãy ghi cùng số, ngày và cơ quan ban hành.',
  'commune-unknown':
    'Ngày {on} không có xã, phường nào tên “{unit}”. Hãy sửa tên xã (đủ dấu) hoặc sửa ngày thành lập.',
  'commune-without-quota':
    '{unit} chưa được giao số lượng Tổ vào ngày {on}. Hãy ghi quyết định giao chỉ tiêu, hoặc chấp nhận có ghi lý do rồi kiểm tra lại.',
  'coordinates-not-degrees':
    'Tệp ghi {crs} (độ) nhưng tọa độ ({x}, {y}) là mét. Hãy chọn đúng hệ VN-2000.',
  'coordinates-not-metres': 'Tệp ghi {crs} (mét) nhưng tọa độ ({x}, {y}) là độ. Hãy chọn WGS84.',
  'coordinates-swapped':
    'Tọa độ ({x}, {y}) bị đảo thứ tự hai trục. Hãy xuất lại với kinh độ (hoặc X hướng Đông) đứng trước.',
  'crs-datum-doubtful':
    'Hệ tọa độ “{name}” ghi WGS84 nhưng có dạng VN-2000; có thể lệch khoảng 200 m. Hãy xem bản xem trước hoặc chọn hệ tọa độ.',
  'crs-differs':
    'Tệp ghi hệ tọa độ {named} nhưng đang dùng {chosen} theo lựa chọn. Hãy xem kỹ bản xem trước.',
  'crs-missing': 'Tệp không ghi hệ tọa độ. Hãy chọn hệ tọa độ (WGS84, VN-2000).',
  'crs-unknown': 'Chưa hỗ trợ hệ tọa độ “{name}”. Hãy chọn hệ tọa độ đúng hoặc chuyển đổi tệp.',
  'csv-unreadable':
    'Không đọc được tệp .csv gần dòng {line}: có thể dấu ngoặc kép mở mà chưa đóng.',
  'days-turned': 'Ngày kết thúc {to} phải sau ngày bắt đầu {from}.',
  'decision-before-village-event':
    '{unit} được sắp xếp từ ngày {on}, sau quyết định {teams} của tỉnh mà tệp viện dẫn. Hãy chọn quyết định mới của tỉnh, hoặc chấp nhận có ghi lý do rồi kiểm tra lại.',
  'decision-signed-later':
    'Quyết định {unit} ký ngày {on}, sau ngày áp dụng. Hãy sửa ngày, hoặc chấp nhận có ghi lý do rồi kiểm tra lại.',
  'file-empty': 'Tệp trống, không có dữ liệu. Hãy chọn lại tệp.',
  'file-kind-unknown': 'Không đọc được loại tệp này. Hãy gửi tệp Excel (.xlsx) hoặc .csv.',
  'file-needs-too-much': 'Tệp cần quá nhiều bộ nhớ để đọc. Hãy chia nhỏ tệp.',
  'file-not-utf8':
    'Tệp không dùng bảng mã UTF-8 nên chữ tiếng Việt không đọc chắc chắn được. Trong Excel, hãy lưu lại dạng “CSV UTF-8”.',
  'file-takes-too-long': 'Đọc tệp quá lâu (hơn 3 phút) nên đã dừng. Hãy chia nhỏ tệp.',
  'file-too-large':
    'Tệp nặng {size} MB, vượt mức cho phép {limit} MB. Hãy chia thành nhiều tệp nhỏ hơn.',
  'formula-cached': 'Có {count, number} ô là công thức; hệ thống dùng kết quả đã lưu trong tệp.',
  'formula-without-value':
    'Ô trong cột “{column}” là công thức chưa được tính. Hãy mở tệp bằng Excel, lưu lại rồi gửi lại.',
  'geojson-unreadable': 'Không đọc được tệp GeoJSON: cần một FeatureCollection.',
  'geometry-broken':
    'Ranh giới bị lỗi: {reason, select, open {vòng chưa khép kín} short {vòng có ít hơn bốn điểm} lost {lỗ nằm ngoài mọi vùng} other {tọa độ không phải là số}}.',
  'geometry-invalid':
    'Ranh giới của “{unit}” bị lỗi hình học: {reason}. Hãy sửa trong phần mềm bản đồ rồi tải lại.',
  'geometry-kind-wrong': 'Hình là {kind}; ranh giới phải là vùng (Polygon, MultiPolygon).',
  'geometry-missing': 'Đối tượng không có hình ranh giới.',
  'grant-twice': '“{value}” đã có vai trò này trong khu vực này vào những ngày trùng, tại {other}.',
  'group-total-off':
    '{group}, cột “{column}”: dòng cộng ghi {stated, number} nhưng các xã cộng lại là {counted, number}.',
  'group-twice': '“{group}” xuất hiện nhiều lần, lần đầu tại {other}; số liệu được gộp chung.',
  'group-unknown':
    'Không có đơn vị “{group}” vào ngày {on}; các xã bên dưới được tìm theo tên trong toàn tỉnh. Gợi ý: {suggestions}.',
  'group-without-rows': '“{group}” không có xã, phường, thị trấn nào bên dưới.',
  'kind-missing':
    '“{unit}” không ghi loại đơn vị. Hãy ghi loại vào cột “Loại” hoặc ngay trước tên; cấp {level, select, province {tỉnh} district {huyện} commune {xã} other {thôn}} gồm: {allowed}.',
  'kind-not-of-day':
    '“{unit}” ghi loại “{kind}”, không dùng cho đơn vị bắt đầu từ ngày {on} (từ 01/7/2025 không còn thị trấn và đơn vị cấp huyện). Loại được dùng: {allowed}. Hãy sửa loại hoặc ngày áp dụng.',
  'kind-not-of-level':
    '“{unit}” ghi loại “{kind}”, không phải loại của cấp {level, select, province {tỉnh} district {huyện} commune {xã} other {thôn}} (gồm: {allowed}). {chosen, select, page {Cấp này được chọn trên trang: hãy chọn lại Cấp rồi kiểm tra lại, hoặc sửa loại.} other {Hãy sửa loại, hoặc sửa cột “Cấp”.}}',
  'leaders-differ-from-teams':
    '{unit}: {leaders, number} Tổ trưởng cho {teams, number} Tổ. Mỗi Tổ có một Tổ trưởng (Luật 30/2023/QH15, Điều 16).',
  'level-missing':
    'Không biết cấp của {count, number} dòng vì tệp không có cột “Cấp”. Hãy chọn Cấp ở các mục bên dưới loại dữ liệu khi gửi tệp, hoặc thêm cột “Cấp” (tỉnh, huyện, xã, thôn) vào tệp.',
  'members-do-not-add-up':
    '{unit}: tổng số thành viên ghi {stated, number} nhưng Tổ trưởng {leaders, number} + Tổ phó {deputies, number} + Tổ viên {ordinary, number} = {counted, number}.',
  'negative-number': 'Số {value} trong cột “{column}” là số âm.',
  'no-communes-that-day':
    'Ngày {on} chưa có xã nào trong phạm vi của văn bản. Hãy nhập đơn vị hành chính trước.',
  'no-such-day':
    '“{value}” trong cột “{column}” không phải là ngày. Viết ngày/tháng/năm, ví dụ 01/07/2025.',
  'not-a-number': '“{value}” trong cột “{column}” không phải là số.',
  'not-a-whole-number': 'Số {value} trong cột “{column}” không phải số nguyên.',
  'number-merged':
    'Ô số trong cột “{column}” gộp chung nhiều đơn vị nên không biết của đơn vị nào. Hãy tách ô.',
  'number-out-of-range': 'Số {value} trong cột “{column}” vượt mức cho phép ({limit}).',
  'outside-vietnam':
    'Tọa độ ({x}, {y}) theo {crs} nằm ngoài Việt Nam. Hãy kiểm tra hệ tọa độ và kinh tuyến trục.',
  'pair-repeated': '“{unit}” → “{successor}” đã có ở dòng trên. Hãy xóa dòng lặp lại.',
  'parent-missing':
    '“{unit}” (mã {unitCode}) chưa có mã đơn vị cấp trên. Hãy điền cột “Mã cấp trên”.',
  'parent-unknown':
    '“{unit}” (mã {unitCode}): không tìm thấy đơn vị cấp trên có mã {parent} trong tệp hoặc trong danh mục của ngày áp dụng. Hãy kiểm tra mã cấp trên và danh mục.',
  'payment-amount-differs':
    'Mã chi {value} (tháng {month}, đợt {batch}) đã lập {issued, number} đồng, nhưng tệp ghi {found, number} đồng. Hãy đối chiếu với ngân hàng; nếu tệp sai, sửa số tiền rồi gửi lại.',
  'payment-is-failed':
    'Mã chi {value} (tháng {month}, đợt {batch}) đã ghi nhận chi không thành công, nay tệp báo thành công. Hãy xác minh với ngân hàng; nếu đúng là đã chi, ghi nhận ở mục Chi trả của bảng chi (chưa lập đợt chi lại) rồi bỏ dòng này.',
  'payment-is-left':
    'Mã chi {value} (tháng {month}, đợt {batch}) đã được quyết định không chi. Hãy xác minh với ngân hàng và bỏ dòng này.',
  'payment-is-paid':
    'Mã chi {value} (tháng {month}, đợt {batch}) đã ghi nhận chi thành công, nay tệp báo không thành công. Nếu ngân hàng hoàn trả tiền, hãy ghi nhận ở mục Chi trả của bảng chi kèm lý do, rồi bỏ dòng này.',
  'payment-is-withdrawn':
    'Mã chi {value} (tháng {month}, đợt {batch}) đã được rút, và số tiền đã lập ở khoản khác, hoặc tệp báo không thành công, hoặc bảng chi đã hủy. Hãy xác minh với ngân hàng: nếu tiền đã chuyển, ghi ở khoản đang có hiệu lực hoặc thu hồi; bỏ dòng này rồi gửi lại.',
  'payment-key-unknown':
    'Không có khoản chi nào mang mã “{value}” trong phạm vi của bạn. Hãy dùng mã ở cột “Mã chi” của tệp đã gửi ngân hàng.',
  'payment-reason-missing':
    'Khoản chi không thành công nhưng tệp không nêu lý do. Có thể bổ sung cột “Lý do”.',
  'reorganisation-follows-largest-share':
    '“{unit}” có thể thuộc {count, number} đơn vị mới nên được xếp theo phần lớn nhất. Hãy kiểm tra lại sau khi sắp xếp.',
  'role-beyond-own-area':
    'Bạn không được giao vai trò này trong khu vực “{area}”: chỉ giao được vai trò và khu vực nằm trong phạm vi của chính bạn.',
  'roster-citizen-id-legacy': 'Số giấy tờ có 9 chữ số (CMND cũ). Hãy bổ sung số CCCD 12 chữ số.',
  'roster-education-too-low':
    'Chưa đạt trình độ tối thiểu khi công nhận (THCS; vùng khó khăn: tiểu học – Luật 30/2023/QH15, Điều 13). Hãy kiểm tra trình độ.',
  'roster-education-unknown':
    '{count, number} dòng không ghi trình độ học vấn nên chưa kiểm tra được điều kiện (Luật 30/2023/QH15, Điều 13).',
  'roster-leader-twice':
    '“{team}” có hai Tổ trưởng trong cùng thời gian; người kia tại {other}. Mỗi Tổ có một Tổ trưởng.',
  'roster-person-differs':
    'Số CCCD này đã có hồ sơ với họ tên, ngày sinh hoặc giới tính khác. Hãy kiểm tra số CCCD, hoặc sửa hồ sơ trước.',
  'roster-person-elsewhere':
    'Số CCCD này đã có hồ sơ ở địa bàn khác, ngoài phạm vi của bạn. Hãy kiểm tra số CCCD, hoặc đề nghị cấp trên điều chuyển.',
  'roster-person-over-age':
    'Đã quá 70 tuổi vào ngày {on}. Hãy kiểm tra ngày sinh; dòng này vẫn được nhập.',
  'roster-person-serves':
    'Người này đã có một vị trí khác trùng thời gian, từ ngày {on}. Mỗi ngày một người chỉ ở một Tổ, một chức danh: hãy sửa ngày hoặc bỏ dòng.',
  'roster-person-too-young':
    'Mới {count} tuổi vào ngày {on}; phải từ đủ {limit} tuổi. Hãy kiểm tra ngày sinh và ngày tham gia.',
  'roster-person-twice':
    'Người này đã có ở {other} trong thời gian trùng nhau. Mỗi ngày một người chỉ ở một Tổ, một chức danh.',
  'roster-quota-exceeded':
    '{commune} vượt chỉ tiêu: ngày {on} có {active, number} thành viên, được bố trí {limit, number} (Quyết định {number}{surplus, plural, =0 {} other {, gồm # theo lộ trình}}). Hãy bớt người, hoặc ghi nhận lộ trình giảm số vượt trước.',
  'roster-quota-missing':
    '{commune}: ngày {on} chưa có chỉ tiêu thành viên nào được ghi nhận, danh sách có {active, number} thành viên. Hãy nhập quyết định của tỉnh.',
  'roster-rows-disagree':
    'Cùng số CCCD với dòng tại {other} nhưng khác họ tên, ngày sinh hoặc giới tính. Hãy sửa cho khớp.',
  'roster-team-ambiguous':
    'Có nhiều Tổ tên “{team}” (xã: {commune}). Hãy chọn một, hoặc ghi thêm xã hay mã Tổ. Lựa chọn áp dụng cho {count, number} dòng ghi giống nhau.',
  'roster-team-deputies-exceeded':
    'Tổ có {count} Tổ phó vào ngày {on}, nhiều hơn số được bố trí ({limit}). Dòng này vẫn được nhập.',
  'roster-team-dissolved':
    '“{team}” giải thể từ ngày {on}. Hãy ghi “Đến ngày” trước ngày đó, và thêm dòng cho Tổ mới nếu người này tiếp tục.',
  'roster-team-has-leader':
    '“{team}” đã có Tổ trưởng khác từ ngày {on}. Hãy sửa chức danh hoặc ngày.',
  'roster-team-not-standing':
    '“{team}” chưa thành lập hoặc đã giải thể vào ngày {on}. Hãy sửa Tổ hoặc ngày tham gia.',
  'roster-team-unknown':
    'Không có Tổ “{team}” (xã: {commune}). Hãy chọn đúng Tổ hoặc sửa mã, tên. Lựa chọn áp dụng cho {count, number} dòng ghi giống nhau.',
  'roster-without-decision':
    '{count, number} dòng không ghi số quyết định; vẫn được nhập, chưa có căn cứ.',
  'row-not-understood': 'Không hiểu dòng này: “{value}”. Hãy xóa hoặc sửa dòng.',
  'row-without-name': 'Dòng có số liệu nhưng không có tên đơn vị.',
  'row-without-numbers': 'Dòng “{value}” không có số liệu.',
  'shapefile-damaged': 'Shapefile bị hỏng hoặc bị cắt. Hãy xuất lại từ phần mềm bản đồ.',
  'shapefile-has-deleted-rows':
    'Bảng thuộc tính còn dòng đánh dấu xóa. Hãy nén (pack) hoặc xuất lại shapefile.',
  'shapefile-missing': 'Tệp nén thiếu phần {part} của shapefile.',
  'shapefile-parts-disagree':
    'Shapefile có {shapes, number} hình nhưng {rows, number} dòng thuộc tính. Hãy xuất lại.',
  'shapefile-several': 'Tệp nén chứa nhiều lớp: {names}. Hãy gửi từng lớp một.',
  'sheet-hidden': 'Trang tính “{sheet}” đang bị ẩn nhưng vẫn được đọc. Hãy kiểm tra lại.',
  'sheet-not-read':
    'Trang tính “{sheet}” có số liệu nhưng không có dòng tiêu đề nên chưa đọc được. Hãy thêm tiêu đề cột hoặc xóa trang này.',
  'sheet-skipped': 'Trang tính “{sheet}” không có bảng cần nhập, đã bỏ qua.',
  'table-empty': 'Tệp có tiêu đề nhưng không có dòng dữ liệu nào.',
  'table-not-found':
    'Không tìm thấy dòng tiêu đề của bảng (ví dụ: “Đơn vị hành chính”, “Số Tổ”, “Tổng số”).',
  'team-code-unknown': 'Không có Tổ nào mang mã {team}. Hãy nhập danh sách Tổ trước hoặc sửa mã.',
  'team-is-dissolved':
    'Tổ mã {team} đã giải thể từ ngày {on}, dòng này ghi ngày thành lập không trước ngày đó. Tổ thành lập lại là một Tổ mới: hãy ghi mã khác; nếu ghi nhầm, hãy sửa ngày thành lập.',
  'team-not-on-village':
    'Tổ {team} không phụ trách thôn {village} của xã này vào ngày áp dụng. Hãy kiểm tra mã Tổ và mã thôn mới.',
  'team-over-quota':
    '{unit} có {count, number} Tổ từ ngày {on}, vượt {limit, number} Tổ được giao. Hãy sửa tệp, hoặc chấp nhận có ghi lý do rồi kiểm tra lại.',
  'team-would-lose-its-village':
    'Từ ngày {on}, “{unit}” sẽ không còn địa bàn vì “{parent}” kết thúc. Hãy chuyển địa bàn của Tổ hoặc giải thể Tổ trước.',
  'text-encoding-unknown':
    'Không rõ bảng mã chữ của bảng thuộc tính ({encoding}). Hãy xuất lại với UTF-8, kèm tệp .cpg.',
  'text-in-old-encoding':
    '“{unit}” được gõ bằng phông chữ cũ (TCVN3, VNI). Hãy chuyển tệp sang Unicode.',
  'too-many-cells': 'Tệp có quá nhiều ô (hoặc đỉnh ranh giới), vượt mức cho phép {limit, number}.',
  'too-many-columns':
    'Trang tính có ô nằm ngoài cột thứ {limit, number}, mức mà Excel cho phép. Hãy lưu lại tệp bằng Excel rồi gửi lại.',
  'too-many-rows':
    'Tệp có {rows, number} dòng, vượt mức cho phép {limit, number} dòng. Hãy chia thành nhiều tệp.',
  'total-missing':
    'Tệp không có dòng tổng cộng nên không đối chiếu được. Hãy kiểm tra tổng số hiển thị.',
  'total-off':
    'Cột “{column}”: dòng tổng cộng ghi {stated, number} nhưng các dòng cộng lại là {counted, number}.',
  'unit-ambiguous': 'Vào ngày {on} có nhiều đơn vị tên “{unit}”: {found}. Hãy chọn một.',
  'unit-code-differs': 'Mã {unitCode} là của {found} nhưng dòng ghi “{unit}”. Hãy sửa mã hoặc tên.',
  'unit-code-unknown':
    'Không có đơn vị mã {unitCode} vào ngày {on} (dòng ghi “{unit}”). Hãy sửa mã, hoặc ngày áp dụng. Tên gần giống: {found}.',
  'unit-elsewhere':
    '“{unit}” không thuộc “{group}” vào ngày {on} mà ở: {found}. Hãy chọn hoặc sửa.',
  'unit-kind-differs':
    '“{unit}” ghi khác loại đơn vị; vào ngày {on} là: {found}. Hãy chọn hoặc sửa.',
  'unit-twice': '“{unit}” bị lặp, đã có tại {other}.',
  'unit-unknown':
    'Không có đơn vị nào tên “{unit}” vào ngày {on}. Tên gần giống: {found}. Hãy chọn đúng đơn vị hoặc sửa tên.',
  'unit-would-lose-its-parent':
    'Từ ngày {on}, “{unit}” sẽ không còn đơn vị cấp trên vì “{parent}” kết thúc. Hãy đưa đơn vị này vào tệp cùng cấp trên mới.',
  'units-left-out': '{count, number} đơn vị có vào ngày {on} nhưng không có trong tệp: {names}.',
  'username-unusable':
    'Tên đăng nhập “{value}” không dùng được: cần từ 2 đến 40 ký tự gồm chữ thường không dấu, chữ số, dấu chấm hoặc gạch ngang, bắt đầu bằng chữ.',
  'value-invalid': 'Giá trị “{value}” trong cột “{column}” không hợp lệ.',
  'value-missing': 'Thiếu giá trị trong cột “{column}”.',
  'value-too-long': 'Nội dung trong cột “{column}” dài quá {limit, number} ký tự.',
  'value-twice': 'Giá trị “{value}” ({column}) bị lặp, đã có tại {other}.',
  'value-unknown':
    'Giá trị “{value}” trong cột “{column}” không có trong danh mục. Chọn một trong: {allowed}.',
  'village-has-a-team':
    '{unit} đã có Tổ khác phụ trách vào ngày {on}: {teams}. Hãy sửa tệp, hoặc chấp nhận có ghi lý do rồi kiểm tra lại.',
  'village-has-ended':
    '“{unit}” (mã {unitCode}) đã kết thúc từ ngày {on}. Nếu là thôn, tổ dân phố mới, hãy ghi mã khác; nếu là danh sách cũ, hãy sửa ngày áp dụng.',
  'village-keeps-one-team':
    'Thôn {village}: có {teams, number} Tổ trong tệp, {count, number} Tổ tiếp tục. Cần ít nhất hai Tổ và đúng một Tổ tiếp tục.',
  'village-kind-unusual':
    '“{unit}” là {kind} của {commune}. Theo Nghị định 185/2026, xã có thôn, phường có tổ dân phố; hãy kiểm tra lại loại.',
  'workbook-old-or-locked':
    'Tệp là định dạng Excel cũ (.xls) hoặc có đặt mật khẩu. Hãy bỏ mật khẩu và lưu lại dạng .xlsx.',
  'workbook-unreadable':
    'Không đọc được bảng tính này. Hãy mở bằng Excel, lưu lại thành tệp .xlsx mới rồi gửi lại.',
  'workplace-is-closed':
    'Nơi làm việc mã {workplace} đã đóng từ ngày {on}, dòng này lại mở từ ngày đó hoặc sau đó. Hãy ghi mã khác cho nơi làm việc mới, hoặc sửa ngày.',
  'workplace-outside-its-commune':
    '“{workplace}” nằm ngoài ranh giới của “{unit}”. Hãy kiểm tra lại kinh độ, vĩ độ.',
} as const satisfies Record<string, string>;

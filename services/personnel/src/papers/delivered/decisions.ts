import { line, type Sheets } from '@antt/paper';
import { chairFoot, committeeHead, title } from './page.ts';
import { column, fullName, number as place, tableOf } from './rows.ts';

type Piece = Sheets['children'][number];
const basis = [
  'Căn cứ Luật Tổ chức chính quyền địa phương;',
  'Căn cứ Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở ngày 28 tháng 11 năm 2023;',
  'Căn cứ Thông tư số 14/2024/TT-BCA của Bộ trưởng Bộ Công an;',
];

// Before a team is founded or after it was dissolved, no act tells the number.
const unnumbered = 'Số: ……/QĐ-UBND';

/** Form 08: a decision of the commune's chair, with what is its own. */
function decision(
  about: string,
  reason: string,
  articles: Piece[],
  people: string,
  number = 'Số: {số quyết định}',
): Sheets[] {
  return [
    {
      children: [
        committeeHead(number),
        ...title('QUYẾT ĐỊNH', about),
        line('CHỦ TỊCH ỦY BAN NHÂN DÂN {xã viết hoa}', { align: 'center', bold: true, after: 120 }),
        ...[...basis, reason].map((one) => line(one, { italics: true, indent: true, after: 80 })),
        line('QUYẾT ĐỊNH:', { align: 'center', bold: true, before: 120, after: 120 }),
        ...articles,
        line(['Điều 3.', ` Công an {xã}, ${people} chịu trách nhiệm thi hành Quyết định này./.`], {
          indent: true,
          after: 120,
        }),
        line('', { size: 20 }),
        chairFoot(['Như Điều 3', 'Lưu: VT, CAX']),
      ],
    },
  ];
}

const article = (n: number, text: string) =>
  line([`Điều ${n}.`, ` ${text}`], { indent: true, before: 60, after: 80 });
const teams = () =>
  tableOf('tổ', [
    place,
    column('Tên Tổ', 'tên tổ', 70, true),
    column('Thôn, tổ dân phố', 'thôn, tổ dân phố', 83, true),
  ]);

export const foundingDecision = () =>
  decision(
    'Thành lập Tổ bảo vệ an ninh, trật tự',
    'Theo đề nghị của Trưởng Công an {xã},',
    [
      article(1, 'Thành lập {số tổ} Tổ bảo vệ an ninh, trật tự tại {xã}, gồm:'),
      teams(),
      article(2, 'Quyết định này có hiệu lực từ ngày ký.'),
    ],
    'Tổ có tên tại Điều 1 và các đơn vị, cá nhân có liên quan',
    unnumbered,
  );

export const dissolutionDecision = () =>
  decision(
    'Giải thể Tổ bảo vệ an ninh, trật tự',
    'Theo đề nghị của Trưởng Công an {xã}, Trưởng thôn (Tổ trưởng tổ dân phố) và Trưởng ban công tác Mặt trận,',
    [
      article(1, 'Giải thể {số tổ} Tổ bảo vệ an ninh, trật tự tại {xã}, gồm:'),
      teams(),
      article(2, 'Quyết định này có hiệu lực từ ngày ký và được niêm yết công khai.'),
    ],
    'Tổ có tên tại Điều 1 và các đơn vị, cá nhân có liên quan',
    unnumbered,
  );

export const recognitionDecision = () =>
  decision(
    'Công nhận thành viên, Tổ trưởng, Tổ phó Tổ bảo vệ an ninh, trật tự',
    'Xét Biên bản kết quả xét tuyển của Hội đồng xét tuyển {xã} và đề nghị của Trưởng Công an {xã},',
    [
      article(1, 'Công nhận {số người trúng tuyển} người có tên sau tại {xã}:'),
      tableOf('người trúng tuyển', [
        place,
        fullName(52),
        column('Ngày sinh', 'ngày sinh', 26),
        column('Tổ', 'tên tổ', 45, true),
        column('Chức danh', 'chức danh', 30),
      ]),
      article(2, 'Quyết định này có hiệu lực từ ngày {hiệu lực từ} và được niêm yết công khai.'),
    ],
    'các ông (bà) có tên tại Điều 1',
  );

export const cessationDecision = () =>
  decision(
    'Cho thôi tham gia lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở',
    'Theo Báo cáo đề xuất ngày {ngày đề xuất} của Công an {xã},',
    [
      article(
        1,
        'Cho ông (bà) {họ tên}, sinh ngày {ngày sinh}, {chức danh} {tên tổ}, thôi tham gia lực lượng từ ngày {thôi từ ngày}.',
      ),
      article(2, 'Lý do: {lý do}. Ông (bà) {họ tên} bàn giao công cụ, phù hiệu, giấy chứng nhận.'),
    ],
    'ông (bà) có tên tại Điều 1',
  );

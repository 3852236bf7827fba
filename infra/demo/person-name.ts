import type { Random } from './random.ts';

/** Words with how many of a thousand bear them, roughly as in the country; the rest is the last word's. */
type Shares = readonly (readonly [word: string, share: number])[];

const families: Shares = [
  ...([
    ['Nguyễn', 380],
    ['Trần', 110],
    ['Lê', 92],
    ['Phạm', 70],
    ['Hoàng', 51],
    ['Phan', 20],
  ] as const),
  ...([
    ['Vũ', 40],
    ['Đặng', 22],
    ['Bùi', 20],
    ['Đỗ', 26],
    ['Ngô', 18],
    ['Dương', 22],
  ] as const),
  ...([
    ['Thân', 26],
    ['Giáp', 18],
    ['Hà', 14],
    ['Đào', 12],
    ['Đinh', 10],
    ['Trương', 10],
  ] as const),
  ...([
    ['Lương', 10],
    ['Lưu', 8],
    ['Mai', 6],
    ['Tạ', 5],
    ['Trịnh', 4],
    ['Chu', 6],
  ] as const),
];

/** Families that are common among the peoples of the province's mountains. */
const familiesOf: Readonly<Record<string, readonly string[]>> = {
  Nùng: ['Vi', 'Nông', 'Hoàng', 'Lý', 'Hứa', 'Lương', 'Chu', 'Lâm'],
  Tày: ['Hoàng', 'Nông', 'Vi', 'Lục', 'Hà', 'Bế', 'Đàm'],
  'Sán Dìu': ['Từ', 'Lục', 'Trần', 'Ninh', 'Tống', 'Diệp'],
  'Sán Chay': ['Ninh', 'La', 'Trần', 'Đàm', 'Tống', 'Hoàng'],
  Hoa: ['Lâm', 'Trần', 'Lý', 'Hoàng'],
  Dao: ['Triệu', 'Bàn', 'Đặng', 'Phùng', 'Dương'],
};
const peoples: Shares = [
  ...([
    ['Nùng', 450],
    ['Tày', 250],
    ['Sán Dìu', 150],
    ['Sán Chay', 100],
    ['Hoa', 30],
  ] as const),
  ['Dao', 20],
];

const middle = {
  male: [
    ...([
      ['Văn', 480],
      ['Đức', 70],
      ['Xuân', 60],
      ['Ngọc', 50],
      ['Đình', 50],
      ['Quang', 50],
    ] as const),
    ...([
      ['Hữu', 50],
      ['Minh', 40],
      ['Trọng', 30],
      ['Thanh', 40],
      ['Mạnh', 40],
      ['Công', 40],
    ] as const),
  ],
  female: [
    ...([
      ['Thị', 760],
      ['Thị Thanh', 50],
      ['Thị Thu', 50],
      ['Thị Ngọc', 40],
    ] as const),
    ...([
      ['Thị Hồng', 40],
      ['Thị Kim', 30],
      ['Thanh', 30],
    ] as const),
  ],
} satisfies Record<string, Shares>;

const given = {
  male: [
    ...['Hùng', 'Dũng', 'Tuấn', 'Cường', 'Thắng', 'Hải', 'Sơn', 'Minh', 'Hưng', 'Tùng', 'Thành'],
    ...['Đức', 'Quang', 'Long', 'Nam', 'Toàn', 'Hà', 'Hoàn', 'Bình', 'Chiến', 'Quyết', 'Tiến'],
    ...['Lâm', 'Khánh', 'Hiếu', 'Trung', 'Kiên', 'Thịnh', 'Trường', 'Phong', 'Vinh', 'Lợi', 'Tân'],
    ...['Hòa', 'Phúc', 'Đạt', 'Khoa', 'Thủy', 'Luân', 'Đông', 'Giang', 'Ánh', 'Đại', 'Mạnh'],
  ],
  female: [
    ...['Hương', 'Hoa', 'Lan', 'Hằng', 'Nga', 'Thủy', 'Huyền', 'Hà', 'Thu', 'Liên', 'Hạnh'],
    ...['Yến', 'Hiền', 'Oanh', 'Nhung', 'Thảo', 'Tuyết', 'Mai', 'Loan', 'Dung', 'Ngân', 'Bích'],
    ...['Phương', 'Trang', 'Linh', 'Xuân', 'Vân', 'Đào', 'Lý', 'Ánh'],
  ],
};

function drawn(random: Random, shares: Shares): string {
  let left = random.next() * shares.reduce((sum, [, share]) => sum + share, 0);
  return (shares.find(([, share]) => (left -= share) < 0) ?? shares.at(-1)!)[0];
}

/** One of the peoples besides the Kinh who live in the mountains of the province. */
export function drawPeople(random: Random): string {
  return drawn(random, peoples);
}

/** A name made of common words; whoever bears it is not meant. */
export function drawName(random: Random, sex: 'male' | 'female', ethnicity: string): string {
  const own = familiesOf[ethnicity];
  const family = own ? random.pick(own) : drawn(random, families);
  // The first given names are the most common ones.
  const names = given[sex];
  const index = Math.floor(random.next() * random.next() * names.length);
  return `${family} ${drawn(random, middle[sex])} ${names[index]!}`;
}

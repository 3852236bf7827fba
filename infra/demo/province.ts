/** A district of the demo: real name and code; round figures that only set the scale of what is invented. */
export type District = {
  code: string;
  fullName: string;
  /** Ended on 30 June 2025 with all districts; the demo keeps those of Bắc Ninh as outlines of communes only. */
  province: 'Bắc Giang' | 'Bắc Ninh';
  lon: number;
  lat: number;
  km2: number;
  households: number;
  terrain: 'lowland' | 'mountain';
};

function north(
  code: string,
  fullName: string,
  [lon, lat]: [number, number],
  km2: number,
  households: number,
  terrain: District['terrain'],
): District {
  return { code, fullName, province: 'Bắc Giang', lon, lat, km2, households, terrain };
}

function south(
  code: string,
  fullName: string,
  [lon, lat]: [number, number],
  km2: number,
): District {
  const figures = { km2, households: 0, terrain: 'lowland' } as const;
  return { code, fullName, province: 'Bắc Ninh', lon, lat, ...figures };
}

export const districts: readonly District[] = [
  north('213', 'Thành phố Bắc Giang', [106.23, 21.23], 260, 92_000, 'lowland'),
  north('215', 'Huyện Yên Thế', [106.13, 21.52], 305, 29_000, 'mountain'),
  north('216', 'Huyện Tân Yên', [106.1, 21.39], 210, 48_000, 'lowland'),
  north('217', 'Huyện Lạng Giang', [106.25, 21.38], 245, 58_000, 'lowland'),
  north('218', 'Huyện Lục Nam', [106.46, 21.28], 610, 60_000, 'lowland'),
  north('219', 'Huyện Lục Ngạn', [106.69, 21.47], 845, 28_000, 'mountain'),
  north('220', 'Huyện Sơn Động', [106.86, 21.29], 785, 19_000, 'mountain'),
  north('222', 'Thị xã Việt Yên', [106.09, 21.27], 170, 55_000, 'lowland'),
  north('223', 'Huyện Hiệp Hòa', [105.97, 21.33], 205, 62_000, 'lowland'),
  north('224', 'Thị xã Chũ', [106.54, 21.4], 265, 31_000, 'lowland'),
  south('256', 'Thành phố Bắc Ninh', [106.07, 21.17], 82),
  south('258', 'Huyện Yên Phong', [105.97, 21.21], 97),
  south('259', 'Thị xã Quế Võ', [106.18, 21.14], 155),
  south('260', 'Huyện Tiên Du', [106.03, 21.1], 96),
  south('261', 'Thành phố Từ Sơn', [105.96, 21.12], 61),
  south('262', 'Thị xã Thuận Thành', [106.08, 21.03], 118),
  south('263', 'Huyện Gia Bình', [106.21, 21.07], 107),
  south('264', 'Huyện Lương Tài', [106.22, 21.01], 105),
];

/** A rough hand-drawn rim of both provinces together; winding makes a border of it. */
export const rim: readonly (readonly [lon: number, lat: number])[] = [
  [105.86, 21.33],
  [105.89, 21.39],
  [105.96, 21.44],
  [106.01, 21.48],
  [105.99, 21.55],
  [106.06, 21.61],
  [106.15, 21.63],
  [106.24, 21.57],
  [106.29, 21.5],
  [106.38, 21.47],
  [106.47, 21.5],
  [106.53, 21.58],
  [106.62, 21.63],
  [106.76, 21.62],
  [106.84, 21.55],
  [106.86, 21.47],
  [106.96, 21.44],
  [107.04, 21.33],
  [107.02, 21.21],
  [106.9, 21.15],
  [106.76, 21.13],
  [106.62, 21.15],
  [106.5, 21.14],
  [106.4, 21.1],
  [106.31, 21.09],
  [106.33, 21.01],
  [106.27, 20.96],
  [106.15, 20.97],
  [106.04, 20.96],
  [105.98, 21.0],
  [105.96, 21.06],
  [105.91, 21.1],
  [105.89, 21.18],
  [105.91, 21.25],
  [105.88, 21.28],
];

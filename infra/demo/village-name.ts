import type { Random } from './random.ts';

/** Draws village names for one commune of July 2025; within it no word is used twice. */
export type VillageNames = {
  /** For a village of an old commune: a word ("Chằm") or the commune's next number ("số 3"). */
  draw(commune: string, setting: 'village' | 'town' | 'mountain'): string;
};

const nom = [
  ...['Bầu', 'Bến', 'Cầu', 'Chàng', 'Chằm', 'Chể', 'Chùa', 'Dinh', 'Dõng', 'Dộc', 'Dùm', 'Đám'],
  ...['Đọ', 'Đồn', 'Gai', 'Gáo', 'Giếng', 'Gốc', 'Khoát', 'Lò', 'Mè', 'Mít', 'Mỏ', 'Nành'],
  ...['Ngò', 'Nguộn', 'Núi', 'Ruồng', 'Sàn', 'Sậy', 'Sấu', 'Sồi', 'Trại', 'Trám', 'Vàng', 'Xoan'],
];
const slopes = ['Đèo', 'Đồng', 'Khe', 'Khuôn', 'Nà', 'Pù', 'Rừng', 'Suối'];
const slopeWords = [
  ...['Cái', 'Cao', 'Chòi', 'Gianh', 'Hin', 'Lạnh', 'Mai', 'Mười', 'Nghè', 'Táng', 'Trắng'],
  ...['Vàng', 'Vầu', 'Xanh'],
];
const halves = [
  ['Thượng', 'Hạ'],
  ['Trên', 'Dưới'],
  ['Trong', 'Ngoài'],
  ['Đông', 'Đoài'],
  ['Trung', 'Ngoại'],
] as const;

export function createVillageNames(random: Random, communeNames: readonly string[]): VillageNames {
  const pairs = communeNames.map((name) => name.split(' ')).filter((words) => words.length === 2);
  const used = new Set<string>();
  const numbers = new Map<string, number>();
  const otherHalf = new Map<string, string>();

  const compound = () => `${random.pick(pairs)[0]!} ${random.pick(pairs)[1]!}`;
  const number = (commune: string) => {
    const next = (numbers.get(commune) ?? 0) + 1;
    numbers.set(commune, next);
    return `số ${next}`;
  };
  const split = (commune: string) => {
    const [base, [one, other]] = [random.pick(pairs)[0]!, random.pick(halves)];
    otherHalf.set(commune, `${base} ${other}`);
    return `${base} ${one}`;
  };
  const word = (commune: string, mountain: boolean) => {
    const waiting = otherHalf.get(commune);
    otherHalf.delete(commune);
    if (waiting) return waiting;
    const chance = random.next();
    if (chance < 0.5) return compound();
    if (chance < 0.62) return split(commune);
    return mountain ? `${random.pick(slopes)} ${random.pick(slopeWords)}` : random.pick(nom);
  };
  return {
    draw(commune, setting) {
      if (random.chance(setting === 'town' ? 0.65 : 0.2)) return number(commune);
      for (let attempt = 0; attempt < 60; attempt++) {
        const name = word(commune, setting === 'mountain');
        if (used.has(name)) continue;
        used.add(name);
        return name;
      }
      return number(commune);
    },
  };
}

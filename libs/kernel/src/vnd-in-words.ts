import type { Vnd } from './vnd.ts';

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const thousands = ['', 'nghìn', 'triệu'] as const;

/** Three digits; `full` reads the noughts before them, as within a larger number. */
function group(value: number, full: boolean): string[] {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words: string[] = [];
  if (hundreds > 0 || full) words.push(digits[hundreds]!, 'trăm');
  if (tens === 0 && ones > 0 && words.length > 0) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(digits[tens]!, 'mươi');
  if (ones > 0) {
    if (ones === 1 && tens > 1) words.push('mốt');
    else if (ones === 5 && tens > 0) words.push('lăm');
    else words.push(digits[ones]!);
  }
  return words;
}

/** Below a billion, in groups of three digits. */
function belowBillion(value: number, full: boolean): string[] {
  const words: string[] = [];
  for (let place = 2; place >= 0; place -= 1) {
    const part = Math.floor(value / 1_000 ** place) % 1_000;
    if (part === 0) continue;
    words.push(...group(part, full || words.length > 0));
    if (place > 0) words.push(thousands[place]!);
  }
  return words;
}

/** An amount as papers write it out: "Một triệu hai trăm nghìn đồng"; one below zero begins with "Âm". */
export function vndInWords(amount: Vnd): string {
  const value = Math.abs(amount);
  const billions = Math.floor(value / 1_000_000_000);
  const words = [
    ...(amount < 0 ? ['âm'] : []),
    ...(billions > 0 ? [...belowBillion(billions, false), 'tỷ'] : []),
    ...belowBillion(value % 1_000_000_000, billions > 0),
  ];
  const text = `${words.length === 0 ? 'không' : words.join(' ')} đồng`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { searchKey } from '@antt/kernel';

export type Weakness = 'too-short' | 'too-long' | 'holds-username' | 'too-common';

const shortest = 10;
const longest = 128;

/** The commonest passwords of ten and more characters, as they are compared: folded, letters and digits. */
const commonest = new Set([
  '1234567890',
  '0123456789',
  '0987654321',
  '12345678910',
  '123456789a',
  '1234567891',
  '1111111111',
  '1q2w3e4r5t',
  'q1w2e3r4t5',
  'qwertyuiop',
  'qwerty1234',
  'qwerty12345',
  'qwerty123456',
  'abcdefghij',
  'abcd123456',
  'abc1234567',
  'abc12345678',
  'abc123456789',
  'password12',
  'password123',
  'password1234',
  'matkhau123',
  'matkhau1234',
  'matkhau12345',
  'matkhau123456',
  'iloveyou123',
  'anhyeuem123',
  'emyeuanh123',
  'vietnam123',
  'vietnam1234',
  'vietnam1945',
  'vietnam1975',
  'vietnam2025',
  'vietnam2026',
  'hanoi123456',
  'administrator',
  'admin12345',
  'admin123456',
  'congan1234',
  'congan12345',
  'congan123456',
  'conganxa123',
  'congantinh123',
  'toantoan123',
  'anninhtrattu',
  'anttcoso123',
  'cahn123456',
]);

/** One password is one sequence of characters, however the keyboard composed its diacritics. */
export function normalPassword(password: string): string {
  return password.normalize('NFC');
}

/** What makes a password too easy to guess, or null. */
export function weaknessOf(password: string, username: string): Weakness | null {
  const normal = normalPassword(password);
  const length = [...normal].length;
  if (length < shortest) return 'too-short';
  if (length > longest) return 'too-long';
  const folded = searchKey(normal).replace(/[^\p{L}\p{N}]/gu, '');
  const name = searchKey(username).replace(/[^\p{L}\p{N}]/gu, '');
  if (name && (folded === name || (name.length >= 4 && folded.includes(name)))) {
    return 'holds-username';
  }
  if (folded.length === 0 || commonest.has(folded) || isRun(folded)) return 'too-common';
  return null;
}

/** `aaaaaaaaaa`, `1231231231`, `abcdefghij`: a few characters over and over, or the alphabet. */
function isRun(folded: string): boolean {
  for (let width = 1; width <= 3; width += 1) {
    const start = folded.slice(0, width);
    if (start.repeat(Math.ceil(folded.length / width)).startsWith(folded)) return true;
  }
  const steps = [...folded].slice(1).map((char, index) => {
    return char.codePointAt(0)! - folded.codePointAt(index)!;
  });
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

import { expect, test } from '@jest/globals';
import { oneTimePassword } from './one-time-password.ts';
import { weaknessOf } from './password.rules.ts';

test('a password has ten characters, counted as one sees them', () => {
  expect(weaknessOf('ngắn quá', 'tinh')).toBe('too-short');
  // nine letters that a Mac writes as thirteen code points
  expect(weaknessOf('đường phố'.normalize('NFD'), 'tinh')).toBe('too-short');
  expect(weaknessOf('đường phố 7', 'tinh')).toBeNull();
});

test('a password does not hold the username', () => {
  expect(weaknessOf('canbo.xa01', 'canbo.xa01')).toBe('holds-username');
  expect(weaknessOf('Canbo-Xa01-2026', 'canbo.xa01')).toBe('holds-username');
  expect(weaknessOf('mot chieu mua to', 'to')).toBeNull();
});

test('the commonest passwords are refused in any dress', () => {
  for (const common of ['Password123', 'Mật khẩu 123', '1234567890', 'QWERTYUIOP', '..........']) {
    expect([common, weaknessOf(common, 'tinh')]).toEqual([common, 'too-common']);
  }
});

test('repetitions and sequences are refused', () => {
  for (const run of [
    'aaaaaaaaaaaa',
    '123123123123',
    'abababababab',
    'cdefghijklmn',
    '9876543210',
  ]) {
    expect([run, weaknessOf(run, 'tinh')]).toEqual([run, 'too-common']);
  }
});

test('a one-time password can be read over the phone', () => {
  const made = Array.from({ length: 500 }, oneTimePassword);
  for (const password of made)
    expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/);
  expect(new Set(made).size).toBe(500);
  expect(weaknessOf(made[0]!, 'canbo')).toBeNull();
});

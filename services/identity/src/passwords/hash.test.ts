import { hash } from '@node-rs/argon2';
import { expect, test } from '@jest/globals';
import { fits, hashPassword, isOutdated } from './hash.ts';

test('a password is the same however its diacritics were typed', async () => {
  const stored = await hashPassword('Bắc Giang mưa to'.normalize('NFD'));
  expect(await fits(stored, 'Bắc Giang mưa to'.normalize('NFC'))).toBe(true);
  expect(await fits(stored, 'Bac Giang mua to')).toBe(false);
});

test('nobody signs in as an account that is not there', async () => {
  expect(await fits(null, 'nobody has this password')).toBe(false);
});

test('a hash with older parameters is outdated, one of today is not', async () => {
  expect(isOutdated(await hash('mật khẩu', { memoryCost: 8192, timeCost: 1 }))).toBe(true);
  expect(isOutdated(await hashPassword('mật khẩu'))).toBe(false);
});

import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits; only its hash is kept, so a copy of the tables opens nothing. */
export function newSecret(prefix = ''): { secret: string; hash: Buffer } {
  const secret = prefix + randomBytes(32).toString('base64url');
  return { secret, hash: secretHash(secret) };
}

/** Random 256 bits need no slow hash: they cannot be guessed. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

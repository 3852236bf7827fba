import { hash, parseOptions, verify } from '@node-rs/argon2';
import { normalPassword } from './password.rules.ts';

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB of memory, two passes, one lane. */
export const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string, options = parameters): Promise<string> {
  return hash(normalPassword(password), options);
}

/** Made with parameters of another day: hash it again while the password is at hand. */
export function isOutdated(passwordHash: string): boolean {
  if (!passwordHash.startsWith('$argon2id$')) return true;
  const { memoryCost, timeCost, parallelism } = parseOptions(passwordHash);
  return (
    memoryCost !== parameters.memoryCost ||
    timeCost !== parameters.timeCost ||
    parallelism !== parameters.parallelism
  );
}

// Somebody who is not there takes as long to refuse as somebody who is.
const nobody = hashPassword('nobody has this password');

/** Does the password fit the hash? Without a hash: no, after the same work. */
export async function fits(passwordHash: string | null, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? (await nobody), normalPassword(password));
  return right && passwordHash !== null;
}

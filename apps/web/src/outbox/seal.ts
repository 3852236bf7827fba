import { outlivesThePage, read, writeFirst } from './device-store.ts';

/** What lies on the device: readable by the account's key on this device alone, and only where it was put. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer } | { open: unknown };

/**
 * One key an account and device. It cannot be read out, not even by our own pages: whoever copies the files of
 * the store has no key that works elsewhere. What that does not protect from is said in decision 0081.
 */
async function keyOf(accountId: string): Promise<CryptoKey> {
  const known = await read<CryptoKey>('keys', accountId);
  if (known) return known;
  const algorithm = { name: 'AES-GCM', length: 256 };
  const made = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
  return (await writeFirst('keys', accountId, made))
    ? made
    : (await read<CryptoKey>('keys', accountId))!;
}

/** Bound to whom it belongs and where it lies: moved under another name it does not open. */
const algorithm = (accountId: string, place: string, iv: BufferSource) => ({
  ...{ name: 'AES-GCM', iv },
  additionalData: new TextEncoder().encode(`${accountId}\n${place}`),
});

export async function sealBytes(
  accountId: string,
  place: string,
  bytes: BufferSource,
): Promise<Sealed> {
  // In memory alone there is nothing at rest.
  if (!outlivesThePage()) return { open: bytes };
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyOf(accountId);
  return { iv, data: await crypto.subtle.encrypt(algorithm(accountId, place, iv), key, bytes) };
}

export async function openBytes(
  accountId: string,
  place: string,
  sealed: Sealed,
): Promise<BufferSource> {
  if ('open' in sealed) return sealed.open as BufferSource;
  const { iv, data } = sealed;
  const key = await keyOf(accountId);
  return crypto.subtle.decrypt(algorithm(accountId, place, iv), key, data);
}

export const seal = (accountId: string, place: string, value: unknown) =>
  sealBytes(accountId, place, new TextEncoder().encode(JSON.stringify(value)));

export async function unseal<T>(accountId: string, place: string, sealed: Sealed): Promise<T> {
  const bytes = await openBytes(accountId, place, sealed);
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}

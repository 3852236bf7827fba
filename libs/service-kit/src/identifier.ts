import { createHash } from 'node:crypto';

/**
 * The id that always follows from the text (RFC 9562 version 8: a digest in the shape of a UUID): a command that
 * is repeated names again what it made. It says nothing about time and gives the text not away.
 */
export function idFrom(text: string): string {
  const digest = createHash('sha256').update(text).digest();
  digest[6] = (digest[6]! & 0x0f) | 0x80;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

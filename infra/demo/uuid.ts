import { createHash } from 'node:crypto';

/** A UUIDv7 whose time part is the given day and whose rest follows from the name: fixed on every run. */
export function uuidOf(day: string, name: string): string {
  const time = Date.parse(`${day}T00:00:00Z`).toString(16).padStart(12, '0');
  const hash = createHash('sha256').update(`antt-demo/${name}`).digest('hex');
  const variant = ((Number.parseInt(hash[3]!, 16) & 3) | 8).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hash.slice(0, 3)}`,
    `${variant}${hash.slice(4, 7)}`,
    hash.slice(7, 19),
  ].join('-');
}

import type vi from './vi.json';

/** Every text the interface can show, by its key in vi.json. */
export type MessageId = keyof typeof vi;

import type frame from './frame.vi.json';
import type pages from './vi.json';

/** Every text the interface can show, by its key. */
export type MessageId = keyof typeof frame | keyof typeof pages;

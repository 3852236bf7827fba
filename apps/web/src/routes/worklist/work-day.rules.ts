import type { AnyWorkKind } from './use-work.ts';

const termed = new Set<AnyWorkKind>(['recruitment-due', 'claim-due', 'document-expiring']);

/** Whether the day of such work is a term that runs out, not the day since which something is wrong. */
export const isTermed = (kind: AnyWorkKind): boolean => termed.has(kind);

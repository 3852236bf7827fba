import type { ReportValue } from '@antt/contracts';
import { newId } from '../../new-id.ts';

/**
 * What is filled in on this device and not sent yet. The id is of the sending to come: whatever sends it, now or after a
 * time without a connection, sends it once.
 */
export type Draft = { id: string; follows: number; values: ReportValue[]; reason: string };

const keyOf = (accountId: string, periodId: string, senderId: string) =>
  `antt.report.${accountId}.${periodId}.${senderId}`;

export type DraftPlace = { accountId: string; periodId: string; senderId: string };

export function newDraft(follows: number, values: ReportValue[]): Draft {
  return { id: newId(), follows, values, reason: '' };
}

export function readDraft({ accountId, periodId, senderId }: DraftPlace): Draft | null {
  try {
    const kept = localStorage.getItem(keyOf(accountId, periodId, senderId));
    return kept ? (JSON.parse(kept) as Draft) : null;
  } catch {
    return null;
  }
}

/** A device without room keeps nothing; what is on the screen stays there. */
export function keepDraft({ accountId, periodId, senderId }: DraftPlace, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(accountId, periodId, senderId), JSON.stringify(draft));
  } catch {
    // the report can still be sent
  }
}

export function dropDraft({ accountId, periodId, senderId }: DraftPlace): void {
  localStorage.removeItem(keyOf(accountId, periodId, senderId));
}

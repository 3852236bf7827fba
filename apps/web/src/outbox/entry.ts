import type { recordIncident, sendReport } from '@antt/contracts';
import type { ProblemBody } from '@antt/kernel';
import type { Question } from '../api.ts';

/**
 * `draft`: being written; `waiting`: to be sent when it can be; `sending`: a tab is at it; `refused`: the server
 * said no, and somebody has to amend or discard it. What was sent is no entry any more.
 */
export type EntryState = 'draft' | 'waiting' | 'sending' | 'refused';

export type KeptPhoto = { id: string; name: string; type: string };

type Sending =
  | { kind: 'report'; command: Question<typeof sendReport> }
  | {
      kind: 'incident';
      command: Question<typeof recordIncident>;
      /** The form as it stands, of which the command is made when it is sent. */
      fields: Record<string, unknown>;
      files: KeptPhoto[];
      /** The record is at the server; what is left are photos. */
      isRecorded: boolean;
      /** It is there as it was first sent: what was amended afterwards is a matter for a correction. */
      isOtherwise?: boolean;
    };

export type EntryKind = Sending['kind'];

/** Something written on this device and not yet known to have reached the server. */
export type Entry = Sending & {
  /** One entry for one thing of one account: writing on goes over it. */
  key: string;
  accountId: string;
  state: EntryState;
  /** What it is about, as it stands in the list: the Tổ, the kind of record. */
  title: string;
  note: string;
  /** What it says, in words, so that it can be read and printed without the server. */
  lines: { label: string; value: string }[];
  madeAt: string;
  changedAt: string;
  /** How often the server or the way to it failed since it waits. */
  attempts: number;
  /** Why it is not sent yet, or was refused. */
  problem: ProblemBody | null;
};
export type EntryOf<Kind extends EntryKind> = Extract<Entry, { kind: Kind }>;

export const entryKey = (accountId: string, kind: EntryKind, place: string) =>
  `${accountId} ${kind} ${place}`;

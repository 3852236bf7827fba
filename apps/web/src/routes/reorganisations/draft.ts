import type { Level, Unit } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

/** What can be done to units without a file. */
export const shapes = [
  'merge',
  'split',
  'transfer',
  'change',
  'found',
  'dissolve',
  'abolish',
] as const;
export type Shape = (typeof shapes)[number];

/** A unit that stands on the eve of the act. */
export type OldUnit = Pick<
  Unit,
  'id' | 'level' | 'kind' | 'code' | 'list' | 'name' | 'parentId'
> & {
  parentName: string | null;
  parentKind: Unit['kind'] | null;
};

/** What a unit becomes: one that begins, or one that goes on. */
export type NewUnit = {
  /** Of a unit that begins: made here; of one that goes on: its own. */
  id: string;
  goesOn: OldUnit | null;
  kind: Unit['kind'] | null;
  name: string;
  code: string;
  households: number | null;
  /** Its part of a divided unit, in the measure of the draft. */
  part: number | null;
};

/** A unit below a divided one, and where it goes. */
export type Child = { id: string; kind: Unit['kind']; name: string };

export const measures = ['households', 'population', 'area-km2', 'percent'] as const;
export type Measure = (typeof measures)[number];

/** An act as it is being written down; kept in the session, so that a reload loses nothing. */
export type Draft = {
  id: string;
  shape: Shape | null;
  level: Extract<Level, 'commune' | 'village' | 'district'>;
  on: PlainDate | null;
  instrumentId: string | null;
  title: string;
  old: OldUnit[];
  next: NewUnit[];
  /** What the parts of a divided unit are counted in, and how much the whole of it is. */
  measure: Measure;
  whole: number | null;
  /** Where each unit below a divided one goes; what is not said follows the largest part. */
  children: Child[];
  places: Record<string, string>;
  /** The unit above a founded one, or the area in which a level is abolished. */
  parent: { id: string; name: string } | null;
};

export const newDraft = (id: string): Draft => ({
  id,
  shape: null,
  level: 'village',
  on: null,
  instrumentId: null,
  title: '',
  old: [],
  next: [],
  measure: 'households',
  whole: null,
  children: [],
  places: {},
  parent: null,
});

const key = 'antt.reorganisation-draft';

export function keptDraft(): Draft | null {
  try {
    const kept = sessionStorage.getItem(key);
    return kept ? (JSON.parse(kept) as Draft) : null;
  } catch {
    return null;
  }
}

export function keepDraft(draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(key, JSON.stringify(draft));
    else sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing: the draft lives as long as the page.
  }
}

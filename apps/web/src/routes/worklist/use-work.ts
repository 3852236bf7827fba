import {
  getPeopleWork,
  getWorklist,
  listPeopleWork,
  listWork,
  type PeopleWorkEntry,
  type PeopleWorkItem,
  PeopleWorkKind,
  type WorkEntry,
  type WorkItem,
  WorkKind,
} from '@antt/contracts';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { useDay } from '../../day.ts';

export type AnyWorkKind = WorkKind | PeopleWorkKind;
export type AnyWorkItem = WorkItem | PeopleWorkItem;
export type AnyWorkEntry = WorkEntry | PeopleWorkEntry;

/** The list that keeps a kind of work: each service counts and lists its own. */
export function listOf(kind: string | undefined) {
  const ofUnits = WorkKind.safeParse(kind);
  if (ofUnits.success)
    return {
      of: 'units',
      kind: ofUnits.data,
      operation: listWork,
      path: `/worklist/${ofUnits.data}`,
    } as const;
  const ofPeople = PeopleWorkKind.safeParse(kind);
  return ofPeople.success
    ? ({
        of: 'people',
        kind: ofPeople.data,
        operation: listPeopleWork,
        path: `/people/worklist/${ofPeople.data}`,
      } as const)
    : null;
}

type Asked = {
  enabled?: boolean;
  /** A unit; without one the chosen area. */
  of?: string | undefined;
};

/** What is due, wrong or waiting in the chosen area on the chosen day, of units and of people. */
export function useWork({ enabled = true, of }: Asked = {}) {
  const { on } = useDay();
  const { within: area } = useArea();
  const within = of ?? area;
  const units = useAnswer(getWorklist, { on, within }, { keep: true, enabled });
  const people = useAnswer(getPeopleWork, { on, within }, { keep: true, enabled });
  const entries: AnyWorkEntry[] = [...(units.data?.entries ?? []), ...(people.data?.entries ?? [])];
  return {
    entries,
    isPending: units.isPending || people.isPending,
    /** What one of the two could not say; the other one's entries are there. */
    error: units.error ?? people.error,
    refetch: () => Promise.all([units.refetch(), people.refetch()]),
  };
}

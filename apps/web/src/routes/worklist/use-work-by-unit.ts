import {
  countPeopleWorkByUnit,
  countWorkByUnit,
  type Level,
  type WorkByUnit,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { useMemo } from 'react';
import { useAnswer } from '../../answer.ts';
import { type AnyWorkKind, listOf } from './use-work.ts';

type Question = {
  on: PlainDate;
  within: string | undefined;
  level: Level;
  /** All kinds without one. */
  kind: AnyWorkKind | undefined;
  enabled: boolean;
};

export type WorkCounts = { byUnit: ReadonlyMap<string, number>; total: number };

/** How much work waits in each unit of a level, of units and of people together; null while it is not known. */
export function useWorkByUnit({ kind, enabled, ...asked }: Question) {
  const list = listOf(kind);
  const ofUnits = list?.of === 'units' ? list.kind : undefined;
  const ofPeople = list?.of === 'people' ? list.kind : undefined;
  // The counts of communes are none of provinces.
  const keep = (before: unknown) => (before as { level?: Level }).level === asked.level;
  const asks = { units: enabled && !ofPeople, people: enabled && !ofUnits };
  const units = useAnswer(
    countWorkByUnit,
    { ...asked, kind: ofUnits },
    { keep, enabled: asks.units },
  );
  const people = useAnswer(
    countPeopleWorkByUnit,
    { ...asked, kind: ofPeople },
    { keep, enabled: asks.people },
  );
  const answers = [...(asks.units ? [units] : []), ...(asks.people ? [people] : [])];
  const [first, second] = answers.map(({ data }) => data);
  const counts = useMemo(() => {
    const parts = [first, second].slice(0, answers.length);
    return parts.length > 0 && parts.every((part) => part !== undefined) ? added(parts) : null;
  }, [first, second, answers.length]);
  return {
    counts,
    isBusy: answers.some(({ isPending, isPlaceholderData }) => isPending || isPlaceholderData),
    error: answers.find(({ error }) => error)?.error ?? null,
    refetch: () => Promise.all(answers.map((answer) => answer.refetch())),
  };
}

function added(parts: readonly WorkByUnit[]): WorkCounts {
  const byUnit = new Map<string, number>();
  for (const { unitId, count } of parts.flatMap(({ items }) => items)) {
    byUnit.set(unitId, (byUnit.get(unitId) ?? 0) + count);
  }
  return { byUnit, total: parts.reduce((sum, { total }) => sum + total, 0) };
}

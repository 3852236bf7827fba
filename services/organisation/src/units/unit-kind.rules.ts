import { type Level, problem, type UnitKind } from '@antt/contracts';
import { kindsOf, type PlainDate } from '@antt/kernel';

type Kinded = { name: string; level: Level; kind: UnitKind };

/** A commune is no huyện, and no thị trấn since 1 July 2025: a unit is given a kind of its level and of the day. */
export function assertKindOfLevel({ name, level, kind }: Kinded, on: PlainDate): void {
  const allowed = kindsOf(level, on);
  if (allowed.includes(kind)) return;
  const type = kindsOf(level).includes(kind) ? 'unit-kind-not-of-day' : 'unit-kind-not-of-level';
  throw problem(type, { name, kind, level, allowed: allowed.join(', ') || '–', on });
}

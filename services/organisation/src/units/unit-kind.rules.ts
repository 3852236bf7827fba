import { type Level, problem, type UnitKind } from '@antt/contracts';
import { kindsOf, type PlainDate } from '@antt/kernel';

type Kinded = { name: string; level: Level; kind: UnitKind };

/** A commune is no huyện: whoever gives a unit its kind chooses one of its level. */
export function assertKindOfLevel({ name, level, kind }: Kinded, on: PlainDate): void {
  const allowed = kindsOf(level);
  if (allowed.includes(kind)) return;
  throw problem('unit-kind-not-of-level', { name, kind, level, allowed, on });
}

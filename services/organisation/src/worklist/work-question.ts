import { Gap, holds, WorkKind, workRights } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { currentPrincipal, reach, sql } from '@antt/service-kit';
import { openGaps } from '../gaps/open-gaps.ts';

const isGap = (kind: WorkKind): kind is Gap => Gap.safeParse(kind).success;
const gapWork = (kind: Gap) =>
  `select 'unit' as noun, unit_id as id, unit_id, since from (\n${openGaps}\n) gap where kind = '${kind}'`;
const questions = Object.fromEntries(
  WorkKind.options.map((kind) => [
    kind,
    isGap(kind) ? gapWork(kind) : sql(import.meta.url, `./${kind}.sql`).trimEnd(),
  ]),
) as Record<WorkKind, string>;

/** A kind's own question in a wrapper. A function: a `$1` of the question is no group of a pattern. */
export const around = (wrapper: string, kind: WorkKind): string =>
  wrapper.replace('/* work */', () => `\n${questions[kind]}\n`);

/** The question for the gaps of several kinds in a wrapper. */
export const aroundGaps = (wrapper: string): string =>
  wrapper.replace('/* gaps */', () => `\n${openGaps}\n`);

export type Reach = [on: PlainDate, scope: string[] | null, within: string[] | null];

/** Where the asker sees a kind of work. */
export function reachOf(
  kind: WorkKind,
  { on, within }: { on: PlainDate; within?: string | undefined },
): Reach {
  const { scope, within: roots } = reach(workRights[kind].seenBy, {
    on,
    ...(within ? { within } : {}),
  });
  return [on, scope, roots];
}

/** The kinds that the asker sees somewhere. */
export const seenKinds = (): WorkKind[] =>
  WorkKind.options.filter((kind) => holds(currentPrincipal(), workRights[kind].seenBy));

/** Gaps are all found by one question, or by one for each area that a permission reaches; the rest one by one. */
export function together(
  kinds: readonly WorkKind[],
  question: { on: PlainDate; within?: string | undefined },
): { gaps: { reach: Reach; kinds: Gap[] }[]; others: { reach: Reach; kind: WorkKind }[] } {
  const byReach = new Map<string, { reach: Reach; kinds: Gap[] }>();
  const others: { reach: Reach; kind: WorkKind }[] = [];
  for (const kind of kinds) {
    const own = reachOf(kind, question);
    if (!isGap(kind)) {
      others.push({ reach: own, kind });
      continue;
    }
    const key = JSON.stringify(own);
    const before = byReach.get(key)?.kinds ?? [];
    byReach.set(key, { reach: own, kinds: [...before, kind] });
  }
  return { gaps: [...byReach.values()], others };
}

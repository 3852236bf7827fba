import { findUnits, followUnits, placeUnits } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { Handles, messagingTables, type Service } from '@antt/service-kit';
import { Controller, Module } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';

type Parent = { parentId: string; from: string; to: string | null };
type Unit = { id: string; name: string; code: string; parents: Parent[] };

const units = new Map<string, Unit>();

/** For tests: a unit that the stand-in for the organisation service knows, below a parent for some days. */
export function unit(
  name: string,
  parentId: string | null = null,
  { from = '2024-01-01', to = null as string | null } = {},
): string {
  const id = randomUUID();
  const parents = parentId ? [{ parentId, from, to }] : [];
  units.set(id, { id, name, code: id.slice(0, 8), parents });
  return id;
}

/** From a day on the unit lies below another one. */
export function moved(unitId: string, parentId: string, on: string): void {
  const { parents } = units.get(unitId)!;
  parents.at(-1)!.to = on;
  parents.push({ parentId, from: on, to: null });
}

/** What sets of units become by an act, as the test has it. */
export const acts = new Map<
  string,
  (unitIds: string[]) => Omit<Output<typeof followUnits>['items'][number], 'key'> | null
>();

/** How often it was asked where units lie. */
export const asked: Input<typeof placeUnits>[] = [];

function isBelow(id: string, roots: readonly string[], on: string): boolean {
  if (roots.includes(id)) return true;
  const parent = units
    .get(id)
    ?.parents.find(({ from, to }) => from <= on && (to === null || on < to));
  return parent ? isBelow(parent.parentId, roots, on) : false;
}

@Controller()
class PlaceController {
  @Handles(placeUnits)
  place(question: Input<typeof placeUnits>) {
    asked.push(question);
    const { unitIds, roots, on } = question;
    const known = unitIds.filter((id) => units.has(id));
    return {
      within: known.filter((id) => roots === 'all' || isBelow(id, roots, on)),
      names: Object.fromEntries(known.map((id) => [id, units.get(id)!.name])),
      kinds: Object.fromEntries(known.map((id) => [id, 'xã' as const])),
    };
  }

  @Handles(followUnits)
  follow({ reorganisationId, groups }: Input<typeof followUnits>) {
    return {
      items: groups.flatMap(({ key, unitIds }) => {
        const become = acts.get(reorganisationId)?.(unitIds);
        return become ? [{ key, ...become }] : [];
      }),
    };
  }

  @Handles(findUnits)
  find({ keys }: Input<typeof findUnits>) {
    const byCode = new Map([...units.values()].map(({ id, code }) => [code, id]));
    return { ids: keys.map(({ code }) => byCode.get(code) ?? null) };
  }
}

@Module({ controllers: [PlaceController] })
class OrganisationModule {}

class MessagesOnly1 {
  name = 'MessagesOnly1760000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of messagingTables) await runner.query(statement);
  }

  async down(): Promise<void> {}
}

/**
 * For tests: answers where units lie, from a tree that the test grows. Services do not import one another, so
 * the real one is met where the whole platform runs.
 */
export const organisation: Service = {
  name: 'organisation',
  module: OrganisationModule,
  entities: [],
  migrations: [MessagesOnly1],
};

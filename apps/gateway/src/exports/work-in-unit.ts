import {
  countPeopleWorkByUnit,
  countWorkByUnit,
  type Coverage,
  type Measured,
  PeopleWorkKind,
  WorkKind,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import type { Client, Context } from '@antt/service-kit';
import { z } from 'zod';
import { valueText } from './list-value.ts';

/** A kind of work, whichever service keeps it. */
export const AnyWorkKind = z.union([WorkKind, PeopleWorkKind]);
export type AnyWorkKind = z.infer<typeof AnyWorkKind>;

type Question = Omit<Input<typeof countWorkByUnit>, 'kind'> & { work?: AnyWorkKind | undefined };

/** Units with the work that waits in them, of one kind or of all that the asker sees. */
export async function withWork(
  client: Client,
  items: readonly Coverage[],
  { work, ...asked }: Question,
  context: Partial<Context>,
): Promise<Measured[]> {
  const ofUnits = WorkKind.safeParse(work).data;
  const ofPeople = PeopleWorkKind.safeParse(work).data;
  const answers = await Promise.all([
    ...(ofPeople
      ? []
      : [client.call(countWorkByUnit, { ...asked, ...(ofUnits && { kind: ofUnits }) }, context)]),
    ...(ofUnits
      ? []
      : [
          client.call(
            countPeopleWorkByUnit,
            { ...asked, ...(ofPeople && { kind: ofPeople }) },
            context,
          ),
        ]),
  ]);
  const waits = new Map<string, number>();
  for (const { unitId, count } of answers.flatMap((answer) => answer.items)) {
    waits.set(unitId, (waits.get(unitId) ?? 0) + count);
  }
  return items.map((row) => ({ ...row, work: waits.get(row.unit.id) ?? 0 }));
}

/** What a kind of work is called on papers. */
export function workName(kind: AnyWorkKind): string {
  const names = {
    ...valueText['/worklist/:kind.kind'],
    ...valueText['/people/worklist/:kind.kind'],
  };
  return names[kind] ?? kind;
}

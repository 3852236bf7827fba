import {
  parameters,
  type PolicyDocument,
  type PolicyFault,
  type PolicyInstrument,
  problem,
} from '@antt/contracts';
import { today } from '@antt/kernel';
import { currentPrincipal } from '@antt/service-kit';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { parametersOf } from '../settings/parameter-of.ts';
import { valuesOf } from './policy-fault.rules.ts';

/** A value that somebody compared with an instrument, as it stood then. */
export type Confirmed = {
  path: string;
  value: unknown;
  instrumentId: string;
  by: string;
  at: string;
};

export function confirmed(db: EntityManager, id: string): Promise<Confirmed[]> {
  return db.query(
    `select path, value, instrument_id as "instrumentId", by, to_json(at) #>> '{}' as at from policy_confirmation where policy_id = $1`,
    [id],
  );
}

/** Confirmations of values that still are what was confirmed. */
export function standing(
  document: PolicyDocument,
  confirmations: readonly Confirmed[],
): Confirmed[] {
  const values = new Map(valuesOf(document).map(({ path, value }) => [path, plain(value)]));
  return confirmations.filter(({ path, value }) => isDeepStrictEqual(values.get(path), value));
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

export function unconfirmed(
  document: PolicyDocument,
  confirmations: readonly Confirmed[],
  { id, number }: PolicyInstrument,
): PolicyFault[] {
  const by = standing(document, confirmations).filter(({ instrumentId }) => instrumentId === id);
  const paths = new Set(by.map(({ path }) => path));
  return valuesOf(document)
    .filter(({ path }) => !paths.has(path))
    .map(({ path }) => ({ code: 'not-confirmed', path, about: number }));
}

/** Accounts that wrote values of a draft, by path. */
type Writers = Record<string, string>;

async function writersOf(db: EntityManager, id: string): Promise<Writers> {
  const [{ written }]: [{ written: Writers }] = await db.query(
    'select written from policy where id = $1',
    [id],
  );
  return written;
}

/** Whoever writes a draft wrote what stands there otherwise than before. */
export async function noteWriter(
  tx: EntityManager,
  id: string,
  { before, after }: { before: PolicyDocument | null; after: PolicyDocument },
): Promise<void> {
  const { accountId } = currentPrincipal();
  const known = await writersOf(tx, id);
  const old = new Map(
    (before ? valuesOf(before) : []).map(({ path, value }) => [path, plain(value)]),
  );
  const written = valuesOf(after).flatMap(({ path, value }) => {
    const stays = old.has(path) && isDeepStrictEqual(old.get(path), plain(value));
    const writer = stays ? known[path] : accountId;
    return writer ? [[path, writer] as const] : [];
  });
  await tx.query('update policy set written = $2 where id = $1', [
    id,
    JSON.stringify(Object.fromEntries(written)),
  ]);
}

/** Refuses somebody's word for what they wrote themselves, where a province of the policy asks for another's. */
export async function assertByAnother(
  tx: EntityManager,
  { id, units, paths }: { id: string; units: readonly string[]; paths: readonly string[] },
): Promise<void> {
  const asked =
    units.length > 0
      ? [...(await parametersOf(tx, 'values-confirmed-by-another', units, today())).values()]
      : [parameters['values-confirmed-by-another'].byDefault];
  if (!asked.includes(true)) return;
  const { accountId } = currentPrincipal();
  const written = await writersOf(tx, id);
  const path = paths.find((each) => written[each] === accountId);
  if (path !== undefined) throw problem('policy-is-confirmed-by-another', { id, path });
}

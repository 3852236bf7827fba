import type { PolicyDocument, PolicyFault, PolicyInstrument } from '@antt/contracts';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
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

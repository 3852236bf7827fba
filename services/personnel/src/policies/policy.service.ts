import {
  type adoptPolicy,
  type changePolicy,
  type confirmPolicy,
  getInstrument,
  type getPolicy,
  type listPolicies,
  listTags,
  type Policy,
  policyAdopted,
  policyChanged,
  policyConfirmed,
  type PolicyDocument,
  type PolicyFault,
  type PolicyInstrument,
  policyRecorded,
  type PolicyRow,
  policyWithdrawn,
  problem,
  type recordPolicy,
  type withdrawPolicy,
} from '@antt/contracts';
import { addDays, type Input, type Output, type PlainDate, today } from '@antt/kernel';
import {
  assertEverywhere,
  assertInside,
  Client,
  currentPrincipal,
  publish,
  sameAgain,
  sql,
} from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { peopleScope } from '../people/person-scope.ts';
import { knownRates, ratesOf } from '../rate-tables/rates-of.ts';
import { assertByAnother, confirmed, noteWriter, standing, unconfirmed } from './confirmation.ts';
import { faultsOf, valuesOf } from './policy-fault.rules.ts';
import { paidTwice } from './paid-twice.ts';
import { PolicyEntity } from './policy.entity.ts';

const listSql = sql(import.meta.url, './list-policies.sql');

type Listed = Omit<PolicyRow, 'name' | 'certainty' | 'lines'> & {
  document: PolicyDocument;
  sortKey: string;
  total: number;
};

/** What provinces pay by: drafts, the confirmation of their values, adoption. */
@Injectable()
export class PolicyService {
  constructor(
    private readonly db: EntityManager,
    private readonly client: Client,
  ) {}

  async list(question: Input<typeof listPolicies>): Promise<Output<typeof listPolicies>> {
    const { on, status, cursor, limit } = question;
    const scope = await peopleScope(this.db, 'policy.read', today());
    const values = [on ?? null, status ?? null, null, scope, cursor ?? null, limit];
    const rows: Listed[] = await this.db.query(listSql, values);
    return {
      items: rows.map(rowOf),
      nextCursor: rows.length === limit ? rows.at(-1)!.sortKey : null,
      total: rows[0]?.total ?? 0,
    };
  }

  async get({ id }: Input<typeof getPolicy>): Promise<Output<typeof getPolicy>> {
    const scope = await peopleScope(this.db, 'policy.read', today());
    const [found]: Listed[] = await this.db.query(listSql, [null, null, id, scope, null, 1]);
    if (!found) throw problem('policy-not-found', { id });
    const confirmations = await confirmed(this.db, id);
    const { document, status, validFrom } = found;
    const faults =
      status === 'draft' ? await this.faults(this.db, document, validFrom ?? firstOfMonth()) : [];
    return {
      ...rowOf(found),
      document,
      faults,
      confirmations: standing(document, confirmations)
        .filter(({ instrumentId }) => instrumentId === found.instrument?.id)
        .map(({ path, by, at }) => ({
          path,
          by,
          at,
        })),
    };
  }

  record(command: Input<typeof recordPolicy>): Promise<Policy> {
    return this.write(command, async (tx, content) => {
      const known = await tx.findOneBy(PolicyEntity, { id: command.id });
      if (known) return sameAgain(policyOf(known), content);
      const drafted = { status: 'draft', validFrom: null, validTo: null, adoptedBy: null } as const;
      const policy: Policy = { ...content, ...drafted };
      await tx.insert(PolicyEntity, { ...policy, instrumentId: command.instrumentId } as never);
      await noteWriter(tx, policy.id, { before: null, after: policy.document });
      await publish(tx, policyRecorded, told(policy));
      return policy;
    });
  }

  change(command: Input<typeof changePolicy>): Promise<Policy> {
    return this.write(command, async (tx, content) => {
      const draft = await this.locked(tx, command.id);
      await assertUnits(tx, draft.units, today());
      if (draft.status !== 'draft')
        throw problem('policy-is-no-draft', { id: draft.id, status: draft.status });
      const changed: Policy = { ...draft, ...content };
      const { id, ...row } = content;
      await tx.update(PolicyEntity, { id }, {
        ...row,
        instrumentId: command.instrumentId,
      } as never);
      await noteWriter(tx, id, { before: draft.document, after: changed.document });
      await publish(tx, policyChanged, told(changed));
      return changed;
    });
  }

  /** A named person says that values stand in the instrument, which must be there to be read. */
  confirm({ id, paths }: Input<typeof confirmPolicy>): Promise<Output<typeof confirmPolicy>> {
    return this.db.transaction(async (tx) => {
      const { document, status, instrument, units } = await this.locked(tx, id);
      await assertUnits(tx, units, today());
      if (status !== 'draft') throw problem('policy-is-no-draft', { id, status });
      if (!instrument) throw problem('adopted-policy-cites-an-instrument', { id });
      const { files } = await this.client.call(getInstrument, { id: instrument.id });
      if (files.length === 0)
        throw problem('instrument-has-no-file', { number: instrument.number });
      const values = new Map(valuesOf(document).map(({ path, value }) => [path, value]));
      const by = currentPrincipal().username;
      for (const path of paths) {
        if (!values.has(path)) throw problem('policy-value-unknown', { id, path });
      }
      await assertByAnother(tx, { id, units, paths });
      for (const path of paths) {
        await tx.query(
          `insert into policy_confirmation (policy_id, path, value, instrument_id, by)
           values ($1, $2, $3, $4, $5)
           on conflict (policy_id, path) do update
             set value = excluded.value, instrument_id = excluded.instrument_id, by = excluded.by,
                 at = clock_timestamp()`,
          [id, path, JSON.stringify(values.get(path)), instrument.id, by],
        );
      }
      await publish(tx, policyConfirmed, { id, paths });
      return { confirmed: paths.length };
    });
  }

  adopt({ id, validFrom, ends }: Input<typeof adoptPolicy>): Promise<Policy> {
    return this.db.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('policy'))`);
      const draft = await this.locked(tx, id);
      if (draft.status === 'adopted' && draft.validFrom === validFrom) return draft;
      if (draft.status !== 'draft')
        throw problem('policy-is-no-draft', { id, status: draft.status });
      await assertUnits(tx, draft.units, validFrom);
      const { instrument, document } = draft;
      if (!instrument) throw problem('adopted-policy-cites-an-instrument', { id });
      const paper = await this.client.call(getInstrument, { id: instrument.id });
      if (
        paper.status !== 'final' ||
        (paper.effectiveTo !== null && paper.effectiveTo <= validFrom)
      ) {
        throw problem('policy-instrument-not-in-force', { number: paper.number, on: validFrom });
      }
      for (const other of ends) {
        const { status } = await this.locked(tx, other);
        if (status === 'adopted' && other !== id) await this.end(tx, other, validFrom);
      }
      const faults = [
        ...(await this.faults(tx, document, validFrom)),
        ...unconfirmed(document, await confirmed(tx, id), instrument),
        ...(await paidTwice(tx, draft, validFrom)),
      ];
      if (faults.length > 0) throw problem('policy-has-faults', { id, faults });
      const adoptedBy = currentPrincipal().username;
      await tx.update(PolicyEntity, { id }, { status: 'adopted', validFrom, adoptedBy });
      const adopted: Policy = { ...draft, status: 'adopted', validFrom, adoptedBy };
      await publish(tx, policyAdopted, told(adopted));
      return adopted;
    });
  }

  withdraw({ id, on }: Input<typeof withdrawPolicy>): Promise<Policy> {
    return this.db.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('policy'))`);
      return this.end(tx, id, on);
    });
  }

  private async end(tx: EntityManager, id: string, on: PlainDate): Promise<Policy> {
    const policy = await this.locked(tx, id);
    await assertUnits(tx, policy.units, today());
    const { status, validFrom, validTo } = policy;
    // what has ended by then is not made longer
    if (status === 'withdrawn' || (validTo !== null && validTo <= on)) return policy;
    const ends = status === 'adopted' && validFrom! < on;
    const change = ends ? { validTo: on } : { status: 'withdrawn' as const };
    await tx.update(PolicyEntity, { id }, change);
    const ended: Policy = { ...policy, ...change };
    await publish(tx, policyWithdrawn, told(ended));
    return ended;
  }

  private async write(
    command: Input<typeof recordPolicy>,
    act: (
      tx: EntityManager,
      content: Pick<Policy, 'id' | 'instrument' | 'units' | 'document'>,
    ) => Promise<Policy>,
  ): Promise<Policy> {
    const { id, instrumentId, units, document } = command;
    const paper = instrumentId ? await this.client.call(getInstrument, { id: instrumentId }) : null;
    const instrument: PolicyInstrument | null = paper && {
      id: paper.id,
      number: paper.number,
      issuer: paper.issuer,
      signedOn: paper.signedOn,
    };
    return this.db.transaction(async (tx) => {
      await assertUnits(tx, units, today());
      return act(tx, { id, instrument, units, document });
    });
  }

  private async locked(tx: EntityManager, id: string): Promise<Policy> {
    const found = await tx.findOne(PolicyEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!found) throw problem('policy-not-found', { id });
    return policyOf(found);
  }

  private async faults(
    db: EntityManager,
    document: PolicyDocument,
    validFrom: PlainDate,
  ): Promise<PolicyFault[]> {
    const rates = await ratesOf(db, validFrom, addDays(validFrom, 1));
    const { items: tags } = await this.client.call(listTags, {});
    return faultsOf(document, {
      rates: knownRates(rates, validFrom),
      tags: new Set(tags.map(({ code }) => code)),
      validFrom,
    });
  }
}

const firstOfMonth = () => `${today().slice(0, 7)}-01`;

function policyOf({ instrumentId: _, recordedAt: __, ...policy }: PolicyEntity): Policy {
  return policy;
}

function rowOf({ sortKey: _, total: __, document, ...row }: Listed): PolicyRow {
  return {
    ...row,
    name: document.name,
    certainty: document.certainty,
    lines: document.lines.length,
  };
}

function told({ document, ...policy }: Policy) {
  return { ...policy, name: document.name };
}

/** Everywhere is for who answers for all of the installation. */
async function assertUnits(
  tx: EntityManager,
  units: readonly string[],
  on: PlainDate,
): Promise<void> {
  if (units.length === 0) assertEverywhere('policy.write', on);
  else await assertInside(tx, 'policy.write', [...units], on);
}

import {
  type adoptCriteria,
  type Criteria,
  criteriaAdopted,
  criteriaChanged,
  type CriteriaDocument,
  criteriaRecorded,
  type CriteriaRow,
  criteriaWithdrawn,
  type getCriteria,
  type listCriteria,
  problem,
  type recordCriteria,
  type withdrawCriteria,
} from '@antt/contracts';
import { type Input, type Output, type PlainDate, today } from '@antt/kernel';
import { currentScope, publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { instrumentInForce } from '../instruments/standing-instrument.ts';
import { assertGoverns } from './criteria-scope.ts';
import { CriteriaEntity, CriteriaUnitEntity } from './criteria.entity.ts';
import { assertSound } from './reading.rules.ts';

const listSql = sql(import.meta.url, './list-criteria.sql');
const overlapSql = sql(import.meta.url, './criteria-overlap.sql');

type Listed = CriteriaRow & { document: CriteriaDocument; sort_key: string; total: number };

@Injectable()
export class CriteriaService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listCriteria>): Promise<Output<typeof listCriteria>> {
    const { on, status, cursor, limit } = question;
    const values = [on ?? null, status ?? null, null, cursor ?? null, limit];
    const rows: Listed[] = await this.db.query(listSql, values);
    return {
      items: rows.map(({ document, ...row }) => rowOf(row, document)),
      nextCursor: rows.length === limit ? rows.at(-1)!.sort_key : null,
      total: rows[0]?.total ?? 0,
    };
  }

  async get({ id }: Input<typeof getCriteria>): Promise<Output<typeof getCriteria>> {
    const [found]: Listed[] = await this.db.query(listSql, [null, null, id, null, 1]);
    if (!found) throw problem('criteria-not-found', { id });
    const { document, ...row } = found;
    return { ...rowOf(row, document), document };
  }

  record(command: Input<typeof recordCriteria>): Promise<Criteria> {
    assertSound(command.document);
    return this.db.transaction(async (tx) => {
      const known = await findCriteria(tx, command.id);
      const content = ownContent(command);
      if (known) return sameAgain(known, content);
      await assertGoverns(tx, content);
      const { units, ...row } = content;
      const dated = { status: 'draft', validFrom: null, validTo: null } as const;
      await tx.insert(CriteriaEntity, { ...row, ...dated });
      await writeUnits(tx, command.id, units);
      const recorded: Criteria = { ...content, ...dated };
      await publish(tx, criteriaRecorded, told(recorded));
      return recorded;
    });
  }

  change(command: Input<typeof recordCriteria>): Promise<Criteria> {
    assertSound(command.document);
    return this.db.transaction(async (tx) => {
      const draft = await this.locked(tx, command.id);
      await assertGoverns(tx, draft);
      if (draft.status !== 'draft') throw notADraft(draft);
      const content = ownContent(command);
      await assertGoverns(tx, content);
      const { id, units, ...row } = content;
      await tx.update(CriteriaEntity, { id }, row);
      await writeUnits(tx, id, units);
      const changed: Criteria = { ...draft, ...content };
      await publish(tx, criteriaChanged, told(changed));
      return changed;
    });
  }

  /** Law 30/2023/QH15 Art. 14.3: a resolution in force, and no other criteria for the same villages. */
  adopt({ id, validFrom, ends = [] }: Input<typeof adoptCriteria>): Promise<Criteria> {
    return this.db.transaction(async (tx) => {
      // Two that are adopted at once would not see each other.
      await tx.query(`select pg_advisory_xact_lock(hashtext('criteria'))`);
      const draft = await this.locked(tx, id);
      await assertGoverns(tx, draft, validFrom);
      if (draft.status === 'adopted' && draft.validFrom === validFrom) return draft;
      if (draft.status !== 'draft') throw notADraft(draft);
      if (!draft.instrumentId) throw problem('adopted-criteria-cite-an-instrument', { id });
      const { effectiveTo } = await instrumentInForce(tx, draft.instrumentId, validFrom);
      for (const other of ends) {
        const { validTo } = await this.locked(tx, other);
        if (other !== id && (validTo === null || validTo > validFrom))
          await this.end(tx, other, validFrom);
      }
      const roots = await rootsOf(tx, id);
      const [other] = await tx.query(overlapSql, [id, validFrom, effectiveTo, roots]);
      if (other) {
        const { number: otherNumber, on } = other as { number: string; on: string };
        const { number } = await instrumentInForce(tx, draft.instrumentId, validFrom);
        throw problem('unit-has-one-criteria-a-day', {
          number,
          otherNumber,
          otherId: other.id,
          on,
        });
      }
      await tx.update(CriteriaEntity, { id }, { status: 'adopted', validFrom });
      const adopted: Criteria = { ...draft, status: 'adopted', validFrom };
      await publish(tx, criteriaAdopted, told(adopted));
      return adopted;
    });
  }

  withdraw({ id, on }: Input<typeof withdrawCriteria>): Promise<Criteria> {
    return this.db.transaction((tx) => this.end(tx, id, on));
  }

  /** Adopted criteria end on the day; withdrawn by their first day they have never held. */
  private async end(tx: EntityManager, id: string, on: PlainDate): Promise<Criteria> {
    const standing = await this.locked(tx, id);
    await assertGoverns(tx, standing, standing.validFrom ?? undefined);
    const { status, validFrom, validTo } = standing;
    if (status === 'withdrawn' || (status === 'adopted' && validTo === on)) return standing;
    const ends = status === 'adopted' && validFrom! < on;
    const change = ends ? { validTo: on } : { status: 'withdrawn' as const };
    await tx.update(CriteriaEntity, { id }, change);
    const withdrawn: Criteria = { ...standing, ...change };
    await publish(tx, criteriaWithdrawn, told(withdrawn));
    return withdrawn;
  }

  private async locked(tx: EntityManager, id: string): Promise<Criteria> {
    await tx.query('select 1 from criteria where id = $1 for update', [id]);
    const found = await findCriteria(tx, id);
    if (!found) throw problem('criteria-not-found', { id });
    return found;
  }
}

function rowOf(
  { sort_key: _, total: __, ...row }: Omit<Listed, 'document'>,
  { name, certainty }: CriteriaDocument,
): CriteriaRow {
  return { ...row, name, certainty };
}

/** A draft without units or instrument is its recorder's: it reaches as far as they do. */
function ownContent(command: Input<typeof recordCriteria>) {
  const own = currentScope('criteria.write', today());
  const mine = command.units.length === 0 && command.instrumentId === null && own !== 'all';
  return { ...command, units: [...new Set(mine ? own : command.units)].sort() };
}

function notADraft({ id, status }: Criteria) {
  return problem('criteria-are-no-draft', { id, status });
}

async function writeUnits(tx: EntityManager, criteriaId: string, units: string[]): Promise<void> {
  await tx.delete(CriteriaUnitEntity, { criteriaId });
  for (const unitId of units) await tx.insert(CriteriaUnitEntity, { criteriaId, unitId });
}

async function rootsOf(tx: EntityManager, id: string): Promise<string[] | null> {
  const [row] = await tx.query('select roots from criteria_reach where id = $1', [id]);
  return row.roots;
}

async function findCriteria(tx: EntityManager, id: string): Promise<Criteria | null> {
  const found = await tx.findOneBy(CriteriaEntity, { id });
  if (!found) return null;
  const units = await tx.findBy(CriteriaUnitEntity, { criteriaId: id });
  return { ...found, units: units.map(({ unitId }) => unitId).sort() };
}

function told({ document, ...rest }: Criteria) {
  return { ...rest, name: document.name };
}

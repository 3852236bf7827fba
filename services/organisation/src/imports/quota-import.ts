import { problem, quotasImported, type RowProblem } from '@antt/contracts';
import { assertInside, type Importer, publish, sql, uuidv7 } from '@antt/service-kit';
import { matchUnits, type UnitOfDay, unitsLeftOut } from '@antt/reading';
import type { EntityManager } from 'typeorm';
import { instrumentInForce } from '../instruments/standing-instrument.ts';
import { lockUnits } from '../units/standing-unit.ts';
import { read } from './reading-worker.ts';
import { finding } from './row-problem.ts';
import { missing } from './unit-import.ts';

const writeSql = sql(import.meta.url, './quota-write.sql');
const communeSql = sql(import.meta.url, './communes-of-day.sql');

/** A commune's line of an annex; counts that the annex leaves out are null. */
export type QuotaLine = {
  at: string;
  group: string | null;
  sheet?: string;
  code?: string | null;
  name: string;
  villages: number | null;
  teams: number;
  members: number;
  leaders: number | null;
  deputies: number | null;
  ordinary: number | null;
  note: string;
};

/** The annex of a decision: each commune's teams and members, from the decision's day on. */
export const quotaImporter: Importer<QuotaLine[]> = {
  kind: 'quotas',
  permission: 'quota.write',
  read: (file) => read('quotas', file),
  async apply(tx, lines, { options }, { jobId }) {
    const { instrumentId, choices } = options;
    if (!instrumentId) throw problem('invalid-input', { errors: missing({ instrumentId }) });
    const validFrom = options.validFrom ?? (await effectiveDay(tx, instrumentId));
    await instrumentInForce(tx, instrumentId, validFrom);
    const communes: UnitOfDay[] = await tx.query(communeSql, [validFrom, instrumentId]);
    const matches = matchUnits(lines, communes, choices, 'commune');
    const found = lines.flatMap((line) => {
      const unit = matches.units.get(line.at);
      return unit ? [{ ...line, unit_id: unit.id, new_id: uuidv7() }] : [];
    });
    const problems: RowProblem[] = [...matches.problems, ...unitsLeftOut(matches, communes)].map(
      (one) => ({ ...one, on: validFrom }),
    );
    if (communes.length === 0)
      problems.push(finding('no-communes-that-day', null, { on: validFrom }));
    if (problems.some(({ severity }) => severity === 'error')) {
      return { counts: { read: lines.length }, problems };
    }
    const ids = found.map((line) => line.unit_id);
    await assertInside(tx, 'quota.write', ids, validFrom);
    await lockUnits(tx, ids);
    const [counts] = await tx.query(writeSql, [JSON.stringify(found), validFrom, instrumentId]);
    if (counts.added + counts.changed > 0) {
      await publish(tx, quotasImported, { jobId, instrumentId, validFrom, counts });
    }
    return { counts: { read: lines.length, ...counts }, problems };
  },
};

async function effectiveDay(tx: EntityManager, instrumentId: string): Promise<string> {
  const [row] = await tx.query(`select effective_from from instrument where id = $1`, [
    instrumentId,
  ]);
  if (!row) throw problem('instrument-not-found', { id: instrumentId });
  return row.effective_from;
}

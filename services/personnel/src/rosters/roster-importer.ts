import { rosterImported, type RowProblem } from '@antt/contracts';
import { today } from '@antt/kernel';
import { readInThread } from '@antt/reading';
import {
  type Importer,
  type ImportFile,
  type ImportTools,
  type Outcome,
  publish,
  type Reading,
  sql,
} from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Sealer } from '../sealing/sealer.ts';
import { finding } from './finding.ts';
import { recognitionsOf } from './roster-recognition.ts';
import type { RosterRow } from './roster-columns.ts';
import { assertEachChangeable, stageRoster } from './roster-stage.ts';
import { writePeople, writePostings } from './roster-write.ts';

const checkSql = sql(import.meta.url, './roster-check.sql');
const quotaSql = sql(import.meta.url, './roster-quota.sql');

/** Who serves where as a province keeps it: all of a file or nothing, and the same file again changes nothing. */
@Injectable()
export class RosterImporter implements Importer<RosterRow[]> {
  readonly kind = 'roster';
  readonly permission = 'posting.write';

  constructor(private readonly sealer: Sealer) {}

  read(file: ImportFile): Promise<Reading<RosterRow[]>> {
    return readInThread(import.meta.url, 'reading-thread', { kind: this.kind, file });
  }

  async apply(
    tx: EntityManager,
    rows: RosterRow[],
    { name, options }: Parameters<Importer['apply']>[2],
    { jobId, progress }: ImportTools,
  ): Promise<Outcome> {
    const read = rows.length;
    const { people, problems } = await stageRoster(tx, rows, this.sealer, options.choices);
    if (problems.some(isError)) return { counts: { read }, problems };
    const found: RowProblem[] = (await tx.query(checkSql)).map(findingOf);
    if (found.length > 0) return { counts: { read }, problems: [...problems, ...found] };
    await assertEachChangeable(tx);
    // Recognitions in these communes wait: two must not both take the last place.
    await tx.query(
      `select 1 from unit where id in (select commune_id from roster_row) order by id for update`,
    );
    const recognitions = await recognitionsOf(tx, rows);
    problems.push(...recognitions.problems);
    if (problems.some(isError)) return { counts: { read }, problems };
    progress(0, read);
    const written = await writePeople(tx, people);
    const counts = { read, ...(await writePostings(tx, recognitions.accepted, written, name)) };
    problems.push(...(await beyondQuota(tx)));
    if (counts.added + counts.changed > 0) await publish(tx, rosterImported, { jobId, counts });
    return { counts, problems };
  }
}

const isError = ({ severity }: RowProblem) => severity === 'error';

type Found = {
  at: string;
  code: string;
  team: string | null;
  on: string | null;
  other: string | null;
};

const findingOf = ({ at, code, team, on, other }: Found) => finding(code, at, { team, on, other });

type Beyond = {
  at: string;
  on: string;
  active: number;
  limit: number | null;
  number: string | null;
  surplus: number;
  isError: boolean;
  commune: string;
};

/** Only a surplus that a roadmap covers may come in with a roster. */
async function beyondQuota(tx: EntityManager): Promise<RowProblem[]> {
  const rows: Beyond[] = await tx.query(quotaSql, [today()]);
  return rows.map(({ at, on, active, limit, number, surplus, isError: error, commune }) =>
    limit === null
      ? finding('roster-quota-missing', at, { commune, on, active }, error ? 'error' : 'warning')
      : finding('roster-quota-exceeded', at, { commune, on, active, limit, number, surplus }),
  );
}

import type { EntityManager } from 'typeorm';

/** What an owner tells of its rows, and how the copy takes them. */
export type VersionedCopy<Row> = {
  /** The copy's table: with `id`, `version` and `gone`, and whatever else the rows have. */
  table: string;
  /** Takes rows ($1, JSON); an older state of one never replaces a newer. */
  takeText: string;
  /** The owner's rows by id, the next ones after an id; none when there are no more. */
  list(after: string | undefined): Promise<Row[]>;
  count(): Promise<VersionedCount>;
};

/** How many rows there are, and the sum of their versions: it differs where any of them is another. */
export type VersionedCount = { rows: number; versions: number };

/**
 * Copies of rows that their owner tells whole, each with a version that grows with every change. The newest stays,
 * so that facts may come late, twice or in any order; what is gone stays as gone, or a late fact would bring it back.
 */
export class VersionedCopies<Row extends { id: string }> {
  private readonly db: EntityManager;
  private readonly copy: VersionedCopy<Row>;

  constructor(db: EntityManager, copy: VersionedCopy<Row>) {
    this.db = db;
    this.copy = copy;
  }

  async take(tx: EntityManager, rows: Row[]): Promise<void> {
    await tx.query(this.copy.takeText, [JSON.stringify(rows)]);
  }

  /** Takes everything again; what the owner does not know any more is gone. */
  async replay(): Promise<void> {
    const { table, list } = this.copy;
    const [{ before }] = await this.db.query(
      `select coalesce(max(version), 0) as before from ${table}`,
    );
    const known: string[] = [];
    for (let after: string | undefined; ; after = known.at(-1)) {
      const rows = await list(after);
      if (rows.length === 0) break;
      await this.take(this.db, rows);
      known.push(...rows.map(({ id }) => id));
    }
    await this.db.query(
      `update ${table} set gone = true where version <= $2 and not gone and id <> all ($1)`,
      [known, before],
    );
  }

  /** A copy that has nothing yet takes everything. */
  async takeFirst(): Promise<void> {
    const [known] = await this.db.query(`select 1 from ${this.copy.table} limit 1`);
    if (!known) await this.replay();
  }

  /** What the owner has and what the copy has; they may differ for a moment. */
  async compare(): Promise<{ owner: VersionedCount; copy: VersionedCount }> {
    const [owner, [copy]] = await Promise.all([
      this.copy.count(),
      this.db.query(
        `select count(*)::int as rows, coalesce(sum(version), 0)::bigint as versions
           from ${this.copy.table} where not gone`,
      ),
    ]);
    return { owner, copy: { rows: copy.rows, versions: Number(copy.versions) } };
  }
}

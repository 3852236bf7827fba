import {
  type compareServings,
  countPostings,
  listPostingCopies,
  type PostingCopy,
  type postingsChanged,
} from '@antt/contracts';
import type { Output, PlainDate } from '@antt/kernel';
import { CatchUp, Client, type Fact, sql } from '@antt/service-kit';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EntityManager } from 'typeorm';

const takeSql = sql(import.meta.url, './take-postings.sql');
const inCommunesSql = sql(import.meta.url, './serving-in-communes.sql');

/** How many serve where, from the facts of personnel; they may come late, twice or in any order. */
@Injectable()
export class ServingService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly catchUp = new CatchUp('servings', () => this.takeFirst());

  constructor(
    private readonly db: EntityManager,
    private readonly client: Client,
  ) {}

  /** An organisation that has lost its copy, or gets personnel later, takes all as soon as it is up. */
  onApplicationBootstrap(): void {
    this.catchUp.begin();
  }

  onModuleDestroy(): void {
    this.catchUp.end();
  }

  follow({ tx, payload: { postings } }: Fact<typeof postingsChanged>): Promise<void> {
    return this.take(tx, postings);
  }

  /** Members serving in each commune on a day; null where personnel has told of nobody yet. */
  async inCommunes(on: PlainDate): Promise<((communeId: string) => number) | null> {
    const rows: { commune_id: string | null; members: number }[] = await this.db.query(
      inCommunesSql,
      [on],
    );
    if (rows.length === 0) return null;
    const members = new Map(rows.map((row) => [row.commune_id, row.members]));
    return (communeId) => members.get(communeId) ?? 0;
  }

  /** Takes everything again; what personnel does not know any more is gone. */
  async replay(): Promise<Output<typeof compareServings>> {
    const before = await this.newest();
    const known: string[] = [];
    for (let after: string | undefined; ; after = known.at(-1)) {
      const { postings } = await this.client.call(listPostingCopies, { after });
      if (postings.length === 0) break;
      await this.take(this.db, postings);
      known.push(...postings.map(({ id }) => id));
    }
    await this.db.query(
      'update serving set gone = true where version <= $2 and not gone and id <> all ($1)',
      [known, before],
    );
    return this.compare();
  }

  async compare(): Promise<Output<typeof compareServings>> {
    const [{ postings: owner }, [{ copy }]] = await Promise.all([
      this.client.call(countPostings, {}),
      this.db.query('select count(*)::int as copy from serving where not gone'),
    ]);
    return { owner, copy, agree: owner === copy };
  }

  private async newest(): Promise<number> {
    const [{ version }] = await this.db.query('select max(version) as version from serving');
    return version ?? 0;
  }

  private async take(db: EntityManager, postings: PostingCopy[]): Promise<void> {
    await db.query(takeSql, [JSON.stringify(postings)]);
  }

  private async takeFirst(): Promise<void> {
    const [known] = await this.db.query('select 1 from serving limit 1');
    if (!known) await this.replay();
  }
}

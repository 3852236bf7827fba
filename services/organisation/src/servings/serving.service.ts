import {
  type compareServings,
  countPostings,
  listPostingCopies,
  type PostingCopy,
  type postingsChanged,
} from '@antt/contracts';
import type { Output, PlainDate } from '@antt/kernel';
import { CatchUp, Client, type Fact, sql, VersionedCopies } from '@antt/service-kit';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { EntityManager } from 'typeorm';

const takeText = sql(import.meta.url, './take-postings.sql');
const inCommunesSql = sql(import.meta.url, './serving-in-communes.sql');

/** How many serve where, from the facts of personnel; they may come late, twice or in any order. */
@Injectable()
export class ServingService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly copies: VersionedCopies<PostingCopy>;
  private readonly catchUp = new CatchUp('servings', () => this.copies.takeFirst());

  constructor(
    private readonly db: EntityManager,
    client: Client,
  ) {
    this.copies = new VersionedCopies(db, {
      table: 'serving',
      takeText,
      list: async (after) => (await client.call(listPostingCopies, { after })).postings,
      count: async () => {
        const { postings: rows, versions } = await client.call(countPostings, {});
        return { rows, versions };
      },
    });
  }

  /** An organisation that has lost its copy, or gets personnel later, takes all as soon as it is up. */
  onApplicationBootstrap(): void {
    this.catchUp.begin();
  }

  onModuleDestroy(): void {
    this.catchUp.end();
  }

  follow({ tx, payload: { postings } }: Fact<typeof postingsChanged>): Promise<void> {
    return this.copies.take(tx, postings);
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
    await this.copies.replay();
    return this.compare();
  }

  async compare(): Promise<Output<typeof compareServings>> {
    const { owner, copy } = await this.copies.compare();
    return { owner: owner.rows, copy: copy.rows, agree: isDeepStrictEqual(owner, copy) };
  }
}

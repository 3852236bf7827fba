import {
  countPostings,
  listPostingCopies,
  type PostingCopy,
  type postingsChanged,
} from '@antt/contracts';
import { CatchUp, Client, type Fact, sql, VersionedCopies } from '@antt/service-kit';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EntityManager } from 'typeorm';

/** Keeps activity's copies of what personnel tells whole: who serves in which team, in which position, from and to when. */
@Injectable()
export class PersonnelCopies implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly postings: VersionedCopies<PostingCopy>;
  private readonly catchUp = new CatchUp('personnel copies', () => this.takeFirst());

  constructor(db: EntityManager, client: Client) {
    this.postings = new VersionedCopies(db, {
      table: 'posting',
      takeText: sql(import.meta.url, './take-postings.sql'),
      list: async (after) => (await client.call(listPostingCopies, { after })).postings,
      count: async () => {
        const { postings: rows, versions } = await client.call(countPostings, {});
        return { rows, versions };
      },
    });
  }

  /** An activity that has lost its copies, or is older than they, takes all as soon as personnel is up. */
  onApplicationBootstrap(): void {
    this.catchUp.begin();
  }

  onModuleDestroy(): void {
    this.catchUp.end();
  }

  followPostings({ tx, payload: { postings } }: Fact<typeof postingsChanged>): Promise<void> {
    return this.postings.take(tx, postings);
  }

  async replay(): Promise<void> {
    await this.postings.replay();
  }

  async compare() {
    const { owner, copy } = await this.postings.compare();
    return { owner: named(owner), copy: named(copy) };
  }

  private async takeFirst(): Promise<void> {
    await this.postings.takeFirst();
  }
}

const named = ({ rows, versions }: { rows: number; versions: number }) => ({
  postings: rows,
  postingVersions: versions,
});

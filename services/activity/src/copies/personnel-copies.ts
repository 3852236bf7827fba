import {
  countDuties,
  countPostings,
  type dutiesChanged,
  type DutyCopy,
  listDutyCopies,
  listPostingCopies,
  type PostingCopy,
  type postingsChanged,
} from '@antt/contracts';
import { CatchUp, Client, type Fact, sql, VersionedCopies } from '@antt/service-kit';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EntityManager } from 'typeorm';

/**
 * Keeps activity's copies of what personnel tells whole: who serves in which team, in which position, from and to when,
 * and the duty that was approved.
 */
@Injectable()
export class PersonnelCopies implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly postings: VersionedCopies<PostingCopy>;
  private readonly duties: VersionedCopies<DutyCopy>;
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
    this.duties = new VersionedCopies(db, {
      table: 'duty',
      takeText: sql(import.meta.url, './take-duties.sql'),
      list: async (after) => (await client.call(listDutyCopies, { after })).duties,
      count: async () => {
        const { duties: rows, versions } = await client.call(countDuties, {});
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

  followDuties({ tx, payload: { duties } }: Fact<typeof dutiesChanged>): Promise<void> {
    return this.duties.take(tx, duties);
  }

  async replay(): Promise<void> {
    await this.postings.replay();
    await this.duties.replay();
  }

  async compare() {
    const [postings, duties] = await Promise.all([this.postings.compare(), this.duties.compare()]);
    const of = (side: 'owner' | 'copy') => ({
      ...{ postings: postings[side].rows, postingVersions: postings[side].versions },
      ...{ duties: duties[side].rows, dutyVersions: duties[side].versions },
    });
    return { owner: of('owner'), copy: of('copy') };
  }

  private async takeFirst(): Promise<void> {
    await this.postings.takeFirst();
    await this.duties.takeFirst();
  }
}

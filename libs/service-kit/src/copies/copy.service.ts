import {
  type copiesChanged,
  type CopyCounts,
  CopyNoun,
  countCopies,
  listCopies,
  readCopies,
} from '@antt/contracts';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { EntityManager } from 'typeorm';
import { CatchUp } from '../catch-up.ts';
import { Client } from '../client.ts';
import type { Fact } from '../on.ts';
import { countText, writings } from './copy-statements.ts';

/**
 * Keeps this service's copies of units, teams and quotas like those of organisation. A fact names what
 * changed; the copy asks how it is now, so facts may come late, twice or in any order.
 */
@Injectable()
export class Copies implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly catchUp = new CatchUp('copies', () => this.takeFirst());

  constructor(
    private readonly db: EntityManager,
    private readonly client: Client,
  ) {}

  /** A service that starts without any takes everything, as soon as the owner is up. */
  onApplicationBootstrap(): void {
    this.catchUp.begin();
  }

  onModuleDestroy(): void {
    this.catchUp.end();
  }

  follow({ tx, payload: { noun, ids } }: Fact<typeof copiesChanged>): Promise<void> {
    return this.take(tx, noun, ids);
  }

  /** Takes everything again. Answers how much there is then. */
  async replay(): Promise<CopyCounts> {
    for (const noun of CopyNoun.options) {
      let after: string | undefined;
      for (;;) {
        const { ids } = await this.client.call(listCopies, { noun, after });
        if (ids.length === 0) break;
        await this.db.transaction((tx) => this.take(tx, noun, ids));
        after = ids.at(-1);
      }
    }
    return this.count();
  }

  /** What the owner has and what the copy has; they may differ for a moment. */
  async compare(): Promise<{ owner: CopyCounts; copy: CopyCounts; agree: boolean }> {
    const [owner, copy] = await Promise.all([this.client.call(countCopies, {}), this.count()]);
    return { owner, copy, agree: isDeepStrictEqual(owner, copy) };
  }

  private async count(): Promise<CopyCounts> {
    const [counts] = await this.db.query(countText);
    return counts;
  }

  /** Under a lock, since whoever asked first may write last and would put an older state there. */
  private async take(tx: EntityManager, noun: CopyNoun, ids: string[]): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('copies'))`);
    const told = await this.client.call(readCopies, { noun, ids });
    const rows = { unit: told.units, team: told.teams, quota: told.quotas }[noun];
    for (const { takes, text } of writings[noun]) {
      await tx.query(text, [takes === 'ids' ? ids : JSON.stringify(rows)]);
    }
  }

  private async takeFirst(): Promise<void> {
    const { units } = await this.count();
    if (Number(units) === 0) await this.replay();
  }
}

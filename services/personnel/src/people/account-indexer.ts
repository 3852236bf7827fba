import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Sealer } from '../sealing/sealer.ts';
import { accountIndex } from './account.rules.ts';

/** Gives accounts that were sealed before there was an index theirs; only the service can open them. */
@Injectable()
export class AccountIndexer implements OnApplicationBootstrap {
  private readonly log = new Logger('accounts');

  constructor(
    private readonly db: EntityManager,
    private readonly sealer: Sealer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows: { id: string; sealed: Buffer }[] = await this.db.query(
        `select id, sealed from person_detail
          where kind = 'bank-account' and number_index is null and sealed is not null and id > $1
          order by id limit 500`,
        [last],
      );
      if (rows.length === 0) return;
      last = rows.at(-1)!.id;
      for (const { id, sealed } of rows) await this.index(id, sealed);
    }
  }

  private async index(id: string, sealed: Buffer): Promise<void> {
    try {
      const number = this.sealer.open(sealed, { personId: id, field: 'bank-account' });
      await this.db.query('update person_detail set number_index = $2 where id = $1', [
        ...[id, accountIndex(this.sealer, number)],
      ]);
    } catch (error) {
      // one that does not open keeps nobody from being paid
      this.log.error({ detail: id, error });
    }
  }
}

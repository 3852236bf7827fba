import type { DigestEntry } from '@antt/contracts';
import { Settings } from '@antt/service-kit';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { IdentitySettings } from '../config.ts';
import { type Notice, type NoticeWay, send } from './notice-way.ts';
import { noticeText } from './notice-text.ts';

type Row = { id: string; way: NoticeWay; address: string; attempts: number } & {
  entries: DigestEntry[];
};

/**
 * Carries notices out of their table: each once it was taken, else again after a growing pause. A notice that
 * could not be delivered within a day is over: the next digest says what still waits.
 */
@Injectable()
export class NoticeCarrier {
  private readonly log = new Logger('notices');

  constructor(
    private readonly db: EntityManager,
    @Inject(Settings) private readonly settings: IdentitySettings,
  ) {}

  /** Sends what is due; how many were taken. */
  async carry(): Promise<number> {
    let taken = 0;
    for (;;) {
      const sent = await this.next();
      if (sent === null) return taken;
      if (sent) taken += 1;
    }
  }

  /** The next one, held while it is sent so that no second process sends it; null where none is due. */
  private next(): Promise<boolean | null> {
    return this.db.transaction(async (tx) => {
      const [row]: Row[] = await tx.query(
        `select n.id, n.way, n.address, n.attempts, d.entries
           from notice n join digest d on d.id = n.digest_id
          where n.sent_at is null and n.next_at <= now() and d.made_on >= current_date - 1
          order by n.next_at limit 1 for update of n skip locked`,
      );
      if (!row) return null;
      const { id, way, address, attempts, entries } = row;
      const notice: Notice = { id, way, address, ...noticeText(entries, this.settings.PUBLIC_URL) };
      try {
        await send(this.settings, notice);
        await tx.query('update notice set sent_at = now(), attempts = attempts + 1 where id = $1', [
          id,
        ]);
        return true;
      } catch (error) {
        // Neither the address nor what a relay said of it goes into the log.
        this.log.warn(`a ${way} waits for attempt ${attempts + 2}: ${(error as Error).name}`);
        await tx.query(
          `update notice set attempts = attempts + 1,
                  next_at = now() + least(attempts + 1, 12) * interval '5 minutes' where id = $1`,
          [id],
        );
        return false;
      }
    });
  }
}

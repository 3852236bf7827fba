import {
  type DigestEntry,
  getPeopleWork,
  getReportWork,
  getWorklist,
  type Permission,
  permissionsOf,
  type Principal,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Client, newTraceparent, Settings, uuidv7 } from '@antt/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { IdentitySettings } from '../config.ts';
import { waysOf } from './notice-way.ts';

type Waiting = Pick<Principal, 'accountId' | 'username' | 'grants'>;
type Said = { entries: DigestEntry[]; away: string[] };

/** Who closes something is who is told of it. */
const isWriting = (permission: Permission) => !permission.endsWith('.read');

/**
 * The digest of a day: asked of the services that keep work lists, on behalf of each account, as its own page
 * would ask. Who only reads has no work and gets none.
 */
@Injectable()
export class DigestMaker {
  constructor(
    private readonly db: EntityManager,
    private readonly client: Client,
    @Inject(Settings) private readonly settings: IdentitySettings,
  ) {}

  /**
   * Makes the digests of the day that are not there yet, one after another; how many. An account that was made only
   * after `before` gets its first one the next morning: what it is for may be coming in still.
   */
  async make(day: PlainDate, before?: string): Promise<number> {
    const waiting: Waiting[] = await this.db.query(
      `select a.id as "accountId", a.username, grants_on(a.id, $1) as grants
         from account a
        where a.closed_at is null and ($2::timestamptz is null or a.created_at < $2)
          and not exists (select 1 from digest d where d.account_id = a.id and d.made_on = $1)
        order by a.id`,
      [day, before ?? null],
    );
    let made = 0;
    for (const account of waiting) {
      const permissions = account.grants.flatMap(({ role }) => permissionsOf[role]);
      if (!permissions.some(isWriting)) continue;
      const said = await this.ask(account, day);
      // Nobody answered: it is tried again with the next round.
      if (said.away.length === 3) continue;
      await this.keep(account.accountId, day, said);
      made += 1;
    }
    return made;
  }

  private async ask(account: Waiting, on: PlainDate): Promise<Said> {
    const context = {
      principal: { ...account, sessionId: null, mustChangePassword: false },
      traceparent: newTraceparent(),
    };
    const reads = account.grants.some(({ role }) => permissionsOf[role].includes('report.read'));
    const [units, people, reports] = await Promise.allSettled([
      this.client.call(getWorklist, { on }, context),
      this.client.call(getPeopleWork, { on }, context),
      reads ? this.client.call(getReportWork, { on }, context) : { entries: [] },
    ]);
    const entries = [units, people, reports].flatMap((one): DigestEntry[] =>
      one.status === 'fulfilled' ? one.value.entries.filter(({ mine }) => mine) : [],
    );
    return {
      entries: byKind(entries),
      away: [
        ...(units.status === 'rejected' ? ['organisation'] : []),
        ...(people.status === 'rejected' ? ['personnel'] : []),
        ...(reports.status === 'rejected' ? ['activity'] : []),
      ],
    };
  }

  /** The digest with what is to be sent because of it: both or neither. */
  private keep(accountId: string, day: PlainDate, { entries, away }: Said): Promise<void> {
    return this.db.transaction(async (tx) => {
      const id = uuidv7();
      const inserted: unknown[] = await tx.query(
        `insert into digest (id, account_id, made_on, entries, away) values ($1, $2, $3, $4, $5)
         on conflict on constraint one_digest_a_day do nothing returning id`,
        [id, accountId, day, JSON.stringify(entries), away],
      );
      if (inserted.length === 0 || entries.length === 0) return;
      const [choice] = await tx.query(
        `select c.email, case when c.message then a.phone else '' end as phone
           from notice_choice c join account a on a.id = c.account_id where c.account_id = $1`,
        [accountId],
      );
      const ways = waysOf(this.settings);
      const wanted = { mail: choice?.email ?? '', message: choice?.phone ?? '' };
      for (const way of ['mail', 'message'] as const) {
        if (!ways[way] || wanted[way] === '') continue;
        await tx.query('insert into notice (id, digest_id, way, address) values ($1, $2, $3, $4)', [
          uuidv7(),
          id,
          way,
          wanted[way],
        ]);
      }
    });
  }
}

/** Reports wait by period; a digest tells each kind once. */
function byKind(entries: readonly DigestEntry[]): DigestEntry[] {
  const kinds = new Map<DigestEntry['kind'], DigestEntry>();
  for (const { kind, count, oldest } of entries) {
    const known = kinds.get(kind);
    const days = [known?.oldest, oldest].filter((day) => typeof day === 'string').sort();
    kinds.set(kind, { kind, count: (known?.count ?? 0) + count, oldest: days[0] ?? null });
  }
  return [...kinds.values()];
}

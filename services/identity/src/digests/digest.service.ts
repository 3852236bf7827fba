import {
  type chooseNotices,
  type getDigest,
  type getNoticeChoice,
  noticesChosen,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { currentPrincipal, publish, Settings } from '@antt/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.ts';
import type { IdentitySettings } from '../config.ts';
import { DigestEntity, NoticeChoiceEntity } from './digest.entity.ts';
import { waysOf } from './notice-way.ts';

/** What an account reads of its digests, and how it wants to be told of them. */
@Injectable()
export class DigestService {
  constructor(
    private readonly db: EntityManager,
    @Inject(Settings) private readonly settings: IdentitySettings,
  ) {}

  async latest(): Promise<Output<typeof getDigest>> {
    const { accountId } = currentPrincipal();
    const [last, before] = await this.db.find(DigestEntity, {
      where: { accountId },
      order: { madeOn: 'DESC' },
      take: 2,
    });
    if (!last) return { digest: null };
    const { madeOn, entries, away } = last;
    const former = before ? { madeOn: before.madeOn, entries: before.entries } : null;
    return { digest: { madeOn, entries, away, former } };
  }

  async choice(): Promise<Output<typeof getNoticeChoice>> {
    const { accountId } = currentPrincipal();
    const { phone } = await this.db.findOneByOrFail(AccountEntity, { id: accountId });
    const known = await this.db.findOneBy(NoticeChoiceEntity, { accountId });
    const { email = '', message = false } = known ?? {};
    return { email, message, phone, ways: waysOf(this.settings) };
  }

  async choose(choice: Input<typeof chooseNotices>): Promise<Output<typeof chooseNotices>> {
    const { accountId } = currentPrincipal();
    const { email, message } = choice;
    await this.db.transaction(async (tx) => {
      await tx.upsert(NoticeChoiceEntity, { accountId, email, message }, ['accountId']);
      await publish(tx, noticesChosen, { accountId, mail: email !== '', message });
    });
    return this.choice();
  }
}

import { today } from '@antt/kernel';
import { Rounds, Settings } from '@antt/service-kit';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { IdentitySettings } from '../config.ts';
import { DigestMaker } from './digest-maker.service.ts';
import { NoticeCarrier } from './notice-carrier.service.ts';

const minute = 60_000;

/** "06:30" in Viet Nam. */
const clockTime = () =>
  new Date().toLocaleTimeString('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
  });

/** Makes digests from the set time of day on, and sends what is due, each minute; one process at a time. */
@Injectable()
export class DigestClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds = new Rounds({
    ...{ name: 'digests', every: minute, late: 'digests wait for the next round' },
    work: () => this.round(),
  });

  constructor(
    private readonly db: EntityManager,
    private readonly maker: DigestMaker,
    private readonly carrier: NoticeCarrier,
    @Inject(Settings) private readonly settings: IdentitySettings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.DIGEST_AT === 'off') return;
    this.rounds.begin({ first: 'later' });
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.end();
  }

  private async round(): Promise<void> {
    const runner = this.db.connection.createQueryRunner();
    try {
      const [{ mine }] = await runner.query(
        `select pg_try_advisory_lock(hashtext('digests')) as mine`,
      );
      if (!mine) return;
      try {
        const { DIGEST_AT } = this.settings;
        const day = today();
        if (clockTime() >= DIGEST_AT) await this.maker.make(day, `${day}T${DIGEST_AT}:00+07:00`);
        await this.carrier.carry();
      } finally {
        await runner.query(`select pg_advisory_unlock(hashtext('digests'))`);
      }
    } finally {
      await runner.release();
    }
  }
}

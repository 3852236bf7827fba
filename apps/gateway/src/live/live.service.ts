import { problem } from '@antt/contracts';
import { jobSubject } from '@antt/service-kit';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Passing } from '../bus.ts';
import { CONFIG, type GatewayConfig } from '../config.ts';
import { PrincipalService } from '../principals/principal.service.ts';
import { LiveStream } from './live-stream.ts';
import { nounOf, nouns } from './noun.rules.ts';

/** Changes come in heaps (an import writes thousands); a page is told at most this often. */
const pause = 1_000;
const betweenBeats = 25_000;

/** Tells open pages what happens: their jobs, that something changed, that their access changed. */
@Injectable()
export class LiveService implements OnModuleDestroy {
  private readonly streams = new Map<string, Set<LiveStream>>();
  private readonly changed = new Set<string>();
  private readonly beats = setInterval(() => this.beat(), betweenBeats);
  private timer: NodeJS.Timeout | null = null;

  constructor(
    passing: Passing,
    principals: PrincipalService,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {
    passing.messages(jobSubject('*'), (subject, job) => {
      this.tell(subject.slice(jobSubject('').length), 'job', job);
    });
    passing.messages('event.organisation.>', (subject) => this.note([nounOf(subject)]));
    passing.onGap(() => this.note(nouns));
    principals.onChange(({ accountId, why }) => {
      this.tell(accountId, 'access', JSON.stringify({ why }));
      for (const stream of this.streams.get(accountId) ?? []) void stream.check();
    });
  }

  /** A page's stream; `mayListen` is asked again and again while it stands. */
  open(accountId: string, mayListen: () => Promise<boolean>): LiveStream {
    const mine = this.streams.get(accountId) ?? new Set();
    if (mine.size >= this.config.LIVE_CONNECTIONS) {
      throw problem('too-many-requests', { retryAfter: 30 });
    }
    const stream = new LiveStream(mayListen);
    this.streams.set(accountId, mine.add(stream));
    stream.bytes.once('close', () => {
      mine.delete(stream);
      if (mine.size === 0 && this.streams.get(accountId) === mine) this.streams.delete(accountId);
    });
    return stream;
  }

  onModuleDestroy(): void {
    clearInterval(this.beats);
    if (this.timer) clearTimeout(this.timer);
    for (const stream of this.all()) stream.end();
  }

  private *all(): Generator<LiveStream> {
    for (const streams of this.streams.values()) yield* streams;
  }

  private tell(accountId: string, event: string, data: string): void {
    for (const stream of this.streams.get(accountId) ?? []) stream.send(event, data);
  }

  private beat(): void {
    for (const stream of this.all()) {
      stream.beat();
      void stream.check();
    }
  }

  // Only the noun is told: whoever may see more asks for it, and is answered within their own area.
  private note(what: readonly string[]): void {
    for (const noun of what) this.changed.add(noun);
    this.timer ??= setTimeout(() => this.tellChanges(), pause);
  }

  private tellChanges(): void {
    this.timer = null;
    const data = JSON.stringify({ what: [...this.changed].sort() });
    this.changed.clear();
    for (const stream of this.all()) stream.send('changed', data);
  }
}

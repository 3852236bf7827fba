import {
  type AuditEntry,
  events,
  type listAudit,
  problem,
  type verifyAudit,
} from '@antt/contracts';
import { type Input, type Output, PlainDate, today } from '@antt/kernel';
import { currentPrincipal, currentScope, type Fact, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { beginning, sealOf } from './audit.rules.ts';
import { entryOf, readChain } from './read-chain.ts';

const listSql = sql(import.meta.url, './list-audit.sql');

/** Facts that only carry data from an owner to its copies: nobody did anything by them. */
const unaudited = new Set(events.filter(({ audited }) => !audited).map(({ subject }) => subject));

/** The log of everything that happened in any service. Entries are appended and never touched again. */
@Injectable()
export class AuditService {
  constructor(private readonly db: EntityManager) {}

  /** One after the other, by a lock that the commit releases: numbers have no gaps, hashes no forks. */
  async append({ tx, id, subject, envelope }: Fact): Promise<void> {
    if (unaudited.has(subject)) return;
    await tx.query(`select pg_advisory_xact_lock(hashtext('audit_entry'))`);
    const [last] = await tx.query(`select seq, hash from audit_entry order by seq desc limit 1`);
    const entry = {
      seq: Number(last?.seq ?? beginning.seq) + 1,
      messageId: id,
      at: new Date(envelope.at).toISOString(),
      accountId: envelope.accountId,
      username: envelope.username,
      event: subject.replace(/^event\./, ''),
      payload: envelope.payload,
      traceId: envelope.traceparent.split('-')[1] ?? '',
      previousHash: last?.hash ?? beginning.hash,
    };
    await tx.query(
      `insert into audit_entry (seq, message_id, at, account_id, username, event, payload, trace_id,
                                previous_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (message_id) do nothing`,
      [
        entry.seq,
        entry.messageId,
        entry.at,
        entry.accountId,
        entry.username,
        entry.event,
        JSON.stringify(entry.payload),
        entry.traceId,
        entry.previousHash,
        sealOf(entry),
      ],
    );
  }

  /**
   * Everything, for who may read it everywhere. Facts are not tied to one unit, so who may read the log of
   * an area only sees what the own account did or what was done to it.
   */
  async list(question: Input<typeof listAudit>): Promise<Output<typeof listAudit>> {
    const { event, accountId, cursor, limit } = question;
    const own = currentScope('audit.read', today()) === 'all' ? null : currentPrincipal().accountId;
    const rows: Record<string, unknown>[] = await this.db.query(listSql, [
      own,
      event ?? null,
      accountId ?? null,
      instant('from', question.from),
      instant('to', question.to),
      cursor ? sequence(cursor) : null,
      limit,
    ]);
    const items = rows.map(shown);
    const last = items.at(-1);
    return {
      items,
      nextCursor: last && items.length === limit ? String(last.seq) : null,
      total: (rows[0]?.total as number | undefined) ?? 0,
    };
  }

  async verify(): Promise<Output<typeof verifyAudit>> {
    if (currentScope('audit.read', today()) !== 'all') {
      throw problem('outside-area', { permission: 'audit.read' });
    }
    const { entries, brokenAt, hash } = await readChain(this.db);
    return { entries, intact: brokenAt === null, brokenAt, head: hash };
  }
}

function shown(row: Record<string, unknown>): AuditEntry {
  const { seq, at, accountId, username, event, payload, traceId, previousHash, hash } =
    entryOf(row);
  return { seq, at, accountId, username, event, payload, traceId, previousHash, hash };
}

/** A day begins at midnight in Viet Nam; a longer text is an instant. */
function instant(path: string, text: string | undefined): Date | null {
  if (text === undefined) return null;
  const day = PlainDate.safeParse(text).success;
  const date = new Date(day ? `${text}T00:00:00+07:00` : text);
  if (Number.isNaN(date.getTime())) {
    throw problem('invalid-input', { errors: [{ path, message: 'no-such-day' }] });
  }
  return date;
}

function sequence(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw problem('invalid-input', { errors: [{ path: 'cursor', message: 'unknown' }] });
}

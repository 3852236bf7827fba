import {
  type checkPublications,
  listInstruments,
  type listPublicationQuotas,
  problem,
  type PublicationQuota,
  publicationQuotaSet,
  type setPublicationQuota,
} from '@antt/contracts';
import { addYears, type Input, type Output, type PlainDate, today } from '@antt/kernel';
import { Client, publish, reach, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertMayLayDown, endFormer } from '../laying-down.ts';
import { PublicationQuotaEntity } from './publication.entity.ts';
import { quotasOf } from './quotas-of.ts';

const cyclesText = sql(import.meta.url, './quota-cycles.sql');
type Checked = Output<typeof checkPublications>['items'][number];
type Document = { id: string; name: string; on: PlainDate; territory: string[] };

/** Kinds of documents that portals publish. */
const published: readonly string[] = ['resolution', 'law', 'decree', 'circular'];

/** How much propaganda is asked for, as data, and whether it was done. */
@Injectable()
export class QuotaService {
  constructor(
    private readonly db: EntityManager,
    private readonly client: Client,
  ) {}

  async list(
    question: Input<typeof listPublicationQuotas>,
  ): Promise<Output<typeof listPublicationQuotas>> {
    const items = await quotasOf(this.db, question);
    return { items, nextCursor: null, total: items.length };
  }

  set(command: Input<typeof setPublicationQuota>): Promise<PublicationQuota> {
    const { id, code, unitId, validFrom } = command;
    return this.db.transaction(async (tx) => {
      await assertMayLayDown(tx, unitId, validFrom);
      const known = await tx.findOneBy(PublicationQuotaEntity, { id });
      if (known) return sameAgain<PublicationQuota>(known, command);
      const thing = { code, unit_id: unitId };
      const validTo = await endFormer(tx, 'publication_quota', thing, validFrom);
      const quota = { ...command, validTo };
      await tx.insert(PublicationQuotaEntity, quota);
      await publish(tx, publicationQuotaSet, quota);
      return quota;
    });
  }

  async check({
    code,
    from,
    to,
    within,
    cursor,
    limit,
  }: Input<typeof checkPublications>): Promise<Output<typeof checkPublications>> {
    if (to > addYears(from, 1)) throw problem('publication-cycles-of-a-year', { from, to });
    const [any] = await this.db.query(
      `select bool_or(cycle = 'document') as "ofDocuments" from publication_quota where code = $1 having count(*) > 0`,
      [code],
    );
    if (!any) throw problem('publication-quota-not-found', { code, on: from });
    const roots = reach('publication.read', within ? { on: to, within } : { on: to });
    const documents = any.ofDocuments ? await this.issued(from, to) : [];
    const rows: Checked[] = await this.db.query(cyclesText, [
      ...[code, from, to, roots.scope, roots.within, JSON.stringify(documents), today()],
    ]);
    const start = Number(cursor ?? 0);
    const items = rows.slice(start, start + limit);
    const next = start + items.length;
    return {
      items,
      nextCursor: next < rows.length ? String(next) : null,
      total: rows.length,
    };
  }

  /** What is registered as issued within days: only then a portal has something to publish (reporting BR-32). */
  private async issued(from: PlainDate, to: PlainDate): Promise<Document[]> {
    const documents: Document[] = [];
    let cursor: string | null = null;
    do {
      const page: Output<typeof listInstruments> = await this.client.call(listInstruments, {
        ...{ status: 'final', limit: 500 },
        ...(cursor ? { cursor } : {}),
      });
      for (const { id, kind, number, signedOn, territory } of page.items)
        if (published.includes(kind) && from <= signedOn && signedOn <= to)
          documents.push({ id, name: number, on: signedOn, territory });
      cursor = page.nextCursor;
    } while (cursor);
    return documents;
  }
}

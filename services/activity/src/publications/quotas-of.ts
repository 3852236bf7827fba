import type { PublicationQuota } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

const text = sql(import.meta.url, './quotas-of.sql');
type Question = { on: PlainDate; within?: string | undefined; code?: string | undefined };

/** The quotas of a day: for a unit those that hold there, without a unit everything as laid down. */
export function quotasOf(
  db: EntityManager,
  { on, within, code }: Question,
): Promise<PublicationQuota[]> {
  return db.query(text, [on, within ?? null, code ?? null]);
}

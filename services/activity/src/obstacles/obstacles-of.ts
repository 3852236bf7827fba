import type { CompiledReport, Obstacle } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

const listText = sql(import.meta.url, './list-obstacles.sql');

type Row = Omit<Obstacle, 'raisedAt' | 'solvedAt'> & {
  raisedAt: Date;
  solvedAt: Date | null;
  total: number;
};
type Asked = {
  id?: string | undefined;
  periodId?: string | undefined;
  senderId?: string | undefined;
  state?: Obstacle['state'] | undefined;
  kindCode?: string;
  /** Raised with reports of periods that ended until then. */
  to?: PlainDate;
  /** In what the asker sees, and of that in these units; null: all. */
  scope?: string[] | null;
  units?: string[] | null;
  offset?: number;
  limit: number;
};

/** Obstacles, the open ones first and of these the oldest. */
export async function obstaclesOf(
  db: EntityManager,
  { id, periodId, senderId, state, kindCode, to, scope, units, offset = 0, limit }: Asked,
): Promise<{ items: Obstacle[]; total: number }> {
  const rows: Row[] = await db.query(listText, [
    ...[id ?? null, periodId ?? null, senderId ?? null, state ?? null, kindCode ?? null],
    ...[to ?? null, scope ?? null, units ?? null, offset, limit],
  ]);
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ total: _, raisedAt, solvedAt, ...row }) => ({
      ...row,
      raisedAt: raisedAt.toISOString(),
      solvedAt: solvedAt?.toISOString() ?? null,
    })),
  };
}

/** What of a kind of report is still open in units, of all periods until a day. */
export function openObstacles(
  db: EntityManager,
  asked: { kindCode: string; to: PlainDate; units: string[] },
): Promise<CompiledReport['obstacles']> {
  return obstaclesOf(db, { ...asked, state: 'open', limit: 500 });
}

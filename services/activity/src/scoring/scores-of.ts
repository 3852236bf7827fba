import type { Score, ScoredItem, ScoreSubject } from '@antt/contracts';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';

const items = sql(import.meta.url, './scored-item.sql').trim();
/** The ranking as common table expressions, the last of which is `named`. */
export const rankingText = sql(import.meta.url, './ranking.sql')
  .trim()
  .replace('$items', items);

const liveColumns = `id as "subjectId", name, unit_id as "unitId", coalesce(unit_name, '') as "unitName", "group",
  contents, base::float8 as base, bonus::float8 as bonus, penalty::float8 as penalty, total::float8 as total, grade,
  false as lowered, rank, rank_overall as "rankOverall", breaches, missing, disqualified, verified`;
const keptColumns = `subject_id as "subjectId", name, unit_id as "unitId", unit_name as "unitName",
  group_name as "group", contents, base::float8 as base, bonus::float8 as bonus, penalty::float8 as penalty,
  total::float8 as total, grade, lowered, rank, rank_overall as "rankOverall", breaches, missing, disqualified,
  verified`;

/** A round's results as they stand now. */
export function liveScores(
  db: EntityManager,
  roundId: string,
  subject: ScoreSubject,
): Promise<Score[]> {
  return db.query(`${rankingText} select ${liveColumns} from named`, [roundId, subject, null]);
}

/** A round's results as they were ratified. */
export function keptScores(
  db: EntityManager,
  roundId: string,
  revision: number,
  subject: ScoreSubject,
): Promise<Score[]> {
  return db.query(
    `select ${keptColumns} from round_result where round_id = $1 and revision = $2 and subject = $3`,
    [roundId, revision, subject],
  );
}

/** An item as the answer tells it; the names are columns of `explained_item`. */
export const itemObject = `jsonb_build_object('content', content, 'code', code, 'name', name, 'nameEn', name_en,
  'kind', kind, 'column', "column", 'max', round(max, 4), 'indicator', indicator, 'source', source,
  'numerator', numerator, 'denominator', denominator, 'noCase', no_case, 'reports', reports,
  'target', target::text, 'comparison', comparison, 'reckoned', round(reckoned, 2), 'self', self,
  'verified', verified, 'ratified', ratified, 'points', round(points, 2), 'breach', breach, 'isMissing', is_missing)`;

/** How subjects come to their points now, item by item; who does not stand in the round is not there. */
export async function liveItemsOf(
  db: EntityManager,
  roundId: string,
  subject: ScoreSubject,
  subjectIds: readonly string[],
): Promise<Map<string, ScoredItem[]>> {
  const rows: { id: string; items: ScoredItem[] }[] = await db.query(
    `with ${items}
     select subject_id as id, jsonb_agg(${itemObject} order by n) as items from explained_item group by subject_id`,
    [roundId, subject, subjectIds],
  );
  return new Map(rows.map((row) => [row.id, row.items]));
}

/** How one subject comes to its points now; nothing where it does not stand in the round. */
export async function liveItems(
  db: EntityManager,
  roundId: string,
  subject: ScoreSubject,
  subjectId: string,
): Promise<ScoredItem[]> {
  return (await liveItemsOf(db, roundId, subject, [subjectId])).get(subjectId) ?? [];
}

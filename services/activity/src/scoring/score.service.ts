import {
  type getScore,
  type listScores,
  problem,
  type Score,
  type ScoreSubject,
  type ScoreTemplateDocument,
} from '@antt/contracts';
import { type Input, type Output, searchKey } from '@antt/kernel';
import { reach } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { roundBy } from '../campaigns/campaigns-of.ts';
import { mostWithHighest } from './cap.rules.ts';
import { revokedAwards } from './revoked-awards.ts';
import { keptScores, liveItems, liveScores } from './scores-of.ts';

type Question = Input<typeof listScores>;

const wanted: Record<NonNullable<Question['state']>, (score: Score) => boolean> = {
  verified: ({ verified }) => verified,
  'not-verified': ({ verified }) => !verified,
  disqualified: ({ disqualified }) => disqualified.length > 0,
  breached: ({ breaches }) => breaches > 0,
};

const byRank = (a: Score, b: Score) =>
  (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
  a.group.localeCompare(b.group, 'vi') ||
  byName(a, b);
const byName = (a: Score, b: Score) => a.name.localeCompare(b.name, 'vi', { numeric: true });
const orders = {
  rank: byRank,
  name: byName,
  total: (a: Score, b: Score) => b.total - a.total || byName(a, b),
};

/** Rankings and how they came about. */
@Injectable()
export class ScoreService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Question): Promise<Output<typeof listScores>> {
    const { roundId, subject, within, group, q, state, sort, cursor, limit } = question;
    const round = await roundBy(this.db, roundId);
    const isRatified = round.state === 'ratified';
    const all = isRatified
      ? await keptScores(this.db, roundId, round.revision, subject)
      : await liveScores(this.db, roundId, subject);
    const mine = await this.within(all, round.to, within);
    const sought = searchKey(q ?? '');
    const found = mine
      .filter((one) => group === undefined || one.group === group)
      .filter((one) => !state || wanted[state](one))
      .filter((one) => searchKey(`${one.name} ${one.unitName}`).includes(sought))
      .toSorted(orders[sort]);
    const start = Number(cursor ?? 0);
    const items = found.slice(start, start + limit);
    const next = start + items.length;
    const document = await documentOf(this.db, roundId, subject);
    const counts = countsOf(all);
    return {
      items,
      nextCursor: next < found.length ? String(next) : null,
      total: found.length,
      ratified: isRatified,
      revision: round.revision,
      groups: [...new Set(all.map((one) => one.group))].toSorted((a, b) =>
        a.localeCompare(b, 'vi'),
      ),
      grades: document.grades.map(({ code }) => ({ code, count: counts.get(code) ?? 0 })),
      capAllows: mostWithHighest(document, counts),
      revokedAwards: await this.revoked(question, new Set(mine.map((one) => one.subjectId))),
    };
  }

  async get({ roundId, subjectId }: Input<typeof getScore>): Promise<Output<typeof getScore>> {
    const round = await roundBy(this.db, roundId);
    const subject = await subjectOf(this.db, subjectId);
    const absent = problem('score-not-found', { roundId, subjectId });
    if (!subject) throw absent;
    const isRatified = round.state === 'ratified';
    const all = isRatified
      ? await keptScores(this.db, roundId, round.revision, subject)
      : await liveScores(this.db, roundId, subject);
    const [score] = await this.within(
      all.filter((one) => one.subjectId === subjectId),
      round.to,
    );
    if (!score) throw absent;
    const explanation = isRatified
      ? (
          await this.db.query(
            'select items from round_result where round_id = $1 and revision = $2 and subject_id = $3',
            [roundId, round.revision, subjectId],
          )
        )[0].items
      : await liveItems(this.db, roundId, subject, subjectId);
    const marks = await this.db.query(
      `select item, step, points::float8 as points, numerator::float8 as numerator, denominator::float8 as denominator,
              no_case as "noCase", reason, to_json(marked_at)#>>'{}' as at, marked_by_name as by
         from score_mark where round_id = $1 and subject_id = $2 order by marked_at desc, item`,
      [roundId, subjectId],
    );
    return { ...score, subject, explanation, marks };
  }

  /** Awards that these results counted and that were revoked since. */
  private async revoked({ roundId, subject }: Question, ids: ReadonlySet<string>) {
    const found = await revokedAwards(this.db, { roundId });
    return found
      .filter((one) => one.subject === subject && ids.has(one.subjectId))
      .map(({ awardId, subjectId, name, revokedOn }) => ({ awardId, subjectId, name, revokedOn }));
  }

  /** Those that lie in the sender's area, narrowed to a unit. */
  private async within(scores: Score[], on: string, within?: string): Promise<Score[]> {
    const roots = reach('report.read', { on, ...(within ? { within } : {}) });
    if (roots.scope === null && roots.within === null) return scores;
    const rows: { id: string }[] = await this.db.query(
      `select sender_id as id from senders_below(coalesce($1::uuid[], $2), $3)
        where $2::uuid[] is null or sender_id in (select sender_id from senders_below($2, $3))`,
      [roots.scope, roots.within, on],
    );
    const inside = new Set(rows.map(({ id }) => id));
    return scores.filter(({ subjectId }) => inside.has(subjectId));
  }
}

/** What a round is scored by: the template it was opened with, before that the newest. */
export async function documentOf(
  db: EntityManager,
  roundId: string,
  subject: ScoreSubject,
): Promise<ScoreTemplateDocument> {
  const [row]: { document: ScoreTemplateDocument }[] = await db.query(
    `select t.document from campaign_round r
       left join round_template f on f.round_id = r.id and f.subject = $2
       join score_template t on t.campaign_id = r.campaign_id and t.subject = $2 and t.id = coalesce(f.template_id, t.id)
      where r.id = $1 order by t.version desc limit 1`,
    [roundId, subject],
  );
  if (!row) throw problem('score-template-not-found', { roundId, subject });
  return row.document;
}

export function countsOf(scores: readonly Score[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { grade } of scores) if (grade) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  return counts;
}

/** What kind of subject an id is; null where nobody has it. */
export async function subjectOf(db: EntityManager, id: string): Promise<ScoreSubject | null> {
  const [row]: { subject: ScoreSubject }[] = await db.query(
    `select 'team' as subject from team where id = $1
     union all select level from unit where id = $1 and level in ('commune', 'district')`,
    [id],
  );
  return row?.subject ?? null;
}

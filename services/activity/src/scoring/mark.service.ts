import {
  type barSubject,
  type changeScore,
  type Permission,
  problem,
  scoreMarked,
  type ScoreMark,
  type scoreSelf,
  type ScoreStep,
  type ScoreSubject,
  subjectBarred,
  type verifyScore,
  type verifyScores,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { currentPrincipal, idFrom, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertMarkable } from './mark.rules.ts';
import { openForMarking } from './open-for-marking.ts';
import { liveItemsOf } from './scores-of.ts';

/** The score sheet of one subject, under the id that its sender made. */
type Sheet = { id: string; subjectId: string; marks: ScoreMark[] };
type Marking = Sheet & { roundId: string };

const permissionOf: Record<ScoreStep, Permission> = {
  self: 'report.write',
  verified: 'report.verify',
  ratified: 'campaign.ratify',
};

/** Points as the subject, who verifies and who ratifies say them, each kept with its author (reporting BR-65). */
@Injectable()
export class MarkService {
  constructor(private readonly db: EntityManager) {}

  self(command: Input<typeof scoreSelf>): Promise<Output<typeof scoreSelf>> {
    return this.markOne('self', command);
  }

  verify(command: Input<typeof verifyScore>): Promise<Output<typeof verifyScore>> {
    return this.markOne('verified', command);
  }

  change(command: Input<typeof changeScore>): Promise<Output<typeof changeScore>> {
    return this.markOne('ratified', command);
  }

  /** A commune settles its teams together: all of them or none. */
  async verifyMany({
    roundId,
    sheets,
  }: Input<typeof verifyScores>): Promise<Output<typeof verifyScores>> {
    await this.mark('verified', roundId, sheets);
    const marks = sheets.reduce((sum, one) => sum + one.marks.length, 0);
    return { subjects: sheets.length, marks };
  }

  bar({ id, roundId, subjectId, why, note }: Input<typeof barSubject>) {
    return this.db.transaction(async (tx) => {
      await openForMarking(tx, roundId, [subjectId], 'report.verify');
      const done: unknown[] = await tx.query(
        `insert into score_bar (id, round_id, subject_id, why, note, barred_by_name)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
        [id, roundId, subjectId, why, note, currentPrincipal().username],
      );
      if (done.length > 0) await publish(tx, subjectBarred, { id, roundId, subjectId, why, note });
      else await this.assertSameBar(tx, { id, roundId, subjectId, why, note });
      return { id };
    });
  }

  /** What came twice under its id is the same, or somebody else's. */
  private async assertSameBar(tx: EntityManager, wanted: Input<typeof barSubject>): Promise<void> {
    const [known] = await tx.query(
      `select id, round_id as "roundId", subject_id as "subjectId", why, note from score_bar where id = $1`,
      [wanted.id],
    );
    sameAgain<Input<typeof barSubject>>(known, wanted);
  }

  private async markOne(step: ScoreStep, { roundId, ...sheet }: Marking) {
    await this.mark(step, roundId, [sheet]);
    return { marks: sheet.marks.length };
  }

  private mark(step: ScoreStep, roundId: string, sheets: readonly Sheet[]): Promise<void> {
    return this.db.transaction(async (tx) => {
      const ids = sheets.map(({ subjectId }) => subjectId);
      const subjects = await openForMarking(tx, roundId, ids, permissionOf[step]);
      const sent = await this.sentBefore(tx, step, roundId, sheets);
      const fresh = sheets.filter(({ id }) => !sent.has(id));
      if (fresh.length === 0) return;
      for (const subject of new Set(subjects.values())) {
        const own = fresh.filter(({ subjectId }) => subjects.get(subjectId) === subject);
        await this.assertMarkable(tx, step, { roundId, subject, sheets: own });
      }
      await this.write(tx, step, roundId, fresh);
      for (const { subjectId, marks } of fresh) {
        const items = marks.map(({ item }) => item);
        const told = { roundId, subjectId, subject: subjects.get(subjectId)!, step, items };
        await publish(tx, scoreMarked, told);
      }
    });
  }

  /** Ids under which the very same subject was marked in this step before; anything else under one of them is refused. */
  private async sentBefore(
    tx: EntityManager,
    step: ScoreStep,
    roundId: string,
    sheets: readonly Sheet[],
  ): Promise<Set<string>> {
    const known: { id: string; roundId: string; subjectId: string; step: string }[] =
      await tx.query(
        `select distinct id, round_id as "roundId", subject_id as "subjectId", step from score_mark where id = any ($1)`,
        [sheets.map(({ id }) => id)],
      );
    const subjectOf = new Map(sheets.map(({ id, subjectId }) => [id, subjectId]));
    const other = known.find(
      (one) =>
        one.roundId !== roundId || one.step !== step || one.subjectId !== subjectOf.get(one.id),
    );
    if (other) throw problem('id-reused', { id: other.id, field: 'subjectId' });
    return new Set(known.map(({ id }) => id));
  }

  private async assertMarkable(
    tx: EntityManager,
    step: ScoreStep,
    {
      roundId,
      subject,
      sheets,
    }: { roundId: string; subject: ScoreSubject; sheets: readonly Sheet[] },
  ): Promise<void> {
    const ids = sheets.map(({ subjectId }) => subjectId);
    const itemsOf = await liveItemsOf(tx, roundId, subject, ids);
    for (const { subjectId, marks } of sheets) {
      const items = itemsOf.get(subjectId);
      if (!items) throw problem('score-not-found', { roundId, subjectId });
      const known = new Map(items.map((item) => [item.code, item]));
      for (const mark of marks) assertMarkable(mark, known.get(mark.item), step);
    }
  }

  private async write(
    tx: EntityManager,
    step: ScoreStep,
    roundId: string,
    sheets: readonly Sheet[],
  ): Promise<void> {
    const { accountId, username } = currentPrincipal();
    const rows = sheets.flatMap((sheet) => sheet.marks.flatMap((mark) => rowsOf(sheet, mark)));
    await tx.query(
      `insert into score_mark (id, item, round_id, subject_id, step, points, numerator, denominator, no_case, reason,
              marked_by, marked_by_name)
       select m.id, m.item, $1, m."subjectId", $2, m.points, (m.figure ->> 'numerator')::numeric,
              (m.figure ->> 'denominator')::numeric, coalesce((m.figure ->> 'noCase')::boolean, false), m.reason, $3, $4
         from jsonb_to_recordset($5::jsonb)
              m (id uuid, "subjectId" uuid, item text, points numeric, figure jsonb, reason text)`,
      [roundId, step, accountId, username, JSON.stringify(rows)],
    );
    if (step !== 'verified') return;
    await tx.query(
      `insert into score_verification (round_id, subject_id, verified_by_name)
       select $1, id, $3 from (select distinct id from unnest($2::uuid[]) id order by id) one
       on conflict (round_id, subject_id) do update
          set verified_at = clock_timestamp(), verified_by_name = excluded.verified_by_name`,
      [roundId, sheets.map(({ subjectId }) => subjectId), username],
    );
  }
}

/** A figure and points of one item are two sayings: the figure stays when the points are changed later. */
function rowsOf({ id, subjectId }: Sheet, { item, points, figure, reason }: ScoreMark) {
  const said = { id, subjectId, item, points, figure, reason };
  if (points === null || figure === null) return [said];
  return [
    { ...said, figure: null },
    { ...said, id: idFrom(`figure beside points ${id}`), points: null, reason: '' },
  ];
}

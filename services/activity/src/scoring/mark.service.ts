import {
  type barSubject,
  type changeScore,
  type Permission,
  problem,
  scoreMarked,
  type ScoredItem,
  type ScoreMark,
  type scoreSelf,
  type ScoreStep,
  subjectBarred,
  type verifyScore,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { currentPrincipal, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { openForMarking } from './open-for-marking.ts';
import { liveItems } from './scores-of.ts';

type Marking = { id: string; roundId: string; subjectId: string; marks: ScoreMark[] };

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
    return this.mark('self', command);
  }

  verify(command: Input<typeof verifyScore>): Promise<Output<typeof verifyScore>> {
    return this.mark('verified', command);
  }

  change(command: Input<typeof changeScore>): Promise<Output<typeof changeScore>> {
    return this.mark('ratified', command);
  }

  bar({ id, roundId, subjectId, why, note }: Input<typeof barSubject>) {
    return this.db.transaction(async (tx) => {
      await openForMarking(tx, roundId, subjectId, 'report.verify');
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

  private mark(step: ScoreStep, { id, roundId, subjectId, marks }: Marking) {
    return this.db.transaction(async (tx) => {
      const subject = await openForMarking(tx, roundId, subjectId, permissionOf[step]);
      const [again] = await tx.query(
        'select round_id as "roundId", subject_id as "subjectId" from score_mark where id = $1 limit 1',
        [id],
      );
      if (again && (again.roundId !== roundId || again.subjectId !== subjectId))
        throw problem('id-reused', { id, field: 'subjectId' });
      if (again) return { marks: marks.length };
      const items = await liveItems(tx, roundId, subject, subjectId);
      if (items.length === 0) throw problem('score-not-found', { roundId, subjectId });
      const known = new Map(items.map((item) => [item.code, item]));
      for (const mark of marks) assertMarkable(mark, known.get(mark.item), step);
      await this.write(tx, step, { id, roundId, subjectId, marks });
      const codes = marks.map(({ item }) => item);
      await publish(tx, scoreMarked, { roundId, subjectId, subject, step, items: codes });
      return { marks: marks.length };
    });
  }

  private async write(
    tx: EntityManager,
    step: ScoreStep,
    { id, roundId, subjectId, marks }: Marking,
  ) {
    const { accountId, username } = currentPrincipal();
    await tx.query(
      `insert into score_mark (id, item, round_id, subject_id, step, points, numerator, denominator, no_case, reason,
              marked_by, marked_by_name)
       select $1, m.item, $2, $3, $4, m.points, (m.figure ->> 'numerator')::numeric,
              (m.figure ->> 'denominator')::numeric, coalesce((m.figure ->> 'noCase')::boolean, false), m.reason, $5, $6
         from jsonb_to_recordset($7::jsonb) m (item text, points numeric, figure jsonb, reason text)`,
      [id, roundId, subjectId, step, accountId, username, JSON.stringify(marks)],
    );
    if (step !== 'verified') return;
    await tx.query(
      `insert into score_verification (round_id, subject_id, verified_by_name) values ($1, $2, $3)
       on conflict (round_id, subject_id) do update
          set verified_at = clock_timestamp(), verified_by_name = excluded.verified_by_name`,
      [roundId, subjectId, username],
    );
  }
}

/** Refuses points or a figure that this item does not take, and a change without its reason. */
function assertMarkable(mark: ScoreMark, item: ScoredItem | undefined, step: ScoreStep): void {
  const told = { item: mark.item };
  if (!item) throw problem('score-item-not-found', told);
  if (mark.points !== null) {
    if (mark.points > item.max) throw problem('score-above-maximum', { ...told, max: item.max });
    const stood = step === 'ratified' ? (item.verified ?? item.reckoned) : item.reckoned;
    const differs = step !== 'self' && stood !== null && stood !== mark.points;
    if (differs && mark.reason.trim().length < 5) throw problem('score-change-needs-reason', told);
    return;
  }
  const { numerator, denominator, noCase } = mark.figure!;
  if (item.indicator === null) throw problem('score-item-takes-points', told);
  if (item.source === 'reports' || item.source === 'platform')
    throw problem('score-figure-is-reported', { ...told, source: item.source });
  const isShare = item.kind === 'ratio-target';
  if (noCase) return;
  if (
    numerator === null ||
    isShare !== (denominator !== null) ||
    (denominator !== null && numerator > denominator)
  )
    throw problem('score-figure-incomplete', told);
}

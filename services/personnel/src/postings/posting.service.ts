import {
  type changePosting,
  type countPostings,
  type Finding,
  type listPostingCopies,
  type listPostings,
  memberRecognised,
  type Posting,
  postingChanged,
  problem,
  type recognise,
} from '@antt/contracts';
import { addDays, type Input, type Output, type PlainDate, today } from '@antt/kernel';
import { acting, publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager, MoreThanOrEqual } from 'typeorm';
import { assertAccepted, reasonOf } from '../accepted-rules.ts';
import { decide } from '../decisions/decide.ts';
import { assertCommune, assertPerson, peopleScope, peopleWithin } from '../people/person-scope.ts';
import { PostingEntity } from './posting.entity.ts';
import { assertWithinQuota, lockCommune } from './quota-stop.ts';
import { RecognitionFacts } from './recognition-facts.ts';

const listSql = sql(import.meta.url, './list-postings.sql');

/** Who serves where, by which decision. */
@Injectable()
export class PostingService {
  constructor(
    private readonly db: EntityManager,
    private readonly facts: RecognitionFacts,
  ) {}

  /** Law 30/2023/QH15 Art. 14.5: by the commune's chair, within the provincial decision. */
  recognise(command: Input<typeof recognise>): Promise<Output<typeof recognise>> {
    return acting(this.db, command, (tx) => this.recogniseWithin(tx, command));
  }

  /** The same within what else happens to the person, with what else was `asked` of somebody. */
  async recogniseWithin(
    tx: EntityManager,
    command: Omit<Input<typeof recognise>, 'dryRun'> & { dryRun?: boolean },
    asked: readonly Finding[] = [],
  ): Promise<Output<typeof recognise>> {
    const { id, personId, teamId, position, validFrom, decision, dryRun } = command;
    const communeId = await placeOf(tx, teamId, validFrom);
    await assertCommune(tx, 'posting.write', communeId, validFrom);
    await assertPerson(tx, 'posting.write', personId, today());
    await lockCommune(tx, communeId);
    const posting: Posting = { id, personId, teamId, position, validFrom, validTo: null };
    const known = await tx.findOneBy(PostingEntity, { id });
    if (known) {
      const { validTo: _, ...wanted } = posting;
      sameAgain<Partial<PostingEntity>>(known, wanted);
      return { ...posting, validTo: known.validTo, findings: [] };
    }
    const { id: decisionId } = await decide(tx, decision, { communeId, on: validFrom });
    await tx.insert(PostingEntity, { ...posting, decisionId });
    await assertWithinQuota(tx, communeId, posting);
    const findings = [...asked, ...(await this.facts.findings(tx, posting, communeId))];
    if (!dryRun) {
      const accepted = assertAccepted('recognition', findings, command);
      await tx.update(PostingEntity, { id }, { accepted, reason: reasonOf(accepted, command) });
      await publish(tx, memberRecognised, { ...posting, decisionId, accepted });
    }
    return { ...posting, findings };
  }

  /** Another title (Art. 16.2) or another team: the posting ends, and another one begins that day. */
  change(command: Input<typeof changePosting>): Promise<Output<typeof changePosting>> {
    const { id, nextId, validFrom, decision, dryRun } = command;
    return acting(this.db, { dryRun }, async (tx) => {
      const former = await tx.findOne(PostingEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!former) throw problem('posting-not-found', { id });
      await assertPerson(tx, 'posting.write', former.personId, today());
      const { personId } = former;
      const { teamId = former.teamId, position = former.position } = command;
      const next: Posting = {
        id: nextId,
        personId,
        teamId,
        position,
        validFrom,
        validTo: former.validTo,
      };
      const known = await tx.findOneBy(PostingEntity, { id: nextId });
      if (known) {
        const { validTo: _, ...wanted } = next;
        sameAgain<Partial<PostingEntity>>(known, wanted);
        return { ...next, validTo: known.validTo, findings: [] };
      }
      await assertChangeable(tx, former, next);
      const [from, communeId] = [
        await placeOf(tx, former.teamId, addDays(validFrom, -1)),
        await placeOf(tx, teamId, validFrom),
      ];
      await assertCommune(tx, 'posting.write', communeId, validFrom);
      await lockCommune(tx, communeId);
      const { id: decisionId } = await decide(tx, decision, { communeId, on: validFrom });
      await tx.update(PostingEntity, { id }, { validTo: validFrom, endDecisionId: decisionId });
      await tx.insert(PostingEntity, { ...next, decisionId });
      // Who stays in the commune takes no place that was free; a surplus is no obstacle to a new title.
      if (from !== communeId) await assertWithinQuota(tx, communeId, next);
      const findings = await this.facts.findings(tx, next, communeId, { isMember: true });
      if (!dryRun) {
        const accepted = assertAccepted('recognition', findings, command);
        const kept = { accepted, reason: reasonOf(accepted, command) };
        await tx.update(PostingEntity, { id: nextId }, kept);
        await publish(tx, postingChanged, { ...next, formerId: id, decisionId, accepted });
      }
      return { ...next, findings };
    });
  }

  async copies({
    after,
  }: Input<typeof listPostingCopies>): Promise<Output<typeof listPostingCopies>> {
    const postings = await this.db.query(
      `select id, person_id as "personId", team_id as "teamId", position, valid_from as "validFrom",
              valid_to as "validTo", version::int, false as gone
         from posting where $1::uuid is null or id > $1 order by id limit 500`,
      [after ?? null],
    );
    return { postings };
  }

  async count(): Promise<Output<typeof countPostings>> {
    const [counted] = await this.db.query(
      'select count(*)::int as postings, coalesce(sum(version), 0)::bigint as versions from posting',
    );
    return counted;
  }

  async list(question: Input<typeof listPostings>): Promise<Output<typeof listPostings>> {
    const { on, personId, teamId, within, cursor, limit } = question;
    const day = on ?? today();
    if (personId) await assertPerson(this.db, 'person.read', personId, day);
    const rows = await this.db.query(listSql, [
      on ?? null,
      day,
      personId ? null : await peopleScope(this.db, 'person.read', day),
      await peopleWithin(this.db, within, day),
      personId ?? null,
      teamId ?? null,
      cursor ?? null,
      limit,
    ]);
    const last = rows.at(-1);
    return {
      items: rows,
      nextCursor: last && rows.length === limit ? last.sortKey : null,
      total: last?.total ?? 0,
    };
  }
}

/** The commune of a team on a day. */
export async function placeOf(tx: EntityManager, teamId: string, on: PlainDate): Promise<string> {
  const [row] = await tx.query(
    `select commune_id from team_commune
      where team_id = $1 and valid_from <= $2 and (valid_to is null or $2 < valid_to)`,
    [teamId, on],
  );
  if (!row) throw problem('team-not-found', { id: teamId, on });
  return row.commune_id;
}

async function assertChangeable(
  tx: EntityManager,
  former: PostingEntity,
  { teamId, position, validFrom }: Posting,
): Promise<void> {
  const { id, personId, validTo } = former;
  if (teamId === former.teamId && position === former.position) {
    throw problem('posting-changes-nothing', { id });
  }
  const later = await tx.findOneBy(PostingEntity, {
    personId,
    validFrom: MoreThanOrEqual(validFrom),
  });
  const isOver = validTo !== null && validTo <= validFrom;
  if (later || isOver || validFrom <= former.validFrom) {
    throw problem('posting-has-later-changes', {
      id,
      on: later?.validFrom ?? validTo ?? former.validFrom,
    });
  }
}

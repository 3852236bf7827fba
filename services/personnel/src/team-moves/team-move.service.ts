import { type Finding, type moveTeam, type Posting, problem, teamMoved } from '@antt/contracts';
import { addDays, type Input, type Output } from '@antt/kernel';
import { acting, assertInside, publish, sameAgain, uuidv7 } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { decide } from '../decisions/decide.ts';
import { assertEachOpen } from '../editing/assert-open.ts';
import { PostingEntity } from '../postings/posting.entity.ts';
import { assertAccepted, reasonOf } from '../accepted-rules.ts';
import { placeOf } from '../postings/posting.service.ts';
import { assertWithinQuota, lockCommune } from '../postings/quota-stop.ts';
import { RecognitionFacts } from '../postings/recognition-facts.ts';
import { TeamMoveEntity } from './team-move.entity.ts';

type Command = Input<typeof moveTeam>;

/** The members of a team go to another one together (Law 30/2023/QH15 Art. 17.1, law BR-19). */
@Injectable()
export class TeamMoveService {
  constructor(
    private readonly db: EntityManager,
    private readonly facts: RecognitionFacts,
  ) {}

  move(command: Command): Promise<Output<typeof moveTeam>> {
    const { decision, accept: _, reason: __, dryRun, ...move } = command;
    const { id, fromTeamId, toTeamId, validFrom } = move;
    if (fromTeamId === toTeamId) throw problem('team-move-goes-nowhere', { id });
    return acting(this.db, { dryRun }, async (tx) => {
      // The old team may end on that very day: where it stood the day before counts.
      const from = await placeOf(tx, fromTeamId, addDays(validFrom, -1));
      const to = await placeOf(tx, toTeamId, validFrom);
      await assertInside(tx, 'posting.write', [from], addDays(validFrom, -1));
      await assertInside(tx, 'posting.write', [to], validFrom);
      await assertEachOpen(tx, [from, to]);
      for (const commune of [...new Set([from, to])].sort()) await lockCommune(tx, commune);
      const { id: decisionId } = await decide(tx, decision, { communeId: to, on: validFrom });
      const known = await tx.findOneBy(TeamMoveEntity, { id });
      if (known) {
        sameAgain<object>(known, { ...move, decisionId });
        return { ...move, postings: await this.moved(tx, id), findings: [] };
      }
      const members = await membersOn(tx, command);
      await tx.insert(TeamMoveEntity, { ...move, decisionId });
      const postings = members.map((member) => next(member, command));
      const ended = { validTo: validFrom, endDecisionId: decisionId };
      await tx.update(PostingEntity, { id: In(members.map((one) => one.id)) }, ended);
      await tx.insert(
        PostingEntity,
        postings.map((posting) => ({ ...posting, decisionId, teamMoveId: id })),
      );
      const whole = { validFrom, validTo: null };
      if (from !== to) await assertWithinQuota(tx, to, whole);
      const findings: Finding[] = [];
      for (const posting of postings) {
        findings.push(...(await this.facts.findings(tx, posting, to, { isMember: true })));
      }
      const told = [...new Map(findings.map((one) => [one.rule, one])).values()];
      if (!dryRun) {
        const accepted = assertAccepted('recognition', told, command);
        const kept = { accepted, reason: reasonOf(accepted, command) };
        await tx.update(PostingEntity, { teamMoveId: id }, kept);
        await publish(tx, teamMoved, { ...move, decisionId, members: postings.length });
      }
      return { ...move, postings, findings: told };
    });
  }

  private async moved(tx: EntityManager, teamMoveId: string): Promise<Posting[]> {
    const found = await tx.findBy(PostingEntity, { teamMoveId });
    return found.map(({ id, personId, teamId, position, validFrom, validTo }) => ({
      ...{ id, personId, teamId, position, validFrom, validTo },
    }));
  }
}

/** Whoever serves in the team that day; nobody of them may have a later change already. */
async function membersOn(tx: EntityManager, command: Command): Promise<PostingEntity[]> {
  const { fromTeamId, validFrom: on } = command;
  const members = await tx
    .createQueryBuilder(PostingEntity, 'posting')
    .setLock('pessimistic_write')
    .where('posting.teamId = :fromTeamId', { fromTeamId })
    .andWhere('posting.validFrom < :on', { on })
    .andWhere('(posting.validTo is null or posting.validTo > :on)', { on })
    .orderBy('posting.id')
    .getMany();
  const [later] = await tx.query(
    `select id, valid_from as "on" from posting
      where valid_from >= $2 and (team_id = $1 or person_id = any ($3)) order by valid_from limit 1`,
    [fromTeamId, on, members.map(({ personId }) => personId)],
  );
  if (later) throw problem('posting-has-later-changes', later);
  if (members.length === 0) throw problem('team-has-no-members', { id: fromTeamId, on });
  return members;
}

function next(member: PostingEntity, { toTeamId, validFrom, keepTitles }: Command): Posting {
  const { personId, position, validTo } = member;
  return {
    id: uuidv7(),
    personId,
    teamId: toTeamId,
    position: keepTitles ? position : 'ordinary',
    validFrom,
    validTo,
  };
}

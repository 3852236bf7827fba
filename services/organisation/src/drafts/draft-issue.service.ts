import { type issueDraft, problem, quotaDraftIssued, recordInstrument } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import {
  assertInside,
  currentPrincipal,
  outsideOf,
  publish,
  sameAgain,
  sql,
  uuidv7,
} from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { InstrumentService } from '../instruments/instrument.service.ts';
import { instrumentInForce } from '../instruments/standing-instrument.ts';
import { lockUnits } from '../units/standing-unit.ts';
import { QuotaDraftEntity, QuotaDraftLineEntity } from './draft.entity.ts';
import { faultOf, isEntered, type LineFault } from './draft.rules.ts';
import { lockDraft, openDraft, told } from './open-draft.ts';

const issueSql = sql(import.meta.url, './issue-lines.sql');

type Command = Input<typeof issueDraft>;
type Answer = Output<typeof issueDraft>;

/** Makes a decision of a draft: its instrument and all its quotas in one transaction, or nothing. */
@Injectable()
export class DraftIssueService {
  constructor(
    private readonly db: EntityManager,
    private readonly instruments: InstrumentService,
  ) {}

  issue(command: Command): Promise<Answer> {
    const { id, instrumentId, number, signedOn, effectiveFrom, replaces } = command;
    return this.db.transaction(async (tx) => {
      // Who issues the same draft at the same time waits here, and then finds it issued.
      const draft = await lockDraft(tx, id);
      if (draft.instrumentId === instrumentId) {
        sameAgain<Partial<QuotaDraftEntity>>(draft, { number, signedOn, effectiveFrom });
        return this.issuedAs(tx, draft);
      }
      await openDraft(tx, id);
      if (command.confirmation !== number) throw problem('draft-confirmation-differs', { number });
      if (effectiveFrom < signedOn) {
        throw problem('draft-signed-after-effect', { on: effectiveFrom, signedOn });
      }
      await assertInside(tx, 'quota.write', [draft.unitId], effectiveFrom);
      const lines = (await tx.findBy(QuotaDraftLineEntity, { draftId: id })).filter(isEntered);
      if (lines.length === 0) throw problem('draft-is-empty', { title: draft.title });
      const unitIds = lines.map(({ unitId }) => unitId);
      const outside = await outsideOf(tx, 'quota.write', unitIds, effectiveFrom);
      await lockUnits(tx, unitIds);
      await this.assertReady(tx, lines, new Set(outside), effectiveFrom);
      const decision = recordInstrument.input.parse({
        id: instrumentId,
        kind: 'decision',
        number,
        issuer: draft.issuer,
        title: draft.title,
        signedOn,
        effectiveFrom,
        replaces,
        amends: await this.amendedBy(tx, command, draft.unitId),
        subjects: ['quota'],
        territory: [draft.unitId],
      });
      await this.instruments.record(decision, tx);
      await instrumentInForce(tx, instrumentId, effectiveFrom);
      const ids = unitIds.map((unitId) => ({ unit_id: unitId, quota_id: uuidv7() }));
      const [counts] = await tx.query(issueSql, [
        id,
        effectiveFrom,
        instrumentId,
        JSON.stringify(ids),
      ]);
      const changedBy = currentPrincipal().username;
      await tx.update(
        QuotaDraftEntity,
        { id },
        {
          status: 'issued',
          number,
          signedOn,
          effectiveFrom,
          instrumentId,
          changedBy,
          changedAt: new Date(),
        },
      );
      const { communes, teams, members } = counts;
      const answer = { instrumentId, communes, teams, members };
      await publish(tx, quotaDraftIssued, {
        ...told(draft),
        ...answer,
        number,
        validFrom: effectiveFrom,
      });
      return answer;
    });
  }

  /** Law BR-02: one decision on quotas holds in a place, and those that change it; this one changes what stands. */
  private async amendedBy(
    tx: EntityManager,
    { effectiveFrom, replaces }: Command,
    unitId: string,
  ): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select distinct q.instrument_id as id
         from unit_below(array[$1::uuid], $2) below
         join quota q on q.unit_id = below.id
          and q.valid_from < $2 and (q.valid_to is null or $2 < q.valid_to)
        where q.instrument_id <> all ($3::uuid[]) limit 100`,
      [unitId, effectiveFrom, replaces],
    );
    return rows.map(({ id }) => id).sort();
  }

  private async issuedAs(tx: EntityManager, draft: QuotaDraftEntity): Promise<Answer> {
    const [counts] = await tx.query(
      `select count(*)::int as communes, coalesce(sum(teams), 0)::int as teams,
              coalesce(sum(members), 0)::int as members from quota where instrument_id = $1`,
      [draft.instrumentId],
    );
    return { instrumentId: draft.instrumentId!, ...counts };
  }

  /** Every line that cannot be issued, by name, so that all can be mended at once. */
  private async assertReady(
    tx: EntityManager,
    lines: QuotaDraftLineEntity[],
    outside: ReadonlySet<string>,
    on: string,
  ): Promise<void> {
    const known: { unitId: string; name: string; stands: boolean; taken: boolean }[] =
      await tx.query(
        `select u.id as "unitId", v.name, v.stands,
                exists (select 1 from quota q where q.unit_id = u.id and q.valid_from = $2) as taken
           from unnest($1::uuid[]) u(id)
           left join lateral (
             select name, valid_from <= $2 and (valid_to is null or $2 < valid_to) as stands
               from unit_version where unit_id = u.id
              order by (valid_from <= $2) desc, valid_from desc limit 1) v on true`,
        [lines.map(({ unitId }) => unitId), on],
      );
    const units = new Map(known.map((row) => [row.unitId, row]));
    const faults = lines.flatMap((line): { unitId: string; name: string; fault: LineFault }[] => {
      const unit = units.get(line.unitId)!;
      const stray = !unit.stands || outside.has(line.unitId);
      const fault = stray ? 'not-standing' : unit.taken ? 'same-day' : faultOf(line);
      return fault ? [{ unitId: line.unitId, name: unit.name, fault }] : [];
    });
    if (faults.length === 0) return;
    throw problem('draft-not-ready', {
      on,
      count: faults.length,
      names: faults
        .slice(0, 5)
        .map(({ name }) => name)
        .join(', '),
      faults,
    });
  }
}

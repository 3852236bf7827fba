import {
  type beginDraft,
  type changeDraft,
  type discardDraft,
  type getDraft,
  type listDrafts,
  problem,
  type QuotaDraft,
  quotaDraftBegun,
  quotaDraftChanged,
  quotaDraftDiscarded,
  type QuotaDraftRow,
  type saveDraftLines,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import {
  assertInside,
  currentPrincipal,
  currentScope,
  publish,
  rootsOf,
  sameAgain,
  sql,
} from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { NormService } from '../norms/norm.service.ts';
import { ServingService } from '../servings/serving.service.ts';
import { ownUnit } from '../units/standing-unit.ts';
import { CeilingService } from './ceiling.service.ts';
import { draftOfAct, lockAct } from './draft-of-act.ts';
import { QuotaDraftEntity, QuotaDraftLineEntity } from './draft.entity.ts';
import { sameLine } from './draft.rules.ts';
import { draftOf, openDraft, told } from './open-draft.ts';

const listSql = sql(import.meta.url, './list-drafts.sql');
const linesSql = sql(import.meta.url, './draft-lines.sql');
const beginSql = sql(import.meta.url, './begin-lines.sql');
const changesSql = sql(import.meta.url, './changed-decisions.sql');
const placesSql = sql(import.meta.url, './divided-places.sql');

/** Decisions on quotas until they are issued. */
@Injectable()
export class DraftService {
  constructor(
    private readonly db: EntityManager,
    private readonly ceilings: CeilingService,
    private readonly norms: NormService,
    private readonly servings: ServingService,
  ) {}

  async list(question: Input<typeof listDrafts>): Promise<Output<typeof listDrafts>> {
    const { status, cursor, limit } = question;
    const on = today();
    const scope = rootsOf(currentScope('draft.read', on));
    const rows = await this.db.query(listSql, [scope, on, status ?? null]);
    const rest = cursor ? rows.filter((row: { sort_key: string }) => row.sort_key < cursor) : rows;
    const page = rest.slice(0, limit);
    return {
      items: page.map((row: Record<string, never>) => ({
        ...draftOf(fromRow(row)),
        unitName: row.unit_name ?? '',
        communes: row.communes,
        teams: row.teams,
        members: row.members,
      })),
      nextCursor: page.length < rest.length ? page.at(-1)!.sort_key : null,
      total: rows.length,
    };
  }

  async get({ id }: Input<typeof getDraft>): Promise<Output<typeof getDraft>> {
    const draft = await this.db.findOneBy(QuotaDraftEntity, { id });
    const absent = problem('draft-not-found', { id });
    if (!draft) throw absent;
    await assertInside(this.db, 'draft.read', [draft.unitId], draft.effectiveFrom, absent);
    const { unitId, effectiveFrom: on } = draft;
    const [rows, ceiling, norms, serving, changes, places, [waiting], [unit]] = await Promise.all([
      this.db.query(linesSql, [id]),
      this.ceilings.standing(unitId, on),
      this.norms.sums({ on, scope: null, within: [unitId] }, 'commune'),
      this.servings.inCommunes(on),
      this.db.query(changesSql, [id]),
      this.db.query(placesSql, [id]),
      this.db.query(
        `select count(*)::int as n from proposal where status = 'accepted' and draft_id is null
            and unit_id in (select id from unit_below(array[$1::uuid], $2::date))`,
        [draft.unitId, draft.effectiveFrom],
      ),
      this.db.query(
        `select name, kind from unit_version where unit_id = $1
          order by (valid_from <= $2::date) desc, valid_from desc limit 1`,
        [draft.unitId, draft.effectiveFrom],
      ),
    ]);
    const lines: QuotaDraftRow[] = rows.map((row: QuotaDraftRow) => ({
      ...row,
      norm: wholeNorm(norms.get(row.unitId)),
      serving: serving?.(row.unitId) ?? null,
    }));
    return {
      ...draftOf(draft),
      unitName: unit?.name ?? '',
      unitKind: unit?.kind ?? '',
      lines,
      ceiling,
      proposals: waiting.n,
      changes,
      places,
    };
  }

  begin(command: Input<typeof beginDraft>): Promise<QuotaDraft> {
    const { start, ...facts } = command;
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(QuotaDraftEntity, { id: command.id });
      if (known) {
        sameAgain({ id: known.id, unitId: known.unitId, start: known.start }, {
          id: command.id,
          unitId: command.unitId,
          start,
        } as never);
        return draftOf(known);
      }
      const { id, unitId, effectiveFrom } = facts;
      const act = start.from === 'reorganisation' ? start : null;
      const due = act && (await lockAct(tx, act.reorganisationId));
      const begun = act && (await draftOfAct(tx, act.reorganisationId));
      if (begun) {
        await assertInside(tx, 'quota.write', [begun.unitId], begun.effectiveFrom);
        return draftOf(begun);
      }
      await ownUnit(tx, 'quota.write', unitId, effectiveFrom);
      const from = 'draftId' in start ? start.draftId : null;
      if (from) await this.get({ id: from });
      const changedBy = currentPrincipal().username;
      const draft: QuotaDraftEntity = {
        ...facts,
        start,
        status: 'draft',
        version: 1,
        number: null,
        signedOn: null,
        instrumentId: null,
        changedAt: new Date(),
        changedBy,
      };
      await tx.insert(QuotaDraftEntity, draft);
      const given = act || start.from === 'norm' ? await this.normLines(unitId, effectiveFrom) : [];
      const lines = due
        ? given.filter((line) => due.includes(line.unit_id)).map((l) => ({ ...l, note: act!.note }))
        : given;
      await tx.query(beginSql, [
        id,
        unitId,
        effectiveFrom,
        start.from,
        from,
        changedBy,
        JSON.stringify(lines),
      ]);
      await publish(tx, quotaDraftBegun, told(draft));
      return draftOf(draft);
    });
  }

  /** What the paper says around its lines; who did not see the last change is told so. */
  change({ version, ...facts }: Input<typeof changeDraft>): Promise<QuotaDraft> {
    return this.db.transaction(async (tx) => {
      const draft = await openDraft(tx, facts.id);
      await assertInside(tx, 'quota.write', [draft.unitId], facts.effectiveFrom);
      if (draft.version !== version) {
        if (JSON.stringify({ ...draftOf(draft), ...facts }) === JSON.stringify(draftOf(draft))) {
          return draftOf(draft);
        }
        throw problem('draft-has-changed', { by: draft.changedBy, names: draft.title, lines: [] });
      }
      const changed = { ...draft, ...facts, version: version + 1, ...mark() };
      await tx.save(QuotaDraftEntity, changed);
      await publish(tx, quotaDraftChanged, { ...told(changed), lines: 0 });
      return draftOf(changed);
    });
  }

  /** All lines or none: a line that somebody changed since it was read is named, with what it says now. */
  saveLines({ id, lines }: Input<typeof saveDraftLines>): Promise<Output<typeof saveDraftLines>> {
    return this.db.transaction(async (tx) => {
      const draft = await openDraft(tx, id);
      const rows = await tx.findBy(QuotaDraftLineEntity, { draftId: id });
      const standing = new Map(rows.map((row) => [row.unitId, row]));
      const stray = lines.filter(({ unitId }) => !standing.has(unitId));
      if (stray.length > 0) {
        throw problem('draft-line-is-outside', { id, count: stray.length });
      }
      const wanted = lines.filter((line) => !sameLine(line, standing.get(line.unitId)!));
      const stale = wanted.filter((line) => line.version !== standing.get(line.unitId)!.version);
      if (stale.length > 0)
        throw await this.changedMeanwhile(
          tx,
          stale.map((l) => standing.get(l.unitId)!),
        );
      const { changedBy, changedAt } = mark();
      for (const line of wanted) {
        const version = line.version + 1;
        await tx.update(
          QuotaDraftLineEntity,
          { draftId: id, unitId: line.unitId },
          { ...line, version, changedBy, changedAt },
        );
        standing.get(line.unitId)!.version = version;
      }
      if (wanted.length > 0) {
        await tx.update(QuotaDraftEntity, { id }, { changedAt, changedBy });
        await publish(tx, quotaDraftChanged, { ...told(draft), lines: wanted.length });
      }
      return {
        lines: lines.map(({ unitId }) => ({
          unitId,
          version: standing.get(unitId)!.version,
        })),
      };
    });
  }

  discard({ id }: Input<typeof discardDraft>): Promise<Record<string, never>> {
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(QuotaDraftEntity, { id });
      if (known?.status === 'discarded') {
        const absent = problem('draft-not-found', { id });
        await assertInside(tx, 'quota.write', [known.unitId], known.effectiveFrom, absent);
        return {};
      }
      const draft = await openDraft(tx, id);
      await tx.update(QuotaDraftEntity, { id }, { status: 'discarded', ...mark() });
      // What it had taken waits for the next draft.
      await tx.query(`update proposal set draft_id = null where draft_id = $1`, [id]);
      await publish(tx, quotaDraftDiscarded, told(draft));
      return {};
    });
  }

  /** What the criteria come to that day, as lines; a commune whose norm is open stays empty. */
  private async normLines(within: string, on: string) {
    const { items } = await this.norms.list({ on, within, level: 'commune', limit: 5000 });
    return items.map(({ unit, villages, teams, members, positions }) => ({
      unit_id: unit.id,
      villages,
      ...(teams && members ? { teams: teams.max, members: members.max, ...positions } : {}),
    }));
  }

  private async changedMeanwhile(tx: EntityManager, rows: QuotaDraftLineEntity[]) {
    const named: { unitId: string; name: string }[] = await tx.query(
      `select distinct on (unit_id) unit_id as "unitId", name from unit_version
        where unit_id = any ($1) order by unit_id, valid_from desc`,
      [rows.map(({ unitId }) => unitId)],
    );
    const names = new Map(named.map(({ unitId, name }) => [unitId, name]));
    const lines = rows.map(({ draftId: _, changedAt: __, ...row }) => ({
      ...row,
      name: names.get(row.unitId),
    }));
    return problem('draft-has-changed', {
      by: [...new Set(rows.map(({ changedBy }) => changedBy))].join(', '),
      names: lines
        .slice(0, 5)
        .map(({ name }) => name)
        .join(', '),
      lines,
    });
  }
}

type Pair = { teams: number; members: number };

/** A norm that a missing figure leaves open is none to weigh a draft against. */
function wholeNorm(norm: { [Key in keyof Pair]: number | null } | undefined): Pair | null {
  return norm?.teams != null && norm.members !== null ? (norm as Pair) : null;
}

function mark() {
  return { changedAt: new Date(), changedBy: currentPrincipal().username };
}

function fromRow(row: Record<string, never>): QuotaDraftEntity {
  return {
    ...row,
    unitId: row.unit_id,
    effectiveFrom: row.effective_from,
    signerTitle: row.signer_title,
    signerName: row.signer_name,
    signedOn: row.signed_on,
    instrumentId: row.instrument_id,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  } as never;
}

import {
  type assignSupervision,
  type endSupervision,
  type listSupervisions,
  problem,
  type replaceSupervision,
  type reportSupervision,
  type revealSupervised,
  supervisedRevealed,
  type Supervision,
  supervisionAssigned,
  supervisionEnded,
  supervisionReported,
} from '@antt/contracts';
import { addWorkingDays, type Input, type Output, today } from '@antt/kernel';
import { publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { workingCalendars } from '../calendar/working-calendar.ts';
import { decide } from '../decisions/decide.ts';
import { servedWhere } from '../duties/served-where.ts';
import { assertCommune, peopleScope, peopleWithin } from '../people/person-scope.ts';
import { Sealer } from '../sealing/sealer.ts';
import { quartersDue, touches } from './quarter.rules.ts';
import { SupervisionEntity } from './supervision.entity.ts';

const listSql = sql(import.meta.url, './list-supervisions.sql');

/** Decree 231/2026 Art. 12: for the proposal as for the decision. */
const workingDaysToAct = 3;

type Row = Omit<Supervision, 'owed' | 'proposalDue' | 'decisionDue'> & {
  sortKey: string;
  total: number;
};
type Wanted = Omit<Input<typeof replaceSupervision>, 'followsId'>;
type Case = Pick<
  SupervisionEntity,
  'caseId' | 'followsId' | 'receivedOn' | 'proposedOn' | 'supervisedName' | 'validTo'
>;

/** Members who help to supervise somebody who serves a sentence in the community. */
@Injectable()
export class SupervisionService {
  constructor(
    private readonly db: EntityManager,
    private readonly sealer: Sealer,
  ) {}

  async list(question: Input<typeof listSupervisions>): Promise<Output<typeof listSupervisions>> {
    const { on, within, personId, state, cursor, limit } = question;
    const scope = await peopleScope(this.db, 'supervision.read', on);
    const inside = await peopleWithin(this.db, within, on);
    const asked = [on, scope, inside, null, cursor ?? null, limit, state ?? null, personId ?? null];
    const rows: Row[] = await this.db.query(listSql, asked);
    const last = rows.at(-1);
    return {
      items: await shown(this.db, rows, on),
      nextCursor: last && rows.length === limit ? last.sortKey : null,
      total: rows[0]?.total ?? 0,
    };
  }

  assign(command: Input<typeof assignSupervision>): Promise<Supervision> {
    const { supervisedName, receivedOn, proposedOn, ...wanted } = command;
    const { id } = wanted;
    return this.db.transaction((tx) =>
      this.begin(tx, wanted, {
        caseId: id,
        followsId: null,
        receivedOn,
        proposedOn,
        supervisedName: this.sealer.seal(supervisedName, placeOf(id)),
        validTo: null,
      }),
    );
  }

  /** The former one ends that day: somebody supervised has one member a day. */
  replace({ followsId, ...wanted }: Input<typeof replaceSupervision>): Promise<Supervision> {
    return this.db.transaction(async (tx) => {
      const former = await this.locked(tx, followsId);
      if (former.validTo === null || wanted.validFrom < former.validTo) {
        await tx.update(SupervisionEntity, { id: followsId }, { validTo: wanted.validFrom });
      }
      return this.begin(tx, wanted, { ...former, followsId, validTo: null });
    });
  }

  end({ id, validTo }: Input<typeof endSupervision>): Promise<Supervision> {
    return this.db.transaction(async (tx) => {
      const { personId, validTo: former } = await this.locked(tx, id);
      if (former === validTo) return this.one(tx, id);
      if (former !== null) throw problem('supervision-is-ended', { id, on: former });
      await tx.update(SupervisionEntity, { id }, { validTo });
      await publish(tx, supervisionEnded, { id, personId, validTo });
      return this.one(tx, id);
    });
  }

  report({ id, quarter, reportedOn }: Input<typeof reportSupervision>): Promise<Supervision> {
    return this.db.transaction(async (tx) => {
      const supervision = await this.locked(tx, id);
      if (!touches(supervision, quarter)) throw problem('supervision-not-of-quarter', { quarter });
      const added = await tx.query(
        `insert into supervision_report (supervision_id, quarter, reported_on) values ($1, $2, $3)
         on conflict do nothing returning 1`,
        [id, quarter, reportedOn],
      );
      const { personId } = supervision;
      if (added.length > 0) await publish(tx, supervisionReported, { id, personId, quarter });
      return this.one(tx, id);
    });
  }

  /** Whose name it is becomes known to nobody without a line in the audit log. */
  reveal({ id, reason }: Input<typeof revealSupervised>): Promise<Output<typeof revealSupervised>> {
    return this.db.transaction(async (tx) => {
      const found = await tx.findOneBy(SupervisionEntity, { id });
      const scope = await peopleScope(tx, 'criminal-record.read', today());
      if (!found || (scope && !scope.includes(found.communeId))) {
        throw problem('supervision-not-found', { id });
      }
      const { personId, caseId, supervisedName } = found;
      await publish(tx, supervisedRevealed, { id, personId, reason });
      return { name: this.sealer.open(supervisedName, placeOf(caseId)) };
    });
  }

  /** Law BR-95, BR-96: by the chair's decision, of somebody who is a member that day. */
  private async begin(tx: EntityManager, wanted: Wanted, of: Case): Promise<Supervision> {
    const { id, personId, validFrom, decision } = wanted;
    const { communeId } = await servedWhere(tx, 'supervision.write', personId, decision.signedOn);
    await assertCommune(tx, 'supervision.write', communeId, validFrom);
    const { id: decisionId } = await decide(tx, decision, { communeId, on: decision.signedOn });
    const row = { ...of, id, personId, communeId, validFrom, decisionId };
    const known = await tx.findOneBy(SupervisionEntity, { id });
    if (known) {
      this.assertSame(known, row);
      return this.one(tx, id);
    }
    await tx.insert(SupervisionEntity, row);
    await publish(tx, supervisionAssigned, { id, personId, followsId: of.followsId, decisionId });
    return this.one(tx, id);
  }

  /** An end that came since is no other content, and one name is never sealed the same way twice. */
  private assertSame(known: SupervisionEntity, wanted: SupervisionEntity): void {
    const { supervisedName, validTo: _, ...plain } = wanted;
    sameAgain<Partial<SupervisionEntity>>(known, plain);
    const place = placeOf(known.caseId);
    if (this.sealer.open(known.supervisedName, place) !== this.sealer.open(supervisedName, place)) {
      throw problem('id-reused', { id: known.id, field: 'supervisedName' });
    }
  }

  private async locked(tx: EntityManager, id: string): Promise<SupervisionEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    const found = await tx.findOne(SupervisionEntity, { where: { id }, lock });
    if (!found) throw problem('supervision-not-found', { id });
    await assertCommune(tx, 'supervision.write', found.communeId, found.validFrom);
    return found;
  }

  private async one(tx: EntityManager, id: string): Promise<Supervision> {
    const rows: Row[] = await tx.query(listSql, [today(), null, null, id, null, 1, null, null]);
    return (await shown(tx, rows, today()))[0]!;
  }
}

/** The name is sealed to its case, which its first supervision names. */
function placeOf(caseId: string) {
  return { personId: caseId, field: 'supervised-name' };
}

async function shown(db: EntityManager, rows: Row[], on: string): Promise<Supervision[]> {
  const calendarOf = await workingCalendars(db, [...new Set(rows.map((row) => row.communeId))]);
  return rows.map(({ total: _, sortKey: __, ...row }) => {
    const calendar = calendarOf(row.communeId);
    const due = (from: string) => addWorkingDays(from, workingDaysToAct, calendar);
    return {
      ...row,
      proposalDue: due(row.receivedOn),
      decisionDue: due(row.proposedOn),
      owed: quartersDue(row, on).filter((quarter) => !row.reported.includes(quarter)),
    };
  });
}

import {
  type decideSeverance,
  type FormerForce,
  type getServiceYears,
  type getSeverancePrice,
  type listSeverances,
  problem,
  type recordSeverance,
  type Severance,
  severanceDecided,
  severanceRecorded,
  severanceTakenBack,
  type takeBackSeverance,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Case } from '../cases/case.ts';
import { CasePriceService } from '../cases/case-price.service.ts';
import { decide } from '../decisions/decide.ts';
import { permittedOf } from '../people/permitted.ts';
import {
  assertCommune,
  assertPerson,
  communeOf,
  peopleScope,
  peopleWithin,
  survivorOf,
} from '../people/person-scope.ts';
import { asYears, halvesOf, monthsOf } from './service-years.rules.ts';
import { SeveranceEntity } from './severance.entity.ts';

const listSql = sql(import.meta.url, './list-severances.sql');

type Row = Severance & { sortKey: string; total: number };
type Period = { force: FormerForce; from: string; to: string; open: boolean };
type Found = Period & { lastAllowance: number | null };

/** Severance of who left a former force, and the service that it rests on. */
@Injectable()
export class SeveranceService {
  constructor(
    private readonly db: EntityManager,
    private readonly prices: CasePriceService,
  ) {}

  async list(question: Input<typeof listSeverances>): Promise<Output<typeof listSeverances>> {
    const { on, within, personId, state, cursor, limit } = question;
    const scope = await peopleScope(this.db, 'claim.read', on);
    const inside = await peopleWithin(this.db, within, on);
    const asked = [on, scope, inside, personId ?? null, null, cursor ?? null, limit, state ?? null];
    const rows: Row[] = await this.db.query(listSql, asked);
    return {
      items: rows.map(plain),
      nextCursor: rows.length === limit ? rows.at(-1)!.sortKey : null,
      total: rows[0]?.total ?? 0,
    };
  }

  record(command: Input<typeof recordSeverance>): Promise<Severance> {
    const { id, personId, receivedOn } = command;
    return this.db.transaction(async (tx) => {
      await assertPerson(tx, 'claim.write', personId, receivedOn);
      const known = await tx.findOneBy(SeveranceEntity, { id });
      if (known) {
        sameAgain<Partial<SeveranceEntity>>(known, command);
        return this.one(tx, id);
      }
      const keeper = await communeOf(tx, personId, receivedOn);
      const [{ commune: communeId }] = await tx.query(
        'select coalesce(commune_since($1, $2), $1) as commune',
        [keeper, receivedOn],
      );
      await assertCommune(tx, 'claim.write', communeId, receivedOn);
      await tx.insert(SeveranceEntity, { ...command, communeId });
      await publish(tx, severanceRecorded, { id, personId });
      return this.one(tx, id);
    });
  }

  decide(command: Input<typeof decideSeverance>): Promise<Severance> {
    const { id, outcome, decision, amount = null, reasons } = command;
    return this.db.transaction(async (tx) => {
      const severance = await this.locked(tx, id);
      const { personId, communeId } = severance;
      if (severance.outcome) throw problem('severance-is-decided', { id, on: severance.decidedOn });
      const decidedOn = decision.signedOn;
      const { id: decisionId } = await decide(tx, decision, { communeId, on: decidedOn });
      await tx.update(SeveranceEntity, { id }, { outcome, amount, reasons, decisionId, decidedOn });
      if (outcome === 'granted') {
        const told = { amount, decidedOn, reasons };
        const granted = await this.prices.grant(tx, caseOf(severance), told);
        await tx.update(SeveranceEntity, { id }, { amount: granted });
      }
      await publish(tx, severanceDecided, { id, personId, outcome, decisionId });
      return this.one(tx, id);
    });
  }

  takeBack({ id, reason }: Input<typeof takeBackSeverance>): Promise<Severance> {
    return this.db.transaction(async (tx) => {
      const { outcome, personId } = await this.locked(tx, id);
      if (!outcome) throw problem('case-is-not-decided', { id });
      const undecided = { outcome: null, amount: null, reasons: '' };
      await tx.update(SeveranceEntity, { id }, { ...undecided, decisionId: null, decidedOn: null });
      await this.prices.takeBack(tx, id);
      await publish(tx, severanceTakenBack, { id, personId, reason });
      return this.one(tx, id);
    });
  }

  async price({
    id,
    on,
  }: Input<typeof getSeverancePrice>): Promise<Output<typeof getSeverancePrice>> {
    const severance = await this.db.findOneBy(SeveranceEntity, { id });
    const scope = await peopleScope(this.db, 'claim.read', on);
    if (!severance || (scope !== null && !scope.includes(severance.communeId))) {
      throw problem('severance-not-found', { id });
    }
    return this.prices.price(caseOf(severance), on);
  }

  private async locked(tx: EntityManager, id: string): Promise<SeveranceEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    const severance = await tx.findOne(SeveranceEntity, { where: { id }, lock });
    if (!severance) throw problem('severance-not-found', { id });
    await assertCommune(tx, 'claim.write', severance.communeId, severance.receivedOn);
    return severance;
  }

  private async one(tx: EntityManager, id: string): Promise<Severance> {
    const [row]: Row[] = await tx.query(listSql, [null, null, null, null, id, null, 1, null]);
    return plain(row!);
  }

  async years(question: Input<typeof getServiceYears>): Promise<Output<typeof getServiceYears>> {
    const { on } = question;
    const id = await survivorOf(this.db, question.personId);
    await assertPerson(this.db, 'person.read', id, on);
    const may = await permittedOf(this.db, id, on);
    if (!may('person-profile.read') && !may('bank-account.read')) {
      throw problem('not-allowed', { permission: 'person-profile.read' });
    }
    const found: Found[] = await this.db.query(
      `select d.slot as force, d.valid_from as "from", least(coalesce(d.valid_to, $2), $2) as "to",
              d.valid_to is null or d.valid_to > $2 as open,
              (d.content ->> 'lastAllowance')::float8 as "lastAllowance"
         from person_records($1) r join person_detail d on d.person_id = r.id
        where d.kind = 'service' and d.withdrawn_at is null and d.valid_from < $2
        order by d.slot, d.valid_from`,
      [id, on],
    );
    const forces = [...new Set(found.map(({ force }) => force))];
    const items = forces.map((force) => {
      const periods = found.filter((period) => period.force === force);
      const months = monthsOf(periods);
      const { lastAllowance, open } = periods.at(-1)!;
      return { force, months, years: asYears(halvesOf(months)), lastAllowance, open };
    });
    return { items };
  }
}

function plain({ sortKey: _, total: __, ...severance }: Row): Severance {
  return severance;
}

function caseOf(severance: SeveranceEntity): Case {
  const { id, personId, communeId, leftOn, receivedOn, forces, ground } = severance;
  const dossier = { id, personId, communeId, receivedOn, happenedOn: leftOn };
  return { ...dossier, about: 'severance', forces, ground };
}

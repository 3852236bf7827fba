import {
  type addClaimPapers,
  type appraiseClaim,
  type Claim,
  claimAppraised,
  claimCompleted,
  claimDecided,
  claimReceived,
  claimTakenBack,
  type decideClaim,
  type getClaimPrice,
  type listClaims,
  problem,
  type receiveClaim,
  type takeBackClaim,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { currentPrincipal, publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { workingCalendars } from '../calendar/working-calendar.ts';
import { decide } from '../decisions/decide.ts';
import type { Case } from '../cases/case.ts';
import { CasePriceService } from '../cases/case-price.service.ts';
import { dayOf } from '../duties/night.rules.ts';
import { servedWhere } from '../duties/served-where.ts';
import { assertCommune, peopleScope, peopleWithin } from '../people/person-scope.ts';
import { parameterOf } from '../settings/parameter-of.ts';
import { ClaimEntity } from './claim.entity.ts';
import { missingPapers, routeOf, termsOf } from './claim.rules.ts';
import { assertEvidence, assertUninsured } from './claim-evidence.ts';

const listSql = sql(import.meta.url, './list-claims.sql');

type Row = Omit<Claim, 'terms' | 'missing' | 'route' | 'happenedAt'> & {
  happenedAt: Date;
  completedOn: string | null;
  sortKey: string;
  total: number;
};

/** Claims of members who came to harm on duty (Decree 40/2024 Art. 5, 6). */
@Injectable()
export class ClaimService {
  constructor(
    private readonly db: EntityManager,
    private readonly prices: CasePriceService,
  ) {}

  async list(question: Input<typeof listClaims>): Promise<Output<typeof listClaims>> {
    const { on, within, personId, state, cursor, limit } = question;
    const scope = await peopleScope(this.db, 'claim.read', on);
    const inside = await peopleWithin(this.db, within, on);
    const asked = [on, scope, inside, personId ?? null, null, cursor ?? null, limit, state ?? null];
    const rows: Row[] = await this.db.query(listSql, asked);
    const last = rows.at(-1);
    return {
      items: await this.shown(this.db, rows),
      nextCursor: last && rows.length === limit ? last.sortKey : null,
      total: rows[0]?.total ?? 0,
    };
  }

  receive(command: Input<typeof receiveClaim>): Promise<Claim> {
    const { id, personId, kind, papers, receivedOn } = command;
    return this.db.transaction(async (tx) => {
      const happenedAt = new Date(command.happenedAt);
      const on = dayOf(happenedAt);
      const { communeId } = await servedWhere(tx, 'claim.write', personId, on);
      await assertCommune(tx, 'claim.write', communeId, on);
      const row = { ...command, happenedAt, communeId };
      const known = await tx.findOneBy(ClaimEntity, { id });
      if (known) {
        sameAgain<Partial<ClaimEntity>>(known, row);
        return this.one(tx, id);
      }
      if (receivedOn < on) throw problem('claim-is-received-after-harm', { on });
      await assertEvidence(tx, row);
      await assertUninsured(tx, row);
      const isComplete = missingPapers(kind, papers).length === 0;
      await tx.insert(ClaimEntity, { ...row, completedOn: isComplete ? receivedOn : null });
      await publish(tx, claimReceived, { id, personId, kind });
      return this.one(tx, id);
    });
  }

  complete({ id, papers, on }: Input<typeof addClaimPapers>): Promise<Claim> {
    return this.step(id, async (tx, claim) => {
      const all = [...new Set([...claim.papers, ...papers])];
      const isComplete = missingPapers(claim.kind, all).length === 0;
      const completedOn = claim.completedOn ?? (isComplete ? on : null);
      await tx.update(ClaimEntity, { id }, { papers: all, completedOn });
      await publish(tx, claimCompleted, { ...about(claim), papers });
    });
  }

  appraise({ id, on, report, ...measure }: Input<typeof appraiseClaim>): Promise<Claim> {
    return this.step(id, async (tx, claim) => {
      const appraiser = currentPrincipal().username;
      await tx.update(ClaimEntity, { id }, { ...measure, appraisedOn: on, report, appraiser });
      await publish(tx, claimAppraised, about(claim));
    });
  }

  decide({
    id,
    outcome,
    decision,
    amount = null,
    reasons,
  }: Input<typeof decideClaim>): Promise<Claim> {
    return this.step(id, async (tx, claim) => {
      const { communeId, kind, beneficiary } = claim;
      const decidedOn = decision.signedOn;
      const isGranted = outcome === 'granted';
      if (isGranted && kind === 'death' && !beneficiary)
        throw problem('death-names-who-is-paid', { id });
      const { id: decisionId } = await decide(tx, decision, { communeId, on: decidedOn });
      await tx.update(ClaimEntity, { id }, { outcome, amount, reasons, decisionId, decidedOn });
      if (isGranted) {
        const granted = await this.prices.grant(tx, caseOf(claim), { amount, decidedOn, reasons });
        await tx.update(ClaimEntity, { id }, { amount: granted });
      }
      await publish(tx, claimDecided, { ...about(claim), outcome, decisionId });
    });
  }

  async price({ id, on }: Input<typeof getClaimPrice>): Promise<Output<typeof getClaimPrice>> {
    const claim = await this.db.findOneBy(ClaimEntity, { id });
    const scope = await peopleScope(this.db, 'claim.read', on);
    if (!claim || (scope !== null && !scope.includes(claim.communeId))) {
      throw problem('claim-not-found', { id });
    }
    return this.prices.price(caseOf(claim), on);
  }

  takeBack({ id, reason }: Input<typeof takeBackClaim>): Promise<Claim> {
    return this.db.transaction(async (tx) => {
      const claim = await this.locked(tx, id);
      if (!claim.outcome) throw problem('case-is-not-decided', { id });
      const undecided = { outcome: null, amount: null, reasons: '' };
      await tx.update(ClaimEntity, { id }, { ...undecided, decisionId: null, decidedOn: null });
      await this.prices.takeBack(tx, id);
      await publish(tx, claimTakenBack, { ...about(claim), reason });
      return this.one(tx, id);
    });
  }

  /** One step of an undecided claim, while nobody else takes one. */
  private step(
    id: string,
    act: (tx: EntityManager, claim: ClaimEntity) => Promise<void>,
  ): Promise<Claim> {
    return this.db.transaction(async (tx) => {
      const claim = await this.locked(tx, id);
      if (claim.outcome) throw problem('claim-is-decided', { id, on: claim.decidedOn });
      await act(tx, claim);
      return this.one(tx, id);
    });
  }

  private async locked(tx: EntityManager, id: string): Promise<ClaimEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    const claim = await tx.findOne(ClaimEntity, { where: { id }, lock });
    if (!claim) throw problem('claim-not-found', { id });
    await assertCommune(tx, 'claim.write', claim.communeId, dayOf(claim.happenedAt));
    return claim;
  }

  private async one(tx: EntityManager, id: string): Promise<Claim> {
    const [claim] = await this.shown(
      tx,
      await tx.query(listSql, [null, null, null, null, id, null, 1, null]),
    );
    return claim!;
  }

  private async shown(db: EntityManager, rows: Row[]): Promise<Claim[]> {
    const calendarOf = await workingCalendars(db, [...new Set(rows.map((row) => row.communeId))]);
    return Promise.all(
      rows.map(async ({ total: _, sortKey: __, completedOn, happenedAt, ...row }) => {
        const { communeId, receivedOn, appraisedOn, decidedOn } = row;
        const steps = { receivedOn, completedOn, appraisedOn, decidedOn };
        const changeover = await parameterOf(db, 'claims-by-commune-from', communeId, receivedOn);
        const route = routeOf(receivedOn, changeover);
        return {
          ...row,
          happenedAt: happenedAt.toISOString(),
          route,
          missing: missingPapers(row.kind, row.papers),
          terms: termsOf(steps, route, calendarOf(communeId)),
        };
      }),
    );
  }
}

function about({ id, personId, kind }: ClaimEntity) {
  return { id, personId, kind };
}

function caseOf(claim: ClaimEntity): Case {
  const { id, personId, communeId, kind, happenedAt, receivedOn } = claim;
  return {
    ...{ id, personId, communeId, receivedOn, about: kind, happenedOn: dayOf(happenedAt) },
    treatmentCost: claim.treatmentCost ?? null,
    treatmentDays: claim.treatmentDays ?? null,
    lostPercent: claim.lostPercent ?? null,
    beneficiary: claim.beneficiary ?? '',
  };
}

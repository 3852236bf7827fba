import {
  type CommuneConsolidation,
  type ConsolidationGroup,
  type ConsolidationTerm,
  consolidationTermSet,
  type listCommuneConsolidations,
  type listConsolidations,
  type setConsolidationTerm,
} from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { assertInside, publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { instrumentInForce } from '../instruments/instrument.service.ts';
import { lockUnits } from '../units/standing-unit.ts';
import { communesOf } from './commune-reach.ts';
import { ConsolidationTermEntity } from './consolidation.entity.ts';
import { isOverdue, proposalOf } from './consolidation.rules.ts';

const listSql = sql(import.meta.url, './list-consolidations.sql');
const communeSql = sql(import.meta.url, './commune-basis.sql');

type GroupRow = Omit<ConsolidationGroup, 'step' | 'overdue' | 'proposal'> & {
  sort_key: string;
  total: number;
};
type CommuneRow = CommuneConsolidation['unit'] &
  Pick<CommuneConsolidation, 'waiting' | 'teams' | 'decided' | 'until'> & {
    basis_id: string | null;
    basis_number: string;
    basis_signed_on: PlainDate;
  };

@Injectable()
export class ConsolidationService {
  constructor(private readonly db: EntityManager) {}

  async list(
    question: Input<typeof listConsolidations>,
  ): Promise<Output<typeof listConsolidations>> {
    const { on, cursor, limit } = question;
    const communes = await communesOf(this.db, question);
    const rows: GroupRow[] = await this.db.query(listSql, [on, communes, cursor ?? null, limit]);
    return {
      items: rows.map(({ sort_key: _, total: __, ...group }) => ({
        ...group,
        step: group.basis ? 'chair-decision' : 'provincial-decision',
        overdue: isOverdue(group.until, on),
        proposal: proposalOf(group.teams, group.villages),
      })),
      nextCursor: rows.length === limit ? rows.at(-1)!.sort_key : null,
      total: rows[0]?.total ?? 0,
    };
  }

  async byCommune(
    question: Input<typeof listCommuneConsolidations>,
  ): Promise<Output<typeof listCommuneConsolidations>> {
    const { on } = question;
    const rows: CommuneRow[] = await this.db.query(communeSql, [
      on,
      await communesOf(this.db, question),
    ]);
    const items = rows.map((row): CommuneConsolidation => {
      const { id, kind, name, code, waiting, teams, decided, until } = row;
      const { basis_id, basis_number: number, basis_signed_on: signedOn } = row;
      const basis = basis_id ? { id: basis_id, number, signedOn } : null;
      const overdue = waiting > 0 && isOverdue(until, on);
      const step = basis ? 'chair-decision' : 'provincial-decision';
      return {
        unit: { id, kind, name, code },
        waiting,
        teams,
        decided,
        step,
        basis,
        until,
        overdue,
      };
    });
    const sum = (of: (item: CommuneConsolidation) => number) =>
      items.reduce((total, item) => total + of(item), 0);
    const totals = {
      waiting: sum((item) => item.waiting),
      teams: sum((item) => item.teams),
      decided: sum((item) => item.decided),
      overdue: sum((item) => (item.overdue ? item.waiting : 0)),
    };
    return { items, totals };
  }

  /** Until when the teams of a unit may share a village, from a day on. */
  setTerm(command: Input<typeof setConsolidationTerm>): Promise<ConsolidationTerm> {
    const { id, unitId, instrumentId, validFrom } = command;
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(ConsolidationTermEntity, { id });
      if (known) {
        const { validTo: _, ...term } = known;
        return sameAgain(term, command);
      }
      await assertInside(tx, 'quota.write', [unitId], validFrom);
      await lockUnits(tx, [unitId]);
      if (instrumentId) await instrumentInForce(tx, instrumentId, validFrom);
      await tx.query(
        `update consolidation_term set valid_to = $2
          where unit_id = $1 and valid_from < $2 and (valid_to is null or $2 < valid_to)`,
        [unitId, validFrom],
      );
      await tx.insert(ConsolidationTermEntity, { ...command, validTo: null });
      await publish(tx, consolidationTermSet, command);
      return command;
    });
  }
}

import {
  type assignGap,
  type Gap,
  Gap as Gaps,
  gapAssigned,
  gapOwnerSet,
  type GapRow,
  type listGaps,
  type Role,
  type setGapOwner,
} from '@antt/contracts';
import { type Input, type Output, searchKey } from '@antt/kernel';
import { assertEverywhere, publish, reach, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager, IsNull, LessThan, MoreThan } from 'typeorm';
import { ownUnit } from '../units/standing-unit.ts';
import { GapAssignmentEntity, GapOwnerEntity } from './gap.entity.ts';
import { openGaps } from './open-gaps.ts';

/** A function: a `$1` of the question is no group of a pattern. */
const listSql = sql(import.meta.url, './list-gaps.sql').replace(
  '(/* gaps */)',
  () => `(\n${openGaps}\n)`,
);

type Row = {
  unit_id: string | null;
  kind: Gap;
  since: string;
  age: number;
  villages: number;
  decided: number | null;
  active: number;
  teams_with: number;
  code: string;
  name: string;
  unit_kind: GapRow['unit']['kind'];
  level: GapRow['unit']['level'];
  commune_id: string | null;
  commune_name: string;
  commune_kind: GapRow['unit']['kind'];
  owner_level: 'province' | 'commune' | null;
  owner_role: Role;
  owner_id: string | null;
  owner_name: string;
  owner_kind: GapRow['unit']['kind'];
  assignment_id: string | null;
  assignee: string;
  due_on: string | null;
  note: string;
  assigned_from: string;
  sort_key: string;
  total: number;
  counts: Partial<Record<Gap, number>>;
};

@Injectable()
export class GapService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listGaps>): Promise<Output<typeof listGaps>> {
    const { on, kind, q, assigned, cursor, limit } = question;
    const { scope, within } = reach('coverage.read', question);
    const rows: Row[] = await this.db.query(listSql, [
      on,
      scope,
      within,
      kind ?? null,
      q ? searchKey(q) : null,
      assigned ?? null,
      cursor ?? null,
      limit + 1,
    ]);
    const [{ total, counts }] = rows as [Row];
    const found = rows.filter(({ unit_id }) => unit_id !== null);
    const shown = found.slice(0, limit);
    return {
      items: shown.map(gapOf),
      nextCursor: found.length > limit ? shown.at(-1)!.sort_key : null,
      total,
      counts: Object.fromEntries(Gaps.options.map((one) => [one, counts[one] ?? 0])) as Output<
        typeof listGaps
      >['counts'],
    };
  }

  async assign(command: Input<typeof assignGap>): Promise<Output<typeof assignGap>> {
    return this.db.transaction(async (tx) => {
      const { id, unitId, kind, validFrom } = command;
      const known = await tx.findOneBy(GapAssignmentEntity, { id });
      if (known) return assignmentOf(sameAgain(known, command));
      await ownUnit(tx, 'team.write', unitId, validFrom);
      // What was said for the same day is said anew; what was said before ends.
      await tx.delete(GapAssignmentEntity, { unitId, kind, validFrom });
      const open = { unitId, kind, validFrom: LessThan(validFrom) };
      await tx.update(GapAssignmentEntity, { ...open, validTo: IsNull() }, { validTo: validFrom });
      await tx.update(
        GapAssignmentEntity,
        { ...open, validTo: MoreThan(validFrom) },
        { validTo: validFrom },
      );
      const kept = await tx.save(GapAssignmentEntity, { ...command, validTo: null });
      await publish(tx, gapAssigned, command);
      return assignmentOf(kept);
    });
  }

  async setOwner(command: Input<typeof setGapOwner>): Promise<Output<typeof setGapOwner>> {
    assertEverywhere('quota.write', command.validFrom);
    return this.db.transaction(async (tx) => {
      const { kind, validFrom } = command;
      await tx.delete(GapOwnerEntity, { kind, validFrom });
      const open = { kind, validFrom: LessThan(validFrom), validTo: IsNull() };
      await tx.update(GapOwnerEntity, open, { validTo: validFrom });
      await tx.save(GapOwnerEntity, { ...command, validTo: null });
      await publish(tx, gapOwnerSet, command);
      return command;
    });
  }
}

function assignmentOf({ validTo: _, ...rest }: GapAssignmentEntity): Output<typeof assignGap> {
  return rest;
}

function gapOf(row: Row): GapRow {
  const { unit_id, kind, since, age, villages, decided, active } = row;
  return {
    unit: {
      id: unit_id!,
      code: row.code,
      name: row.name,
      kind: row.unit_kind,
      level: row.level,
    },
    commune:
      row.commune_id === null
        ? null
        : { id: row.commune_id, name: row.commune_name, kind: row.commune_kind },
    kind,
    since,
    ageDays: age,
    figures: { villages, decided, active, teamsWith: row.teams_with },
    owner:
      row.owner_level === null
        ? null
        : {
            level: row.owner_level,
            role: row.owner_role,
            unit:
              row.owner_id === null
                ? null
                : { id: row.owner_id, name: row.owner_name, kind: row.owner_kind },
          },
    assignment:
      row.assignment_id === null
        ? null
        : {
            id: row.assignment_id,
            assignee: row.assignee,
            dueOn: row.due_on,
            note: row.note,
            validFrom: row.assigned_from,
          },
  };
}

import {
  type GradeScheme,
  gradeSchemeFault,
  gradeSchemeSet,
  type listGradeSchemes,
  problem,
  type setGradeScheme,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { publish, reach, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertMayLayDown, endFormer } from '../laying-down.ts';
import { GradeSchemeEntity } from './grade.entity.ts';
import { schemesOf } from './grade-years-of.ts';

/** How years are graded, as data: shipped, and laid down by provinces from days on. */
@Injectable()
export class GradeSchemeService {
  constructor(private readonly db: EntityManager) {}

  async list({ within }: Input<typeof listGradeSchemes>): Promise<Output<typeof listGradeSchemes>> {
    const on = today();
    const [unitId = null] = reach('grade.read', within ? { on, within } : { on }).within ?? [];
    const items = await schemesOf(this.db, unitId, on);
    return { items, nextCursor: null, total: items.length };
  }

  set(command: Input<typeof setGradeScheme>): Promise<GradeScheme> {
    return this.db.transaction(async (tx) => {
      const { id, unitId, validFrom, document } = command;
      await assertMayLayDown(tx, unitId, validFrom);
      const known = await tx.findOneBy(GradeSchemeEntity, { id });
      if (known) return sameAgain<GradeScheme>(known, command);
      const fault = gradeSchemeFault(document);
      if (fault) throw problem('grade-scheme-cannot-be-used', { ...fault });
      const validTo = await endFormer(tx, 'grade_scheme', { unit_id: unitId }, validFrom);
      const scheme: GradeScheme = { ...command, validTo };
      await tx.insert(GradeSchemeEntity, scheme as never);
      await publish(tx, gradeSchemeSet, scheme);
      return scheme;
    });
  }
}

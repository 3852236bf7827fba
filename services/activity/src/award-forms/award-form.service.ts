import {
  type AwardForm,
  awardFormSet,
  type AwardRule,
  awardRuleSet,
  type listAwardForms,
  type listAwardRules,
  type setAwardForm,
  type setAwardRule,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { assertMayLayDown, endFormer } from '../laying-down.ts';
import { AwardFormEntity, AwardRuleEntity } from './award-form.entity.ts';
import { awardFormsOf, awardRuleOf } from './award-forms-of.ts';

/** Forms and titles of awards and what bars them, as data: shipped, and laid down by provinces from days on. */
@Injectable()
export class AwardFormService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listAwardForms>): Promise<Output<typeof listAwardForms>> {
    const items = await awardFormsOf(this.db, question);
    return { items, nextCursor: null, total: items.length };
  }

  set(command: Input<typeof setAwardForm>): Promise<AwardForm> {
    const { id, code, unitId, validFrom } = command;
    return this.db.transaction(async (tx) => {
      await assertMayLayDown(tx, unitId, validFrom);
      const known = await tx.findOneBy(AwardFormEntity, { id });
      if (known) return sameAgain<AwardForm>(known, command);
      const thing = { code, unit_id: unitId };
      const validTo = await endFormer(tx, 'award_form', thing, validFrom);
      const form = { ...command, validTo };
      await tx.insert(AwardFormEntity, form as never);
      await publish(tx, awardFormSet, form);
      return form;
    });
  }

  async listRules(question: Input<typeof listAwardRules>): Promise<Output<typeof listAwardRules>> {
    const rule = await awardRuleOf(this.db, question);
    const items = rule ? [rule] : [];
    return { items, nextCursor: null, total: items.length };
  }

  setRule(command: Input<typeof setAwardRule>): Promise<AwardRule> {
    const { id, unitId, validFrom } = command;
    return this.db.transaction(async (tx) => {
      await assertMayLayDown(tx, unitId, validFrom);
      const known = await tx.findOneBy(AwardRuleEntity, { id });
      if (known) return sameAgain<AwardRule>(known, command);
      const validTo = await endFormer(tx, 'award_rule', { unit_id: unitId }, validFrom);
      const rule = { ...command, validTo };
      await tx.insert(AwardRuleEntity, rule);
      await publish(tx, awardRuleSet, rule);
      return rule;
    });
  }
}

import {
  type Form,
  formSet,
  type getForm,
  type listForms,
  problem,
  type setForm,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { indicatorsOf } from '../indicators/indicators-of.ts';
import { assertMayLayDown, endFormer } from '../laying-down.ts';
import { kindOn } from '../report-kinds/kind-on.rules.ts';
import { versionsFor } from '../report-kinds/kinds-of.ts';
import { FormEntity } from './form.entity.ts';
import { codesOf, formFault } from './form.rules.ts';
import { formsOf } from './forms-of.ts';

/** What reports are made of, as data: shipped, and laid down by provinces from days on. */
@Injectable()
export class FormService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listForms>): Promise<Output<typeof listForms>> {
    const items = await formsOf(this.db, question);
    return { items, nextCursor: null, total: items.length };
  }

  async get({ id, on, within }: Input<typeof getForm>): Promise<Output<typeof getForm>> {
    const form = await this.db.findOneBy(FormEntity, { id });
    if (!form) throw problem('form-not-found', { id });
    const codes = codesOf(form.document);
    const all = await indicatorsOf(this.db, { on, within: within ?? form.unitId ?? undefined });
    const known = new Map(all.map((one) => [one.code, one]));
    return { ...form, indicators: codes.flatMap((code) => known.get(code) ?? []) };
  }

  set(command: Input<typeof setForm>): Promise<Form> {
    const { id, kindCode, sender, unitId, document, validFrom } = command;
    return this.db.transaction(async (tx) => {
      await assertMayLayDown(tx, unitId, validFrom);
      const known = await tx.findOneBy(FormEntity, { id });
      if (known) return sameAgain<Form>(known, command);
      const kind = kindOn(await versionsFor(tx, unitId, kindCode), validFrom);
      if (!kind || !kind.senders.includes(sender)) {
        throw problem('report-kind-not-found', { code: kindCode, on: validFrom, unitId, sender });
      }
      const indicators = await indicatorsOf(tx, { on: validFrom, within: unitId ?? undefined });
      const fault = formFault(document, sender, new Map(indicators.map((one) => [one.code, one])));
      if (fault) throw problem('form-cannot-be-filled-in', { ...fault, on: validFrom });
      const thing = { kind_code: kindCode, sender, unit_id: unitId };
      const validTo = await endFormer(tx, 'form', thing, validFrom);
      const form = { ...command, validTo };
      await tx.insert(FormEntity, form as never);
      await publish(tx, formSet, form);
      return form;
    });
  }
}

import type { Form, FormDocument, Indicator, SenderKind } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { codesOf } from '../forms/form.rules.ts';
import { fixForm, formOfPeriod } from '../forms/forms-of.ts';
import { indicatorsOf } from '../indicators/indicators-of.ts';

export type Sheet = {
  form: Form;
  document: FormDocument;
  indicators: ReadonlyMap<string, Indicator>;
};
export type SheetQuestion = {
  periodId: string;
  sender: SenderKind;
  provinceId: string;
  on: PlainDate;
  /** The form that was fixed with the period's first report. */
  formId: string | null;
};

/** What an indicator is may be set right later for a day that has passed. */
const stays = 60_000;
const most = 1_000;

/** The forms that reports are written by, with their indicators; in memory once they are fixed. */
@Injectable()
export class Sheets {
  private readonly known = new Map<string, { sheet: Sheet; until: number }>();

  /** Without a report yet, the one that the first would be written by. */
  async of(db: EntityManager, question: SheetQuestion): Promise<Sheet | null> {
    if (!question.formId) return this.read(db, question, await this.unfixed(db, question));
    const key = `${question.formId} ${question.periodId}`;
    const kept = this.known.get(key);
    if (kept && Date.now() < kept.until) return kept.sheet;
    const sheet = await this.read(db, question, await this.unfixed(db, question));
    if (this.known.size >= most) this.known.clear();
    if (sheet) this.known.set(key, { sheet, until: Date.now() + stays });
    return sheet;
  }

  /** The same, fixed from now on where this is the period's first report. */
  async fixed(tx: EntityManager, question: SheetQuestion): Promise<Sheet | null> {
    if (question.formId) return this.of(tx, question);
    return this.read(tx, question, await fixForm(tx, question.periodId, question.sender));
  }

  private unfixed(db: EntityManager, { periodId, sender }: SheetQuestion): Promise<Form | null> {
    return formOfPeriod(db, periodId, sender);
  }

  private async read(
    db: EntityManager,
    { on, provinceId }: SheetQuestion,
    form: Form | null,
  ): Promise<Sheet | null> {
    if (!form) return null;
    const asked = new Set(codesOf(form.document));
    const all = await indicatorsOf(db, { on, within: provinceId });
    const indicators = new Map(
      all.filter(({ code }) => asked.has(code)).map((one) => [one.code, one]),
    );
    return { form, document: form.document, indicators };
  }
}

import type { Form, SenderKind } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { EntityManager } from 'typeorm';

export type FormQuestion = {
  on: PlainDate;
  /** A unit of any level; left out, everything as laid down. */
  within?: string | undefined;
  kindCode?: string | undefined;
  sender?: SenderKind | undefined;
};

/** Forms of a day, for a unit those that hold there: its province's own before what is shipped. */
export function formsOf(
  db: EntityManager,
  { on, within, kindCode, sender }: FormQuestion,
): Promise<Form[]> {
  return db.query(
    `select id, kind_code as "kindCode", sender, unit_id as "unitId", document, certainty, citation,
            valid_from as "validFrom", valid_to as "validTo"
       from (select f.*, row_number() over (partition by kind_code, sender order by unit_id nulls last) as place
               from form f
              where valid_from <= $1 and (valid_to is null or $1 < valid_to)
                and ($2::uuid is null or unit_id is null or unit_id = province_of($2, $1))
                and ($3::text is null or kind_code = $3) and ($4::text is null or sender = $4)) held
      where $2::uuid is null or place = 1
      order by kind_code, sender, unit_id nulls first`,
    [on, within ?? null, kindCode ?? null, sender ?? null],
  );
}

/**
 * The form that a kind of sender reports by in a period: the one fixed with the period's first report, else the one of
 * its last day. Null where none is laid down.
 */
export async function formOfPeriod(
  db: EntityManager,
  periodId: string,
  sender: SenderKind,
): Promise<Form | null> {
  const [period]: { provinceId: string; kindCode: string; on: PlainDate; formId: string | null }[] =
    await db.query(
      `select p.province_id as "provinceId", p.kind_code as "kindCode", p.to_on as "on",
              f.form_id as "formId"
         from reporting_period p left join period_form f on f.period_id = p.id and f.sender = $2
        where p.id = $1`,
      [periodId, sender],
    );
  if (!period) return null;
  const { on, provinceId, kindCode, formId } = period;
  if (!formId) {
    const [form] = await formsOf(db, { on, within: provinceId, kindCode, sender });
    return form ?? null;
  }
  const [form] = await db.query(
    `select id, kind_code as "kindCode", sender, unit_id as "unitId", document, certainty, citation,
            valid_from as "validFrom", valid_to as "validTo" from form where id = $1`,
    [formId],
  );
  return form;
}

/** Fixes the form of a period: what is laid down afterwards is for later periods. */
export async function fixForm(
  tx: EntityManager,
  periodId: string,
  sender: SenderKind,
): Promise<Form | null> {
  const form = await formOfPeriod(tx, periodId, sender);
  if (!form) return null;
  await tx.query(
    `insert into period_form (period_id, sender, form_id) values ($1, $2, $3) on conflict do nothing`,
    [periodId, sender, form.id],
  );
  return formOfPeriod(tx, periodId, sender);
}

import {
  type keepPaperTemplate,
  type listPaperTemplates,
  type openPaperTemplate,
  PaperKind,
  paperKinds,
  type PaperTemplate,
  paperTemplateKept,
  problem,
  templateLimit,
} from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { assertInside, Files, handFile, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { tagsOfKind } from './paper-tags.ts';
import { PaperTemplateEntity } from './paper-template.entity.ts';

const tags = Object.fromEntries(
  PaperKind.options.map((kind) => [
    kind,
    tagsOfKind(kind).map((one) => ({
      tag: one.tag,
      ...('names' in one ? { rows: one.names } : {}),
    })),
  ]),
) as Output<typeof listPaperTemplates>['tags'];

/** The provinces' own wordings of papers; where none is set, the delivered one holds. */
@Injectable()
export class PaperTemplateService {
  constructor(
    private readonly db: EntityManager,
    private readonly files: Files,
  ) {}

  async list({
    on,
    within,
  }: Input<typeof listPaperTemplates>): Promise<Output<typeof listPaperTemplates>> {
    const items = await this.db.query(
      `select t.id, t.kind, t.unit_id as "unitId", t.source, t.name, t.size,
              t.valid_from as "validFrom", t.valid_to as "validTo",
              coalesce(v.kind || ' ' || v.name, '') as "unitName"
         from paper_template t
         left join lateral (select kind, name from unit_version
                             where unit_id = t.unit_id order by valid_from desc limit 1) v on true
        where ($1::date is null or t.valid_from <= $1 and (t.valid_to is null or $1 < t.valid_to))
          and ($2::uuid is null or t.unit_id = $2)
        order by t.kind, t.unit_id, t.valid_from desc`,
      [on ?? null, within ?? null],
    );
    return { items, nextCursor: null, total: items.length, tags };
  }

  async keep(command: Input<typeof keepPaperTemplate>): Promise<PaperTemplate> {
    const { file, ...about } = command;
    const { id, kind, unitId, validFrom } = about;
    if (file.size > templateLimit) throw problem('upload-too-large', { limit: templateLimit });
    const content = await checked(kind, file.name, await this.files.read(file));
    return this.db.transaction(async (tx) => {
      await assertInside(tx, 'setting.write', [unitId], validFrom);
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [unitId + kind]);
      const known = await tx.findOneBy(PaperTemplateEntity, { id });
      const facts = { ...about, name: file.name, size: content.length };
      if (known) return sameAgain<PaperTemplate>(known, facts);
      const [next] = await tx.query(
        `select min(valid_from) as "from" from paper_template
          where kind = $1 and unit_id = $2 and valid_from > $3`,
        [kind, unitId, validFrom],
      );
      // What was set for the same day before is replaced, what began earlier ends here.
      await tx.query(
        'delete from paper_template where kind = $1 and unit_id = $2 and valid_from = $3',
        [kind, unitId, validFrom],
      );
      await tx.query(
        `update paper_template set valid_to = $3
          where kind = $1 and unit_id = $2 and valid_from < $3 and (valid_to is null or $3 < valid_to)`,
        [kind, unitId, validFrom],
      );
      const kept: PaperTemplate = { ...facts, validTo: next.from };
      await tx.insert(PaperTemplateEntity, { ...kept, content });
      await publish(tx, paperTemplateKept, kept);
      return kept;
    });
  }

  async open(question: Input<typeof openPaperTemplate>): Promise<Output<typeof openPaperTemplate>> {
    const { kind, unitId = null, on } = question;
    const { name, content } = await this.inForce(kind, unitId, on);
    return { file: await handFile(this.files, name, content) };
  }

  /** That of the nearest unit above which has set one, else the delivered one. */
  async inForce(
    kind: PaperKind,
    unitId: string | null,
    on: PlainDate,
  ): Promise<{ name: string; content: Buffer }> {
    const [found]: { name: string; content: Buffer }[] = await this.db.query(
      `select t.name, t.content
         from unit_above($1, $2) a
         join paper_template t on t.unit_id = a.id and t.kind = $3
          and t.valid_from <= $2 and (t.valid_to is null or $2 < t.valid_to)
        order by a.steps limit 1`,
      [unitId, on, kind],
    );
    if (found) return found;
    const { deliveredTemplate } = await import('./word.ts');
    return {
      name: `${['mau', paperKinds[kind].form, kind].filter(Boolean).join('-')}.docx`,
      content: await deliveredTemplate(kind),
    };
  }
}

/** The file as it may be kept: readable, with no tag that nothing fills. */
async function checked(kind: PaperKind, name: string, bytes: Uint8Array): Promise<Buffer> {
  const { checkedTemplate, tagsOf, TemplateFault } = await import('./word.ts');
  try {
    const content = await checkedTemplate(bytes);
    const known = new Set(
      tagsOfKind(kind).flatMap((one) => [one.tag, ...('names' in one ? one.names : [])]),
    );
    const unknown = tagsOf(content).filter((tag) => !known.has(tag));
    if (unknown.length > 0) {
      throw problem('paper-template-tags-unknown', { tags: unknown, count: unknown.length });
    }
    return content;
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    const { tags } = error;
    throw tags.length > 0
      ? problem('paper-template-tags-open', { tags, count: tags.length })
      : problem('paper-template-unreadable', { name });
  }
}

import {
  type CompiledQuestion,
  type CompiledReport,
  type getCompiledReport,
  type Indicator,
  type listCompiledParts,
  problem,
  type SenderKind,
} from '@antt/contracts';
import type { Input, Output, PlainDate } from '@antt/kernel';
import { assertInside, reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Sheets } from '../reports/sheets.ts';
import { openObstacles } from '../obstacles/obstacles-of.ts';
import { askedOf, spanOf } from './spans.ts';
import type { Spanned } from './span.rules.ts';
import { besideOf, type Definition, sumsOf, type Sums } from './sums.ts';

const owing = sql(import.meta.url, './compiled-owing.sql');
const missingSql = owing + sql(import.meta.url, './compiled-missing.sql');

type Unit = CompiledReport['units'][number];
type Missing = CompiledReport['missing'];
type Parts = Output<typeof listCompiledParts>;
/** Everything that a figure is reckoned from. */
type Ground = Spanned & {
  span: CompiledReport['span'];
  on: PlainDate;
  units: Unit[];
  above: CompiledReport['above'];
  provinceId: string;
  sender: SenderKind;
};

/** The most that are named; how many there are stands beside. */
const mostNamed = 500;

/** What the reports of a time come to in a unit: counted when asked, as completeness is (decision 0073). */
@Injectable()
export class CompiledReportService {
  constructor(
    private readonly db: EntityManager,
    private readonly sheets: Sheets,
  ) {}

  async get(question: Input<typeof getCompiledReport>): Promise<Output<typeof getCompiledReport>> {
    const ground = await this.groundOf(question);
    const { span, units, above, window, former, sender, provinceId } = ground;
    const last = window.periods.at(-1)!;
    const sheet = await this.sheets.of(this.db, {
      ...{ periodId: last.id, sender, provinceId, on: last.to, formId: null },
    });
    if (!sheet) {
      throw problem('form-not-found', { code: question.kindCode, on: last.to, sender });
    }
    const indicators = [...sheet.indicators.values()];
    const [now, before] = await this.both(ground, indicators);
    const [kind]: { name: string }[] = await this.db.query(
      `select k.name from reporting_period p join report_kind k on k.id = p.kind_id where p.id = $1`,
      [last.id],
    );
    return {
      ...{ units, above, kindCode: question.kindCode, kindName: kind!.name, sender, span, window },
      ...{ former, counts: now.counts, counting: now.counting, corrected: now.corrected },
      formerCounts: former && before.counts,
      groups: sheet.document.groups.map(({ name, nameEn, items }) => ({
        ...{ name, nameEn },
        codes: items.map(({ code }) => code).filter((code) => sheet.indicators.has(code)),
      })),
      indicators,
      figures: indicators.map(({ code }) => besideOf(code, now, before)),
      missing: await this.missing(ground),
      obstacles: await openObstacles(this.db, {
        kindCode: question.kindCode,
        to: window.to,
        units: units.map(({ id }) => id),
      }),
    };
  }

  async parts({ code, ...question }: Input<typeof listCompiledParts>): Promise<Parts> {
    const ground = await this.groundOf(question);
    const { units, above, window, former, sender, provinceId } = ground;
    const last = window.periods.at(-1)!;
    const sheet = await this.sheets.of(this.db, {
      ...{ periodId: last.id, sender, provinceId, on: last.to, formId: null },
    });
    const indicator = sheet?.indicators.get(code);
    if (!indicator) throw problem('indicator-not-found', { code, on: last.to });
    const [now, before] = await this.both(ground, [indicator]);
    const rows = await this.sums(ground, window, [indicator], true);
    const olds = former ? await this.sums(ground, former, [indicator], true) : [];
    const oldOf = new Map(olds.map((one) => [one.id, one]));
    const items = rows.map((row) => {
      const {
        value,
        reported,
        former: old,
        formerReported,
      } = besideOf(code, row, oldOf.get(row.id));
      const { id, kind, name, isSender, counting, counts } = row;
      return {
        ...{ id: id!, kind, name, isSender, counting, owed: counts.owed, missing: counts.missing },
        ...{ value, reported, former: old, formerReported },
      };
    });
    return {
      ...{ items, nextCursor: null, total: items.length, units, above, window, former, indicator },
      ...{ whole: besideOf(code, now, before), counts: now.counts },
      ...{ counting: now.counting, corrected: now.corrected },
    };
  }

  /** All together, now and before. */
  private async both(ground: Ground, indicators: Indicator[]): Promise<[Sums, Sums]> {
    const { window, former } = ground;
    const [now] = await this.sums(ground, window, indicators, false);
    const [before] = former ? await this.sums(ground, former, indicators, false) : [];
    return [now ?? nothing, before ?? nothing];
  }

  private sums(
    { sender, units }: Ground,
    { periods }: Spanned['window'],
    indicators: readonly Definition[],
    byPart: boolean,
  ): Promise<Sums[]> {
    const place = { sender, units: units.map(({ id }) => id) };
    return sumsOf(this.db, { ...place, periods: periods.map(({ id }) => id), byPart }, indicators);
  }

  private async missing({ window, sender, units }: Ground): Promise<Missing> {
    const rows: (Missing['items'][number] & { total: number })[] = await this.db.query(missingSql, [
      ...[window.periods.map(({ id }) => id), sender, units.map(({ id }) => id), mostNamed],
    ]);
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  private async groundOf(question: CompiledQuestion): Promise<Ground> {
    const { span, on } = await askedOf(this.db, question);
    const { within: roots, scope } = reach('report.read', { on, within: question.within });
    const ids = roots ?? scope ?? [];
    const units: (Unit & { provinceId: string })[] = await this.db.query(
      `select v.unit_id as id, v.kind, v.name, u.level, province_of(v.unit_id, $2) as "provinceId"
         from unnest($1::uuid[]) with ordinality one (id, place)
         join unit u on u.id = one.id
         join unit_version v on v.unit_id = u.id and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
        order by one.place`,
      [ids, on],
    );
    const absent = problem('unit-not-found', { id: question.within, on });
    if (units.length === 0) throw absent;
    await assertInside(
      this.db,
      'report.read',
      units.map(({ id }) => id),
      on,
      absent,
    );
    const { provinceId } = units[0]!;
    const spanned = await spanOf(this.db, question, provinceId);
    if (!spanned) throw problem('nothing-to-compile', { on, code: question.kindCode });
    const [above]: { kind: string; name: string }[] = await this.db.query(
      `select v.kind, v.name from unit_above($1, $2) a
         join unit_version v on v.unit_id = a.id and v.valid_from <= $2 and (v.valid_to is null or $2 < v.valid_to)
        where a.steps > 0 order by a.steps limit 1`,
      [units[0]!.id, on],
    );
    return {
      ...{ ...spanned, span, on, above: above ?? null, provinceId, sender: question.sender },
      units: units.map(({ provinceId: _, ...unit }) => unit),
    };
  }
}

/** Nobody owes anything there. */
const nothing: Sums = {
  ...{ id: null, name: '', kind: '', isSender: false, counting: 0, corrected: 0, totals: [] },
  counts: {
    ...{ owed: 0, missing: 0, submitted: 0, returned: 0, verified: 0, accepted: 0 },
    ...{ inTime: 0, late: 0, changedSinceAcceptance: 0 },
  },
};

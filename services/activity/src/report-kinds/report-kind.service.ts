import {
  type endReportKind,
  type getReportKind,
  type listReportKinds,
  problem,
  type ReportKind,
  reportKindEnded,
  reportKindSet,
  type setReportKind,
  type TimingWarning,
} from '@antt/contracts';
import { addYears, type Input, type Output, type PlainDate } from '@antt/kernel';
import { publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Calendars } from '../calendars.ts';
import { assertMayLayDown, endFormer } from '../laying-down.ts';
import { openPeriods, withdrawUnused } from '../reporting-periods/period-opening.ts';
import { kindOn } from './kind-on.rules.ts';
import { byCode, kindsLaidDown, provinceOf, versionsFor } from './kinds-of.ts';
import { ReportKindEntity } from './report-kind.entity.ts';
import { timingFault, timingWarnings } from './term.rules.ts';

type Laid = Omit<ReportKind, 'validTo'>;
type LaidDown = Output<typeof setReportKind>;
type Place = { on: PlainDate; within?: string | undefined; code?: string | undefined };

/** Report kinds as data: shipped, and laid down by provinces from days on. */
@Injectable()
export class ReportKindService {
  constructor(
    private readonly db: EntityManager,
    private readonly calendars: Calendars,
  ) {}

  async list({
    sender,
    ...place
  }: Input<typeof listReportKinds>): Promise<Output<typeof listReportKinds>> {
    const kinds = await this.kindsOf(place);
    const items = kinds.filter(({ senders }) => !sender || senders.includes(sender));
    return { items, nextCursor: null, total: items.length };
  }

  async get({ code, on, within }: Input<typeof getReportKind>) {
    const [kind] = await this.kindsOf({ code, on, within });
    if (!kind) throw problem('report-kind-not-found', { code, on, unitId: within ?? null });
    const unitId = within ? await provinceOf(this.db, within, on) : null;
    return { ...kind, warnings: await this.warnings(kind, on, unitId) };
  }

  async set(command: Input<typeof setReportKind>): Promise<LaidDown> {
    const field = timingFault(command);
    if (field) throw problem('report-timing-incomplete', { code: command.code, field });
    return this.layDown({ ...command, inUse: true });
  }

  /** A version of its own that is not in use: what is shipped goes on for the other provinces. */
  async end(command: Input<typeof endReportKind>): Promise<LaidDown> {
    const { id, code, unitId, validFrom, citation } = command;
    const known = await this.db.findOneBy(ReportKindEntity, { id });
    const held = known ?? kindOn(await versionsFor(this.db, unitId, code), validFrom);
    if (!held) throw problem('report-kind-not-found', { code, on: validFrom, unitId });
    const { validTo: _, ...definition } = held;
    const laid = { id, code, unitId, validFrom, citation, certainty: null, inUse: false };
    return this.layDown({ ...definition, ...laid });
  }

  private async layDown(laid: Laid): Promise<LaidDown> {
    const { id, code, unitId, validFrom } = laid;
    // Before the transaction: another service answers.
    await assertMayLayDown(this.db, unitId, validFrom);
    const provinces = unitId ? [unitId] : await this.provincesWithPeriods(code);
    const calendarOf = await this.calendars.of(provinces);
    const warnings = laid.inUse
      ? timingWarnings(laid, yearFrom(validFrom), calendarOf(unitId))
      : [];
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(ReportKindEntity, { id });
      if (known) return { ...sameAgain<ReportKind>(known, laid), warnings, replacedPeriods: 0 };
      const thing = { code, unit_id: unitId };
      const validTo = await endFormer(tx, 'report_kind', thing, validFrom);
      const kind: ReportKind = { ...laid, validTo };
      await tx.insert(ReportKindEntity, kind as never);
      const gone = await withdrawUnused(tx, { code, unitId, from: validFrom });
      for (const { provinceId, from, to } of gone) {
        await openPeriods(tx, { provinceId, from, to, code }, calendarOf(provinceId));
      }
      await publish(tx, laid.inUse ? reportKindSet : reportKindEnded, kind);
      const replacedPeriods = gone.reduce((sum, { count }) => sum + count, 0);
      return { ...kind, warnings, replacedPeriods };
    });
  }

  private async kindsOf({ on, within, code }: Place): Promise<ReportKind[]> {
    if (!within) return kindsLaidDown(this.db, on, code);
    const provinceId = await provinceOf(this.db, within, on);
    const versions = byCode(await versionsFor(this.db, provinceId, code));
    return [...versions.values()].flatMap((each) => kindOn(each, on) ?? []);
  }

  private async warnings(
    kind: ReportKind,
    on: PlainDate,
    unitId: string | null,
  ): Promise<TimingWarning[]> {
    if (kind.nature !== 'periodic') return [];
    const calendarOf = await this.calendars.of(unitId ? [unitId] : []);
    return timingWarnings(kind, yearFrom(on), calendarOf(unitId));
  }

  private async provincesWithPeriods(code: string): Promise<string[]> {
    const rows: { id: string }[] = await this.db.query(
      'select distinct province_id as id from reporting_period where kind_code = $1',
      [code],
    );
    return rows.map(({ id }) => id);
  }
}

function yearFrom(day: PlainDate): { from: PlainDate; to: PlainDate } {
  return { from: day, to: addYears(day, 1) };
}

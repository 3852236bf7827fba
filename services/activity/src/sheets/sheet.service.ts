import {
  type getReportSheet,
  type IndicatorValue,
  mostSheetRows,
  problem,
  type ReportFinding,
  type ReportValue,
  reportSheetTaken,
  sheetColumns,
  type SheetFinding,
  sheetLimit,
  type takeReportSheet,
} from '@antt/contracts';
import { type Input, type Output, Problem } from '@antt/kernel';
import { inThread, type Workbook } from '@antt/reading';
import { acting, currentContext, Files, idFrom, publish } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { EntityManager } from 'typeorm';
import { ReportService } from '../reports/report.service.ts';
import { SendingService } from '../reports/sending.service.ts';
import { Sheets } from '../reports/sheets.ts';
import {
  type ReadSheet,
  readReportSheet,
  sheetFinding,
  type SheetRow,
} from './sheet-reading.rules.ts';

type Command = Input<typeof takeReportSheet>;
type Taken = Output<typeof takeReportSheet>;
type SheetOf = Output<typeof getReportSheet>;
type Known = SheetOf['rows'][number];

/** A workbook may take so long to be read. */
const patience = 30_000;

/** Carries out of the transaction what kept all of it from being sent. */
class Refused extends Error {
  readonly taken: Taken;

  constructor(taken: Taken) {
    super('workbook refused');
    this.taken = taken;
  }
}

/** Reports of a period as a workbook: a row for each sender, filled in and sent together. */
@Injectable()
export class SheetService {
  constructor(
    private readonly db: EntityManager,
    private readonly files: Files,
    private readonly reports: ReportService,
    private readonly sending: SendingService,
    private readonly sheets: Sheets,
  ) {}

  async get(question: Input<typeof getReportSheet>): Promise<SheetOf> {
    const { periodId, sender } = question;
    const { items, total } = await this.reports.list({ ...question, limit: mostSheetRows });
    if (total > mostSheetRows)
      throw problem('report-sheet-too-long', { count: total, limit: mostSheetRows });
    const period = await this.reports.period(periodId);
    const { provinceId, to: on, kindCode } = period;
    const sheet = await this.sheets.of(this.db, { periodId, sender, provinceId, on, formId: null });
    if (!sheet) throw problem('form-not-found', { code: kindCode, on, sender });
    const said = await this.standing(
      periodId,
      items.map(({ senderId }) => senderId),
    );
    return {
      ...{ period, form: sheet.form, indicators: [...sheet.indicators.values()] },
      rows: items.map(({ senderId, name, unitName, state, version }) => ({
        ...{ senderId, name, unitName, state, version, values: said.get(senderId) ?? [] },
      })),
    };
  }

  async take({ file, ...command }: Command): Promise<Taken> {
    if (file.size > sheetLimit) throw problem('upload-too-large', { limit: sheetLimit });
    const { periodId, sender, within } = command;
    const place = within ? { periodId, sender, within } : { periodId, sender };
    const known = await this.get(place);
    const read = await this.read(await this.files.take(file), known);
    try {
      return await acting(this.db, command, async (tx) => {
        const taken = await this.send(tx, command, read, known);
        const isRefused = taken.findings.some(({ severity }) => severity === 'error');
        // nothing of a workbook is sent while anything in it is wrong
        if (isRefused && !command.dryRun) throw new Refused({ ...taken, sent: 0, reports: [] });
        if (taken.sent > 0) {
          await publish(tx, reportSheetTaken, { id: command.id, ...place, sent: taken.sent });
        }
        return taken;
      });
    } catch (error) {
      if (error instanceof Refused) return error.taken;
      throw error;
    }
  }

  private async read(bytes: Uint8Array, known: SheetOf): Promise<ReadSheet> {
    const { deadline } = currentContext();
    const outcome = await inThread<Workbook & { longest: number; most: number }>(
      import.meta.url,
      'sheet-thread',
      bytes,
      patience,
      deadline,
    );
    if (!('result' in outcome)) {
      const said = outcome.exceeded === 'time' ? 'file-takes-too-long' : 'file-needs-too-much';
      return { rows: [], findings: [sheetFinding('unreadable', { said })] };
    }
    const { sheets, problems, longest, most } = outcome.result;
    if (longest > most) throw problem('report-workbook-too-long', { count: longest, limit: most });
    const [fault] = problems.filter(({ severity }) => severity === 'error');
    if (fault) return { rows: [], findings: [sheetFinding('unreadable', { said: fault.code })] };
    const shapes = new Map(known.indicators.map((one) => [one.code, one]));
    const names = new Map(known.rows.map(({ senderId, name }) => [senderId, name]));
    return readReportSheet(sheets, {
      columns: sheetColumns(known.form.document, shapes),
      nameOf: (senderId) => names.get(senderId),
    });
  }

  private async send(
    tx: EntityManager,
    command: Omit<Command, 'file'>,
    { rows, findings }: ReadSheet,
    known: SheetOf,
  ): Promise<Taken> {
    const taken: Taken = {
      ...{ read: rows.length, sent: 0, unchanged: 0, empty: 0, reports: [] },
      findings: [...findings],
    };
    const byId = new Map(known.rows.map((one) => [one.senderId, one]));
    for (const row of rows) {
      const standing = byId.get(row.senderId)!;
      if (row.isEmpty) taken.empty += 1;
      else if (row.isFaulty) continue;
      else if (says(row, standing)) taken.unchanged += 1;
      else await this.sendRow(tx, command, { row, standing }, taken);
    }
    return taken;
  }

  /** One report of many; what is wrong with it is told at its cells, and the others are still looked at. */
  private async sendRow(
    tx: EntityManager,
    { id, periodId, confirmed, dryRun, reason }: Omit<Command, 'file'>,
    { row, standing }: { row: SheetRow; standing: Known },
    taken: Taken,
  ): Promise<void> {
    const { senderId, follows, values } = row;
    const { name, state } = standing;
    const isJudged = state === 'verified' || state === 'accepted' || state === 'locked';
    try {
      const sent = await this.sending.sendIn(tx, {
        ...{ id: idFrom(`report sheet ${id} ${senderId}`), periodId, senderId, follows, values },
        ...{ confirmed: confirmed || dryRun, reason: isJudged ? reason : '', receivedOn: null },
      });
      taken.sent += 1;
      taken.reports.push({ senderId, name, state: sent.state });
      taken.findings.push(...sent.warnings.map((one) => findingAt(row, name, one, 'warning')));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      taken.findings.push(...findingsOf(error, row, name));
    }
  }

  /** What stands of each, or what was kept and not sent yet. */
  private async standing(periodId: string, senders: string[]) {
    const rows: { senderId: string; values: ReportValue[] }[] = await this.db.query(
      `select r.sender_id as "senderId",
              coalesce((select json_agg(json_build_object('code', v.code, 'numerator', v.numerator,
                               'denominator', v.denominator, 'noCase', v.no_case) order by v.code collate "C")
                          from report_value v where v.report_version_id = r.version_id),
                       r.draft::json, '[]'::json) as values
         from report r where r.period_id = $1 and r.sender_id = any ($2::uuid[])`,
      [periodId, senders],
    );
    return new Map(rows.map((row) => [row.senderId, row.values]));
  }
}

/** A row that says what stands is no new version; what is only kept was never sent. */
function says({ values }: SheetRow, { version, values: standing }: Known): boolean {
  if (version === 0) return false;
  const said = values.filter(
    ({ numerator, denominator, noCase }) => noCase || numerator !== null || denominator !== null,
  );
  const plain = (one: IndicatorValue & { code: string }) => [
    ...[one.code, one.numerator, one.denominator, one.noCase],
  ];
  const inOrder = (all: readonly (IndicatorValue & { code: string })[]) =>
    all.map(plain).sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  // A share beside its numbers may still contradict them (reporting BR-26).
  const isPlain = said.every(({ percent }) => percent === null || percent === undefined);
  return isDeepStrictEqual(inOrder(said), inOrder(standing)) && (isPlain || agrees(said));
}

const agrees = (values: SheetRow['values']) =>
  values.every(
    ({ numerator, denominator, percent }) =>
      percent == null ||
      (Boolean(denominator) && Math.abs((numerator! * 100) / denominator! - percent) <= 0.5),
  );

function findingAt(
  { at, places }: SheetRow,
  name: string,
  { code, ...finding }: ReportFinding,
  severity: SheetFinding['severity'],
): SheetFinding {
  return { ...finding, at: places.get(code) ?? at, severity, name, code };
}

function findingsOf(error: Problem, row: SheetRow, name: string): SheetFinding[] {
  const { findings } = error.body as { findings?: ReportFinding[] };
  if (!findings) return [sheetFinding('problem', { at: row.at, name, said: error.type })];
  return findings.map((one) => findingAt(row, name, one, 'error'));
}

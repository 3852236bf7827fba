import {
  isEmpty,
  judgeReport,
  type keepReportDraft,
  problem,
  type ReportFinding,
  reportSent,
  type ReportValue,
  type sendReport,
  type SentValue,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { askPrepared, currentPrincipal, publish, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { EntityManager } from 'typeorm';
import { type KnownVersion, sendingContext, type SendingContext } from './sending-context.ts';
import { Sheets } from './sheets.ts';

const write = { name: 'write report version', text: sql(import.meta.url, './write-version.sql') };

type Command = Input<typeof sendReport>;
type Sent = Output<typeof sendReport>;

/** Reports on their way in: kept as a draft, sent, and sent again as a version that corrects. */
@Injectable()
export class SendingService {
  constructor(
    private readonly db: EntityManager,
    private readonly sheets: Sheets,
  ) {}

  /** One short transaction: nothing is stored of what is refused, and everything of what is taken. */
  send(command: Command): Promise<Sent> {
    return this.db.transaction((tx) => this.sendIn(tx, command));
  }

  /** The same among others that are sent together. */
  async sendIn(tx: EntityManager, command: Command): Promise<Sent> {
    const { receivedOn } = command;
    if (receivedOn && receivedOn >= today()) {
      throw problem('report-comes-on-paper-before-today', { on: receivedOn });
    }
    const context = await sendingContext(tx, command);
    const values = saidOf(command.values);
    if (context.known) return sentBefore(context, context.known, { ...command, values });
    assertOpen(context, command);
    const warnings = await this.judged(tx, context, command);
    const { reportId, sender, unitId } = context;
    const { id, periodId, senderId, follows, reason } = command;
    const { accountId, username } = currentPrincipal();
    const late = follows === 0 ? context.late : context.isOverdue;
    const [sent] = await askPrepared<{ version: number; sentAt: Date }>(tx, write, [
      ...[reportId, periodId, sender, senderId, id, follows, accountId, username, reason, late],
      ...[JSON.stringify(warnings), JSON.stringify(values), unitId, context.now],
    ]);
    if (!sent) return overtaken(await sendingContext(tx, command), { ...command, values });
    const { version } = sent;
    const told = { id: reportId, periodId, senderId, sender, version, versionId: id };
    await publish(tx, reportSent, { ...told, late, reason });
    const sentAt = sent.sentAt.toISOString();
    return { id: reportId, state: 'submitted', version, versionId: id, sentAt, late, warnings };
  }

  /** A draft counts for nothing: it is not judged, and whoever keeps last keeps. */
  keep({
    periodId,
    senderId,
    values,
  }: Input<typeof keepReportDraft>): Promise<Output<typeof keepReportDraft>> {
    return this.db.transaction(async (tx) => {
      const context = await sendingContext(tx, { periodId, senderId, id: null, receivedOn: null });
      const { reportId, sender, unitId } = context;
      if (context.state === null) assertBegun(context);
      const [row] = await tx.query(
        `insert into report as r (id, period_id, sender, sender_id, unit_id, state, version, draft)
         values ($1, $2, $3, $4, $5, 'draft', 0, $6)
             on conflict (id) do update set draft = $6
         returning id, state, version`,
        [reportId, periodId, sender, senderId, unitId, JSON.stringify(values)],
      );
      return row;
    });
  }

  /** What is asked about and meant all the same; refuses what cannot be so, or what nobody has looked at. */
  private async judged(
    tx: EntityManager,
    context: SendingContext,
    { periodId, values, confirmed }: Command,
  ): Promise<ReportFinding[]> {
    const { kindCode, on, sender, former } = context;
    const sheet = await this.sheets.fixed(tx, { ...context, periodId });
    if (!sheet) throw problem('form-not-found', { code: kindCode, on, sender });
    const { document, indicators } = sheet;
    const { refusals, warnings } = judgeReport({ document, indicators, values, former });
    if (refusals.length > 0) throw problem('report-values-refused', { on, findings: refusals });
    if (warnings.length > 0 && !confirmed) {
      throw problem('report-warnings-unconfirmed', { on, findings: warnings });
    }
    return warnings;
  }
}

/** What is stored: what was said, without the shares that were worked out beside it. */
function saidOf(values: readonly SentValue[]): ReportValue[] {
  return values
    .filter((one) => !isEmpty(one))
    .map(({ code, numerator, denominator, noCase }) => ({ code, numerator, denominator, noCase }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The same sending again is answered the same way; another one under its id is refused. */
function sentBefore(context: SendingContext, known: KnownVersion, command: Command): Sent {
  const { id, periodId, senderId, values, reason } = command;
  const before = [known.periodId, known.senderId, known.values ?? [], known.reason];
  if (!isDeepStrictEqual(before, [periodId, senderId, values, reason])) {
    throw problem('id-reused', { id });
  }
  const { version, late, warnings } = known;
  const sentAt = new Date(known.sentAt).toISOString();
  return {
    id: context.reportId,
    state: 'submitted',
    version,
    versionId: id,
    sentAt,
    late,
    warnings,
  };
}

function assertBegun({ from, periodName, closed, dueOn }: SendingContext): void {
  if (today() < from) throw problem('reporting-period-not-begun', { on: from, period: periodName });
  if (closed) throw problem('reporting-period-is-closed', { on: dueOn, period: periodName });
}

/** A first report comes while its period is open; what corrects it may come later, and says why. */
function assertOpen(context: SendingContext, command: Command): void {
  const { state, version, wasAccepted } = context;
  if (command.follows !== version) throw anotherVersion(context, command);
  if (version === 0) return assertBegun(context);
  const isJudged = wasAccepted || state === 'verified';
  if (isJudged && command.reason === '') {
    throw problem('report-correction-has-a-reason', { id: context.reportId, state });
  }
}

/** Something came in between: this very sending once more, or somebody else's version. */
function overtaken(context: SendingContext, command: Command): Sent {
  if (context.known) return sentBefore(context, context.known, command);
  throw anotherVersion(context, command);
}

function anotherVersion({ reportId, version }: SendingContext, { follows }: Command) {
  return problem('report-has-another-version', { id: reportId, version, follows });
}

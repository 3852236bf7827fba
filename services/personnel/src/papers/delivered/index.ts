import { type PaperKind } from '@antt/contracts';
import { type Sheets, wordFile } from '@antt/paper';
import { application } from './application.ts';
import { cessationReport } from './cessation.ts';
import { compiledPeriod, compiledRound, compiledYear } from './compiled.ts';
import { ballot, countingMinutes, selectionMinutes } from './council.ts';
import {
  cessationDecision,
  dissolutionDecision,
  foundingDecision,
  recognitionDecision,
} from './decisions.ts';
import { leaderList, memberList } from './lists.ts';
import { paymentAnnex, payslip } from './pay.ts';

/** Wordings as delivered: by title and content of Circular 14/2024/TT-BCA; a province puts its own in their place. */
const delivered: Record<PaperKind, () => Sheets[]> = {
  application,
  ballot,
  'counting-minutes': countingMinutes,
  'selection-minutes': selectionMinutes,
  'member-list': memberList,
  'leader-list': leaderList,
  'cessation-report': cessationReport,
  'founding-decision': foundingDecision,
  'recognition-decision': recognitionDecision,
  'dissolution-decision': dissolutionDecision,
  'cessation-decision': cessationDecision,
  payslip,
  'payment-annex': paymentAnnex,
  'compiled-period': compiledPeriod,
  'compiled-year': compiledYear,
  'compiled-round': compiledRound,
};

const made = new Map<PaperKind, Promise<Buffer>>();

/** The delivered template, made once. */
export function deliveredTemplate(kind: PaperKind): Promise<Buffer> {
  const known = made.get(kind) ?? wordFile(kind, delivered[kind]());
  made.set(kind, known);
  return known;
}

import {
  type CessationBasis,
  type CessationConduct,
  type CessationFinding,
  type CessationGround,
  type CessationRule,
  cessationRules,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

/** Grounds of Law 30/2023/QH15 Art. 17.3: proposed with the heads of village and Front (Circ. 14 Art. 5). */
const lawful: readonly CessationGround[] = ['resignation', 'health', 'conduct', 'offence'];

export const isLawfulGround = (ground: CessationGround) => lawful.includes(ground);

/** Refusals and reminders that Art. 17.3.c asks for. */
const least = 2;

export type Proposal = {
  ground: CessationGround;
  conduct: CessationConduct | null;
  letterOn: PlainDate | null;
  villageHead: string;
  frontHead: string;
  basis: Pick<CessationBasis, 'kind'> | null;
  /** Refusals without good reason up to the day of the proposal, and reminders dated before it. */
  refusals: number;
  reminders: number;
};

const offencePapers = ['prosecution', 'preventive-measure', 'administrative-handling'];

/** What Art. 17.3 has against a proposal (law BR-40 to BR-42). */
export function proposalFindings(proposal: Proposal): CessationFinding[] {
  const { ground, conduct, letterOn, villageHead, frontHead, basis } = proposal;
  const { refusals, reminders } = proposal;
  return [
    ground === 'resignation' && letterOn === null && finding('letter-missing'),
    ground === 'health' && basis?.kind !== 'medical' && finding('medical-document-missing'),
    ground === 'offence' &&
      !offencePapers.includes(basis?.kind ?? '') &&
      finding('offence-decision-missing'),
    conduct === 'refusals' && refusals < least && finding('refusals-too-few', refusals, least),
    ground === 'conduct' && reminders < least && finding('reminders-too-few', reminders, least),
    isLawfulGround(ground) &&
      (villageHead === '' || frontHead === '') &&
      finding('co-signers-missing'),
  ].filter((one) => one !== false);
}

export type Ending = {
  ground: CessationGround;
  proposedOn: PlainDate;
  signedOn: PlainDate;
  validFrom: PlainDate;
  /** When the team ended, if it has. */
  teamDissolvedOn: PlainDate | null;
  /** Plates, certificates and tools that the member still has. */
  openIssues: number;
};

/** What stands against the decision itself. */
export function decisionFindings(ending: Ending): CessationFinding[] {
  const { ground, proposedOn, signedOn, validFrom, teamDissolvedOn, openIssues } = ending;
  const teamStands = teamDissolvedOn === null || teamDissolvedOn > validFrom;
  return [
    signedOn < proposedOn && finding('decided-before-proposal'),
    ground === 'team-dissolved' && teamStands && finding('team-still-active'),
    openIssues > 0 && finding('issues-open', openIssues, 0),
    // A death is no decision's to date.
    ground !== 'death' && validFrom < signedOn && finding('ends-before-decision'),
  ].filter((one) => one !== false);
}

function finding(
  rule: CessationRule,
  count: number | null = null,
  limit: number | null = null,
): CessationFinding {
  const { severity, article } = cessationRules[rule];
  return { rule, severity, article, count, limit };
}

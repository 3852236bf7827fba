import { expect, test } from '@jest/globals';
import { decisionFindings, proposalFindings } from './cessation.rules.ts';

const proposal = {
  ground: 'resignation',
  conduct: null,
  letterOn: '2025-03-03',
  villageHead: 'Trần Văn Bình',
  frontHead: 'Lê Thị Cúc',
  basis: null,
  refusals: 0,
  reminders: 0,
} as const;
const rules = (found: { rule: string }[]) => found.map(({ rule }) => rule);

test('a resignation needs a letter', () => {
  expect(rules(proposalFindings(proposal))).toEqual([]);
  expect(rules(proposalFindings({ ...proposal, letterOn: null }))).toEqual(['letter-missing']);
});

test('duties undone need two reminders and no refusal', () => {
  const undone = { ...proposal, ground: 'conduct', conduct: 'duties-undone' } as const;
  expect(rules(proposalFindings({ ...undone, reminders: 1 }))).toEqual(['reminders-too-few']);
  expect(rules(proposalFindings({ ...undone, reminders: 2 }))).toEqual([]);
});

test('a medical paper does not prove an offence, nor the other way round', () => {
  const medical = { ...proposal, basis: { kind: 'medical' } } as const;
  expect(rules(proposalFindings({ ...medical, ground: 'offence' }))).toEqual([
    'offence-decision-missing',
  ]);
  const handled = { ...proposal, basis: { kind: 'administrative-handling' } } as const;
  expect(rules(proposalFindings({ ...handled, ground: 'offence' }))).toEqual([]);
  expect(rules(proposalFindings({ ...handled, ground: 'health' }))).toEqual([
    'medical-document-missing',
  ]);
});

test('who died or moved away is proposed without heads of village and Front', () => {
  const alone = { ...proposal, villageHead: '', frontHead: '' };
  expect(rules(proposalFindings({ ...alone, ground: 'relocation' }))).toEqual([]);
  expect(rules(proposalFindings(alone))).toEqual(['co-signers-missing']);
});

test('a decision follows the proposal, and nobody ceases before it but by death', () => {
  const ending = {
    ground: 'resignation',
    proposedOn: '2025-03-07',
    signedOn: '2025-03-12',
    validFrom: '2025-03-12',
    teamDissolvedOn: null,
    openIssues: 0,
  } as const;
  expect(rules(decisionFindings(ending))).toEqual([]);
  expect(rules(decisionFindings({ ...ending, signedOn: '2025-03-06' }))).toEqual([
    'decided-before-proposal',
  ]);
  const early = { ...ending, validFrom: '2025-03-11' } as const;
  expect(rules(decisionFindings(early))).toEqual(['ends-before-decision']);
  expect(rules(decisionFindings({ ...early, ground: 'death' }))).toEqual([]);
});

test('who still has a plate or a tool ceases only by who accepts it (law BR-44)', () => {
  const ending = {
    ground: 'relocation',
    proposedOn: '2025-03-07',
    signedOn: '2025-03-12',
    validFrom: '2025-03-12',
    teamDissolvedOn: null,
    openIssues: 2,
  } as const;
  expect(decisionFindings(ending)).toMatchObject([
    { rule: 'issues-open', severity: 'soft', count: 2 },
  ]);
});

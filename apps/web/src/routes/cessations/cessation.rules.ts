import type { CessationBasis, CessationGround, CessationRow } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

/** Grounds of Art. 17.3: proposed together with the heads of village and Front. */
export const lawfulGrounds: readonly CessationGround[] = [
  'resignation',
  'health',
  'conduct',
  'offence',
];

type Typed = { kind?: CessationBasis['kind']; number?: string; issuer?: string } & {
  signedOn?: PlainDate | null;
};

/** A paper is named by kind, number and day; with less there is none. */
export function basisOf(typed: Typed | undefined): CessationBasis | null {
  const { kind, number, signedOn, issuer } = typed ?? {};
  if (!kind || !number?.trim() || !signedOn) return null;
  return { kind, number: number.trim(), signedOn, issuer: issuer ?? '' };
}

/** What of a cessation asks for attention: decided late, or its term is over. */
export const isLate = ({ proposalLate, decisionLate }: CessationRow) =>
  proposalLate || decisionLate;

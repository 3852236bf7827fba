import type { ClaimKind, ClaimMeasure, FormerForce, SeveranceGround } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

type Dossier = {
  id: string;
  personId: string;
  communeId: string;
  /** The harm, or the first day out of the former force. */
  happenedOn: PlainDate;
  receivedOn: PlainDate;
};

/** A dossier that money may be granted in, by what its amount is told by. */
export type Case =
  | (Dossier & { about: ClaimKind } & ClaimMeasure)
  | (Dossier & { about: 'severance'; forces: readonly FormerForce[]; ground: SeveranceGround });

/** Where somebody served when it happened; who left a former force serves nowhere. */
export type CasePlace = {
  postingId: string | null;
  teamId: string | null;
  position: string | null;
};

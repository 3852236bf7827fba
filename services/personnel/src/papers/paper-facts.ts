import type { Cessation, CommuneRef, FormKind, Position, Recruitment, Sex } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';

/** Somebody on a paper. The citizen ID is on none of them: it is written in by hand (law BR-31). */
export type PaperPerson = {
  name: string;
  sex: Sex;
  phone: string;
  // The profile; null for who may not see it.
  birthDate: PlainDate | null;
  ethnicity: string | null;
  religion: string | null;
  education: string | null;
  partyJoinedOn: PlainDate | null;
  address: string | null;
  residentSince: PlainDate | null;
  team: string | null;
  position: Position | null;
  votes: number | null;
  outcome: 'selected' | 'passed' | 'failed' | null;
};

export type PaperTeam = { name: string; villages: string[]; members: number };

/** What the papers about one subject say, before it is put into words. */
export type PaperFacts = {
  kind: FormKind;
  on: PlainDate;
  commune: CommuneRef;
  /** Units over the commune, the nearest first. */
  above: { kind: string; name: string }[];
  people: PaperPerson[];
  recruitment: Recruitment | null;
  cessation: Cessation | null;
  teams: PaperTeam[];
};

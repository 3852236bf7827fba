import type { QuotaFigures, QuotaPart } from '@antt/contracts';

export type DraftFigures = QuotaFigures & { parts: readonly QuotaPart[] };

/** What keeps a line from being issued. */
export type LineFault =
  | 'teams-missing'
  | 'members-missing'
  | 'positions-differ'
  | 'parts-differ'
  | 'not-standing'
  | 'same-day';

/** A line in which nobody has entered teams or members is no part of the decision. */
export function isEntered({ teams, members }: Pick<QuotaFigures, 'teams' | 'members'>): boolean {
  return teams !== null || members !== null;
}

const positions = [
  ['leader', 'leaders'],
  ['deputy', 'deputies'],
  ['ordinary', 'ordinary'],
] as const;

/** The figures of one line against one another: positions and parts must add up to its members. */
export function faultOf(line: DraftFigures): LineFault | null {
  const { teams, members, leaders, deputies, ordinary, parts } = line;
  if (!isEntered(line)) return null;
  if (teams === null) return 'teams-missing';
  if (members === null) return 'members-missing';
  const split = [leaders, deputies, ordinary];
  if (split.every((one) => one !== null) && sumOf(split) !== members) return 'positions-differ';
  if (parts.length === 0) return null;
  if (sumOf(parts.map((part) => part.members)) !== members) return 'parts-differ';
  if (parts.some(({ position }) => position === null)) return null;
  const differs = positions.some(([position, name]) => {
    const own = parts.filter((part) => part.position === position);
    return line[name] !== null && sumOf(own.map((part) => part.members)) !== line[name];
  });
  return differs ? 'parts-differ' : null;
}

const sumOf = (values: readonly (number | null)[]) =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

type Saved = QuotaFigures & { note: string; parts: readonly QuotaPart[]; version: number };

const kept = ['villages', 'teams', 'members', 'leaders', 'deputies', 'ordinary', 'note'] as const;

/** The same content: saving it again changes nothing, whoever saved it first. */
export function sameLine(a: Omit<Saved, 'version'>, b: Omit<Saved, 'version'>): boolean {
  return (
    kept.every((name) => a[name] === b[name]) &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, n) => {
      const other = b.parts[n]!;
      return (
        part.villageId === other.villageId &&
        part.teamId === other.teamId &&
        part.position === other.position &&
        part.members === other.members
      );
    })
  );
}

import type { QuotaFigures, QuotaPart } from '@antt/contracts';

export type PartsFault = {
  what: 'members' | 'leader' | 'deputy' | 'ordinary';
  given: number;
  divided: number;
};

const named = [
  ['leader', 'leaders'],
  ['deputy', 'deputies'],
  ['ordinary', 'ordinary'],
] as const;

/** What a division does not add up to; by position only where every share names one, as the service has it. */
export function partsFaults(figures: QuotaFigures, parts: readonly QuotaPart[]): PartsFault[] {
  if (parts.length === 0) return [];
  const sum = (own: readonly QuotaPart[]) => own.reduce((total, part) => total + part.members, 0);
  const faults: PartsFault[] = [];
  const divided = sum(parts);
  const given = figures.members ?? 0;
  if (divided !== given) faults.push({ what: 'members', given, divided });
  if (parts.some(({ position }) => position === null)) return faults;
  for (const [position, name] of named) {
    const own = sum(parts.filter((part) => part.position === position));
    const line = figures[name];
    if (line !== null && own !== line) faults.push({ what: position, given: line, divided: own });
  }
  return faults;
}

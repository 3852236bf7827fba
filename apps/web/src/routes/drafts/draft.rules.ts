import type { QuotaDraftRow, QuotaFigures, QuotaPart } from '@antt/contracts';
import { partsFaults } from './parts-fault.rules.ts';

/** Columns that are typed in, in the order of an annex. */
export const typed = [
  'villages',
  'teams',
  'members',
  'leaders',
  'deputies',
  'ordinary',
  'note',
] as const;
export type Typed = (typeof typed)[number];
export type Counted = Exclude<Typed, 'note'>;

/** What somebody may change in a line. */
export type Figures = QuotaFigures & { note: string };

export const figuresOf = ({
  villages,
  teams,
  members,
  leaders,
  deputies,
  ordinary,
  note,
}: Figures): Figures => ({ villages, teams, members, leaders, deputies, ordinary, note });

export const sameFigures = (a: Figures, b: Figures) => typed.every((name) => a[name] === b[name]);

const counts = typed.filter((name): name is Counted => name !== 'note');

/** A note that came along from the decision before ("02 Tổ phụ trách 02 thôn") goes with its figures. */
export function withoutStaleNote(
  after: Figures,
  before: Figures,
  decided: QuotaDraftRow['decided'],
): Figures {
  const carried = after.note !== '' && after.note === before.note && after.note === decided?.note;
  const changed = counts.some((name) => after[name] !== before[name]);
  return carried && changed ? { ...after, note: '' } : after;
}

/** A count as people type or paste it: `1.234`, `1,234` and `1234` are one number; nothing is null. */
export function readCount(text: string): number | null | undefined {
  const plain = text.trim();
  if (plain === '' || plain === '-' || plain === '–') return null;
  if (!/^\d{1,3}([.,\s]\d{3})+$|^\d{1,6}$/.test(plain)) return undefined;
  const count = Number(plain.replace(/[.,\s]/g, ''));
  return count <= 100_000 ? count : undefined;
}

export type Fault = 'teams-missing' | 'members-missing' | 'positions-differ' | 'parts-differ';

/** What keeps a line from being issued; the service looks again. */
export function faultOf(line: Figures & { parts?: readonly QuotaPart[] }): Fault | null {
  const { teams, members, leaders, deputies, ordinary, parts = [] } = line;
  if (teams === null && members === null) return null;
  if (teams === null) return 'teams-missing';
  if (members === null) return 'members-missing';
  const whole = leaders !== null && deputies !== null && ordinary !== null;
  if (whole && leaders + deputies + ordinary !== members) return 'positions-differ';
  return partsFaults(line, parts).length > 0 ? 'parts-differ' : null;
}

export type Sums = Record<
  Counted | 'active' | 'serving' | 'decidedTeams' | 'decidedMembers',
  number | null
>;

/** Totals of lines; null where no line says anything. */
export function sumsOf(rows: readonly QuotaDraftRow[]): Sums {
  const total = (of: (row: QuotaDraftRow) => number | null | undefined) => {
    const known = rows.map(of).filter((value) => typeof value === 'number');
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  };
  return {
    villages: total((row) => row.villages),
    teams: total((row) => row.teams),
    members: total((row) => row.members),
    leaders: total((row) => row.leaders),
    deputies: total((row) => row.deputies),
    ordinary: total((row) => row.ordinary),
    active: total((row) => row.active),
    serving: total((row) => row.serving),
    decidedTeams: total((row) => row.decided?.teams),
    decidedMembers: total((row) => row.decided?.members),
  };
}

/** Teams active beyond the draft that no roadmap covers: the commune would fall into surplus. */
export const surplusOf = ({ active, teams, surplus }: QuotaDraftRow) =>
  teams === null ? 0 : Math.max(0, active - teams - surplus);

export type Remark =
  | { id: 'over' | 'short' | 'above-norm' | 'below-norm' | 'more' | 'fewer'; count: number }
  | { id: 'leaders-fewer' | 'leaders-more'; count: number }
  | { id: 'on-roadmap' | 'serving-over'; count: number }
  | { id: 'new' | 'not-standing'; count: 0 };

/** The difference between draft, norm, standing quota and active teams, in the order of importance. */
export function remarksOf(row: QuotaDraftRow): Remark[] {
  const remarks: Remark[] = [];
  const { teams, members, leaders, active, serving, norm, decided, surplus } = row;
  if (!row.standing) return [{ id: 'not-standing', count: 0 }];
  if (teams === null) return [];
  // A team has one leader (Law 30/2023/QH15 Art. 16.1): odd, and for the decision to say.
  if (leaders !== null && leaders < teams)
    remarks.push({ id: 'leaders-fewer', count: teams - leaders });
  if (leaders !== null && leaders > teams)
    remarks.push({ id: 'leaders-more', count: leaders - teams });
  const over = surplusOf(row);
  if (over > 0) remarks.push({ id: 'over', count: over });
  if (active > teams && surplus > 0) {
    remarks.push({ id: 'on-roadmap', count: Math.min(surplus, active - teams) });
  }
  if (serving !== null && members !== null && serving > members) {
    remarks.push({ id: 'serving-over', count: serving - members });
  }
  if (active < teams) remarks.push({ id: 'short', count: teams - active });
  if (norm && teams > norm.teams) remarks.push({ id: 'above-norm', count: teams - norm.teams });
  if (norm && teams < norm.teams) remarks.push({ id: 'below-norm', count: norm.teams - teams });
  if (!decided) remarks.push({ id: 'new', count: 0 });
  else if (teams > decided.teams) remarks.push({ id: 'more', count: teams - decided.teams });
  else if (teams < decided.teams) remarks.push({ id: 'fewer', count: decided.teams - teams });
  return remarks;
}

/** What is left below a ceiling; negative above it. */
export const leftOf = (ceiling: number | null | undefined, sum: number | null) =>
  ceiling === null || ceiling === undefined ? null : ceiling - (sum ?? 0);

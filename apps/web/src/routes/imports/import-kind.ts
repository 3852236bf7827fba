import type { ImportKind, ImportOptions, Permission } from '@antt/contracts';

export type OptionName = Exclude<keyof ImportOptions, 'choices' | 'accept' | 'reason'>;

type KindOfFile = {
  permission: Permission;
  /** What the user says about the file, in this order; `required` ones before it can be checked. */
  options: readonly OptionName[];
  required: readonly OptionName[];
  /** Endings of files that are read. */
  accept: readonly string[];
};

const tables = ['.xlsx', '.csv'] as const;

/** What can be brought in, by whom, and what has to be said about it. */
export const kinds: Readonly<Record<ImportKind, KindOfFile>> = {
  units: {
    permission: 'unit.write',
    options: ['validFrom', 'list', 'parentList', 'closes', 'level', 'source'],
    required: ['validFrom', 'list'],
    accept: tables,
  },
  boundaries: {
    permission: 'unit.write',
    options: ['validFrom', 'list', 'level', 'crs', 'source'],
    required: ['validFrom', 'list'],
    accept: ['.geojson', '.json', '.zip'],
  },
  quotas: {
    permission: 'quota.write',
    options: ['instrumentId', 'validFrom'],
    required: ['instrumentId'],
    accept: tables,
  },
  teams: { permission: 'team.write', options: [], required: [], accept: tables },
  workplaces: { permission: 'workplace.write', options: [], required: [], accept: tables },
  reorganisations: {
    permission: 'unit.write',
    options: ['instrumentId', 'validFrom', 'list', 'closes', 'level', 'source'],
    // A file that names the resolution of each commune needs no other instrument.
    required: ['validFrom', 'list'],
    accept: tables,
  },
  consolidations: {
    permission: 'team.write',
    options: ['instrumentId', 'validFrom'],
    required: ['instrumentId', 'validFrom'],
    accept: tables,
  },
  accounts: { permission: 'account.write', options: [], required: [], accept: tables },
  roster: { permission: 'posting.write', options: [], required: [], accept: tables },
  'payment-results': { permission: 'payroll.write', options: [], required: [], accept: tables },
};

/** The largest file the gateway takes. */
export const largest = 50 * 1024 * 1024;

/** Why a file cannot be sent at all, seen before a single byte is. */
export function refusalOf(
  kind: ImportKind,
  { name, size }: { name: string; size: number },
): 'empty' | 'too-large' | 'wrong-ending' | null {
  if (size === 0) return 'empty';
  if (size > largest) return 'too-large';
  const ending = /\.[^.]+$/.exec(name.toLowerCase())?.[0] ?? '';
  return kinds[kind].accept.includes(ending) ? null : 'wrong-ending';
}

/** Options that a kind knows, out of whatever an address or an earlier job brings. */
export function optionsFor(kind: ImportKind, given: ImportOptions): ImportOptions {
  const known: readonly string[] = kinds[kind].options;
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => known.includes(name) && Boolean(value)),
  );
}

/** Required options still left open. */
export function missingOptions(kind: ImportKind, given: ImportOptions): OptionName[] {
  return kinds[kind].required.filter((name) => !given[name]);
}

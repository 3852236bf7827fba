import type { Level } from '@antt/contracts';
import { nameKey, searchKey, splitKind } from '@antt/kernel';
import type { ReadingProblemCode } from './reading-problem.ts';
import { nearest } from './suggestion.rules.ts';
import { ParentRegister } from './unit-parent.rules.ts';

/** A unit as it stands on the day a file is for; `name` and `parentName` with or without their kind. */
export interface UnitOfDay {
  id: string;
  code: string;
  name: string;
  kind: string;
  parentName: string | null;
  parentKind?: string | null;
  /** The province it lies in, where the units of several are asked about. */
  provinceId?: string | null;
}

/** A row that names a unit; `at` is also the key of the user's choice. */
export interface NamingRow {
  at: string;
  name: string;
  /** The district it stands under, as written. */
  group?: string | null;
  code?: string | null;
  /** Its sheet, which may be called after the district. */
  sheet?: string;
}

/** Texts typed in TCVN3 (.VnTime and its like) arrive as Latin letters such as `X· T©n LËp`. */
const oldEncoding =
  /[\u00a7\u00a9\u00ab\u00ac\u00ad\u00ae\u00b5-\u00b9\u00bb-\u00be\u00c6\u00cb\u00d6\u00de\u00f8]/gu;
/** The unit a row means, or why that is not clear. */
export type Found<U> =
  { unit: U } | { code: ReadingProblemCode; candidates?: U[]; members?: Record<string, string> };

/** The units of the day by their keys. */
export class UnitRegister<U extends UnitOfDay> {
  private readonly byName = new Map<string, U[]>();
  private readonly byCode = new Map<string, U>();
  private readonly byId = new Map<string, U>();
  private readonly search = new Map<string, U[]>();
  private readonly level: Level;
  readonly parents: ParentRegister;

  constructor(units: readonly U[], level: Level) {
    this.level = level;
    this.parents = new ParentRegister(units, level);
    for (const unit of units) {
      // the ward `Phường Đúc` is written with and without a second `phường`
      for (const name of new Set([bareName(unit), unit.name])) {
        put(this.byName, nameKey(name), unit);
      }
      put(this.search, searchKey(bareName(unit)), unit);
      this.byCode.set(unit.code, unit);
      this.byId.set(unit.id, unit);
    }
  }

  find(row: NamingRow, choice: string | undefined): Found<U> {
    if (choice !== undefined) {
      const unit = this.byId.get(choice);
      return unit ? { unit } : { code: 'choice-unknown' };
    }
    return row.code ? this.findByCode(row, row.code) : this.findByName(row);
  }

  private findByCode(row: NamingRow, code: string): Found<U> {
    const members = { unitCode: code };
    // a spreadsheet that takes a code for a number drops its leading zeros
    const unit = this.byCode.get(code) ?? this.byCode.get(code.padStart(5, '0'));
    if (!unit) return { code: 'unit-code-unknown', members };
    if (row.name === '' || this.named(row.name).includes(unit)) return { unit };
    return {
      code: 'unit-code-differs',
      candidates: [unit],
      members: { ...members, found: fullName(unit) },
    };
  }

  private findByName(row: NamingRow): Found<U> {
    const group = row.group ?? null;
    const hasGroup = group !== null && this.parents.has(group);
    const everywhere = this.named(row.name);
    const here = hasGroup
      ? everywhere.filter((unit) => this.parents.isUnder(unit, group))
      : everywhere;
    if (here.length === 1 && here[0]) return { unit: here[0] };
    if (here.length > 1) {
      const inSheet = here.filter((unit) => row.sheet && this.parents.isUnder(unit, row.sheet));
      if (inSheet.length === 1 && inSheet[0]) return { unit: inSheet[0] };
      return { code: 'unit-ambiguous', candidates: here };
    }
    const sameName = this.otherKinds(row.name).filter(
      (unit) => !hasGroup || this.parents.isUnder(unit, group),
    );
    if (sameName.length > 0) return { code: 'unit-kind-differs', candidates: sameName };
    if (everywhere.length > 0) return { code: 'unit-elsewhere', candidates: everywhere };
    const isOld = (row.name.match(oldEncoding)?.length ?? 0) > 1;
    return { code: isOld ? 'text-in-old-encoding' : 'unit-unknown' };
  }

  /** Units of exactly this name; `Phường Đúc` may be a name in itself. */
  private named(text: string): U[] {
    const { kind, name } = splitKind(text, this.level);
    const whole = this.byName.get(nameKey(text)) ?? [];
    if (kind === null) return whole;
    const split = (this.byName.get(nameKey(name)) ?? []).filter((unit) => unit.kind === kind);
    return split.length > 0 ? split : whole;
  }

  private otherKinds(text: string): U[] {
    const { kind, name } = splitKind(text, this.level);
    return kind === null ? [] : (this.byName.get(nameKey(name)) ?? []);
  }

  /** Units whose name is near, those of the row's district first. */
  like(row: NamingRow): U[] {
    const { name } = splitKind(row.name, this.level);
    const text = searchKey(name).replace(/^(?:xa|phuong|thi tran|dac khu) (?=.)/u, '');
    const near = nearest(text, this.search.keys(), (key) => key, 10);
    const units = near.flatMap((key) => this.search.get(key) ?? []);
    const rank = (unit: U) => (row.group && this.parents.isUnder(unit, row.group) ? 0 : 1);
    return units.sort((a, b) => rank(a) - rank(b)).slice(0, 5);
  }
}

function put<U>(map: Map<string, U[]>, key: string, unit: U): void {
  const units = map.get(key);
  if (units) units.push(unit);
  else map.set(key, [unit]);
}

/** The name without its kind, where the list keeps them together. */
function bareName(unit: UnitOfDay): string {
  const { kind, name } = splitKind(unit.name);
  return kind === unit.kind ? name : unit.name;
}

/** As it is shown: `Xã Tân Lập`. */
export function fullName(unit: UnitOfDay): string {
  const kind = unit.kind.charAt(0).toUpperCase() + unit.kind.slice(1);
  return `${kind} ${bareName(unit)}`;
}

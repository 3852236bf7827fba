import type { Level } from '@antt/contracts';
import { type KindAndName, nameKey, searchKey, splitKind } from '@antt/kernel';
import { listed } from './reading-problem.ts';
import { nearest } from './suggestion.rules.ts';
import type { UnitOfDay } from './unit-register.rules.ts';

interface ParentKey {
  bare: string;
  kind: string | null;
}

/** Levels that a unit's parent may have: a district until 30 June 2025, the province after. */
const above: Readonly<Record<Level, readonly Level[]>> = {
  province: [],
  district: ['province'],
  commune: ['district', 'province'],
  village: ['commune'],
};

function splitParent(text: string, level: Level): KindAndName {
  const splits = above[level].map((parentLevel) => splitKind(text, parentLevel));
  return splits.find(({ kind }) => kind !== null) ?? { kind: null, name: text };
}

const keyOf = ({ kind, name }: KindAndName): ParentKey => ({ bare: nameKey(name), kind });

/** The units above those of a day (districts of communes, communes of villages), by what files call them. */
export class ParentRegister {
  private readonly level: Level;
  private readonly byUnit = new Map<UnitOfDay, ParentKey>();
  private readonly byText = new Map<string, ParentKey>();
  private readonly known = new Map<string, { name: string; kinds: Set<string> }>();

  constructor(units: readonly UnitOfDay[], level: Level) {
    this.level = level;
    for (const unit of units) {
      if (unit.parentName === null) continue;
      const written = this.written(unit.parentName);
      const key = { bare: written.bare, kind: unit.parentKind ?? written.kind };
      const parent = this.known.get(key.bare) ?? { name: unit.parentName, kinds: new Set() };
      parent.kinds.add(key.kind ?? '');
      this.known.set(key.bare, parent);
      this.byUnit.set(unit, key);
    }
  }

  has(group: string): boolean {
    const { bare, kind } = this.written(group);
    const kinds = this.known.get(bare)?.kinds;
    return kinds !== undefined && (kind === null || kinds.has('') || kinds.has(kind));
  }

  isUnder(unit: UnitOfDay, group: string): boolean {
    const { bare, kind } = this.written(group);
    const parent = this.byUnit.get(unit);
    return parent?.bare === bare && (!kind || !parent.kind || kind === parent.kind);
  }

  /** Names near to one that is not known, joined. */
  like(group: string): string {
    const bareKey = (name: string) => searchKey(splitParent(name, this.level).name);
    const { name } = splitParent(group, this.level);
    const found = nearest(name, this.known.values(), (parent) => bareKey(parent.name), 3);
    return listed(found.map((parent) => parent.name));
  }

  private written(text: string): ParentKey {
    const known = this.byText.get(text);
    if (known) return known;
    const key = keyOf(splitParent(text, this.level));
    this.byText.set(text, key);
    return key;
  }
}

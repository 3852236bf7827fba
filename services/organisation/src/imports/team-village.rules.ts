import { nameKey, searchKey, splitKind } from '@antt/kernel';

/** A village as a row of the file names it: by its code, or by its name. */
export type NamedVillage = {
  by: 'code' | 'name';
  village: string;
  communeName: string | null;
};

/** A village of the day that may be the one. */
export type VillageOfDay = {
  id: string;
  name: string;
  kind: string;
  communeName: string | null;
  communeKind: string | null;
};

type Level = 'village' | 'commune';

/** What a name is looked up by; two names with one key need not be the same. */
export function lookUpKeys(text: string, level: Level): string[] {
  const keys = [text, splitKind(text, level).name].map((name) =>
    searchKey(name).replace(/(?<![\p{L}\p{N}])0+(?=\d)/gu, ''),
  );
  return [...new Set(keys)];
}

/** Is this the unit's name, with its kind (also shortened) or without, however its letters are composed? */
export function isNameOf(
  text: string,
  unit: { name: string | null; kind: string | null },
  level: Level,
): boolean {
  const key = nameKey(unit.name ?? '');
  const { kind, name } = splitKind(text, level);
  return nameKey(text) === key || (kind === unit.kind && nameKey(name) === key);
}

/** Those of the same key that are really meant: diacritics count. */
export function meantOf<V extends VillageOfDay>(
  { by, village, communeName }: NamedVillage,
  likely: readonly V[],
): V[] {
  return likely.filter(
    (one) =>
      (by === 'code' || isNameOf(village, one, 'village')) &&
      (communeName === null ||
        isNameOf(communeName, { name: one.communeName, kind: one.communeKind }, 'commune')),
  );
}

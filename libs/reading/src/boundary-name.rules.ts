import type { RowProblem } from '@antt/contracts';
import { searchKey } from '@antt/kernel';
import type { BoundaryFeature } from './boundary-file.ts';
import { listed, rowProblem } from './reading-problem.ts';
import type { NamingRow } from './unit-register.rules.ts';

type Part = 'code' | 'name' | 'group' | 'level';

/** Attributes that say which unit an outline is, best first; a .dbf cuts names at ten letters. */
const attributes: Readonly<Record<Part, readonly string[]>> = {
  code: [
    'code',
    'gsocode',
    'maxa',
    'madvhc',
    'madonvi',
    'maphuongxa',
    'mapx',
    'mahuyen',
    'matinh',
    'ma',
  ],
  name: [
    'fullname',
    'name',
    'tendvhc',
    'tendonvi',
    'tenxa',
    'tenphuongxa',
    'tenpx',
    'tenhuyen',
    'tentinh',
    'ten',
  ],
  group: ['district', 'tenhuyen', 'huyen', 'parentname', 'province', 'tentinh', 'tinh'],
  level: ['level', 'cap'],
};

/** An outline as a row that names a unit; `level` where the file mixes several. */
export interface NamedOutline extends NamingRow {
  level: string | null;
}

/** Which attributes name the units is decided once for the file; without any there is one problem. */
export function namedOutlines(features: readonly BoundaryFeature[]): {
  rows: NamedOutline[];
  problems: RowProblem[];
} {
  const keys = [
    ...new Set(features.slice(0, 100).flatMap(({ properties }) => Object.keys(properties))),
  ];
  const keyOf = (part: Part) => {
    const plain = (key: string) => searchKey(key).replace(/[^a-z0-9]/gu, '');
    const known = attributes[part].find((name) => keys.some((key) => plain(key) === name));
    return keys.find((key) => plain(key) === known) ?? null;
  };
  const [code, name, level] = [keyOf('code'), keyOf('name'), keyOf('level')];
  const group = keyOf('group') === name ? null : keyOf('group');
  if (code === null && name === null && features.length > 0) {
    const members = { missing: 'code; name', unknown: listed(keys), suggestions: listed([]) };
    return { rows: [], problems: [rowProblem('columns-wrong', null, members)] };
  }
  const rows = features.map(({ at, properties }): NamedOutline => {
    const value = (key: string | null) =>
      String(key === null ? '' : (properties[key] ?? '')).trim();
    const names = { name: value(name), code: value(code) || null };
    return { at, ...names, group: value(group) || null, level: value(level) || null };
  });
  const nameless = rows.filter((row) => row.name === '' && row.code === null);
  return {
    rows: rows.filter((row) => !nameless.includes(row)),
    problems: nameless.map(({ at }) => rowProblem('row-without-name', at)),
  };
}

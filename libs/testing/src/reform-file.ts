import { readFileSync } from 'node:fs';

/** The columns of a list by name; commas within quotes stand only behind the columns that are asked for. */
export function rowsOf(geo: URL, name: string): Record<string, string>[] {
  const [head = '', ...rows] = readFileSync(new URL(name, geo), 'utf8').trim().split('\n');
  const columns = head.split(',');
  return rows
    .filter((row) => /^\d{2,5},/.test(row))
    .map((row) => Object.fromEntries(row.split(',').map((value, n) => [columns[n]!, value])));
}

/**
 * The reform of 1 July 2025 in one file, from the real lists in a folder: provinces join, districts end, communes
 * go where they went.
 */
export function reformFile(geo: URL): { name: string; bytes: Buffer } {
  const provinces = new Map(
    rowsOf(geo, 'units_post2025_provinces.csv').map((row) => [row.code, row]),
  );
  const pairs = rowsOf(geo, 'commune_mapping_2025.csv');
  // Five island districts had no commune and became one themselves.
  const islands = new Set(pairs.map((row) => row.old_code!).filter((code) => code.length === 3));
  const lines = [
    'level,old_code,area_share,new_code,new_name,new_parent_code',
    ...rowsOf(geo, 'units_pre2025_provinces.csv').map(({ code, new_province_code: to }) => {
      const { type, name } = provinces.get(to!)!;
      return `province,${code},1,${to},${type} ${name},`;
    }),
    ...rowsOf(geo, 'units_pre2025_districts.csv')
      .filter(({ code }) => !islands.has(code!))
      .map(({ code }) => `district,${code},,,,`),
    ...pairs.map((row) =>
      [
        'commune',
        row.old_code,
        row.area_share,
        row.new_code,
        row.new_name,
        row.new_province_code,
      ].join(','),
    ),
  ];
  return { name: 'sap-xep-2025.csv', bytes: Buffer.from(lines.join('\n')) };
}

import { Level } from '@antt/contracts';
import type { ImportFile, Reading } from '@antt/service-kit';
import type { OutlineFile } from './boundary-import.ts';
import { type Properties, readBoundaryFile } from './reading/boundary-file.ts';
import { rowProblem } from './reading/reading-problem.ts';

/** Attributes that offices give the code and the name of a unit, in this order. */
const codeNames = ['code', 'ma', 'maxa', 'ma_xa', 'mahc', 'ma_hc', 'madvhc', 'ma_dvhc', 'gso_code'];
const nameNames = ['name', 'full_name', 'ten', 'tenxa', 'ten_xa', 'tendvhc', 'ten_dvhc'];

/** Reads outlines and finds each one's code among its attributes. */
export async function readOutlines({ bytes, options }: ImportFile): Promise<Reading<OutlineFile>> {
  const { features, crs, problems } = await readBoundaryFile(bytes, options.crs);
  if (!crs) return { content: null, problems };
  const rows = features.flatMap(({ at, properties, geometry }) => {
    const code = attribute(properties, codeNames);
    const name = attribute(properties, nameNames);
    if (code === null) {
      problems.push(rowProblem('value-missing', at, { column: 'code', unit: name }));
      return [];
    }
    const level = Level.safeParse(properties.level);
    return [{ at, code, name, level: level.success ? level.data : null, geometry }];
  });
  return {
    content: {
      rows,
      srid: crs.kind === 'epsg' ? crs.code : null,
      proj4: crs.kind === 'proj' ? crs.proj4 : null,
    },
    problems,
  };
}

function attribute(properties: Properties, names: string[]): string | null {
  for (const [key, value] of Object.entries(properties)) {
    if (names.includes(key.toLowerCase()) && value !== null && value !== '') return String(value);
  }
  return null;
}

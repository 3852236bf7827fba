import { Level } from '@antt/contracts';
import { namedOutlines, readBoundaryFile } from '@antt/reading';
import type { ImportFile, Reading } from '@antt/service-kit';
import type { OutlineFile } from './boundary-import.ts';
import { finding } from './row-problem.ts';

/** Reads outlines and finds each one's code among its attributes. */
export async function readOutlines({ bytes, options }: ImportFile): Promise<Reading<OutlineFile>> {
  const { features, crs, problems } = await readBoundaryFile(bytes, options.crs);
  if (!crs) return { content: null, problems };
  const named = namedOutlines(features);
  problems.push(...named.problems);
  const geometries = new Map(features.map(({ at, geometry }) => [at, geometry]));
  const rows = named.rows.flatMap(({ at, code, name, level }) => {
    if (!code) {
      problems.push(finding('value-missing', at, { column: 'code' }));
      return [];
    }
    const known = Level.safeParse(level);
    return [
      { at, code, name, level: known.success ? known.data : null, geometry: geometries.get(at)! },
    ];
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

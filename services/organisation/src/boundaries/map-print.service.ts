import { type frameMap, type listOutlines, type Projection } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { reach, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

const frameSql = sql(import.meta.url, './map-frame.sql');
const outlineSql = sql(import.meta.url, './map-outlines.sql');
/** Of one answer: well below what a message may carry. */
const mostCharacters = 600_000;

type Outline = Output<typeof listOutlines>['items'][number];
type Row = Omit<Outline, 'label' | 'rings'> & {
  /** Polygons of rings of points. */
  polygons: number[][][][];
  x: number;
  y: number;
  sort_key: string;
  nth: number;
  total: number;
};

/** Where a paper map lies and what is drawn on it, in metres: the paper's scale is then true. */
@Injectable()
export class MapPrintService {
  constructor(private readonly db: EntityManager) {}

  async frame(question: Input<typeof frameMap>): Promise<Output<typeof frameMap>> {
    const { scope, within } = reach('coverage.read', question);
    const [found] = await this.db.query(frameSql, [question.on, scope, within]);
    const { lon, lat, west, south, east, north, islands } = found;
    if (lon === null) return { projection: null, box: null, islands };
    return { projection: { lon, lat }, box: [west, south, east, north], islands };
  }

  async outlines(question: Input<typeof listOutlines>): Promise<Output<typeof listOutlines>> {
    const { scope, within } = reach('coverage.read', question);
    const { on, level, projection, box, tolerance, cursor, limit } = question;
    const rows: Row[] = await this.db.query(outlineSql, [
      on,
      scope,
      within,
      level,
      proj(projection),
      box,
      tolerance,
      cursor ?? null,
      limit,
      mostCharacters,
    ]);
    const last = rows.at(-1);
    return {
      items: rows.map(({ id, name, kind, inside, x, y, polygons }) => ({
        id,
        name,
        kind,
        inside,
        label: [x, y],
        rings: polygons.flat().map((ring) => ring.flat()),
      })),
      nextCursor: last && last.nth < last.total ? last.sort_key : null,
      total: last?.total ?? 0,
    };
  }
}

function proj({ lon, lat }: Projection): string {
  return `+proj=tmerc +lat_0=${lat} +lon_0=${lon} +k=1 +ellps=WGS84 +units=m`;
}

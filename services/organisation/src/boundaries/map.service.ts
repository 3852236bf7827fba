import {
  type coversPoint,
  type getExtent,
  type getMapVersion,
  type getTile,
  type listChangeDays,
  type listPoints,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { askPrepared, reach, reachEver, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

const outlines = { name: 'outline-tile', text: sql(import.meta.url, './outline-tile.sql') };
const labels = { name: 'label-tile', text: sql(import.meta.url, './label-tile.sql') };
const teamSql = sql(import.meta.url, './team-tile.sql');
const workplaceSql = sql(import.meta.url, './workplace-tile.sql');
const coversSql = sql(import.meta.url, './covers-point.sql');
const pointSql = sql(import.meta.url, './list-points.sql');
const changeDaySql = sql(import.meta.url, './change-days.sql');

const dayListSql = sql(import.meta.url, './map-days.sql');
const versionSql = `select (select version from map_version where subject = 'outlines') as outlines,
                           (select version from map_version where subject = 'points') as points`;

type MapVersion = Output<typeof getMapVersion>;

/** What the position of a phone may be inexact by, in metres. */
const inexact = 200;

const levelOf = { provinces: 'province', districts: 'district', communes: 'commune' } as const;

/** Which names are read at a zoom: those whose outlines are drawn then. */
function labelledLevels(zoom: number): string[] {
  if (zoom < 7) return ['province'];
  if (zoom < 8) return ['province', 'district'];
  return ['district', 'commune'];
}

@Injectable()
export class MapService {
  private kept?: MapVersion;

  constructor(private readonly db: EntityManager) {}

  async tile(question: Input<typeof getTile>): Promise<Uint8Array> {
    const [row] = await this.draw(question);
    return row?.tile ?? new Uint8Array();
  }

  async covers(question: Input<typeof coversPoint>): Promise<Output<typeof coversPoint>> {
    const { communeId, lon, lat, on } = question;
    const [row] = await this.db.query(coversSql, [communeId, lon, lat, on, inexact]);
    return { covers: row?.covers ?? null };
  }

  private draw({ layer, z, x, y, on }: Input<typeof getTile>): Promise<{ tile: Buffer }[]> {
    const at = [z, x, y, on];
    switch (layer) {
      case 'labels':
        return askPrepared(this.db, labels, [...at, labelledLevels(z)]);
      // The best plan depends on how much the viewer may see.
      case 'teams':
        return this.db.query(teamSql, [...at, reach('team.read', { on }).scope]);
      case 'workplaces':
        return this.db.query(workplaceSql, [...at, reach('workplace.read', { on }).scope]);
      default:
        return askPrepared(this.db, outlines, [...at, levelOf[layer], layer]);
    }
  }

  /** Asked every second by each gateway: the days are gathered once for each pair of versions. */
  async version(): Promise<MapVersion> {
    const [now]: Pick<MapVersion, 'outlines' | 'points'>[] = await this.db.query(versionSql);
    const { kept } = this;
    if (kept?.outlines === now!.outlines && kept.points === now!.points) return kept;
    // Versions and days of one moment: what changes meanwhile has another version.
    const [read]: MapVersion[] = await this.db.query(dayListSql);
    this.kept = read!;
    return read!;
  }

  async changeDays(question: Input<typeof listChangeDays>): Promise<Output<typeof listChangeDays>> {
    const { scope, within } = reachEver('coverage.read', question);
    const items: Output<typeof listChangeDays>['items'] = await this.db.query(changeDaySql, [
      scope,
      within,
    ]);
    return { items, nextCursor: null, total: items.length };
  }

  async points(question: Input<typeof listPoints>): Promise<Output<typeof listPoints>> {
    const { on, layer } = question;
    const { scope, within } = reach(layer === 'teams' ? 'team.read' : 'workplace.read', question);
    return { items: await this.db.query(pointSql, [on, scope, within, layer]) };
  }

  async extent(question: Input<typeof getExtent>): Promise<Output<typeof getExtent>> {
    const { scope, within } = reach('coverage.read', question);
    const [row] = await this.db.query(
      `select case when count(*) = 0 then null else
                json_build_array(min(st_xmin(geom)), min(st_ymin(geom)),
                                 max(st_xmax(geom)), max(st_ymax(geom))) end as bounds,
              array(select distinct source from boundary
                     where valid_from <= $1 and (valid_to is null or $1 < valid_to)
                     order by source) as sources,
              array(select level from (values (1, 'province'), (2, 'district'), (3, 'commune'))
                                        as known (place, level)
                     where exists (select 1 from boundary b where b.level = known.level
                                      and b.valid_from <= $1
                                      and (b.valid_to is null or $1 < b.valid_to))
                     order by place) as levels
         from boundary
        where valid_from <= $1 and (valid_to is null or $1 < valid_to)
          and level = 'commune'
          and ($2::uuid[] is null or unit_id in (select id from unit_below($2, $1)))
          and ($3::uuid[] is null or unit_id in (select id from unit_below($3, $1)))`,
      [question.on, scope, within],
    );
    return row;
  }
}

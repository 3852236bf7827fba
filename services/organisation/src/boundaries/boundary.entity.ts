import type { Level } from '@antt/contracts';
import { Column, Entity, type MultiPolygon, type Point, PrimaryColumn } from 'typeorm';

/** A unit's outline for dates: as given (4326), as drawn (3857, and simplified for low zooms), label point. */
@Entity('boundary')
export class BoundaryEntity {
  @PrimaryColumn('uuid') unitId!: string;
  @PrimaryColumn('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('text') level!: Level;
  @Column('text') source!: string;
  @Column('geometry', { spatialFeatureType: 'MultiPolygon', srid: 4326, select: false })
  geom!: MultiPolygon;
  @Column('geometry', { spatialFeatureType: 'MultiPolygon', srid: 3857, select: false })
  shape!: MultiPolygon;
  @Column('geometry', { spatialFeatureType: 'MultiPolygon', srid: 3857, select: false })
  shapeLow!: MultiPolygon;
  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326 }) point!: Point;
}

/** Where a village lies, for those without an outline. */
@Entity('unit_point')
export class UnitPointEntity {
  @PrimaryColumn('uuid') unitId!: string;
  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326 }) point!: Point;
}

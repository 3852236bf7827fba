import type { Workplace } from '@antt/contracts';
import { Column, Entity, type Point, PrimaryColumn } from 'typeorm';

@Entity('workplace')
export class WorkplaceEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') kind!: Workplace['kind'];
  @Column('text') address!: string;
  @Column('uuid') villageId!: string;
  @Column('text', { default: 'village' }) level?: 'village';
  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326 }) point!: Point;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('text', { nullable: true }) tenure!: Workplace['tenure'];
  @Column('date', { nullable: true }) tenureUntil!: string | null;
  @Column('text', { nullable: true }) condition!: Workplace['condition'];
  @Column('double precision', { nullable: true, name: 'area_m2' }) areaM2!: number | null;
}

/** What a workplace was until it became what its row says. */
@Entity('workplace_former_state')
export class WorkplaceFormerStateEntity {
  @PrimaryColumn('uuid') workplaceId!: string;
  @PrimaryColumn('date') validFrom!: string;
  @Column('date') validTo!: string;
  @Column('text') name!: string;
  @Column('text') kind!: Workplace['kind'];
  @Column('text') address!: string;
  @Column('uuid') villageId!: string;
  @Column('text', { default: 'village' }) level?: 'village';
  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326 }) point!: Point;
  @Column('text', { nullable: true }) tenure!: Workplace['tenure'];
  @Column('date', { nullable: true }) tenureUntil!: string | null;
  @Column('text', { nullable: true }) condition!: Workplace['condition'];
  @Column('double precision', { nullable: true, name: 'area_m2' }) areaM2!: number | null;
}

/** Which workplace a team works from, dated. */
@Entity('team_workplace')
export class TeamWorkplaceEntity {
  @PrimaryColumn('uuid') teamId!: string;
  @PrimaryColumn('uuid') workplaceId!: string;
  @PrimaryColumn('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

import { Column, Entity, type Point, PrimaryColumn } from 'typeorm';

@Entity('workplace')
export class WorkplaceEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') kind!: 'office' | 'culture-house' | 'police-office' | 'shared';
  @Column('text') address!: string;
  @Column('uuid') villageId!: string;
  @Column('text', { default: 'village' }) level?: 'village';
  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326 }) point!: Point;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

/** Which workplace a team works from, dated. */
@Entity('team_workplace')
export class TeamWorkplaceEntity {
  @PrimaryColumn('uuid') teamId!: string;
  @PrimaryColumn('uuid') workplaceId!: string;
  @PrimaryColumn('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

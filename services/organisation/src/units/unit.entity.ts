import type { Figure, Level, UnitKind } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Identity of a territorial unit; all else about it is dated. */
@Entity('unit')
export class UnitEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') level!: Level;
}

/** Name, kind and code from a day on. */
@Entity('unit_version')
export class UnitVersionEntity {
  @PrimaryColumn('uuid') unitId!: string;
  @PrimaryColumn('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('text') level!: Level;
  @Column('text') kind!: UnitKind;
  @Column('text') list!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') searchKey!: string;
}

@Entity('unit_parent')
export class UnitParentEntity {
  @PrimaryColumn('uuid') unitId!: string;
  @PrimaryColumn('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('uuid') parentId!: string;
}

@Entity('unit_tag')
export class UnitTagEntity {
  @PrimaryColumn('uuid') unitId!: string;
  @PrimaryColumn('text') tag!: string;
  @PrimaryColumn('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('uuid', { nullable: true }) instrumentId!: string | null;
}

/** The vocabulary of tags. */
@Entity('tag')
export class TagEntity {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('text') nameEn!: string;
  @Column('text', { array: true }) levels!: Level[];
  @Column('text', { nullable: true }) family!: string | null;
}

@Entity('unit_figure')
export class UnitFigureEntity {
  @PrimaryColumn('uuid') unitId!: string;
  @PrimaryColumn('text') kind!: Figure['kind'];
  @PrimaryColumn('date') measuredOn!: string;
  @Column('numeric') value!: string;
  @Column('text') source!: string;
}

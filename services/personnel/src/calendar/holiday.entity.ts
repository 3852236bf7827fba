import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day that the week alone gets wrong, for the country or for a unit and all below it. */
@Entity('holiday')
export class HolidayEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('date') day!: string;
  @Column('text') name!: string;
  @Column('text') source!: string;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('boolean') worked!: boolean;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: is this a demo or the real thing? They never share a database. */
@Entity('installation')
export class InstallationEntity {
  @PrimaryColumn('boolean') one!: boolean;
  @Column('text') kind!: 'demo' | 'real';
}

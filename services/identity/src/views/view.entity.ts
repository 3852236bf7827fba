import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A page with its filters that an account keeps. */
@Entity('view')
export class ViewEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('text') page!: string;
  @Column('text') name!: string;
  @Column('text') search!: string;
}

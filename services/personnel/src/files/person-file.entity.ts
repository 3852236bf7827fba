import type { PersonFileKind, PersonFileType } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of a person. Its name and its bytes (`file_content`) lie sealed. */
@Entity('person_file')
export class PersonFileEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') kind!: PersonFileKind;
  @Column('bytea') name!: Buffer;
  @Column('text') type!: PersonFileType;
  /** Of the bytes before they were sealed. */
  @Column('int') size!: number;
  @Column('text') sha256!: string;
  @Column('text') keptBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) keptAt!: Date;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
}

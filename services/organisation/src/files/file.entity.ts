import type { FileNoun, FileType } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('file')
export class FileEntity {
  @PrimaryColumn('uuid') id!: string;
  /** What it was brought for. */
  @Column('text') noun!: FileNoun;
  @Column('text') name!: string;
  @Column('text') type!: FileType;
  @Column('int') size!: number;
  @Column('text') sha256!: string;
  /** Who brought it. */
  @Column('uuid') accountId!: string;
  @Column('timestamptz', { default: () => 'now()' }) keptAt!: Date;
}

/** What a file belongs to, and until when. */
@Entity('file_link')
export class FileLinkEntity {
  @PrimaryColumn('uuid') fileId!: string;
  @PrimaryColumn('text') noun!: FileNoun;
  @PrimaryColumn('uuid') nounId!: string;
  @Column('timestamptz', { default: () => 'now()' }) attachedAt!: Date;
  @Column('timestamptz', { nullable: true }) detachedAt!: Date | null;
}

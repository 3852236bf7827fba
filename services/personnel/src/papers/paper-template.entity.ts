import type { PaperKind } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The wording of a paper that holds for a unit and all below it, for days. */
@Entity('paper_template')
export class PaperTemplateEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: PaperKind;
  @Column('uuid') unitId!: string;
  @Column('text') source!: string;
  @Column('text') name!: string;
  @Column('int') size!: number;
  // Bytes of an .docx; read alone, never with a list.
  @Column('bytea', { select: false }) content!: Buffer;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

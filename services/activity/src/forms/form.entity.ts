import type { SourceCertainty, FormDocument, SenderKind } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a report of a kind is made of, from one kind of sender, for days. */
@Entity('form')
export class FormEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kindCode!: string;
  @Column('text') sender!: SenderKind;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('jsonb') document!: FormDocument;
  @Column('text', { nullable: true }) certainty!: SourceCertainty | null;
  @Column('text') citation!: string;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

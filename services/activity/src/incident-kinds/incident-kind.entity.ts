import type { IncidentFeed, IncidentField, IncidentKind, SourceCertainty } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A kind of record for days, as shipped or as a province laid it down. */
@Entity('incident_kind')
export class IncidentKindEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('text') name!: string;
  @Column('text') nameEn!: string;
  @Column('text') taskGroup!: IncidentKind['taskGroup'];
  @Column('text') origin!: IncidentKind['origin'];
  @Column('text') reported!: IncidentKind['reported'];
  @Column('text') onScene!: IncidentKind['onScene'];
  @Column('jsonb') fields!: IncidentField[];
  @Column('jsonb') feeds!: IncidentFeed[];
  @Column('text', { nullable: true }) certainty!: SourceCertainty | null;
  @Column('text') citation!: string;
  @Column('boolean') inUse!: boolean;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

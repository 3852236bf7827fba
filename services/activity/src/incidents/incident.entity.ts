import type { Incident, IncidentFile } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a team did or learnt, as it was recorded and corrected last. */
@Entity('incident')
export class IncidentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') teamId!: string;
  /** Where the team stood that day. */
  @Column('uuid') communeId!: string;
  @Column('text') kindCode!: string;
  @Column('uuid') kindId!: string;
  @Column('timestamptz') knownAt!: Date;
  @Column('timestamptz', { nullable: true }) reportedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) onSceneAt!: Date | null;
  @Column('date') happenedOn!: string;
  @Column('text') place!: string;
  @Column('double precision', { nullable: true }) lon!: number | null;
  @Column('double precision', { nullable: true }) lat!: number | null;
  @Column('boolean') outOfArea!: boolean;
  @Column('text') summary!: string;
  @Column('text', { array: true }) acts!: string[];
  @Column('jsonb') figures!: Incident['figures'];
  @Column('uuid', { nullable: true }) sameAsId!: string | null;
  @Column('text', { default: 'standing' }) state!: Incident['state'];
  @Column('text') recordedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) recordedAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}

/** What a record said before it was corrected or withdrawn. */
@Entity('incident_correction')
export class IncidentCorrectionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') incidentId!: string;
  @Column('text') act!: 'corrected' | 'withdrawn';
  @Column('jsonb') before!: object;
  @Column('text') reason!: string;
  @Column('text') correctedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) correctedAt!: Date;
}

/** Evidence; its bytes lie in `file_content`. */
@Entity('incident_file')
export class IncidentFileEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') incidentId!: string;
  @Column('text') name!: string;
  @Column('text') type!: IncidentFile['type'];
  @Column('int') size!: number;
  @Column('text') sha256!: string;
  @Column('text') keptBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) keptAt!: Date;
}

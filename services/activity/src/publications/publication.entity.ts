import type {
  PublicationKind,
  PublicationMedium,
  PublicationQuota,
  SourceCertainty,
} from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that was published, of the unit whose quota it counts for. */
@Entity('publication')
export class PublicationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('text') medium!: PublicationMedium;
  @Column('text') kind!: PublicationKind;
  @Column('text') title!: string;
  @Column('text') outlet!: string;
  @Column('text') link!: string;
  @Column('date') publishedOn!: string;
  @Column('uuid', { nullable: true }) instrumentId!: string | null;
  @Column('text') recordedBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) recordedAt!: Date;
  @Column('text', { nullable: true }) withdrawnBecause!: string | null;
  @Column('text', { nullable: true }) withdrawnBy!: string | null;
}

/** How often a medium is to publish what, for days. */
@Entity('publication_quota')
export class PublicationQuotaEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('text') name!: string;
  @Column('text') nameEn!: string;
  @Column('text') medium!: PublicationMedium;
  @Column('text', { array: true }) kinds!: PublicationKind[];
  @Column('text') cycle!: PublicationQuota['cycle'];
  @Column('int') least!: number;
  @Column('text', { array: true }) levels!: PublicationQuota['levels'];
  @Column('text', { nullable: true }) certainty!: SourceCertainty | null;
  @Column('text') citation!: string;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

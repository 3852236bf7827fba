import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a decision gives a commune, for the days it holds. */
@Entity('quota')
export class QuotaEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('text', { default: 'commune' }) level?: 'commune';
  @Column('uuid') instrumentId!: string;
  @Column('int', { nullable: true }) villages!: number | null;
  @Column('int') teams!: number;
  @Column('int') members!: number;
  @Column('int', { nullable: true }) leaders!: number | null;
  @Column('int', { nullable: true }) deputies!: number | null;
  @Column('int', { nullable: true }) ordinary!: number | null;
  @Column('text') note!: string;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

/** A part of a commune's quota: of a village, a team or a position (Law 30/2023/QH15 Art. 14.4). */
@Entity('quota_line')
export class QuotaLineEntity {
  @PrimaryColumn('uuid') quotaId!: string;
  @PrimaryColumn('int') n!: number;
  @Column('uuid', { nullable: true }) villageId!: string | null;
  @Column('uuid', { nullable: true }) teamId!: string | null;
  @Column('text', { nullable: true }) position!: 'leader' | 'deputy' | 'ordinary' | null;
  @Column('int') members!: number;
}

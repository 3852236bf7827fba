import type { Equipment, EquipmentWithdrawal } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Things of one kind that a team got on one day. */
@Entity('equipment')
export class EquipmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') item!: string;
  @Column('uuid') teamId!: string;
  @Column('uuid', { nullable: true }) workplaceId!: string | null;
  @Column('int') quantity!: number;
  @Column('date') receivedOn!: string;
  @Column('date', { nullable: true }) serviceEndsOn!: string | null;
  @Column('text', { default: 'good' }) condition!: Equipment['condition'];
  @Column('text', { default: '' }) note!: string;
}

@Entity('equipment_withdrawal')
export class EquipmentWithdrawalEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') equipmentId!: string;
  @Column('text') kind!: EquipmentWithdrawal['kind'];
  @Column('int') quantity!: number;
  @Column('date') withdrawnOn!: string;
  @Column('text', { default: '' }) reason!: string;
}

/** In what condition it was found on a day; the finding holds until the next. */
@Entity('equipment_finding')
export class EquipmentFindingEntity {
  @PrimaryColumn('uuid') equipmentId!: string;
  @PrimaryColumn('date') foundOn!: string;
  @Column('text') condition!: Equipment['condition'];
}

/** How many of an item a team of some size is due, and how long they serve. */
@Entity('equipment_norm')
export class EquipmentNormEntity {
  @PrimaryColumn('text') item!: string;
  @PrimaryColumn('int') sizeFrom!: number;
  @PrimaryColumn('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('text') name!: string;
  @Column('text') unit!: string;
  @Column('int', { nullable: true }) sizeTo!: number | null;
  @Column('boolean', { default: false }) perMember!: boolean;
  @Column('int', { nullable: true }) least!: number | null;
  @Column('int', { nullable: true }) most!: number | null;
  @Column('int', { nullable: true }) serviceYears!: number | null;
  @Column('text') source!: string;
}

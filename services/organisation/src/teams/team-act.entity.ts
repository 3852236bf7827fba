import type { SoftRule } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a team was called until it got the name of its row. */
@Entity('team_former_name')
export class TeamFormerNameEntity {
  @PrimaryColumn('uuid') teamId!: string;
  @PrimaryColumn('date') validFrom!: string;
  @Column('date') validTo!: string;
  @Column('text') name!: string;
}

export type TeamActKind = 'found' | 'rename' | 'change-area' | 'merge' | 'dissolve';

/** A decision of the commune's chair about a team, as it was carried out. */
@Entity('team_act')
export class TeamActEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: TeamActKind;
  @Column('uuid') teamId!: string;
  @Column('date') validFrom!: string;
  @Column('uuid') instrumentId!: string;
  @Column('uuid', { nullable: true }) basedOnId!: string | null;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { array: true, default: () => "'{}'" }) accepted!: SoftRule[];
  @Column('text', { default: '' }) reason!: string;
}

/** A team that ended in a merger. */
@Entity('team_act_ended')
export class TeamActEndedEntity {
  @PrimaryColumn('uuid') actId!: string;
  @PrimaryColumn('uuid') teamId!: string;
}

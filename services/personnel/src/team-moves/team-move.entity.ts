import { Column, Entity, PrimaryColumn } from 'typeorm';

/** All members of one team went to another by one decision. */
@Entity('team_move')
export class TeamMoveEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') fromTeamId!: string;
  @Column('uuid') toTeamId!: string;
  @Column('date') validFrom!: string;
  @Column('boolean') keepTitles!: boolean;
  @Column('uuid') decisionId!: string;
}

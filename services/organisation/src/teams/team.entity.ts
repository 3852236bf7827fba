import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('team')
export class TeamEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') searchKey!: string;
  @Column('date') foundedOn!: string;
  @Column('date', { nullable: true }) dissolvedOn!: string | null;
  @Column('text') decisionNumber!: string;
  @Column('date', { nullable: true }) decisionSignedOn!: string | null;
}

/** Area of responsibility: the villages a team holds, dated (Law 30/2023/QH15 Art. 2.4, 14.2). */
@Entity('team_village')
export class TeamVillageEntity {
  @PrimaryColumn('uuid') teamId!: string;
  @PrimaryColumn('uuid') villageId!: string;
  @Column('text', { default: 'village' }) level?: 'village';
  @PrimaryColumn('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

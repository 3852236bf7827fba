import type { Role } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role that an account holds in an area from a day on. */
@Entity('role_grant')
export class RoleGrantEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('text') role!: Role;
  @Column('uuid') areaId!: string;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}

import type { Position } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A posting as personnel told of it last; one that is gone never was. */
@Entity('posting')
export class PostingEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') teamId!: string;
  @Column('text') position!: Position;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('bigint') version!: number;
  @Column('boolean') gone!: boolean;
}

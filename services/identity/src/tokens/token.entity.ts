import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A personal access token; its secret is known only as a hash. */
@Entity('token')
export class TokenEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('text') name!: string;
  @Column('bytea', { select: false }) hash!: Buffer;
  @Column('timestamptz') createdAt!: Date;
  @Column('date') expiresOn!: string;
  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
}

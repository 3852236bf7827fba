import type { DigestEntry } from '@antt/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What waited for an account on the morning of a day. */
@Entity('digest')
export class DigestEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('date') madeOn!: string;
  @Column('jsonb') entries!: DigestEntry[];
  @Column('text', { array: true }) away!: string[];
}

/** How an account is told of it beside the page. */
@Entity('notice_choice')
export class NoticeChoiceEntity {
  @PrimaryColumn('uuid') accountId!: string;
  @Column('text') email!: string;
  @Column('boolean') message!: boolean;
}

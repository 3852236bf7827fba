import type { listIncidentKinds } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { incidentKindsOf } from './incident-kinds-of.ts';

/** What teams may record, as data: shipped, and laid down by provinces from days on. */
@Injectable()
export class IncidentKindService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listIncidentKinds>): Promise<Output<typeof listIncidentKinds>> {
    const items = await incidentKindsOf(this.db, question);
    return { items, nextCursor: null, total: items.length };
  }
}

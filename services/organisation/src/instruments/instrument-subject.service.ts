import {
  type addInstrumentSubject,
  type InstrumentSubject,
  instrumentSubjectAdded,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { assertEverywhere, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { InstrumentSubjectEntity } from './instrument.entity.ts';

@Injectable()
export class InstrumentSubjectService {
  constructor(private readonly db: EntityManager) {}

  async list(): Promise<{ items: InstrumentSubject[] }> {
    return {
      items: await this.db.find(InstrumentSubjectEntity, {
        order: { exclusive: 'desc', name: 'asc' },
      }),
    };
  }

  add(command: Input<typeof addInstrumentSubject>): Promise<InstrumentSubject> {
    // Of an exclusive one every province has one document a day: it concerns them all (law BR-02).
    assertEverywhere('instrument.write');
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(InstrumentSubjectEntity, { code: command.code });
      if (known) return sameAgain(known, command);
      await tx.insert(InstrumentSubjectEntity, command);
      await publish(tx, instrumentSubjectAdded, command);
      return command;
    });
  }
}

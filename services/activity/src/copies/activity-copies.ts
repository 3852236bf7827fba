import type { compareActivityCopies, replayActivityCopies } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Copies } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { PersonnelCopies } from './personnel-copies.ts';

/** All that activity copies, of organisation and of personnel. */
@Injectable()
export class ActivityCopies {
  constructor(
    private readonly ofOrganisation: Copies,
    private readonly ofPersonnel: PersonnelCopies,
  ) {}

  async compare(): Promise<Output<typeof compareActivityCopies>> {
    const [units, people] = await Promise.all([
      this.ofOrganisation.compare(),
      this.ofPersonnel.compare(),
    ]);
    const owner = { ...units.owner, ...people.owner };
    const copy = { ...units.copy, ...people.copy };
    return { owner, copy, agree: isDeepStrictEqual(owner, copy) };
  }

  async replay(): Promise<Output<typeof replayActivityCopies>> {
    await this.ofOrganisation.replay();
    await this.ofPersonnel.replay();
    return (await this.compare()).copy;
  }
}

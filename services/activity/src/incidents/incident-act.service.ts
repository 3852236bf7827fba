import {
  type correctIncident,
  type Incident,
  incidentCorrected,
  incidentRecorded,
  incidentWithdrawn,
  problem,
  type recordIncident,
  type withdrawIncident,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Client, currentPrincipal, publish, sameAgain, uuidv7 } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { EntityManager } from 'typeorm';
import { entryOf, type Facts } from './incident-entry.ts';
import { assertTeam } from './incident-scope.ts';
import { IncidentCorrectionEntity, IncidentEntity } from './incident.entity.ts';
import { readable } from './incident.service.ts';

/** Recording, and what the commune police correct or take out. */
@Injectable()
export class IncidentActService {
  constructor(
    private readonly db: EntityManager,
    private readonly client: Client,
  ) {}

  record({ id, ...said }: Input<typeof recordIncident>): Promise<Incident> {
    return this.db.transaction(async (tx) => {
      await assertTeam(tx, 'incident.write', said.teamId);
      const known = await tx.findOneBy(IncidentEntity, { id });
      if (known) {
        sameAgain<object>({ id, ...factsOf(known) }, inUtc(said));
        return readable(tx, id);
      }
      const entry = await entryOf(tx, this.client, id, said);
      await tx.insert(IncidentEntity, {
        ...{ id, ...said, ...entry },
        recordedBy: currentPrincipal().username,
      });
      await publish(tx, incidentRecorded, { id, teamId: said.teamId, kindCode: said.kindCode });
      return readable(tx, id);
    });
  }

  correct(command: Input<typeof correctIncident>): Promise<Incident> {
    const { id, correctionId, version, reason, ...said } = command;
    return this.db.transaction(async (tx) => {
      const found = await this.found(tx, id);
      await assertTeam(tx, 'incident.verify', said.teamId);
      const done = await tx.findOneBy(IncidentCorrectionEntity, { id: correctionId });
      const before = factsOf(found);
      if (done) {
        sameAgain<object>({ ...before, reason: done.reason }, { ...inUtc(said), reason });
        return readable(tx, id);
      }
      if (found.version !== version) throw problem('incident-changed-meanwhile', { id });
      const entry = await entryOf(tx, this.client, id, said);
      await this.keep(tx, found, { id: correctionId, act: 'corrected', reason });
      await tx.update(IncidentEntity, { id }, { ...said, ...entry, version: version + 1 });
      const after = inUtc(said);
      const fields = Object.keys(after).filter(
        (field) => !isDeepStrictEqual(before[field as keyof Facts], after[field as keyof Facts]),
      );
      const about = { id, teamId: said.teamId, kindCode: said.kindCode };
      await publish(tx, incidentCorrected, { ...about, fields, reason });
      return readable(tx, id);
    });
  }

  withdraw({ id, reason }: Input<typeof withdrawIncident>): Promise<Incident> {
    return this.db.transaction(async (tx) => {
      const found = await this.found(tx, id, true);
      if (found.state === 'withdrawn') return readable(tx, id);
      // What repeated it counts itself again: there is no first one any more.
      await tx.update(IncidentEntity, { sameAsId: id }, { sameAsId: null });
      await this.keep(tx, found, { id: uuidv7(), act: 'withdrawn', reason });
      await tx.update(IncidentEntity, { id }, { state: 'withdrawn', version: found.version + 1 });
      const { teamId, kindCode } = found;
      await publish(tx, incidentWithdrawn, { id, teamId, kindCode, reason });
      return readable(tx, id);
    });
  }

  private async found(tx: EntityManager, id: string, withdrawn = false): Promise<IncidentEntity> {
    await readable(tx, id);
    const lock = { mode: 'pessimistic_write' } as const;
    const found = await tx.findOneOrFail(IncidentEntity, { where: { id }, lock });
    await assertTeam(tx, 'incident.verify', found.teamId);
    if (found.state === 'withdrawn' && !withdrawn) throw problem('incident-is-withdrawn', { id });
    return found;
  }

  private async keep(
    tx: EntityManager,
    found: IncidentEntity,
    act: Pick<IncidentCorrectionEntity, 'id' | 'act' | 'reason'>,
  ): Promise<void> {
    await tx.insert(IncidentCorrectionEntity, {
      ...act,
      incidentId: found.id,
      before: factsOf(found),
      correctedBy: currentPrincipal().username,
    });
  }
}

/** What a record says, as the commands and the history have it. */
function factsOf(row: IncidentEntity): Facts {
  const { teamId, kindCode, place, lon, lat, outOfArea, summary, acts, figures, sameAsId } = row;
  return {
    ...{ teamId, kindCode, place, lon, lat, outOfArea, summary, acts, figures, sameAsId },
    knownAt: row.knownAt.toISOString(),
    reportedAt: row.reportedAt?.toISOString() ?? null,
    onSceneAt: row.onSceneAt?.toISOString() ?? null,
  };
}

/** One moment may be written with several offsets. */
function inUtc(said: Facts): Facts {
  const utc = (moment: string | null) => moment && new Date(moment).toISOString();
  return {
    ...said,
    knownAt: utc(said.knownAt)!,
    reportedAt: utc(said.reportedAt),
    onSceneAt: utc(said.onSceneAt),
  };
}

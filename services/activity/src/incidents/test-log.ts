import {
  coversPoint,
  type Incident,
  listLeaveThroughout,
  type Principal,
  recordIncident,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { connectBus } from '@antt/service-kit';
import { copiedTerritory, type ServiceUnderTest, someone, StandIn } from '@antt/testing';
import { afterAll, beforeAll } from '@jest/globals';
import { randomUUID } from 'node:crypto';

type Said = Partial<Input<typeof recordIncident>>;

/** For tests: teams with members, and records of them; other services say of points and leave what a test wants. */
export function teamLog(service: ServiceUnderTest) {
  const { unit, team } = copiedTerritory(service, '2020-01-01');
  const outline: { covers: boolean | null } = { covers: true };
  const leave: { teamId: string; personId: string }[] = [];
  let close: () => Promise<void>;
  beforeAll(async () => {
    const connection = await connectBus(service.bus.url, 'organisation');
    close = () => connection.close();
    const others = new StandIn(connection);
    others.answer(coversPoint, () => outline);
    others.answer(listLeaveThroughout, () => ({ items: leave }));
  }, 60_000);
  afterAll(() => close());

  /** A commune of a province with a village, its team, and so many members of it. */
  async function place(members = 5) {
    const provinceId = await unit('province', 'Bắc Ninh');
    const communeId = await unit('commune', 'Tân Lập', provinceId);
    const villageId = await unit('village', 'Chằm', communeId);
    const teamId = await team([villageId]);
    const people = [...Array(members)].map(() => randomUUID());
    for (const personId of people) {
      await service.db.query(
        `insert into posting values ($1, $2, $3, 'ordinary', '2024-08-01', null, 1, false)`,
        [randomUUID(), personId, teamId],
      );
    }
    return {
      ...{ provinceId, communeId, villageId, teamId, people },
      leader: someone('team-leader', [villageId]),
      officer: someone('commune-officer', [communeId]),
    };
  }

  /** An incident of an evening of 2026, unless a test says otherwise. */
  const facts = (teamId: string, said: Said = {}): Input<typeof recordIncident> => ({
    ...{ id: randomUUID(), teamId, kindCode: 'incident', place: 'Cổng chợ', summary: '' },
    ...{ knownAt: '2026-09-10T20:00:00+07:00', reportedAt: '2026-09-10T20:04:00+07:00' },
    ...{ onSceneAt: '2026-09-10T20:15:00+07:00', lon: null, lat: null, outOfArea: false },
    ...{ acts: [], figures: { nature: 'public-order' }, sameAsId: null, ...said },
  });
  const record = (teamId: string, said: Said = {}, asker?: Principal): Promise<Incident> =>
    service.call(recordIncident, facts(teamId, said), asker);

  /** A record of a kind that asks for nothing else. */
  const plain = (teamId: string, kindCode: string, figures = {}, day = '2026-09-10') => {
    const at = `${day}T20:00:00+07:00`;
    const moments = { knownAt: at, reportedAt: at, onSceneAt: at };
    return record(teamId, { ...moments, kindCode, figures });
  };

  return { unit, team, place, facts, record, plain, outline, leave };
}

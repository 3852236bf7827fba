import {
  adoptCriteria,
  type CriteriaDocument,
  listNorms,
  type NormRow,
  previewCriteria,
  recordCriteria,
  type UnitKind,
} from '@antt/contracts';
import type { ServiceUnderTest } from '@antt/testing';
import { randomUUID } from 'node:crypto';
import { territory } from '../test-territory.ts';
import { UnitFigureEntity, UnitTagEntity } from '../units/unit.entity.ts';

/** A village as a test speaks of it. */
export type VillageFacts = {
  name?: string;
  kind?: UnitKind;
  households?: number;
  population?: number;
  'population-with-temporary'?: number;
  'area-km2'?: number;
  tags?: string[];
  at?: readonly [number, number];
};

const kinds = ['households', 'population', 'population-with-temporary', 'area-km2'] as const;

/** For tests: communes with villages of given facts, and what a document comes to there. */
export function norms(service: ServiceUnderTest) {
  const { unit, decision } = territory(service);

  async function measured(unitId: string, facts: VillageFacts, measuredOn = '2024-06-01') {
    for (const kind of kinds) {
      const value = facts[kind];
      if (value === undefined) continue;
      const row = { unitId, kind, measuredOn, value: String(value), source: 'Công an xã' };
      await service.given(UnitFigureEntity, row as never);
    }
  }

  async function tagged(unitId: string, tags: readonly string[] = []): Promise<void> {
    for (const tag of tags) {
      await service.given(UnitTagEntity, { unitId, tag, validFrom: '2024-01-01', validTo: null });
    }
  }

  async function commune(
    villages: VillageFacts[],
    { kind = 'xã', tags = [] }: { kind?: UnitKind; tags?: string[] } = {},
  ) {
    const communeId = await unit('commune', 'Tân Lập', null, { kind });
    await tagged(communeId, tags);
    const ids: string[] = [];
    for (const [n, facts] of villages.entries()) {
      const id = await unit('village', facts.name ?? `Thôn ${n + 1}`, communeId, {
        kind: facts.kind ?? 'thôn',
      });
      await measured(id, facts);
      await tagged(id, facts.tags);
      if (facts.at) {
        await service.db.query(
          `insert into unit_point values ($1, st_setsrid(st_makepoint($2, $3), 4326))`,
          [id, ...facts.at],
        );
      }
      ids.push(id);
    }
    return { communeId, ids };
  }

  /** What a document would come to in a commune, by village in the given order, and in total. */
  async function tried(
    document: CriteriaDocument,
    { communeId, ids }: { communeId: string; ids: string[] },
    on = '2024-08-01',
    validFrom = '2024-07-01',
  ) {
    const question = { document, on, validFrom, within: communeId, units: [communeId] };
    const answer = await service.call(previewCriteria, {
      ...question,
      level: 'village',
      changed: false,
      limit: 5000,
    });
    const rows = new Map(answer.items.map((row) => [row.unit.id, row]));
    return { rows: ids.map((id) => rows.get(id)!), totals: answer.totals, now: answer.now };
  }

  /** Members of villages with these facts in one commune: a number, two where it is a range, or the gap. */
  async function members(
    document: CriteriaDocument,
    villages: VillageFacts[],
    where: { kind?: UnitKind; tags?: string[] } = {},
  ) {
    const { rows } = await tried(document, await commune(villages, where));
    return rows.map(told);
  }

  async function adopted(document: CriteriaDocument, units: string[], validFrom = '2024-07-01') {
    const id = randomUUID();
    const instrumentId = await decision();
    await service.call(recordCriteria, { id, instrumentId, units, document });
    await service.call(adoptCriteria, { id, validFrom });
    return id;
  }

  async function inForce(within: string, on: string, level: 'commune' | 'village' = 'commune') {
    return service.call(listNorms, { on, within, level, limit: 5000 });
  }

  return { unit, decision, commune, measured, tagged, tried, members, adopted, inForce };
}

export function told({ members, open }: NormRow): number | string {
  if (members === null) return open[0]?.gap ?? 'open';
  return members.min === members.max ? members.max : `${members.min}–${members.max}`;
}

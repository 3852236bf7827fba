import {
  contradictionsOf,
  type CriteriaDocument,
  listCriteria,
  listCriteriaTemplates,
  type NormRow,
} from '@antt/contracts';
import { useService } from '@antt/testing';
import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { norms, type VillageFacts } from '../norms/test-norm.ts';
import {
  ReorganisationEntity,
  UnitLineageEntity,
} from '../reorganisations/reorganisation.entity.ts';
import { organisation } from '../service.ts';
import { CriteriaFile, type CriteriaScenario, readCriteriaFiles } from './criteria-file.ts';

const service = useService(organisation);
const { unit, decision, commune, tried } = norms(service);
const files = readCriteriaFiles();

const words: Record<string, string> = {
  'value-unknown': 'chưa rõ số',
  'figure-missing': 'thiếu số liệu',
  'cluster-undecided': 'chưa xác định cách ghép',
};

function told({ members, binding, open }: Pick<NormRow, 'members' | 'binding' | 'open'>): string {
  if (members === null) return words[open[0]!.gap] ?? open[0]!.gap;
  if (binding === 'maximum') return `tối đa ${members.max}`;
  return members.min === members.max ? `${members.max}` : `${members.min}–${members.max}`;
}

/** The village was made of two others a month before. */
async function merge(successorId: string): Promise<void> {
  const [id, validFrom] = [randomUUID(), '2024-07-01'];
  const act = { id, validFrom, title: 'Nhập thôn', status: 'applied', plan: {} } as const;
  await service.given(ReorganisationEntity, { ...act, instrumentId: await decision() } as never);
  for (const name of ['Cũ 1', 'Cũ 2']) {
    const predecessorId = await unit('village', name, null, { to: validFrom });
    const line = { reorganisationId: id, predecessorId, successorId, share: '1', validFrom };
    await service.given(UnitLineageEntity, line);
  }
}

type Facts = VillageFacts & { merged: boolean };

async function comesTo(document: CriteriaDocument, scenario: CriteriaScenario) {
  const { in: kind, communeTags, villages, readings } = scenario;
  const all: Facts[] = villages?.flatMap((one) => Array.from({ length: one.count }, () => one)) ?? [
    scenario,
  ];
  const place = await commune(all, { kind, tags: communeTags });
  for (const [n, one] of all.entries()) if (one.merged) await merge(place.ids[n]!);
  const chosen = document.readings.map((reading) => ({
    ...reading,
    chosen: readings[reading.id] ?? reading.chosen,
  }));
  const { totals } = await tried({ ...document, readings: chosen }, place);
  return totals;
}

describe.each([...files])('criteria of %s', (_code, { criteria, scenarios }) => {
  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    '%s',
    async (_name, scenario) => {
      const norm = await comesTo(criteria, scenario);
      expect(told(norm)).toBe(scenario.members);
      if (scenario.teams !== undefined) expect(norm.teams?.max).toBe(scenario.teams);
    },
  );

  test('contradict themselves nowhere', () => {
    expect(contradictionsOf(criteria)).toEqual([]);
  });

  test('say where they come from and how sure that is', () => {
    expect(criteria.sources.length).toBeGreaterThan(0);
    expect(criteria.certainty).toMatch(/^(gazette|press|draft|inferred)$/);
  });
});

test('the founding rules of 22 provinces ship as drafts; none of them is in force by itself', async () => {
  const { items } = await service.call(listCriteriaTemplates, {});
  expect(items).toHaveLength(22);
  expect(items.find(({ code }) => code === 'ha-noi')).toMatchObject({ province: 'Hà Nội' });
  expect((await service.call(listCriteria, { limit: 100 })).total).toBe(0);
});

test.each(['tay-ninh', 'nam-dinh', 'binh-thuan'])(
  'the text of %s has two readings, and both can be chosen',
  (code) => {
    expect(files.get(code)!.criteria.readings[0]!.options).toHaveLength(2);
  },
);

test('editors check the files by the schema of today (npm run criteria-schema)', () => {
  const file = new URL('../../criteria/criteria.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(z.toJSONSchema(CriteriaFile, { io: 'input' }))),
  );
});

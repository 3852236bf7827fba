import type { UnitKind } from '@antt/contracts';
import { searchKey } from '@antt/kernel';
import type { ServiceUnderTest } from '@antt/testing';
import { randomUUID } from 'node:crypto';
import { InstrumentEntity } from './instruments/instrument.entity.ts';
import { TeamEntity, TeamVillageEntity } from './teams/team.entity.ts';
import { UnitEntity, UnitParentEntity, UnitVersionEntity } from './units/unit.entity.ts';

const kinds = { province: 'tỉnh', district: 'huyện', commune: 'xã', village: 'thôn' } as const;

type Dates = { from?: string; to?: string | null };

/** For tests: units put there as rows, each under its parent, with a code of its own. */
export function territory(service: ServiceUnderTest) {
  async function unit(
    level: keyof typeof kinds,
    name: string,
    parentId: string | null = null,
    { from = '2024-01-01', to = null, kind = kinds[level] }: Dates & { kind?: UnitKind } = {},
  ): Promise<string> {
    const id = randomUUID();
    await service.given(UnitEntity, { id, level });
    await service.given(UnitVersionEntity, {
      unitId: id,
      level,
      kind,
      list: 'test',
      code: id.slice(0, 13),
      name,
      searchKey: searchKey(name),
      validFrom: from,
      validTo: to,
    });
    if (parentId) {
      const dated = { unitId: id, parentId, validFrom: from, validTo: to };
      await service.given(UnitParentEntity, dated);
    }
    return id;
  }

  /** From a day on the unit lies below another one. */
  async function moved(unitId: string, parentId: string, on: string): Promise<void> {
    await service.db.query(
      `update unit_parent set valid_to = $2 where unit_id = $1 and valid_to is null`,
      [unitId, on],
    );
    await service.given(UnitParentEntity, { unitId, parentId, validFrom: on, validTo: null });
  }

  async function decision(number = `${randomUUID()}`, from = '2024-01-01'): Promise<string> {
    const id = randomUUID();
    await service.given(InstrumentEntity, {
      id,
      kind: 'decision',
      number,
      issuer: 'UBND tỉnh',
      title: 'Số lượng Tổ',
      searchKey: '',
      signedOn: from,
      effectiveFrom: from,
      effectiveTo: null,
    });
    return id;
  }

  /** As imported: with its villages from its founding on, and no decision but in words. */
  async function team(
    villageIds: string[],
    { foundedOn = '2024-08-01', name = 'Tổ bảo vệ ANTT' } = {},
  ): Promise<string> {
    const id = randomUUID();
    const decided = { decisionNumber: '', decisionSignedOn: null };
    const about = { id, code: id.slice(0, 13), name, searchKey: searchKey(name) };
    await service.given(TeamEntity, { ...about, foundedOn, dissolvedOn: null, ...decided });
    for (const villageId of villageIds) {
      const holding = { teamId: id, villageId, validFrom: foundedOn, validTo: null };
      await service.given(TeamVillageEntity, holding);
    }
    return id;
  }

  /** What the commune's chair signs, on the strength of a provincial decision. */
  async function chair(signedOn = '2024-07-25') {
    return { number: randomUUID().slice(0, 8), signedOn, basedOn: await decision() };
  }

  return { unit, moved, decision, team, chair };
}

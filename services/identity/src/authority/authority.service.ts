import {
  type Area,
  type AreaUnit,
  type Permission,
  placeUnits,
  problem,
  type Role,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { Client, currentPrincipal, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.ts';
import { loadAreas } from '../areas/load-areas.ts';
import {
  permissionsToGrant,
  type Place,
  placesOfArea,
  type Reach,
  reachOf,
  rootsOn,
} from './authority.rules.ts';

const responsibleSql = sql(import.meta.url, './responsible-areas.sql');
/** The past of an area counts when it is given: who holds it sees that past. */
export const everBefore = '1900-01-01';
const batch = 5_000;

/** Decides who may manage whom: an administrator reaches as far as the own area, and no further. */
@Injectable()
export class Authority {
  constructor(
    private readonly db: EntityManager,
    private readonly client: Client,
  ) {}

  /** Refuses to manage an account that has, or will have, a role outside of the caller's area. */
  async assertManages(accountId: string, permission: Permission): Promise<void> {
    const principal = currentPrincipal();
    if (permission === 'account.write' && principal.accountId === accountId) {
      throw problem('own-account');
    }
    if (!(await this.db.existsBy(AccountEntity, { id: accountId }))) {
      throw problem('account-not-found', { id: accountId });
    }
    const reach = reachOf(principal, [permission]);
    if (reach === 'all') return;
    const rows: { area_id: string }[] = await this.db.query(responsibleSql, [accountId, today()]);
    const ids = rows.map((row) => row.area_id);
    const areas = await loadAreas(this.db, ids);
    const inside = await this.areasInside(areas, reach, today());
    if (ids.length === 0 || inside.size < ids.length) throw problem('outside-area', { permission });
  }

  /** Refuses to give a role, or an area, beyond what the caller holds; the past of the area counts too. */
  async assertMayGrant(grants: readonly { role: Role; areaId: string }[]): Promise<void> {
    const [beyond] = await this.grantsBeyond(grants);
    if (!beyond) return;
    const { role, areaId } = beyond;
    throw problem('grant-beyond-own-area', { role, areaId });
  }

  /** Those of the grants that the caller may not give, with the area's name. */
  async grantsBeyond<G extends { role: Role; areaId: string }>(
    grants: readonly G[],
  ): Promise<(G & { area: string })[]> {
    const principal = currentPrincipal();
    const ids = [...new Set(grants.map((grant) => grant.areaId))];
    const areas = new Map((await loadAreas(this.db, ids)).map((area) => [area.id, area]));
    const missing = ids.find((id) => !areas.has(id));
    if (missing) throw problem('area-not-found', { id: missing });
    // Roles that the caller holds the same reach for are decided together.
    const byReach = new Map<string, { reach: Reach; of: G[] }>();
    for (const grant of grants) {
      const reach = reachOf(principal, permissionsToGrant(grant.role));
      const key = JSON.stringify(reach);
      byReach.set(key, { reach, of: [...(byReach.get(key)?.of ?? []), grant] });
    }
    const beyond: (G & { area: string })[] = [];
    for (const { reach, of } of byReach.values()) {
      const asked = [...new Set(of.map(({ areaId }) => areaId))].map((id) => areas.get(id)!);
      const inside = await this.areasInside(asked, reach, everBefore);
      for (const grant of of) {
        const { id, name } = areas.get(grant.areaId)!;
        if (!inside.has(id)) beyond.push({ ...grant, area: name });
      }
    }
    return beyond;
  }

  /** Refuses units, on any day they are meant for, outside of where the caller manages accounts. */
  async assertUnitsInside(units: readonly AreaUnit[]): Promise<void> {
    const reach = reachOf(currentPrincipal(), ['account.write']);
    const area = { id: '', name: '', whole: false, units: [...units] };
    const inside = await this.areasInside([area], reach, everBefore);
    if (!inside.has('')) throw problem('grant-beyond-own-area');
  }

  /** Which of the areas lie inside the reach on every day from `since` on. */
  async areasInside(areas: readonly Area[], reach: Reach, since: PlainDate): Promise<Set<string>> {
    if (reach === 'all') return new Set(areas.map(({ id }) => id));
    const candidates = areas
      .filter(({ whole }) => !whole)
      .map(({ id, units }) => ({ id, places: placesOfArea(units, reach, since) }));
    const outside = await this.placesOutside(
      candidates.flatMap(({ places }) => places),
      reach,
    );
    return new Set(
      candidates
        .filter(
          ({ places }) => places.length > 0 && places.every((place) => !outside.has(key(place))),
        )
        .map(({ id }) => id),
    );
  }

  // The organisation is asked once for each day that matters, which is nearly always one.
  private async placesOutside(
    places: readonly Place[],
    reach: readonly AreaUnit[],
  ): Promise<Set<string>> {
    const outside = new Set<string>();
    for (const [on, unitIds] of byDay(places)) {
      const roots = rootsOn(reach, on);
      const inside = new Set(roots);
      const unknown = unitIds.filter((id) => !inside.has(id));
      for (let start = 0; start < unknown.length && roots.length > 0; start += batch) {
        const some = unknown.slice(start, start + batch);
        const { within } = await this.client.call(placeUnits, { unitIds: some, roots, on });
        for (const id of within) inside.add(id);
      }
      for (const unitId of unitIds) {
        if (!inside.has(unitId)) outside.add(key({ unitId, on }));
      }
    }
    return outside;
  }
}

function key({ unitId, on }: Place): string {
  return `${on}/${unitId}`;
}

function byDay(places: readonly Place[]): Map<PlainDate, string[]> {
  const days = new Map<PlainDate, Set<string>>();
  for (const { unitId, on } of places) days.set(on, (days.get(on) ?? new Set()).add(unitId));
  return new Map([...days].map(([on, units]) => [on, [...units]]));
}

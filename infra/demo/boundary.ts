import type { AddressList } from './address-list.ts';
import { createArcs } from './arc.ts';
import type { Shape } from './geojson.ts';
import { createOutlines, type Outline } from './outline.ts';
import type { Ring } from './plane.ts';
import type { Ground, Territory } from './territory.ts';
import type { UnitRow } from './unit.ts';

/** The invented outlines of both lists; those of 2025 are made of the very same borders as those of 2024. */
export type Boundaries = {
  /** By old commune, or by commune of the former Bắc Ninh. */
  outlineOf(commune: string): Ring;
  of2024(units: readonly UnitRow[]): Shape[];
  of2025(units: readonly UnitRow[]): Shape[];
};

export function createBoundaries(territory: Territory, list: AddressList): Boundaries {
  const arcs = createArcs(territory.mesh, territory.groundOf);
  const outlines = (unitOf: (ground: Ground) => string | null) =>
    createOutlines(arcs, (ground) => unitOf(territory.grounds[ground]!));
  const old = new Set(list.oldCommunes.map(({ code }) => code));
  const within = (ground: Ground, code: string) => (old.has(ground.code) ? code : null);
  const grounds = outlines(({ code }) => code);
  const named = (units: readonly UnitRow[], level: Shape['level'], found: Map<string, Outline>) =>
    units
      .filter((unit) => unit.level === level)
      .map((unit): Shape => {
        const code = String(unit.code);
        return { level, code, name: String(unit.name), outline: found.get(code)! };
      });
  return {
    outlineOf: (commune) => grounds.get(commune)![0]!,
    of2024: (units) => [
      ...named(
        units,
        'province',
        outlines((ground) => within(ground, '24')),
      ),
      ...named(
        units,
        'district',
        outlines((ground) => within(ground, ground.district.code)),
      ),
      ...named(
        units,
        'commune',
        outlines((ground) => within(ground, ground.code)),
      ),
    ],
    of2025: (units) => [
      ...named(
        units,
        'province',
        outlines(() => '24'),
      ),
      ...named(
        units,
        'commune',
        outlines(({ successor }) => successor),
      ),
    ],
  };
}

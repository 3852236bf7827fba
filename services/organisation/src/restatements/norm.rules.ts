/** Where a village of a day lies on the other one; `sure`: all of it. */
export type VillagePlace = { villageId: string; communeId: string | null; sure: boolean };

type Norm = { teams: number | null; members: number | null };
export type RestatedNorm = Norm & { sure: boolean };

/** The villages' norms added up in the communes that they lie in; null is where what became of one is not known. */
export function restatedNorms(
  villages: ReadonlyMap<string | null, Norm>,
  places: readonly VillagePlace[],
): Map<string | null, RestatedNorm> {
  const sums = new Map<string | null, RestatedNorm>();
  for (const { villageId, communeId, sure } of places) {
    const norm = villages.get(villageId);
    if (!norm) continue;
    sums.set(communeId, sumOf([sums.get(communeId), { ...norm, sure }]));
  }
  return sums;
}

export function sumOf(norms: readonly (RestatedNorm | undefined)[]): RestatedNorm {
  return norms.reduce<RestatedNorm>(
    (sum, norm) =>
      norm
        ? {
            teams: added(sum.teams, norm.teams),
            members: added(sum.members, norm.members),
            sure: sum.sure && norm.sure,
          }
        : sum,
    { teams: 0, members: 0, sure: true },
  );
}

/** A sum is open while a part of it is. */
function added(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}

import type { ReorganisationEffects, ReorganisationPlan } from '@antt/contracts';

/** Beyond this an act is too large for a message; receivers read the units again. */
const mostTold = 5_000;

/** What other services are told of an act. */
export function toldOf(
  { on, instrumentId, lineage, ended }: ReorganisationPlan,
  { counts }: ReorganisationEffects,
) {
  const small = lineage.length + ended.length <= mostTold;
  return { on, instrumentId, lineage: small ? lineage : null, ended: small ? ended : null, counts };
}

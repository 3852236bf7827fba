import { type getDraft, listMemberCosts, type MemberCost } from '@antt/contracts';
import { type Output, today } from '@antt/kernel';
import { useMemo } from 'react';
import { useAnswer } from '../../answer.ts';
import { useMay } from '../../session/me.ts';

/**
 * What members cost a year in the communes of a draft, for who may know: at today's rates, or those of its own day
 * if that comes later or it has been issued.
 */
export function useCosts({ unitId, effectiveFrom, status }: Output<typeof getDraft>) {
  const may = useMay('policy.read');
  const now = today();
  const on = status === 'draft' && effectiveFrom < now ? now : effectiveFrom;
  const answer = useAnswer(listMemberCosts, { on, within: unitId }, { enabled: may });
  const byCommune = useMemo(
    () => new Map((answer.data?.items ?? []).map((item) => [item.commune.id, item])),
    [answer.data],
  );
  return { may, on, answer, of: (unit: string): MemberCost | undefined => byCommune.get(unit) };
}

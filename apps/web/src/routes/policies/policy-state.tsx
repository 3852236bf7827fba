import type { PolicyRow } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';
import { formatDay, formatLastDay, useDay } from '../../day.ts';

type Dated = Pick<PolicyRow, 'status' | 'validFrom' | 'validTo'>;
export type PolicyStateName = 'in-force' | 'coming' | 'draft' | 'ended' | 'withdrawn';

/** Where a policy stands on a day: an adopted one may not pay yet, or no more. */
export function stateOf({ status, validFrom, validTo }: Dated, on: PlainDate): PolicyStateName {
  if (status !== 'adopted') return status;
  if (validFrom === null || on < validFrom) return 'coming';
  return validTo !== null && validTo <= on ? 'ended' : 'in-force';
}

const colours = { 'in-force': 'success', coming: 'processing' } as const;

export function PolicyState({ policy }: { policy: Dated }) {
  const { on } = useDay();
  const state = stateOf(policy, on);
  return (
    <Tag color={state in colours ? colours[state as keyof typeof colours] : undefined}>
      <FormattedMessage id={`policies.state.${state}`} />
    </Tag>
  );
}

/** How sure its values are; what is only an example or a draft stands out. */
export function CertaintyMark({ certainty }: Pick<PolicyRow, 'certainty'>) {
  const doubtful = certainty === 'draft' || certainty === 'illustrative';
  return (
    <Tag color={doubtful ? 'warning' : undefined}>
      <FormattedMessage id={`pay.certainty.${certainty}`} />
    </Tag>
  );
}

/** The first day that is paid by it and, if it is known, the last. */
export function PolicyDays({ policy: { validFrom, validTo } }: { policy: Dated }) {
  if (validFrom === null) return null;
  return (
    <FormattedMessage
      id={validTo ? 'policies.from-to' : 'policies.from'}
      values={{ from: formatDay(validFrom), to: validTo && formatLastDay(validTo) }}
    />
  );
}

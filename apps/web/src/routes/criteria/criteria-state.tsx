import type { CriteriaRow } from '@antt/contracts';
import { type PlainDate } from '@antt/kernel';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';
import { formatDay, formatLastDay, useDay } from '../../day.ts';

type State = CriteriaRow['status'] | 'in-force' | 'coming' | 'ended';

/** Where criteria stand on a day: adopted ones may not hold yet, or no more. */
export function stateOf({ status, validFrom, endsOn }: CriteriaRow, on: PlainDate): State {
  if (status !== 'adopted' || validFrom === null) return status;
  if (on < validFrom) return 'coming';
  return endsOn !== null && endsOn <= on ? 'ended' : 'in-force';
}

export function CriteriaState({ criteria }: { criteria: CriteriaRow }) {
  const { on } = useDay();
  const state = stateOf(criteria, on);
  return (
    <Tag color={state === 'in-force' ? 'success' : undefined}>
      <FormattedMessage id={`criteria.state.${state}`} />
    </Tag>
  );
}

/** From when they hold and, if it is known, until when. */
export function CriteriaDays({ criteria: { validFrom, endsOn } }: { criteria: CriteriaRow }) {
  if (validFrom === null) return null;
  return (
    <FormattedMessage
      id={endsOn ? 'criteria.from-to' : 'criteria.from'}
      values={{ from: formatDay(validFrom), to: endsOn && formatLastDay(endsOn) }}
    />
  );
}

import type { CommuneConsolidation } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';
import { formatDay } from '../../day.ts';

/** How far a commune is, who decides next and until when. */
export function CommuneState({ commune }: { commune: CommuneConsolidation }) {
  const { waiting, step, basis, until, overdue } = commune;
  if (waiting === 0) {
    return (
      <Tag color="success">
        <FormattedMessage id="consolidations.finished" />
      </Tag>
    );
  }
  return (
    <span className="wait-state">
      <Tag color={step === 'chair-decision' ? 'blue' : 'default'}>
        <FormattedMessage
          id={`consolidations.step.${step}`}
          values={{ number: basis?.number ?? '' }}
        />
      </Tag>
      {until && (
        <Tag color={overdue ? 'error' : 'warning'}>
          <FormattedMessage
            id={overdue ? 'consolidations.overdue' : 'consolidations.until'}
            values={{ day: formatDay(until) }}
          />
        </Tag>
      )}
    </span>
  );
}

import type { Supervision } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';
import { isOver } from './supervision.rules.ts';

/** Whether it goes on, and what is wrong with it: nobody helps, or a report is owed. */
export function SupervisionTags({ supervision, on }: { supervision: Supervision; on: PlainDate }) {
  const { owed, needsReplacement } = supervision;
  const over = isOver(supervision, on);
  return (
    <span>
      {needsReplacement ? (
        <Tag color="error">
          <FormattedMessage id="supervisions.needs-replacement" />
        </Tag>
      ) : (
        <Tag color={over ? 'default' : 'success'}>
          <FormattedMessage id={over ? 'supervisions.state.ended' : 'supervisions.state.running'} />
        </Tag>
      )}{' '}
      {owed.length > 0 && (
        <Tag color="error">
          <FormattedMessage id="supervisions.owed" values={{ count: owed.length }} />
        </Tag>
      )}
    </span>
  );
}

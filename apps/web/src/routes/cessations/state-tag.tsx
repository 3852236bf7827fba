import type { CessationRow } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';
import { isLate } from './cessation.rules.ts';

const colours = { proposed: 'processing', decided: 'success', withdrawn: 'default' } as const;

/** How far it has come, and whether a clock ran out. */
export function StateTag({ cessation }: { cessation: CessationRow }) {
  const { state } = cessation;
  return (
    <>
      <Tag color={colours[state]}>
        <FormattedMessage id={`cessation.state.${state}`} />
      </Tag>
      {isLate(cessation) && (
        <Tag color="error">
          <FormattedMessage
            id={cessation.decisionLate ? 'cessation.decision-late' : 'cessation.proposal-late'}
          />
        </Tag>
      )}
    </>
  );
}

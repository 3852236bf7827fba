import type { AwardState } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';

const colours: Record<AwardState, string> = {
  proposed: 'processing',
  returned: 'warning',
  appraised: 'processing',
  approved: 'success',
  refused: 'default',
  revoked: 'error',
};

/** How far an award has come. */
export function StateTag({ state }: { state: AwardState }) {
  return (
    <Tag color={colours[state]}>
      <FormattedMessage id={`awards.state.${state}`} />
    </Tag>
  );
}

import type { EditingClosure } from '@antt/contracts';
import { Tag } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { formatMoment } from '../../moment.ts';

/** Times on request that are not over yet. */
export function Windows({ closure: { windows } }: { closure: EditingClosure }) {
  const [now] = useState(() => Date.now());
  return windows.map(({ id, opensAt, closesAt, reason }) => {
    const isNow = Date.parse(opensAt) <= now;
    return (
      <p key={id}>
        <Tag color={isNow ? 'success' : 'default'}>
          <FormattedMessage id={`records.editing.window-${isNow ? 'now' : 'later'}`} />
        </Tag>
        <FormattedMessage
          id="records.editing.window-days"
          values={{ from: formatMoment(opensAt), to: formatMoment(closesAt), reason }}
        />
      </p>
    );
  });
}

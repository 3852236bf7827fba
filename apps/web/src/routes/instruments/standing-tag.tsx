import type { InstrumentLink } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';
import { standingOf } from './standing.rules.ts';

const colours = { draft: 'gold', coming: 'blue', 'in-force': 'green', ended: 'default' } as const;

/** In force, not yet, no more, or a draft: on the day that all pages speak of. */
export function StandingTag({ instrument, on }: { instrument: InstrumentLink; on: string }) {
  const standing = standingOf(instrument, on);
  return (
    <Tag color={colours[standing]}>
      <FormattedMessage id={`instruments.standing.${standing}`} />
    </Tag>
  );
}

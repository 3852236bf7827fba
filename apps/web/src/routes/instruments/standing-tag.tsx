import type { InstrumentLink } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';
import { standingOf } from './standing.rules.ts';

/** Names of the theme's own colours: its presets are too pale to read. */
const colours = {
  draft: 'warning',
  coming: 'processing',
  'in-force': 'success',
  ended: 'default',
} as const;

/** In force, not yet, no more, or a draft: on the day that all pages speak of. */
export function StandingTag({ instrument, on }: { instrument: InstrumentLink; on: string }) {
  const standing = standingOf(instrument, on);
  return (
    <Tag color={colours[standing]}>
      <FormattedMessage id={`instruments.standing.${standing}`} />
    </Tag>
  );
}

import type { PersonRow } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';

/** Names of the theme's own colours: its presets are too pale to read. */
const colours = { serving: 'success', left: 'default', candidate: 'warning' } as const;

/** Whether somebody serves, left or was not recognised yet: a colour with its word. */
export function PersonStateTag({ person: { state } }: { person: Pick<PersonRow, 'state'> }) {
  return (
    <Tag color={colours[state]}>
      <FormattedMessage id={`people.state.${state}`} />
    </Tag>
  );
}

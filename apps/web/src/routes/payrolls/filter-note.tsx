import type { PayFund, PayrollLine, Position } from '@antt/contracts';
import { Tag } from 'antd';
import { useIntl } from 'react-intl';
import { useAddress } from '../../address.ts';

type Props = {
  personId: string | undefined;
  teamId: string | undefined;
  position: Position | undefined;
  fund: PayFund | undefined;
  items: readonly PayrollLine[];
};

/** Filters that a link brought along and that have no field here; each can be taken away. */
export function FilterNote({ personId, teamId, position, fund, items }: Props) {
  const intl = useIntl();
  const { put } = useAddress();
  const notes = [
    personId && { name: 'person', text: items[0]?.personName ?? '…' },
    teamId && { name: 'team', text: items[0]?.teamName ?? '…' },
    position && {
      name: 'position',
      text: intl.formatMessage({ id: `people.position.${position}` }),
    },
    fund && { name: 'fund', text: intl.formatMessage({ id: `pay.fund.${fund}` }) },
  ].filter((note) => typeof note === 'object');
  return notes.map(({ name, text }) => (
    <Tag
      key={name}
      className="pay-tag"
      closable={{ 'aria-label': intl.formatMessage({ id: 'payrolls.without' }, { what: text }) }}
      onClose={() => put({ [name]: undefined })}
    >
      {text}
    </Tag>
  ));
}

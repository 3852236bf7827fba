import type { ReportRow } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';
import { useOutbox } from '../../outbox/outbox.ts';
import { useMe } from '../../session/me.ts';
import { reportKey } from './report-entry.ts';

/** What the server does not know yet: that it is being written on this device, or waits here to be sent. */
export function OnDevice({ row }: { row: ReportRow }) {
  const { account } = useMe();
  const key = reportKey(account.id, row);
  const entry = useOutbox(account.id)?.entries.find((one) => one.key === key);
  if (!entry) return null;
  return (
    <Tag color={entry.state === 'refused' ? 'error' : 'processing'}>
      <FormattedMessage id={`outbox.state.${entry.state}`} />
    </Tag>
  );
}

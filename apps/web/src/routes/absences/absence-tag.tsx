import type { AbsenceRow } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';
import { stateOf } from './absence.rules.ts';

const colours = { suspension: 'error', leave: 'processing' } as const;

/** Suspended or on leave; pale where it is not so on the day. */
export function AbsenceTag({ absence, on }: { absence: AbsenceRow; on: PlainDate }) {
  const { kind } = absence;
  return (
    <Tag color={stateOf(absence, on) === 'running' ? colours[kind] : 'default'}>
      <FormattedMessage id={`absence.kind.${kind}`} />
    </Tag>
  );
}

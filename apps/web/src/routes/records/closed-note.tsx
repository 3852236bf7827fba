import { listClosures } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Alert } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { Windows } from './windows.tsx';

/** Says above the page that records of the commune are closed, before somebody fills in a form for nothing. */
export function ClosedNote({ communeId, on }: { communeId: string; on: PlainDate }) {
  const [now] = useState(() => Date.now());
  const closures = useAnswer(listClosures, { on, within: communeId }, { keep: true });
  const closure = closures.data?.items.find((one) => one.communeId === communeId);
  if (!closure) return null;
  const isOpen = closure.windows.some(({ opensAt }) => Date.parse(opensAt) <= now);
  return (
    <Alert
      type={isOpen ? 'info' : 'warning'}
      showIcon
      className="form-fault"
      title={
        <FormattedMessage id={isOpen ? 'records.editing.is-open' : 'records.editing.is-closed'} />
      }
      description={
        <>
          <p>{closure.reason}</p>
          <Windows closure={closure} />
        </>
      }
    />
  );
}

import { Button, Progress } from 'antd';
import { FormattedMessage } from 'react-intl';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import type { Sending } from './use-sending.ts';

type Props = { sending: Sending; onCancel: () => void; onRetry: () => void };

/** How much of the file has left, or why it did not. */
export function SendingBar({ sending, onCancel, onRetry }: Props) {
  if (sending.state === 'idle' || sending.state === 'applying') return null;
  if (sending.state === 'failed')
    return <ProblemPanel problem={sending.problem} onRetry={onRetry} />;
  const percent = Math.round(sending.share * 100);
  return (
    <div className="sending" role="status">
      <span>
        <FormattedMessage id={percent < 100 ? 'imports.sending' : 'imports.sent'} />
      </span>
      <Progress percent={percent} />
      <Button size="small" onClick={onCancel}>
        <FormattedMessage id="action.cancel" />
      </Button>
    </div>
  );
}

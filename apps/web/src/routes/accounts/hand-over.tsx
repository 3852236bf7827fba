import { CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import { today } from '@antt/kernel';
import { App, Button, Modal } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { copyText } from '../../clipboard.ts';
import { formatDay } from '../../day.ts';

export type HandOverOf = { username: string; fullName: string; oneTimePassword: string };

type Props = HandOverOf & { onClose: () => void };

/** A one-time password is told once: to read aloud, to copy, or to print as a strip and hand over. */
export function HandOver({ username, fullName, oneTimePassword, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const copy = async () => {
    const copied = await copyText(oneTimePassword);
    if (copied) void message.success(intl.formatMessage({ id: 'accounts.password-copied' }));
  };
  const lines = [
    ['accounts.column.name', fullName],
    ['accounts.hand-over.address', location.origin],
    ['accounts.column.username', username],
    ['accounts.hand-over.password', oneTimePassword],
  ] as const;
  return (
    <Modal
      open
      width={520}
      className="hand-over"
      title={<FormattedMessage id="accounts.hand-over.title" />}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
            <FormattedMessage id="accounts.hand-over.copy" />
          </Button>
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            <FormattedMessage id="accounts.hand-over.print" />
          </Button>
          <Button type="primary" onClick={onClose}>
            <FormattedMessage id="accounts.hand-over.done" />
          </Button>
        </>
      }
    >
      <p className="hand-over-note no-print">
        <FormattedMessage id="accounts.hand-over.once" />
      </p>
      <div className="strip">
        <h2>
          <FormattedMessage id="accounts.hand-over.strip" />
        </h2>
        <dl>
          {lines.map(([title, value]) => (
            <div key={title}>
              <dt>
                <FormattedMessage id={title} />
              </dt>
              <dd data-secret={title === 'accounts.hand-over.password' || undefined}>{value}</dd>
            </div>
          ))}
        </dl>
        <p>
          <FormattedMessage id="accounts.hand-over.how" values={{ day: formatDay(today()) }} />
        </p>
      </div>
    </Modal>
  );
}

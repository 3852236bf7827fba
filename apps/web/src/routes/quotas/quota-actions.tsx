import {
  CopyOutlined,
  FileAddOutlined,
  MoreOutlined,
  PrinterOutlined,
  SwapOutlined,
  UploadOutlined,
} from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { useNavigate } from 'react-router';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { PlaceButton } from '../../frame/place-button.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { useMay } from '../../session/me.ts';
import { useNarrow } from '../../width.ts';

type Props = {
  /** There are rows to copy and print. */
  filled: boolean;
  importSearch: Record<string, string | undefined>;
  onCopy: () => void;
  onRecord: () => void;
};

type Action = { title: MessageId; icon: ReactNode; run: () => void };

/** Side by side on a desk, behind one button on a phone; the import stays in sight. */
export function QuotaActions({ filled, importSearch, onCopy, onRecord }: Props) {
  const narrow = useNarrow();
  const mayRecord = useMay('instrument.write');
  const mayImport = useMay('quota.write');
  const navigate = useNavigate();
  const held = useHeldSearch();
  const actions: Action[] = [
    {
      title: 'quotas.compare',
      icon: <SwapOutlined aria-hidden />,
      run: () => void navigate(`/quotas/comparison${held()}`),
    },
  ];
  if (filled) {
    actions.push(
      { title: 'quotas.copy', icon: <CopyOutlined aria-hidden />, run: onCopy },
      { title: 'action.print', icon: <PrinterOutlined aria-hidden />, run: () => window.print() },
    );
  }
  if (mayRecord) {
    actions.push({
      title: 'instrument.record',
      icon: <FileAddOutlined aria-hidden />,
      run: onRecord,
    });
  }
  return (
    <>
      {narrow
        ? actions.length > 0 && (
            <Dropdown
              trigger={['click']}
              menu={{
                items: actions.map(({ title, icon, run }) => ({
                  key: title,
                  icon,
                  label: <FormattedMessage id={title} />,
                  onClick: run,
                })),
              }}
            >
              <Button icon={<MoreOutlined aria-hidden />}>
                <FormattedMessage id="action.more" />
              </Button>
            </Dropdown>
          )
        : actions.map(({ title, icon, run }) => (
            <Button key={title} icon={icon} onClick={run}>
              <FormattedMessage id={title} />
            </Button>
          ))}
      {mayImport && (
        <PlaceButton
          type="primary"
          icon={<UploadOutlined aria-hidden />}
          path="/imports"
          search={importSearch}
        >
          <FormattedMessage id="quotas.import" />
        </PlaceButton>
      )}
    </>
  );
}

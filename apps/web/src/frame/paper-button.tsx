import { FileWordOutlined } from '@ant-design/icons';
import { type PaperKind, paperKinds } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { download } from '../api.ts';
import { problemText } from '../i18n/problem-text.ts';
import { PaperName } from './paper-name.tsx';

type Props = {
  /** The papers on offer, in their order. */
  kinds: readonly PaperKind[];
  /** The id of what they are about. */
  of: string;
  on: PlainDate;
};

/** Forms about one thing as Word files; what is not known yet is left as dots in them. */
export function PaperButton({ kinds, of, on }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const take = async (kind: PaperKind) => {
    setBusy(true);
    try {
      await download(`/api/papers/${kind}/${of}.docx?on=${on}`);
    } catch (problem) {
      void message.error(problemText(intl, problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: kinds.map((kind) => ({
          key: kind,
          label: <PaperName kind={kind} />,
          onClick: () => void take(kind),
        })),
      }}
    >
      <Button icon={<FileWordOutlined aria-hidden />} loading={busy}>
        <FormattedMessage id="forms.title" />
      </Button>
    </Dropdown>
  );
}

/** The kinds that are about a subject. */
export const papersOf = (subject: (typeof paperKinds)[PaperKind]['of']): PaperKind[] =>
  (Object.keys(paperKinds) as PaperKind[]).filter((kind) => paperKinds[kind].of === subject);

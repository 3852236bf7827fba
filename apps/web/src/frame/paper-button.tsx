import { FileWordOutlined } from '@ant-design/icons';
import { type PaperKind, paperKinds } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button, Dropdown } from 'antd';
import { FormattedMessage } from 'react-intl';
import { useAttempt } from '../act/attempt.ts';
import { download } from '../api.ts';
import { PaperName } from './paper-name.tsx';

type Props = {
  /** The papers on offer, in their order. */
  kinds: readonly PaperKind[];
  /** The id of what they are about. */
  of: string;
  on: PlainDate;
  /** Whom they are about, told to who cannot see beside what the button stands. */
  about?: string;
};

/** Forms about one thing as Word files; what is not known yet is left as dots in them. */
export function PaperButton({ kinds, of, on, about }: Props) {
  const { busy, attempt } = useAttempt();
  const take = (kind: PaperKind) =>
    void attempt(() => download(`/api/papers/${kind}/${of}.docx?on=${on}`));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: kinds.map((kind) => ({
          key: kind,
          label: <PaperName kind={kind} />,
          onClick: () => take(kind),
        })),
      }}
    >
      <Button icon={<FileWordOutlined aria-hidden />} loading={busy}>
        <FormattedMessage id="forms.title" />
        {about && <span className="out-of-sight"> {about}</span>}
      </Button>
    </Dropdown>
  );
}

/** The kinds that are about a subject. */
export const papersOf = (subject: (typeof paperKinds)[PaperKind]['of']): PaperKind[] =>
  (Object.keys(paperKinds) as PaperKind[]).filter((kind) => paperKinds[kind].of === subject);

import { UploadOutlined } from '@ant-design/icons';
import { listPersonFiles, type PersonFileKind, personFileLimit } from '@antt/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { sendPersonFile } from '../../field/kept-file.ts';
import { problemText } from '../../i18n/problem-text.ts';

const images = 'image/jpeg,image/png,image/webp';

type Props = { personId: string; kind: PersonFileKind; has?: boolean };

/** Chooses a file and keeps it with the record at once. */
export function PersonFileButton({ personId, kind, has = false }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const label = { id: `records.file-add.${kind}` } as const;
  const send = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > personFileLimit) {
      const text = intl.formatMessage({ id: 'records.files.too-large' }, { name: file.name });
      return void message.error(text);
    }
    setSending(true);
    try {
      await sendPersonFile(personId, kind, file);
      await queries.invalidateQueries({ queryKey: [listPersonFiles.subject] });
      void message.success(intl.formatMessage({ id: 'records.files.kept' }));
    } catch (problem) {
      void message.error(problemText(intl, problem));
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={kind === 'portrait' ? images : `${images},application/pdf`}
        aria-label={intl.formatMessage(label, { has: String(has) })}
        onChange={({ target }) => {
          void send(target.files?.[0]);
          target.value = '';
        }}
      />
      <Button
        icon={<UploadOutlined aria-hidden />}
        loading={sending}
        onClick={() => input.current?.click()}
      >
        <FormattedMessage {...label} values={{ has: String(has) }} />
      </Button>
    </>
  );
}

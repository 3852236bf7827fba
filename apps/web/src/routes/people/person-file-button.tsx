import { UploadOutlined } from '@ant-design/icons';
import { listPersonFiles, type PersonFileKind, personFileLimit } from '@antt/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAttempt } from '../../act/attempt.ts';
import { sendPersonFile } from '../../field/kept-file.ts';

const images = 'image/jpeg,image/png,image/webp';

type Props = { personId: string; kind: PersonFileKind; has?: boolean };

/** Chooses a file and keeps it with the record at once. */
export function PersonFileButton({ personId, kind, has = false }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const { busy, attempt } = useAttempt();
  const label = { id: `records.file-add.${kind}` } as const;
  const send = (file: File | undefined) => {
    if (!file) return;
    if (file.size > personFileLimit) {
      const text = intl.formatMessage({ id: 'records.files.too-large' }, { name: file.name });
      return void message.error(text);
    }
    void attempt(async () => {
      await sendPersonFile(personId, kind, file);
      await queries.invalidateQueries({ queryKey: [listPersonFiles.subject] });
      void message.success(intl.formatMessage({ id: 'records.files.kept' }));
    });
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
          send(target.files?.[0]);
          target.value = '';
        }}
      />
      <Button
        icon={<UploadOutlined aria-hidden />}
        loading={busy}
        onClick={() => input.current?.click()}
      >
        <FormattedMessage {...label} values={{ has: String(has) }} />
      </Button>
    </>
  );
}

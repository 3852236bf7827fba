import './file.css';
import { UploadOutlined } from '@ant-design/icons';
import type { FileNoun, KeptFile } from '@antt/contracts';
import { Alert, Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { problemText } from '../i18n/problem-text.ts';
import { FileList } from './file-list.tsx';
import { acceptedFiles, fileLimit, sendFile } from './kept-file.ts';

type Props = {
  /** What the files are for. */
  noun: FileNoun;
  value?: KeptFile[];
  onChange?: (files: KeptFile[]) => void;
};

/** Files by choice or drop, sent at once; the form's command then names their ids. */
export function FileField({ noun, value = [], onChange }: Props) {
  const intl = useIntl();
  const input = useRef<HTMLInputElement>(null);
  const [waiting, setWaiting] = useState(0);
  const [faults, setFaults] = useState<string[]>([]);
  const [over, setOver] = useState(false);

  const take = async (chosen: File[]) => {
    setFaults([]);
    setWaiting(chosen.length);
    let files = value;
    for (const file of chosen) {
      try {
        if (file.size > fileLimit) {
          throw new Error(intl.formatMessage({ id: 'file.too-large' }, { name: file.name }));
        }
        files = [...files, await sendFile(noun, file)];
        onChange?.(files);
      } catch (error) {
        const plain = error instanceof Error && error.constructor === Error;
        const fault = plain ? error.message : `${file.name}: ${problemText(intl, error)}`;
        setFaults((old) => [...old, fault]);
      }
      setWaiting((left) => left - 1);
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };

  return (
    <div
      className="file-field"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <FileList
        files={value}
        onRemove={({ id }) => onChange?.(value.filter((file) => file.id !== id))}
      />
      <Button
        icon={<UploadOutlined aria-hidden />}
        loading={waiting > 0}
        onClick={() => input.current?.click()}
      >
        <FormattedMessage id={waiting > 0 ? 'file.sending' : 'file.choose'} />
      </Button>
      <small className="faint">
        <FormattedMessage id="file.note" />
      </small>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={acceptedFiles}
        aria-label={intl.formatMessage({ id: 'file.choose' })}
        onChange={({ target }) => {
          void take([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      {faults.map((fault) => (
        <Alert key={fault} type="error" showIcon title={fault} />
      ))}
    </div>
  );
}

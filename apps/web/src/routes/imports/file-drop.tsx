import { FileOutlined, InboxOutlined } from '@ant-design/icons';
import type { ImportKind } from '@antt/contracts';
import { Alert, Button } from 'antd';
import { useId, useRef, useState, type DragEvent } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { kinds, refusalOf } from './import-kind.ts';

type Props = { kind: ImportKind; file: File | null; onFile: (file: File | null) => void };

function sizeOf(intl: IntlShape, bytes: number): string {
  const unit = bytes < 1024 * 1024 ? 'kilobyte' : 'megabyte';
  const size = bytes / (unit === 'kilobyte' ? 1024 : 1024 * 1024);
  return intl.formatNumber(size, { style: 'unit', unit, maximumFractionDigits: size < 10 ? 1 : 0 });
}

/** Takes one file by drop or choice; what cannot be sent is refused before it is. */
export function FileDrop({ kind, file, onFile }: Props) {
  const intl = useIntl();
  const input = useRef<HTMLInputElement>(null);
  const note = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<{ name: string; why: string } | null>(null);
  const accept = kinds[kind].accept;

  const take = (next: File | undefined) => {
    if (!next) return;
    const why = refusalOf(kind, next);
    setRefused(why ? { name: next.name, why } : null);
    onFile(why ? null : next);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <>
      <div
        className="file-drop"
        data-over={over || undefined}
        data-filled={file !== null || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {file ? <FileOutlined aria-hidden /> : <InboxOutlined aria-hidden />}
        <div>
          <b>{file ? file.name : <FormattedMessage id="imports.drop" />}</b>
          <span id={note}>
            {file ? (
              <FormattedMessage id="imports.file-size" values={{ size: sizeOf(intl, file.size) }} />
            ) : (
              <FormattedMessage id="imports.drop-note" values={{ endings: accept.join(', ') }} />
            )}
          </span>
        </div>
        <Button aria-describedby={note} onClick={() => input.current?.click()}>
          <FormattedMessage id={file ? 'imports.other-file' : 'imports.choose-file'} />
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept={accept.join(',')}
          aria-label={intl.formatMessage({ id: 'imports.choose-file' })}
          onChange={({ target }) => {
            take(target.files?.[0]);
            target.value = '';
          }}
        />
      </div>
      {refused && (
        <Alert
          type="error"
          showIcon
          className="file-refused"
          title={
            <FormattedMessage
              id={`imports.refused.${refused.why as 'empty' | 'too-large' | 'wrong-ending'}`}
              values={{ name: refused.name, endings: accept.join(', ') }}
            />
          }
        />
      )}
    </>
  );
}

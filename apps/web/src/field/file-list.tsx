import './file.css';
import {
  DeleteOutlined,
  DownloadOutlined,
  FileExcelOutlined,
  FileImageOutlined,
  FilePdfOutlined,
  FileWordOutlined,
} from '@ant-design/icons';
import type { KeptFile } from '@antt/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useAttempt } from '../act/attempt.ts';
import { download } from '../api.ts';
import { formatMoment } from '../moment.ts';
import { filePath, fileSize } from './kept-file.ts';

const icons = {
  pdf: FilePdfOutlined,
  jpeg: FileImageOutlined,
  png: FileImageOutlined,
  webp: FileImageOutlined,
  document: FileWordOutlined,
  sheet: FileExcelOutlined,
} as const;

type Props<Kept extends KeptFile> = {
  files: readonly Kept[];
  onRemove?: ((file: Kept) => void) | undefined;
  /** Where each is read. */
  pathOf?: (id: string) => string;
};

/** Kept files, each to be fetched; where it may be, also to be taken away. */
export function FileList<Kept extends KeptFile>(props: Props<Kept>) {
  const { files, onRemove, pathOf = filePath } = props;
  const intl = useIntl();
  const { busy, attempt } = useAttempt();
  const [asked, setAsked] = useState('');
  const fetchFile = ({ id }: Kept) => {
    setAsked(id);
    void attempt(() => download(pathOf(id)));
  };
  return (
    <ul className="file-list">
      {files.map((file) => {
        const Icon = icons[file.type.split(/[/.]/).at(-1) as keyof typeof icons];
        return (
          <li key={file.id}>
            <Icon aria-hidden />
            <span className="two-lines">
              <span>{file.name}</span>
              <small>{[fileSize(intl, file.size), formatMoment(file.keptAt)].join(' · ')}</small>
            </span>
            <Button
              type="text"
              icon={<DownloadOutlined aria-hidden />}
              loading={busy && asked === file.id}
              aria-label={intl.formatMessage({ id: 'file.download' }, { name: file.name })}
              onClick={() => fetchFile(file)}
            />
            {onRemove && (
              <Button
                type="text"
                danger
                icon={<DeleteOutlined aria-hidden />}
                aria-label={intl.formatMessage({ id: 'file.remove' }, { name: file.name })}
                onClick={() => onRemove(file)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

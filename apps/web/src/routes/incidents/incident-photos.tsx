import { CameraOutlined, DeleteOutlined } from '@ant-design/icons';
import { incidentFileLimit } from '@antt/contracts';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { fileSize } from '../../field/kept-file.ts';

type Props = {
  photos: readonly File[];
  /** The last ones are still on their way to where they are kept. */
  isBusy?: boolean;
  onPhotos: (photos: File[]) => void;
};

/** Photos and papers that go with the record once it is there. */
export function IncidentPhotos({ photos, isBusy = false, onPhotos }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const add = (files: readonly File[]) => {
    const large = files.find(({ size }) => size > incidentFileLimit);
    if (large) {
      const text = intl.formatMessage({ id: 'incidents.file-too-large' }, { name: large.name });
      void message.error(text);
    }
    onPhotos([...photos, ...files.filter(({ size }) => size <= incidentFileLimit)]);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-label={intl.formatMessage({ id: 'incidents.add-photo' })}
        onChange={({ target }) => {
          add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button
        icon={<CameraOutlined aria-hidden />}
        loading={isBusy}
        onClick={() => input.current?.click()}
      >
        <FormattedMessage id="incidents.add-photo" />
      </Button>
      <ul className="file-list">
        {photos.map((photo, n) => (
          <li key={`${photo.name} ${n}`}>
            <span className="two-lines">
              <span>{photo.name}</span>
              <small>{fileSize(intl, photo.size)}</small>
            </span>
            <Button
              type="text"
              disabled={isBusy}
              icon={<DeleteOutlined aria-hidden />}
              aria-label={intl.formatMessage({ id: 'file.remove' }, { name: photo.name })}
              onClick={() => onPhotos(photos.filter((one) => one !== photo))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

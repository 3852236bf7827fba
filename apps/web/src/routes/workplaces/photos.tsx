import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import {
  changeWorkplace,
  getWorkplace,
  type KeptFile,
  type WorkplaceProfile,
} from '@antt/contracts';
import { Button } from 'antd';
import { useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAttempt } from '../../act/attempt.ts';
import { useCommand } from '../../answer.ts';
import { filePath, sendFile } from '../../field/kept-file.ts';
import { useKeptImage } from '../../field/kept-image.ts';

/** Photos of a workplace; an image is fetched like everything else, on behalf of the account. */
export function Photos({ place, mayWrite }: { place: WorkplaceProfile; mayWrite: boolean }) {
  const intl = useIntl();
  const input = useRef<HTMLInputElement>(null);
  const { busy, attempt } = useAttempt();
  const change = useCommand(changeWorkplace, [getWorkplace]);
  const { id, since, photos } = place;
  const add = (file: File | undefined) => {
    if (!file) return;
    void attempt(async () => {
      const kept = await sendFile('workplace', file);
      await change.mutateAsync({ id, validFrom: since, photoIds: [kept.id] });
    });
  };
  const drop = (photoId: string) =>
    change.mutate({ id, validFrom: since, dropPhotoIds: [photoId] });
  return (
    <>
      {photos.length === 0 && (
        <p className="faint">
          <FormattedMessage id="workplaces.no-photos" />
        </p>
      )}
      <div className="photos">
        {photos.map((photo) => (
          <figure key={photo.id}>
            <Photo {...photo} />
            {mayWrite && (
              <Button
                size="small"
                icon={<CloseOutlined aria-hidden />}
                onClick={() => drop(photo.id)}
              >
                <FormattedMessage id="workplaces.drop-photo" />
              </Button>
            )}
          </figure>
        ))}
      </div>
      {mayWrite && (
        <>
          <input
            ref={input}
            type="file"
            hidden
            accept="image/jpeg,image/png,image/webp"
            aria-label={intl.formatMessage({ id: 'workplaces.add-photo' })}
            onChange={({ target }) => {
              add(target.files?.[0]);
              target.value = '';
            }}
          />
          <Button
            icon={<PlusOutlined aria-hidden />}
            loading={busy}
            onClick={() => input.current?.click()}
          >
            <FormattedMessage id="workplaces.add-photo" />
          </Button>
        </>
      )}
    </>
  );
}

function Photo({ id, name }: Pick<KeptFile, 'id' | 'name'>) {
  const image = useKeptImage(filePath(id));
  if (!image) return <span className="faint">{name}</span>;
  return <img src={image} alt={name} />;
}

import { App } from 'antd';
import { useIntl } from 'react-intl';
import type { KeptPhoto } from '../../outbox/entry.ts';
import { IncidentPhotos } from './incident-photos.tsx';
import type { KeptPhotos } from './use-kept-photos.ts';

type Props = {
  photos: KeptPhotos;
  /** They are on the device: the record may name them. */
  onKept: (kept: KeptPhoto[]) => Promise<void>;
};

/** Photos of a record that is being written; which of them the device did not take is said by name. */
export function KeptPhotosField({ photos, onKept }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const put = async (files: readonly File[]) => {
    const added = files.filter((one) => !photos.files.includes(one));
    try {
      const kept = await photos.put(files);
      await onKept(kept);
      await photos.forget(kept);
    } catch {
      const names = added.map(({ name }) => name).join(', ');
      void message.error(intl.formatMessage({ id: 'incidents.photo-not-kept' }, { names }));
    }
  };
  return (
    <IncidentPhotos
      photos={photos.files}
      isBusy={photos.isBusy}
      onPhotos={(files) => void put(files)}
    />
  );
}

import { useEffect, useState } from 'react';
import { newId } from '../../new-id.ts';
import { dropFile, keepFile, keptFile } from '../../outbox/entries.ts';
import type { KeptPhoto } from '../../outbox/entry.ts';
import { deviceIsFull } from '../../outbox/outbox.ts';
import type { IncidentEntry } from './incident-entry.ts';

type Asked = {
  accountId: string;
  key: string;
  entry: IncidentEntry | undefined;
  /** Of a correction they go with the form alone. */
  isKept: boolean;
};
type Photo = KeptPhoto & { file: File };
export type KeptPhotos = ReturnType<typeof useKeptPhotos>;

/** Photos of a record that is being written: on the device as soon as they are chosen, and there again later. */
export function useKeptPhotos({ accountId, key, entry, isKept }: Asked) {
  const [photos, setPhotos] = useState<Photo[]>([]);
  const [isRead, setIsRead] = useState(false);
  const [isKeeping, setIsKeeping] = useState(false);
  const [begun] = useState(entry?.files ?? []);
  /** Named by the record and not read, or not there any more: it goes on naming them, and the sending says so. */
  const [unread, setUnread] = useState<readonly KeptPhoto[]>(begun);
  useEffect(() => {
    let isOver = false;
    void Promise.all(
      begun.map(async (one) => {
        const file = await keptFile({ accountId }, one).catch(() => null);
        return file ? [{ ...one, file }] : [];
      }),
    ).then((found) => {
      if (isOver) return;
      const all = found.flat();
      setPhotos(all);
      setUnread(begun.filter(({ id }) => !all.some((one) => one.id === id)));
      setIsRead(true);
    });
    return () => {
      isOver = true;
    };
  }, [accountId, begun]);
  const described = (all: readonly Photo[]): KeptPhoto[] => [
    ...unread,
    ...all.map(({ id, name, type }) => ({ id, name, type })),
  ];
  /** On the device first, shown afterwards: what is seen here goes along. Throws where it could not be kept. */
  const put = async (files: readonly File[]): Promise<KeptPhoto[]> => {
    const next = files.map(
      (file) =>
        photos.find((one) => one.file === file) ?? {
          ...{ id: newId(), name: file.name, type: file.type, file },
        },
    );
    const added = next.filter((one) => !photos.includes(one));
    setIsKeeping(true);
    try {
      if (isKept) for (const one of added) await keepFile({ accountId, key }, one.id, one.file);
    } catch (cause) {
      for (const one of added) await dropFile(one.id).catch(() => undefined);
      deviceIsFull();
      throw cause;
    } finally {
      setIsKeeping(false);
    }
    setPhotos(next);
    return described(next);
  };
  /** Of a photo that no record names any more. */
  const forget = async (kept: readonly KeptPhoto[]) => {
    if (!isKept) return;
    for (const { id } of photos)
      if (!kept.some((one) => one.id === id)) await dropFile(id).catch(() => undefined);
  };
  return {
    files: photos.map(({ file }) => file),
    kept: described(photos),
    isBusy: !isRead || isKeeping,
    put,
    forget,
  };
}

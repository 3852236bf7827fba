import { useEffect, useRef, useState } from 'react';
import { newId } from '../../new-id.ts';
import { dropFile, keepFile, keptFile } from '../../outbox/entries.ts';
import type { KeptPhoto } from '../../outbox/entry.ts';
import type { IncidentEntry } from './incident-entry.ts';

type Asked = {
  accountId: string;
  key: string;
  entry: IncidentEntry | undefined;
  /** Of a correction they go with the form alone. */
  isKept: boolean;
};
type Photo = KeptPhoto & { file: File };

/** Photos of a record that is being written: on the device as soon as they are chosen, and there again later. */
export function useKeptPhotos({ accountId, key, entry, isKept }: Asked) {
  const [photos, setPhotos] = useState<Photo[]>([]);
  const begun = useRef(entry?.files ?? []);
  useEffect(() => {
    let isOver = false;
    void Promise.all(
      begun.current.map(async (one) => {
        const file = await keptFile({ accountId }, one).catch(() => null);
        return file ? [{ ...one, file }] : [];
      }),
    ).then((found) => {
      if (!isOver) setPhotos((now) => [...found.flat(), ...now]);
    });
    return () => {
      isOver = true;
    };
  }, [accountId]);
  const described = (all: readonly Photo[]): KeptPhoto[] =>
    all.map(({ id, name, type }) => ({ id, name, type }));
  const put = async (files: readonly File[]): Promise<KeptPhoto[]> => {
    const next = files.map(
      (file) =>
        photos.find((one) => one.file === file) ?? {
          ...{ id: newId(), name: file.name, type: file.type, file },
        },
    );
    setPhotos(next);
    if (!isKept) return described(next);
    for (const one of next)
      if (!photos.includes(one)) await keepFile({ accountId, key }, one.id, one.file);
    for (const one of photos) if (!next.includes(one)) await dropFile(one.id);
    return described(next);
  };
  return { files: photos.map(({ file }) => file), kept: described(photos), put };
}

/** @jest-environment node */
import 'fake-indexeddb/auto';
import { getIncident, type Incident, recordIncident, sendReport } from '@antt/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { signIn, signOut } from '../session/session.ts';
import { FakeApi, refuse } from '../test-answers.ts';
import { keepFile } from './entries.ts';
import { type Entry, entryKey, type EntryOf } from './entry.ts';
import { currentOutbox, findEntry, openOutbox, putEntry, removeEntry } from './outbox.ts';
import { deliver, sendWaiting } from './sender.ts';

const id = (last: number) => `0199f200-0000-7000-8000-${String(last).padStart(12, '0')}`;
const leader = id(1);
const at = '2026-12-01T02:00:00.000Z';
const said = {
  ...{ teamId: id(2), kindCode: 'good-deed', knownAt: at, reportedAt: null, onSceneAt: null },
  ...{ place: '', lon: null, lat: null, outOfArea: false, summary: 'Nhặt được ví' },
  ...{ acts: [], figures: {}, sameAsId: null },
};
const record: Incident = {
  ...{ ...said, id: id(10), kindName: 'Việc tốt', kindNameEn: 'Good deed', teamName: 'Tổ thôn' },
  ...{ reportDelay: null, sceneDelay: null, taskGroup: 'T2', state: 'standing', details: [] },
  ...{ commune: { id: id(3), kind: 'xã', name: 'Tân Lập' }, files: 0, corrections: 0, version: 1 },
  ...{ recordedBy: 'to', recordedAt: at },
};
const photos = [1, 2, 3].map((n) => ({ id: id(20 + n), name: `anh-${n}.jpg`, type: 'image/jpeg' }));
const entry: EntryOf<'incident'> = {
  ...{ kind: 'incident', key: entryKey(leader, 'incident', id(10)), accountId: leader },
  ...{ state: 'draft', title: 'Việc tốt', note: '', lines: [], madeAt: at, changedAt: at },
  ...{ attempts: 0, problem: null, command: { id: id(10), ...said }, fields: {}, files: photos },
  isRecorded: false,
};

let api: FakeApi;
let uploads: unknown[];
let answer: (photoId: unknown) => unknown;
const left = () => findEntry(entry.key);

beforeAll(() => {
  const kept = new Map<string, string>();
  Object.defineProperty(globalThis, 'localStorage', {
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
  });
});

beforeEach(async () => {
  await openOutbox(leader);
  for (const one of currentOutbox()!.entries) await removeEntry(one);
  uploads = [];
  answer = () => ({});
  api = new FakeApi().on(recordIncident, () => record);
  api.hand('POST', '/incidents/:incidentId/files', ({ id: photoId }) => {
    uploads.push(photoId);
    return answer(photoId);
  });
  const account = { id: leader, username: 'to', fullName: 'Tổ', mustChangePassword: false };
  api.hand('POST', '/sessions', () => ({ accessToken: 'a', expiresIn: 600, account }));
  await signIn('to', 'mot cau ngan de nho');
});

afterAll(async () => {
  for (const one of currentOutbox()!.entries) await removeEntry(one);
  await sendWaiting();
  api.hand('DELETE', '/sessions/current', () => ({}));
  await signOut();
});

/** Puts the photos on the device, but for those that are said to be missing. */
async function withPhotos(missing: number[] = []) {
  await putEntry(entry);
  for (const [n, photo] of photos.entries()) {
    if (!missing.includes(n + 1)) await keepFile(entry, photo.id, new Blob(['ảnh']));
  }
}

test('a photo that is named and no more on the device is said, and the record is not called sent with it', async () => {
  await withPhotos([2]);
  expect(await deliver(entry)).toBe('refused');
  expect(uploads).toEqual([id(21), id(23)]);
  expect(left()).toMatchObject({
    ...{ state: 'refused', isRecorded: true, problem: { type: 'photo-is-gone' } },
    files: [{ name: 'anh-2.jpg' }],
  });
});

test('a refused photo holds up none of the others, and is the only one that is left', async () => {
  await withPhotos();
  answer = (photoId) => (photoId === id(21) ? refuse('file-not-readable', 422) : {});
  expect(await deliver(entry)).toBe('refused');
  expect(uploads).toEqual([id(21), id(22), id(23)]);
  expect(left()).toMatchObject({ files: [{ name: 'anh-1.jpg' }], state: 'refused' });
  answer = () => ({});
  await putEntry({ ...left()!, state: 'waiting', problem: null });
  await sendWaiting();
  expect([uploads.at(-1), left()]).toEqual([id(21), undefined]);
  // The record itself was sent once.
  expect(api.asked).toHaveLength(1);
});

test('a photo that arrived is not sent again when the next one does not', async () => {
  await withPhotos();
  answer = (photoId) => (photoId === id(22) ? refuse('internal', 500) : {});
  expect(await deliver(entry)).toBe('later');
  expect(left()).toMatchObject({ files: [{ id: id(22) }, { id: id(23) }], isRecorded: true });
  answer = () => ({});
  await sendWaiting();
  expect(uploads).toEqual([id(21), id(22), id(22), id(23)]);
  expect(left()).toBeUndefined();
});

test('what is said goes before all photos', async () => {
  const steps: string[] = [];
  answer = () => steps.push('photo');
  api
    .on(recordIncident, () => (steps.push('record'), record))
    .on(sendReport, () => {
      steps.push('report');
      return {
        ...{ id: id(5), state: 'submitted', version: 1, versionId: id(6), sentAt: at },
        ...{ late: false, warnings: [] },
      };
    });
  await withPhotos();
  const report = {
    ...{ kind: 'report', key: entryKey(leader, 'report', 'x'), accountId: leader },
    ...{ state: 'waiting', title: 'Báo cáo', note: '', lines: [], attempts: 0, problem: null },
    ...{ madeAt: '2026-12-01T03:00:00.000Z', changedAt: at },
    command: {
      ...{ id: id(4), periodId: id(7), senderId: id(8), follows: 0 },
      values: [{ code: 'ND1.03', numerator: 1, denominator: null, noCase: false }],
    },
  } satisfies Entry;
  await putEntry(report);
  await deliver(entry);
  expect(steps).toEqual(['record', 'report', 'photo', 'photo', 'photo']);
});

test('a record whose answer was lost and that was amended then is there: its photos go, and what differs is said', async () => {
  await withPhotos();
  api
    .on(recordIncident, () => refuse('id-reused', 409))
    .on(getIncident, () => ({ ...record, evidence: [], history: [] }));
  expect(await deliver(entry)).toBe('refused');
  expect(uploads).toEqual(photos.map((photo) => photo.id));
  expect(left()).toMatchObject({
    ...{ isRecorded: true, files: [], problem: { type: 'incident-is-recorded-otherwise' } },
  });
});

test('an id that is taken by what this account cannot see is refused as it is', async () => {
  api
    .on(recordIncident, () => refuse('id-reused', 409))
    .on(getIncident, () => refuse('incident-not-found', 404));
  expect(await deliver({ ...entry, files: [] })).toBe('refused');
  expect(left()).toMatchObject({ isRecorded: false, problem: { type: 'id-reused' } });
});

test('a photo on a way that neither answers nor breaks is given up, as the command before it is', async () => {
  await withPhotos();
  const signals: unknown[] = [];
  const fetched = globalThis.fetch;
  globalThis.fetch = ((url: string, init?: RequestInit) => {
    signals.push(init?.signal);
    return fetched(url, init);
  }) as typeof fetch;
  await deliver(entry);
  expect(signals).toHaveLength(4);
  expect(signals.every((one) => one instanceof AbortSignal)).toBe(true);
});

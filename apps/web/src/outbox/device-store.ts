/**
 * What this device keeps: keys by account, the queue with its photos, and answers for times without a
 * connection. A thin layer over IndexedDB; where the browser lends none (a page over plain http has no
 * cryptography either), the same in memory, for as long as the page is open.
 */
const stores = ['keys', 'entries', 'files', 'answers'] as const;
type Store = (typeof stores)[number];

let opening: Promise<IDBDatabase> | null = null;
const memory = new Map<Store, Map<string, unknown>>(stores.map((store) => [store, new Map()]));

/** Whether what is kept outlives the page; only where it can be encrypted. */
export const outlivesThePage = () =>
  typeof indexedDB !== 'undefined' && typeof crypto.subtle !== 'undefined';

const answerOf = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('antt', 1);
  request.onupgradeneeded = () => {
    for (const store of stores) request.result.createObjectStore(store);
  };
  const database = await answerOf(request);
  const closed = () => (opening = null);
  database.onclose = closed;
  // A later release, or a test, changes the stores: whoever holds them open would keep it waiting.
  database.onversionchange = () => {
    database.close();
    closed();
  };
  return database;
}

async function inStore<T>(
  store: Store,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  opening ??= open();
  opening.catch(() => (opening = null));
  const transaction = (await opening).transaction(store, mode);
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error!);
  });
  // What is refused is told by the request; the transaction's own end says that it is on the disk.
  const [answer] = await Promise.all([answerOf(ask(transaction.objectStore(store))), done]);
  return answer;
}

export async function read<T>(store: Store, key: string): Promise<T | undefined> {
  if (!outlivesThePage()) return memory.get(store)!.get(key) as T | undefined;
  return inStore(store, 'readonly', (one) => one.get(key) as IDBRequest<T | undefined>);
}

export async function readAll<T>(store: Store): Promise<T[]> {
  if (!outlivesThePage()) return [...memory.get(store)!.values()] as T[];
  return inStore(store, 'readonly', (one) => one.getAll() as IDBRequest<T[]>);
}

export async function write(store: Store, key: string, value: unknown): Promise<void> {
  if (!outlivesThePage()) memory.get(store)!.set(key, value);
  else await inStore(store, 'readwrite', (one) => one.put(value, key));
}

/** Writes where nothing is yet: of two tabs that both make a key, one is the first, and says so. */
export async function writeFirst(store: Store, key: string, value: unknown): Promise<boolean> {
  try {
    await inStore(store, 'readwrite', (one) => one.add(value, key));
    return true;
  } catch (cause) {
    if ((cause as DOMException).name === 'ConstraintError') return false;
    throw cause;
  }
}

export async function remove(store: Store, key: string): Promise<void> {
  if (!outlivesThePage()) memory.get(store)!.delete(key);
  else await inStore(store, 'readwrite', (one) => one.delete(key));
}

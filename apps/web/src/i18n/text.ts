import frame from './frame.vi.json' with { type: 'json' };
import { keptLanguage, type Language } from './language-context.ts';
import { type Load, type Part, parts } from './part.ts';

export type Texts = Record<string, string>;

/** What the frame and the sign-in page say: part of the first load, so small; the pages' texts follow. */
export const firstTexts: Texts = frame;

const loaded = new Map<Language, Texts>();
const loading = new Map<string, Promise<void>>();
const wanted = new Set<Part>();
const listeners = new Set<() => void>();

/** Fetches the texts of parts once, and again in every language chosen later. */
export async function loadTexts(language: Language, ...asked: Part[]): Promise<void> {
  for (const part of asked) wanted.add(part);
  // What English lacks is said in Vietnamese.
  if (language !== 'vi') await loadTexts('vi');
  const frame: [string, Load][] =
    language === 'vi'
      ? []
      : [['frame', () => import('./frame.en.json', { with: { type: 'json' } })]];
  const files = [
    ...frame,
    ...[...wanted].map((part): [string, Load] => [part, parts[part][language]]),
  ];
  await Promise.all(files.map(([name, load]) => loadOnce(language, name, load)));
}

function loadOnce(language: Language, name: string, load: Load): Promise<void> {
  const key = `${language} ${name}`;
  const before = loading.get(key);
  if (before) return before;
  const texts = (async () => {
    const { default: own } = await load();
    loaded.set(language, { ...textsOf('vi'), ...loaded.get(language), ...own });
    for (const listener of listeners) listener();
  })();
  // A file that did not arrive is asked for again, not remembered as failed.
  texts.catch(() => loading.delete(key));
  loading.set(key, texts);
  return texts;
}

/** A page, which waits for its texts. */
export function withTexts<Page>(
  part: Part | readonly Part[],
  page: () => Promise<Page>,
): () => Promise<Page> {
  return async () => (await Promise.all([page(), loadTexts(keptLanguage(), ...[part].flat())]))[0];
}

export const textsOf = (language: Language): Texts => loaded.get(language) ?? firstTexts;

export function onTexts(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

import frame from './frame.vi.json' with { type: 'json' };
import type { Language } from './language-context.ts';

export type Texts = Record<string, string>;

/** What the frame and the sign-in page say: part of the first load, so small; the pages' texts follow. */
export const firstTexts: Texts = frame;

const files = {
  vi: () => [import('./vi.json', { with: { type: 'json' } })],
  en: () => [
    import('./frame.en.json', { with: { type: 'json' } }),
    import('./en.json', { with: { type: 'json' } }),
  ],
};

const loaded = new Map<Language, Texts>();
const loading = new Map<Language, Promise<Texts>>();
const listeners = new Set<() => void>();

/** Fetches a language's texts once; what English lacks is said in Vietnamese. */
export function loadTexts(language: Language): Promise<Texts> {
  const before = loading.get(language);
  if (before) return before;
  const texts = (async () => {
    const parts = await Promise.all<{ default: object }>(files[language]());
    const own = Object.assign({}, ...parts.map((part) => part.default)) as Texts;
    const all = { ...firstTexts, ...(language === 'vi' ? {} : await loadTexts('vi')), ...own };
    loaded.set(language, all);
    for (const listener of listeners) listener();
    return all;
  })();
  // A file that did not arrive is asked for again, not remembered as failed.
  texts.catch(() => loading.delete(language));
  loading.set(language, texts);
  return texts;
}

export const textsOf = (language: Language): Texts => loaded.get(language) ?? firstTexts;

export function onTexts(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

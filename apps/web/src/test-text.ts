import frameEn from './i18n/frame.en.json' with { type: 'json' };
import frameVi from './i18n/frame.vi.json' with { type: 'json' };
import type { Language } from './i18n/language-context.ts';
import { parts } from './i18n/part.ts';

/** All texts of a language at once, as pages have them. */
async function allOf(language: Language, frame: object): Promise<Record<string, string>> {
  const files = await Promise.all(Object.values(parts).map((part) => part[language]()));
  return Object.assign({}, frame, ...files.map((file) => file.default)) as Record<string, string>;
}

export const vietnamese = await allOf('vi', frameVi);
export const english = await allOf('en', frameEn);

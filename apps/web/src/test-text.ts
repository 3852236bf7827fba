import frameEn from './i18n/frame.en.json' with { type: 'json' };
import frameVi from './i18n/frame.vi.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import vi from './i18n/vi.json' with { type: 'json' };

/** All texts of a language at once, as a page has them. */
export const vietnamese: Record<string, string> = { ...frameVi, ...vi };
export const english: Record<string, string> = { ...frameEn, ...en };

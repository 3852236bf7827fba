import { createContext, useContext } from 'react';

export type Language = 'vi' | 'en';

const kept = 'antt.language';

/** The language last chosen on this machine. */
export const keptLanguage = (): Language => (localStorage.getItem(kept) === 'en' ? 'en' : 'vi');
export const keepLanguage = (language: Language) => localStorage.setItem(kept, language);

export const LanguageContext = createContext<{
  language: Language;
  choose: (language: Language) => void;
}>({ language: 'vi', choose: () => undefined });

export const useLanguage = () => useContext(LanguageContext);

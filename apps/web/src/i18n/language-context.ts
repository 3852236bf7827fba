import { createContext, useContext } from 'react';

export type Language = 'vi' | 'en';

export const LanguageContext = createContext<{
  language: Language;
  choose: (language: Language) => void;
}>({ language: 'vi', choose: () => undefined });

export const useLanguage = () => useContext(LanguageContext);

import { useEffect, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { LanguageContext, type Language } from './language-context.ts';
import vi from './vi.json' with { type: 'json' };

const kept = 'antt.language';

/** Vietnamese is part of the first load; English comes only when asked for. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState<Language>(() =>
    localStorage.getItem(kept) === 'en' ? 'en' : 'vi',
  );
  const [english, setEnglish] = useState<Record<string, string> | null>(null);

  useEffect(() => {
    localStorage.setItem(kept, language);
    document.documentElement.lang = language;
    if (language === 'en') {
      void import('./en.json', { with: { type: 'json' } }).then((file) => setEnglish(file.default));
    }
  }, [language]);

  const messages = language === 'en' && english ? { ...vi, ...english } : vi;
  return (
    <LanguageContext value={{ language, choose }}>
      <IntlProvider locale={language} defaultLocale="vi" messages={messages}>
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { keptLanguage, keepLanguage, LanguageContext } from './language-context.ts';
import type { MessageId } from './message.ts';
import { loadTexts, onTexts, textsOf } from './text.ts';

/** The chosen language for everything below; pages wait for their texts (see frame/messages.tsx). */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState(keptLanguage);
  const messages = useSyncExternalStore(onTexts, () => textsOf(language));

  useEffect(() => {
    keepLanguage(language);
    document.documentElement.lang = language;
    void loadTexts(language).catch(() => undefined);
  }, [language]);

  return (
    <LanguageContext value={{ language, choose }}>
      <IntlProvider
        locale={language}
        defaultLocale="vi"
        messages={messages as Record<MessageId, string>}
      >
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

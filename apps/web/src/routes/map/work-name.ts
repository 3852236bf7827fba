import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { keptLanguage } from '../../i18n/language-context.ts';
import { midSentence } from '../../i18n/mid-sentence.ts';
import { loadTexts } from '../../i18n/text.ts';
import type { AnyWorkKind } from '../worklist/use-work.ts';

/** What a kind of work is called, once that text is here: the map itself comes without the names of all kinds. */
export function useWorkName(kind: AnyWorkKind | undefined): string | null {
  const intl = useIntl();
  useEffect(() => {
    if (kind) void loadTexts(keptLanguage(), 'units').catch(() => undefined);
  }, [kind]);
  if (!kind || !(`work.${kind}` in intl.messages)) return null;
  return midSentence(intl.formatMessage({ id: `work.${kind}` }));
}

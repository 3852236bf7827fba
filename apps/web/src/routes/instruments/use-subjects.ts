import { listInstrumentSubjects } from '@antt/contracts';
import { useAnswer } from '../../answer.ts';
import { useLanguage } from '../../i18n/language-context.ts';

/** What documents can be about, with how each is called in the reader's language. */
export function useSubjects() {
  const { language } = useLanguage();
  const { data } = useAnswer(listInstrumentSubjects, {}, { staleTime: 10 * 60_000 });
  const items = data?.items ?? [];
  const options = items.map(({ code, name, nameEn }) => ({
    value: code,
    label: language === 'en' ? nameEn : name,
  }));
  const nameOf = (code: string) => options.find(({ value }) => value === code)?.label ?? code;
  return { options, nameOf };
}

import { listTags } from '@antt/contracts';
import { useAnswer } from '../../answer.ts';
import { useLanguage } from '../../i18n/language-context.ts';

/** The vocabulary of tags, and what each is called; a tag outside it stands as it was recorded. */
export function useTags() {
  const { language } = useLanguage();
  const answer = useAnswer(listTags, {}, { staleTime: 5 * 60_000 });
  const tags = (answer.data?.items ?? []).map((tag) => ({
    ...tag,
    called: language === 'vi' ? tag.name : tag.nameEn,
  }));
  const nameOf = (code: string) => tags.find((tag) => tag.code === code)?.called ?? code;
  return { tags, nameOf };
}

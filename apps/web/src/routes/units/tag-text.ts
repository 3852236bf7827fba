import { listTags } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useLanguage } from '../../i18n/language-context.ts';
import type { MessageId } from '../../i18n/message.ts';

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

/** What a family of tags is called; one that a province made stands by its code. */
export function familyName(intl: IntlShape, family: string): string {
  const id = `tags.family.${family}` as MessageId;
  return intl.messages[id] ? intl.formatMessage({ id }) : family;
}

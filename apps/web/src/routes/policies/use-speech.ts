import { useIntl } from 'react-intl';
import { useTags } from '../units/tag-text.ts';
import type { Speech } from './condition-words.ts';

/** What conditions are told with: the language of the page, and the vocabulary of tags. */
export function useSpeech(): Speech {
  const intl = useIntl();
  const { nameOf } = useTags();
  return { intl, tagName: nameOf };
}

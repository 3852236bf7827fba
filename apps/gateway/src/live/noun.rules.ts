/** What pages are told of. */
export const nouns = [
  'unit',
  'boundary',
  'instrument',
  'criteria',
  'quota',
  'team',
  'workplace',
  'map',
] as const;

const plurals: Readonly<Record<string, string>> = { boundaries: 'boundary' };

/** The noun of a fact's subject: `event.organisation.quotas-imported.v1` is about `quota`. */
export function nounOf(subject: string): string {
  const word = subject.split('.')[2]?.split('-')[0] ?? '';
  return plurals[word] ?? word.replace(/s$/, '');
}

import { CriteriaDocument, type CriteriaDocumentInput } from '@antt/contracts';

/** For tests: a document as a person would write it, with what every one needs. */
export function criteria(given: Partial<CriteriaDocumentInput>): CriteriaDocument {
  return CriteriaDocument.parse({
    name: 'Tiêu chí',
    certainty: 'illustrative',
    members: [{ name: 'Mọi nơi', classes: [exactly(3)] }],
    ...given,
  });
}

/** A class of size (a flat number without bounds). */
export function exactly(members: number, from?: number, to?: number) {
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    value: { binding: 'exact' as const, members },
  };
}

export function atMost(members: number, from?: number, to?: number) {
  return { ...exactly(members, from, to), value: { binding: 'maximum' as const, members } };
}

/** Three members in every village. */
export const ofThree = criteria({});

import type { PostingRow } from '@antt/contracts';

/** What happened to somebody in the force on a day. */
export type PersonMoment = {
  on: string;
  what: 'recognised' | 'retitled' | 'transferred' | 'left';
  posting: PostingRow;
};

/**
 * Postings as what happened, latest first. A posting that begins where another one ended continues it: with
 * another title, or in another team; one that nothing continues ends with leaving.
 */
export function momentsOf(postings: readonly PostingRow[]): PersonMoment[] {
  const before = (posting: PostingRow) =>
    postings.find(({ validTo }) => validTo === posting.validFrom);
  const goesOn = (day: string) => postings.some(({ validFrom }) => validFrom === day);
  return postings
    .flatMap((posting): PersonMoment[] => {
      const former = before(posting);
      const what = !former
        ? 'recognised'
        : former.teamId === posting.teamId
          ? 'retitled'
          : 'transferred';
      const began: PersonMoment = { on: posting.validFrom, what, posting };
      const { validTo } = posting;
      return validTo !== null && !goesOn(validTo)
        ? [began, { on: validTo, what: 'left', posting }]
        : [began];
    })
    .sort((a, b) => b.on.localeCompare(a.on));
}

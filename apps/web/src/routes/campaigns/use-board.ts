import { type CampaignRound, getCampaign, listScores, ScoreSubject } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { useAddress } from '../../address.ts';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { usePages } from '../../pages.ts';
import { useSettled } from '../../settled.ts';
import { templateNames } from './template-names.ts';

type Question = Input<typeof listScores>;
/** What the list may be narrowed to, and its orders; the address may say anything. */
export const states = ['verified', 'not-verified', 'disqualified', 'breached'] as const;
export const sorts = ['rank', 'name', 'total'] as const satisfies Question['sort'][];

/** The round that is scored now, else the one that was last; before any is open, the first. */
const current = (rounds: readonly CampaignRound[]) =>
  rounds.findLast(({ state }) => state === 'open') ??
  rounds.findLast(({ state }) => state === 'ratified') ??
  rounds[0];

/** What the board of a campaign shows, as its address says. */
export function useBoard() {
  const intl = useIntl();
  const { campaignId = '' } = useParams();
  const { search, put } = useAddress();
  const { within } = useArea();
  const campaign = useAnswer(getCampaign, { id: campaignId });
  const { rounds = [], templates } = campaign.data ?? {};
  const round = rounds.find(({ id }) => id === search.get('round')) ?? current(rounds);
  const scored = ScoreSubject.options.filter((one) =>
    templates?.some(({ subject }) => subject === one),
  );
  const asked = ScoreSubject.safeParse(search.get('subject')).data;
  const subject = scored.find((one) => one === asked) ?? scored[0];
  const text = search.get('q') ?? '';
  const question = {
    ...{ roundId: round?.id ?? '', subject: subject ?? ('team' as const), within },
    group: search.get('group') ?? undefined,
    state: states.find((one) => one === search.get('state')),
    q: useSettled(text) || undefined,
    sort: sorts.find((one) => one === search.get('sort')) ?? ('rank' as const),
  };
  const list = usePages(
    listScores,
    { ...question, limit: 500 },
    { enabled: round !== undefined && subject !== undefined, whole: true },
  );
  /** What the answer says beside its rows, the same on each of its pages. */
  const head = list.data?.pages[0] as Output<typeof listScores> | undefined;
  const names = useMemo(
    () => templateNames(intl, templates ?? [], subject ?? 'team'),
    [intl, templates, subject],
  );
  return {
    campaign,
    rounds,
    round,
    scored,
    subject,
    text,
    question,
    list,
    head,
    names,
    search,
    put,
  };
}
export type Board = ReturnType<typeof useBoard>;

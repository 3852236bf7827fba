import { type CompiledQuestion, CompiledSpan, listCampaigns } from '@antt/contracts';
import { today } from '@antt/kernel';
import { useAnswer } from '../../answer.ts';
import { usePeriods } from '../reports/use-periods.ts';

/** What the address asks to be compiled: a kind, and a period, a year or a round of it; the latest that is over without. */
export function useCompiled() {
  const periods = usePeriods();
  const { search } = periods;
  const span = CompiledSpan.safeParse(search.get('span')).data ?? 'period';
  const campaigns = useAnswer(
    listCampaigns,
    { within: periods.within },
    { enabled: span === 'round' && periods.within !== undefined },
  );
  const { period, sender } = periods;
  const years = [
    ...new Set(periods.periods.filter(({ to }) => to < today()).map(({ to }) => to.slice(0, 4))),
  ];
  const rounds = (campaigns.data?.items ?? []).flatMap(({ name, rounds: own }) =>
    own.filter(({ from }) => from <= today()).map((round) => ({ ...round, campaign: name })),
  );
  const year = years.find((one) => one === search.get('year')) ?? years[0];
  const round = rounds.find(({ id }) => id === search.get('round')) ?? rounds.at(-1);
  const of = {
    period: period && { periodId: period.id },
    year: year === undefined ? undefined : { year: Number(year) },
    round: round && { roundId: round.id },
  }[span];
  // An area of several units is compiled as a whole.
  const within = search.get('within') ?? periods.within;
  const question: CompiledQuestion | null =
    period && sender && within && of ? { kindCode: period.kindCode, sender, within, ...of } : null;
  return { periods, campaigns, span, years, year, rounds, round, question };
}

/** The question as it stands in the address of the pages of a compiled report. */
export function addressOf({ kindCode, sender, periodId, year, roundId }: CompiledQuestion) {
  return {
    ...{ kind: kindCode, sender, period: periodId, round: roundId },
    year: year === undefined ? undefined : String(year),
    span: periodId ? 'period' : roundId ? 'round' : 'year',
  };
}

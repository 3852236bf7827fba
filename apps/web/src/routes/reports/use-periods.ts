import { listReportingPeriods, listUnits, SenderKind } from '@antt/contracts';
import { today } from '@antt/kernel';
import { useAddress } from '../../address.ts';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { useMe } from '../../session/me.ts';
import { periodsOf } from './report-questions.ts';

/** A unit of what is looked at, whose province lays down the periods; without an area, the first province there is. */
export function usePeriodUnit(): string | undefined {
  const { within } = useArea();
  const { areas } = useMe();
  const area = areas.find(({ id }) => id === within);
  const known = within && !area ? within : (area ?? areas.find((one) => !one.whole))?.unitIds[0];
  const provinces = useAnswer(
    listUnits,
    { on: today(), level: 'province', limit: 1 },
    { enabled: known === undefined },
  );
  return known ?? provinces.data?.items[0]?.id;
}

/** The kind of report, the period and the kind of sender that the address names; the latest begun one without. */
export function usePeriods() {
  const { search, put } = useAddress();
  const within = usePeriodUnit();
  const answer = useAnswer(listReportingPeriods, periodsOf(within ?? ''), {
    enabled: within !== undefined,
  });
  // Of a kind that nobody has laid a form down for nothing can be reported.
  const begun = (answer.data?.items ?? []).filter(
    ({ from, formSenders }) => from <= today() && formSenders.length > 0,
  );
  const kinds = [...new Map(begun.map((one) => [one.kindCode, one])).values()].sort((a, b) =>
    a.kindCode < b.kindCode ? 1 : -1,
  );
  const asked = search.get('period');
  const named = begun.find(({ id }) => id === asked);
  const kind = named?.kindCode ?? search.get('kind') ?? kinds[0]?.kindCode;
  const periods = begun.filter(({ kindCode }) => kindCode === kind);
  // The one that is over is what is reported now; the running one can be chosen.
  const period = named ?? periods.find(({ to }) => to < today()) ?? periods[0];
  const asSaid = SenderKind.safeParse(search.get('sender')).data;
  const sender = period?.formSenders.find((one) => one === asSaid) ?? period?.formSenders[0];
  return { answer, within, kinds, periods, period, sender, search, put };
}

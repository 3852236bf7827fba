import { foreseeRecruitment, listUnits } from '@antt/contracts';
import { today } from '@antt/kernel';
import { Alert } from 'antd';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { unitName } from '../../unit-name.ts';
import { useOwnArea } from '../teams/own-area.ts';

/** Why my commune can draft no plan today, and what may be done about it (law BR-10, BR-33). */
export function FullNote() {
  const within = useOwnArea();
  const communes = useAnswer(listUnits, { on: today(), within, level: 'commune', limit: 2 });
  const own = communes.data?.total === 1 ? communes.data.items[0] : undefined;
  const question = { communeId: own?.id ?? '', draftedOn: today() };
  const { data: terms } = useAnswer(foreseeRecruitment, question, { enabled: Boolean(own) });
  if (!own || !terms || terms.vacancies > 0) return null;
  const { quota, active } = terms;
  const told = quota === null ? 'recruitments.full.no-quota' : 'recruitments.full';
  return (
    <Alert
      type="info"
      showIcon
      className="full-note"
      title={
        <FormattedMessage
          id={told}
          values={{ unit: unitName(own), quota: quota ?? 0, active, day: formatDay(today()) }}
        />
      }
      description={
        <>
          <p>
            <FormattedMessage
              id={quota === null ? 'recruitments.full.no-quota-ways' : 'recruitments.full.ways'}
            />
          </p>
          {quota !== null && (
            <PlaceLink path="/cessations">
              <FormattedMessage id="recruitments.full.cease" />
            </PlaceLink>
          )}
          <PlaceLink path="/proposals">
            <FormattedMessage id="recruitments.full.ask" />
          </PlaceLink>
        </>
      }
    />
  );
}

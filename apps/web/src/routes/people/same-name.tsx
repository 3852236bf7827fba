import { listPeople } from '@antt/contracts';
import { searchKey, today, type PlainDate } from '@antt/kernel';
import { Alert } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { useSettled } from '../../settled.ts';
import { unitName } from '../../unit-name.ts';

type Props = { name: string | undefined; birthDate: PlainDate | null | undefined };

/** People who are called so already: whoever types may have the same person before them. */
export function SameName({ name = '', birthDate }: Props) {
  const intl = useIntl();
  const q = useSettled(name.trim(), 400);
  const isWhole = q.split(/\s+/u).length > 1;
  const found = useAnswer(listPeople, { q, on: today(), limit: 5 }, { enabled: isWhole });
  const same = (found.data?.items ?? []).filter(
    (one) =>
      searchKey(one.name) === searchKey(q) &&
      (!birthDate || !one.birthDate || one.birthDate === birthDate),
  );
  if (!isWhole || same.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="form-fault"
      title={<FormattedMessage id="person.form.same-name" values={{ count: same.length }} />}
      description={
        <ul className="same-name">
          {same.map(({ id, name, birthDate: born, team, commune, state }) => (
            <li key={id}>
              <PlaceLink path={`/people/${id}`}>{name}</PlaceLink>
              {': '}
              {[
                born && formatDay(born),
                intl.formatMessage({ id: `people.state.${state}` }),
                team?.name,
                commune && unitName(commune),
              ]
                .filter(Boolean)
                .join(', ')}
            </li>
          ))}
        </ul>
      }
    />
  );
}

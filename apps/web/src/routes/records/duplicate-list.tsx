import { type LikelyDuplicate, listDuplicates, type PersonRow } from '@antt/contracts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { usePages } from '../../pages.ts';
import { useMay, useMe } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';
import { useOwnArea } from '../teams/own-area.ts';
import { JudgeForm } from './judge-form.tsx';

type Judging = { pair: LikelyDuplicate; judgement: 'same' | 'different' };

/** Pairs of records that may be of one person, side by side, until somebody has judged. */
export function DuplicateList() {
  const { on } = useDay();
  const { areas } = useMe();
  const within = useOwnArea() ?? areas[0]?.id ?? '';
  const mayJudge = useMay('person.write');
  const [judging, setJudging] = useState<Judging | null>(null);
  const list = usePages(listDuplicates, { on, within }, { enabled: within !== '' });
  const { items, total } = list;
  if (list.isError && items.length === 0) {
    return <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />;
  }
  if (!list.data) return <PageSkeleton />;
  if (items.length === 0) {
    return (
      <EmptyState title={<FormattedMessage id="records.duplicates.none" />}>
        <FormattedMessage id="records.duplicates.none-note" />
      </EmptyState>
    );
  }
  return (
    <>
      <p className="faint">
        <FormattedMessage
          id="records.duplicates.count"
          values={{ shown: items.length, count: total }}
        />
      </p>
      <ul className="pairs">
        {items.map((pair) => (
          <li key={pair.people.map(({ id }) => id).join(' ')}>
            <Pair pair={pair} />
            {mayJudge && (
              <div className="row-acts">
                <Button onClick={() => setJudging({ pair, judgement: 'same' })}>
                  <FormattedMessage id="records.judge.same" />
                </Button>
                <Button onClick={() => setJudging({ pair, judgement: 'different' })}>
                  <FormattedMessage id="records.judge.different" />
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {list.isError && (
        <ProblemPanel problem={list.error} onRetry={() => void list.fetchNextPage()} />
      )}
      {list.hasNextPage && (
        <div className="more">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            <FormattedMessage id="records.duplicates.more" />
          </Button>
        </div>
      )}
      {judging && <JudgeForm {...judging} onClose={() => setJudging(null)} />}
    </>
  );
}

/** Two records beside each other; where they differ, it is said. */
export function Pair({ pair: { people } }: { pair: LikelyDuplicate }) {
  const lines: [MessageId, (person: PersonRow) => ReactNode][] = [
    ['people.column.birth-date', ({ birthDate }) => birthDate && formatDay(birthDate)],
    ['people.column.sex', ({ sex }) => <FormattedMessage id={`people.sex.${sex}`} />],
    ['people.column.citizen-id', ({ citizenId }) => citizenId],
    ['people.column.phone', ({ phone }) => phone],
    ['people.column.commune', ({ commune }) => commune && unitName(commune)],
    ['people.column.team', ({ team }) => team?.name],
    ['people.column.state', ({ state }) => <FormattedMessage id={`people.state.${state}`} />],
  ];
  const said = ({ name, birthDate, sex, citizenId, phone, commune, team, state }: PersonRow) =>
    [birthDate, sex, citizenId, phone, commune?.id, team?.id, state, name].map((one) => one ?? '');
  const [first, second] = people.map(said) as [string[], string[]];
  return (
    <table className="stock pair">
      <thead>
        <tr>
          <td />
          {people.map(({ id, name }) => (
            <th key={id} scope="col">
              <PlaceLink path={`/people/${id}`}>{name}</PlaceLink>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(([title, cell], n) => (
          <tr key={title} data-differs={first[n] !== second[n] || undefined}>
            <th scope="row">
              <FormattedMessage id={title} />
            </th>
            {people.map((person) => (
              <td key={person.id} className="tabular">
                {cell(person) || '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

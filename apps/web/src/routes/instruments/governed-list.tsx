import { type Governed, GovernedNoun, listGoverned } from '@antt/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay, formatLastDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { unitName } from '../../unit-name.ts';

/** Where a thing that rests on a document is looked at. */
function placeOf({ noun, id, unit, from }: Governed): {
  path: string;
  search?: Record<string, string | undefined>;
} | null {
  if (noun === 'quota') return { path: '/quotas', search: { on: from, unit: unit?.id } };
  if (noun === 'reorganisation') return { path: '/reorganisations', search: { act: id } };
  if (noun === 'instrument') return { path: `/instruments/${id}` };
  if (noun === 'criteria') return { path: `/criteria/${id}` };
  if (noun === 'team') return { path: `/teams/${id}` };
  if (noun === 'transition') return { path: '/transitions' };
  if (noun === 'consolidation') return { path: '/consolidations' };
  return null;
}

/** What rests on a document, by noun, each with its days. */
export function GovernedList({ id }: { id: string }) {
  const [noun, setNoun] = useState<GovernedNoun | null>(null);
  const all = useAnswer(listGoverned, { id, limit: 1 });
  const list = usePages(listGoverned, { id, ...(noun ? { noun } : {}), limit: 100 });
  if (list.isError)
    return <ProblemPanel problem={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data || !all.data) return <PageSkeleton />;
  const { counts } = all.data;
  const nouns = GovernedNoun.options.filter((one) => counts[one]);
  if (nouns.length === 0) {
    return (
      <p className="faint">
        <FormattedMessage id="instruments.governs-none" />
      </p>
    );
  }
  return (
    <>
      <ul className="noun-chips no-print">
        {nouns.map((one) => (
          <li key={one}>
            <button
              type="button"
              aria-pressed={noun === one}
              onClick={() => setNoun(noun === one ? null : one)}
            >
              <FormattedMessage id={`instruments.noun.${one}`} /> <b>{counts[one]}</b>
            </button>
          </li>
        ))}
      </ul>
      <GovernedLines items={list.items} />
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <FormattedMessage id="instruments.more" />
        </Button>
      )}
    </>
  );
}

type Line = Governed & { losesBasisOn?: string };

/** Things that rest on a document, a line each; where one loses its basis, from which day. */
export function GovernedLines({ items }: { items: readonly Line[] }) {
  return (
    <ul className="governed">
      {items.map((item) => (
        <li key={`${item.noun} ${item.id}`}>
          <span className="faint">
            <FormattedMessage id={`instruments.noun.${item.noun}`} />
          </span>
          <span>
            <Name item={item} />
          </span>
          <span className="tabular faint">
            {item.losesBasisOn ? (
              <FormattedMessage
                id="instruments.loses-on"
                values={{ day: formatDay(item.losesBasisOn) }}
              />
            ) : (
              <FormattedMessage
                id={item.to ? 'instruments.from-to' : 'instruments.from'}
                values={{ from: formatDay(item.from), to: item.to && formatLastDay(item.to) }}
              />
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Name({ item }: { item: Governed }) {
  const { noun, name, unit } = item;
  const [teams, members] = name.split(' / ');
  const counted = noun === 'quota' || noun === 'transition';
  const said = counted ? (
    <FormattedMessage id="instruments.counted" values={{ teams, members }} />
  ) : (
    name
  );
  const words = (
    <>
      {unit && `${unitName(unit)}${name ? ': ' : ''}`}
      {said}
    </>
  );
  const place = placeOf(item);
  return place ? (
    <PlaceLink path={place.path} search={place.search ?? {}}>
      {words}
    </PlaceLink>
  ) : (
    words
  );
}

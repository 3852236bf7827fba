import { type Digest, type DigestEntry, getDigest } from '@antt/contracts';
import { today } from '@antt/kernel';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';

const sum = (entries: readonly DigestEntry[]) =>
  entries.reduce((count, entry) => count + entry.count, 0);

/** This morning's digest: how much was mine, and what has become more or less since the one before. */
export function DigestNote() {
  const answer = useAnswer(getDigest, {});
  const digest = answer.data?.digest;
  // An older one says nothing about now.
  if (!digest || digest.madeOn !== today()) return null;
  const changes = changesOf(digest);
  return (
    <details className="digest">
      <summary>
        <FormattedMessage
          id={digest.former ? 'digest.title' : 'digest.first'}
          values={{
            day: formatDay(digest.madeOn),
            count: sum(digest.entries),
            former: digest.former && formatDay(digest.former.madeOn),
            change: (
              <FormattedNumber
                value={sum(digest.entries) - sum(digest.former?.entries ?? [])}
                signDisplay="exceptZero"
              />
            ),
          }}
        />
      </summary>
      {digest.away.length > 0 && (
        <p className="faint">
          <FormattedMessage id="digest.away" />
        </p>
      )}
      <ul>
        {changes.map(({ kind, count, change }) => (
          <li key={kind}>
            <PlaceLink path={`/worklist/${kind}`}>
              <FormattedMessage id={`work.${kind}`} />
            </PlaceLink>
            <span className="tabular">
              <FormattedNumber value={count} />
              {digest.former && change !== 0 && (
                <small>
                  {' ('}
                  <FormattedNumber value={change} signDisplay="always" />)
                </small>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Each kind of either digest; one that is done has none left. */
function changesOf({ entries, former }: Digest) {
  const before = new Map((former?.entries ?? []).map(({ kind, count }) => [kind, count]));
  const kinds = [...new Set([...entries.map(({ kind }) => kind), ...before.keys()])];
  return kinds.map((kind) => {
    const count = entries.find((entry) => entry.kind === kind)?.count ?? 0;
    return { kind, count, change: count - (before.get(kind) ?? 0) };
  });
}

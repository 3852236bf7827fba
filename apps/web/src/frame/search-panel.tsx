import { type Found, listPeople, type PersonRow, search } from '@antt/contracts';
import { Input, Modal } from 'antd';
import { Fragment, useState, type KeyboardEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useAnswer } from '../answer.ts';
import { formatDay, useDay } from '../day.ts';
import { useMay } from '../session/me.ts';
import { useSettled } from '../settled.ts';
import { unitName } from '../unit-name.ts';
import { useHeldSearch } from './place-link.tsx';

/** What is found: a thing of the organisation, or one of its people. */
type Shown = Omit<Found, 'noun'> & { noun: Found['noun'] | 'person' };

/** Until or from when it was called so, where that is not the day of the page. */
function When({ found, on }: { found: Shown; on: string }) {
  if (found.on === on) return null;
  return (
    <em className="when">
      <FormattedMessage
        id={found.on < on ? 'search.until' : 'search.from'}
        values={{ day: formatDay(found.on) }}
      />
    </em>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const places: Record<Shown['noun'], string> = {
  unit: '/units',
  team: '/teams',
  workplace: '/workplaces',
  instrument: '/instruments',
  person: '/people',
};

/** Typed words become lists by noun; the arrows choose, Enter opens. */
function SearchPanel({ onDone }: { onDone: () => void }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { on } = useDay();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const q = useSettled(text.trim());
  const answer = useAnswer(search, { q, on, limit: 8 }, { enabled: q !== '', keep: true });
  const mayPeople = useMay('person.read');
  const people = useAnswer(
    listPeople,
    { q, on, limit: 8 },
    { enabled: mayPeople && q !== '', keep: true },
  );
  const shown = ({ id, name, position, state, team, commune }: PersonRow): Shown => ({
    noun: 'person',
    id,
    name,
    on,
    note: [
      position
        ? intl.formatMessage({ id: `people.position.${position}` })
        : intl.formatMessage({ id: `people.state.${state}` }),
      team?.name ?? (commune && unitName(commune)),
    ]
      .filter(Boolean)
      .join(', '),
  });
  const found = people.data?.items.map(shown) ?? [];
  const groups: { noun: Shown['noun']; items: Shown[]; total: number }[] =
    q === ''
      ? []
      : [
          ...(answer.data?.groups ?? []),
          ...(found.length > 0
            ? [{ noun: 'person' as const, items: found, total: people.data?.total ?? 0 }]
            : []),
        ];
  const all = groups.flatMap(({ items }) => items);
  const chosen = Math.min(at, Math.max(0, all.length - 1));

  const open = (found: Shown | undefined) => {
    if (!found) return;
    const other = found.on === on ? {} : { on: found.on };
    void navigate(`${places[found.noun]}/${found.id}${held({ ...other, within: undefined })}`);
    onDone();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const next = Math.max(0, Math.min(all.length - 1, chosen + step));
      setAt(next);
      document.getElementById(`found-${all[next]?.id}`)?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter') {
      // Else the button that the keyboard goes back to is pressed by the same stroke.
      event.preventDefault();
      open(all[chosen]);
    }
  };

  return (
    <Modal
      open
      footer={null}
      closable={false}
      onCancel={onDone}
      className="search-panel"
      title={
        <span className="out-of-sight">
          <FormattedMessage id="search.title" />
        </span>
      }
    >
      <Input
        autoFocus
        size="large"
        value={text}
        placeholder={intl.formatMessage({ id: 'search.placeholder' })}
        aria-label={intl.formatMessage({ id: 'search.placeholder' })}
        aria-controls="search-found"
        role="combobox"
        aria-expanded={all.length > 0}
        aria-activedescendant={all[chosen] ? `found-${all[chosen].id}` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <ul
        className="choices"
        id="search-found"
        role="listbox"
        aria-label={intl.formatMessage({ id: 'search.found' })}
      >
        {groups.map(({ noun, items, total }) => (
          <Fragment key={noun}>
            <li className="choices-group" role="presentation">
              <FormattedMessage id={`search.${noun}`} /> {intl.formatNumber(total)}
            </li>
            {items.map((found) => (
              <li
                key={found.id}
                id={`found-${found.id}`}
                role="option"
                aria-selected={found === all[chosen]}
                onClick={() => open(found)}
              >
                <b>{capital(found.name)}</b>
                <span>{capital(found.note ?? '')}</span>
                <When found={found} on={on} />
              </li>
            ))}
          </Fragment>
        ))}
      </ul>
      {q === '' && (
        <p className="none">
          <FormattedMessage id="search.hint" values={{ day: formatDay(on) }} />
        </p>
      )}
      {q !== '' && answer.data && !people.isLoading && all.length === 0 && (
        <p className="none">
          <FormattedMessage id="search.none" values={{ q }} />
        </p>
      )}
    </Modal>
  );
}

export { SearchPanel as default };

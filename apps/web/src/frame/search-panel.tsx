import { listUnits, type Unit } from '@antt/contracts';
import { addDays } from '@antt/kernel';
import { Input, Modal } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useAnswer } from '../answer.ts';
import { formatDay, useDay } from '../day.ts';
import { useSettled } from '../settled.ts';
import { parentName, unitName } from '../unit-name.ts';
import { useHeldSearch } from './place-link.tsx';

/** The day on which a unit is shown: the one asked for, or the nearest on which it stood. */
const nearestDay = ({ validFrom, validTo }: Unit, on: string) =>
  validTo !== null && validTo <= on ? addDays(validTo, -1) : validFrom > on ? validFrom : on;

/** Until or from when a unit was called so, where that is not the day of the page. */
function When({ unit, on }: { unit: Unit; on: string }) {
  const day = nearestDay(unit, on);
  if (day === on) return null;
  return (
    <em className="when">
      <FormattedMessage
        id={day < on ? 'search.until' : 'search.from'}
        values={{ day: formatDay(day) }}
      />
    </em>
  );
}

/** Typed names become a list; the arrows choose, Enter opens the unit on the map. */
function SearchPanel({ onDone }: { onDone: () => void }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { on } = useDay();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const q = useSettled(text.trim());
  const found = useAnswer(
    listUnits,
    { on, q, days: 'all', limit: 30 },
    { enabled: q !== '', keep: true },
  );
  const units = q === '' ? [] : (found.data?.items ?? []);
  const chosen = Math.min(at, Math.max(0, units.length - 1));

  const open = (unit: Unit | undefined) => {
    if (!unit) return;
    const day = nearestDay(unit, on);
    const other = day === on ? {} : { on: day };
    void navigate(`/map${held({ ...other, within: undefined, unit: unit.id })}`);
    onDone();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(units.length - 1, chosen + step)));
    }
    if (event.key === 'Enter') open(units[chosen]);
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
        aria-expanded={units.length > 0}
        aria-activedescendant={units[chosen] ? `found-${units[chosen].id}` : undefined}
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
        {units.map((unit, index) => (
          <li
            key={unit.id}
            id={`found-${unit.id}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => open(unit)}
          >
            <b>{unitName(unit)}</b>
            <span>{parentName(unit)}</span>
            <When unit={unit} on={on} />
          </li>
        ))}
      </ul>
      {q === '' && (
        <p className="none">
          <FormattedMessage id="search.hint" values={{ day: formatDay(on) }} />
        </p>
      )}
      {q !== '' && found.data && units.length === 0 && (
        <p className="none">
          <FormattedMessage id="search.none" values={{ q }} />
        </p>
      )}
    </Modal>
  );
}

export { SearchPanel as default };

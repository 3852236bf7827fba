import { listUnits } from '@antt/contracts';
import { Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../answer.ts';
import { useArea } from '../area.ts';
import { formatLastDay, useDay } from '../day.ts';
import { useMe } from '../session/me.ts';
import { useAreaNames } from './area-control.tsx';
import { useSettled } from '../settled.ts';
import { parentName, unitName } from '../unit-name.ts';

/** All of mine, my areas by name, and any unit inside them found as one types. */
function AreaPanel({ onDone }: { onDone: () => void }) {
  const intl = useIntl();
  const me = useMe();
  const nameOf = useAreaNames();
  const { on } = useDay();
  const { within, setWithin } = useArea();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const found = useAnswer(listUnits, { on, q, limit: 20 }, { enabled: q !== '', keep: true });
  const upper = useAnswer(listUnits, { on, level: 'district', limit: 60 }, { enabled: q === '' });
  const units = ((q === '' ? upper.data : found.data)?.items ?? []).filter(
    ({ level }) => level !== 'village',
  );
  const pick = (id: string | undefined) => {
    setWithin(id);
    onDone();
  };

  return (
    <div className="area-panel">
      <Input.Search
        autoFocus
        allowClear
        value={text}
        placeholder={intl.formatMessage({ id: 'area.find' })}
        aria-label={intl.formatMessage({ id: 'area.find' })}
        onChange={(event) => setText(event.target.value)}
        onSearch={() => units[0] && q !== '' && pick(units[0].id)}
      />
      <div className="choices">
        {q === '' && (
          <button type="button" aria-pressed={!within} onClick={() => pick(undefined)}>
            <b>
              <FormattedMessage id="area.all" />
            </b>
          </button>
        )}
        {q === '' &&
          me.areas.length > 1 &&
          me.areas.map((area) => (
            <button
              key={area.id}
              type="button"
              aria-pressed={within === area.id}
              onClick={() => pick(area.id)}
            >
              <b>{nameOf(area)}</b>
              <span>
                {area.to && (
                  <FormattedMessage id="area.until" values={{ day: formatLastDay(area.to) }} />
                )}
              </span>
            </button>
          ))}
        {units.map((unit) => (
          <button
            key={unit.id}
            type="button"
            aria-pressed={within === unit.id}
            onClick={() => pick(unit.id)}
          >
            <b>{unitName(unit)}</b>
            <span>{parentName(unit)}</span>
          </button>
        ))}
        {q !== '' && found.data && units.length === 0 && (
          <p className="none">
            <FormattedMessage id="search.none" values={{ q }} />
          </p>
        )}
      </div>
    </div>
  );
}

export { AreaPanel as default };

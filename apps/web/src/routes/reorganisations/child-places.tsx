import { listUnits } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button, Select } from 'antd';
import { useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { unitName } from '../../unit-name.ts';
import type { DraftProps } from './draft-context.ts';
import { sharesOf } from './draft.rules.ts';
import { nextName } from './next-name.ts';

/** Where each village of a divided commune goes; what is not said follows the largest part. */
export function ChildPlaces({ draft, change, eve }: DraftProps & { eve: PlainDate }) {
  const intl = useIntl();
  const [old] = draft.old;
  const villages = useAnswer(
    listUnits,
    { on: eve, level: 'village', within: old!.id, limit: 1000 },
    { enabled: old !== undefined },
  );
  const items = villages.data?.items;
  useEffect(() => {
    if (!items) return;
    const children = items.map(({ id, kind, name }) => ({ id, kind, name }));
    if (children.map(({ id }) => id).join() !== draft.children.map(({ id }) => id).join()) {
      change((now) => ({ ...now, children }));
    }
  }, [items, change, draft.children]);
  if (draft.children.length === 0) return null;
  const shares = sharesOf(draft);
  const largest = shares.indexOf(Math.max(...shares));
  const goals = draft.next.map((unit, n) => ({ value: unit.id, label: nextName(intl, unit, n) }));
  const rest =
    draft.shape === 'transfer'
      ? intl.formatMessage({ id: 'reorganisations.new.stays' }, { name: unitName(old!) })
      : intl.formatMessage(
          { id: 'reorganisations.new.follows' },
          { name: goals[largest]?.label ?? '' },
        );
  const options = [{ value: '', label: rest }, ...goals];
  const placed = Object.values(draft.places).filter(Boolean).length;
  const setAll = (goal: string) =>
    change((now) => ({
      ...now,
      places: Object.fromEntries(now.children.map(({ id }) => [id, goal])),
    }));
  return (
    <section
      className="children"
      aria-label={intl.formatMessage({ id: 'reorganisations.new.children' })}
    >
      <h3>
        <FormattedMessage id="reorganisations.new.children" />{' '}
        <span className="faint tabular">
          <FormattedMessage
            id="reorganisations.new.children-placed"
            values={{ placed, count: draft.children.length }}
          />
        </span>
      </h3>
      <div className="with-button">
        {goals.map(({ value, label }) => (
          <Button key={value} onClick={() => setAll(value)}>
            <FormattedMessage id="reorganisations.new.children-all" values={{ name: label }} />
          </Button>
        ))}
        <Button onClick={() => setAll('')}>
          <FormattedMessage id="reorganisations.new.children-none" />
        </Button>
      </div>
      <ul className="places">
        {draft.children.map((child) => (
          <li key={child.id}>
            <label htmlFor={`place-${child.id}`}>{unitName(child)}</label>
            <Select
              id={`place-${child.id}`}
              value={draft.places[child.id] ?? ''}
              options={options}
              onChange={(goal: string) =>
                change((now) => ({ ...now, places: { ...now.places, [child.id]: goal } }))
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

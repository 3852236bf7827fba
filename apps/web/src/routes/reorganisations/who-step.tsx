import { CloseOutlined, EnvironmentOutlined } from '@ant-design/icons';
import { Button, Form, Spin } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { listUnits } from '@antt/contracts';
import { useAnswer } from '../../answer.ts';
import { useDay } from '../../day.ts';
import { newId } from '../../new-id.ts';
import { parentName, unitName } from '../../unit-name.ts';
import { ChildPlaces } from './child-places.tsx';
import { type DraftProps, eveOf } from './draft-context.ts';
import { withOld } from './draft-edit.rules.ts';
import { NextUnits } from './next-units.tsx';
import { UnitSearch } from './unit-search.tsx';
import { VillageTicks } from './village-ticks.tsx';
import type { FaultOf } from './wizard-page.tsx';

const ChooseMap = lazy(() => import('./choose-map.tsx'));

/** Which units the act takes, and what they become. */
export function WhoStep({ draft, change, faultOf }: DraftProps & { faultOf: FaultOf }) {
  const intl = useIntl();
  const { today } = useDay();
  const [map, setMap] = useState(false);
  const [commune, setCommune] = useState<string | undefined>();
  const eve = eveOf(draft, today);
  const { shape, level, old } = draft;
  const fault = faultOf('old');
  const take = (unit: (typeof old)[number]) =>
    change((now) =>
      now.old.some(({ id }) => id === unit.id)
        ? withOld(
            now,
            now.old.filter(({ id }) => id !== unit.id),
            newId,
          )
        : withOld(now, [...now.old, unit], newId),
    );
  if (!shape) return null;
  return (
    <Form layout="vertical" requiredMark={false} component={false}>
      {(shape === 'found' || shape === 'abolish') && (
        <Parent draft={draft} change={change} faultOf={faultOf} />
      )}
      {shape !== 'found' && shape !== 'abolish' && (
        <Form.Item
          label={<FormattedMessage id={`reorganisations.new.old.${shape}`} />}
          htmlFor="act-old"
          {...(fault && { validateStatus: 'error' as const, help: fault })}
        >
          <div className="with-button">
            <UnitSearch
              id="act-old"
              on={eve}
              level={level}
              without={old.map(({ id }) => id)}
              placeholder={intl.formatMessage({ id: `reorganisations.new.find.${level}` })}
              onPick={take}
            />
            <Button
              icon={<EnvironmentOutlined aria-hidden />}
              aria-expanded={map}
              onClick={() => setMap(!map)}
            >
              <FormattedMessage
                id={map ? 'reorganisations.new.map-close' : 'reorganisations.new.map'}
              />
            </Button>
          </div>
          {map && (
            <Suspense fallback={<Spin className="waiting" />}>
              <ChooseMap
                on={eve}
                chosen={level === 'commune' ? old.map(({ id }) => id) : commune ? [commune] : []}
                onPick={(unit) => (level === 'commune' ? take(unit) : setCommune(unit.id))}
              />
            </Suspense>
          )}
          {level === 'village' && (map || commune !== undefined || old.length === 0) && (
            <VillageTicks
              on={eve}
              commune={commune}
              onCommune={setCommune}
              chosen={old}
              onTake={take}
            />
          )}
          <ul className="picked">
            {old.map((unit) => (
              <li key={unit.id}>
                <b>{unitName(unit)}</b>
                <span className="faint">
                  {[unit.code, parentName(unit)].filter(Boolean).join(' · ')}
                </span>
                <Button
                  type="text"
                  icon={<CloseOutlined aria-hidden />}
                  aria-label={intl.formatMessage(
                    { id: 'reorganisations.new.take-out' },
                    { name: unitName(unit) },
                  )}
                  onClick={() => take(unit)}
                />
              </li>
            ))}
          </ul>
        </Form.Item>
      )}
      {shape !== 'dissolve' && shape !== 'abolish' && (
        <NextUnits draft={draft} change={change} faultOf={faultOf} eve={eve} />
      )}
      {(shape === 'split' || shape === 'transfer') && level === 'commune' && old[0] && (
        <ChildPlaces draft={draft} change={change} eve={eve} />
      )}
    </Form>
  );
}

/** Below what a unit is founded, or where a level ends. */
function Parent({ draft, change, faultOf }: DraftProps & { faultOf: FaultOf }) {
  const intl = useIntl();
  const { today } = useDay();
  const eve = eveOf(draft, today);
  const { shape, parent, level } = draft;
  const above = shape === 'abolish' || level === 'commune' ? 'province' : 'commune';
  const fault = faultOf('parent');
  const ending = useAnswer(
    listUnits,
    { on: eve, level: 'district', within: parent?.id, limit: 1000 },
    { enabled: shape === 'abolish' && parent !== null },
  );
  const items = ending.data?.items;
  useEffect(() => {
    if (shape !== 'abolish' || !items) return;
    const ids = (units: { id: string }[]) => units.map(({ id }) => id).join();
    if (ids(items) !== ids(draft.old)) change((now) => ({ ...now, old: items }));
  }, [items, shape, change, draft.old]);
  return (
    <Form.Item
      label={
        <FormattedMessage
          id={`reorganisations.new.parent.${shape === 'abolish' ? 'abolish' : 'found'}`}
        />
      }
      htmlFor="act-parent"
      {...(fault && { validateStatus: 'error' as const, help: fault })}
    >
      <UnitSearch
        id="act-parent"
        on={eve}
        level={above}
        placeholder={intl.formatMessage({ id: `reorganisations.new.find.${above}` })}
        onPick={(unit) =>
          change((now) => ({
            ...now,
            parent: { id: unit.id, name: unitName(unit) },
            old: [],
            next:
              shape === 'found' && now.next.length === 0
                ? [
                    {
                      id: newId(),
                      goesOn: null,
                      kind: null,
                      name: '',
                      code: '',
                      households: null,
                      part: null,
                    },
                  ]
                : now.next,
          }))
        }
      />
      {parent && (
        <p className="chosen-line">
          <b>{parent.name}</b>
          {shape === 'abolish' && items && (
            <span>
              <FormattedMessage
                id="reorganisations.new.abolished"
                values={{ count: items.length, names: items.slice(0, 8).map(unitName).join(', ') }}
              />
            </span>
          )}
        </p>
      )}
    </Form.Item>
  );
}

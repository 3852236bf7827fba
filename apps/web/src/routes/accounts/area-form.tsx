import '../../field/field.css';
import { createArea, listAreas, setAreaUnits } from '@antt/contracts';
import { type Output, type PlainDate, today } from '@antt/kernel';
import { CloseOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DrawerActions } from '../../act/drawer-actions.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { type EditedUnit, editedUnits, faultyUnits, fullNamesOf, unitsOf } from './area.rules.ts';

export type NamedArea = Output<typeof listAreas>['items'][number];

type Props = { area: NamedArea | null; mayChange: boolean; onClose: () => void };

/** An area: units, each for its dates. What was stays, so that the past keeps its viewers. */
function AreaForm({ area, mayChange, onClose }: Props) {
  const intl = useIntl();
  const [id] = useState(() => area?.id ?? newId());
  const [name, setName] = useState(area?.name ?? '');
  const [units, setUnits] = useState(() => editedUnits(area?.units ?? []));
  const [names, setNames] = useState(() => (area ? fullNamesOf(area) : {}));
  const [day, setDay] = useState<PlainDate>(today());
  const [tried, setTried] = useState(false);
  const create = useCommand(createArea, [listAreas]);
  const change = useCommand(setAreaUnits, [listAreas]);
  const command = area ? change : create;
  const faulty = faultyUnits(units);
  const nameless = tried && name.trim() === '';
  const readOnly = !mayChange || area?.whole === true;

  const add = (unitId: string, fullName: string) => {
    setNames((old) => ({ ...old, [unitId]: fullName }));
    setUnits((old) => [...old, { key: newId(), unitId, from: day, last: null }]);
  };
  const edit = (key: string, part: Partial<EditedUnit>) =>
    setUnits((old) => old.map((unit) => (unit.key === key ? { ...unit, ...part } : unit)));
  const submit = () => {
    setTried(true);
    if (faulty.size > 0 || units.length === 0 || name.trim() === '') return;
    if (area) change.mutate({ id, units: unitsOf(units) }, { onSuccess: onClose });
    else create.mutate({ id, name, units: unitsOf(units) }, { onSuccess: onClose });
  };

  return (
    <Drawer
      open
      size={620}
      title={area ? area.name : <FormattedMessage id="areas.create" />}
      onClose={onClose}
      footer={
        !readOnly && (
          <DrawerActions pending={command.isPending} onCancel={onClose} onSubmit={submit}>
            <FormattedMessage id={area ? 'areas.save' : 'areas.create'} />
          </DrawerActions>
        )
      }
    >
      {command.isError && <ProblemPanel problem={command.error} />}
      {area?.whole && (
        <p>
          <FormattedMessage id="areas.whole-note" />
        </p>
      )}
      {!area && (
        <Form.Item
          layout="vertical"
          label={<FormattedMessage id="areas.name" />}
          {...(nameless
            ? { validateStatus: 'error', help: intl.formatMessage({ id: 'field.required' }) }
            : {})}
        >
          <Input
            autoFocus
            value={name}
            maxLength={120}
            placeholder={intl.formatMessage({ id: 'areas.name-example' })}
            aria-label={intl.formatMessage({ id: 'areas.name' })}
            onChange={({ target }) => setName(target.value)}
          />
        </Form.Item>
      )}
      {!readOnly && (
        <fieldset className="grant area-add">
          <legend>
            <FormattedMessage id="areas.add" />
          </legend>
          <label>
            <FormattedMessage id="areas.add-from" />
            <DayField value={day} allowClear={false} onChange={(next) => next && setDay(next)} />
          </label>
          <label>
            <FormattedMessage id="areas.add-unit" />
            <UnitField
              key={units.length}
              on={day}
              value={null}
              onChange={(unitId, unit) => unitId && unit && add(unitId, unit.name)}
            />
          </label>
        </fieldset>
      )}
      {tried && units.length === 0 && !readOnly && (
        <Alert
          type="error"
          showIcon
          className="form-fault"
          title={<FormattedMessage id="areas.needs-unit" />}
        />
      )}
      {faulty.size > 0 && (
        <Alert
          type="error"
          showIcon
          className="form-fault"
          title={<FormattedMessage id="areas.faulty" />}
        />
      )}
      {units.length > 0 && (
        <div className="area-units" role="table">
          <div role="row" className="area-head">
            <span role="columnheader">
              <FormattedMessage id="areas.unit" values={{ count: units.length }} />
            </span>
            <span role="columnheader">
              <FormattedMessage id="accounts.form.from" />
            </span>
            <span role="columnheader">
              <FormattedMessage id="accounts.form.last" />
            </span>
            <span role="presentation" />
          </div>
          {units.map(({ key, unitId, from, last }) => (
            <div key={key} role="row" data-faulty={faulty.has(key) || undefined}>
              <span role="cell">{names[unitId] || unitId}</span>
              <span role="cell">
                <DayField
                  value={from}
                  allowClear={false}
                  disabled={readOnly}
                  aria-label={intl.formatMessage({ id: 'accounts.form.from' })}
                  onChange={(next) => next && edit(key, { from: next })}
                />
              </span>
              <span role="cell">
                <DayField
                  value={last}
                  disabled={readOnly}
                  placeholder={intl.formatMessage({ id: 'accounts.form.last-open' })}
                  aria-label={intl.formatMessage({ id: 'accounts.form.last' })}
                  onChange={(next) => edit(key, { last: next })}
                />
              </span>
              <span role="cell">
                {!readOnly && (
                  <Button
                    type="text"
                    icon={<CloseOutlined aria-hidden />}
                    aria-label={intl.formatMessage(
                      { id: 'areas.remove' },
                      { name: names[unitId] ?? '' },
                    )}
                    onClick={() => setUnits((old) => old.filter((unit) => unit.key !== key))}
                  />
                )}
              </span>
            </div>
          ))}
        </div>
      )}
    </Drawer>
  );
}

export { AreaForm as default };

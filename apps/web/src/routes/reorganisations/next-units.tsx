import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { kindsOf, type PlainDate } from '@antt/kernel';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { newId } from '../../new-id.ts';
import { unitName } from '../../unit-name.ts';
import type { DraftProps } from './draft-context.ts';
import {
  another,
  continued,
  withAnother,
  withHeir,
  withNext,
  withoutNext,
} from './draft-edit.rules.ts';
import type { NewUnit } from './draft.ts';
import { ShareFields } from './share-fields.tsx';
import { UnitSearch } from './unit-search.tsx';
import type { FaultOf } from './wizard-page.tsx';

type Props = DraftProps & { faultOf: FaultOf; eve: PlainDate };

/** What the units become: new ones with kind, name and code, or ones that go on. */
export function NextUnits({ draft, change, faultOf, eve }: Props) {
  const intl = useIntl();
  const { shape, old, next, level } = draft;
  const divides = shape === 'split' || shape === 'transfer';
  const fault = faultOf('next');
  if (old.length === 0 && shape !== 'found') return null;
  return (
    <>
      {shape === 'merge' && (
        <Form.Item label={<FormattedMessage id="reorganisations.new.heir" />} htmlFor="act-heir">
          <Select
            id="act-heir"
            value={next[0]?.goesOn?.id ?? ''}
            options={[
              { value: '', label: intl.formatMessage({ id: 'reorganisations.new.heir-new' }) },
              ...old.map((unit) => ({
                value: unit.id,
                label: intl.formatMessage(
                  { id: 'reorganisations.new.heir-old' },
                  { name: unitName(unit) },
                ),
              })),
            ]}
            onChange={(id: string) =>
              change((now) => withHeir(now, now.old.find((one) => one.id === id) ?? null, newId))
            }
          />
        </Form.Item>
      )}
      {divides && <ShareFields draft={draft} change={change} faultOf={faultOf} eve={eve} />}
      {next.map((unit, n) => (
        <OneUnit key={unit.id} unit={unit} n={n} {...{ draft, change, faultOf }} />
      ))}
      {fault && (
        <p className="field-fault" role="alert">
          {fault}
        </p>
      )}
      {divides && (
        <div className="with-button">
          <UnitSearch
            on={eve}
            level={level}
            without={[...old, ...next].map(({ id }) => id)}
            placeholder={intl.formatMessage({ id: `reorganisations.new.next-old.${shape}` })}
            onPick={(unit) => change((now) => withAnother(now, continued(unit)))}
          />
          {
            <Button
              icon={<PlusOutlined aria-hidden />}
              onClick={() => change((now) => another(now, newId))}
            >
              <FormattedMessage id="reorganisations.new.next-new" />
            </Button>
          }
        </div>
      )}
      {shape === 'found' && draft.parent && (
        <Button
          icon={<PlusOutlined aria-hidden />}
          onClick={() => change((now) => another(now, newId))}
        >
          <FormattedMessage id="reorganisations.new.next-new" />
        </Button>
      )}
    </>
  );
}

type OneProps = DraftProps & { faultOf: FaultOf; unit: NewUnit; n: number };

function OneUnit({ draft, change, faultOf, unit, n }: OneProps) {
  const intl = useIntl();
  const { shape, level, next, on } = draft;
  const divides = shape === 'split' || shape === 'transfer';
  const named = !unit.goesOn || shape === 'change' || shape === 'merge';
  const set = (said: Partial<NewUnit>) => change((now) => withNext(now, unit.id, said));
  const item = (field: keyof NewUnit) => {
    const fault = faultOf(`next.${n}.${field}`);
    return {
      htmlFor: `act-${n}-${field}`,
      ...(fault && { validateStatus: 'error' as const, help: fault }),
    };
  };
  const heading = unit.goesOn
    ? unitName(unit.goesOn)
    : intl.formatMessage({ id: 'reorganisations.new.new-unit' }, { n: n + 1 });
  const removable = divides || (shape === 'found' && next.length > 1);
  return (
    <fieldset className="next-unit">
      <legend>{heading}</legend>
      <div className="field-row">
        {named && (
          <>
            <Form.Item label={<FormattedMessage id="reorganisations.new.kind" />} {...item('kind')}>
              <Select
                id={`act-${n}-kind`}
                value={unit.kind}
                options={kindsOf(level, on ?? undefined).map((kind) => ({
                  value: kind,
                  label: kind,
                }))}
                onChange={(kind) => set({ kind: kind as NewUnit['kind'] })}
              />
            </Form.Item>
            <Form.Item label={<FormattedMessage id="reorganisations.new.name" />} {...item('name')}>
              <Input
                id={`act-${n}-name`}
                value={unit.name}
                maxLength={200}
                autoComplete="off"
                onChange={({ target }) => set({ name: target.value })}
              />
            </Form.Item>
            <Form.Item label={<FormattedMessage id="reorganisations.new.code" />} {...item('code')}>
              <Input
                id={`act-${n}-code`}
                value={unit.code}
                maxLength={40}
                autoComplete="off"
                onChange={({ target }) => set({ code: target.value })}
              />
            </Form.Item>
          </>
        )}
        {divides && (
          <Form.Item
            label={<FormattedMessage id={`reorganisations.new.part.${draft.measure}`} />}
            {...item('part')}
          >
            <InputNumber
              id={`act-${n}-part`}
              value={unit.part}
              min={0}
              controls={false}
              inputMode="decimal"
              decimalSeparator=","
              onChange={(part) => set({ part })}
            />
          </Form.Item>
        )}
        {named && !divides && (
          <Form.Item
            label={<FormattedMessage id="reorganisations.new.households" />}
            {...item('households')}
          >
            <InputNumber
              id={`act-${n}-households`}
              value={unit.households}
              min={0}
              precision={0}
              controls={false}
              inputMode="numeric"
              placeholder={intl.formatMessage({ id: 'reorganisations.new.households-sum' })}
              onChange={(households) => set({ households })}
            />
          </Form.Item>
        )}
      </div>
      {faultOf(`next.${n}`) && (
        <p className="field-fault" role="alert">
          {faultOf(`next.${n}`)}
        </p>
      )}
      {removable && (
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          onClick={() => change((now) => withoutNext(now, unit.id))}
        >
          <FormattedMessage id="reorganisations.new.remove" values={{ name: heading }} />
        </Button>
      )}
    </fieldset>
  );
}

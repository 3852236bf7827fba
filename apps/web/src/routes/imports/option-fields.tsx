import '../../field/field.css';
import { type ImportKind, type ImportOptions, Level } from '@antt/contracts';
import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayField } from '../../field/day-field.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { RecordedField } from '../instruments/recorded-field.tsx';
import { CrsField } from './crs-field.tsx';
import { kinds, type OptionName } from './import-kind.ts';

const idOf = (name: OptionName) => `import-${name}`;

type Props = {
  kind: ImportKind;
  options: ImportOptions;
  /** Required ones that were left open when the file was to be checked. */
  wanting: readonly OptionName[];
  onChange: (part: ImportOptions) => void;
};

/** What has to be said about a file of a kind; nothing more is asked. */
export function OptionFields({ kind, options, wanting, onChange }: Props) {
  const intl = useIntl();
  const { options: names, required } = kinds[kind];
  // What an option means may depend on the kind: an annex may leave its day to the decision.
  const idFor = (name: OptionName, part: '' | '-note' | '-example' = '') => {
    const own = `imports.option.${kind}.${name}${part}`;
    const id = Object.hasOwn(intl.messages, own) ? own : `imports.option.${name}${part}`;
    return id as MessageId;
  };
  const text = (name: 'list' | 'parentList' | 'closes' | 'source') => (
    <Input
      id={idOf(name)}
      aria-label={intl.formatMessage({ id: idFor(name) })}
      value={options[name] ?? ''}
      maxLength={name === 'source' ? 300 : 40}
      placeholder={intl.formatMessage({ id: idFor(name, '-example') })}
      onChange={({ target }) => onChange({ [name]: target.value })}
    />
  );
  const fields: Record<OptionName, () => ReactNode> = {
    validFrom: () => (
      <DayField
        id={idOf('validFrom')}
        value={options.validFrom ?? null}
        onChange={(day) => onChange({ validFrom: day ?? undefined })}
      />
    ),
    list: () => text('list'),
    parentList: () => text('parentList'),
    closes: () => text('closes'),
    source: () => text('source'),
    level: () => (
      <Select
        id={idOf('level')}
        allowClear
        aria-label={intl.formatMessage({ id: 'imports.option.level' })}
        value={options.level}
        placeholder={intl.formatMessage({ id: 'imports.option.level-from-file' })}
        options={Level.options.map((level) => ({
          value: level,
          label: intl.formatMessage({ id: `level.${level}` }),
        }))}
        onChange={(level: Level | undefined) => onChange({ level })}
      />
    ),
    crs: () => (
      <CrsField id={idOf('crs')} value={options.crs} onChange={(crs) => onChange({ crs })} />
    ),
    instrumentId: () => (
      <RecordedField
        id={idOf('instrumentId')}
        value={options.instrumentId}
        placeholder={intl.formatMessage({ id: 'quotas.form.instrument-choose' })}
        aria-label={intl.formatMessage({ id: idFor('instrumentId') })}
        onChange={(instrumentId) => onChange({ instrumentId })}
      />
    ),
  };
  if (names.length === 0) return null;
  return (
    <Form layout="vertical" component="div" className="import-options">
      {names.map((name) => (
        <Form.Item
          key={name}
          htmlFor={idOf(name)}
          label={
            <FormattedMessage
              id={required.includes(name) ? 'imports.option-needed' : 'imports.option-free'}
              values={{ name: intl.formatMessage({ id: idFor(name) }) }}
            />
          }
          extra={<FormattedMessage id={idFor(name, '-note')} />}
          {...(wanting.includes(name)
            ? { validateStatus: 'error', help: intl.formatMessage({ id: 'field.required' }) }
            : {})}
        >
          {fields[name]()}
        </Form.Item>
      ))}
    </Form>
  );
}

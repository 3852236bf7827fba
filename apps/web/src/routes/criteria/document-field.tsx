import { Button, Input, InputNumber, Select, Switch } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { DayField } from '../../field/day-field.tsx';
import { alternatives, blank, filled, resolved, type Shape } from './document-schema.ts';
import { useDocumentText } from './document-text.ts';
import { DocumentList } from './document-list.tsx';
import { ReadValue, saysNothing } from './document-reading.tsx';
import { RowTable } from './row-table.tsx';
import { tables } from './table-column.ts';

export type FieldProps = {
  name: string;
  shape: Shape;
  value: unknown;
  onChange: (value: unknown) => void;
  /** What is wrong, by dotted place. */
  faults: ReadonlyMap<string, string>;
  place: string;
  /** May be left out altogether. */
  optional?: boolean;
  readOnly?: boolean;
};

type Members = Record<string, unknown>;

/** One place of the document, whatever its shape: the form follows the contract, so nothing is left out. */
export function DocumentField(props: FieldProps) {
  const { shape: given, value, optional = false, place, faults, name, readOnly } = props;
  const { label } = useDocumentText();
  const { shape, nullable } = filled(given);
  const [opened, setOpened] = useState(false);
  const isAbsent =
    optional || nullable ? saysNothing(value) && !opened : value === undefined || value === null;
  const simple = !shape.properties && !shape.oneOf && !(shape.type === 'array' && isList(shape));
  const title = label(name, shape.type === 'array' ? 'list' : String(shape.type ?? 'choice'));
  const absentBy = nullable ? null : undefined;
  const fault = faults.get(place);

  if (readOnly && (saysNothing(value) || (value === false && resolved(given).default === false))) {
    return null;
  }
  if (readOnly && simple) {
    return (
      <div className="doc-field" data-long={(shape.maxLength ?? 0) > 200 ? '' : undefined}>
        <span>{title}</span>
        <ReadValue shape={shape} value={value} />
      </div>
    );
  }
  if (simple) {
    return (
      <label className="doc-field" data-fault={fault ? '' : undefined}>
        <span>{title}</span>
        <Simple {...props} shape={shape} absent={optional || nullable ? absentBy : ''} />
        {fault && <em>{fault}</em>}
      </label>
    );
  }
  if (shape.type === 'array') {
    const columns = tables[name];
    return columns ? (
      <RowTable {...props} shape={shape} title={title} columns={columns} />
    ) : (
      <DocumentList {...props} shape={shape} title={title} />
    );
  }
  return (
    <fieldset className="doc-group" data-fault={fault ? '' : undefined}>
      <legend>
        {title}
        {!readOnly && (optional || nullable) && (
          <Button
            size="small"
            type="link"
            onClick={() => {
              setOpened(isAbsent);
              props.onChange(isAbsent ? blank(shape) : absentBy);
            }}
          >
            <FormattedMessage id={isAbsent ? 'criteria.add' : 'criteria.remove'} />
          </Button>
        )}
      </legend>
      {fault && <em className="doc-fault">{fault}</em>}
      {readOnly && Object.values(value as Members).every(saysNothing) && (
        <span className="doc-read">
          <FormattedMessage id="criteria.yes" />
        </span>
      )}
      {!isAbsent && <DocumentMembers {...props} shape={shape} />}
    </fieldset>
  );
}

const isList = ({ items }: Shape) => {
  const item = items && resolved(items);
  return !!item && (!!item.properties || !!item.oneOf);
};

/** The members of an object; of a union, those of the alternative that is chosen. */
export function DocumentMembers(props: Omit<FieldProps, 'optional'>) {
  const { shape, value, onChange, place, faults, readOnly } = props;
  const { label, value: called } = useDocumentText();
  const members = (value ?? {}) as Members;
  const union = alternatives(shape);
  const chosen = union ? (union.of.get(String(members[union.by])) ?? shape) : shape;
  const set = (name: string, next: unknown) => {
    const { [name]: _, ...rest } = members;
    onChange(next === undefined ? rest : { ...rest, [name]: next });
  };
  return (
    <div className="doc-members">
      {union && readOnly && (
        <div className="doc-field">
          <span>{label(union.by, 'choice')}</span>
          <span className="doc-read">{called(String(members[union.by] ?? ''))}</span>
        </div>
      )}
      {union && !readOnly && (
        <label className="doc-field">
          <span>{label(union.by, 'choice')}</span>
          <Select
            value={String(members[union.by] ?? '')}
            options={[...union.of.keys()].map((one) => ({ value: one, label: called(one) }))}
            onChange={(one) => onChange(blank(union.of.get(one)!))}
          />
        </label>
      )}
      {Object.entries(chosen.properties ?? {})
        .filter(([name]) => name !== union?.by)
        // What it was read in comes after what it says.
        .sort(([a], [b]) => Number(a === 'sources') - Number(b === 'sources'))
        .map(([name, member]) => (
          <DocumentField
            key={name}
            name={name}
            shape={member}
            value={members[name] ?? resolved(member).default}
            optional={!chosen.required?.includes(name) && resolved(member).default === undefined}
            onChange={(next) => set(name, next)}
            place={place ? `${place}.${name}` : name}
            faults={faults}
            readOnly={readOnly ?? false}
          />
        ))}
    </div>
  );
}

type SimpleProps = FieldProps & { absent: '' | null | undefined };

function Simple({ shape, value, onChange, absent }: SimpleProps) {
  const { value: called } = useDocumentText();
  const options = (shape.enum ?? resolved(shape.items ?? {}).enum)?.map((one) => ({
    value: one,
    label: called(one),
  }));
  if (shape.type === 'array') {
    const numbers = ['integer', 'number'].includes(String(resolved(shape.items ?? {}).type));
    return (
      <Select
        mode={options ? 'multiple' : 'tags'}
        value={(value as unknown[] | undefined)?.map(String) ?? []}
        options={options ?? []}
        onChange={(list: string[]) =>
          onChange(list.length === 0 ? absent || undefined : numbers ? list.map(Number) : list)
        }
      />
    );
  }
  if (options) {
    return (
      <Select
        allowClear={absent !== ''}
        value={value as string | undefined}
        options={options}
        onChange={(one?: string) => onChange(one ?? absent)}
      />
    );
  }
  if (shape.type === 'boolean') {
    return <Switch checked={value === true} onChange={onChange} />;
  }
  if (shape.type === 'integer' || shape.type === 'number') {
    return (
      <InputNumber
        controls={false}
        decimalSeparator=","
        inputMode="decimal"
        value={(value as number | null | undefined) ?? null}
        onChange={(next) => onChange(next ?? (absent === '' ? 0 : absent))}
      />
    );
  }
  if (shape.format === 'date') {
    return (
      <DayField
        value={(value as string | null | undefined) ?? null}
        onChange={(day) => onChange(day ?? absent)}
      />
    );
  }
  if (shape.anyOf) {
    // A reading sets any value: a number, a word, yes or no.
    return (
      <Input
        value={typeof value === 'string' ? value : JSON.stringify(value ?? '')}
        onChange={({ target }) => onChange(parsed(target.value))}
      />
    );
  }
  const long = (shape.maxLength ?? 0) > 500;
  const text = {
    value: String(value ?? ''),
    onChange: ({ target }: { target: { value: string } }) =>
      onChange(target.value === '' && absent !== '' ? absent : target.value),
  };
  return long ? <Input.TextArea rows={2} {...text} /> : <Input {...text} />;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { blank, resolved, type Shape } from './document-schema.ts';
import { DocumentMembers, type FieldProps } from './document-field.tsx';

type Props = FieldProps & { shape: Shape; title: string };

/** A list of the document: rules, brackets, increments… added, moved up and removed. */
export function DocumentList({ shape, title, value, onChange, place, faults, readOnly }: Props) {
  const intl = useIntl();
  const items = (value as unknown[] | null | undefined) ?? [];
  const item = resolved(shape.items!);
  const set = (at: number, next: unknown) => onChange(items.with(at, next));
  const up = (at: number) => onChange(items.with(at - 1, items[at]).with(at, items[at - 1]));
  const nameOf = (one: unknown) => {
    const named = one as { name?: unknown; title?: unknown; text?: unknown };
    return String(named.name ?? named.title ?? named.text ?? '');
  };
  return (
    <fieldset className="doc-group">
      <legend>
        {title} <b className="tabular">{items.length}</b>
      </legend>
      {faults.has(place) && <em className="doc-fault">{faults.get(place)}</em>}
      <ol className="doc-list">
        {items.map((one, at) => (
          <li key={at}>
            <div className="doc-item">
              <span>
                {title} {at + 1}
                {nameOf(one) && <> · {nameOf(one)}</>}
              </span>
              {!readOnly && (
                <>
                  <Button
                    size="small"
                    type="text"
                    disabled={at === 0}
                    icon={<ArrowUpOutlined aria-hidden />}
                    aria-label={intl.formatMessage({ id: 'criteria.up' }, { n: at + 1 })}
                    onClick={() => up(at)}
                  />
                  <Button
                    size="small"
                    type="text"
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={intl.formatMessage({ id: 'criteria.remove-n' }, { n: at + 1 })}
                    onClick={() => onChange(items.toSpliced(at, 1))}
                  />
                </>
              )}
            </div>
            <DocumentMembers
              name=""
              shape={item}
              value={one}
              onChange={(next) => set(at, next)}
              place={`${place}.${at}`}
              faults={faults}
              readOnly={readOnly ?? false}
            />
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => onChange([...items, blank(item)])}
        >
          <FormattedMessage id="criteria.add-to" values={{ list: title }} />
        </Button>
      )}
    </fieldset>
  );
}

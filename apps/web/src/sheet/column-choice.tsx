import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Column } from './column.ts';

/** Which optional columns the user has hidden; remembered on this machine under the sheet's name. */
export function useColumnChoice<Row>(
  name: string,
  columns: Column<Row>[],
  hiddenAtFirst: string[] = [],
) {
  const key = `antt.columns.${name}`;
  const [hidden, setHidden] = useState<string[]>(() => {
    const kept = localStorage.getItem(key);
    return kept === null ? hiddenAtFirst : kept.split(',').filter(Boolean);
  });
  const hide = (next: string[]) => {
    setHidden(next);
    localStorage.setItem(key, next.join(','));
  };
  return { shown: columns.filter(({ id }) => !hidden.includes(id)), hidden, hide };
}

type Props<Row> = { columns: Column<Row>[]; hidden: string[]; hide: (ids: string[]) => void };

export function ColumnChoice<Row>({ columns, hidden, hide }: Props<Row>) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="column-choice">
          {columns
            .filter(({ optional }) => optional)
            .map(({ id, title, hint }) => (
              <Checkbox
                key={id}
                checked={!hidden.includes(id)}
                onChange={({ target }) =>
                  hide(target.checked ? hidden.filter((one) => one !== id) : [...hidden, id])
                }
              >
                {hint ?? title}
              </Checkbox>
            ))}
        </div>
      }
    >
      <Button size="small">
        <FormattedMessage id="sheet.columns" />
      </Button>
    </Popover>
  );
}

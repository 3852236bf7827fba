import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { PayLine } from '@antt/contracts';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AddCondition } from './add-condition.tsx';
import { ConditionCell } from './condition-cell.tsx';
import { columnsOf } from './condition-columns.ts';
import type { ConditionField } from './condition-words.ts';
import { readPercent, withCondition, writePercent } from './draft.rules.ts';

type Share = PayLine['shares'][number];
type Props = { line: PayLine; at: number; onChange: (shares: Share[]) => void };

/** Who gets only a part of a line's amount: 80 % who is paid for another title. */
export function ShareRows({ line, at, onChange }: Props) {
  const intl = useIntl();
  const { shares } = line;
  const [added, setAdded] = useState<ReadonlySet<ConditionField>>(new Set());
  const columns = columnsOf(shares, added);
  const title = (field: ConditionField) =>
    intl.formatMessage({ id: `policies.condition.${field}` });
  const label = (n: number, what: string) =>
    intl.formatMessage({ id: 'policies.share.cell' }, { line: line.label, n: n + 1, what });
  const put = (n: number, next: Partial<Share>) =>
    onChange(shares.with(n, { ...shares[n]!, ...next }));
  return (
    <fieldset className="doc-group share-rows">
      <legend>
        <FormattedMessage id="policies.line.shares" />
      </legend>
      {shares.map((share, n) => (
        <div key={n} className="share-row" id={`lines.${at}.shares.${n}`}>
          {columns.map((field) => (
            <label key={field} className="doc-field">
              <span>{title(field)}</span>
              <ConditionCell
                field={field}
                when={share.when}
                label={label(n, title(field))}
                onChange={(value) => put(n, { when: withCondition(share.when, field, value) })}
              />
            </label>
          ))}
          <label className="doc-field">
            <span>
              <FormattedMessage id="policies.share.percent" />
            </span>
            <InputNumber
              controls={false}
              min={0}
              max={1000}
              decimalSeparator=","
              suffix="%"
              aria-label={label(n, intl.formatMessage({ id: 'policies.share.percent' }))}
              value={readPercent(share.times)}
              onChange={(percent) => put(n, { times: writePercent(percent) })}
            />
          </label>
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={intl.formatMessage({ id: 'policies.share.remove' }, { n: n + 1 })}
            onClick={() => onChange(shares.toSpliced(n, 1))}
          />
        </div>
      ))}
      <span className="row-table-foot">
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => {
            if (columns.length === 0) setAdded(new Set(['concurrent']));
            onChange([...shares, { when: {}, times: '' }]);
          }}
        >
          <FormattedMessage id="policies.share.add" />
        </Button>
        {shares.length > 0 && (
          <AddCondition columns={columns} onAdd={(field) => setAdded(new Set([...added, field]))} />
        )}
      </span>
    </fieldset>
  );
}

import type { RowProblem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { UnitField } from '../../field/unit-field.tsx';

type Props = {
  problem: RowProblem;
  on: PlainDate;
  value: string | undefined;
  onChange: (unitId: string | undefined) => void;
};

/** Which unit the row means: one of those that come near, or any other looked for by name. */
export function ProblemChoice({ problem, on, value, onChange }: Props) {
  const intl = useIntl();
  const candidates = problem.candidates ?? [];
  const [searching, setSearching] = useState(candidates.length === 0);
  const label = intl.formatMessage({ id: 'imports.choose-unit' }, { at: problem.at ?? '' });
  return (
    <span className="problem-choice">
      {searching ? (
        <UnitField
          on={on}
          levels={['commune']}
          value={value}
          placeholder={intl.formatMessage({ id: 'imports.search-unit' })}
          aria-label={label}
          onChange={onChange}
        />
      ) : (
        <Select
          value={value}
          allowClear
          aria-label={label}
          popupMatchSelectWidth={false}
          placeholder={intl.formatMessage({ id: 'imports.which-unit' })}
          options={candidates.map(({ id, name, parentName }) => ({
            value: id,
            label: parentName ? `${name} – ${parentName}` : name,
          }))}
          onChange={(id: string | undefined) => onChange(id)}
        />
      )}
      {candidates.length > 0 && (
        <Button type="link" size="small" onClick={() => setSearching(!searching)}>
          <FormattedMessage id={searching ? 'imports.show-near' : 'imports.search-other'} />
        </Button>
      )}
    </span>
  );
}

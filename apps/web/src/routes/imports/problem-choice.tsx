import { type ImportKind, listAreas, listTeams, type RowProblem } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { UnitField } from '../../field/unit-field.tsx';
import { answers } from '../../search.rules.ts';
import { useSettled } from '../../settled.ts';

type Props = {
  kind: ImportKind;
  problem: RowProblem;
  on: PlainDate;
  value: string | undefined;
  onChange: (unitId: string | undefined) => void;
};

/** What the row means: one of those that come near, or any other looked for by name. */
export function ProblemChoice({ kind, problem, on, value, onChange }: Props) {
  const intl = useIntl();
  const candidates = problem.candidates ?? [];
  const [searching, setSearching] = useState(candidates.length === 0);
  const what = kind === 'accounts' ? 'area' : kind === 'roster' ? 'team' : 'unit';
  const label = intl.formatMessage({ id: `imports.choose-${what}` }, { at: problem.at ?? '' });
  return (
    <span className="problem-choice">
      {searching && kind === 'accounts' ? (
        <AreaChoice value={value} label={label} onChange={onChange} />
      ) : searching && kind === 'roster' ? (
        <TeamChoice on={on} value={value} label={label} onChange={onChange} />
      ) : searching ? (
        <UnitField
          on={on}
          levels={['commune']}
          value={value}
          placeholder={intl.formatMessage({ id: 'imports.search-unit' })}
          aria-label={label}
          onChange={(id) => onChange(id)}
        />
      ) : (
        <Select
          value={value}
          allowClear
          aria-label={label}
          popupMatchSelectWidth={false}
          placeholder={intl.formatMessage({ id: `imports.which-${what}` })}
          options={candidates.map(({ id, name, parentName }) => ({
            value: id,
            label: parentName ? `${name} – ${parentName}` : name,
          }))}
          onChange={(id: string | undefined) => onChange(id)}
        />
      )}
      {candidates.length > 0 && (
        <Button type="link" size="small" onClick={() => setSearching(!searching)}>
          <FormattedMessage id={searching ? 'imports.show-near' : `imports.search-other-${what}`} />
        </Button>
      )}
    </span>
  );
}

type AreaProps = Pick<Props, 'value' | 'onChange'> & { label: string };

function AreaChoice({ value, label, onChange }: AreaProps) {
  const intl = useIntl();
  const areas = useAnswer(listAreas, {});
  return (
    <Select
      value={value}
      allowClear
      aria-label={label}
      loading={areas.isLoading}
      placeholder={intl.formatMessage({ id: 'accounts.form.area-choose' })}
      showSearch={{ filterOption: (text, option) => answers(String(option?.label), text) }}
      options={(areas.data?.items ?? []).map((area) => ({ value: area.id, label: area.name }))}
      onChange={(id: string | undefined) => onChange(id)}
    />
  );
}

/** Any team found as one types, beyond those that come near. */
function TeamChoice({ on, value, label, onChange }: AreaProps & { on: PlainDate }) {
  const intl = useIntl();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const found = useAnswer(listTeams, { on, ...(q ? { q } : {}), limit: 40 }, { keep: true });
  return (
    <Select
      value={value}
      allowClear
      aria-label={label}
      popupMatchSelectWidth={false}
      loading={found.isFetching}
      placeholder={intl.formatMessage({ id: 'imports.search-team' })}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      options={(found.data?.items ?? []).map((team) => ({
        value: team.id,
        label: `${team.name} (${team.code})`,
      }))}
      onChange={(id: string | undefined) => onChange(id)}
    />
  );
}

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Certainty } from '@antt/contracts';
import { Button, Checkbox, Input, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Draft } from './draft.rules.ts';

type Props = {
  draft: Draft;
  faults: ReadonlyMap<string, string>;
  onChange: (draft: Draft) => void;
};

const prorations = ['full-month', 'half-month', 'calendar-days'] as const;

/** What holds for all lines: part months, absences, certainty, what is paid once only, sources. */
export function GeneralFields({ draft, faults, onChange }: Props) {
  const intl = useIntl();
  const set = (next: Partial<Draft>) => onChange({ ...draft, ...next });
  const certainties = Certainty.options.map((value) => ({
    value,
    label: intl.formatMessage({ id: `pay.certainty.${value}` }),
  }));
  const { absences, exclusive, sources } = draft;
  return (
    <div className="doc-members">
      <label className="doc-field" data-wide data-fault={faults.has('name') ? '' : undefined}>
        <span>
          <FormattedMessage id="policies.name" />
        </span>
        <Input value={draft.name} onChange={({ target }) => set({ name: target.value })} />
        {faults.has('name') && <em>{faults.get('name')}</em>}
      </label>
      <label className="doc-field">
        <span>
          <FormattedMessage id="policies.proration" />
        </span>
        <Select
          value={draft.proration}
          popupMatchSelectWidth={false}
          options={prorations.map((value) => ({
            value,
            label: intl.formatMessage({ id: `policies.proration.${value}` }),
          }))}
          onChange={(proration) => set({ proration })}
        />
      </label>
      <label className="doc-field">
        <span>
          <FormattedMessage id="policies.certainty" />
        </span>
        <Select
          value={draft.certainty}
          popupMatchSelectWidth={false}
          options={certainties}
          onChange={(certainty) => set({ certainty })}
        />
      </label>
      <div className="doc-field">
        <span>
          <FormattedMessage id="policies.absences" />
        </span>
        {(['suspension', 'leave'] as const).map((name) => (
          <Checkbox
            key={name}
            checked={absences[name]}
            onChange={({ target }) => set({ absences: { ...absences, [name]: target.checked } })}
          >
            <FormattedMessage id={`policies.absences.${name}`} />
          </Checkbox>
        ))}
      </div>
      <fieldset className="doc-group">
        <legend>
          <FormattedMessage id="policies.exclusive" />
        </legend>
        {exclusive.map((group, n) => (
          <div key={n} className="group-row" id={`exclusive.${n}`} tabIndex={-1}>
            <Select
              mode="multiple"
              aria-label={intl.formatMessage({ id: 'policies.place.exclusive' }, { n: n + 1 })}
              value={group.lines}
              options={draft.lines.map(({ code, label }) => ({ value: code, label }))}
              onChange={(lines: string[]) =>
                set({ exclusive: exclusive.with(n, { ...group, lines }) })
              }
            />
            <Select
              aria-label={intl.formatMessage({ id: 'policies.keep' })}
              value={group.keep}
              options={(['first', 'highest'] as const).map((value) => ({
                value,
                label: intl.formatMessage({ id: `policies.keep.${value}` }),
              }))}
              onChange={(keep) => set({ exclusive: exclusive.with(n, { ...group, keep }) })}
            />
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={intl.formatMessage({ id: 'policies.exclusive.remove' }, { n: n + 1 })}
              onClick={() => set({ exclusive: exclusive.toSpliced(n, 1) })}
            />
            {[...faults.keys()].some((path) => path.startsWith(`exclusive.${n}`)) && (
              <em className="doc-fault">
                <FormattedMessage id="policies.exclusive.two" />
              </em>
            )}
          </div>
        ))}
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => set({ exclusive: [...exclusive, { lines: [], keep: 'first' }] })}
        >
          <FormattedMessage id="policies.exclusive.add" />
        </Button>
      </fieldset>
      <fieldset className="doc-group">
        <legend>
          <FormattedMessage id="policies.sources" />
        </legend>
        {sources.map((source, n) => (
          <div key={n} className="group-row">
            <Input
              aria-label={intl.formatMessage({ id: 'policies.source.title' }, { n: n + 1 })}
              placeholder={intl.formatMessage({ id: 'policies.source.title' }, { n: n + 1 })}
              value={source.title}
              onChange={({ target }) =>
                set({ sources: sources.with(n, { ...source, title: target.value }) })
              }
            />
            <Select
              aria-label={intl.formatMessage({ id: 'policies.certainty' })}
              value={source.certainty}
              options={certainties}
              popupMatchSelectWidth={false}
              onChange={(certainty) => set({ sources: sources.with(n, { ...source, certainty }) })}
            />
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={intl.formatMessage({ id: 'policies.source.remove' }, { n: n + 1 })}
              onClick={() => set({ sources: sources.toSpliced(n, 1) })}
            />
          </div>
        ))}
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => set({ sources: [...sources, { title: '', certainty: 'gazette' }] })}
        >
          <FormattedMessage id="policies.source.add" />
        </Button>
      </fieldset>
      <label className="doc-field" data-wide>
        <span>
          <FormattedMessage id="policies.note-field" />
        </span>
        <Input.TextArea
          rows={4}
          value={draft.note}
          onChange={({ target }) => set({ note: target.value })}
        />
      </label>
    </div>
  );
}

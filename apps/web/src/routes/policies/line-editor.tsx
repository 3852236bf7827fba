import { payeeOf, PayFund, PayItem, type PayLine, PayPayee } from '@antt/contracts';
import { Input, InputNumber, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { answers } from '../../search.rules.ts';
import { BasisField, canBeCapped } from './basis-field.tsx';
import type { Draft } from './draft.rules.ts';
import { RateRows } from './rate-rows.tsx';
import { ShareRows } from './share-rows.tsx';

type Props = {
  line: PayLine;
  at: number;
  draft: Draft;
  faults: ReadonlyMap<string, string>;
  onChange: (line: PayLine) => void;
};
const steps = [1, 10, 100, 1_000, 10_000] as const;
const modes = ['nearest', 'up', 'down'] as const;

/** Everything of one line: what is paid, from which fund, what it counts, its limits, its rates. */
export function LineEditor({ line, at, draft, faults, onChange }: Props) {
  const intl = useIntl();
  const set = (next: Partial<PayLine>) => onChange({ ...line, ...next });
  const item = (one: PayItem) => intl.formatMessage({ id: `pay.item.${one}` });
  const others = draft.lines
    .filter(({ code }) => code !== line.code)
    .map(({ code, label }) => ({ value: code, label: label || code }));
  const fault = (name: string) => faults.get(`lines.${at}.${name}`);
  return (
    <div className="line-editor">
      <div className="doc-members">
        <label className="doc-field">
          <span>
            <FormattedMessage id="policies.line.item" />
          </span>
          <Select
            value={line.item}
            showSearch={{ filterOption: (text, option) => answers(String(option?.label), text) }}
            options={PayItem.options.map((one) => ({ value: one, label: item(one) }))}
            popupMatchSelectWidth={false}
            onChange={(next) =>
              set({ item: next, label: line.label === item(line.item) ? item(next) : line.label })
            }
          />
        </label>
        <label className="doc-field" data-wide data-fault={fault('label') ? '' : undefined}>
          <span>
            <FormattedMessage id="policies.line.label" />
          </span>
          <Input value={line.label} onChange={({ target }) => set({ label: target.value })} />
          {fault('label') && <em>{fault('label')}</em>}
        </label>
        <label className="doc-field">
          <span>
            <FormattedMessage id="policies.line.article" />
          </span>
          <Input
            value={line.article}
            placeholder={intl.formatMessage({ id: 'policies.line.article-example' })}
            onChange={({ target }) => set({ article: target.value })}
          />
        </label>
        <label className="doc-field">
          <span>
            <FormattedMessage id="policies.line.fund" />
          </span>
          <Select
            value={line.fund}
            options={PayFund.options.map((one) => ({
              value: one,
              label: intl.formatMessage({ id: `pay.fund.${one}` }),
            }))}
            popupMatchSelectWidth={false}
            onChange={(fund) => set({ fund })}
          />
        </label>
        <label className="doc-field">
          <span>
            <FormattedMessage id="policies.line.payee" />
          </span>
          <Select
            value={payeeOf(line)}
            options={PayPayee.options.map((one) => ({
              value: one,
              label: intl.formatMessage({ id: `pay.payee.${one}` }),
            }))}
            popupMatchSelectWidth={false}
            onChange={(payee) => set({ payee })}
          />
        </label>
        <BasisField
          basis={line.basis}
          label={`${line.label}: ${intl.formatMessage({ id: 'policies.line.basis' })}`}
          onChange={(basis) =>
            set({ basis, cap: canBeCapped({ ...line, basis }) ? line.cap : null })
          }
        />
        {canBeCapped(line) && (
          <label className="doc-field">
            <span>
              <FormattedMessage id="policies.cap.most" />
            </span>
            <InputNumber
              controls={false}
              min={1}
              max={31}
              precision={0}
              value={line.cap?.most ?? null}
              onChange={(most) =>
                set({
                  cap: most === null ? null : { sharedWith: [], ...line.cap, most },
                })
              }
            />
          </label>
        )}
        {line.cap && (
          <label className="doc-field" data-wide>
            <span>
              <FormattedMessage id="policies.cap.shared-with" />
            </span>
            <Select
              mode="multiple"
              value={line.cap.sharedWith}
              options={others}
              onChange={(sharedWith: string[]) => set({ cap: { ...line.cap!, sharedWith } })}
            />
          </label>
        )}
        <label className="doc-field">
          <span>
            <FormattedMessage id="policies.round.to" />
          </span>
          <Select
            value={line.round.to}
            options={steps.map((to) => ({
              value: to,
              label: intl.formatMessage({ id: 'policies.round.step' }, { to }),
            }))}
            onChange={(to) => set({ round: { ...line.round, to } })}
          />
        </label>
        <label className="doc-field">
          <span>
            <FormattedMessage id="policies.round.mode" />
          </span>
          <Select
            value={line.round.mode}
            options={modes.map((mode) => ({
              value: mode,
              label: intl.formatMessage({ id: `policies.round-mode.${mode}` }),
            }))}
            onChange={(mode) => set({ round: { ...line.round, mode } })}
          />
        </label>
        <label className="doc-field" data-wide>
          <span>
            <FormattedMessage id="policies.line.includes" />
          </span>
          <Select
            mode="multiple"
            value={line.includes}
            options={others}
            placeholder={intl.formatMessage({ id: 'policies.line.includes-note' })}
            onChange={(includes: string[]) => set({ includes })}
          />
        </label>
      </div>
      <RateRows
        line={line}
        at={at}
        draft={draft}
        faults={faults}
        onChange={(rates) => set({ rates })}
      />
      <ShareRows line={line} at={at} onChange={(shares) => set({ shares })} />
    </div>
  );
}

import { PlusOutlined } from '@ant-design/icons';
import type { getPolicy, PolicyDocument } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { App, Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceLink, useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { duplicatedLine, moved, newLine, withoutLine } from './draft.rules.ts';
import { FaultList, goTo } from './fault-list.tsx';
import { GeneralFields } from './general-fields.tsx';
import { LineEditor } from './line-editor.tsx';
import { OwnerFields } from './owner-fields.tsx';
import { placeWords } from './place-words.ts';
import { RowActions } from './row-actions.tsx';
import { useDraft } from './use-draft.ts';
import { WordsPreview } from './words-preview.tsx';

const SimulationDrawer = lazy(() => import('./simulation-drawer.tsx'));

type Props = {
  kept: Output<typeof getPolicy> | null;
  start: PolicyDocument;
  /** What stands beside a new one: the examples of its model. */
  children?: ReactNode;
};

/** The lines at the left, each opened to be typed; at the right what they say, and what is still wrong. */
export function PolicyForm({ kept, start, children }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const form = useDraft(kept, start);
  const { id, draft, set, undo, faults } = form;
  const [trying, setTrying] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(start.lines.slice(0, 1).map(({ code }) => code)),
  );
  const toggle = (code: string) => {
    const next = new Set(open);
    if (!next.delete(code)) next.add(code);
    setOpen(next);
  };
  const go = (path: string) => {
    const line = draft.lines[Number(/^lines\.(\d+)/u.exec(path)?.[1] ?? -1)];
    if (line) setOpen(new Set([...open, line.code]));
    // An opened line is there after the next drawing.
    setTimeout(() => goTo(path));
  };
  const add = () => {
    const codes = draft.lines.map(({ code }) => code);
    const label = intl.formatMessage({ id: 'pay.item.monthly-support' });
    const line = newLine('monthly-support', label, codes);
    set({ ...draft, lines: [...draft.lines, line] });
    setOpen(new Set([...open, line.code]));
  };
  const save = () =>
    form.save(() => {
      void message.success(intl.formatMessage({ id: 'policies.saved' }));
      if (!kept) void navigate(`/policies/${id}/edit${held()}`, { replace: true });
    });
  return (
    <div
      className="policy-page"
      onKeyDown={(event) => {
        if (event.key !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
        if (!undo) return;
        event.preventDefault();
        undo();
      }}
    >
      <PageHeader
        title={draft.name || <FormattedMessage id="policies.new" />}
        note={
          kept && (
            <PlaceLink path={`/policies/${id}`}>
              <FormattedMessage id="policies.to-reading" />
            </PlaceLink>
          )
        }
      >
        <Button disabled={!undo} onClick={() => undo?.()}>
          <FormattedMessage id="policies.undo" />
        </Button>
        <Button disabled={!kept || form.isChanged} onClick={() => setTrying(true)}>
          <FormattedMessage id="policies.try" />
        </Button>
        <Button type={form.isChanged ? 'primary' : 'default'} loading={form.saving} onClick={save}>
          <FormattedMessage id="policies.save" />
        </Button>
      </PageHeader>
      {form.problem && <ProblemPanel problem={form.problem} />}
      <div className="policy-parts">
        <div className="policy-lines">
          <section className="policy-line" id="document" tabIndex={-1}>
            <h2>
              <FormattedMessage id="policies.general" />
            </h2>
            <OwnerFields owner={form.owner} onChange={form.setOwner} />
            <GeneralFields draft={draft} faults={faults} onChange={set} />
          </section>
          {draft.lines.map((line, at) => {
            const isOpen = open.has(line.code);
            const wrong = [...faults.keys()].some((path) => path.startsWith(`lines.${at}.`));
            return (
              <section
                key={line.code}
                className="policy-line"
                id={`lines.${at}`}
                tabIndex={-1}
                data-fault={wrong ? '' : undefined}
              >
                <div className="line-head">
                  <h2>
                    <button type="button" aria-expanded={isOpen} onClick={() => toggle(line.code)}>
                      <span aria-hidden>{isOpen ? '▾' : '▸'}</span> {at + 1}.{' '}
                      {line.label || <FormattedMessage id="policies.line.unnamed" />}
                    </button>
                  </h2>
                  <RowActions
                    n={at}
                    count={draft.lines.length}
                    what={intl.formatMessage({ id: 'policies.lines' })}
                    onMove={(by) => set({ ...draft, lines: moved(draft.lines, at, by) })}
                    onDuplicate={() => set(duplicatedLine(draft, at))}
                    onRemove={
                      draft.lines.length > 1 ? () => set(withoutLine(draft, at)) : undefined
                    }
                  />
                </div>
                {isOpen && (
                  <LineEditor
                    line={line}
                    at={at}
                    draft={draft}
                    faults={faults}
                    onChange={(next) => set({ ...draft, lines: draft.lines.with(at, next) })}
                  />
                )}
              </section>
            );
          })}
          <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
            <FormattedMessage id="policies.line.add" />
          </Button>
        </div>
        <aside
          className="policy-aside"
          tabIndex={0}
          aria-label={intl.formatMessage({ id: 'policies.aside' })}
        >
          <section className="policy-side" aria-labelledby="form-faults">
            <h2 id="form-faults">
              <FormattedMessage id="policies.form-faults" />
            </h2>
            {faults.size > 0 && (
              <ul className="fault-list" role="alert">
                {[...faults].map(([path, text]) => (
                  <li key={path}>
                    <a
                      href={`#${path}`}
                      onClick={(event) => {
                        event.preventDefault();
                        go(path);
                      }}
                    >
                      {placeWords(intl, draft, path)}
                    </a>
                    <span>{text}</span>
                  </li>
                ))}
              </ul>
            )}
            {faults.size === 0 &&
              (!kept || form.isChanged ? (
                <p className="faint">
                  <FormattedMessage id="policies.faults-after-save" />
                </p>
              ) : kept.faults.length === 0 ? (
                <p>
                  <FormattedMessage id="policies.no-faults" />
                </p>
              ) : (
                <FaultList document={draft} faults={kept.faults} onGo={go} />
              ))}
          </section>
          {children}
          <WordsPreview document={draft} />
        </aside>
      </div>
      <Suspense>
        {trying && kept && <SimulationDrawer policy={kept} onClose={() => setTrying(false)} />}
      </Suspense>
    </div>
  );
}

import '../../field/field.css';
import '../../list-page.css';
import './reorganisations.css';
import './wizard.css';
import { ArrowLeftOutlined, ArrowRightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceButton } from '../../frame/place-button.tsx';
import { CheckStep } from './check-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { useDraft } from './draft-context.ts';
import { faultsOf } from './draft.rules.ts';
import { WhatStep } from './what-step.tsx';
import { WhoStep } from './who-step.tsx';

/** What is wrong at a field, in words; nothing before one has tried to go on. */
export type FaultOf = (field: string) => string | undefined;

const steps = [0, 1, 2, 3] as const;

/** An act on units written down in four steps, without a file. */
export function Component() {
  const intl = useIntl();
  const { draft, change, drop } = useDraft();
  const [search, setSearch] = useSearchParams();
  const [tried, setTried] = useState<number[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = Number(search.get('step') ?? 1) - 1;
  const step = steps.find((one) => one === asked) ?? 0;
  const faults = faultsOf(draft);
  const own = faults.filter((fault) => fault.step === step);
  const faultOf: FaultOf = (field) => {
    const fault = tried.includes(step) && own.find((one) => one.field === field);
    return fault ? intl.formatMessage({ id: `reorganisations.fault.${fault.what}` }) : undefined;
  };
  const go = (next: number) =>
    setSearch((old) => {
      const search = new URLSearchParams(old);
      search.set('step', String(next + 1));
      return search;
    });
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
  }, [step]);
  const forward = () => {
    setTried((old) => [...old, step]);
    if (own.length === 0) go(step + 1);
  };
  const props = { draft, change, faultOf };
  return (
    <div className="reorganisations wizard">
      <PageHeader
        title={<FormattedMessage id="reorganisations.new" />}
        note={<FormattedMessage id="reorganisations.new.note" />}
      >
        <PlaceButton path="/reorganisations">
          <FormattedMessage id="reorganisations.new.all" />
        </PlaceButton>
        <Button
          onClick={() => {
            drop();
            setTried([]);
            go(0);
          }}
        >
          <FormattedMessage id="reorganisations.new.anew" />
        </Button>
      </PageHeader>
      <ol className="act-steps">
        {steps.map((one) => (
          <li key={one} data-past={one < step || undefined}>
            <button
              type="button"
              aria-current={one === step ? 'step' : undefined}
              onClick={() => go(one)}
            >
              <span className="tabular">{one + 1}</span>
              <FormattedMessage id={`reorganisations.new.step.${one}`} />
            </button>
          </li>
        ))}
      </ol>
      <section className="act-step" aria-labelledby="act-step">
        <h2 id="act-step" ref={heading} tabIndex={-1}>
          <FormattedMessage id={`reorganisations.new.step.${step}`} />
        </h2>
        {step === 0 && <WhatStep {...props} />}
        {step === 1 &&
          (draft.shape && draft.on ? (
            <WhoStep {...props} />
          ) : (
            <p className="faint">
              <FormattedMessage id="reorganisations.new.what-first" />
            </p>
          ))}
        {step === 2 && <CheckStep draft={draft} faults={faults} onStep={go} />}
        {step === 3 && <ConfirmStep draft={draft} faults={faults} onStep={go} onDone={drop} />}
      </section>
      <footer className="act-foot">
        {step > 0 && (
          <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={() => go(step - 1)}>
            <FormattedMessage id="reorganisations.new.back" />
          </Button>
        )}
        {step < 3 && (
          <Button
            type="primary"
            icon={<ArrowRightOutlined aria-hidden />}
            iconPlacement="end"
            onClick={forward}
          >
            <FormattedMessage id="reorganisations.new.forward" />
          </Button>
        )}
        {tried.includes(step) && own.length > 0 && step < 2 && (
          <span className="field-fault" role="status">
            <FormattedMessage id="reorganisations.new.missing" values={{ count: own.length }} />
          </span>
        )}
      </footer>
    </div>
  );
}

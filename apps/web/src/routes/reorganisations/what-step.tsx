import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Radio } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayField } from '../../field/day-field.tsx';
import { InstrumentField, useInstruments } from '../instruments/instrument-field.tsx';
import type { DraftProps } from './draft-context.ts';
import { withShape } from './draft-edit.rules.ts';
import { shapes } from './draft.ts';
import type { FaultOf } from './wizard-page.tsx';

const InstrumentForm = lazy(() => import('../instruments/instrument-form.tsx'));

/** What is done to units, on which day and by which instrument. */
export function WhatStep({ draft, change, faultOf }: DraftProps & { faultOf: FaultOf }) {
  const intl = useIntl();
  const [recording, setRecording] = useState(false);
  const instruments = useInstruments(draft.on ?? undefined);
  const item = (field: string) => {
    const fault = faultOf(field);
    return fault ? { validateStatus: 'error' as const, help: fault } : {};
  };
  const levels = (['village', 'commune'] as const).map((value) => ({
    value,
    label: intl.formatMessage({ id: `reorganisations.new.level.${value}` }),
  }));
  return (
    <Form layout="vertical" requiredMark={false} component={false}>
      <Form.Item label={<FormattedMessage id="reorganisations.new.shape" />} {...item('shape')}>
        <div
          className="shape-list"
          role="radiogroup"
          aria-label={intl.formatMessage({ id: 'reorganisations.new.shape' })}
        >
          {shapes.map((shape) => (
            <label key={shape} className="shape" data-chosen={draft.shape === shape || undefined}>
              <Radio
                name="shape"
                aria-label={intl.formatMessage({ id: `reorganisations.new.shape.${shape}` })}
                checked={draft.shape === shape}
                onChange={() => change((old) => withShape(old, shape))}
              />
              <span>
                <b>
                  <FormattedMessage id={`reorganisations.new.shape.${shape}`} />
                </b>
                <small>
                  <FormattedMessage id={`reorganisations.new.shape.${shape}.note`} />
                </small>
              </span>
            </label>
          ))}
        </div>
      </Form.Item>
      {draft.shape && draft.shape !== 'abolish' && (
        <Form.Item label={<FormattedMessage id="reorganisations.new.level" />}>
          <Radio.Group
            optionType="button"
            options={levels}
            value={draft.level}
            onChange={({ target }) =>
              change((old) => withShape(old, old.shape!, target.value as typeof old.level))
            }
          />
        </Form.Item>
      )}
      <Form.Item
        label={<FormattedMessage id="reorganisations.new.instrument" />}
        htmlFor="act-instrument"
        {...item('instrumentId')}
      >
        <div className="with-button">
          <InstrumentField
            id="act-instrument"
            value={draft.instrumentId}
            instruments={instruments.data?.items ?? []}
            loading={instruments.isLoading}
            placeholder={intl.formatMessage({ id: 'reorganisations.new.instrument-choose' })}
            onChange={(id, one) =>
              change((old) => ({
                ...old,
                instrumentId: id ?? null,
                on: old.on ?? one?.effectiveFrom ?? null,
                title: old.title || (one?.title ?? ''),
              }))
            }
          />
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => setRecording(true)}>
            <FormattedMessage id="reorganisations.new.instrument-record" />
          </Button>
        </div>
      </Form.Item>
      <Form.Item
        label={<FormattedMessage id="reorganisations.new.on" />}
        htmlFor="act-on"
        extra={<FormattedMessage id="reorganisations.new.on-note" />}
        {...item('on')}
      >
        <DayField
          id="act-on"
          value={draft.on}
          onChange={(on) => change((old) => ({ ...old, on }))}
        />
      </Form.Item>
      <Form.Item
        label={<FormattedMessage id="reorganisations.new.title" />}
        htmlFor="act-title"
        {...item('title')}
      >
        <Input
          id="act-title"
          maxLength={300}
          value={draft.title}
          placeholder={intl.formatMessage({ id: 'reorganisations.new.title-example' })}
          onChange={({ target }) => change((old) => ({ ...old, title: target.value }))}
        />
      </Form.Item>
      {recording && (
        <Suspense fallback={null}>
          <InstrumentForm
            given={{ kind: 'resolution', subjects: ['reorganisation'] }}
            onClose={() => setRecording(false)}
            onRecorded={(one) => {
              setRecording(false);
              change((old) => ({
                ...old,
                instrumentId: one.id,
                on: old.on ?? one.effectiveFrom,
                title: old.title || one.title,
              }));
            }}
          />
        </Suspense>
      )}
    </Form>
  );
}

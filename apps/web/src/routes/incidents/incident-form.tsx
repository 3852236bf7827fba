import {
  correctIncident,
  ForceAct,
  getIncident,
  type Incident,
  listIncidentKinds,
  listIncidentPoints,
  listIncidents,
  listPoints,
  listTeams,
} from '@antt/contracts';
import { today } from '@antt/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Form, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { ReasonItem } from '../../field/reason-item.tsx';
import { DayField } from '../../field/day-field.tsx';
import { sendIncidentFile } from '../../field/kept-file.ts';
import { TimeField, useTimeRule } from '../../field/time-field.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { newId } from '../../new-id.ts';
import type { KeptPhoto } from '../../outbox/entry.ts';
import { findEntry, type Outbox, putEntry, useOutbox } from '../../outbox/outbox.ts';
import { useRefusal, whyText } from '../../outbox/refusal.ts';
import { deliver } from '../../outbox/sender.ts';
import { askSignIn } from '../../outbox/sign-in-asked.ts';
import { useMay, useMe } from '../../session/me.ts';
import { useOwnArea } from '../teams/own-area.ts';
import { IncidentFigures } from './incident-figures.tsx';
import { IncidentPlace } from './incident-place.tsx';
import { nameIn } from './incident-text.ts';
import { KeptPhotosField } from './kept-photos-field.tsx';
import { SameIncidentField } from './same-incident-field.tsx';
import {
  entryOf,
  factsOf,
  type Fields,
  fieldsOf,
  type IncidentEntry,
  incidentKey,
} from './incident-entry.ts';
import { useKeptPhotos } from './use-kept-photos.ts';

type Props = {
  /** A record that was begun on this device. */
  begun?: string | undefined;
  /** The record that is wrong; absent for a new one. */
  wrong?: Incident;
  onClose: () => void;
  onDone: (id: string) => void;
};

const places = {
  'incident-moment-is-to-come': 'known',
  'incident-is-known-before-it-is-reported': 'reported',
  'incident-is-known-before-the-scene': 'onScene',
  'incident-lies-too-far-back': 'day',
  'team-did-not-stand': 'teamId',
  'team-not-found': 'teamId',
  'same-incident-not-found': 'sameAsId',
  'same-incident-is-a-repetition': 'sameAsId',
} as const;
const refreshed = [listIncidents, listIncidentPoints, getIncident];

/** What this device kept of the record comes first: it is read before the form begins. */
function IncidentForm(props: Props) {
  const outbox = useOutbox(useMe().account.id);
  return outbox && <Recording {...props} outbox={outbox} />;
}

/** Kind, a few fields, the place, a photo: made for a phone at the scene. */
function Recording({ wrong, begun, outbox, onClose, onDone }: Props & { outbox: Outbox }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const within = useOwnArea();
  const mayJudge = useMay('incident.verify');
  const [id] = useState(() => wrong?.id ?? begun ?? newId());
  const [correctionId] = useState(newId);
  const { account } = useMe();
  const key = incidentKey(account.id, id);
  const entry = outbox.entries.find((one): one is IncidentEntry => one.key === key);
  const photos = useKeptPhotos({ accountId: account.id, key, entry, isKept: !wrong });
  const [sending, setSending] = useState(false);
  const [form] = Form.useForm<Fields>();
  const on = Form.useWatch('day', form) ?? today();
  const code = Form.useWatch('kindCode', form);
  const chosenTeam = Form.useWatch('teamId', form);
  const teams = useAnswer(listTeams, { on, within, limit: 1000 }, { keep: true });
  const own = teams.data?.items.length === 1 ? teams.data.items[0] : undefined;
  const team = teams.data?.items.find((one) => one.id === (chosenTeam ?? own?.id));
  const kinds = useAnswer(listIncidentKinds, { on, within: team?.commune?.id }, { keep: true });
  const kindOf = (asked: string | undefined) => kinds.data?.items.find((one) => one.code === asked);
  const kind = kindOf(code);
  const points = useAnswer(listPoints, { on, layer: 'teams', within }, { keep: true });
  const around = useMemo(
    () => (points.data?.items ?? []).filter((one) => one.id === (team?.id ?? wrong?.teamId)),
    [points.data, team?.id, wrong?.teamId],
  );
  const correct = useCommand(correctIncident, refreshed);
  const queries = useQueryClient();
  const refusal = useRefusal(entry);
  const timed = useTimeRule();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };

  /** Who has one Tổ alone is not asked which. */
  const withTeam = <Some extends Partial<Fields>>(fields: Some): Some => ({
    ...fields,
    ...(own && { teamId: fields.teamId ?? own.id }),
  });
  const entryNow = (fields: Partial<Fields>, files = photos.kept) =>
    entryOf(
      intl,
      { ...fields, teamId: fields.teamId ?? own?.id },
      {
        ...{ accountId: account.id, id, before: entry, files },
        kind: kindOf(fields.kindCode),
        teamName: team?.name ?? own?.name ?? '',
      },
    );
  /** Kept on the device at each change, so that a record at the scene outlives the page. */
  const keep = async (files?: KeptPhoto[]) => {
    if (!wrong) await putEntry(entryNow(form.getFieldsValue(true) as Partial<Fields>, files));
  };
  const submit = () => {
    // With what is not drawn at this moment: of a kind that is asked for, its figures and times.
    const fields = form.getFieldsValue(true) as Fields;
    if (kindOf(fields.kindCode)) return wrong ? sendCorrection(wrong, fields) : leave(fields);
    const errors = [intl.formatMessage({ id: 'incidents.kind-unknown' })];
    return form.setFields([{ name: 'kindCode', errors }]);
  };
  const sendCorrection = async (of: Incident, fields: Fields) => {
    const facts = factsOf(withTeam(fields), { id, kind });
    const { version } = of;
    try {
      await correct.mutateAsync({
        ...{ ...facts, correctionId, version, reason: fields.reason ?? '' },
      });
    } catch {
      return; // the form says what was refused
    }
    setSending(true);
    for (const photo of photos.files) {
      // The record is there: a photo that is refused is named, and may be sent again from its page.
      await sendIncidentFile(id, photo).catch((problem: unknown) => {
        void message.error(`${photo.name}: ${problemText(intl, problem)}`);
      });
    }
    setSending(false);
    void message.success(intl.formatMessage({ id: 'incidents.corrected' }));
    onDone(id);
  };
  /** By the queue of the device, as reports go: with a connection at once, without one later. */
  const leave = async (fields: Fields) => {
    setSending(true);
    const outcome = await deliver(entryNow(fields));
    setSending(false);
    const left = findEntry(key);
    const isRecorded = left?.kind === 'incident' && left.isRecorded;
    if (outcome === 'refused' && !isRecorded) return;
    if (outcome === 'sent' || outcome === 'refused') {
      for (const { subject } of refreshed) void queries.invalidateQueries({ queryKey: [subject] });
      if (outcome === 'sent') {
        void message.success(intl.formatMessage({ id: 'incidents.recorded' }));
      } else if (left) void message.warning(whyText(intl, left), 10);
      return onDone(id);
    }
    if (outcome === 'sign-in') askSignIn();
    void message.info(intl.formatMessage({ id: 'incidents.waits' }));
    onClose();
  };
  const time = (name: 'reported' | 'onScene', asked: 'required' | 'asked') => (
    <Form.Item
      name={name}
      label={<FormattedMessage id={`incidents.${name}`} />}
      rules={asked === 'required' ? [timed] : []}
    >
      <TimeField />
    </Form.Item>
  );
  return (
    <FormDrawer
      title={<FormattedMessage id={wrong ? 'incidents.correct' : 'incidents.new'} />}
      submit={<FormattedMessage id={wrong ? 'incidents.correct-save' : 'incidents.save'} />}
      {...{ form, places, onClose }}
      pending={correct.isPending || sending || photos.isBusy}
      problem={refusal ?? correct.error}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={wrong ? fieldsOf(wrong) : (entry?.fields ?? { day: today(), acts: [] })}
        onValuesChange={() => void keep()}
        onFinish={() => void submit()}
      >
        <Form.Item
          name="kindCode"
          label={<FormattedMessage id="incidents.column.kind" />}
          rules={[required]}
        >
          <Select
            loading={kinds.isFetching}
            options={(kinds.data?.items ?? [])
              .filter(({ origin }) => origin === 'record')
              .map((one) => ({ value: one.code, label: nameIn(intl, one) }))}
            onChange={() => {
              form.setFieldsValue({ figures: {}, sameAsId: null });
              void keep();
            }}
          />
        </Form.Item>
        {!own && (
          <Form.Item
            name="teamId"
            label={<FormattedMessage id="incidents.column.team" />}
            rules={[required]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              loading={teams.isFetching}
              options={(teams.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
            />
          </Form.Item>
        )}
        <div className="field-row">
          <Form.Item name="day" label={<FormattedMessage id="incidents.day" />} rules={[required]}>
            <DayField allowClear={false} after={today()} />
          </Form.Item>
          <Form.Item name="known" label={<FormattedMessage id="incidents.known" />} rules={[timed]}>
            <TimeField />
          </Form.Item>
        </div>
        {kind && (kind.reported !== 'none' || kind.onScene !== 'none') && (
          <div className="field-row">
            {kind.reported !== 'none' && time('reported', kind.reported)}
            {kind.onScene !== 'none' && time('onScene', kind.onScene)}
          </div>
        )}
        {kind && <IncidentFigures kind={kind} mayJudge={mayJudge} />}
        <IncidentPlace on={on} around={around} onPut={() => void keep()} />
        <Form.Item name="place" label={<FormattedMessage id="incidents.column.place" />}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="outOfArea" valuePropName="checked">
          <Checkbox>
            <FormattedMessage id="incidents.out-of-area" />
          </Checkbox>
        </Form.Item>
        <Form.Item
          name="summary"
          label={<FormattedMessage id="incidents.summary" />}
          extra={<FormattedMessage id="incidents.summary-note" />}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        {kind && (
          <Form.Item
            name="sameAsId"
            label={<FormattedMessage id="incidents.same" />}
            extra={<FormattedMessage id="incidents.same-note" />}
          >
            <SameIncidentField kindCode={kind.code} day={on} within={within} own={id} />
          </Form.Item>
        )}
        <Form.Item name="acts" label={<FormattedMessage id="incidents.acts" />}>
          <Checkbox.Group
            className="incident-acts"
            options={ForceAct.options.map((value) => ({
              value,
              label: intl.formatMessage({ id: `incidents.act.${value}` }),
            }))}
          />
        </Form.Item>
        <Form.Item label={<FormattedMessage id="incidents.evidence" />}>
          <KeptPhotosField photos={photos} onKept={keep} />
        </Form.Item>
        {wrong && <ReasonItem name="reason" label="incidents.reason" />}
      </Form>
    </FormDrawer>
  );
}

// React.lazy takes a default export.
export { IncidentForm as default };

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
  recordIncident,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
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
import { dayOfMoment } from '../../moment.ts';
import { newId } from '../../new-id.ts';
import { useMay } from '../../session/me.ts';
import { useOwnArea } from '../teams/own-area.ts';
import { IncidentFigures } from './incident-figures.tsx';
import { IncidentPhotos } from './incident-photos.tsx';
import { IncidentPlace } from './incident-place.tsx';
import { nameIn } from './incident-text.ts';
import { SameIncidentField } from './same-incident-field.tsx';
import { clockOf, type Entered, figuresOf, momentAfter, momentOf } from './incident.rules.ts';

type Fields = {
  kindCode: string;
  teamId: string;
  day: PlainDate;
  known: string;
  reported?: string;
  onScene?: string;
  place?: string;
  lon?: number | null;
  lat?: number | null;
  outOfArea?: boolean;
  summary?: string;
  sameAsId?: string | null;
  acts?: string[];
  figures?: Entered;
  reason?: string;
};
type Props = {
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

/** Kind, a few fields, the place, a photo: made for a phone at the scene. */
function IncidentForm({ wrong, onClose, onDone }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const within = useOwnArea();
  const mayJudge = useMay('incident.verify');
  const [id] = useState(() => wrong?.id ?? newId());
  const [correctionId] = useState(newId);
  const [photos, setPhotos] = useState<File[]>([]);
  const [sending, setSending] = useState(false);
  const [form] = Form.useForm<Fields>();
  const on = Form.useWatch('day', form) ?? today();
  const code = Form.useWatch('kindCode', form);
  const chosenTeam = Form.useWatch('teamId', form);
  const teams = useAnswer(listTeams, { on, within, limit: 1000 }, { keep: true });
  const own = teams.data?.items.length === 1 ? teams.data.items[0] : undefined;
  const team = teams.data?.items.find((one) => one.id === (chosenTeam ?? own?.id));
  const kinds = useAnswer(listIncidentKinds, { on, within: team?.commune?.id }, { keep: true });
  const kind = kinds.data?.items.find((one) => one.code === code);
  const points = useAnswer(listPoints, { on, layer: 'teams', within }, { keep: true });
  const around = useMemo(
    () => (points.data?.items ?? []).filter((one) => one.id === (team?.id ?? wrong?.teamId)),
    [points.data, team?.id, wrong?.teamId],
  );
  const record = useCommand(recordIncident, refreshed);
  const correct = useCommand(correctIncident, refreshed);
  const timed = useTimeRule();
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };

  const submit = async (fields: Fields) => {
    const { day, known, reported, onScene, reason = '' } = fields;
    const knownAt = momentOf(day, known);
    const facts = {
      ...{ id, teamId: fields.teamId ?? own?.id, kindCode: fields.kindCode, knownAt },
      reportedAt: reported && kind!.reported !== 'none' ? momentAfter(knownAt, reported) : null,
      onSceneAt: onScene && kind!.onScene !== 'none' ? momentAfter(knownAt, onScene) : null,
      ...{ place: fields.place ?? '', lon: fields.lon ?? null, lat: fields.lat ?? null },
      ...{ outOfArea: fields.outOfArea ?? false, summary: fields.summary ?? '' },
      ...{ acts: fields.acts ?? [], figures: figuresOf(kind!, fields.figures ?? {}) },
      sameAsId: fields.sameAsId ?? null,
    };
    try {
      if (wrong) {
        await correct.mutateAsync({ ...facts, correctionId, version: wrong.version, reason });
      } else await record.mutateAsync(facts);
    } catch {
      return; // the form says what was refused
    }
    await send();
    void message.success(
      intl.formatMessage({ id: wrong ? 'incidents.corrected' : 'incidents.recorded' }),
    );
    onDone(id);
  };
  /** The record is there: a photo that is refused is named, and may be sent again from its page. */
  const send = async () => {
    setSending(true);
    for (const photo of photos) {
      await sendIncidentFile(id, photo).catch((problem: unknown) => {
        void message.error(`${photo.name}: ${problemText(intl, problem)}`);
      });
    }
    setSending(false);
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
      pending={record.isPending || correct.isPending || sending}
      problem={record.error ?? correct.error}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={wrong ? fieldsOf(wrong) : { day: today(), acts: [] }}
        onFinish={(fields) => void submit(fields)}
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
            onChange={() => form.setFieldsValue({ figures: {}, sameAsId: null })}
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
        <IncidentPlace on={on} around={around} />
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
          <IncidentPhotos photos={photos} onPhotos={setPhotos} />
        </Form.Item>
        {wrong && <ReasonItem name="reason" label="incidents.reason" />}
      </Form>
    </FormDrawer>
  );
}

function fieldsOf(wrong: Incident): Partial<Fields> {
  const { knownAt, reportedAt, onSceneAt, kindCode, teamId, place, lon, lat } = wrong;
  return {
    ...{ kindCode, teamId, place, lon, lat, outOfArea: wrong.outOfArea, summary: wrong.summary },
    sameAsId: wrong.sameAsId,
    ...{
      acts: wrong.acts,
      figures: wrong.figures,
      day: dayOfMoment(knownAt),
      known: clockOf(knownAt),
    },
    ...(reportedAt && { reported: clockOf(reportedAt) }),
    ...(onSceneAt && { onScene: clockOf(onSceneAt) }),
  };
}

// React.lazy takes a default export.
export { IncidentForm as default };

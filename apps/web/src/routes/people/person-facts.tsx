import { type Person, revealField, type SensitiveField } from '@antt/contracts';
import { Alert, Button } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { call } from '../../api.ts';
import { formatDay, formatLastDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { unitName } from '../../unit-name.ts';
import { PersonStateTag } from './person-state.tsx';
import { RevealDialog } from './reveal-dialog.tsx';

function Fact({ id, children }: { id: MessageId; children: ReactNode }) {
  return (
    <div>
      <dt>
        <FormattedMessage id={id} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function NotRecorded() {
  return (
    <span className="faint">
      <FormattedMessage id="person.not-recorded" />
    </span>
  );
}

/** Who somebody is, as far as the asker may see it; what is kept back is said. */
export function PersonFacts({ person }: { person: Person }) {
  const { sex, birthDate, phone, withheld } = person;
  return (
    <>
      <dl className="facts">
        <Fact id="people.column.sex">
          <FormattedMessage id={`people.sex.${sex}`} />
        </Fact>
        <Fact id="people.column.birth-date">
          {birthDate ? (
            formatDay(birthDate)
          ) : (
            <span className="faint">
              <FormattedMessage id="person.withheld-one" />
            </span>
          )}
        </Fact>
        <Fact id="people.column.citizen-id">
          <Revealable person={person} field="citizen-id">
            {person.citizenId ?? <NotRecorded />}
          </Revealable>
        </Fact>
        {person.revealable
          .filter((field) => field === 'health' || field === 'criminal-record')
          .map((field) => (
            <Fact key={field} id={`person.field.${field}`}>
              <Revealable person={person} field={field}>
                ••••
              </Revealable>
            </Fact>
          ))}
        <Fact id="people.column.phone">
          {phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> : <NotRecorded />}
        </Fact>
        {!withheld && <Profile person={person} />}
      </dl>
      {withheld && <Alert type="info" showIcon title={<FormattedMessage id="person.withheld" />} />}
    </>
  );
}

function Profile({ person }: { person: Person }) {
  const intl = useIntl();
  const { ethnicity, religion, education, partyJoinedOn, address, note } = person;
  return (
    <>
      <Fact id="person.ethnicity">{ethnicity || <NotRecorded />}</Fact>
      <Fact id="person.religion">{religion || <FormattedMessage id="person.religion.none" />}</Fact>
      <Fact id="person.education">
        {education ? intl.formatMessage({ id: `person.education.${education}` }) : <NotRecorded />}
      </Fact>
      <Fact id="person.party-joined-on">{partyJoinedOn ? formatDay(partyJoinedOn) : '–'}</Fact>
      <Fact id="person.address">{address || <NotRecorded />}</Fact>
      {note && <Fact id="person.note">{note}</Fact>}
    </>
  );
}

function Revealable(props: { person: Person; field: SensitiveField; children: ReactNode }) {
  const { person, field, children } = props;
  const [asking, setAsking] = useState(false);
  const close = useCallback(() => setAsking(false), []);
  return (
    <span className="revealable">
      <span className="tabular">{children}</span>
      {person.revealable.includes(field) && (
        <Button size="small" onClick={() => setAsking(true)}>
          <FormattedMessage id={`person.reveal.${field}`} />
        </Button>
      )}
      {asking && (
        <RevealDialog
          title={<FormattedMessage id={`person.reveal.${field}`} />}
          name={person.name}
          ask={async (reason) => (await call(revealField, { id: person.id, field, reason })).value}
          onClose={close}
        />
      )}
    </span>
  );
}

/** Where somebody stands on the day. */
export function PersonPlace({ person }: { person: Person }) {
  const { state, position, team, commune, since, until } = person;
  return (
    <dl className="facts">
      <Fact id="people.column.state">
        <PersonStateTag person={person} />
      </Fact>
      {team && (
        <Fact id={state === 'left' ? 'person.last-team' : 'people.column.team'}>
          <PlaceLink path={`/teams/${team.id}`}>{team.name}</PlaceLink>
        </Fact>
      )}
      {position && (
        <Fact id="people.column.position">
          <FormattedMessage id={`people.position.${position}`} />
        </Fact>
      )}
      {since && <Fact id="people.column.since">{formatDay(since)}</Fact>}
      {until && <Fact id="person.until">{formatLastDay(until)}</Fact>}
      {commune && (
        <Fact id="people.column.commune">
          <PlaceLink path={`/units/${commune.id}`}>{unitName(commune)}</PlaceLink>
        </Fact>
      )}
    </dl>
  );
}

import { listPeople } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { FoundField } from '../../field/found-field.tsx';
import { useSettled } from '../../settled.ts';
import { useOwnArea } from '../teams/own-area.ts';

type Props = {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  on: PlainDate;
  /** Whom the search need not bring: just recorded. */
  known?: readonly { id: string; name: string }[];
};

/** Somebody found by name as one types; who waits for recognition is offered first. */
export function PersonField({ on, known = [], ...rest }: Props) {
  const intl = useIntl();
  const within = useOwnArea();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const answer = useAnswer(
    listPeople,
    { on, within, limit: 40, ...(q === '' ? { state: 'candidate' as const } : { q }) },
    { keep: true },
  );
  const listed = (answer.data?.items ?? []).map(({ id, name, birthDate, state, team }) => ({
    value: id,
    label: name,
    disabled: state === 'serving',
    about: [
      birthDate && formatDay(birthDate),
      intl.formatMessage({ id: `people.state.${state}` }),
      team?.name,
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  const missing = known.filter(({ id }) => !listed.some(({ value }) => value === id));
  const found = [
    ...missing.map(({ id, name }) => ({ value: id, label: name, about: '' })),
    ...listed,
  ];
  return (
    <FoundField
      {...rest}
      {...{ text, found }}
      onText={setText}
      finding={answer.isFetching}
      placeholder="posting.form.person-find"
      none="posting.form.person-none"
    />
  );
}

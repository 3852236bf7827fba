import { listPeople } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { useState } from 'react';
import { useAnswer } from '../answer.ts';
import { useArea } from '../area.ts';
import { useSettled } from '../settled.ts';
import { FoundField } from './found-field.tsx';

type Props = {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  /** Who serves on this day is offered. */
  on: PlainDate;
};

/** A member found by name, with or without diacritics. */
export function MemberField({ on, ...rest }: Props) {
  const { within } = useArea();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const question = { on, within, state: 'serving' as const, limit: 40 };
  const answer = useAnswer(listPeople, q ? { ...question, q } : question, { keep: true });
  const found = (answer.data?.items ?? []).map(({ id, name, team }) => ({
    value: id,
    label: name,
    about: team?.name ?? '',
  }));
  return (
    <FoundField
      {...rest}
      {...{ text, found }}
      onText={setText}
      finding={answer.isFetching}
      placeholder="membership.find-member"
      none="membership.no-member"
    />
  );
}

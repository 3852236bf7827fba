import { listPeople } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { useState } from 'react';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatDay } from '../../day.ts';
import { FoundField } from '../../field/found-field.tsx';
import { useSettled } from '../../settled.ts';
import { unitName } from '../../unit-name.ts';

type Props = {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  on: PlainDate;
};

/** Anybody on record, found by name: who left a former force serves nowhere. */
export function PersonField({ on, ...rest }: Props) {
  const { within } = useArea();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const question = { on, within, limit: 40 };
  const answer = useAnswer(listPeople, q ? { ...question, q } : question, { keep: true });
  const found = (answer.data?.items ?? []).map(({ id, name, birthDate, commune }) => ({
    value: id,
    label: name,
    about: [birthDate && formatDay(birthDate), commune && unitName(commune)]
      .filter(Boolean)
      .join(', '),
  }));
  return (
    <FoundField
      {...rest}
      {...{ text, found }}
      onText={setText}
      finding={answer.isFetching}
      placeholder="severances.find-person"
      none="severances.no-person"
    />
  );
}

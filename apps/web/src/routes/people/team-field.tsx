import { listTeams } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { useState } from 'react';
import { useAnswer } from '../../answer.ts';
import { FoundField } from '../../field/found-field.tsx';
import { useSettled } from '../../settled.ts';
import { unitName } from '../../unit-name.ts';
import { useOwnArea } from '../teams/own-area.ts';

type Props = {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  /** Teams that are active on this day are offered. */
  on: PlainDate;
  /** The commune whose teams are offered before anything is typed. */
  near?: string | undefined;
  /** A team that is not offered. */
  not?: string | undefined;
};

/** A team found as one types. */
export function TeamField({ on, near, not, ...rest }: Props) {
  const own = useOwnArea();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const within = q === '' ? (near ?? own) : own;
  const answer = useAnswer(listTeams, { on, within, q: q || undefined, limit: 40 }, { keep: true });
  const found = (answer.data?.items ?? [])
    .filter(({ id }) => id !== not)
    .map(({ id, name, commune }) => ({
      value: id,
      label: name,
      about: commune ? unitName(commune) : '',
    }));
  return (
    <FoundField
      {...rest}
      {...{ text, found }}
      onText={setText}
      finding={answer.isFetching}
      placeholder="posting.form.team-find"
      none="posting.form.team-none"
    />
  );
}

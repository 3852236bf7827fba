import { listPeople } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { useState } from 'react';
import { useAnswer } from '../answer.ts';
import { useArea } from '../area.ts';
import { useSettled } from '../settled.ts';

/** People of the area found by what is typed of their name, with or without diacritics. */
export function useFoundPeople(on: PlainDate, filter: { state?: 'serving' } = {}) {
  const { within } = useArea();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const question = { on, within, ...filter, limit: 40 };
  const answer = useAnswer(listPeople, q ? { ...question, q } : question, { keep: true });
  return {
    people: answer.data?.items ?? [],
    field: { text, onText: setText, finding: answer.isFetching },
  };
}

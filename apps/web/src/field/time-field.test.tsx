import { afterEach, expect, test } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { useState } from 'react';
import { vietnamese } from '../test-text.ts';
import { TimeField } from './time-field.tsx';
import { timeOf } from './time.rules.ts';

afterEach(cleanup);

test.each([
  ['2030', '20:30'],
  ['830', '08:30'],
  ['20h30', '20:30'],
  ['7.05', '07:05'],
  ['20', '20:00'],
  ['6h', '06:00'],
  ['0:00', '00:00'],
  ['23:59', '23:59'],
])('%s is read as %s', (text, time) => expect(timeOf(text)).toBe(time));

test.each(['', '24:00', '12:60', '8:30 PM', '99', '1:2', 'tối'])('%p is no time of day', (text) => {
  expect(timeOf(text)).toBeNull();
});

function Held() {
  const [time, setTime] = useState<string | undefined>('20:00');
  return (
    <IntlProvider locale="vi" messages={vietnamese}>
      <TimeField {...(time !== undefined && { value: time })} onChange={setTime} />
      <output>{time ?? 'không có'}</output>
    </IntlProvider>
  );
}

test('a time is taken as soon as it is whole, a shorter one as the field is left', () => {
  render(<Held />);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  const told = () => screen.getByRole('status').textContent;
  const type = (value: string) => fireEvent.change(field, { target: { value } });
  type('2');
  expect([field.value, told()]).toEqual(['2', 'không có']);
  type('2230');
  expect([field.value, told()]).toEqual(['22:30', '22:30']);
  type('5');
  fireEvent.blur(field);
  expect([field.value, told()]).toEqual(['05:00', '05:00']);
  type('25');
  fireEvent.blur(field);
  expect([field.value, told()]).toEqual(['25', 'không có']);
});

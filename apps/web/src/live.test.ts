import { expect, test } from '@jest/globals';
import { takeMessages } from './live.ts';

test('messages are taken whole, however the stream is cut', () => {
  const first = takeMessages('event: job\ndata: {"id":"a"}\n\nevent: chan');
  expect(first.messages).toEqual([{ event: 'job', data: '{"id":"a"}' }]);
  const second = takeMessages(`${first.rest}ged\r\ndata: {"what":["team"]}\r\n\r\n`);
  expect(second.messages).toEqual([{ event: 'changed', data: '{"what":["team"]}' }]);
  expect(second.rest).toBe('');
});

test('heartbeats say nothing', () => {
  expect(takeMessages(': still here\n\n').messages).toEqual([]);
});

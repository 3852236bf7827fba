import { expect, test } from '@jest/globals';
import { messageLines } from '../test-message-lines.ts';

test('every change of a message of personnel shows in review', () => {
  expect(messageLines('personnel')).toMatchSnapshot();
});

import { expect, test } from '@jest/globals';
import { messageLines } from '../test-message-lines.ts';

test('every change of a message of activity shows in review', () => {
  expect(messageLines('activity')).toMatchSnapshot();
});

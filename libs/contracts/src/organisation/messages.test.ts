import { expect, test } from '@jest/globals';
import { messageLines } from '../test-message-lines.ts';

test('every change of a message of organisation shows in review', () => {
  expect(messageLines('organisation')).toMatchSnapshot();
});

import { expect, test } from '@jest/globals';
import { messageLines } from '../test-message-lines.ts';

test('every change of a message of identity shows in review', () => {
  expect(messageLines('identity')).toMatchSnapshot();
});

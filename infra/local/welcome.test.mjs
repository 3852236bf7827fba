import { expect, test } from '@jest/globals';
import { welcome } from './welcome.mjs';

const started = { url: 'http://127.0.0.1:8080', took: '9.1 s', checkout: '/opt/antt-co-so' };
const ours = { ...started, local: '/opt/antt-co-so/.local' };

test('an empty installation ends its start with the name of the administrator, and no password', () => {
  const text = welcome({ ...ours, kind: 'real', administrator: 'quantri', password: 'secret' });
  expect(text).toContain('Sign in as quantri');
  expect(text).not.toContain('secret');
});

test('the demo ends its start with its accounts', () => {
  const text = welcome({ ...ours, kind: 'demo', password: 'demo-password' });
  expect(text).toContain('demo-password');
  expect(text).toMatch(/^ {2}tinh /mu);
});

test('logs are named where they are, also in a folder of another place', () => {
  expect(welcome({ ...ours, kind: 'real' })).toMatch(/Logs: \.local\/log$/u);
  const elsewhere = { ...started, kind: 'real', local: '/data/antt' };
  expect(welcome(elsewhere)).toMatch(/Logs: \/data\/antt\/log$/u);
});

import { expect, test } from '@jest/globals';
import { cacheName, filledOrGone, outlived, wayOf, withNonce } from './shell.rules.ts';

const origin = 'https://antt.test';
const files = ['/assets/index-1.js', '/icon.svg'];
const way = (path: string, mode = 'cors', method = 'GET') =>
  wayOf({ method, mode, url: path.startsWith('http') ? path : origin + path }, origin, files);

test('every address of a page is given the kept page', () => {
  expect(way('/reports', 'navigate')).toBe('page');
  expect(way('/reports/0198/0199?on=2026-12-01', 'navigate')).toBe('page');
});

test('what the API says of people is never kept by the worker, whoever asks', () => {
  for (const path of ['/api/reports', '/api/me', '/api', '/api/incident-files/1']) {
    expect([way(path), way(path, 'navigate')]).toEqual(['network', 'network']);
  }
  expect(way('/reports', 'navigate', 'POST')).toBe('network');
});

test('files of the release come from the device, other files and other machines do not', () => {
  expect([way('/assets/index-1.js'), way('/icon.svg')]).toEqual(['file', 'file']);
  // Of the former release, for a page that was opened with it.
  expect(way('/assets/index-0.js')).toBe('file');
  expect([way('/sw.js'), way('/gone.pdf', 'navigate')]).toEqual(['network', 'network']);
  expect(way('https://elsewhere.test/assets/index-1.js')).toBe('network');
});

test('the newest two releases stay, what else lies there is not touched', () => {
  const names = ['antt-shell-a', 'other', 'antt-shell-b', cacheName({ version: 'c' })];
  expect(outlived(names)).toEqual(['antt-shell-a']);
  expect(outlived(['antt-shell-a', 'antt-shell-b'])).toEqual([]);
});

test('a kept page gets a nonce of its own each time, in the page as in its policy', () => {
  const kept = '<meta name="csp-nonce" content="abc_1"><style nonce="abc_1"></style>';
  const { html, policy } = withNonce(kept, "style-src 'self' 'nonce-abc_1'", 'xyz');
  expect(html).toBe('<meta name="csp-nonce" content="xyz"><style nonce="xyz"></style>');
  expect(policy).toBe("style-src 'self' 'nonce-xyz'");
});

test('an installation that fails takes away what it made itself, and no pages that stand', async () => {
  const gone: string[] = [];
  const caches = (there: boolean) => ({
    has: () => Promise.resolve(there),
    delete: (name: string) => Promise.resolve(gone.push(name) > 0),
  });
  const fails = () => Promise.reject(new Error('half'));
  await expect(filledOrGone(caches(true), 'a', fails)).rejects.toThrow('half');
  await expect(filledOrGone(caches(false), 'b', fails)).rejects.toThrow('half');
  await filledOrGone(caches(false), 'c', () => Promise.resolve());
  expect(gone).toEqual(['b']);
});

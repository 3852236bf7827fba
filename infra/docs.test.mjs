import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const read = (file) => readFileSync(join(root, file), 'utf8');
const papers = ['README.md', 'CONTRIBUTING.md', ...markdownBelow('docs')];

function markdownBelow(folder) {
  const listed = execFileSync('find', [folder, '-name', '*.md'], { cwd: root, encoding: 'utf8' });
  return listed.trim().split('\n').sort();
}

test.each(papers)('every link of %s leads to a file that is there', (paper) => {
  const targets = [...read(paper).matchAll(/\]\(([^)#]+)/g)].map(([, target]) => target);
  const ours = targets.filter((target) => !target.startsWith('https://'));
  expect(ours.filter((target) => !existsSync(join(root, dirname(paper), target)))).toEqual([]);
});

test.each(papers)('every path that %s names is there', (paper) => {
  const named = [...read(paper).matchAll(/`((?:apps|libs|services|infra|docs)\/[\w./-]+)`/g)];
  const paths = named.map(([, path]) => path).filter((path) => !path.includes('/dist/'));
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every command that the papers name is a script of the package', () => {
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
  const named = papers.flatMap((paper) =>
    [...read(paper).matchAll(/npm (?:run (?:-s )?)?(start|test|(?<=run (?:-s )?)[a-z-]+)/g)].map(
      ([, name]) => name,
    ),
  );
  expect(named.length).toBeGreaterThan(10);
  expect([...new Set(named)].filter((name) => !scripts.includes(name))).toEqual([]);
});

test('every constraint and problem that the domain papers name exists', async () => {
  const { problems } = await import('../libs/contracts/src/problems.ts');
  const codes = Object.keys(problems);
  const named = papers
    .filter((paper) => paper.startsWith('docs/'))
    .flatMap((paper) => [...read(paper).matchAll(/`([a-z]+(?:_[a-z]+){3,})`/g)])
    .map(([, name]) => name.replaceAll('_', '-'));
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !codes.includes(name))).toEqual([]);
});

test('every decision is in the index', () => {
  const index = read('docs/decisions/README.md');
  const decisions = papers.filter((paper) => /decisions\/\d/.test(paper));
  expect(decisions.filter((paper) => !index.includes(`(${paper.split('/').at(-1)})`))).toEqual([]);
});

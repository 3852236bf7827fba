/** @jest-environment node */
import { afterEach, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shell } from '../../shell.ts';
import type { Shell } from './shell.rules.ts';

let root = '';
afterEach(() => rm(root, { recursive: true, force: true }));

/** The release that a build with this worker writes into it; every chunk is the same small file. */
async function releaseOf(worker: string): Promise<Shell> {
  root = await mkdtemp(join(tmpdir(), 'shell-'));
  const folder = join(root, 'dist');
  await mkdir(join(folder, '.vite'), { recursive: true });
  const files = ['app.js', 'index.html', 'icon.svg', 'icon-192.png', 'icon-512.png'];
  for (const file of [...files, 'manifest.webmanifest']) await writeFile(join(folder, file), file);
  await writeFile(join(folder, 'sw.js'), worker);
  const plugin = shell() as unknown as {
    configResolved: (config: object) => void;
    writeBundle: () => Promise<void>;
  };
  plugin.configResolved({ root, build: { outDir: 'dist' } });
  const manifest: Record<string, { file: string }> = { 'index.html': { file: 'app.js' } };
  for (;;) {
    await writeFile(join(folder, '.vite/manifest.json'), JSON.stringify(manifest));
    const told = await plugin.writeBundle().then(
      () => null,
      (cause: Error) => / is no part/.exec(cause.message) && cause.message.split(' ')[0],
    );
    if (!told) break;
    manifest[told] = { file: 'app.js' };
  }
  const written = await readFile(join(folder, 'sw.js'), 'utf8');
  await rm(root, { recursive: true });
  return JSON.parse(
    JSON.parse(/JSON\.parse\((".*?[^\\]")\)/s.exec(written)![1]!) as string,
  ) as Shell;
}

test('another worker is another release, though all the pages are the same', async () => {
  const [one, same, other] = [
    await releaseOf("JSON.parse('__SHELL__')"),
    await releaseOf("JSON.parse('__SHELL__')"),
    await releaseOf("JSON.parse('__SHELL__');mended()"),
  ];
  expect(same.version).toBe(one.version);
  expect(other.version).not.toBe(one.version);
  expect(other.files).toEqual(one.files);
});

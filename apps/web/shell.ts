import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

type Chunk = { file: string; imports?: string[]; css?: string[]; assets?: string[] };
type Manifest = Record<string, Chunk>;

/**
 * What a team leader needs where there is no connection: the frame, the pages that are written on, and what
 * those bring in by themselves. The map is not among them: it has nothing to show there.
 */
const taken = [
  'index.html',
  'src/frame/messages.tsx',
  'src/frame/day-panel.tsx',
  'src/frame/area-panel.tsx',
  'src/outbox/field-work.tsx',
  'src/outbox/kept-answers.ts',
  'src/outbox/sign-in-dialog.tsx',
  'src/routes/outbox/outbox-page.tsx',
  'src/routes/reports/reports-page.tsx',
  'src/routes/reports/report-page.tsx',
  'src/routes/incidents/incidents-page.tsx',
  'src/routes/incidents/incident-form.tsx',
  ...['vi', 'en'].flatMap((language) =>
    [`${language}`, `reports.${language}`, `incidents.${language}`, `outbox.${language}`].map(
      (part) => `src/i18n/${part}.json`,
    ),
  ),
  'src/i18n/frame.en.json',
];
const always = ['icon.svg', 'icon-192.png', 'icon-512.png', 'manifest.webmanifest'];
/** Letters of other scripts are asked for by nobody; a picture of the map's is the map's. */
const isTaken = (file: string) => !/\.woff2?$/.test(file) || /-(latin|vietnamese)-\d/.test(file);

/** Entries with all that they import at once, with style sheets, letters and pictures. */
export function filesOf(manifest: Manifest, entries: readonly string[]): string[] {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is no part of the build`);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  entries.forEach(visit);
  return [...files].filter(isTaken).sort();
}

/** Writes into the worker which files make up the release, once all of them are there. */
export function shell(): Plugin {
  let folder = 'dist';
  return {
    name: 'shell',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async writeBundle() {
      const read = (file: string) => readFile(join(folder, file));
      const manifest = JSON.parse(String(await read('.vite/manifest.json'))) as Manifest;
      const files = [...filesOf(manifest, taken), ...always];
      const digest = createHash('sha256');
      // The worker too: another one is another release, or it would write into the pages of the one in charge.
      for (const file of ['sw.js', 'index.html', ...files])
        digest.update(file).update(await read(file));
      const release = {
        version: digest.digest('hex').slice(0, 12),
        entry: manifest['index.html']!.file,
        files: files.map((file) => `/${file}`),
      };
      const worker = String(await read('sw.js'));
      // The minifier has its own liking for quotation marks.
      const filled = worker.replace(/(["'`])__SHELL__\1/, () =>
        JSON.stringify(JSON.stringify(release)),
      );
      if (filled === worker) throw new Error('the worker has no place for the release');
      await writeFile(join(folder, 'sw.js'), filled);
    },
  };
}

// JavaScript a browser must fetch (brotli, as compressed at build) until a page stands. Prints one line a
// page and fails when one is over its budget; `--json` prints the same for the bench.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, 'dist');

/** Kilobytes of brotli, without the MapLibre file and its worker (they load beside the page's own). */
const budgets = [
  { page: 'frame and sign-in', entries: ['index.html'], most: 250 },
  {
    page: 'map page',
    entries: [
      'index.html',
      'src/routes/map/map-page.tsx',
      'src/map/map-view.tsx',
      'src/frame/messages.tsx',
      'src/i18n/vi.json',
      // What the frame brings in by itself once it stands.
      'src/frame/job-tray.tsx',
    ],
    most: 360,
  },
];

/** The files of some entries with all they import at once (what they import later is not among them). */
function filesOf(manifest, entries) {
  const files = new Set();
  const seen = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  entries.forEach(visit);
  return [...files].filter((file) => file.endsWith('.js'));
}

export function measureBudget() {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const size = (file) => statSync(join(dist, `${file}.br`)).size;
  return budgets.map(({ page, entries, most }) => {
    const files = filesOf(manifest, entries);
    const own = files.filter((file) => !/\/maplibre-/.test(file));
    const sum = (list) =>
      Math.round(list.reduce((total, file) => total + size(file), 0) / 102.4) / 10;
    return {
      page,
      kilobytes: sum(own),
      most,
      within: sum(own) <= most,
      mapLibre: sum(files.filter((file) => !own.includes(file))),
      files: own.length,
    };
  });
}

if (process.argv[1] === import.meta.filename) {
  const measured = measureBudget();
  if (process.argv.includes('--json')) console.log(JSON.stringify(measured));
  else {
    for (const { page, kilobytes, most, within, mapLibre } of measured) {
      const beside = mapLibre > 0 ? ` (MapLibre beside it: ${mapLibre} kB)` : '';
      console.log(`${within ? '✓' : '✗'} ${page}: ${kilobytes} kB of ${most} kB${beside}`);
    }
  }
  process.exitCode = measured.every(({ within }) => within) ? 0 : 1;
}

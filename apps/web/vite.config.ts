import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { addresses } from './addresses.ts';
import { compressed } from './compress.ts';
import { shell } from './shell.ts';

const gateway = process.env.GATEWAY_URL ?? `http://127.0.0.1:${process.env.PORT ?? '8080'}`;

const packages = (...names: string[]) => new RegExp(`node_modules/(${names.join('|')})/`);

/** Few files that every page needs at once instead of thirty small ones; MapLibre alone in its own. */
const groups = [
  // What must run before anything else stands before everything else.
  { name: 'first', test: /src\/(nonce|no-eval)\.ts$/, priority: 3 },
  { name: 'maplibre', test: packages('maplibre-gl'), priority: 2 },
  {
    name: 'base',
    test: packages(
      'react',
      'react-dom',
      'scheduler',
      'react-router',
      '@tanstack/(query-core|react-query)',
      'react-intl',
      '@formatjs/[^/]+',
      'intl-messageformat',
    ),
    priority: 1,
  },
  {
    name: 'interface',
    test: packages(
      'antd/es/(alert|button|config-provider|popover|tooltip|theme|style|_util|locale|space)',
      '@rc-component/(util|motion|trigger|tooltip|portal|resize-observer)',
      '@ant-design/(cssinjs|cssinjs-utils|colors|fast-color)',
      'stylis',
      '@babel/runtime',
    ),
    priority: 1,
  },
];

/**
 * While developing, each file is served by itself, and a JSON file as a module: a browser that was told
 * `type: 'json'` would refuse it.
 */
const jsonAsModule: Plugin = {
  name: 'json-as-module',
  apply: 'serve',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/src/i18n/')
      ? code.replace(/,? \{? ?with: \{ type: 'json' \} \}|with \{ type: 'json' \}/g, '')
      : undefined,
  // Texts are read once at the start: without them, their names would show until the page is loaded anew.
  hotUpdate({ file }) {
    if (!/\/src\/i18n\/.*\.json$/.test(file)) return undefined;
    this.environment.hot.send({ type: 'full-reload' });
    return [];
  },
};

export default defineConfig(({ mode }) => ({
  plugins: [jsonAsModule, addresses(), react(), shell(), compressed()],
  resolve: {
    conditions: [
      'antt-source',
      'module',
      'browser',
      mode === 'production' ? 'production' : 'development',
    ],
  },
  // MapLibre's worker is an ES module; a classic worker bundle would not start.
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    manifest: true,
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: {
      // The worker has a name that stays: browsers compare what lies there with what they have.
      input: { index: 'index.html', sw: 'src/offline/worker.ts' },
      output: {
        codeSplitting: { groups },
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': { target: gateway } } },
  preview: { host: '127.0.0.1', proxy: { '/api': { target: gateway } } },
}));

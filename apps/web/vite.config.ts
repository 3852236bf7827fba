import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './compress.ts';

const gateway = process.env.GATEWAY_URL ?? `http://127.0.0.1:${process.env.PORT ?? '8080'}`;

export default defineConfig(({ mode }) => ({
  plugins: [react(), compressed()],
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
      // MapLibre alone in its file: it changes with its releases, our map with ours.
      output: {
        codeSplitting: { groups: [{ name: 'maplibre', test: /node_modules\/maplibre-gl\// }] },
      },
    },
  },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': { target: gateway } } },
  preview: { host: '127.0.0.1', proxy: { '/api': { target: gateway } } },
}));

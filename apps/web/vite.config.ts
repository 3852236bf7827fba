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
  build: { target: 'es2023', manifest: true, sourcemap: false, chunkSizeWarningLimit: 1_200 },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': { target: gateway } } },
  preview: { host: '127.0.0.1', proxy: { '/api': { target: gateway } } },
}));

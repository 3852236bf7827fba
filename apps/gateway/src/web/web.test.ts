import { useGateway } from '@antt/testing';
import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import request from 'supertest';
import { gatewayConfig } from '../config.ts';
import { runGateway } from '../gateway.ts';

const root = mkdtempSync(join(tmpdir(), 'antt-web-'));
const script = 'console.log(1);'.repeat(100);
mkdirSync(join(root, 'assets'));
mkdirSync(join(root, '.vite'));
writeFileSync(join(root, '.vite/manifest.json'), '{}');
writeFileSync(
  join(root, 'index.html'),
  '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><div id="root"></div>',
);
writeFileSync(join(root, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
writeFileSync(join(root, 'sw.js'), script);
writeFileSync(join(root, 'manifest.webmanifest'), '{}');
writeFileSync(join(root, 'assets/map-1a2b.js'), script);
writeFileSync(join(root, 'assets/map-1a2b.js.br'), brotliCompressSync(script));
writeFileSync(join(root, 'assets/map-1a2b.js.gz'), gzipSync(script));

afterAll(() => rmSync(root, { recursive: true }));

describe('with the pages built', () => {
  const gateway = useGateway((NATS_URL) =>
    runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL, WEB_ROOT: root })),
  );
  const get = (path: string) => request(gateway.url).get(path);

  test('every address of a page leads to the one page, with a nonce of its own each time', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/map?on=2025-07-01', '/quotas/0198']) {
      const { status, text, headers } = await get(path);
      expect(status).toBe(200);
      expect(headers['cache-control']).toBe('no-store');
      const policy = headers['content-security-policy']!;
      const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
      expect(text).toContain(`content="${nonce}"`);
      for (const part of ["default-src 'none'", "script-src 'self';", "connect-src 'self'"]) {
        expect(policy).toContain(part);
      }
      expect(policy).not.toMatch(/unsafe|blob:/);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  test('the page is never given with its placeholder', async () => {
    const { status, text } = await get('/index.html');
    expect(status === 404 || !text.includes('__CSP_NONCE__')).toBe(true);
  });

  test('files with a digest in their name stay for ever, compressed as they were built', async () => {
    for (const [accepts, encoding] of [
      ['br, gzip', 'br'],
      ['gzip', 'gzip'],
    ]) {
      const { status, headers, text } = await get('/assets/map-1a2b.js').set(
        'accept-encoding',
        accepts!,
      );
      expect(status).toBe(200);
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers['content-type']).toMatch(/^(text|application)\/javascript/);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      if (encoding === 'gzip') expect(text).toBe(script);
    }
    const plain = await get('/assets/map-1a2b.js').set('accept-encoding', 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.text).toBe(script);
  });

  test('a worker may load what a page may, without a nonce', async () => {
    const { headers } = await get('/assets/map-1a2b.js');
    expect(headers['content-security-policy']).toContain("connect-src 'self'");
    expect(headers['content-security-policy']).not.toContain('nonce');
  });

  test('other files are kept for an hour', async () => {
    const { headers } = await get('/icon.svg');
    expect(headers['content-type']).toContain('image/svg+xml');
    expect(headers['cache-control']).toBe('public, max-age=3600');
  });

  test('the worker of the pages is asked for anew each time: it tells of a release', async () => {
    const { headers } = await get('/sw.js');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-security-policy']).toContain("connect-src 'self'");
    const manifest = await get('/manifest.webmanifest');
    expect(manifest.headers['content-type']).toContain('application/manifest+json');
  });

  test('a file that is not there is not taken for a page', async () => {
    for (const path of ['/assets/gone.js', '/robots.txt', '/.vite/manifest.json']) {
      const { status, headers } = await get(path);
      expect(status).toBe(404);
      expect(headers['content-type']).toContain('application/problem+json');
    }
    expect((await request(gateway.url).post('/map')).body.type).toBe('no-such-route');
  });

  test('no path leads out of the folder', async () => {
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/assets/..%2f..%2fpackage.json',
    ]) {
      expect((await get(path)).status).not.toBe(200);
    }
  });

  test('every answer forbids what it does not need', async () => {
    for (const path of ['/', '/icon.svg', '/api/installation', '/api/colours', '/gone.js']) {
      const { headers } = await get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      });
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['strict-transport-security']).toBeUndefined();
    }
  });
});

describe('without them', () => {
  const gateway = useGateway((NATS_URL) =>
    runGateway(gatewayConfig.parse({ PORT: 0, NATS_URL, WEB_ROOT: join(root, 'nowhere') })),
  );

  test('a plain page says so', async () => {
    const { status, text } = await request(gateway.url).get('/');
    expect(status).toBe(200);
    expect(text).toContain('Chưa có trang web');
  });
});

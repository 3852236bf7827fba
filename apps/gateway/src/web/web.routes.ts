import fastifyStatic from '@fastify/static';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CONFIG, type GatewayConfig } from '../config.ts';
import { problem } from '@antt/contracts';
import { contentSecurity } from './content-security.ts';
import { sendPage } from './page.ts';

const notBuilt = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>ANTT Cơ sở</title>
<h1>Chưa có trang web</h1><p>Giao diện chưa được dựng. API: <a href="/api/docs">/api/docs</a></p></html>`;

/** A file named by its content stays for ever; the worker tells of a new release, so it is asked for each time. */
function keptFor(file: string): string {
  if (file.startsWith('assets')) return 'public, max-age=31536000, immutable';
  return file.startsWith('sw.js') ? 'no-cache' : 'public, max-age=3600';
}

/** The built web pages: files as they are, and the one page for every address that is not a file's. */
@Injectable()
export class WebRoutes {
  private readonly root: string | null;

  constructor(@Inject(CONFIG) { WEB_ROOT }: GatewayConfig) {
    const root = WEB_ROOT ? resolve(WEB_ROOT) : null;
    this.root = root && existsSync(join(root, 'index.html')) ? root : null;
  }

  async register(pages: FastifyInstance): Promise<void> {
    const html = this.root ? readFileSync(join(this.root, 'index.html'), 'utf8') : notBuilt;
    if (this.root) await this.serveFiles(pages, this.root);
    pages.get('/*', (request, reply) => {
      // A file that is missing is missing; only addresses of pages lead to the page.
      if (/\.\w+$/.test(request.url.split('?')[0]!)) throw problem('no-such-route');
      return sendPage(reply, html);
    });
  }

  private async serveFiles(pages: FastifyInstance, root: string): Promise<void> {
    await pages.register(fastifyStatic, {
      root,
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      globIgnore: ['index.html', '**/*.br', '**/*.gz', '.vite/**'],
      setHeaders: (reply, path) => {
        reply.header('cache-control', keptFor(path.slice(root.length + 1)));
        // A worker lives by the policy of its own script.
        reply.header('content-security-policy', contentSecurity());
      },
    });
  }
}

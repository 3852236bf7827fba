import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { sendPage } from '../web/page.ts';
import { openApi } from './openapi.ts';

const require = createRequire(import.meta.url);

const page = `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>API · ANTT Cơ sở</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
    <link rel="icon" href="data:," />
  </head>
  <body>
    <div id="api"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/open.js"></script>
  </body>
</html>
`;

const open = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  defaultModelsExpandDepth: -1,
  validatorUrl: null,
});
`;

/** The API described for machines, and a page to browse it. */
@Injectable()
export class ApiPageRoutes {
  private document: string | null = null;

  register(api: FastifyInstance): void {
    const config = { allow: 'everybody' } as const;
    api.get('/openapi.json', { config }, (_, reply) => {
      this.document ??= JSON.stringify(openApi());
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(this.document);
    });
    api.get('/docs', { config }, (_, reply) => sendPage(reply, page));
    api.get('/', { config }, (_, reply) => reply.redirect('/api/docs'));
    this.file(api, 'open.js', 'text/javascript', async () => open);
    const style = require.resolve('swagger-ui-dist/swagger-ui.css');
    const script = require.resolve('swagger-ui-dist/swagger-ui-bundle.js');
    this.file(api, 'swagger-ui.css', 'text/css', () => readFile(style, 'utf8'));
    this.file(api, 'swagger-ui-bundle.js', 'text/javascript', () => readFile(script, 'utf8'));
  }

  private file(
    api: FastifyInstance,
    name: string,
    type: string,
    read: () => Promise<string>,
  ): void {
    api.get(`/docs/${name}`, { config: { allow: 'everybody' } }, async (_, reply) =>
      reply
        .header('content-type', `${type}; charset=utf-8`)
        .header('cache-control', 'public, max-age=3600')
        .send(await read()),
    );
  }
}

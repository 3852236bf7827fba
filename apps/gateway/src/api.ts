import { problem } from '@antt/contracts';
import compress from '@fastify/compress';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiPageRoutes } from './api-page/api-page.routes.ts';
import { CONFIG, type GatewayConfig } from './config.ts';
import { ExportRoutes } from './exports/export.routes.ts';
import { MapPaperRoutes } from './exports/map-paper.routes.ts';
import { sendProblem } from './failure.ts';
import { FileRoutes } from './files/file.routes.ts';
import { ImportRoutes } from './imports/import.routes.ts';
import { JobRoutes } from './imports/job.routes.ts';
import { acceptJson } from './json-body.ts';
import { makeLimits } from './limits.ts';
import { LiveRoutes } from './live/live.routes.ts';
import { OgcRoutes } from './ogc/ogc.routes.ts';
import { OperationRoutes } from './operations/operation.routes.ts';
import { PaperTemplateRoutes } from './papers/paper-template.routes.ts';
import { ReportSheetRoutes } from './reports/report-sheet.routes.ts';
import { PaperRoutes } from './papers/paper.routes.ts';
import { PaymentRoutes } from './payments/payment.routes.ts';
import { assertAllowIsSaid, authorise } from './principals/authorisation.ts';
import { PrincipalService } from './principals/principal.service.ts';
import { SessionRoutes } from './sessions/session.routes.ts';
import { TileRoutes } from './tiles/tile.routes.ts';

/** Everything under /api: who may ask is settled once, before any route. */
@Injectable()
export class Api {
  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    private readonly principals: PrincipalService,
    private readonly operations: OperationRoutes,
    private readonly sessions: SessionRoutes,
    private readonly tiles: TileRoutes,
    private readonly imports: ImportRoutes,
    private readonly files: FileRoutes,
    private readonly jobs: JobRoutes,
    private readonly live: LiveRoutes,
    private readonly exports: ExportRoutes,
    private readonly mapPaper: MapPaperRoutes,
    private readonly papers: PaperRoutes,
    private readonly payments: PaymentRoutes,
    private readonly paperTemplates: PaperTemplateRoutes,
    private readonly reportSheets: ReportSheetRoutes,
    private readonly ogc: OgcRoutes,
    private readonly page: ApiPageRoutes,
  ) {}

  async register(api: FastifyInstance): Promise<void> {
    const limits = await makeLimits(api, this.config);
    await api.register(compress, { encodings: ['br', 'gzip'], globalDecompression: false });
    api.addHook('onRoute', assertAllowIsSaid);
    api.addHook('onRequest', authorise(this.principals, limits));
    api.setErrorHandler(sendProblem);
    const nowhere = ({ method, url }: FastifyRequest) => {
      throw problem('no-such-route', { method, path: url });
    };
    api.setNotFoundHandler(nowhere);
    // Or else the address would be taken for one of the pages.
    api.get('/*', { config: { allow: 'everybody' } }, nowhere);
    acceptJson(api);
    for (const part of [
      this.operations,
      this.tiles,
      this.jobs,
      this.live,
      this.exports,
      this.mapPaper,
      this.papers,
      this.payments,
      this.ogc,
    ]) {
      part.register(api);
    }
    this.page.register(api);
    // Cookies and forms are read only where they are used.
    await api.register((scope) => this.sessions.register(scope, limits));
    await api.register((scope) => this.imports.register(scope));
    await api.register((scope) => this.files.register(scope));
    await api.register((scope) => this.paperTemplates.register(scope));
    await api.register((scope) => this.reportSheets.register(scope));
  }
}

import { Client, Files } from '@antt/service-kit';
import { type DynamicModule, Module } from '@nestjs/common';
import { ApiPageRoutes } from './api-page/api-page.routes.ts';
import { Api } from './api.ts';
import { type Connection, Passing } from './bus.ts';
import { CONFIG, type GatewayConfig } from './config.ts';
import { ExportRoutes } from './exports/export.routes.ts';
import { MapPaperRoutes } from './exports/map-paper.routes.ts';
import { FileRoutes } from './files/file.routes.ts';
import { ImportRoutes } from './imports/import.routes.ts';
import { JobRoutes } from './imports/job.routes.ts';
import { LiveRoutes } from './live/live.routes.ts';
import { LiveService } from './live/live.service.ts';
import { OgcRoutes } from './ogc/ogc.routes.ts';
import { OperationRoutes } from './operations/operation.routes.ts';
import { PaperTemplateRoutes } from './papers/paper-template.routes.ts';
import { PaperRoutes } from './papers/paper.routes.ts';
import { PaymentRoutes } from './payments/payment.routes.ts';
import { PrincipalService } from './principals/principal.service.ts';
import { ReportSheetRoutes } from './reports/report-sheet.routes.ts';
import { SessionRoutes } from './sessions/session.routes.ts';
import { TileRoutes } from './tiles/tile.routes.ts';
import { TileService } from './tiles/tile.service.ts';
import { WebRoutes } from './web/web.routes.ts';

@Module({
  providers: [
    Api,
    ApiPageRoutes,
    ExportRoutes,
    FileRoutes,
    ImportRoutes,
    JobRoutes,
    LiveRoutes,
    LiveService,
    MapPaperRoutes,
    OgcRoutes,
    OperationRoutes,
    PaperTemplateRoutes,
    PaperRoutes,
    PaymentRoutes,
    PrincipalService,
    ReportSheetRoutes,
    SessionRoutes,
    TileRoutes,
    TileService,
    WebRoutes,
  ],
})
export class GatewayModule {
  static with(config: GatewayConfig, connection: Connection): DynamicModule {
    return {
      module: GatewayModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Client, useValue: new Client(connection) },
        { provide: Files, useValue: new Files(connection) },
        { provide: Passing, useValue: new Passing(connection) },
      ],
    };
  }
}

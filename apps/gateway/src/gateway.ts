import { connectBus, readConfig, serveHealth } from '@antt/service-kit';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AddressInfo } from 'node:net';
import { Api } from './api.ts';
import { type GatewayConfig, gatewayConfig } from './config.ts';
import { ProblemFilter, sendProblem } from './failure.ts';
import { GatewayModule } from './gateway.module.ts';
import { measure } from './metrics.ts';
import { traceparentOf } from './request.ts';
import { secureHeaders } from './web/secure-headers.ts';
import { WebRoutes } from './web/web.routes.ts';

/** Commands ride in one message; the bus takes a mebibyte, the principal included. */
const bodyLimit = 900 * 1024;

export type RunningGateway = {
  url: string;
  port: number;
  healthPort: number;
  stop: () => Promise<void>;
};

/** Starts the gateway with settings given; `start` reads them from the environment. */
export async function runGateway(config: GatewayConfig): Promise<RunningGateway> {
  const connection = await connectBus(config.NATS_URL, 'gateway');
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: config.TRUST_PROXY || false,
    exposeHeadRoutes: false,
    // The largest upload over a slow line, no longer.
    requestTimeout: 600_000,
    forceCloseConnections: true,
    skipMiddie: true,
    // The router refuses a malformed address before any hook.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void sendProblem(error, request, reply.header('x-content-type-options', 'nosniff'));
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    GatewayModule.with(config, connection),
    adapter,
    {
      bodyParser: false,
      abortOnError: false,
      logger: new ConsoleLogger({ json: true, logLevels: ['warn', 'error', 'fatal'] }),
    },
  );
  app.enableCsrfProtection();
  app.useGlobalFilters(new ProblemFilter());
  secureHeaders(app);
  addRoutes(adapter.getInstance() as unknown as FastifyInstance, app);
  await app.listen(config.PORT, config.HOST);
  const health = await serveHealth({ host: config.HEALTH_HOST, port: config.HEALTH_PORT }, [
    { name: 'bus', ok: async () => !connection.isClosed() && (await connection.rtt()) >= 0 },
  ]);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const stop = async () => {
    await health.close();
    await app.close();
    await connection.close();
  };
  return { url: `http://${config.HOST}:${port}`, port, healthPort: health.port, stop };
}

function addRoutes(server: FastifyInstance, app: NestFastifyApplication): void {
  server.decorateRequest('principal', null);
  server.decorateRequest('traceparent', '');
  server.addHook('onRequest', (request, _reply, done) => {
    request.traceparent = traceparentOf(request);
    done();
  });
  measure(server);
  void server.register((api) => app.get(Api).register(api), { prefix: '/api' });
  void server.register((pages) => app.get(WebRoutes).register(pages));
}

/** The gateway's main: runs until SIGINT or SIGTERM. */
export async function start(): Promise<void> {
  const running = await runGateway(readConfig(gatewayConfig));
  const end = () => void running.stop().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

import {
  endSession,
  type Principal,
  problem,
  resolvePrincipal,
  type Role,
  type AreaUnit,
} from '@antt/contracts';
import { connectBus, Files } from '@antt/service-kit';
import { afterAll, beforeAll } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { type Bus, startBus } from './nats.ts';
import { someone } from './principal.ts';
import { StandIn } from './stand-in.ts';

type Running = { url: string; stop: () => Promise<void> };

/** A gateway on a bus of its own; a stand-in answers for the services. */
export class GatewayUnderTest {
  bus!: Bus;
  url!: string;
  services!: StandIn;
  files!: Files;
  connection!: NatsConnection;
  private readonly startGateway: (natsUrl: string) => Promise<Running>;
  private readonly tokens = new Map<string, Principal>();
  private gateway: Running | null = null;

  constructor(startGateway: (natsUrl: string) => Promise<Running>) {
    this.startGateway = startGateway;
  }

  async start(): Promise<void> {
    this.bus = await startBus();
    this.connection = await connectBus(this.bus.url, 'stand-in');
    this.services = new StandIn(this.connection);
    this.files = new Files(this.connection);
    this.services.answer(resolvePrincipal, ({ token }) => {
      const principal = this.tokens.get(token);
      if (!principal) throw problem('not-signed-in');
      return { principal };
    });
    this.services.answer(endSession, () => ({}));
    this.gateway = await this.startGateway(this.bus.url);
    this.url = this.gateway.url;
  }

  async stop(): Promise<void> {
    await this.gateway?.stop();
    await this.connection?.close();
    await this.bus?.stop();
  }

  /** Signs somebody in who holds a role; their token goes into the `Authorization` header. */
  signIn(role: Role, units?: 'all' | (string | AreaUnit)[]) {
    return this.admit(someone(role, units));
  }

  admit(principal: Principal): { principal: Principal; token: string; authorization: string } {
    const token = `token-${principal.accountId}`;
    this.tokens.set(token, principal);
    return { principal, token, authorization: `Bearer ${token}` };
  }

  /** The token is nobody's any more. */
  expel(token: string): void {
    this.tokens.delete(token);
  }
}

/** Starts a gateway before a file's tests and stops it after. */
export function useGateway(startGateway: (natsUrl: string) => Promise<Running>): GatewayUnderTest {
  const underTest = new GatewayUnderTest(startGateway);
  beforeAll(() => underTest.start(), 60_000);
  afterAll(() => underTest.stop(), 30_000);
  return underTest;
}

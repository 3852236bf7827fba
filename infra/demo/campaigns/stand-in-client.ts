import * as contracts from '@antt/contracts';
import type { Operation } from '@antt/kernel';
import { someone, type ServiceUnderTest } from '@antt/testing';
import type { DemoClient } from '../client.ts';

type Route = { operation: Operation; method: string; parts: string[] };

const routes: Route[] = Object.values<unknown>(contracts).flatMap((one) => {
  const operation = one as Operation;
  if (typeof operation !== 'object' || operation === null || !operation.http) return [];
  const [method, path] = operation.http.split(' ');
  return [{ operation, method: method!, parts: path!.split('/') }];
});

/** Speaks to a service under test by the routes of its contracts, as somebody with a role everywhere or in some units. */
export function standInClient(
  service: ServiceUnderTest,
  ...who: Parameters<typeof someone>
): DemoClient {
  const principal = someone(...who);
  const send = (method: string) => (address: string, body?: object) => {
    const { pathname, searchParams } = new URL(address, 'http://gateway');
    const asked = pathname.split('/');
    const fits = ({ parts }: Route) =>
      parts.length === asked.length &&
      parts.every((part, n) => part.startsWith(':') || part === asked[n]);
    const route = routes
      .filter((one) => one.method === method && fits(one))
      // A word goes before a place-holder.
      .toSorted((a, b) => holders(a) - holders(b))[0];
    if (!route) throw new Error(`no operation at ${method} ${pathname}`);
    const named = route.parts.flatMap((part, n) =>
      part.startsWith(':') ? [[part.slice(1), asked[n]]] : [],
    );
    // As the gateway does: what the address says is not said again.
    const twice = named.find(([name]) => name! in (body ?? {}));
    if (twice) throw new Error(`${twice[0]} is given twice at ${method} ${pathname}`);
    const input = { ...Object.fromEntries([...searchParams, ...named]), ...body };
    return service.call(route.operation, input, principal);
  };
  return { get: send('GET'), post: send('POST'), put: send('PUT') } as unknown as DemoClient;
}

const holders = ({ parts }: Route) => parts.filter((part) => part.startsWith(':')).length;

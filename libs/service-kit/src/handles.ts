import { holds, type Permission, type Principal, problem } from '@antt/contracts';
import { bytes, type Input, type Operation, type Output, type Problem } from '@antt/kernel';
import { MessagePattern, Transport } from '@nestjs/microservices';
import { type Question, readContext } from './codec.ts';
import { type Context, newTraceparent, within } from './context.ts';
import { invalidInput, isOvertaken, problemOf } from './failure.ts';
import { operationSeconds } from './metrics.ts';
import { endOfTurn } from './turn.ts';

type Handler<O extends Operation> = (input: Input<O>) => Promise<Output<O>> | Output<O>;

/**
 * Makes a controller's method the answer to an operation: checks the input before and the output after it,
 * runs it on behalf of the sender and turns whatever it throws into a problem.
 */
export function Handles<O extends Operation>(operation: O) {
  return <M extends Handler<O>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ) => {
    const method = descriptor.value!;
    const wrapped = function (this: object, question: Question) {
      return answer(operation, question, (input) => method.call(this, input as Input<O>));
    };
    descriptor.value = wrapped as unknown as M;
    MessagePattern(operation.subject, Transport.NATS)(target, key, descriptor as never);
  };
}

/** The gateway has asked this before; a service does not rely on who else may reach the bus. */
function assertAllowed({ allow }: Operation, principal: Principal | null): void {
  if (allow === 'everybody' || allow === 'services') return;
  if (!principal) throw problem('not-signed-in');
  if (allow !== 'signed-in' && !holds(principal, allow as Permission)) {
    throw problem('not-allowed', { permission: allow });
  }
}

/**
 * A command that was overtaken has left nothing behind, so it is simply done again: the same command sent twice at
 * once is answered twice the same way, and a key that really is taken is named as such.
 */
async function settled(work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    return work();
  }
}

async function answer(
  operation: Operation,
  { body, headers }: Question,
  method: (input: unknown) => unknown,
): Promise<unknown> {
  const stop = operationSeconds.startTimer({ operation: operation.subject });
  let context: Context = { principal: null, traceparent: newTraceparent(), deadline: Infinity };
  try {
    context = readContext(headers);
    if (Date.now() > context.deadline) throw problem('deadline-exceeded');
    assertAllowed(operation, context.principal);
    const input = operation.input.safeParse(body);
    if (!input.success) throw invalidInput(input.error);
    const output = await within(context, () => settled(() => method(input.data)));
    const answered = operation.output === bytes ? output : operation.output.parse(output);
    stop({ outcome: 'ok' });
    await endOfTurn();
    return answered;
  } catch (error) {
    const failed: Problem = problemOf(error, context.traceparent);
    stop({ outcome: failed.type });
    return failed;
  }
}

let leaving: Promise<void> | null = null;

/**
 * The end of this turn of the event loop. Messages that wait for it leave the process in one write: under
 * load, writing each on its own costs a third of a gateway's time and a sixth of a service's.
 */
export function endOfTurn(): Promise<void> {
  leaving ??= new Promise((leave) =>
    setImmediate(() => {
      leaving = null;
      leave();
    }),
  );
  return leaving;
}

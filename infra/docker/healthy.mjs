/** A container's health check: asks the internal port of the process inside. */
const url = `http://127.0.0.1:${process.env.HEALTH_PORT}/health/ready`;
const response = await fetch(url, { signal: AbortSignal.timeout(4000) }).catch(() => null);
process.exit(response?.ok ? 0 : 1);

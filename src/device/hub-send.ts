/**
 * Sends one request to the hub that the app came from; nobody else is ever asked. A redirect is
 * no answer to follow: a sign-in page of the Wi-Fi would be one.
 *
 * Time: 8 s until something comes back, and longer by what is sent at 16 kB/s; then at least
 * 2 kB/s after the first 8 s, so that a drip ends, and a slow line does not.
 */
const answerMs = 8_000;
const sentBytesPerMs = 16;
const readBytesPerMs = 2;
/** A page of 5 MB, and what stands around it. */
const mostBytes = 6_000_000;

interface Request {
  readonly method: string;
  /** Below `/api/v1/`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

interface Answer {
  readonly status: number;
  header(name: string): string | null;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Rejects when nothing came, too little in the time, less than was announced, or more than any hub sends. */
export async function sendToHub({ method, path, headers, body }: Request, signal: AbortSignal): Promise<Answer> {
  const late = new AbortController();
  const calledOff = (): void => { late.abort(signal.reason); };
  if (signal.aborted) calledOff();
  signal.addEventListener('abort', calledOff, { once: true });
  let timer = setTimeout(() => { late.abort(new DOMException('No answer in time', 'TimeoutError')); }, answerMs + (body?.length ?? 0) / sentBytesPerMs);
  try {
    const response = await fetch(`/api/v1/${path}`, {
      method, headers: { accept: 'application/json, application/vnd.quiet-checkpoint.records', ...headers }, ...(body ? { body } : {}),
      signal: late.signal,
      redirect: 'manual', cache: 'no-store', credentials: 'omit', mode: 'same-origin', referrerPolicy: 'no-referrer',
    });
    const begunMs = performance.now();
    const read = await readAll(response, (bytes) => {
      clearTimeout(timer);
      const leftMs = answerMs + bytes / readBytesPerMs - (performance.now() - begunMs);
      timer = setTimeout(() => { late.abort(new DOMException('Too slow', 'TimeoutError')); }, leftMs);
    });
    return { status: response.status, header: (name) => response.headers.get(name), body: read };
  } finally {
    signal.removeEventListener('abort', calledOff);
    clearTimeout(timer);
  }
}

async function readAll(response: Response, onBytes: (total: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let total = 0;
  onBytes(0);
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); reader && part && !part.done; part = await reader.read()) {
    parts.push(part.value);
    total += part.value.length;
    if (total > mostBytes) {
      await reader.cancel();
      throw new RangeError('More than a hub sends');
    }
    onBytes(total);
  }
  const all = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

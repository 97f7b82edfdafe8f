/** The worker's end: see serve.ts. Its policy lets it load its own script and fetch nothing else. */
import type { Answer, Question } from './messages.ts';
import { servePatterns } from './serve.ts';

interface Port {
  postMessage(answer: Answer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Question>) => void): void;
}
const port = globalThis as unknown as Port; // a dedicated worker; its types are not those of a page

const served = servePatterns((answer) => { port.postMessage(answer); });
port.addEventListener('message', ({ data }) => { served.take(data); });

/** A line between a client and the hub that can be cut after any byte, in either direction, or answer for itself. */
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Fault {
  /** Bytes of the request's body that reach the hub before the line is cut. */
  readonly cutSending?: number;
  /** Bytes of the answer's body that come back before the line is cut. */
  readonly cutAnswer?: number;
  /** Answers in the hub's place. */
  readonly instead?: (answer: ServerResponse) => void;
}

export class TornLine {
  /** For requests of the API; null lets everything through. */
  fault: Fault | null = null;
  /** All bytes of bodies that went over the line, either way. */
  readonly captured: Buffer[] = [];
  readonly #server: Server;
  readonly #target: () => string;

  private constructor(target: () => string) {
    this.#target = target;
    this.#server = createServer((from, to) => { this.#carry(from, to); });
  }

  /** A line to the address that `target` gives at the time. */
  static async open(target: () => string): Promise<TornLine> {
    const line = new TornLine(target);
    await new Promise<void>((done) => line.#server.listen(0, '127.0.0.1', done));
    return line;
  }

  get address(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(() => { done(); }));
  }

  #carry(from: IncomingMessage, to: ServerResponse): void {
    const fault = from.url?.startsWith('/api/') ? this.fault : null;
    if (fault?.instead) {
      from.resume();
      fault.instead(to);
      return;
    }
    const hub = new URL(this.#target());
    const up = request({ host: hub.hostname, port: hub.port, path: from.url ?? '/', method: from.method ?? 'GET', headers: { ...from.headers, host: hub.host } });
    const cut = (): void => {
      up.destroy();
      to.socket?.destroy();
    };
    up.on('error', () => to.socket?.destroy());
    let sent = 0;
    from.on('data', (part: Buffer) => {
      this.captured.push(part);
      const left = (fault?.cutSending ?? Infinity) - sent;
      sent += part.length;
      if (part.length < left) up.write(part);
      else up.write(part.subarray(0, left), cut);
    });
    from.on('end', () => {
      if (fault?.cutSending === undefined || sent < fault.cutSending) up.end();
    });
    up.on('response', (answer) => { this.#back(answer, to, { fault, cut }); });
  }

  #back(answer: IncomingMessage, to: ServerResponse, { fault, cut }: { readonly fault: Fault | null; readonly cut: () => void }): void {
    let come = 0;
    to.writeHead(answer.statusCode ?? 500, answer.headers);
    if (fault?.cutAnswer === 0) cut();
    answer.on('data', (part: Buffer) => {
      this.captured.push(part);
      const left = (fault?.cutAnswer ?? Infinity) - come;
      come += part.length;
      if (part.length < left) to.write(part);
      else to.write(part.subarray(0, left), cut);
    });
    answer.on('end', () => to.end());
    answer.on('error', cut);
  }
}

/** What the PDF library needs of Node's zlib, in browsers. */
import { zlibSync } from 'fflate';

export default { deflateSync: (bytes: Uint8Array): Uint8Array<ArrayBuffer> => zlibSync(bytes) };

// The process of src/read/apart/process.ts, before it is built.
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const server = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'silent',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, hmr: false, watch: null },
});
await server.ssrLoadModule(fileURLToPath(new URL('../../src/read/apart/process.ts', import.meta.url)));

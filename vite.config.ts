import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// While developing, `npx vite` serves the page and a running `yuantu serve` answers the questions.
export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2022' },
  server: { proxy: { '/api': 'http://127.0.0.1:7676' } },
});

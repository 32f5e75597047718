import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { readDocuments, trustedManifest } from './build/documents.mjs';

/** Writes the list of documents the gateway may accept with a session cookie; it changes with the pages, in one build. */
function trustedDocuments(): Plugin {
  return {
    name: 'cuao-trusted-documents',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'trusted-documents.json', source: trustedManifest(readDocuments().operations) });
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), trustedDocuments()],
  // The gateway puts a fresh value in this place for every answer; Vite marks each script, style and preload with it.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../../dist/portal',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});

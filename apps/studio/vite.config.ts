import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { nodeFaces } from './vite-node-faces.ts'

const api = process.env.MILLRACE_API ?? 'http://127.0.0.1:4600'
// The API refuses foreign origins, and in development this server's address is one.
const proxy = { '/api': { target: api, changeOrigin: true, headers: { origin: api } } }

export default defineConfig({
  plugins: [react(), nodeFaces()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    chunkSizeWarningLimit: 800,
  },
  server: { proxy },
  preview: { proxy },
})

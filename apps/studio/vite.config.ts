import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env.MILLRACE_API ?? 'http://127.0.0.1:4600'
const proxy = { '/api': { target: api, changeOrigin: true } }

export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, sourcemap: false, target: 'es2022' },
  server: { proxy },
  preview: { proxy },
})

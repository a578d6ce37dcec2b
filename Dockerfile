# Compiles nodejieba, builds the program and the explorer.
FROM node:24-bookworm AS build
WORKDIR /app
# The headers that nodejieba compiles against come with the image.
ENV npm_config_nodedir=/usr/local
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts && npm rebuild nodejieba
COPY tsconfig.json tsconfig.build.json vite.config.ts ./
COPY src src
COPY web web
# Of what the encoder runs on, the files for other systems stay out.
RUN npm run build && npm prune --omit=dev --ignore-scripts \
  && rm -rf node_modules/onnxruntime-node/bin/*/darwin node_modules/onnxruntime-node/bin/*/win32

# Runs it: no compiler, no root.
FROM node:24-bookworm-slim
ENV NODE_ENV=production LANG=C.UTF-8
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY cypher cypher
COPY seeds seeds
COPY models models
RUN mkdir .yuantu && chown node:node .yuantu
# The image's user node, by number: whoever forbids root cannot tell it by name.
USER 1000:1000
EXPOSE 7676
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:7676/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/cli/main.js"]
# Inside the container every address is ours, so a token is needed: YUANTU_TOKEN_EDITOR, _REVIEWER or _READER.
CMD ["start", "--host", "0.0.0.0", "--port", "7676"]

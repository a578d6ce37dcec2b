export const NEO4J_VERSION: string;
export function installNeo4j(): string;

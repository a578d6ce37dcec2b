export const GEPHI: string;
export const SCHEMAS: string;
export function fetchJar(artifact: string): string;

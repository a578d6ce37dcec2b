export function installPyspark(): string;

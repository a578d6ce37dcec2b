export function installPythonClient(): string;

/** A setting that is wrong: one sentence that names it. */
export class ConfigError extends Error {}

/** Where the bundle that came with the program lies; whom to trust stands beside it. */
export interface PolicySettings {
  readonly policyDir: string;
}
/** Token of the settings. */
export const PolicySettings = Symbol('PolicySettings');

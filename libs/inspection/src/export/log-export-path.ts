/** Below this path the gateway hands exports out. */
export const exportPath = '/log-exports/';

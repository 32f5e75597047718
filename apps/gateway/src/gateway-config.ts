import type { ConfigOf } from '#libs/config';

export type GatewayConfig = ConfigOf<'gateway'>;

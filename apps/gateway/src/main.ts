import { loadConfig, runProcess } from '#libs/config';
import { createGateway } from './create-gateway.js';

await runProcess('gateway', async () => {
  const config = loadConfig('gateway');
  const app = await createGateway(config);
  await app.listen(config.port, '127.0.0.1');
  return { close: () => app.close() };
});

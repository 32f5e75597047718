import { NestFactory } from '@nestjs/core';
import { EntryWriter, startLogKeeper, type KeeperSettings } from '#libs/audit';
import type { ConfigOf, RunningProcess } from '#libs/config';
import { Clock, Misuse, SystemClock } from '#libs/kernel';
import { clockTasks, startClocks } from './clocks.js';
import { heartbeat } from './heartbeat.js';
import { startHealthServer } from './health-server.js';
import { startSequenceProcessor } from './sequence.processor.js';
import { auditSettings, WorkerModule } from './worker.module.js';

/** Sequences the log and runs the house's clocks. Holds nothing: it may be killed at any point, and there may be several. */
export async function createWorker(config: ConfigOf<'worker'>): Promise<RunningProcess> {
  const audit = auditSettings(config, new SystemClock());
  const app = await NestFactory.createApplicationContext(WorkerModule.forProcess(config, audit), { logger: ['error', 'warn'] });
  const clock = app.get(Clock);
  const log = await startLogKeeper(
    {
      ...audit,
      signerSocket: config.signerSocket,
      logPolicyFile: config.logPolicyFile,
      timeAuthority: timeAuthority(config),
    },
    clock,
  );
  const entries = app.get(EntryWriter);
  const processor = startSequenceProcessor(config, log.keeper);
  const chores = log.chores(entries);
  const clocks = startClocks([heartbeat(entries, config.producer), ...chores.tasks, ...clockTasks(app)]);
  const health = await startHealthServer(config.port, { log, clocks, entries, chores });
  return {
    close: async () => {
      await health.close();
      clocks.stop();
      await processor.close();
      await log.close();
      await app.close();
    },
  };
}

/** Both settings or neither: an authority that nobody's certificate vouches for proves nothing. @throws Misuse */
function timeAuthority({ tsaUrl, tsaCertificates }: ConfigOf<'worker'>): KeeperSettings['timeAuthority'] {
  if (tsaUrl === undefined && tsaCertificates === undefined) return null;
  if (tsaUrl === undefined || tsaCertificates === undefined)
    throw new Misuse(
      'only one of CUAO_TSA_URL and CUAO_TSA_CERTIFICATES is set',
      'set both, or neither (then the log has no independent time)',
    );
  return { url: tsaUrl, certificatesFile: tsaCertificates };
}

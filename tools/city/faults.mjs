// Faults that a person may ask of the running demo city: `npm run fault -- <name>`. There is no such thing outside of it.
import { ask } from '../setup/redis.mjs';

/** name → {vi, en, break(city)}; `break` returns what was done, or throws with why it cannot be. */
export const faults = {
  'redis-flush': {
    vi: 'xóa sạch Redis',
    en: 'everything in Redis is deleted',
    async break({ redisPort }) {
      if (redisPort === null) throw new Error("Redis không phải của thành phố này · this Redis is not the demo city's own");
      const answer = await ask(redisPort, 'FLUSHALL');
      if (answer !== '+OK') throw new Error(`FLUSHALL: ${answer ?? 'không trả lời · no answer'}`);
    },
  },
  'redis-kill': {
    vi: 'giết Redis (sẽ tự chạy lại)',
    en: 'Redis is killed (and comes back)',
    break: ({ children }) => crash(children, 'redis'),
  },
  'worker-kill': {
    vi: 'giết worker (sẽ tự chạy lại)',
    en: 'the worker is killed (and comes back)',
    break: ({ children }) => crash(children, 'worker'),
  },
  'signer-stop': {
    vi: 'dừng signer (không tự chạy lại)',
    en: 'the signer is stopped (and stays so)',
    break: ({ children }) => child(children, 'signer').stop(),
  },
  'signer-start': {
    vi: 'chạy lại signer',
    en: 'the signer is started again',
    async break({ children }) {
      const signer = child(children, 'signer');
      if (signer.pid === null) await signer.start();
    },
  },
};

function child(children, name) {
  const found = children.get(name);
  if (found === undefined) throw new Error(`${name} không phải của thành phố này · ${name} is not the demo city's own`);
  return found;
}

function crash(children, name) {
  if (!child(children, name).crash()) throw new Error(`${name} đang không chạy · ${name} is not running`);
}

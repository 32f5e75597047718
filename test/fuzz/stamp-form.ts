import { readFileSync } from 'node:fs';
import { judgeTimeStamp, readAuthorities } from '../../apps/cli/src/verify/time-stamp-trust.js';
import { openReply, parseTrusted } from '../../libs/audit/src/anchor/time-authority.js';
import { TimeAuthority } from '../support/time-authority.js';
import { bendReply } from './bend-der.js';
import type { Form } from './forms.js';
import { damage } from './mutate.js';

/** Time stamps (RFC 3161) by openssl: of an RSA and two EC authorities, one of which names its certificate in the first form of the attribute. */
export function stampForm(): { readonly form: Form; readonly pem: string } {
  const made = [new TimeAuthority({ key: 'rsa' }), new TimeAuthority(), new TimeAuthority({ ess: 'sha1' })];
  const replies = made.map((one) => ({ reply: one.stamp(Buffer.from('stamped\n')), keyPem: readFileSync(one.signerKey, 'utf8') }));
  const pem = made.map((one) => readFileSync(one.issuer, 'utf8')).join('');
  for (const one of made) one.remove();
  const [trusted, authorities] = [parseTrusted(pem), readAuthorities(pem) ?? []];
  const seeds = replies.map(({ reply }) => reply);
  const form: Form = {
    name: 'time stamp',
    seeds,
    go: 'timestamp',
    mutate: (chance) => {
      const { reply, keyPem } = chance.pick(replies);
      return chance.below(4) === 0 ? damage(chance, reply, seeds) : bendReply(chance, reply, keyPem);
    },
    ours: (input) => {
      const read = openReply({ reply: input, stamped: null, nonce: null, trusted });
      return typeof read === 'string' ? null : `${read.stamp.time.getTime()} ${read.stamp.policy} ${read.stamp.serial}`;
    },
    cli: (input) => {
      const read = judgeTimeStamp(input, null, authorities);
      return typeof read === 'string' ? null : `${read.timeMs} ${read.policy} ${read.serial}`;
    },
  };
  return { form, pem };
}

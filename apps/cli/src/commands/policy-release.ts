import path from 'node:path';
import {
  bundledFiles,
  readBundle,
  readManifest,
  sha256Hex,
  statementBytes,
  statementText,
  writeBundle,
  type BundledFile,
  type BundleFiles,
} from '#libs/regulation';
import { exitCodes } from '../command.js';
import { caller, CityApi, CommandEnd, problemFields, tellProblem, type Problem } from './city-api.js';
import { readFlags, type Flags } from './flags.js';
import { readSigningKey } from './policy-key.js';

const releaseFields = `sha256 sequence revision opinionRef proposedAt activatedAt
  signatures { signer keyId personName note impactSha256 signedAt } impacts { reportSha256 againstSha256 widenedShare madeAt }`;
const result = `{ __typename ... on PolicyReleaseDone { release { ${releaseFields} } entry { id } } ${problemFields} }`;

export interface Release {
  readonly sha256: string;
  readonly sequence: number;
  readonly revision: string;
  readonly opinionRef: string;
  readonly activatedAt: string | null;
  readonly manifest?: string;
  readonly signatures: readonly { readonly signer: string; readonly personName: string | null; readonly signedAt: string | null }[];
  readonly impacts: readonly { readonly reportSha256: string; readonly againstSha256: string; readonly widenedShare: number }[];
}
export interface Outcome extends Problem {
  readonly release?: Release;
  readonly entry?: { readonly id: string };
}

/** `cuao policy propose PLACE`: sends the files that the house lacks, then the manifest. */
export function proposeCommand(args: readonly string[]): Promise<number> {
  return withFlags(args, caller, 1, async (flags) => {
    const files = await readBundle(flags.places[0] ?? '');
    const api = await CityApi.open(flags);
    for (const name of bundledFiles) await api.putFile(sha256Hex(files[name]), files[name]);
    const manifest = Buffer.from(files.manifest).toString('utf8');
    const data = await api.ask(`mutation($manifest: String!) { said: proposePolicy(manifest: $manifest) ${result} }`, { manifest });
    return tell(flags, data['said'] as Outcome, 'đã đề xuất · proposed');
  });
}

/** `cuao policy sign RELEASE --key FILE`: checks what is signed, shows it, and signs on this machine. */
export function signCommand(args: readonly string[]): Promise<number> {
  return withFlags(args, [...caller, 'key', 'note', 'impact', 'confirm'], 1, async (flags) => {
    const keyFile = flags.text('key');
    if (keyFile === undefined) throw new CommandEnd(exitCodes.usage, '--key FILE: khóa của người ký · the signer’s key');
    const api = await CityApi.open(flags);
    const release = await releaseOf(api, await nameOf(api, flags.places[0] ?? ''));
    const manifest = Buffer.from(release.manifest ?? '', 'utf8');
    if (sha256Hex(manifest) !== release.sha256)
      throw new CommandEnd(exitCodes.notVerified, 'bản kê không khớp tên · the manifest is not the one that is named');
    const wanted = flags.text('impact');
    const impact = release.impacts.find(({ reportSha256 }) => wanted === undefined || reportSha256.startsWith(wanted));
    if (impact === undefined)
      throw new CommandEnd(exitCodes.conflict, 'chưa có báo cáo tác động · no impact report yet: cuao policy impact');
    const { viewer } = (await api.ask('{ viewer { id organisation { kind } } }')) as {
      viewer: { id: string; organisation: { kind: string } };
    };
    const code = release.sha256.slice(0, 8);
    if (flags.text('confirm') !== code) {
      const { files } = readManifest({ manifest });
      process.stderr.write(
        `ký bộ quy tắc · signing ${release.revision} (${release.sha256})\n  số · number ${release.sequence}; ý kiến · opinion ${release.opinionRef}\n`
          + `  báo cáo · report ${impact.reportSha256}: ${(impact.widenedShare * 100).toFixed(2)} % rộng hơn · answered more widely\n`
          + `  data.json ${files['data.json']}, policy.wasm ${files['policy.wasm']}\nđồng ý thì thêm · to agree add: --confirm ${code}\n`,
      );
      return exitCodes.usage;
    }
    const signer = viewer.organisation.kind;
    const key = await readSigningKey(keyFile, signer);
    const statement = statementText({
      v: 1,
      type: 'cuao/policy-release',
      bundle: release.sha256,
      sequence: release.sequence,
      impact: impact.reportSha256,
      widenedShare: impact.widenedShare,
      opinionRef: release.opinionRef,
      note: flags.text('note') ?? null,
      signer,
      keyId: key.keyId,
      person: viewer.id,
    });
    const input = {
      sha256: release.sha256,
      signature: key.sign(manifest),
      statement,
      statementSignature: key.sign(statementBytes(statement)),
    };
    const data = await api.ask(`mutation($input: SignPolicyInput!) { said: signPolicy(input: $input) ${result} }`, { input });
    return tell(flags, data['said'] as Outcome, 'đã ký · signed');
  });
}

/** `cuao policy activate RELEASE --confirm CODE` */
export function activateCommand(args: readonly string[]): Promise<number> {
  return withFlags(args, [...caller, 'confirm'], 1, async (flags) => {
    const api = await CityApi.open(flags);
    const sha256 = await nameOf(api, flags.places[0] ?? '');
    if (flags.text('confirm') !== sha256.slice(0, 8))
      throw new CommandEnd(
        exitCodes.usage,
        `cho ${sha256} có hiệu lực ngay? thêm · to put it in force now add: --confirm ${sha256.slice(0, 8)}`,
      );
    const data = await api.ask(`mutation($sha256: ID!) { said: activatePolicy(sha256: $sha256) ${result} }`, { sha256 });
    return tell(flags, data['said'] as Outcome, 'đã có hiệu lực · in force');
  });
}

/** `cuao policy rollback --opinion REF [--to RELEASE]`: proposes earlier contents under the next number; then sign twice and activate. */
export function rollbackCommand(args: readonly string[]): Promise<number> {
  return withFlags(args, [...caller, 'to', 'opinion'], 0, async (flags) => {
    const opinionRef = flags.text('opinion');
    if (opinionRef === undefined)
      throw new CommandEnd(exitCodes.usage, '--opinion REF: văn bản ý kiến · the ministry’s opinion on going back');
    const api = await CityApi.open(flags);
    const to = flags.text('to');
    const input = { opinionRef, toSha256: to === undefined ? null : await nameOf(api, to) };
    const data = await api.ask(`mutation($input: RollBackPolicyInput!) { said: rollBackPolicy(input: $input) ${result} }`, { input });
    return tell(flags, data['said'] as Outcome, 'đã đề xuất quay về · going back is proposed');
  });
}

/** `cuao policy fetch RELEASE --out PLACE`: the archived bundle, byte by byte. */
export function fetchCommand(args: readonly string[]): Promise<number> {
  return withFlags(args, [...caller, 'out'], 1, async (flags) => {
    const api = await CityApi.open(flags);
    const release = await releaseOf(api, await nameOf(api, flags.places[0] ?? ''));
    const manifest = Buffer.from(release.manifest ?? '', 'utf8');
    const { files } = readManifest({ manifest });
    const contents = await Promise.all(bundledFiles.map(async (name) => [name, await api.getFile(files[name])] as const));
    for (const [name, bytes] of contents)
      if (sha256Hex(bytes) !== files[name]) throw new CommandEnd(exitCodes.notVerified, `${name} is not the one that the manifest names`);
    const out = path.resolve(flags.text('out') ?? `${release.revision}.cuao-policy`);
    const bundled = Object.fromEntries(contents) as Record<BundledFile, Buffer>;
    const bundle: BundleFiles = { manifest, signatures: Buffer.from('{"signatures":[]}'), ...bundled };
    await writeBundle(out, bundle);
    process.stdout.write(`${out}\n`);
    return exitCodes.ok;
  });
}

/** `cuao policy status --as …`: what is in force, and which node decides with what. */
export function cityStatusCommand(args: readonly string[]): Promise<number> {
  return withFlags(args, caller, 0, async (flags) => {
    const api = await CityApi.open(flags);
    const document = `{ policyStatus { inForce { ${releaseFields} } nodes { name revision sequence sha256 loadedAt seenAt errorCode } releases { ${releaseFields} } } }`;
    const { policyStatus: status } = (await api.ask(document)) as {
      policyStatus: {
        inForce: Release | null;
        nodes: { name: string; revision: string; errorCode: string | null; seenAt: string }[];
        releases: Release[];
      } | null;
    };
    if (status === null) throw new CommandEnd(exitCodes.denied, 'không được xem · not yours to see');
    if (flags.has('json')) process.stdout.write(`${JSON.stringify({ apiVersion: 1, kind: 'PolicyStatus', items: [status] })}\n`);
    else {
      const lines = [
        `đang có hiệu lực · in force  ${status.inForce?.revision ?? '–'} ${status.inForce?.sha256 ?? ''}`,
        ...status.nodes.map(({ name, revision, errorCode, seenAt }) => `  ${name}  ${revision}  ${errorCode ?? 'ok'}  (${seenAt})`),
        ...status.releases.map(lineOf),
      ];
      process.stdout.write(`${lines.join('\n')}\n`);
    }
    return status.nodes.some(({ errorCode }) => errorCode !== null) ? exitCodes.partlyDone : exitCodes.ok;
  });
}

const lineOf = ({ sequence, revision, sha256, signatures, impacts, activatedAt }: Release): string =>
  `${String(sequence).padStart(4)}  ${revision}  ${sha256.slice(0, 12)}  ký · signed: ${signatures.map(({ signer }) => signer).join(', ') || '–'}`
  + `  báo cáo · reports: ${impacts.length}  ${activatedAt ?? 'chưa có hiệu lực · not in force'}`;

export function tell(flags: Flags, said: Outcome, done: string): number {
  if (said.release === undefined) {
    if (flags.has('json')) process.stdout.write(`${JSON.stringify({ apiVersion: 1, kind: said.__typename, items: [said] })}\n`);
    return tellProblem(said);
  }
  if (flags.has('json')) process.stdout.write(`${JSON.stringify({ apiVersion: 1, kind: 'PolicyRelease', items: [said.release] })}\n`);
  else process.stdout.write(`${done}\n${lineOf(said.release)}\n`);
  return exitCodes.ok;
}

export async function releaseOf(api: CityApi, sha256: string): Promise<Release> {
  const { policyRelease } = await api.ask(`query($sha256: ID!) { policyRelease(sha256: $sha256) { ${releaseFields} manifest } }`, {
    sha256,
  });
  if (policyRelease === null || policyRelease === undefined)
    throw new CommandEnd(exitCodes.absent, `không có bộ quy tắc ${sha256} · no such release`);
  return policyRelease as Release;
}

/** A release by its SHA-256, the beginning of it (8 digits or more), or its number where only one has it. */
export async function nameOf(api: CityApi, typed: string): Promise<string> {
  if (/^[0-9a-f]{64}$/.test(typed)) return typed;
  const { policyStatus } = (await api.ask('{ policyStatus { releases { sha256 sequence } } }')) as {
    policyStatus: { releases: Release[] } | null;
  };
  const found = (policyStatus?.releases ?? []).filter(
    ({ sha256, sequence }) => (/^[0-9a-f]{8,}$/.test(typed) && sha256.startsWith(typed)) || String(sequence) === typed,
  );
  const [one] = found;
  if (one === undefined || found.length > 1)
    throw new CommandEnd(
      one === undefined ? exitCodes.absent : exitCodes.usage,
      `${typed}: ${found.length} bộ quy tắc · releases are called so`,
    );
  return one.sha256;
}

export async function withFlags(
  args: readonly string[],
  texts: readonly string[],
  places: number,
  work: (flags: Flags) => Promise<number>,
): Promise<number> {
  const flags = readFlags(args, texts);
  if (typeof flags === 'string' || flags.places.length !== places) {
    process.stderr.write(`cuao policy: ${typeof flags === 'string' ? flags : `${places} bộ quy tắc cần được nêu · release to be named`}\n`);
    return exitCodes.usage;
  }
  return work(flags);
}

import { caller, CityApi, problemFields } from './city-api.js';
import { nameOf, releaseOf, tell, withFlags, type Outcome } from './policy-release.js';

interface Count {
  readonly key: string;
  readonly changed: number;
  readonly wider: number;
  readonly narrower: number;
  readonly sampleIds: readonly string[];
}

interface Impact {
  readonly againstRevision: string;
  readonly revision: string;
  readonly reportSha256: string;
  readonly asked: number;
  readonly replayed: number;
  readonly erased: number;
  readonly changed: number;
  readonly wider: number;
  readonly narrower: number;
  readonly opened: number;
  readonly widenedShare: number;
  readonly needsNote: boolean;
  readonly actions: readonly Count[];
  readonly rules: readonly Count[];
  readonly organisations: readonly Count[];
  readonly purposes: readonly Count[];
}

const countFields = '{ key changed wider narrower sampleIds }';
const impactFields = `againstRevision revision reportSha256 asked replayed erased changed wider narrower opened widenedShare needsNote
  actions ${countFields} rules ${countFields} organisations ${countFields} purposes ${countFields}`;

/** `cuao policy impact RELEASE`: replays past decisions with it and tells what would change; signers sign the report. */
export function impactCommand(args: readonly string[]): Promise<number> {
  return withFlags(args, [...caller, 'last'], 1, async (flags) => {
    const api = await CityApi.open(flags);
    const bundleSha256 = await nameOf(api, flags.places[0] ?? '');
    const last = Number(flags.text('last') ?? '1000');
    const document = `mutation($input: AssessPolicyInput!) { said: assessPolicy(input: $input) {
      __typename ... on PolicyAssessed { impact { ${impactFields} } } ${problemFields} } }`;
    const { said } = (await api.ask(document, { input: { bundleSha256, lastDecisions: last } })) as {
      said: Outcome & { readonly impact?: Impact };
    };
    if (said.impact === undefined) return tell(flags, said, '');
    if (!flags.has('json')) process.stdout.write(impactText(said.impact));
    const release = await releaseOf(api, bundleSha256);
    return tell(flags, { __typename: 'PolicyReleaseDone', release }, 'đã lập báo cáo tác động · impact report made');
  });
}

function impactText(impact: Impact): string {
  const { asked, replayed, erased, changed, wider, narrower, opened } = impact;
  const parts: readonly (readonly [string, readonly Count[]])[] = [
    ['hành động · act', impact.actions],
    ['quy tắc · rule', impact.rules],
    ['cơ quan · body', impact.organisations],
    ['mục đích · purpose', impact.purposes],
  ];
  return [
    `${impact.againstRevision} → ${impact.revision}  báo cáo · report ${impact.reportSha256}`,
    `  quyết định cũ xét lại · past decisions replayed: ${replayed} / ${asked} (đã xóa dữ kiện · facts erased: ${erased})`,
    `  khác đi · changed: ${changed}; rộng hơn · wider: ${wider} (${(impact.widenedShare * 100).toFixed(2)} %), trong đó cho phép thêm · of these allowed anew: ${opened}; hẹp hơn · narrower: ${narrower}`,
    ...parts.flatMap(([name, counts]) => counts.map((count) => lineOf(name, count))),
    ...(impact.needsNote ? ['  cần ý kiến thanh tra trước khi thi hành · an inspector’s note is needed: cuao policy note'] : []),
    '',
  ].join('\n');
}

function lineOf(name: string, { key, changed, wider, narrower, sampleIds }: Count): string {
  return `    ${name} ${key}: ${changed} (+${wider} −${narrower})${sampleIds.length === 0 ? '' : `  ví dụ · such as ${sampleIds.slice(0, 3).join(', ')}`}`;
}

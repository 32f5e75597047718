import { Injectable } from '@nestjs/common';
import { Cursors, pageOf, type CursorScope } from '#libs/identity';
import { Clock, type Viewer } from '#libs/kernel';
import type { EffectName } from '../decision.type.js';
import { Gate } from '../gate.service.js';
import type { Policy } from '../policy.js';
import { PolicyStore } from '../policy-store.js';
import {
  isInForce,
  matchesFilter,
  readCatalogue,
  type Catalogue,
  type CatalogueArticle,
  type CatalogueRule,
  type RuleFilter,
} from './catalogue.js';
import { enforcementWords, groupWords, kindWords, layerWords, severityWords, statusWords, wordsFor } from './catalogue-words.js';
import type { PolicyArticleType, PolicyCaseType, PolicyRuleConnection, PolicyRuleType } from './catalogue.type.js';
import type { RuleUse } from './rule-use.js';
import { RuleUses } from './rule-uses.service.js';

/** The catalogue of the bundle in use, for reading: law is open to everybody; that it was read is recorded. */
@Injectable()
export class RuleCatalogue {
  /** Read once a bundle. */
  private readonly read = new WeakMap<Policy, Catalogue>();

  constructor(
    private readonly policies: PolicyStore,
    private readonly gate: Gate,
    private readonly clock: Clock,
    private readonly cursors: Cursors,
    private readonly uses: RuleUses,
  ) {}

  async page(viewer: Viewer | null, page: { first: number; after?: string | null }, filter: RuleFilter): Promise<PolicyRuleConnection> {
    const policy = this.policies.current();
    const { sha256 } = policy.bundle;
    const scope: CursorScope = { list: 'policyRules', viewer, filter: stated(filter), policySha256: sha256 };
    const after = page.after === undefined || page.after === null ? null : this.cursors.decode(page.after, scope)[0];
    const isOpen = await this.mayRead(viewer, 'read_policy.list');
    const found = isOpen ? [...this.catalogue(policy).rules.values()].filter((rule) => matchesFilter(rule, filter)) : [];
    const start = after === null ? 0 : found.findIndex(({ id }) => id === after) + 1;
    const use = this.uses.for(viewer);
    const rows = found.slice(start, start + page.first + 1).map((rule) => this.ruleType(rule, use));
    const shown = pageOf(rows, page, (node) => ({ cursor: this.cursors.encode([node.id], scope), node }));
    return { ...shown, totalCount: found.length, policyRevision: policy.revision.revision, policySha256: sha256 };
  }

  async rule(viewer: Viewer | null, id: string): Promise<PolicyRuleType | null> {
    if (!(await this.mayRead(viewer, 'read_policy.rule'))) return null;
    const rule = this.catalogue(this.policies.current()).rules.get(id);
    return rule === undefined ? null : this.ruleType(rule, this.uses.for(viewer));
  }

  async article(viewer: Viewer | null, key: string): Promise<PolicyArticleType | null> {
    if (!(await this.mayRead(viewer, 'read_policy.article'))) return null;
    const article = this.catalogue(this.policies.current()).articles.get(key);
    return article === undefined ? null : this.articleType(article);
  }

  private async mayRead(viewer: Viewer | null, type: string): Promise<boolean> {
    return (await this.gate.decideAlone(viewer, 'read_policy', {}, { type })).proceeds;
  }

  private catalogue(policy: Policy): Catalogue {
    const known = this.read.get(policy);
    if (known !== undefined) return known;
    const made = readCatalogue(policy.tables, policy.bundle.catalogue);
    this.read.set(policy, made);
    return made;
  }

  private ruleType(rule: CatalogueRule, use: RuleUse): PolicyRuleType {
    return {
      id: rule.id,
      group: wordsFor(groupWords, rule.group),
      titleVi: rule.titleVi,
      titleEn: rule.titleEn,
      textVi: rule.textVi,
      textEn: rule.textEn,
      kinds: rule.kinds.map((code) => wordsFor(kindWords, code)),
      source: rule.source,
      layer: wordsFor(layerWords, rule.layer),
      status: rule.status.map((code) => wordsFor(statusWords, code)),
      severity: wordsFor(severityWords, rule.severity),
      enforcedBy: wordsFor(enforcementWords, rule.enforced),
      enforcementVi: rule.howVi,
      enforcementEn: rule.howEn,
      effectiveFrom: dateOf(rule.from),
      effectiveTo: dateOf(rule.to),
      isInForce: isInForce(rule, this.clock.nowMs()),
      articles: rule.articles.map((article) => this.articleType(article)),
      regoRules: rule.rego.map((one) => ({
        title: one.title,
        package: one.package,
        set: one.set,
        says: one.says,
        place: `${one.file}:${one.line}`,
      })),
      cases: [...rule.casesAgainst.map((one) => caseType(one, true)), ...rule.casesFor.map((one) => caseType(one, false))],
      casesAgainst: rule.casesAgainst.length,
      casesFor: rule.casesFor.length,
      use,
    };
  }

  private articleType(article: CatalogueArticle): PolicyArticleType {
    return {
      key: article.key,
      instrument: article.instrument,
      article: article.article,
      titleVi: article.titleVi,
      titleEn: article.titleEn,
      status: article.status.map((code) => wordsFor(statusWords, code)),
      effectiveFrom: dateOf(article.from),
      effectiveTo: dateOf(article.to),
      isInForce: isInForce(article, this.clock.nowMs()),
      ruleIds: [...article.rules],
    };
  }
}

function caseType(
  { description, action, asOf, effect, file, line }: CatalogueRule['casesFor'][number],
  isAgainst: boolean,
): PolicyCaseType {
  return { description, action, asOf: dateOf(asOf), wantedEffect: effect.toUpperCase() as EffectName, isAgainst, place: `${file}:${line}` };
}

const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** The filter as a cursor is bound to it: what was not given is not part of it. */
function stated(filter: RuleFilter): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([key, value]: [string, unknown]) =>
      value instanceof Date ? [[key, value.toISOString()]] : typeof value === 'string' && value !== '' ? [[key, value]] : [],
    ),
  );
}

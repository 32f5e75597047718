import { Injectable } from '@nestjs/common';
import { AbilityChecker, type ActionCode, type Node } from '#libs/identity';
import { Misuse, type IdPrefix, type Viewer } from '#libs/kernel';

export interface NodeSource {
  readonly prefix: IdPrefix;
  /** The role must be allowed to try this before the source is asked. */
  readonly action: ActionCode;
  /** null when there is no such thing or it is not this viewer's to see; the object names its `__typename`. */
  readonly find: (viewer: Viewer, id: string) => Promise<(Node & { readonly __typename?: string }) | null>;
}

/** Who can be asked for a thing by its id alone. Each lib adds its own when its API module starts. */
@Injectable()
export class NodeSources {
  private readonly sources = new Map<string, NodeSource>();

  constructor(private readonly abilities: AbilityChecker) {}

  add(source: NodeSource): void {
    if (this.sources.has(source.prefix)) throw new Misuse(`two libs answer for ids ${source.prefix}_…`, 'let one of them do it');
    this.sources.set(source.prefix, source);
  }

  /** An id of nobody's kind, or of a kind that the role may not ask for, is answered like an absent one. */
  async find(viewer: Viewer, id: string): Promise<Node | null> {
    const source = this.sources.get(id.slice(0, id.indexOf('_')));
    if (source === undefined || !this.abilities.mayTry(viewer, [source.action])) return null;
    return source.find(viewer, id);
  }
}

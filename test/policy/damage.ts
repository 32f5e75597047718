// The damage that the proof of hidden facts does (policies/tools/proof), with types for the specs that do the same damage.
import type { Question } from '../../libs/regulation/src/decider.js';
import { pathsOf as allPaths } from '../../policies/tools/proof/draws.mjs';
import { damages as allDamages } from '../../policies/tools/proof/hidden.mjs';

export type Path = readonly (string | number)[];

/** Every way into a question: keys of objects and positions of lists. */
export const pathsOf = (question: unknown): Path[] => (allPaths as (value: unknown) => Path[])(question);

/** The question with one fact removed, nulled, and of every other type. */
export const damages = (question: Question, path: Path): Iterable<Question> =>
  (allDamages as (input: Question, at: Path) => Iterable<Question>)(question, path);

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { en } from '../../apps/portal/src/words/en/index.js';
import { vi, type WordId } from '../../apps/portal/src/words/index.js';
import { rawTexts } from './jsx-text.js';

const source = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../apps/portal/src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('words/') && !name.includes('generated/') && !/\.(spec|d)\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(path.join(source, name), 'utf8') }));
const ids = Object.keys(vi) as WordId[];

/** Names of the arguments in an ICU message: `{count, plural, …}` and `{name}`. */
function argumentsOf(message: string): string[] {
  return [...new Set([...message.matchAll(/(?<!(?:=\d+|one|other)\s)\{\s*([a-zA-Z]+)\s*(?=[,}])/g)].map((match) => match[1] ?? ''))].sort();
}

describe('the catalogues', () => {
  it('have the same keys in Vietnamese and English', () => {
    expect(Object.keys(en).sort()).toEqual([...ids].sort());
  });

  it('take the same arguments in both languages', () => {
    const different = ids.filter((id) => argumentsOf(vi[id]).join() !== argumentsOf(en[id]).join());
    expect(different).toEqual([]);
  });

  it('are in NFC, not empty, and Vietnamese is not left in the English', () => {
    const bad = ids.filter((id) => [vi[id], en[id]].some((text) => text.trim() === '' || text !== text.normalize('NFC')));
    expect(bad).toEqual([]);
    const untranslated = ids.filter((id) =>
      /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(en[id].replace(/Hà Nội|Cửa Ô|Tiếng Việt/g, '')),
    );
    expect(untranslated).toEqual([]);
  });

  it('hold every key that is asked for', () => {
    const unknown = files.flatMap(({ name, text }) =>
      [...text.matchAll(/\bt\(\s*'([^']+)'/g)]
        .map((match) => match[1] ?? '')
        .filter((id) => !(id in vi))
        .map((id) => `${name}: ${id}`),
    );
    expect(unknown).toEqual([]);
  });

  it('hold no key that nobody asks for', () => {
    const text = files.map((file) => file.text).join('\n');
    const isAsked = (id: string): boolean => text.includes(`'${id}'`) || isBuilt(id, text);
    expect(ids.filter((id) => !isAsked(id))).toEqual([]);
  });
});

/** Keys put together from a group and a code, as in `outcome.${code}` or `speak('mount')`. */
function isBuilt(id: string, text: string): boolean {
  const group = id.slice(0, id.indexOf('.'));
  const longer = id.slice(0, id.lastIndexOf('.'));
  return [group, longer].some((part) => text.includes(`\`${part}.\${`) || text.includes(`speak('${part}')`));
}

describe('text in the markup', () => {
  it('comes from the catalogues only', () => {
    const found = files.filter(({ name }) => name.endsWith('.tsx')).flatMap(({ name, text }) => rawTexts(name, text));
    expect(found).toEqual([]);
  });

  it.each([
    ['between tags', '<p>Xin chào</p>'],
    ['in a spoken attribute', '<input aria-label="Tên" />'],
    ['in braces', "<p>{'Xin chào'}</p>"],
    ['behind a condition', "<p>{isLate && 'Trễ'}</p>"],
    ['in a choice', "<Page title={isNew ? 'Mới' : t('x')} />"],
    ['in a template', '<p>{`Còn ${n} giờ`}</p>'],
  ])('is found %s', (_where, sample) => {
    expect(rawTexts('sample.tsx', `const x = ${sample};`)).toHaveLength(1);
  });

  it('is not looked for in keys, codes, signs and the name of the house', () => {
    expect(
      rawTexts('sample.tsx', "const x = <Page title={t('page.title')} className=\"wide\"><b>{' · '}</b>–{t('a.b')} Cửa Ô</Page>;"),
    ).toEqual([]);
  });
});

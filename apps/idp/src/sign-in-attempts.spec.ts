import { expect, it } from '@jest/globals';
import { demoPersonId } from '#libs/identity';
import { signInPage } from './pages.js';
import { SignInAttempts } from './sign-in-attempts.js';

it('knows people by their key and nothing else', () => {
  const attempts = new SignInAttempts();
  expect(attempts.check('mai', 'mai')).toBe(demoPersonId('mai'));
  expect(attempts.check(' MAI ', 'mai')).toBe(demoPersonId('mai'));
  for (const [name, password] of [
    ['mai', 'hung'],
    ['mai', ''],
    ['', ''],
    ['nobody', 'nobody'],
    ['mai', 'mai\0'],
    ['mai', 'm'],
  ] as const)
    expect(attempts.check(name, password)).toBeNull();
});

it('locks a name after five wrong passwords, also for the right one, and only that name', () => {
  const attempts = new SignInAttempts();
  for (let time = 0; time < 5; time += 1) expect(attempts.check('hung', 'sai')).toBeNull();
  expect(attempts.check('hung', 'hung')).toBeNull();
  expect(attempts.check('thu', 'thu')).toBe(demoPersonId('thu'));
});

it('escapes whatever stands on the page', () => {
  expect(signInPage('n"><script>', 'u"><script>', false)).not.toContain('<script>');
});

import { NoCity, readAddressBook } from './address-book.js';
import { gather } from './cast.js';
import { hangUp } from './graphql-client.js';
import { inspection } from './inspection.js';
import { checkTheLog, rememberTheLog } from './log-check.js';
import { lostRedis } from './lost-redis.js';
import { mainRoad } from './main-road.js';
import { Notebook } from './notebook.js';
import { newCaseNumber } from './papers.js';
import { revocation } from './revocation.js';
import type { Story } from './story.js';
import { Transcript } from './transcript.js';
import {
  anotherAgencysCamera,
  expiredGrant,
  inspectorAsksForFootage,
  noWrittenRequest,
  prepareShortGrant,
  replayedMediaToken,
  selfApproval,
  unfittingPurpose,
} from './wrong-turns.js';

/** The whole road over the public API, wrong turns included. @returns the process's exit code */
async function play(transcript: Transcript): Promise<void> {
  const book = readAddressBook();
  const before = await rememberTheLog(book, transcript);
  const cast = await gather(book, transcript);
  const story: Story = { book, cast, transcript, notebook: new Notebook(), caseReference: newCaseNumber(), startedAt: new Date() };
  const road = await mainRoad(story);
  const short = await prepareShortGrant(story, road);
  await selfApproval(story);
  await unfittingPurpose(story);
  await noWrittenRequest(story, road);
  await anotherAgencysCamera(story, road);
  await inspectorAsksForFootage(story, road);
  const replayed = await replayedMediaToken(story, road);
  await lostRedis(story, road);
  await expiredGrant(story, short);
  await revocation(story, road);
  const proofs = await inspection(story, road, replayed);
  await checkTheLog(story, before, proofs);
}

const words = process.argv.slice(2);
const unknown = words.filter((word) => word !== '--json');
if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(' ')}\nusage: npm run story [-- --json]\n`);
  process.exit(2);
}
const transcript = new Transcript(words.includes('--json'));
try {
  await play(transcript);
} catch (error) {
  if (error instanceof NoCity) {
    process.stderr.write(`${error.message}\n`);
    process.exit(8);
  }
  transcript.expect(
    false,
    'câu chuyện dừng giữa chừng',
    'the story could not go on',
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
}
hangUp();
transcript.end();
process.exit(transcript.failed === 0 && transcript.passed > 0 ? 0 : 1);

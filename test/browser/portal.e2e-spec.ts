import type { Browser } from 'playwright-core';
import { findChromium, launchBrowser } from './browser.js';
import { type City, openCity } from './city.js';
import { Person } from './person.js';
import type { Walk } from './walk.js';
import { describeErasure } from './walk-erasure.js';
import { describeExport } from './walk-export.js';
import { describeFinder } from './walk-finder.js';
import { describeFrame } from './walk-frame.js';
import { describeHealth } from './walk-health.js';
import { describeLog } from './walk-log.js';
import { describeRegulation } from './walk-regulation.js';
import { describeRoad } from './walk-road.js';
import { describeSmallWindow } from './walk-small.js';

const describeInBrowser = findChromium() === null ? describe.skip : describe;

describeInBrowser('the portal in a real browser', () => {
  let city: City;
  let browser: Browser;
  let people: Person[] = [];

  beforeAll(async () => {
    [city, browser] = await Promise.all([openCity(), launchBrowser()]);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await city.stop();
  });
  afterEach(async () => {
    const troubles = people.flatMap((person) => person.troubles);
    await Promise.all(people.map((person) => person.close()));
    people = [];
    // No errors of the console, nothing uncaught, no breach of the content security policy, no question to the outside.
    expect(troubles).toEqual([]);
  });

  const walk: Walk = {
    city: () => city.url,
    sql: () => city.sql,
    logPolicy: () => city.logPolicy,
    open: async (options) => {
      const person = await Person.open(browser, city.url, options);
      people.push(person);
      return person;
    },
  };
  describeFrame(walk);
  describeFinder(walk);
  describeRoad(walk);
  describeLog(walk);
  describeExport(walk);
  describeRegulation(walk);
  describeSmallWindow(walk);
  describeErasure(walk);
  // Last: it freezes the log for a while.
  describeHealth(walk);
});

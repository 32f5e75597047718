import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import type { FaultCode } from './fault-codes.js';
import type { PlainError } from './fault-format.js';
import { answerType, checkParameters, plainJson, responseJson, statusOf } from './http-shape.js';

describe('the media type of an answer', () => {
  it.each([
    [undefined, plainJson],
    ['', plainJson],
    ['*/*', plainJson],
    ['application/*', plainJson],
    [responseJson, responseJson],
    [`${plainJson}, ${responseJson}`, plainJson],
    [`${plainJson};q=0.9, ${responseJson}`, responseJson],
    [`${responseJson};q=0, */*`, plainJson],
    ['text/html', null],
    [`${plainJson};q=0`, null],
    [`${plainJson};q=nonsense`, null],
  ])('for Accept %p is %p', (accept, type) => {
    expect(answerType(accept)).toBe(type);
  });
});

const error = (code: FaultCode): PlainError => ({ message: '', extensions: { code } });

describe('the status of an answer', () => {
  it.each<[object, number, number]>([
    [{ data: { a: 1 } }, 200, 200],
    [{ data: { a: null }, errors: [error('FORBIDDEN')] }, 200, 200],
    [{ data: null, errors: [error('FORBIDDEN')] }, 403, 200],
    [{ data: null, errors: [error('INTERNAL')] }, 500, 200],
    [{ data: null, errors: [error('SERVICE_UNAVAILABLE')] }, 503, 503],
    [{ errors: [error('GRAPHQL_PARSE_FAILED')] }, 400, 200],
    [{ errors: [error('LIMIT_EXCEEDED')] }, 400, 200],
    [{ errors: [error('BAD_REQUEST')] }, 400, 400],
    [{ errors: [error('UNAUTHENTICATED')] }, 401, 401],
    [{ errors: [error('RATE_LIMITED')] }, 429, 429],
    [{ errors: [error('METHOD_NOT_ALLOWED')] }, 405, 405],
  ])('%j is %i, and %i for older clients', (body, modern, older) => {
    expect([statusOf(body, responseJson), statusOf(body, plainJson)]).toEqual([modern, older]);
  });
});

describe('parameters', () => {
  const check = (method: string, parameters: unknown): unknown => {
    const request = { method, query: parameters, body: parameters } as unknown as FastifyRequest;
    try {
      checkParameters(request);
      return parameters;
    } catch (thrown) {
      return (thrown as { code: string }).code;
    }
  };

  it('that are null count as absent', () => {
    expect(check('POST', { query: 'q', variables: null, operationName: null, extensions: null })).toEqual({ query: 'q' });
  });

  it.each([
    [null],
    ['text'],
    [[{ query: 'q' }]],
    [{}],
    [{ query: '' }],
    [{ query: 1 }],
    [{ query: 'q', operationName: 0 }],
    [{ query: 'q', variables: [] }],
    [{ query: 'q', extensions: 'x' }],
  ])('of a wrong form are refused: %j', (parameters) => {
    expect(check('POST', parameters)).toBe('BAD_REQUEST');
  });

  it('come as text in a GET', () => {
    expect(check('GET', { query: 'q', variables: '{}', operationName: '' })).toEqual({ query: 'q', variables: '{}' });
    expect(check('GET', { query: ['q', 'q'] })).toBe('BAD_REQUEST');
  });
});

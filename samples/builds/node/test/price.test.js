import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discounted } from '../src/price.js';

test('a discount is taken off', () => assert.equal(discounted(1000, 15), 850));

test('halves of a cent are rounded up', () => assert.equal(discounted(333, 50), 167));

test('what is no price is refused', () => assert.throws(() => discounted(-1, 10), RangeError));

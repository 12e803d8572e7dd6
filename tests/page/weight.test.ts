import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../dist/page');

test('the page without pdf.js is under 600 kB, compressed', () => {
  const sizes = ['index.html', 'page.js', 'drawing.js', 'style.css'].map(
    (name) => gzipSync(readFileSync(join(FOLDER, name))).length,
  );
  const sum = sizes.reduce((a, b) => a + b);
  expect(sum).toBeGreaterThan(20_000);
  expect(sum).toBeLessThan(600_000);
});

test('nothing of it names another place to load from', () => {
  const html = readFileSync(join(FOLDER, 'index.html'), 'utf8');
  const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
  expect(addresses.sort()).toEqual(['data:,', 'page.js', 'style.css']);
  expect(html).not.toMatch(/<script>|<style|style=|\son\w+=/);
  const css = readFileSync(join(FOLDER, 'style.css'), 'utf8');
  expect(css).not.toMatch(/https?:|@import/);
});

// Prints the licences of what a bundle holds: the packages of esbuild's list of inputs, those of the same text together.
import { readFileSync, readdirSync } from 'node:fs';

const packages = new Set(Object.keys(JSON.parse(readFileSync(process.argv[2], 'utf8')).inputs)
  .map(input => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1])
  .filter(name => name));
const byText = new Map();
for (const name of [...packages].sort()) {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  const file = readdirSync(`node_modules/${name}`).find(entry => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(`node_modules/${name}/${file}`, 'utf8').trim() : license;
  byText.set(text, [...(byText.get(text) || []), `${name} ${version}`]);
}
for (const [text, names] of byText) {
  console.log(`${names.join(', ')}\n\n${text}\n\n`);
}

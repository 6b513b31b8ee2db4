// This file has no import statement and no type, so that a Node too old for TypeScript can read it
// as plain CommonJS and say so (see docs/decisions, "No module type").
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Reading Room needs Node 22.18 or newer, and this is ${process.versions.node}: start it with "npm start", which brings its own.\n`,
  );
  process.exitCode = 1;
} else {
  import('./start.ts').then(({ start }) => start(process.argv.slice(2)));
}

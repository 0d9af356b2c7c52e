import { expect, test } from 'vitest';
import { installMessage, missingIn, sandboxMessage } from '../../scripts/system-libraries.mjs';

test('the libraries that ldd did not find are named once each', () => {
  const text = `
	linux-vdso.so.1 (0x00007ffd)
	libnss3.so => not found
	libgtk-3.so.0 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
	libnss3.so => not found
`;
  expect(missingIn(text)).toEqual(['libnss3.so', 'libgtk-3.so.0']);
  expect(missingIn('	statically linked\n')).toEqual([]);
});

test('an ordinary user gets the one command that installs what is missing', () => {
  const message = installMessage(['libnss3.so', 'a font'], ['libnss3', 'fonts-liberation'], true);
  expect(message).toContain('missing: libnss3.so, a font.');
  expect(message).toContain(
    "sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends libnss3 fonts-liberation'",
  );
});

test('a long list of missing libraries is cut', () => {
  const missing = ['a.so', 'b.so', 'c.so', 'd.so', 'e.so', 'f.so', 'g.so'];
  expect(installMessage(missing, [], true)).toContain('missing: a.so, b.so, c.so, d.so, e.so, 2 more.');
});

test('where there is no apt-get, no apt-get command is given', () => {
  expect(installMessage(['libnss3.so'], ['libnss3'], false)).not.toContain('apt-get');
});

test('where user namespaces are refused, the helper to permit is named and the sandbox stays on', () => {
  const message = sandboxMessage('/x/chrome-sandbox');
  expect(message).toContain("chmod 4755 '/x/chrome-sandbox'");
  expect(message).not.toContain('no-sandbox');
});

import { describe, expect, it } from 'vitest';
import { externalUrl } from '../../electron/shell/external-url';

describe('an address for the system', () => {
  it.each([
    ['https://example.com', 'https://example.com/'],
    ['https://docs.example.com/a/b?c=d#e', 'https://docs.example.com/a/b?c=d#e'],
    ['HTTPS://Example.com/', 'https://example.com/'],
    ['mailto:ann@example.com', 'mailto:ann@example.com'],
    ['mailto:ann@example.com?subject=Win%20rate&body=31%25', 'mailto:ann@example.com?subject=Win%20rate&body=31%25'],
  ])('%s may be opened', (text, opened) => {
    expect(externalUrl(text)).toBe(opened);
  });

  it.each([
    'file:///etc/passwd',
    'FILE:///C:/Windows/System32/calc.exe',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'smb://host/share/run.exe',
    '\\\\host\\share\\run.exe',
    '//host/share/run.exe',
    'ms-officecmd:{"id":3}',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x&crumb=location:\\\\host',
    'ssh://-oProxyCommand=run/x',
    'http://example.com/',
    'https://trusted.com@evil.example/',
    'https://user:password@example.com/',
    'https:\\\\evil.example\\x',
    'https:evil.example',
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://example.com:8443/',
    'https://example.com/\u0000',
    'https://example.com/\r\nHost: evil.example',
    'https://',
    'mailto:ann@example.com?attach=/etc/passwd',
    'mailto:ann@example.com,bob@example.com?attachment=x',
    'mailto:-oFoo=bar',
    'app://quarterdeck/index.html',
    'blob:https://example.com/1',
    'steam://run/1',
    '',
    'example.com',
    `https://example.com/${'a'.repeat(2_000)}`,
  ])('%j may not', (text) => {
    expect(externalUrl(text)).toBeNull();
  });
});

export interface SecretPattern {
  readonly rule: string;
  /**
   * Group 1: what stays in front; group 2: the secret. Linear in time, whatever a guest says: every repeat has a bound, and
   * none can begin again inside what it has just passed.
   */
  readonly pattern: RegExp;
}

const NAMES =
  'passw(?:or)?d|passphrase|pwd|secret|api[_-]?key|access[_-]?key|auth[_-]?token|access[_-]?token|token';

/** What looks like a secret in logs and consoles. */
export const PATTERNS: readonly SecretPattern[] = [
  {
    rule: 'private-key',
    pattern: /(-----BEGIN [A-Z ]{0,32}PRIVATE KEY-----)((?:[A-Za-z0-9+/=\s\\:,.]|-(?!----)){1,16384})/gu,
  },
  { rule: 'authorization', pattern: /(\b(?:Bearer|Basic)[ \t]{1,4})([A-Za-z0-9._~+/=-]{8,4096})/giu },
  // user:password@host of a URL
  { rule: 'url-password', pattern: /(:\/\/[^\s:/@]{1,128}:)([^\s/@]{1,256})(?=@)/gu },
  // password="x y", "token": "x", and the same inside a JSON string
  {
    rule: 'named-secret',
    pattern: new RegExp(
      `((?:${NAMES})["'\\\\]{0,2}[ \\t]{0,4}[=:][ \\t]{0,4}\\\\?["'])([^"'\\\\\\r\\n]{1,512})`,
      'giu',
    ),
  },
  {
    rule: 'named-secret',
    pattern: new RegExp(`((?:${NAMES})[ \\t]{0,4}[=:][ \\t]{0,4})([^\\s"'\\\\,;&]{1,512})`, 'giu'),
  },
  {
    rule: 'option-secret',
    pattern: new RegExp(`(--(?:${NAMES})[ \\t]{1,4})([^\\s"'-][^\\s"']{0,511})`, 'giu'),
  },
  {
    rule: 'jwt',
    pattern: /((?<![A-Za-z0-9_-]))(eyJ[A-Za-z0-9_-]{8,2048}\.[A-Za-z0-9_-]{8,4096}\.[A-Za-z0-9_-]{0,1024})/gu,
  },
  { rule: 'access-key-id', pattern: /(\b)((?:AKIA|ASIA)[A-Z0-9]{16})\b/gu },
  {
    rule: 'token-by-shape',
    pattern: /((?<![A-Za-z0-9_-]))((?:gh[pousr]|glpat|xox[abprs])[_-][A-Za-z0-9-]{16,255})/gu,
  },
  // the hashes of /etc/shadow and of cloud-init's user-data
  { rule: 'password-hash', pattern: /(\$(?:1|5|6|y|2[aby])\$)([A-Za-z0-9./$=]{8,256})/gu },
];

import { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import type { Credentials, Part, Tls } from '../model/defense.js';

/** ECDSA over P-256 (FIPS 186-5 §6): every TLS 1.3 implementation has it. */
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
/** Certificates are checked against the machine's own clock, not the trial's. */
const DAY_MS = 86_400_000;
const SERIAL_BYTES = 16;

/** The library costs a fifth of a second to load: only a chat that speaks TLS pays for it. */
async function x509() {
  await import('reflect-metadata'); // it looks its own parts up by reflection
  return import('@peculiar/x509');
}

const issued = new Map<string, Promise<Credentials>>();
let authority: ReturnType<typeof found> | null = null;
let impostor: ReturnType<typeof found> | null = null;

/** A certificate for a relay of this name, from an authority of this process that signs nothing else. */
function issue(host: string): Promise<Credentials> {
  authority ??= found();
  const known = issued.get(host) ?? certify(host, authority);
  issued.set(host, known);
  return known;
}

/** The same from an authority that looks alike and is another: same names, other keys. */
function imitate(host: string): Promise<Credentials> {
  impostor ??= found();
  return certify(host, impostor);
}

const fresh = () => ({
  serialNumber: Buffer.from(webcrypto.getRandomValues(new Uint8Array(SERIAL_BYTES))).toString('hex'),
  notBefore: new Date(Date.now() - DAY_MS),
  notAfter: new Date(Date.now() + DAY_MS),
  signingAlgorithm: ALGORITHM,
});

async function found() {
  const x = await x509();
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x.X509CertificateGenerator.createSelfSigned(
    {
      ...fresh(),
      name: 'CN=Mallory laboratory authority',
      keys,
      extensions: [
        new x.BasicConstraintsExtension(true, 0, true),
        new x.KeyUsagesExtension(x.KeyUsageFlags.keyCertSign, true),
      ],
    },
    webcrypto,
  );
  return { certificate, keys };
}

async function certify(host: string, by: ReturnType<typeof found>): Promise<Credentials> {
  const x = await x509();
  const { certificate, keys } = await by;
  const own = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const leaf = await x.X509CertificateGenerator.create(
    {
      ...fresh(),
      subject: `CN=${host}`,
      issuer: certificate.subject,
      publicKey: own.publicKey,
      signingKey: keys.privateKey,
      extensions: [
        new x.BasicConstraintsExtension(false, undefined, true),
        new x.ExtendedKeyUsageExtension([x.ExtendedKeyUsage.serverAuth], true),
        // Clients compare the name they dialled with this list (RFC 9525 §6), never with the subject.
        new x.SubjectAlternativeNameExtension([{ type: isIP(host) ? 'ip' : 'dns', value: host }]),
      ],
    },
    webcrypto,
  );
  const secret = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', own.privateKey)).toString('base64');
  return {
    cert: leaf.toString('pem'),
    key: `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----\n`,
    authority: certificate.toString('pem'),
  };
}

const settings = (verifies: Tls['verifies']) => ({ tls: { issue, imitate, verifies } });

/** Connections over TLS 1.3; peers check that the certificate is of the laboratory's authority and of this relay. */
export const tls: Part = {
  id: 'tls',
  title: 'TLS 1.3 to the relay, its certificate verified',
  protects: 'everything on the way between a peer and the relay, from everybody on that way',
  leavesOpen: 'everything at the relay, which reads, logs and carries as before',
  stage: 'tls',
  settings: settings('chain and host'),
};

/** Encrypted to whoever answers: a variant, as every `rejectUnauthorized: false` is. */
export const tlsUnverified: Part = {
  id: 'tls-unverified',
  title: 'TLS 1.3 to whoever answers, no certificate verified',
  protects: 'everything on the way, from those who only listen',
  leavesOpen: 'everything, to whoever stands between and answers as the relay',
  stage: 'tls',
  insteadOf: 'tls',
  settings: settings('nothing'),
};

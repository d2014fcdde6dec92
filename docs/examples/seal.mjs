// Seals at-risk details: node seal.mjs <address of the platform> < details.json > envelope.jose
// Needs nothing but Node 20. JWE (RFC 7516) with ECDH-ES+A256KW and A256GCM (RFC 7518).
import {createCipheriv, createHash, diffieHellman, createPublicKey, generateKeyPairSync, randomBytes} from 'node:crypto';
import {readFileSync} from 'node:fs';

const base64 = bytes => Buffer.from(bytes).toString('base64url');
const number = value => { const four = Buffer.alloc(4); four.writeUInt32BE(value); return four; };

// 1. The first published key is the one to seal to. Fetch it each time: keys change.
const {keys: [key]} = await (await fetch(process.argv[2] + '/v1/at-risk-details/keys')).json();

// 2. Spaces at the end, up to a multiple of 4096 bytes, so that the length tells nothing.
const details = readFileSync(0);
const padded = Buffer.alloc((Math.floor(details.length / 4096) + 1) * 4096, ' ');
details.copy(padded);

// 3. A key pair for this envelope alone, and from it the key that wraps (RFC 7518, 4.6.2).
const {publicKey, privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
const {kty, crv, x, y} = publicKey.export({format: 'jwk'});
const header = base64(JSON.stringify(
    {alg: 'ECDH-ES+A256KW', enc: 'A256GCM', kid: key.kid, epk: {kty, crv, x, y}}));
const shared = diffieHellman({privateKey, publicKey: createPublicKey({key, format: 'jwk'})});
const algorithm = Buffer.from('ECDH-ES+A256KW');
const wrapping = createHash('sha256')
    .update(number(1)).update(shared)
    .update(number(algorithm.length)).update(algorithm)
    .update(number(0)).update(number(0)).update(number(256))
    .digest();

// 4. Wrap a fresh content key (RFC 3394), and seal.
const contentKey = randomBytes(32);
const wrap = createCipheriv('id-aes256-wrap', wrapping, Buffer.from('A6A6A6A6A6A6A6A6', 'hex'));
const wrapped = Buffer.concat([wrap.update(contentKey), wrap.final()]);
const iv = randomBytes(12);
const seal = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(header));
const sealed = Buffer.concat([seal.update(padded), seal.final()]);
process.stdout.write(
    [header, base64(wrapped), base64(iv), base64(sealed), base64(seal.getAuthTag())].join('.'));

// Sends what fast-check invents to every described operation, as every role of the demo and as nobody, and fails on an
// answer of 500 or above (a 503 that says when to come again is counted apart), on a refusal that is no problem document, and
// on anything of our innards in an answer. `make fuzz` starts it. A run with the same SEED invents the same.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fc from "fast-check";

const DOOR = process.env.DOOR;
const EACH = Number(process.env.EACH ?? 3);
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const MINUTES = Number(process.env.MINUTES ?? 10);
const TOKEN = process.env.TOKEN_COMMAND;
if (!DOOR || !TOKEN) {
  console.error("Usage: DOOR=http://127.0.0.1:… TOKEN_COMMAND='make -s token ROLE=' [SEED=… EACH=3 MINUTES=10] node fuzz.mjs");
  process.exit(2);
}

const CALLERS = 6;
const TOKEN_LIFE = 200_000;
const METHODS = ["get", "post", "put", "patch", "delete"];
const INNARDS = /\bat [a-z]+\.[a-z.]+\(|\w\wException\b|org\.(?!uk)|com\.fasterxml|io\.quarkus|java\.(lang|util|sql)|SQLSTATE/;
const ROLES = [
  null,
  "demo-borough-islington",
  ..."drug-alcohol-worker referral-coordinator assessor facilitator programme-manager outcomes-analyst data-protection-officer auditor iss-worker iss-manager safeguarding-lead commissioner-borough commissioner-london commissioner-national"
    .split(" ")
    .map((role) => `demo-${role}`),
];

const description = await (await fetch(`${DOOR}/openapi.json`)).json();
const resolved = (node) =>
  node?.$ref ? node.$ref.slice(2).split("/").reduce((at, part) => at?.[part.replaceAll("~1", "/")], description) : node;

// --- What to invent

const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, "", " ", "\u0000", "\ud800", "9999-12-31", "+999999999-12-31", 1e308, -1, 2 ** 63, "x".repeat(5000), [], {}),
);

function invented(schemaOrReference, depth = 0) {
  const schema = resolved(schemaOrReference) ?? {};
  return fc.oneof({ weight: 12, arbitrary: proper(schema, depth) }, { weight: 1, arbitrary: junk });
}

function proper(schema, depth) {
  if (depth > 6) return fc.constant(null);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ("const" in schema) return fc.constant(schema.const);
  const choice = schema.oneOf ?? schema.anyOf;
  if (choice) return fc.oneof(...choice.map((one) => invented(one, depth + 1)));
  if (schema.allOf) return fc.tuple(...schema.allOf.map((one) => invented(one, depth + 1))).map((parts) => Object.assign({}, ...parts));
  const types = [schema.type ?? "string"].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema, depth)));
}

/** Some descriptions name bounds beyond what a number of this language can tell apart. */
function within(bound) {
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, bound));
}

function ofType(type, schema, depth) {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: within(schema.minimum ?? -(2 ** 31)), max: within(schema.maximum ?? 2 ** 31 - 1) });
    case "number":
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case "array":
      return fc.array(invented(schema.items, depth + 1), { maxLength: 3 });
    case "object": {
      const properties = Object.entries(schema.properties ?? {}).map(([name, of]) => [name, invented(of, depth + 1)]);
      return fc.record(Object.fromEntries(properties), { requiredKeys: schema.required ?? [] });
    }
    default:
      return text(schema);
  }
}

function text(schema) {
  switch (schema.format) {
    case "uuid":
      return fc.oneof(fc.integer({ min: 0, max: 999 }).map(known), fc.uuid());
    case "date":
      return fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
    case "date-time":
      return fc.date({ min: new Date("1970-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }).map((moment) => moment.toISOString());
    default:
      return fc.oneof(
        fc.string({ unit: "grapheme", maxLength: Math.min(schema.maxLength ?? 40, 300) }),
        fc.constantFrom("E09000019", "E09000007", "Demo", "2026-01-05", ...(schema.examples ?? [])),
      );
  }
}

/** The example with one of its fields invented: most wrong bodies get no further than the first wrong field. */
function nearly(example, schema) {
  const names = Object.keys(example ?? {});
  if (!names.length || Array.isArray(example) || typeof example !== "object") return invented(schema);
  return fc
    .constantFrom(...names)
    .chain((name) => invented(resolved(schema)?.properties?.[name]).map((value) => ({ ...example, [name]: value })));
}

// --- Ids that answers have named, so that requests are about something

const ids = ["00000000-0000-7000-8000-000000000000"];
const seen = new Set(ids);
function known(number) {
  return ids[number % ids.length];
}
function learn(answer) {
  for (const [id] of answer.slice(0, 20_000).matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g)) {
    if (!seen.has(id) && ids.length < 5000) {
      seen.add(id);
      ids.push(id);
    }
  }
}

// --- One request

const segment = (parameter) => {
  const schema = resolved(parameter.schema) ?? {};
  return fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 4999 }).map(known) },
    { weight: 3, arbitrary: proper(schema, 5).map((value) => String(value)) },
    { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 30 }) },
  );
};

function requests(method, path, operation, shared) {
  const parameters = [...(shared ?? []), ...(operation.parameters ?? [])].map(resolved);
  const places = parameters.filter((one) => one.in === "path");
  const queries = parameters.filter((one) => one.in === "query");
  const [type, content] = Object.entries(resolved(operation.requestBody)?.content ?? {})[0] ?? [];
  const example = Object.values(content?.examples ?? {})[0]?.value ?? resolved(content?.schema)?.examples?.[0];
  const body = !type
    ? fc.constant(undefined)
    : type.endsWith("json")
      ? fc.oneof(nearly(example, content.schema), invented(content.schema)).map((value) => JSON.stringify(value))
      : fc.oneof(fc.string({ maxLength: 300 }), fc.constant(typeof example === "string" ? example : JSON.stringify(example)));
  return fc.record({
    method: fc.constant(method.toUpperCase()),
    path: fc.tuple(...places.map(segment)).map((values) =>
      places.reduce((to, place, i) => to.replace(`{${place.name}}`, encodeURIComponent(values[i].toWellFormed())), path)),
    query: fc
      .record(Object.fromEntries(queries.map((one) => [one.name, invented(one.schema)])), { requiredKeys: queries.filter((one) => one.required).map((one) => one.name) })
      .map((values) => Object.entries(values).map(([name, value]) => `${name}=${encodeURIComponent(String(value?.toString?.() ?? "").toWellFormed())}`).join("&")),
    type: fc.constant(type),
    body,
    match: fc.constantFrom(undefined, '"0"', '"1"', '"2"', '"3"', '"nonsense"', "*"),
    key: fc.uuid(),
  });
}

const tokens = new Map();
function tokenOf(role) {
  const held = tokens.get(role);
  if (held && Date.now() - held.at < TOKEN_LIFE) return held.token;
  const token = execFileSync("sh", ["-c", TOKEN + role], { stdio: ["ignore", "pipe", "ignore"] }).toString().trim().split("\n").at(-1);
  tokens.set(role, { token, at: Date.now() });
  return token;
}

async function send(request, role) {
  const headers = { "X-Purpose": "COMPLAINT" };
  if (role) headers.Authorization = `Bearer ${tokenOf(role)}`;
  if (request.method !== "GET") headers["Idempotency-Key"] = request.key;
  if (request.match && request.method !== "GET") headers["If-Match"] = request.match;
  if (request.body !== undefined) headers["Content-Type"] = request.type;
  const address = `${DOOR}${request.path}${request.query ? `?${request.query}` : ""}`;
  const answer = await fetch(address, { method: request.method, headers, body: request.body, redirect: "manual", signal: AbortSignal.timeout(60_000) });
  return { status: answer.status, type: answer.headers.get("Content-Type") ?? "", again: answer.headers.get("Retry-After"), text: await answer.text() };
}

function complaint(answer) {
  if (answer.status >= 500) return `${answer.status}`;
  if (answer.status < 400) return null;
  if (!answer.type.startsWith("application/problem+json")) return `${answer.status} is no problem document but ${answer.type}`;
  return INNARDS.test(answer.text) ? `${answer.status} shows innards` : null;
}

// --- All of them

const counts = new Map(ROLES.map((role) => [role ?? "nobody", {}]));
const failures = new Map();
let unavailable = 0;
let sent = 0;
const end = Date.now() + MINUTES * 60_000;

const work = [];
for (const [path, item] of Object.entries(description.paths)) {
  for (const method of METHODS.filter((one) => item[one])) {
    const arbitrary = requests(method, path, item[method], item.parameters);
    for (const role of ROLES) work.push({ name: `${method.toUpperCase()} ${path}`, arbitrary, role });
  }
}
// Every role and operation gets its turn early, in an order of its own for each seed.
const order = (one) => createHash("sha1").update(`${SEED} ${one.name} ${one.role}`).digest("hex");
work.sort((a, b) => (order(a) < order(b) ? -1 : 1));

async function caller() {
  for (let job = work.pop(); job && Date.now() < end; job = work.pop()) {
    const seed = (SEED ^ parseInt(order(job).slice(0, 7), 16)) | 0;
    for (const request of fc.sample(job.arbitrary, { numRuns: EACH, seed })) {
      let answer;
      try {
        answer = await send(request, job.role);
      } catch (notSent) {
        failed(job, request, `no answer: ${notSent.cause?.code ?? notSent.name}`, "");
        continue;
      }
      sent++;
      const count = counts.get(job.role ?? "nobody");
      count[answer.status] = (count[answer.status] ?? 0) + 1;
      if (answer.status < 300) learn(answer.text);
      if (answer.status === 503 && answer.again) {
        unavailable++;
        continue;
      }
      const wrong = complaint(answer);
      if (wrong) failed(job, request, wrong, answer.text);
    }
  }
}

function failed(job, request, wrong, answer) {
  const kind = `${job.name}: ${wrong}`;
  const one = failures.get(kind) ?? { times: 0, role: job.role, request, answer: answer.slice(0, 300) };
  one.times++;
  if (one.times === 1) console.log(`${kind} as ${job.role ?? "nobody"}\n  ${JSON.stringify(request)}\n  ${one.answer}`);
  failures.set(kind, one);
}

ROLES.filter(Boolean).forEach(tokenOf);
console.log(`Seed ${SEED}: ${work.length} pairs of operation and role, ${EACH} requests each, at most ${MINUTES} minutes`);
await Promise.all(Array.from({ length: CALLERS }, caller));

console.log("\n| role | requests | answers |\n| --- | ---: | --- |");
for (const [role, count] of counts) {
  const all = Object.values(count).reduce((sum, one) => sum + one, 0);
  console.log(`| ${role} | ${all} | ${Object.entries(count).map(([status, times]) => `${status} × ${times}`).join(", ")} |`);
}
console.log(`\n${sent} requests, ${work.length} pairs left out for want of time, ${unavailable} refused with a Retry-After, ${failures.size} kinds of failure`);
for (const [kind, one] of failures) console.log(`- ${kind}: ${one.times} times`);
process.exit(failures.size ? 1 : 0);

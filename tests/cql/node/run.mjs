// Runs a library in ELM on cql-execution.
//   node run.mjs LIBRARY.json [--time] < people.jsonl > verdicts.jsonl
// Each line in is {"person": …, "headache": …}; each line out {"verdicts": {definition: true | false | null},
// "conflicts": […]}. With --time only one line comes out: the seconds of evaluation by the clock and of the
// processor (which another program on the same machine does not lengthen), and those of the whole run.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import cql from 'cql-execution';

const start = performance.now();
const [file, flag] = process.argv.slice(2);
const library = new cql.Library(JSON.parse(readFileSync(file, 'utf8')));
const names = Object.keys(library.expressions);
const types = Object.fromEntries(Object.values(library.parameters).map((one) => [one.name, one.parameterTypeSpecifier]));
const anyMoment = new cql.DateTime(2000, 1, 1, 0, 0, 0, 0, 0); // no rule reads the clock

// What JSON carries as what the engine computes with; what is left out stays left out.
function typed(value, type) {
  switch (type.type) {
    case 'TupleTypeSpecifier': {
      const given = type.element.filter((one) => value[one.name] !== undefined);
      if (given.length < Object.keys(value).length) {
        throw new Error(`not in the type: ${Object.keys(value).filter((k) => !given.some((one) => one.name === k))}`);
      }
      return Object.fromEntries(given.map((one) => [one.name, typed(value[one.name], one.elementType)]));
    }
    case 'ListTypeSpecifier':
      return value.map((one) => typed(one, type.elementType));
    case 'IntervalTypeSpecifier':
      return new cql.Interval(value.low ?? null, value.high ?? null, true, true, type.pointType.name);
  }
  return type.name.endsWith('}Date') ? cql.Date.parse(value) : value;
}

async function evaluated(parameters) {
  const conflicts = [];
  const listener = {
    onMessage: (_source, code, severity, message) => {
      if (severity === 'Error') conflicts.push(`${code}: ${message}`);
    },
  };
  // A context of its own keeps each definition once it is worked out; the executor's "unfiltered" one forgets all
  // that is not true, and works it out again for each rule that asks.
  const context = new cql.PatientContext(library, null, undefined, parameters, anyMoment, listener);
  const verdicts = {};
  for (const name of names) {
    const known = context.context_values[name];
    verdicts[name] = known === undefined ? await library.expressions[name].execute(context) : known;
  }
  return { verdicts, conflicts };
}

let seconds = 0;
let cpu = 0;
let count = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const given = JSON.parse(line);
  const parameters = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, typed(value, types[name])]));
  const before = performance.now();
  const used = process.cpuUsage();
  const found = await evaluated(parameters);
  const { user, system } = process.cpuUsage(used);
  seconds += (performance.now() - before) / 1000;
  cpu += (user + system) / 1e6;
  count += 1;
  if (flag !== '--time') console.log(JSON.stringify(found));
}
if (flag === '--time') {
  console.log(JSON.stringify({ evaluations: count, seconds, cpu_seconds: cpu, all_seconds: (performance.now() - start) / 1000 }));
}

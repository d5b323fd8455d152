// Translates CQL to ELM with the translator of the standard's editors: node translate.mjs < library.cql > library.json
// Exit status 1, with the errors, where the text is not valid CQL.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

globalThis.require = createRequire(import.meta.url); // the translator asks for it
const { CqlCompilerOptions, CqlTranslator, LibraryManager, ModelManager, createModelInfoProvider, createUcumService, stringAsSource } =
  await import('@cqframework/cql/cql-to-elm');

// The types of the system model (https://cql.hl7.org/09-b-cqlreference.html#types-1); the translator brings none.
const simple = ['Boolean', 'Integer', 'Long', 'Decimal', 'String', 'DateTime', 'Date', 'Time'];
const structured = {
  Quantity: { value: 'Decimal', unit: 'String' },
  Ratio: { numerator: 'Quantity', denominator: 'Quantity' },
  Code: { code: 'String', system: 'String', version: 'String', display: 'String' },
  Concept: { display: 'String' },
  Vocabulary: { id: 'String', version: 'String' },
};
const typeInfo = (kind, name, base, elements = {}) =>
  `<typeInfo xsi:type="${kind}" name="System.${name}"${base ? ` baseType="System.${base}"` : ''}>` +
  Object.entries(elements).map(([element, type]) => `<element name="${element}" type="System.${type}"/>`).join('') +
  '</typeInfo>';
const system =
  '<modelInfo xmlns="urn:hl7-org:elm-modelinfo:r1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
  ' name="System" version="1.0.0" url="urn:hl7-org:elm-types:r1" targetQualifier="system">' +
  typeInfo('SimpleTypeInfo', 'Any') +
  simple.map((name) => typeInfo('SimpleTypeInfo', name, 'Any')).join('') +
  Object.entries(structured).map(([name, elements]) => typeInfo('ClassInfo', name, 'Any', elements)).join('') +
  ['ValueSet', 'CodeSystem'].map((name) => typeInfo('ClassInfo', name, 'Vocabulary')).join('') +
  '</modelInfo>';

const models = new ModelManager();
models.modelInfoLoader.registerModelInfoProvider(
  createModelInfoProvider((name) => (name === 'System' ? stringAsSource(system) : null)),
);
const options = CqlCompilerOptions.defaultOptions();
options.validateUnits = false;
for (const extra of ['EnableAnnotations', 'EnableLocators']) {
  options.options.asJsSetView().delete(CqlCompilerOptions.Options.valueOf(extra));
}
const none = () => null;
const libraries = new LibraryManager(models, options, null, createUcumService(none, none, none, none));
const elm = CqlTranslator.fromText(readFileSync(0, 'utf8'), libraries).toJson();
const errors = (JSON.parse(elm).library.annotation ?? []).filter((one) => one.type === 'CqlToElmError');
for (const one of errors) console.error(`line ${one.startLine}: ${one.errorSeverity}: ${one.message}`);
if (errors.some((one) => one.errorSeverity === 'error')) process.exitCode = 1;
console.log(elm);

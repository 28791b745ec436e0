import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const NAMES = ['matrix', 'ablation', 'advice', 'lesson', 'prediction'] as const;

/** A schema of `schema/`. */
export const schemaOf = (name: (typeof NAMES)[number]) =>
  JSON.parse(readFileSync(new URL(`../../schema/${name}.v1.json`, import.meta.url), 'utf8'));

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
for (const name of NAMES) ajv.addSchema(schemaOf(name), name);

/** What a schema finds wrong with a document; empty where it is valid. */
export function complaintsAbout(name: (typeof NAMES)[number], document: unknown): string {
  const validate = ajv.getSchema(name)!;
  return validate(document) ? '' : JSON.stringify(validate.errors);
}

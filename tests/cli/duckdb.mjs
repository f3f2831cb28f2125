// What DuckDB answers to the SQL on stdin: the rows of its last statement, a JSON object a line, numbers as DuckDB writes them.
//   node duckdb.mjs .../node_modules/@duckdb/node-api
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const { DuckDBInstance } = createRequire(import.meta.url)(resolve(process.argv[2]));
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const answer = await connection.runAndReadAll(readFileSync(0, "utf8"));
for (const row of answer.getRowObjectsJson()) console.log(JSON.stringify(row));

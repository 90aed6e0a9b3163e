// Reads a WARC with npm's warcio and recomputes the digests of its records:
//   node digests.mjs NODE_MODULES FILE
// prints "records: N, digests: M, wrong: K".
import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {pathToFileURL} from "node:url";

const [modules, file] = process.argv.slice(2);
const {WARCParser} = await import(pathToFileURL(`${modules}/warcio/dist/index.js`));

const base32 = (bytes) => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  return bits.match(/.{5}/g).map((five) => letters[parseInt(five, 2)]).join("");
};
const sha1 = (bytes) => "sha1:" + base32(createHash("sha1").update(bytes).digest());

let records = 0, digests = 0, wrong = 0;
const check = (record, field, bytes) => {
  const stated = record.warcHeader(field);
  if (!stated) return;
  ++digests;
  if (stated !== sha1(bytes)) {
    ++wrong;
    console.log(`wrong ${field} of ${record.warcType} ${record.warcTargetURI}`);
  }
};

for await (const record of new WARCParser(createReadStream(file), {parseHttp: false})) {
  ++records;
  const block = Buffer.from(await record.readFully(false));
  check(record, "WARC-Block-Digest", block);
  const end = block.indexOf("\r\n\r\n");
  check(record, "WARC-Payload-Digest", block.subarray(end + 4));
}
console.log(`records: ${records}, digests: ${digests}, wrong: ${wrong}`);

export const id = 313;
export const ids = [313];
export const modules = {

/***/ 8559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ applicationFiles),
/* harmony export */   H: () => (/* binding */ shownName)
/* harmony export */ });
/* harmony import */ var _windows_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2906);

/** The files of `tree` below `root` (`''`: all of them) under the names Windows would give them. */
function applicationFiles(tree, root) {
    const prefix = (0,_windows_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .pathKey */ .Pn)(root);
    const files = new Map();
    const stored = new Map();
    const folders = new Map();
    const collisions = [];
    const impossible = [];
    for (const { path, size } of tree.files) {
        const key = keyBelow(prefix, path);
        if (key === undefined)
            continue;
        const shown = path.replaceAll('/', '\\').split('\\').filter(isNamed).slice(depth(prefix)).join('\\');
        if (files.has(key))
            collisions.push(shown);
        else {
            if (!isPossibleOnWindows(shown))
                impossible.push(shown);
            files.set(key, { path: shown, size });
            stored.set(key, path);
            const siblings = folders.get((0,_windows_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .parentPath */ .yl)(key));
            if (siblings === undefined)
                folders.set((0,_windows_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .parentPath */ .yl)(key), [key]);
            else
                siblings.push(key);
        }
    }
    return {
        files,
        inFolder: (folder) => folders.get(folder) ?? [],
        async read(key, offset, length) {
            const path = stored.get(key);
            if (path === undefined)
                throw new Error(`${key} is not a file of the application`);
            return tree.read(path, offset, length);
        },
        notes: [
            ...nameNote('Windows ignores case in names and keeps one of two files with the same name', collisions),
            ...nameNote('Windows cannot store a file of this name', impossible),
            ...nameNote('Windows keeps no file and folder of the same name', filesThatAreFolders(files)),
        ],
    };
}
function keyBelow(prefix, path) {
    const key = (0,_windows_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .pathKey */ .Pn)(path);
    if (prefix === '')
        return key;
    return key.startsWith(`${prefix}\\`) ? key.slice(prefix.length + 1) : undefined;
}
function isNamed(segment) {
    return segment !== '' && segment !== '.';
}
function depth(key) {
    return key === '' ? 0 : key.split('\\').length;
}
/** Names of devices, whatever extension follows them. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
const longestSegment = 255;
/** Source: learn.microsoft.com/windows/win32/fileio/naming-a-file. */
function isPossibleOnWindows(path) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (/[<>:"|?*\u0000-\u001f]|[. ](?:\\|$)/.test(path))
        return false;
    return path.split('\\').every((segment) => segment.length <= longestSegment && !deviceName.test(segment));
}
function filesThatAreFolders(files) {
    const folders = new Set();
    for (const key of files.keys()) {
        for (let folder = (0,_windows_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .parentPath */ .yl)(key); folder !== '' && !folders.has(folder); folder = (0,_windows_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .parentPath */ .yl)(folder))
            folders.add(folder);
    }
    return [...folders].flatMap((folder) => files.get(folder)?.path ?? []);
}
function nameNote(what, [first, ...others]) {
    if (first === undefined)
        return [];
    const more = others.length > 0 ? ` (and ${others.length} more)` : '';
    return [`${what}: ${shownName(first)}${more}.`];
}
/** A file name for a message: on one line and of bounded length, whatever it is made of. */
function shownName(name) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
    const visible = name.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '?');
    return visible.length > 200 ? `${visible.slice(0, 200)}…` : visible;
}


/***/ }),

/***/ 6664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zO: () => (/* binding */ packageParameters),
  yv: () => (/* binding */ withDeployParameters),
  kg: () => (/* binding */ withTextParameters)
});

// EXTERNAL MODULE: ./build/iis/configuration-file.js + 2 modules
var configuration_file = __webpack_require__(733);
// EXTERNAL MODULE: ./build/windows/paths.js
var paths = __webpack_require__(2906);
// EXTERNAL MODULE: ./build/artifact/application-files.js
var application_files = __webpack_require__(8559);
;// CONCATENATED MODULE: ./build/artifact/xpath.js
/** Longer ones are not written by hand. */
const longest = { text: 2000, steps: 32 };
/** `undefined` for what this reader does not understand, such as functions in place of a path, and for paths to texts. */
function parseXPath(text) {
    if (text.length > longest.text)
        return undefined;
    const parts = splitSteps(text);
    const last = parts?.at(-1);
    if (parts === undefined || last === undefined || parts.length > longest.steps)
        return undefined;
    const attribute = /^(?:@|attribute::)(?:[\w.-]+:)?([\w.-]+|\*)$/.exec(last.text)?.[1];
    const steps = (attribute === undefined ? parts : parts.slice(0, -1)).map(elementStep);
    const understood = steps.filter((step) => step !== undefined);
    if (steps.length === 0 || understood.length < steps.length)
        return undefined;
    return { steps: understood, ...(attribute === undefined ? {} : { attribute }) };
}
/** The steps between the `/` that stand outside quotes and brackets; `undefined` where one is not closed. */
function splitSteps(text) {
    const parts = [];
    const step = /(\/{0,2})((?:[^/'"[\]]|\[(?:[^'"\]]|'[^']*'|"[^"]*")*\])+)/y;
    while (step.lastIndex < text.length) {
        const found = step.exec(text);
        if (found === null)
            return undefined;
        const written = (found[2] ?? '').trim();
        if (written !== '.')
            parts.push({ text: written, anywhere: found[1] === '//' });
    }
    return parts;
}
function elementStep({ text, anywhere }) {
    const test = /^(?:(?:child|descendant|descendant-or-self)::)?(?:[\w.-]+:)?([\w.-]+|\*)\s*(\[.*)?$/.exec(text);
    if (test === null)
        return undefined;
    const predicates = test[2] ?? '';
    const name = test[1] === '*' ? /local-name\(\)\s*=\s*["']([\w.-]+)["']/.exec(predicates)?.[1] : test[1];
    return { ...(name === undefined ? {} : { name }), equal: comparisons(predicates), anywhere: anywhere || text.startsWith('descendant') };
}
/** What the predicates compare, as far as all of it must hold. */
function comparisons(predicates) {
    const comparison = /@([\w.-]+)\s*=\s*(?:'([^']*)'|"([^"]*)")/g;
    const rest = predicates.replace(comparison, '').replace(/\band\b|[[\]\s]/g, '');
    if (rest !== '')
        return [];
    return [...predicates.matchAll(comparison)].map((found) => ({ attribute: found[1] ?? '', value: found[2] ?? found[3] ?? '' }));
}
/** Whether the path leads to the last of `elements`, which lie in each other, the root first. */
function leadsTo({ steps }, elements) {
    let at = elements.length - 1;
    for (const [index, step] of [...steps.entries()].reverse()) {
        const below = steps[index + 1];
        while (below?.anywhere === true && at >= 0 && !fits(elements[at], step))
            at--;
        if (!fits(elements[at], step))
            return false;
        at--;
    }
    return true;
}
function fits(element, { name, equal }) {
    if (element === undefined || (name !== undefined && element.name !== name))
        return false;
    return equal.every(({ attribute, value }) => element.attributes.some((own) => own.name === attribute && own.value === value));
}

;// CONCATENATED MODULE: ./build/artifact/deploy-parameters.js




const mostParameters = 200;
const largestFile = 1024 * 1024;
const longestText = 200;
/** The parameters of a Web Deploy package, packed or not. */
async function packageParameters(tree) {
    const file = tree.files.find(({ path }) => path.toLowerCase() === 'parameters.xml');
    return file === undefined || file.size > largestFile ? [] : readDeployParameters(await tree.read(file.path));
}
/** The parameters that change files which the start reads. A file that cannot be read gives none. */
function readDeployParameters(bytes) {
    const file = (0,configuration_file/* readConfigurationFile */.B)('parameters.xml', bytes);
    if (file.state !== 'read')
        return [];
    return file.root.children
        .flatMap((parameter) => {
        const name = attributeOf(parameter, 'name') ?? '';
        return parameter.children.flatMap((entry) => deployParameter(name, entry) ?? []);
    })
        .slice(0, mostParameters);
}
function deployParameter(name, entry) {
    if (entry.name.toLowerCase() !== 'parameterentry')
        return undefined;
    // Older versions of Web Deploy write `type`.
    const kind = (attributeOf(entry, 'kind') ?? attributeOf(entry, 'type') ?? '').toLowerCase();
    // The scope is a regular expression over paths; \\web\.config$ and its like are what is met.
    const scope = (attributeOf(entry, 'scope') ?? '').toLowerCase().replaceAll('\\', '');
    const match = attributeOf(entry, 'match') ?? '';
    if (kind === 'xmlfile' && isInScope('web.config', scope)) {
        const target = parseXPath(match);
        return target === undefined ? undefined : { kind: 'xml', name, target };
    }
    // Also a regular expression, of which only the texts among them are understood.
    const text = match.replace(/\\(.)/g, '$1');
    return kind === 'textfile' && text !== '' && text.length <= longestText ? { kind: 'text', name, scope, text } : undefined;
}
/** Whether a scope can mean a file of this name; one without a name means all files. */
function isInScope(file, scope) {
    const parts = scope.replace(/^\^|\$$/g, '').split('.*');
    return scope.includes(file) || parts.every((part) => file.includes(part));
}
function attributeOf(element, name) {
    return element.attributes.find((attribute) => attribute.name.toLowerCase() === name)?.value;
}
/**
 * web.config with a placeholder in every attribute that the deployment will set, so that nothing is concluded from the value in the package.
 */
function withDeployParameters(webConfig, parameters) {
    if (webConfig.state !== 'read' || parameters.length === 0)
        return { webConfig, notes: [] };
    const changed = new Set();
    const replace = (element, above, whole) => {
        const path = [...above, element];
        const setters = whole === undefined ? parameters.filter((parameter) => setsIn(parameter, path)) : [whole];
        const here = setters.find((parameter) => parameter.kind === 'xml' && parameter.target.attribute === undefined);
        const attributes = element.attributes.map((attribute) => {
            const parameter = here ?? setters.find((setter) => setsAttribute(setter, attribute));
            if (parameter === undefined)
                return attribute;
            changed.add(`${element.name}/@${attribute.name}`);
            return { ...attribute, value: placeholder(parameter) };
        });
        return { ...element, attributes, children: element.children.map((child) => replace(child, path, here)) };
    };
    const root = replace(webConfig.root, []);
    if (changed.size === 0)
        return { webConfig, notes: [] };
    const note = `Parameters of the package set ${(0,application_files/* shownName */.H)([...changed].join(', '))} in web.config when it is deployed; their values are not known here.`;
    return { webConfig: { ...webConfig, root }, notes: [note] };
}
/** Whether the parameter can set something in the last of these elements. */
function setsIn(parameter, path) {
    return parameter.kind === 'text' ? isInScope('web.config', parameter.scope) : leadsTo(parameter.target, path);
}
function setsAttribute(parameter, { name, value }) {
    if (parameter.kind === 'text')
        return value.includes(parameter.text);
    return parameter.target.attribute === name || parameter.target.attribute === '*';
}
const placeholder = ({ name }) => `#{${name.replace(/[{}]/g, '').slice(0, 100) || 'parameter'}}`;
/** The text files of the start with a placeholder wherever the deployment will set a text. `contents` by key, as in the artifact. */
function withTextParameters(contents, parameters) {
    const texts = parameters.filter((parameter) => parameter.kind === 'text');
    if (texts.length === 0)
        return contents;
    return new Map([...contents].map(([key, bytes]) => [
        key,
        replaceTexts(bytes, texts.filter(({ scope }) => isInScope((0,paths/* fileName */.Md)(key), scope))),
    ]));
}
function replaceTexts(bytes, parameters) {
    // One character a byte, so that all other bytes stay what they are.
    const before = Buffer.from(bytes).toString('latin1');
    const after = parameters.reduce((text, parameter) => text.replaceAll(inBytes(parameter.text), () => inBytes(placeholder(parameter))), before);
    return after === before ? bytes : Buffer.from(after, 'latin1');
}
const inBytes = (text) => Buffer.from(text).toString('latin1');


/***/ }),

/***/ 9456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPackage: () => (/* binding */ openPackage)
});

// EXTERNAL MODULE: ./build/artifact/deploy-parameters.js + 1 modules
var deploy_parameters = __webpack_require__(6664);
// EXTERNAL MODULE: ./build/artifact/package-shape.js
var package_shape = __webpack_require__(1251);
// EXTERNAL MODULE: ./build/model/input-error.js
var input_error = __webpack_require__(8697);
// EXTERNAL MODULE: ./build/artifact/application-files.js
var application_files = __webpack_require__(8559);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/artifact/zip-data.js



/** Stored entries up to this size are read whole, so that their checksum can be compared. */
const smallEntry = 64 * 1024;
/** Of one entry, what lies behind this is as if it were not there: heads are read, not files. */
const mostOfEntry = 64 * 1024 * 1024;
/** Opens one entry. `count` is told the bytes that are unpacked, and may throw. */
function entryData(file, archive, entry, count) {
    let start;
    let packed = new Uint8Array();
    let bytes = new Uint8Array();
    const unpackTo = async (from, needed) => {
        while (bytes.length < needed && packed.length < entry.compressedSize) {
            const length = Math.min(Math.max(atMostPacked(needed), packed.length * 2), entry.compressedSize);
            const more = await file.read(from + packed.length, length - packed.length);
            packed = packed.length === 0 ? more : Buffer.concat([packed, more]);
            const unpacked = inflate(archive, entry, packed);
            count(unpacked?.length ?? mostOfEntry * 2);
            if (unpacked === undefined || more.length === 0)
                return;
            bytes = unpacked;
        }
    };
    const readStored = async (from, offset, length) => {
        if (bytes.length === 0 && (entry.size <= smallEntry || length === entry.size))
            bytes = await file.read(from, entry.size);
        if (bytes.length === 0)
            return file.read(from + offset, length);
        verify(archive, entry, bytes);
        return bytes.subarray(offset, offset + length);
    };
    return {
        entry,
        async range(offset, length) {
            if (typeof entry.method !== 'string')
                throw unsupportedMethod(archive, entry, entry.method.unsupported);
            start ??= await dataStart(file, archive, entry);
            const end = Math.min(offset + length, entry.size);
            if (entry.method === 'stored')
                return readStored(start, offset, Math.max(0, end - offset));
            await unpackTo(start, Math.min(end, mostOfEntry));
            return bytes.subarray(offset, end);
        },
    };
}
/**
 * The most compressed data that this much content can come from: what does not compress is stored in blocks of 64 KB with five bytes in
 * front. Hence a bomb unpacks to a thousand times what somebody asks for, and an image is not unpacked to its end for its head.
 */
function atMostPacked(content) {
    return content + Math.ceil(content / 1024) + 64;
}
function verify(archive, entry, bytes) {
    if (bytes.length !== entry.size || (0,external_node_zlib_.crc32)(bytes) !== entry.crc32)
        throw damagedEntry(archive, entry, 'content with another checksum');
}
/** A package inside a package is needed whole: its directory stands at its end. In bytes. */
const largestPackage = 256 * 1024 * 1024;
/** One entry as a file of its own, in memory unless it is stored as it is. `undefined`: it is too large for that. */
async function entryFile(file, archive, entry) {
    if (typeof entry.method !== 'string')
        throw unsupportedMethod(archive, entry, entry.method.unsupported);
    const start = await dataStart(file, archive, entry);
    const close = async () => { };
    if (entry.method === 'stored') {
        const read = (offset, length) => file.read(start + offset, Math.max(0, Math.min(length, entry.size - offset)));
        return { size: entry.size, read, close };
    }
    if (entry.size > largestPackage || entry.compressedSize > largestPackage)
        return undefined;
    const bytes = inflate(archive, entry, await file.read(start, entry.compressedSize), largestPackage) ?? new Uint8Array();
    return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length), close };
}
/** What the compressed data unpack to so far. `undefined`: more than is read of one entry, yet not more than it declares. */
function inflate(archive, entry, packed, most = mostOfEntry * 2) {
    const whole = packed.length >= entry.compressedSize;
    const maxOutputLength = Math.max(1, Math.min(entry.size, most));
    try {
        const bytes = (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength, finishFlush: whole ? external_node_zlib_.constants.Z_FINISH : external_node_zlib_.constants.Z_SYNC_FLUSH });
        if (whole && bytes.length !== entry.size)
            throw damagedEntry(archive, entry, `content of ${bytes.length} bytes instead of ${entry.size}`);
        if (whole)
            verify(archive, entry, bytes);
        return bytes;
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            throw error;
        if (!isTooLarge(error))
            throw damagedEntry(archive, entry, 'compressed data that cannot be read');
        if (entry.size <= maxOutputLength)
            throw damagedEntry(archive, entry, `more content than the ${entry.size} bytes it declares`);
        return undefined;
    }
}
function isTooLarge(error) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
const localHeader = { length: 30, signature: 0x04034b50, nameLengthAt: 26, extraLengthAt: 28 };
/** The data follow the entry's own header, whose name and extra field may be longer than those of the directory. */
async function dataStart(file, archive, entry) {
    const header = Buffer.from(await file.read(entry.headerOffset, localHeader.length));
    if (header.length < localHeader.length || header.readUInt32LE(0) !== localHeader.signature) {
        throw damagedEntry(archive, entry, 'no entry where the directory points to');
    }
    const fields = header.readUInt16LE(localHeader.nameLengthAt) + header.readUInt16LE(localHeader.extraLengthAt);
    const start = entry.headerOffset + localHeader.length + fields;
    if (start + entry.compressedSize > file.size)
        throw damagedEntry(archive, entry, 'data that lie behind the end of the archive');
    return start;
}
/** Methods of APPNOTE.TXT (4.4.5) that archivers still write. */
const methodNames = new Map([
    [9, 'Deflate64'],
    [12, 'BZip2'],
    [14, 'LZMA'],
    [93, 'Zstandard'],
    [95, 'XZ'],
    [98, 'PPMd'],
    [99, 'AES encryption'],
]);
function unsupportedMethod(archive, entry, method) {
    const name = methodNames.get(method);
    const found = `compression method ${method}${name === undefined ? '' : ` (${name})`}`;
    return new input_error/* InputError */.d([{ file: archive, place: (0,application_files/* shownName */.H)(entry.name), expected: 'an entry that is stored or deflated', found }]);
}
/** The error for an entry that no tool could unpack. */
function damagedEntry(archive, entry, found) {
    return new input_error/* InputError */.d([{ file: archive, place: (0,application_files/* shownName */.H)(entry.name), expected: 'an entry that can be unpacked', found }]);
}

// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(663);
;// CONCATENATED MODULE: ./build/artifact/zip-end.js

/** The record at the end of an archive that says where its directory lies (APPNOTE.TXT, 4.3.16). */
const endRecord = { length: 22, signature: 0x06054b50, directorySizeAt: 12, directoryOffsetAt: 16, commentLengthAt: 20 };
const longestComment = 0xffff;
const directorySignature = 0x02014b50;
/** Where a field of the record has this, ZIP64 records in front of it have the value. */
const inZip64 = 0xffffffff;
/**
 * Finds the end of the archive in `file`. Throws `InputError` for what is no archive, and for one whose end can be read in two ways, so
 * that tools unpack different things.
 */
async function archiveEnd(file, archive) {
    const from = Math.max(0, file.size - endRecord.length - longestComment);
    const tail = Buffer.from(await file.read(from, file.size - from));
    const ends = endRecords(tail);
    const [last] = ends;
    if (last === undefined)
        throw noArchive(archive, await foreignFormat(file));
    const whole = ends.filter(({ end }) => end === tail.length);
    if (whole.some(({ at }) => at !== last.at))
        throw noArchive(archive, 'a second end of the archive in its comment');
    if (last.end > tail.length)
        throw noArchive(archive, 'an archive that is cut off inside its comment');
    const size = tail.readUInt32LE(last.at + endRecord.directorySizeAt);
    const directoryOffset = tail.readUInt32LE(last.at + endRecord.directoryOffsetAt);
    if (directoryOffset === inZip64 || size === inZip64)
        return { size: from + last.end };
    const before = from + last.at - size - directoryOffset;
    if (before > 0 && (await isDirectory(file, directoryOffset + before)) && !(await isDirectory(file, directoryOffset))) {
        throw noArchive(archive, `${before} bytes in front of it that its directory does not count, as in a self-extracting archive`);
    }
    return { size: from + last.end, directoryOffset };
}
/** Everything in the tail that looks like the record, the last first. */
function endRecords(tail) {
    const found = [];
    for (let at = tail.length - endRecord.length; at >= 0; at--) {
        if (tail.readUInt32LE(at) !== endRecord.signature)
            continue;
        found.push({ at, end: at + endRecord.length + tail.readUInt16LE(at + endRecord.commentLengthAt) });
    }
    return found;
}
/** Whether an entry of a directory begins at `offset`. */
async function isDirectory(file, offset) {
    const bytes = Buffer.from(await file.read(offset, 4));
    return bytes.length === 4 && bytes.readUInt32LE(0) === directorySignature;
}
/** What people take for a ZIP archive, by its first bytes. */
const formats = [
    ['a 7z archive', 0, '377abcaf271c'],
    ['a RAR archive', 0, '526172211a07'],
    ['a gzip file', 0, '1f8b'],
    ['an xz file', 0, 'fd377a585a00'],
    ['a Zstandard file', 0, '28b52ffd'],
    ['a cabinet file', 0, '4d534346'],
    ['a tar archive', 257, '7573746172'],
];
async function foreignFormat(file) {
    if (file.size === 0)
        return 'an empty file';
    const head = Buffer.from(await file.read(0, 512));
    const found = formats.find(([, offset, bytes]) => head.toString('hex', offset, offset + bytes.length / 2) === bytes);
    if (found !== undefined)
        return found[0];
    const begins = head.toString('latin1', 0, 2) === 'PK';
    return begins ? 'an archive that is cut off: its end with the directory is missing' : 'a file that is none, or one without its end';
}
function noArchive(archive, found) {
    return new input_error/* InputError */.d([{ file: archive, expected: 'a ZIP archive', found }]);
}

;// CONCATENATED MODULE: ./build/artifact/zip-entries.js




const mostEntries = 200_000;
const mostProblems = 10;
const headerLength = { local: 30, directory: 46 };
const utf8Flag = 0x800;
/** The central directory is read through windows of this length. */
const windowLength = 256 * 1024;
/**
 * Lists an archive without reading its files. What no unpacking tool could use safely is an `InputError` with every problem of its kind:
 * damaged directory, names that lead out of the folder, encrypted entries, entries that share bytes.
 * Format: pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT.
 */
async function readZipEntries(file, archive) {
    const listed = await listEntries(file, archive);
    const problems = [...listed.flatMap((one) => entryProblems(archive, one)), ...overlaps(archive, listed)];
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems.slice(0, mostProblems));
    return listed.map(({ entry }) => entry).filter(({ name }) => !/[\\/]$/.test(name));
}
async function listEntries(file, archive) {
    const { size, directoryOffset } = await archiveEnd(file, archive);
    const listed = [];
    try {
        const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
        const zip = await yauzl.fromRandomAccessReaderPromise(new ArchiveReader(file, size), size, options);
        if (zip.entryCount > mostEntries)
            throw noArchive(archive, `${zip.entryCount} entries, more than a publish output has`);
        for await (const entry of zip.eachEntry())
            listed.push(listEntry(entry));
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            throw error;
        throw noArchive(archive, (0,application_files/* shownName */.H)(messageOf(error)));
    }
    const read = listed.reduce((total, { directoryLength }) => total + directoryLength, 0);
    if (directoryOffset !== undefined && (await isDirectory(file, directoryOffset + read)))
        throw noArchive(archive, `more entries than the ${listed.length} that its end declares`);
    return listed;
}
function messageOf(error) {
    return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
function listEntry(entry) {
    return {
        entry: {
            name: nameOf(entry),
            compressedSize: entry.compressedSize,
            size: entry.uncompressedSize,
            crc32: entry.crc32,
            method: methodOf(entry.compressionMethod),
            isLink: isUnixLink(entry),
            headerOffset: entry.relativeOffsetOfLocalHeader,
        },
        encrypted: entry.isEncrypted(),
        length: headerLength.local + entry.fileNameLength + entry.compressedSize,
        directoryLength: headerLength.directory + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength,
    };
}
function isUtf8(bytes) {
    try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        return true;
    }
    catch {
        return false;
    }
}
/** Some archivers write UTF-8 without saying so; what is no UTF-8 is in the code page of old ones. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }) {
    const flags = isUtf8(fileNameRaw) ? generalPurposeBitFlag | utf8Flag : generalPurposeBitFlag;
    return yauzl.getFileNameLowLevel(flags, fileNameRaw, extraFields, true);
}
function methodOf(number) {
    if (number === 0)
        return 'stored';
    return number === 8 ? 'deflated' : { unsupported: number };
}
/** Made on Unix (upper byte 3) with the file type `S_IFLNK` in the upper half of the external attributes. */
function isUnixLink({ versionMadeBy, externalFileAttributes }) {
    return versionMadeBy >>> 8 === 3 && ((externalFileAttributes >>> 16) & 0xf000) === 0xa000;
}
function entryProblems(archive, { entry, encrypted }) {
    const { name, method, size, compressedSize } = entry;
    const problems = [];
    const add = (expected, found) => void problems.push({ file: archive, place: (0,application_files/* shownName */.H)(name), expected, found });
    if (name === '' || /^[\\/]|^[a-z]:/i.test(name))
        add('a name relative to the archive', 'an absolute one');
    if (name.split(/[\\/]/).includes('..'))
        add('a name inside the archive', 'one that leads out of it');
    if (encrypted)
        add('an entry without encryption', 'an encrypted one');
    else if (method === 'stored' && size !== compressedSize)
        add('an entry that can be unpacked', `${compressedSize} stored bytes instead of ${size}`);
    return problems;
}
/** Entries that share bytes unpack to far more than they take; no archiver writes them. */
function overlaps(archive, listed) {
    const byOffset = listed.toSorted((left, right) => left.entry.headerOffset - right.entry.headerOffset);
    return byOffset.flatMap(({ entry, length }, index) => {
        const next = byOffset[index + 1];
        if (next === undefined || entry.headerOffset + length <= next.entry.headerOffset)
            return [];
        return [
            {
                file: archive,
                place: (0,application_files/* shownName */.H)(next.entry.name),
                expected: 'bytes of its own',
                found: `bytes that belong to ${(0,application_files/* shownName */.H)(entry.name)}`,
            },
        ];
    });
}
/** Lets yauzl read through the port, a window at a time. */
class ArchiveReader extends yauzl.RandomAccessReader {
    #file;
    #size;
    #window = { start: 0, bytes: new Uint8Array() };
    constructor(file, size) {
        super();
        this.#file = file;
        this.#size = size;
    }
    read(buffer, offset, length, position, callback) {
        const inside = position - this.#window.start;
        if (inside >= 0 && inside + length <= this.#window.bytes.length) {
            buffer.set(this.#window.bytes.subarray(inside, inside + length), offset);
            callback(null);
            return;
        }
        const wanted = Math.min(Math.max(length, windowLength), Math.max(0, this.#size - position));
        this.#file.read(position, wanted).then((bytes) => {
            this.#window = { start: position, bytes };
            if (bytes.length < length)
                return callback(new Error('the archive is cut off'));
            buffer.set(bytes.subarray(0, length), offset);
            callback(null);
        }, callback);
    }
}

;// CONCATENATED MODULE: ./build/artifact/zip-tree.js




/** All that is unpacked of one archive, in bytes. Program files shrink to a third; what unpacks to far more is a bomb. */
const mostUnpacked = (size) => Math.min(2 * 1024 * 1024 * 1024, 256 * 1024 * 1024 + 20 * size);
/** From this size on, an archive that unpacks to more than a hundred times its own is worth a word. */
const remarkableSize = 1024 * 1024 * 1024;
/** Opens `file` as a ZIP archive; `name` is what messages call it. Throws `InputError` for one that cannot be used. */
async function readZipTree(file, name) {
    const entries = await readZipEntries(file, name);
    // Of two entries with one name the first counts, as for `applicationFiles`.
    const byName = new Map(entries.toReversed().map((entry) => [entry.name, entry]));
    let last;
    let unpacked = 0;
    const dataOf = (entry) => {
        if (last?.entry !== entry)
            last = entryData(file, name, entry, count);
        return last;
    };
    const count = (bytes) => {
        unpacked += bytes;
        if (unpacked > mostUnpacked(file.size))
            throw new input_error/* InputError */.d([{ file: name, expected: 'a package of ordinary size', found: 'one that unpacks without end' }]);
    };
    const entryOf = (path) => {
        const entry = byName.get(path);
        if (entry === undefined)
            throw new Error(`${path} is not an entry of ${name}`);
        return entry;
    };
    return {
        name,
        files: entries.map(({ name: path, size }) => ({ path, size })),
        notes: archiveNotes(entries, file.size),
        open: (path) => entryFile(file, name, entryOf(path)),
        async read(path, offset, length) {
            const entry = entryOf(path);
            if (offset !== undefined && length !== undefined)
                return dataOf(entry).range(offset, length);
            const bytes = await dataOf(entry).range(0, entry.size);
            if (bytes.length !== entry.size)
                throw damagedEntry(name, entry, 'more content than is read of one entry');
            return bytes;
        },
    };
}
function archiveNotes(entries, size) {
    const unpacked = entries.reduce((total, entry) => total + entry.size, 0);
    const links = entries.filter((entry) => entry.isLink);
    const [link] = links;
    const notes = [];
    if (unpacked > remarkableSize && unpacked > size * 100) {
        notes.push(`The package unpacks to ${Math.round(unpacked / 1024 / 1024)} MB, more than a hundred times its size.`);
    }
    if (link !== undefined) {
        const more = links.length > 1 ? ` and ${links.length - 1} more are links` : ' is a link';
        notes.push(`${(0,application_files/* shownName */.H)(link.name)}${more}; Windows unpacks a link as a small text file.`);
    }
    return notes;
}

;// CONCATENATED MODULE: ./build/artifact/open-package.js



/** Opens a package file by what is in it: a Web Deploy package, a NuGet package or a plain ZIP archive. */
async function openPackage(file, name) {
    const archive = await readZipTree(file, name);
    const shape = (0,package_shape/* packageShape */.m4)(archive.files.map(({ path }) => path));
    const parameters = shape === 'web-deploy-package' ? await (0,deploy_parameters/* packageParameters */.zO)(archive) : [];
    const tree = deliveredFiles(archive, shape);
    return { tree, shape, chooseRoot: package_shape/* chooseRootOf */.HN[shape], openFile: tree.open, parameters, notes: archive.notes };
}
/** The archive without the package's own files, under the names it delivers: NuGet writes blanks and the like as `%20`. */
function deliveredFiles(archive, shape) {
    if (shape !== 'nupkg')
        return archive;
    const stored = new Map();
    const files = archive.files.flatMap(({ path, size }) => {
        if ((0,package_shape/* isPackageMetadata */.sq)(shape, path))
            return [];
        const delivered = unescaped(path);
        stored.set(delivered, path);
        return [{ path: delivered, size }];
    });
    const storedName = (path) => stored.get(path) ?? path;
    return {
        ...archive,
        files,
        read: (path, offset, length) => archive.read(storedName(path), offset, length),
        open: (path) => archive.open(storedName(path)),
    };
}
/** A name that would lead elsewhere once decoded stays as it is. */
function unescaped(path) {
    try {
        const decoded = decodeURIComponent(path);
        return decoded.split(/[\\/]/).includes('..') ? path : decoded;
    }
    catch {
        return path;
    }
}


/***/ }),

/***/ 1251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ chooseRootOf),
/* harmony export */   m4: () => (/* binding */ packageShape),
/* harmony export */   sq: () => (/* binding */ isPackageMetadata)
/* harmony export */ });
/* harmony import */ var _windows_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2906);
/* harmony import */ var _packages_inside_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7595);


/** What a package is, by the files at its top. */
function packageShape(paths) {
    const keys = new Set(paths.map(_windows_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .pathKey */ .Pn));
    if (keys.has('archive.xml') && !keys.has('web.config') && [...keys].some((key) => key.startsWith('content\\')))
        return 'web-deploy-package';
    const nuspec = [...keys].some((key) => /^[^\\]+\.nuspec$/.test(key));
    return nuspec ? 'nupkg' : 'zip';
}
/** The root by the conventions of each shape. */
const chooseRootOf = {
    zip: (files, roots) => takeTop(roots) ?? takeOnlyFolder(files, roots) ?? { root: '', notes: (0,_packages_inside_js__WEBPACK_IMPORTED_MODULE_1__/* .packagesWithoutApplication */ .Y)('package', files, roots) },
    'web-deploy-package': (files, roots) => {
        const below = roots.filter((root) => /^content(?:\/|$)/i.test(root));
        const root = below.find((candidate) => /(?:^|\/)packagetmp$/i.test(candidate)) ?? below[0] ?? packageTmp(files) ?? '';
        return { root, notes: [] };
    },
    nupkg: (_, roots) => {
        const content = roots.find((root) => /^content$/i.test(root));
        return takeTop(roots) ?? { root: content ?? (roots.length === 1 ? (roots[0] ?? '') : ''), notes: [] };
    },
};
function takeTop(roots) {
    return roots.includes('') ? { root: '', notes: [] } : undefined;
}
/** An archive of a folder instead of its contents: everything lies below one folder, and that folder, or one below it, is the application. */
function takeOnlyFolder(files, roots) {
    const [root, ...others] = roots;
    if (root === undefined)
        return undefined;
    const below = others.every((other) => other.startsWith(`${root}/`));
    const prefix = `${(0,_windows_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .pathKey */ .Pn)(root)}\\`;
    if (!below || ![...files.keys()].every((key) => key.startsWith(prefix)))
        return undefined;
    return { root, notes: [] };
}
/** The folder a Web Deploy package was made from, where no application shows in it. */
function packageTmp(files) {
    for (const { path } of files.values()) {
        const found = /^(content\\(?:[^\\]+\\)*packagetmp)\\/i.exec(path)?.[1];
        if (found !== undefined)
            return found.replaceAll('\\', '/');
    }
    return undefined;
}
/** Files that belong to the package and not to what it delivers. */
function isPackageMetadata(shape, path) {
    if (shape !== 'nupkg')
        return false;
    const key = (0,_windows_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .pathKey */ .Pn)(path);
    return (key === '[content_types].xml' || key === '.signature.p7s' || key.startsWith('_rels\\') || key.startsWith('package\\') || isNuspec(key));
}
function isNuspec(key) {
    return (0,_windows_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .fileName */ .Md)(key) === key && key.endsWith('.nuspec');
}


/***/ }),

/***/ 7595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ packagesInside),
/* harmony export */   Y: () => (/* binding */ packagesWithoutApplication)
/* harmony export */ });
/* harmony import */ var _windows_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2906);
/* harmony import */ var _application_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8559);


const isPackage = (path) => /\.(?:zip|nupkg)$/i.test(path);
/** The packages among the files of an input, those of the outer folders first. */
function packagesInside({ files }) {
    const depth = (path) => (0,_windows_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .pathKey */ .Pn)(path).split('\\').length;
    return files
        .map(({ path }) => path)
        .filter(isPackage)
        .toSorted((left, right) => depth(left) - depth(right));
}
/** The note about packages that lie where no application does, when none was found in them either; empty when there are no packages. */
function packagesWithoutApplication(input, files, roots) {
    const packages = roots.length > 0 ? [] : [...files.values()].map(({ path }) => path).filter(isPackage);
    const [first, ...others] = packages;
    if (first === undefined)
        return [];
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    const advice = others.length > 0 ? ' Name one to check it.' : '';
    return [`No application lies in the ${input}, and none was found in the packages that do: ${(0,_application_files_js__WEBPACK_IMPORTED_MODULE_1__/* .shownName */ .H)(first)}${more}.${advice}`];
}


/***/ }),

/***/ 8313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check)
});

;// CONCATENATED MODULE: ./build/model/some-of.js
/** `first, second and 3 more`: at most `shown` names. */
function someOf(names, shown = 5) {
    const more = names.length > shown ? ` and ${names.length - shown} more` : '';
    return `${names.slice(0, shown).join(', ')}${more}`;
}

// EXTERNAL MODULE: ./build/windows/paths.js
var paths = __webpack_require__(2906);
;// CONCATENATED MODULE: ./build/advice/application-nested.js


/** The application at the root is whole, and another publish output lies below it. */
const applicationNested = ({ facts: { artifact }, workedOut: { aspNetCore } }) => {
    const below = artifact.root === '' ? '' : `${(0,paths/* pathKey */.Pn)(artifact.root)}\\`;
    const started = `${aspNetCore?.processPath ?? ''} ${aspNetCore?.arguments ?? ''}`.replaceAll('/', '\\').toLowerCase();
    const all = artifact.otherRoots.filter((root) => {
        const key = (0,paths/* pathKey */.Pn)(root);
        // web.config may well start an application from a folder below it.
        return key !== '' && key.startsWith(below) && !started.includes(`${key.slice(below.length)}\\`);
    });
    // An output that was published into itself again and again is one mistake.
    const nested = all.filter((root) => !all.some((outer) => (0,paths/* pathKey */.Pn)(root).startsWith(`${(0,paths/* pathKey */.Pn)(outer)}\\`)));
    const deeper = all.length - nested.length;
    const [first] = nested;
    // Without a web.config of its own the root is not the application; the failure names the place where it is.
    if (first === undefined || artifact.webConfig.state === 'absent')
        return [];
    return [
        {
            rule: 'application-nested',
            severity: 'note',
            certainty: 'likely',
            message: nested.length === 1
                ? `Another application lies inside the artifact, in ${first}; it is deployed as content of this one.`
                : `${nested.length} other applications lie inside the artifact, in ${someOf(nested)}; they are deployed as content of this one.`,
            evidence: [
                ...nested.slice(0, 10).map((root) => `${root} has a web.config or a runtimeconfig.json of its own.`),
                ...(deeper === 0 ? [] : [`${deeper} more ${deeper === 1 ? 'lies' : 'lie'} inside ${nested.length === 1 ? 'it' : 'them'}.`]),
            ],
            remedies: [
                {
                    side: 'app',
                    text: 'Publish into a folder outside the project, or exclude the old output; what lies in the project folder is published as content.',
                    snippet: '<Content Remove="publish\\**" />',
                },
            ],
            place: { in: 'artifact', file: artifact.root === '' ? first : first.slice(artifact.root.length + 1) },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/application-root-below.js
/** Nothing at the top of the input is an application; one folder below is, and the check went on there. */
const applicationRootBelow = ({ facts: { artifact } }) => {
    const { name, root, label, shape, webConfig } = artifact;
    // The layout of Web Deploy and NuGet packages is their own business, and several applications in one input are meant to be there.
    if (root === '' || label !== undefined || (shape !== 'folder' && shape !== 'zip'))
        return [];
    return [
        {
            rule: 'application-root-below',
            severity: 'warning',
            certainty: 'likely',
            message: `The application root is really ${root}, where the check went on; deployed as it is, IIS finds no web.config at the top and answers 403.14 or 404.`,
            evidence: [`${name} has no web.config and no application at its top.`, `${root} looks like the root of an application.`],
            remedies: [
                { side: 'app', text: `Deploy the content of ${root} instead of the folder above it, or name ${name}/${root} as the artifact.` },
                { side: 'server', text: `Point the physical path of the application at ${root}.` },
            ],
            ...(webConfig.state === 'absent' ? {} : { place: { in: 'artifact', file: webConfig.path } }),
        },
    ];
};

;// CONCATENATED MODULE: ./build/ancm/image-architecture.js
/** Why a process of `architecture` cannot load `image` with LoadLibrary, in words; `undefined` when it can. */
function whyNotLoadable(image, architecture) {
    switch (image.format) {
        case 'empty':
            return 'the file is empty';
        case 'elf':
            return 'it is a Linux library (ELF)';
        case 'mach-o':
            return 'it is a macOS library (Mach-O)';
        case 'not-an-image':
            return `it is not a Windows image: ${image.why}`;
        case 'pe':
            return image.machine === architecture ? undefined : `it is compiled for ${image.machine}`;
    }
}
/**
 * Why the runtime of a process of `architecture` refuses a managed assembly with BadImageFormatException; `undefined` when it loads it.
 * IL-only images of machine I386 without 32BITREQUIRED are AnyCPU (ECMA-335 II.25.3.3.1). A ReadyToRun image of another machine is refused,
 * not run from its IL (dotnet/runtime:src/coreclr/vm/peimagelayout.cpp, src/coreclr/utilcode/pedecoder.cpp).
 */
function whyAssemblyRefused(image, architecture) {
    if (image.format !== 'pe')
        return whyNotLoadable(image, architecture);
    const { machine, clr } = image;
    if (clr === undefined)
        return 'it is a native image, not a managed assembly';
    if (clr.readyToRun && machine !== architecture)
        return `it is compiled ahead of time (ReadyToRun) for ${machine}`;
    if (machine === 'x86' && image.bits === 32 && clr.ilOnly) {
        return clr.requires32Bit && architecture !== 'x86' ? 'it is compiled for x86 only (32BITREQUIRED)' : undefined;
    }
    return machine === architecture ? undefined : `it is compiled for ${machine} only`;
}

;// CONCATENATED MODULE: ./build/model/once-for-each.js
/** What follows from one thing alone, such as the artifact or the bytes of a file, worked out once for each: it may go to thousands of servers. */
function onceForEach(compute) {
    const known = new WeakMap();
    return (key) => {
        const before = known.get(key) ?? { value: compute(key) };
        known.set(key, before);
        return before.value;
    };
}

;// CONCATENATED MODULE: ./build/ancm/bundled-host-version.js


const runtimePack = /^(?:runtimepack\.)?(?:Microsoft\.NETCore\.App\.Runtime|runtime)\.[\w.-]+\/(\d+\.\d+\.\d+[\w.+-]*)$/;
/** A JSON file of the artifact as a value, or `undefined` when it is absent or not JSON. Positions and dialects do not matter here. */
function jsonContent(artifact, path) {
    const bytes = artifact.contents.get((0,paths/* pathKey */.Pn)(path));
    return bytes === undefined ? undefined : jsonValue(bytes);
}
const jsonValue = onceForEach((bytes) => {
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return undefined;
    }
});
function property(value, key) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
function fromRuntimeConfig(config) {
    const included = property(property(config, 'runtimeOptions'), 'includedFrameworks');
    if (!Array.isArray(included))
        return undefined;
    const core = included.find((entry) => property(entry, 'name') === 'Microsoft.NETCore.App');
    const version = property(core, 'version');
    return typeof version === 'string' ? version : undefined;
}
function fromDeps(deps) {
    const libraries = property(deps, 'libraries');
    if (typeof libraries !== 'object' || libraries === null)
        return undefined;
    const names = Object.keys(libraries);
    const pack = names.find((name) => name.startsWith('runtimepack.Microsoft.NETCore.App.')) ??
        names.find((name) => name.includes('Microsoft.NETCore.App/'));
    return pack === undefined ? undefined : (runtimePack.exec(pack)?.[1] ?? pack.split('/')[1]);
}
/** `8.0.2225.52707`, the file version of a host dll, names the channel in its first two parts. */
function fromFileVersion(artifact, folder) {
    for (const name of ['hostfxr.dll', 'hostpolicy.dll', 'coreclr.dll']) {
        const image = artifact.images.get((0,paths/* pathKey */.Pn)(`${folder}\\${name}`));
        const match = image?.format === 'pe' ? /^(\d+)\.(\d+)\.(\d+)/.exec(image.fileVersion ?? '') : null;
        if (match?.[1] === undefined || match[2] === undefined)
            continue;
        // hostfxr's third part is the patch times 100 plus the build month (5.0 and later), or the build day (3.x); only the channel is safe.
        return `${match[1]}.${match[2]}.0`;
    }
    return undefined;
}
/**
 * The version of the host that a self-contained application brings: from `includedFrameworks` of its runtimeconfig.json, from the
 * runtime pack in its deps.json, or from the file version of its host dlls. `undefined` when none of them tells.
 */
function bundledHostVersion(artifact, dll) {
    const stem = dll.replace(/\.[^.\\]*$/, '');
    return (fromRuntimeConfig(jsonContent(artifact, `${stem}.runtimeconfig.json`)) ??
        fromDeps(jsonContent(artifact, `${stem}.deps.json`)) ??
        fromFileVersion(artifact, (0,paths/* parentPath */.yl)(dll)));
}

;// CONCATENATED MODULE: ./build/dotnet/fx-version.js
const number = '0|[1-9][0-9]*';
const preIdentifier = `(?:${number}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)`;
const pattern = new RegExp(`^(${number})\\.(${number})\\.(${number})(-${preIdentifier}(?:\\.${preIdentifier})*)?(\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`);
/** The version in `text`, or `undefined` where the host rejects it: `8.0`, `v8.0.0`, `08.0.0`, `8.0.0.0`, `1.0.0-01`. */
function parseFxVersion(text) {
    const match = pattern.exec(text);
    if (match === null)
        return undefined;
    const [major, minor, patch] = [Number(match[1]), Number(match[2]), Number(match[3])];
    // The host converts to 32 bits; beyond that its behaviour is undefined.
    if (Math.max(major, minor, patch) > 0x7fffffff)
        return undefined;
    return { major, minor, patch, pre: match[4] ?? '', build: match[5] ?? '' };
}
const isNumeric = (identifier) => /^[0-9]+$/.test(identifier);
function compareIdentifiers(left, right) {
    const [leftNumeric, rightNumeric] = [isNumeric(left), isNumeric(right)];
    if (leftNumeric && rightNumeric)
        return Number(left) - Number(right);
    if (leftNumeric !== rightNumeric)
        return leftNumeric ? -1 : 1;
    return left === right ? 0 : left < right ? -1 : 1;
}
function comparePreReleases(left, right) {
    if (left === '' || right === '')
        return left === right ? 0 : left === '' ? 1 : -1;
    const [lefts, rights] = [left.slice(1).split('.'), right.slice(1).split('.')];
    for (let index = 0; index < Math.min(lefts.length, rights.length); index++) {
        const order = compareIdentifiers(lefts[index] ?? '', rights[index] ?? '');
        if (order !== 0)
            return order;
    }
    return lefts.length - rights.length;
}
/** Below zero when `left` is lower, zero when equal up to build metadata, above zero when higher. */
function compareFxVersions(left, right) {
    return left.major - right.major || left.minor - right.minor || left.patch - right.patch || comparePreReleases(left.pre, right.pre);
}
/** Whether `version` is this release or a later one; pre-releases of it do not count. */
function isAtLeast(version, major, minor = 0, patch = 0) {
    return (version.major - major || version.minor - minor || version.patch - patch) >= 0;
}
/** The highest of the version folders whose names parse, pre-releases included; `undefined` when none does. */
function highestFxVersion(folders) {
    let highest;
    for (const folder of folders) {
        const version = parseFxVersion(folder.version);
        if (version !== undefined && (highest === undefined || compareFxVersions(version, highest.version) > 0))
            highest = { folder, version };
    }
    return highest?.folder;
}

;// CONCATENATED MODULE: ./build/dotnet/hostfxr-generation.js

function frameworkMissingText(version) {
    if (isAtLeast(version, 7))
        return 'install-or-update';
    // dotnet/runtime#70059 reached 6.0 with 6.0.7; the `(x64)` of #57150 came after the previews.
    if (isAtLeast(version, 6))
        return version.pre.startsWith('-preview') ? '3.1' : isAtLeast(version, 6, 0, 7) ? 'install-or-update' : '6.0';
    if (isAtLeast(version, 3, 1))
        return '3.1';
    return isAtLeast(version, 3) ? '3.0' : '2.x';
}
/** The behaviour of one hostfxr, by its version. */
function hostfxrGeneration(version) {
    const since = (major, minor = 0, patch = 0) => isAtLeast(version, major, minor, patch);
    return {
        resolution: since(3) ? 'graph' : 'chain',
        json: since(5) ? 'rapidjson' : 'cpprest',
        includedFrameworks: since(3, 1),
        runtimeOptionsRequired: since(5),
        failedToParseWording: since(10),
        checksReferenceMembers: since(10),
        checksFrameworkDeps: since(7, 0, 13) || (since(6, 0, 24) && !since(7)),
        disabledVersions: since(10),
        multilevelLookup: since(12) ? 'never' : since(7) ? 'old-tfm' : 'unless-off',
        legacySettings: !since(12),
        frameworkMissingText: frameworkMissingText(version),
        learnMore: since(8),
        otherArchitectures: since(10),
        selfContainedHint: since(5) ? 'lines' : 'one-line',
        loadFailureNamesArchitecture: since(10),
        depsFileStream: since(5) && !since(7),
    };
}

;// CONCATENATED MODULE: ./build/dotnet/host-environment.js
/** The environment variables that hostfxr and hostpolicy read; `dotnet.exe` does not read DOTNET_ROOT, only an apphost does. */
const hostEnvironmentVariables = [
    'DOTNET_ROLL_FORWARD',
    'DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX',
    'DOTNET_ROLL_FORWARD_TO_PRERELEASE',
    'DOTNET_DISABLE_RUNTIME_VERSIONS',
    'DOTNET_MULTILEVEL_LOOKUP',
    'DOTNET_ADDITIONAL_DEPS',
    'DOTNET_SHARED_STORE',
    'DOTNET_STARTUP_HOOKS',
    'DOTNET_RUNTIME_ID',
];
/** C `atoi`: leading blanks, a sign, digits; what follows is ignored, and no digits make 0. */
function atoi(text) {
    return Number(/^\s*([+-]?\d{1,15})/.exec(text)?.[1] ?? 0);
}

;// CONCATENATED MODULE: ./build/dotnet/host-json-tokens.js
// Tokens of JSON as RapidJSON reads them. Source: Tencent/rapidjson:include/rapidjson/reader.h.
/** Leaves the reading of a file; never leaves `readHostJson`. */
class SyntaxProblem extends Error {
    offset;
    constructor(text, offset) {
        super(text);
        this.offset = offset;
    }
}
const code = (character) => character.charCodeAt(0);
const [quote, backslash, slash, star, newline] = [code('"'), code('\\'), code('/'), code('*'), code('\n')];
const escapes = new Map([...'"\\/bfnrt'].map((character, index) => [code(character), '"\\/\b\f\n\r\t'[index] ?? '']));
const peek = (cursor) => cursor.bytes[cursor.at] ?? 0;
function skipBlanks(cursor) {
    for (;;) {
        const byte = peek(cursor);
        if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09)
            cursor.at++;
        else if (byte === slash)
            skipComment(cursor);
        else
            return;
    }
}
function skipComment(cursor) {
    const { bytes } = cursor;
    const kind = bytes[cursor.at + 1];
    if (kind === slash) {
        const end = bytes.indexOf(newline, cursor.at);
        cursor.at = end < 0 ? bytes.length : end + 1;
        return;
    }
    if (kind === star) {
        for (let at = cursor.at + 2; at < bytes.length - 1; at++) {
            if (bytes[at] === star && bytes[at + 1] === slash) {
                cursor.at = at + 2;
                return;
            }
        }
    }
    throw new SyntaxProblem('Unspecific syntax error.', kind === star ? bytes.length : cursor.at + 1);
}
function parseHex(cursor, escapeAt) {
    const digits = String.fromCharCode(...cursor.bytes.subarray(cursor.at, cursor.at + 4));
    if (!/^[0-9A-Fa-f]{4}$/.test(digits))
        throw new SyntaxProblem('Incorrect hex digit after \\u escape in string.', escapeAt);
    cursor.at += 4;
    return Number.parseInt(digits, 16);
}
function parseEscape(cursor) {
    const escapeAt = cursor.at;
    const kind = cursor.bytes[cursor.at + 1] ?? 0;
    cursor.at += 2;
    const simple = escapes.get(kind);
    if (simple !== undefined)
        return simple;
    if (kind !== code('u'))
        throw new SyntaxProblem('Invalid escape character in string.', escapeAt);
    const unit = parseHex(cursor, escapeAt);
    if (unit < 0xd800 || unit > 0xdfff)
        return String.fromCharCode(unit);
    const paired = unit <= 0xdbff && peek(cursor) === backslash && cursor.bytes[cursor.at + 1] === code('u');
    if (!paired)
        throw new SyntaxProblem('The surrogate pair in string is invalid.', escapeAt);
    cursor.at += 2;
    const low = parseHex(cursor, escapeAt);
    if (low < 0xdc00 || low > 0xdfff)
        throw new SyntaxProblem('The surrogate pair in string is invalid.', escapeAt);
    return String.fromCharCode(unit, low);
}
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Sequences of UTF-8 by their first byte, up to this one: how many bytes, and between which the second one is. */
const sequences = [
    { upTo: 0x7f, length: 1, second: [0, 0xff] },
    { upTo: 0xc1, length: 0, second: [0, 0] },
    { upTo: 0xdf, length: 2, second: [0x80, 0xbf] },
    { upTo: 0xe0, length: 3, second: [0xa0, 0xbf] },
    { upTo: 0xec, length: 3, second: [0x80, 0xbf] },
    { upTo: 0xed, length: 3, second: [0x80, 0x9f] },
    { upTo: 0xef, length: 3, second: [0x80, 0xbf] },
    { upTo: 0xf0, length: 4, second: [0x90, 0xbf] },
    { upTo: 0xf3, length: 4, second: [0x80, 0xbf] },
    { upTo: 0xf4, length: 4, second: [0x80, 0x8f] },
];
/** Length of the well-formed sequence that begins `bytes`; 0 where there is none. */
function sequenceLength(bytes) {
    const sequence = sequences.find(({ upTo }) => (bytes[0] ?? 0) <= upTo);
    if (sequence === undefined || sequence.length > bytes.length)
        return 0;
    const { length, second } = sequence;
    const follows = (byte, index) => index === 0 ? byte >= second[0] && byte <= second[1] : byte >= 0x80 && byte <= 0xbf;
    return bytes.subarray(1, length).every(follows) ? length : 0;
}
/** Where the first character begins that is none. */
function illFormedAt(bytes, start, end) {
    let at = start;
    while (at < end) {
        const length = sequenceLength(bytes.subarray(at, Math.min(end, at + 4)));
        if (length === 0)
            break;
        at += length;
    }
    return at;
}
function decodeRun(bytes, start, end) {
    try {
        return strictUtf8.decode(bytes.subarray(start, end));
    }
    catch {
        throw new SyntaxProblem('Invalid encoding in string.', illFormedAt(bytes, start, end));
    }
}
function parseString(cursor) {
    const { bytes } = cursor;
    cursor.at++;
    let text = '';
    let runStart = cursor.at;
    for (;;) {
        const byte = bytes[cursor.at];
        if (byte !== undefined && byte >= 0x20 && byte !== quote && byte !== backslash) {
            cursor.at++;
            continue;
        }
        text += decodeRun(bytes, runStart, cursor.at);
        if (byte === undefined || byte === 0)
            throw new SyntaxProblem('Missing a closing quotation mark in string.', cursor.at);
        if (byte < 0x20)
            throw new SyntaxProblem('Invalid encoding in string.', cursor.at);
        if (byte === quote) {
            cursor.at++;
            return text;
        }
        text += parseEscape(cursor);
        runStart = cursor.at;
    }
}
const numberPattern = /-?(0|[1-9]\d*)(\.(\d*))?([eE]([+-]?)(\d*))?/y;
const [leastInteger, greatestInteger] = [-(2n ** 63n), 2n ** 64n - 1n];
/** More digits than an integer of 64 bits has. */
const mostDigits = 20;
/** RapidJSON refuses a number by its exponent before it looks at the digits: `0e400` is too big. */
function isTooBig([text, integer, , fraction = '', , sign, exponent = '']) {
    if (sign !== '-' && Number(exponent) > 308 + fraction.length)
        return true;
    return !Number.isFinite(Number(integer)) || !Number.isFinite(Number(text));
}
function parseNumber(cursor) {
    const { bytes, at } = cursor;
    let end = at;
    while (end < bytes.length && '+-.0123456789Ee'.includes(String.fromCharCode(bytes[end] ?? 0)))
        end++;
    numberPattern.lastIndex = 0;
    const match = numberPattern.exec(strictUtf8.decode(bytes.subarray(at, end)));
    if (match === null)
        throw new SyntaxProblem('Invalid value.', at + (bytes[at] === code('-') ? 1 : 0));
    const [text, integer = '', withDot, fraction, withExponent, , exponent] = match;
    if (withDot !== undefined && fraction === '')
        throw new SyntaxProblem('Miss fraction part in number.', at + text.indexOf('.') + 1);
    if (withExponent !== undefined && exponent === '')
        throw new SyntaxProblem('Miss exponent in number.', at + text.length);
    if (isTooBig(match))
        throw new SyntaxProblem('Number too big to be stored in double.', at);
    cursor.at += text.length;
    if (withDot !== undefined || withExponent !== undefined || integer.length > mostDigits)
        return Number(text);
    const whole = BigInt(text);
    return whole < leastInteger || whole > greatestInteger ? Number(text) : whole;
}
function parseWord(cursor) {
    for (const [word, value] of [
        ['true', true],
        ['false', false],
        ['null', null],
    ]) {
        if (code(word) !== peek(cursor))
            continue;
        let matched = 0;
        while (matched < word.length && cursor.bytes[cursor.at + matched] === word.charCodeAt(matched))
            matched++;
        if (matched < word.length)
            throw new SyntaxProblem('Invalid value.', cursor.at + matched);
        cursor.at += word.length;
        return value;
    }
    throw new SyntaxProblem('Invalid value.', cursor.at);
}

;// CONCATENATED MODULE: ./build/dotnet/host-json.js

function isHostObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The first member of this name; `undefined` where there is none. */
function memberOf(object, name) {
    return object.members.find(([candidate]) => candidate === name)?.[1];
}
function parseName(cursor) {
    if (peek(cursor) !== quote)
        throw new SyntaxProblem('Missing a name for object member.', cursor.at);
    const name = parseString(cursor);
    skipBlanks(cursor);
    if (peek(cursor) !== code(':'))
        throw new SyntaxProblem('Missing a colon after a name of object member.', cursor.at);
    cursor.at++;
    skipBlanks(cursor);
    return name;
}
/** A value without values in it; of another one the beginning, which goes to `open`. */
function beginValue(cursor, open) {
    const byte = peek(cursor);
    if (byte === quote)
        return parseString(cursor);
    if (byte === code('-') || (byte >= code('0') && byte <= code('9')))
        return parseNumber(cursor);
    if (byte !== code('{') && byte !== code('['))
        return parseWord(cursor);
    cursor.at++;
    skipBlanks(cursor);
    const kind = byte === code('{') ? 'object' : 'array';
    if (peek(cursor) === code(kind === 'object' ? '}' : ']')) {
        cursor.at++;
        return kind === 'object' ? { members: [] } : [];
    }
    open.push(kind === 'object' ? { kind, members: [], name: parseName(cursor) } : { kind, elements: [] });
    return undefined;
}
/** Puts a value where it belongs, and reads on to the next one; at the end of the array or object, that is the answer. */
function endValue(cursor, value, container) {
    if (container.kind === 'array')
        container.elements.push(value);
    else
        container.members.push([container.name, value]);
    skipBlanks(cursor);
    const byte = peek(cursor);
    const closing = container.kind === 'array' ? ']' : '}';
    if (byte !== code(',') && byte !== code(closing)) {
        const after = container.kind === 'array' ? 'an array element' : 'an object member';
        throw new SyntaxProblem(`Missing a comma or '${closing}' after ${after}.`, cursor.at);
    }
    cursor.at++;
    if (byte === code(closing))
        return container.kind === 'array' ? container.elements : { members: container.members };
    skipBlanks(cursor);
    if (container.kind === 'object')
        container.name = parseName(cursor);
    return undefined;
}
/** Without recursion: the host takes any depth that its stack has room for. */
function parseValue(cursor) {
    const open = [];
    for (;;) {
        let value = beginValue(cursor, open);
        while (value !== undefined) {
            const container = open.at(-1);
            if (container === undefined)
                return value;
            value = endValue(cursor, value, container);
            if (value !== undefined)
                open.pop();
        }
    }
}
function withPlace({ message, offset }, bytes) {
    let line = 1;
    let lineStart = 0;
    for (let at = bytes.indexOf(newline); at >= 0 && at < offset; at = bytes.indexOf(newline, at + 1)) {
        line++;
        lineStart = at + 1;
    }
    return { ok: false, text: message, offset, line, column: offset - lineStart + 1 };
}
/** RapidJSON reads a C string: it ends at the first NUL. */
function textOf(file, dialect) {
    const start = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf ? 3 : 0;
    const end = dialect === 'rapidjson' ? file.indexOf(0) : -1;
    return file.subarray(start, end < 0 ? file.length : end);
}
/** Reads a file of the host. Never throws: whatever the bytes are, the answer is a value or the first syntax error. */
function readHostJson(file, dialect) {
    const bytes = textOf(file, dialect);
    const cursor = { bytes, at: 0 };
    try {
        skipBlanks(cursor);
        if (cursor.at >= bytes.length)
            throw new SyntaxProblem('The document is empty.', cursor.at);
        const value = parseValue(cursor);
        if (dialect === 'cpprest') {
            skipBlanks(cursor);
            if (cursor.at < bytes.length)
                throw new SyntaxProblem('Left-over characters in stream after parsing a JSON value', cursor.at);
        }
        return { ok: true, value };
    }
    catch (problem) {
        if (problem instanceof SyntaxProblem)
            return withPlace(problem, bytes);
        throw problem;
    }
}

;// CONCATENATED MODULE: ./build/dotnet/json-error-text.js

/** A byte with which a JSON token can begin; after any other the tokenizer gives up before the parser does. */
const beginsToken = (byte) => byte !== undefined && '{}[],:"-0123456789'.includes(String.fromCharCode(byte));
function cpprestText(text, offending) {
    if (offending !== undefined && !beginsToken(offending))
        return 'Malformed token';
    if (text.startsWith("Missing a comma or ']'"))
        return 'Malformed array literal';
    if (text.startsWith('Missing a name') || text.startsWith('Missing a colon') || text.startsWith('Missing a comma'))
        return 'Malformed object literal';
    return text.includes(' in string') ? 'Malformed string literal' : 'Malformed token';
}
/** cpprestsdk counts the character after the offending one on the first line, and starts at 0 on the others. */
function cpprestError({ text, line, column }, offending) {
    if (text === 'Invalid encoding in string.')
        return 'UTF-8 string has invalid Unicode code point';
    return `* Line ${line}, Column ${line === 1 ? column + 1 : column} Syntax error: ${cpprestText(text, offending)}`;
}
/** The lines about a file that is no JSON. One without bytes cannot be mapped into memory, which is how 10.0 reads it. */
function syntaxErrorLines(path, problem, wording, file) {
    const { text, offset, line, column } = problem;
    if (wording.json === 'cpprest') {
        const bom = file[0] === 0xef ? 3 : 0;
        return [`A JSON parsing exception occurred in [${path}]: ${cpprestError(problem, file[offset + bom])}`];
    }
    if (!wording.failedToParseWording)
        return [`A JSON parsing exception occurred in [${path}], offset ${offset} (line ${line}, column ${column}): ${text}`];
    if (file.length === 0)
        return [
            `Failed to map file. CreateFileMappingW(${path}) failed with error 1006`,
            `Cannot use file stream for [${path}]: Success`,
            `Failed to parse file [${path}]. `,
        ];
    return [`Failed to parse file [${path}]. JSON parsing exception: ${text} [offset ${offset}: line ${line}, column ${column}]`];
}
/** The line about a file whose root is no object. */
function notAnObjectLine(path, wording) {
    if (wording.json === 'cpprest')
        return `A JSON parsing exception occurred in [${path}]: not an object`;
    return wording.failedToParseWording ? `Failed to parse file [${path}]. Expected a JSON object` : `Expected a JSON object in [${path}]`;
}
/** RapidJSON escapes as everybody does, with capital digits. */
function quoted(text) {
    return JSON.stringify(text).replace(/\\(?:u00([01][0-9a-f])|.)/g, (escaped, digits) => digits === undefined ? escaped : `\\u00${digits.toUpperCase()}`);
}
function doubleText(value) {
    if (Object.is(value, -0))
        return '-0.0';
    const text = String(value).replace('e+', 'e');
    return /[.e]/.test(text) ? text : `${text}.0`;
}
/** A reference to a framework is flat; hostile files are not. */
const deepestWritten = 500;
/** A value as the host writes it back: compact, members in their order. */
function serializedJson(value, depth = 0) {
    if (typeof value === 'string')
        return quoted(value);
    if (typeof value === 'number')
        return doubleText(value);
    if (typeof value !== 'object' || value === null)
        return String(value);
    if (depth > deepestWritten)
        return '…';
    if (!isHostObject(value))
        return `[${value.map((element) => serializedJson(element, depth + 1)).join(',')}]`;
    return `{${value.members.map(([name, member]) => `${quoted(name)}:${serializedJson(member, depth + 1)}`).join(',')}}`;
}

;// CONCATENATED MODULE: ./build/dotnet/roll-forward.js
/** How far above the asked version the host may go, narrowest first. Source: dotnet/runtime:src/native/corehost/fxr/fx_reference.h. */
const compatibilityRanges = ['exact', 'patch', 'minor', 'major'];
const options = new Map([
    ['disable', { range: 'exact', highest: false }],
    ['latestpatch', { range: 'patch', highest: false }],
    ['minor', { range: 'minor', highest: false }],
    ['latestminor', { range: 'minor', highest: true }],
    ['major', { range: 'major', highest: false }],
    ['latestmajor', { range: 'major', highest: true }],
]);
const defaultRollForward = { range: 'minor', highest: false };
/** `rollForward` and DOTNET_ROLL_FORWARD: an option's name in any case, untrimmed; anything else is refused. */
function parseRollForward(text) {
    return options.get(text.toLowerCase());
}
/**
 * `rollForwardOnNoCandidateFx` as hostfxr 3.0 and later understand it: every number but 0, 1 and 2 disables roll-forward.
 * Source: dotnet/runtime:src/native/corehost/fxr/roll_fwd_on_no_candidate_fx_option.h, runtime_config.cpp.
 */
function rollForwardOnNoCandidateFx(value) {
    const range = value === 0 ? 'patch' : value === 1 ? 'minor' : value === 2 ? 'major' : 'exact';
    return { range, highest: false };
}
function narrowerRange(left, right) {
    return isNarrower(left, right) ? left : right;
}
function isNarrower(left, right) {
    return compatibilityRanges.indexOf(left) < compatibilityRanges.indexOf(right);
}
/** The option's name, for people. */
function rollForwardName({ range, highest }) {
    const names = {
        exact: 'Disable',
        patch: 'LatestPatch',
        minor: highest ? 'LatestMinor' : 'Minor',
        major: highest ? 'LatestMajor' : 'Major',
    };
    return names[range];
}

;// CONCATENATED MODULE: ./build/dotnet/framework-reference.js


/** What the host works with when a version is missing or unreadable: lower than everything, and of another major version. */
const unparsedVersion = { major: -1, minor: -1, patch: -1, pre: '', build: '' };
const versionOrUnparsed = (text) => parseFxVersion(text) ?? unparsedVersion;
/**
 * Whether `reference` accepts `higher`, a version at or above its own.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_reference.cpp `is_compatible_with_higher_version`.
 */
function acceptsHigherVersion({ version, range, applyPatches }, higher) {
    if (compareFxVersions(version, higher) === 0)
        return true;
    if (version.major !== higher.major && isNarrower(range, 'major'))
        return false;
    if (version.minor !== higher.minor && isNarrower(range, 'minor'))
        return false;
    if (version.patch !== higher.patch && range === 'patch' && !applyPatches)
        return false;
    return range !== 'exact';
}
/**
 * Two references to one framework as one: the higher version (`added` on a tie) under the narrower settings of both.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.cpp `reconcile_fx_references`.
 */
function reconcileReferences(added, current) {
    const [lower, higher] = compareFxVersions(added.version, current.version) >= 0 ? [current, added] : [added, current];
    if (!acceptsHigherVersion(lower, higher.version))
        return { compatible: false, lower, higher };
    const reference = {
        ...higher,
        range: narrowerRange(lower.range, higher.range),
        highest: lower.highest || higher.highest,
        applyPatches: lower.applyPatches && higher.applyPatches,
        preferRelease: lower.preferRelease || higher.preferRelease,
        policySource: isNarrower(lower.range, higher.range) ? lower.policySource : higher.policySource,
    };
    return { compatible: true, reference };
}
/** Whether the host sees no difference; the version counts as text. */
function sameReference(left, right) {
    return (left.versionText === right.versionText &&
        left.range === right.range &&
        left.highest === right.highest &&
        left.applyPatches === right.applyPatches &&
        left.preferRelease === right.preferRelease);
}

;// CONCATENATED MODULE: ./build/dotnet/host-json-access.js

/** Leaves the reading of a file. Up to 3.1 an exception that the host reports; from 5.0 on the process reads what is not there, and ends. */
class WrongKind extends Error {
    /** The member, for people. */
    member;
    expected;
    constructor(member, expected) {
        super(`"${member}" is ${expected}`);
        this.member = member;
        this.expected = expected;
    }
}
/**
 * The first 32 bits of what RapidJSON keeps of a value. Its accessors do not ask what kind a value is of: of whatever it is, these bits are
 * the integer, or the number of elements. Of a text that is not empty they are characters or a length, which no reader here takes for
 * anything sensible: `undefined`.
 * Source: Tencent/rapidjson:include/rapidjson/document.h `GenericValue::Data`.
 */
function firstWord(value) {
    if (typeof value === 'bigint')
        return Number(BigInt.asIntN(32, value));
    if (typeof value === 'number') {
        const view = new DataView(new ArrayBuffer(8));
        view.setFloat64(0, value, true);
        return view.getInt32(0, true);
    }
    if (typeof value === 'string')
        return value === '' ? 0 : undefined;
    if (typeof value === 'boolean' || value === null)
        return 0;
    return isHostObject(value) ? value.members.length : value.length;
}
/** What has no elements for RapidJSON passes for an empty array or object: `null`, `false`, `true`, `""`, `0`. */
function readsAsEmpty(value, dialect) {
    return dialect === 'rapidjson' && firstWord(value) === 0;
}
/** The members of an object that is gone through. `member` names the value, for people. */
function readMembers(value, member, dialect) {
    if (isHostObject(value))
        return value.members;
    if (readsAsEmpty(value, dialect))
        return [];
    throw new WrongKind(member, 'not an object');
}
/** The members of an object in which names are looked up. RapidJSON takes a text or an array for one in which no name is found. */
function readForLookup(value, member, dialect) {
    if (isHostObject(value))
        return value.members;
    if (dialect === 'rapidjson' && (typeof value === 'string' || typeof value === 'object'))
        return [];
    return readMembers(value, member, dialect);
}
/** The elements of an array. */
function readElements(value, member, dialect) {
    if (Array.isArray(value))
        return value;
    if (readsAsEmpty(value, dialect))
        return [];
    throw new WrongKind(member, 'not an array');
}
/** A text, as far as a C string goes. */
function readText(value, member) {
    if (typeof value !== 'string')
        throw new WrongKind(member, 'not a string');
    return cString(value);
}
function cString(text) {
    const end = text.indexOf('\0');
    return end < 0 ? text : text.slice(0, end);
}

;// CONCATENATED MODULE: ./build/dotnet/runtime-options.js







/** Leaves the reading of a file; never leaves `readRuntimeConfig`. */
class ConfigProblem extends Error {
    about;
    constructor(about) {
        super(about.problem);
        this.about = about;
    }
}
const invalid = (problem, ...lines) => new ConfigProblem({ lines, problem, kind: 'file' });
function readRollForward(value, where) {
    const rollForward = parseRollForward(value);
    if (rollForward !== undefined)
        return rollForward;
    const lines = [`Unrecognized roll forward setting value '${value}'.`, `Invalid value for ${where}.`];
    throw new ConfigProblem({
        lines,
        problem: `"${value}" is no roll-forward setting`,
        kind: where.startsWith('property') ? 'file' : 'environment',
    });
}
/** RapidJSON finds nothing but `true` true. */
function readApplyPatches({ generation }, value) {
    if (typeof value !== 'boolean' && generation.json === 'cpprest')
        throw new WrongKind('applyPatches', 'not a boolean');
    return value === true;
}
/** cpprestsdk cuts off what follows the decimal point; RapidJSON takes the bits of a double for an integer, which makes 0 of 1.0. */
function readNoCandidateFx({ generation }, value) {
    if (generation.json === 'rapidjson')
        return rollForwardOnNoCandidateFx(firstWord(value) ?? -1);
    if (typeof value !== 'bigint' && typeof value !== 'number')
        throw new WrongKind('rollForwardOnNoCandidateFx', 'not a number');
    return rollForwardOnNoCandidateFx(Math.trunc(Number(value)));
}
function markSpecified({ options }, kind) {
    const conflicting = options.specified.has(kind === 'legacy' ? 'rollForward' : 'legacy');
    if (!conflicting)
        options.specified.add(kind);
    else
        throw invalid('It uses rollForward together with rollForwardOnNoCandidateFx or applyPatches', "It's invalid to use both `rollForward` and one of `rollForwardOnNoCandidateFx` or `applyPatches` in the same runtime config.");
}
/** `rollForward`, `applyPatches` and `rollForwardOnNoCandidateFx` of one object into the settings above it. */
function readSettings(reading, get, into, owner) {
    // 2.x knows nothing of rollForward.
    const rollForward = reading.generation.resolution === 'chain' ? undefined : get('rollForward');
    if (rollForward !== undefined) {
        into.rollForward = readRollForward(readText(rollForward, 'rollForward'), "property 'rollForward'");
        into.rollForwardSource = `rollForward of ${owner}`;
        markSpecified(reading, 'rollForward');
    }
    if (!reading.generation.legacySettings)
        return;
    const applyPatches = get('applyPatches');
    if (applyPatches !== undefined) {
        into.applyPatches = readApplyPatches(reading, applyPatches);
        markSpecified(reading, 'legacy');
    }
    const noCandidate = get('rollForwardOnNoCandidateFx');
    if (noCandidate !== undefined) {
        into.rollForward = readNoCandidateFx(reading, noCandidate);
        into.rollForwardSource = `rollForwardOnNoCandidateFx of ${owner}`;
        markSpecified(reading, 'legacy');
    }
}
function probingPathsIn(value, { generation }) {
    if (typeof value === 'string')
        return [cString(value)];
    if (Array.isArray(value))
        return value.map((path) => readText(path, 'additionalProbingPaths'));
    if (generation.json === 'cpprest')
        throw new WrongKind('additionalProbingPaths', 'not an array');
    throw invalid('"additionalProbingPaths" is neither a string nor an array', "Invalid value for property 'additionalProbingPaths'.");
}
/** Of a property that comes twice, the last value counts: unlike everything else it is not looked for by name. */
function readConfigProperties({ options, generation }, value) {
    for (const [name, property] of readMembers(value, 'configProperties', generation.json))
        options.configProperties.set(cString(name), property);
}
/** The environment has the last word on each reference. */
function withEnvironment(settings, { options, generation }) {
    const value = options.environment.get('DOTNET_ROLL_FORWARD');
    if (value === undefined || generation.resolution === 'chain')
        return settings;
    const rollForward = readRollForward(value, "environment variable 'DOTNET_ROLL_FORWARD'");
    return { ...settings, rollForward, rollForwardSource: `DOTNET_ROLL_FORWARD=${value}` };
}
/** 10.0 and later look at name and version, 2.x at the name; the others take a reference without them, and find nothing for it. */
function checkMembers({ generation, path }, value, name, hasVersion) {
    if (generation.resolution === 'chain' && name === undefined)
        throw invalid('The framework reference has no name', `A JSON parsing exception occurred in [${path}]: Key not found`);
    if (!generation.checksReferenceMembers)
        return;
    if (name === undefined)
        throw invalid('A framework reference has no name', `No framework name specified: ${serializedJson(value)}`);
    if (!hasVersion)
        throw invalid(`The reference to ${name} has no version`, `Framework '${name}' is missing a version.`);
}
function readReference(reading, value, owner) {
    const { options } = reading;
    const object = { members: readForLookup(value, owner, reading.generation.json) };
    const get = (member) => memberOf(object, member);
    const [nameMember, versionMember] = [get('name'), get('version')];
    const written = nameMember === undefined ? undefined : readText(nameMember, 'name');
    checkMembers(reading, value, written, versionMember !== undefined);
    const name = written ?? '';
    const versionText = versionMember === undefined ? '' : readText(versionMember, 'version');
    const version = versionOrUnparsed(versionText);
    const own = {
        rollForward: options.rollForward,
        rollForwardSource: options.rollForwardSource,
        applyPatches: options.applyPatches,
    };
    const included = owner === 'includedFrameworks';
    if (!included)
        readSettings(reading, get, own, `the reference to ${name} in ${(0,paths/* fileName */.Md)(reading.path)}`);
    const settings = included ? own : withEnvironment(own, reading);
    return {
        name,
        versionText,
        version,
        range: settings.rollForward.range,
        highest: settings.rollForward.highest,
        applyPatches: settings.applyPatches,
        preferRelease: versionMember !== undefined && version.pre === '' && atoi(options.environment.get('DOTNET_ROLL_FORWARD_TO_PRERELEASE') ?? '') !== 1,
        policySource: settings.rollForwardSource,
    };
}
function readReferences(reading, owner, value) {
    const { options, generation } = reading;
    const into = owner === 'frameworks' ? options.references : options.includedFrameworks;
    const names = new Set(into.map(({ name }) => name));
    for (const entry of readElements(value, owner, generation.json)) {
        const reference = readReference(reading, entry, owner);
        // 10.0 checks that a name is there, not that it is one.
        if (reference.name === '' && !generation.checksReferenceMembers)
            throw invalid(`An entry of "${owner}" has no name`);
        if (names.has(reference.name))
            throw invalid(`${reference.name} is listed twice`);
        names.add(reference.name);
        into.push(reference);
    }
}
function readFrameworks(reading, get) {
    const { options, generation } = reading;
    const [framework, included] = [get('framework'), get('includedFrameworks')];
    // 2.x knows one framework only; a file with several looks self-contained to it.
    const frameworks = generation.resolution === 'chain' ? undefined : get('frameworks');
    if (framework !== undefined) {
        options.frameworkDependent = true;
        options.references.push(readReference(reading, framework, 'framework'));
    }
    if (frameworks !== undefined) {
        options.frameworkDependent = true;
        readReferences(reading, 'frameworks', frameworks);
    }
    if (included === undefined || !generation.includedFrameworks)
        return;
    if (options.frameworkDependent) {
        const line = "It's invalid to specify both `framework`/`frameworks` and `includedFrameworks` properties.";
        throw invalid('It has both framework(s) and includedFrameworks', line);
    }
    readReferences(reading, 'includedFrameworks', included);
}
/** 3.x reports a value of the wrong kind, and later hosts end where they read what is not there. */
function kindProblem({ path, generation }, { message, expected }) {
    return generation.json === 'cpprest'
        ? invalid(message, `A JSON parsing exception occurred in [${path}]: ${expected}`)
        : new ConfigProblem({ lines: [], problem: message, kind: 'crash' });
}
function readMembersInOrder(reading, get) {
    const { options, path } = reading;
    const [properties, probing, tfm] = [get('configProperties'), get('additionalProbingPaths'), get('tfm')];
    if (properties !== undefined)
        readConfigProperties(reading, properties);
    if (probing !== undefined)
        options.additionalProbingPaths = [...probingPathsIn(probing, reading), ...options.additionalProbingPaths];
    readSettings(reading, get, options, (0,paths/* fileName */.Md)(path));
    if (tfm !== undefined)
        options.tfm = readText(tfm, 'tfm');
    readFrameworks(reading, get);
}
/**
 * Reads one `runtimeOptions` value into `options`, member by member in the host's order, and throws `ConfigProblem` where the host stops.
 * Source: dotnet/runtime:src/native/corehost/runtime_config.cpp `parse_opts`, `parse_framework`.
 */
function readRuntimeOptions(path, value, options, generation) {
    const reading = { path, options, generation };
    if (value === null)
        return;
    if (!isHostObject(value)) {
        if (generation.json === 'cpprest')
            throw kindProblem(reading, new WrongKind('runtimeOptions', 'not an object'));
        throw invalid('"runtimeOptions" is no object');
    }
    try {
        readMembersInOrder(reading, (name) => memberOf(value, name));
    }
    catch (problem) {
        throw problem instanceof WrongKind ? kindProblem(reading, problem) : problem;
    }
}

;// CONCATENATED MODULE: ./build/dotnet/runtime-config.js






/** What was parsed before, by dialect: one file is asked about once for every server. */
const parsed = onceForEach((_) => new Map());
function parse(file, dialect) {
    const results = parsed(file);
    const result = results.get(dialect) ?? readHostJson(file, dialect);
    results.set(dialect, result);
    return result;
}
function readOptions(path, file, options, generation) {
    const json = parse(file, generation.json);
    if (!json.ok) {
        const { text, line, column } = json;
        const lines = syntaxErrorLines(path, json, generation, file);
        throw new ConfigProblem({ lines, problem: text.replace(/\.$/, ''), kind: 'file', place: { line, column }, unparsed: true });
    }
    const root = json.value;
    if (!isHostObject(root))
        throw new ConfigProblem({
            lines: [notAnObjectLine(path, generation)],
            problem: 'The file is no JSON object',
            kind: 'file',
            unparsed: true,
        });
    const runtimeOptions = memberOf(root, 'runtimeOptions');
    if (runtimeOptions !== undefined)
        readRuntimeOptions(path, runtimeOptions, options, generation);
    else if (generation.runtimeOptionsRequired)
        throw new ConfigProblem({ lines: [], problem: 'It has no "runtimeOptions"', kind: 'file' });
}
function startingOptions(generation, environment) {
    const legacy = generation.legacySettings ? environment.get('DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX') : undefined;
    return {
        rollForward: legacy === undefined ? defaultRollForward : rollForwardOnNoCandidateFx(atoi(legacy)),
        rollForwardSource: legacy === undefined ? 'the default' : `DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX=${legacy}`,
        applyPatches: true,
        environment,
        specified: new Set(),
        frameworkDependent: false,
        references: [],
        includedFrameworks: [],
        tfm: undefined,
        additionalProbingPaths: [],
        configProperties: new Map(),
    };
}
/** The `.dev.json` comes first and sets defaults for the other; whatever is wrong with it is not fatal. */
function readDevFile({ devPath, devFile }, options, generation) {
    if (devPath === undefined || devFile === undefined)
        return [];
    try {
        readOptions(devPath, devFile, options, { ...generation, runtimeOptionsRequired: false });
        return [];
    }
    catch (problem) {
        if (!(problem instanceof ConfigProblem) || problem.about.kind === 'crash')
            throw problem;
        // 10.0 tells of a file that cannot be mapped, and of unreadable JSON in its trace only.
        return generation.failedToParseWording && problem.about.unparsed === true ? problem.about.lines.slice(0, -1) : problem.about.lines;
    }
}
/**
 * Reads both files into one, as hostfxr of this generation does. A missing file is valid and means self-contained.
 * `environment`: set variables by upper-cased name.
 * Source: dotnet/runtime:src/native/corehost/runtime_config.cpp.
 */
function readRuntimeConfig(files, generation, environment) {
    const options = startingOptions(generation, environment);
    const lines = [];
    try {
        lines.push(...readDevFile(files, options, generation));
        if (files.file !== undefined)
            readOptions(files.path, files.file, options, generation);
    }
    catch (problem) {
        if (!(problem instanceof ConfigProblem))
            throw problem;
        const { about } = problem;
        return { valid: false, lines: [...lines, ...about.lines], problem: about.problem, kind: about.kind, ...about.place };
    }
    const { frameworkDependent, references, tfm, additionalProbingPaths, configProperties } = options;
    return {
        valid: true,
        lines,
        config: { frameworkDependent, references, additionalProbingPaths, configProperties, ...(tfm === undefined ? {} : { tfm }) },
    };
}

;// CONCATENATED MODULE: ./build/dotnet/asked-frameworks.js



const nothing = { dependent: false, references: [] };
/** Of the hosts that read JSON as current ones do, the latest that does not insist on names and versions. */
const patient = parseFxVersion('9.0.0');
/**
 * What a runtimeconfig.json asks for by itself, without variables and without its `.dev.json`; nothing where there is no file, or none that
 * a host reads. Which folders a host takes for it, and whether it takes any, is decided by `startHost`.
 */
function askedFrameworks(file) {
    if (file === undefined || patient === undefined)
        return nothing;
    const reading = readRuntimeConfig({ path: 'runtimeconfig.json', file }, hostfxrGeneration(patient), new Map());
    return reading.valid ? { dependent: reading.config.frameworkDependent, references: reading.config.references } : nothing;
}

;// CONCATENATED MODULE: ./build/ancm/framework-references.js

/**
 * The framework references of a runtimeconfig.json that name a version, for messages and suppositions. What the host makes of the file, and
 * whether it accepts it, is decided by `startHost`.
 */
function frameworkReferences(bytes) {
    return askedFrameworks(bytes)
        .references.filter(({ name, versionText }) => name !== '' && versionText !== '')
        .map(({ name, versionText }) => ({ name, version: versionText }));
}

// EXTERNAL MODULE: ./build/model/startup-failure.js
var startup_failure = __webpack_require__(8036);
;// CONCATENATED MODULE: ./build/ancm/application-folder.js

/** The application's folder on the server without a trailing `\`, or a placeholder for texts when the manifest does not say. */
function applicationFolder(facts) {
    return facts.target.current?.physicalPath?.replace(/[\\/]+$/, '') ?? '{application folder}';
}
const physicalPathFact = 'iis.sites[].applications[].physicalPath';
/**
 * Resolves `path` against the application's folder, as the module does for a relative path: `\App.exe` leads to the root of the drive
 * (std::filesystem::path::operator/, dotnet/aspnetcore:…/CommonLib/HostFxrResolver.cpp).
 */
function resolveApplicationPath(facts, path) {
    if (!(0,paths/* isAbsolutePath */.Z1)(path) && !(0,paths/* isRootedPath */.F7)(path)) {
        const key = (0,paths/* pathKey */.Pn)(path);
        if (!key.startsWith('..'))
            return { in: 'application', key, relative: path.replace(/^(?:\.[\\/]+)+/, '') };
    }
    const folder = facts.target.current?.physicalPath;
    if (folder === undefined)
        return { in: 'unknown', missingFacts: [physicalPathFact] };
    const full = (0,paths/* isRootedPath */.F7)(path) ? `${(0,paths/* rootName */.SX)(folder)}${path}` : (0,paths/* joinPath */.uJ)(folder, path);
    return inside(folder, full) ?? { in: 'server', path: full };
}
/** `path` below the application's folder as the module's own texts have it: nothing is resolved, so `.\` stays in the middle. */
function pathInTexts(facts, path) {
    if ((0,paths/* isAbsolutePath */.Z1)(path))
        return path;
    const folder = applicationFolder(facts);
    return (0,paths/* isRootedPath */.F7)(path) ? `${(0,paths/* rootName */.SX)(folder)}${path}` : `${folder}\\${path}`;
}
function inside(folder, path) {
    const base = `${(0,paths/* fullPathKey */.U8)(folder)}\\`;
    const full = (0,paths/* joinPath */.uJ)(path, '');
    if (!(0,paths/* fullPathKey */.U8)(full).startsWith(base))
        return undefined;
    const relative = full.replace(/[\\/]+/g, '\\').slice(base.length);
    return { in: 'application', key: (0,paths/* pathKey */.Pn)(relative), relative };
}
/** Whether a file outside the application exists on the server, as far as the manifest says. */
function serverFileExists(facts, path) {
    const wanted = (0,paths/* fullPathKey */.U8)(path);
    const listed = facts.server?.existingFiles;
    if (listed?.some((file) => (0,paths/* fullPathKey */.U8)(file) === wanted) === true)
        return true;
    return listed === undefined ? undefined : false;
}
/** Whether the file exists: in the artifact, or on the server as far as the manifest says; otherwise which facts would tell. */
function fileExists(facts, path) {
    if (path.in === 'application')
        return { exists: facts.artifact.files.has(path.key) };
    if (path.in === 'unknown')
        return { missingFacts: path.missingFacts };
    const exists = serverFileExists(facts, path.path);
    return exists === undefined ? { missingFacts: ['existingFiles'] } : { exists };
}

;// CONCATENATED MODULE: ./build/ancm/arguments-snippet.js
/** `arguments` as they should be written in web.config for a dll of the artifact; quoted where its name has a blank. */
function argumentsSnippet(dll) {
    const path = `.\\${dll ?? 'App.dll'}`;
    return /\s/.test(path) ? `arguments="&quot;${path}&quot;"` : `arguments="${path}"`;
}

;// CONCATENATED MODULE: ./build/ancm/event-log.js

function entry(module, id, message) {
    return { source: module.module === 'AspNetCoreModule' ? 'IIS AspNetCore Module' : 'IIS AspNetCore Module V2', id, message };
}
/** The metabase path by which the module names an application. The site's number is not a fact of the manifest. */
function metabasePath(facts) {
    const path = facts.target.application ?? '/';
    return `/LM/W3SVC/{site id}/ROOT${path === '/' ? '' : path}`;
}
/** 1010: the shim could not start the application. Written after every failure to find or load a handler. */
function startFailedEvent(module, facts, hresult) {
    return entry(module, 1010, `Failed to start application '${metabasePath(facts)}', ErrorCode '${hresult}'.`);
}
/** 1031: resolving dotnet, the exe or hostfxr failed. */
function resolutionFailedEvent(module, facts, text) {
    const application = `${applicationFolder(facts)}\\`;
    return entry(module, 1031, module.major < 3
        ? `Application '${application}' wasn't able to start. ${text}`
        : `Application '${application}' failed to start. Exception message:\n${text}`);
}
/** 1034: the module cannot read its configuration section. `text` may be empty, as the module's own is in one case. */
function configurationEvent(module, text) {
    return entry(module, 1034, `Could not load configuration. Exception message:${module.major < 3 ? ' ' : '\n'}${text}`);
}
const sectionUnreadableText = "Unable to get required configuration section 'system.webServer/aspNetCore'. Possible reason is web.config authoring error.";
/** 1027: anything about hostfxr and the in-process handler. */
function nativeDependenciesEvent(module, text) {
    return entry(module, 1027, text);
}
/** The second 1027: what hostfxr wrote while the handler was searched. */
function handlerNotFoundEvent(module, hostText) {
    return entry(module, 1027, module.major < 3
        ? `Could not find inprocess request handler. Captured output from invoking hostfxr: ${hostText}`
        : `Could not find 'aspnetcorev2_inprocess.dll'. Exception message:\n${hostText}`);
}
function dependenciesNotFoundText(module) {
    return module.major < 3
        ? 'Invoking hostfxr to find the inprocess request handler failed without finding any native dependencies. This most likely means the app is misconfigured, please check the versions of Microsoft.NetCore.App and Microsoft.AspNetCore.App that are targeted by the application and are installed on the machine.'
        : 'Unable to locate application dependencies. Ensure that the versions of Microsoft.NetCore.App and Microsoft.AspNetCore.App targeted by the application are installed.';
}
/** 1009 and 1008: the pool already hosts something this application cannot share it with. The value is the model's number. */
function mixedHostingModelEvent(module, facts, hostingModel) {
    // dotnet/aspnetcore:…/CommonLib/ … APP_HOSTING_MODEL: HOSTING_UNKNOWN 0, HOSTING_IN_PROCESS 1, HOSTING_OUT_PROCESS 2
    const value = hostingModel === 'inprocess' ? 1 : 2;
    return entry(module, 1009, `Mixed hosting model is not supported. Application '${metabasePath(facts)}' configured with different hostingModel value '${value}' other than the one of running application(s).`);
}
function secondInProcessEvent(module, facts) {
    const word = module.major < 3 ? 'inprocess' : 'in-process';
    return entry(module, 1008, `Only one ${word} application is allowed per IIS application pool. Please assign the application '${metabasePath(facts)}' to a different IIS application pool.`);
}
function moduleDisabledEvent(module) {
    return entry(module, 1013, 'AspNetCore Module is disabled');
}
/** 1029: no out-of-process handler beside the module. */
function outOfProcessHandlerMissingEvent(module) {
    return entry(module, 1029, "Could not find the assembly 'aspnetcorev2_outofprocess.dll' for out-of-process application. Please confirm the assembly is installed correctly for IIS or IISExpress.");
}
/** 1007: the in-process handler could not bring the application up. `major`: the handler's. */
function coreClrFailedEvent(module, facts, major, text) {
    const who = `Application '${metabasePath(facts)}' with physical root '${applicationFolder(facts)}\\'`;
    return entry(module, 1007, major < 3 ? `${who} failed to load clr and managed application. ${text}` : `${who} failed to load coreclr. Exception message:\n${text}`);
}
/** 1007, last: the thread that ran the application is gone. */
function workerThreadExitedEvent(module, facts, major) {
    return coreClrFailedEvent(module, facts, major, 'CLR worker thread exited prematurely');
}
const captured = (major) => `${major < 3 ? 'Last 4KB' : 'First 30KB'} characters of captured stdout and stderr logs`;
/** 1018: an unhandled managed exception ended the application. `major`: the handler's. */
function managedExceptionEvent(module, facts, major, exception) {
    return entry(module, 1018, `Application '${metabasePath(facts)}' with physical root '${applicationFolder(facts)}\\' hit unexpected managed exception, exception code = '0xe0434352'. ${captured(major)}:\n${exception}`);
}
/** 1035: Main returned, or the host did in its place. `exitCode` is unsigned, the text has it with a sign. `major`: the handler's. */
function mainExitedEvent(module, facts, major, exitCode, output) {
    const what = major < 3 ? 'hit unexpected managed background thread exit,' : 'has exited from Program.Main with';
    return entry(module, 1035, `Application '${metabasePath(facts)}' with physical root '${applicationFolder(facts)}\\' ${what} exit code = '${exitCode | 0}'. ${captured(major)}:\n${output}`);
}
const startedBy = (facts, name) => `Application '${name}' with physical root '${applicationFolder(facts)}\\'`;
/** 1020: the out-of-process child did not come up. */
function processStartFailedEvent(module, facts, { commandLine, port, output }) {
    const who = `${startedBy(facts, metabasePath(facts))} failed to start process with commandline '${commandLine}'`;
    return entry(module, 1020, module.major < 3
        ? `${who} with multiple retries. The last try of listening port is '${port ?? '{port}'}'. See previous warnings for details.`
        : `${who} with multiple retries. Failed to bind to port '${port ?? '{port}'}'. First 30KB characters of captured stdout and stderr logs from multiple retries:\n${output}`);
}
/** 1000: one attempt to start the child failed. */
function attemptFailedEvent(module, facts, start, retriesLeft) {
    const { commandLine, stage, hresult, port } = start;
    const how = `at stage '${stage}', ErrorCode = '${hresult}', assigned port ${port ?? '{port}'}, retryCounter '${retriesLeft}'.`;
    return entry(module, 1000, `${startedBy(facts, metabasePath(facts))} failed to start process with commandline '${commandLine}' ${how}`);
}
/** 1001: the port of web.config cannot be used; the id is that of a start that succeeded. */
function portRefusedEvent(module, facts, { port, hresult }) {
    const range = `port range '${module.major >= 8 ? 10_000 : 1025} - 48000'`;
    return entry(module, 1001, `${startedBy(facts, metabasePath(facts))} failed to choose listen port '${port ?? ''}' given ${range}, ErrorCode = '${hresult}'. If environment variable 'ASPNETCORE_PORT' was set, try removing it such that a random port is selected instead.`);
}
/** What the handler writes besides 1020, in order: the attempts, two of them unless the port is at fault. */
function processAttemptEvents(module, facts, start) {
    return start.stage === 'SetupListenPort'
        ? [portRefusedEvent(module, facts, start), attemptFailedEvent(module, facts, start, 0)]
        : [attemptFailedEvent(module, facts, start, 1), attemptFailedEvent(module, facts, start, 0)];
}
/** 1000 of version 1, which tries once. Source: aspnet/AspNetCoreModule:src/AspNetCore/Src/serverprocess.cxx `StartProcess`. */
function processStartFailedEventOfV1(module, facts, { commandLine, hresult }) {
    const application = facts.target.application ?? '/';
    const name = `MACHINE/WEBROOT/APPHOST/${(facts.target.site ?? '{site}').toUpperCase()}${application === '/' ? '' : application.toUpperCase()}`;
    return entry(module, 1000, `${startedBy(facts, name)} failed to start process with commandline '${commandLine}', ErrorCode = '${hresult}'.`);
}

;// CONCATENATED MODULE: ./build/ancm/section-place.js
/** The place of an attribute of the aspNetCore element in web.config, or of the element when the attribute is not written. */
function attributePlace(facts, section, attribute) {
    return webConfigPlace(facts, section.attributePositions.get(attribute) ?? section);
}
/** A place in the artifact's web.config. */
function webConfigPlace(facts, { line, column }) {
    const file = facts.artifact.webConfig.state === 'absent' ? 'web.config' : facts.artifact.webConfig.path;
    return { in: 'artifact', file, line, column };
}

;// CONCATENATED MODULE: ./build/ancm/error-page.js
/** Titles of the module's own error pages: the wording of 3.x, and the one since 5.0 (dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/*.htm, *.rc). */
const titles = {
    '500.30': { before5: 'ANCM In-Process Start Failure', since5: 'ASP.NET Core app failed to start' },
    '500.31': { before5: 'ANCM Failed to Find Native Dependencies', since5: 'Failed to load ASP.NET Core runtime' },
    '500.32': { before5: 'ANCM Failed to Load dll', since5: 'Failed to load .NET Core host' },
    '500.33': { before5: 'ANCM Request Handler Load Failure', since5: 'Failed to load ASP.NET Core request handler' },
    '500.34': { before5: 'ANCM Mixed Hosting Models Not Supported', since5: 'ASP.NET Core does not support mixing hosting models' },
    '500.35': {
        before5: 'ANCM Multiple In-Process Applications in same Process',
        since5: 'ASP.NET Core does not support multiple apps in the same app pool',
    },
    '500.36': { before5: 'ANCM Out-Of-Process Handler Load Failure', since5: 'ASP.NET Core IIS hosting failure (out-of-process)' },
    '500.37': {
        before5: 'ANCM Failed to Start Within Startup Time Limit',
        since5: 'ASP.NET Core app failed to start within startup time limit',
    },
    '500.38': { before5: 'ANCM Application DLL Not Found', since5: 'Failed to locate ASP.NET Core app' },
    '502.5': { before5: 'ANCM Out-Of-Process Startup Failure', since5: 'ANCM Out-Of-Process Startup Failure' },
};
const loadFailure = {
    inprocess: { before5: 'ANCM In-Process Handler Load Failure', since5: 'ASP.NET Core IIS hosting failure (in-process)' },
    outofprocess: { before5: 'ANCM Out-Of-Process Handler Load Failure', since5: 'ASP.NET Core IIS hosting failure (out-of-process)' },
};
/**
 * The title of the page for `status`, in the words of the binary that speaks.
 * `major`: product major of that binary (the shim for 500.0 and 500.31 to 500.38, the handler for 500.30, 500.37 and 502.5).
 * `undefined` where the module sends no page of its own.
 */
function errorPageTitle(status, major, hostingModel) {
    const title = status === '500.0' ? loadFailure[hostingModel] : titles[status];
    return major >= 5 ? title?.since5 : title?.before5;
}

;// CONCATENATED MODULE: ./build/ancm/server-error-handler.js


/**
 * How the shim and the in-process handler answer after a failed start. With disableStartUpErrorPage the status stays, the page is IIS's own
 * and the HRESULT is E_FAIL (dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/ServerErrorHandler.h).
 */
function serverError({ disableStartUpErrorPage }, { status, hresult, major, hostingModel }, cause) {
    const title = disableStartUpErrorPage ? undefined : errorPageTitle(status, major, hostingModel);
    const [event, ...furtherEvents] = cause.events;
    return {
        rule: cause.rule,
        severity: 'error',
        certainty: cause.certainty ?? 'certain',
        status,
        ...(title === undefined ? {} : { title }),
        hresult: disableStartUpErrorPage ? startup_failure/* hresults */.j.E_FAIL : hresult,
        event,
        furtherEvents,
        message: cause.message,
        evidence: cause.evidence,
        remedies: cause.remedies,
        ...(cause.place === undefined ? {} : { place: cause.place }),
    };
}

;// CONCATENATED MODULE: ./build/ancm/shim-failure.js

/** The sub-status codes that only a shim from 3.0 on knows; a 2.2 shim says 500.0 in their place. */
const since3 = new Set(['500.31', '500.32', '500.33', '500.34', '500.35', '500.36', '500.38']);
/** A failure that `aspnetcorev2.dll` reports: the status its version knows, its page title, and the HRESULT that IIS gets. */
function shimFailure({ major }, section, hostingModel, cause) {
    const status = major < 3 && since3.has(cause.status) ? '500.0' : cause.status;
    return serverError(section, { status, hresult: cause.hresult, major, hostingModel }, cause);
}

;// CONCATENATED MODULE: ./build/ancm/process-path-failures.js







/** A failure to resolve the process path, dotnet or hostfxr: 500.0 (or 500.38), 0x8007023e, events 1031 and 1010. */
function resolutionFailure(stand, problem) {
    const { facts, module, section } = stand;
    const hresult = startup_failure/* hresults */.j.ERROR_UNHANDLED_EXCEPTION;
    return shimFailure(module, section, 'inprocess', {
        rule: problem.rule,
        status: problem.status ?? '500.0',
        hresult,
        events: [resolutionFailedEvent(module, facts, problem.text), startFailedEvent(module, facts, hresult)],
        message: problem.message,
        evidence: problem.evidence,
        remedies: problem.remedies,
        place: problem.place ?? attributePlace(facts, section, 'processPath'),
    });
}
function writtenEvidence({ section, launch, overridden }) {
    const evidence = [`web.config: processPath="${section.processPath}" arguments="${section.arguments}".`];
    if (overridden.length > 0)
        evidence.push(`${overridden.join(' and ')} of the worker process replace it: "${launch.processPath}" ${launch.arguments}`);
    return evidence;
}
function notAnExe(stand, processPath) {
    const isDll = (0,paths/* extension */.ck)(processPath).toLowerCase() === '.dll';
    return resolutionFailure(stand, {
        rule: 'process-path-extension',
        text: `Process path '${processPath}' doesn't have '.exe' extension.`,
        message: `processPath names "${processPath}", and in-process the module accepts only an .exe.`,
        evidence: writtenEvidence(stand),
        remedies: [
            {
                side: 'app',
                text: isDll ? 'Start a dll through dotnet.' : 'Name dotnet or the .exe of the application.',
                snippet: `<aspNetCore processPath="dotnet" arguments=".\\${isDll ? (0,paths/* fileName */.Md)(processPath) : 'App.dll'}" hostingModel="inprocess" />`,
            },
        ],
    });
}
function argumentsEmpty(stand) {
    const dll = entryDllGuess(stand.facts);
    return resolutionFailure(stand, {
        rule: 'arguments-empty',
        text: 'Application arguments are empty.',
        message: 'processPath names dotnet, but arguments does not say which dll to start.',
        evidence: writtenEvidence(stand),
        remedies: [{ side: 'app', text: 'Name the dll of the application in arguments.', snippet: argumentsSnippet(dll) }],
        place: attributePlace(stand.facts, stand.section, 'arguments'),
    });
}
/** The dll that the artifact's only runtimeconfig.json at the root belongs to, for snippets. */
function entryDllGuess(facts) {
    const candidates = [...facts.artifact.files.values()].filter(({ path }) => !path.includes('\\') && path.toLowerCase().endsWith('.runtimeconfig.json'));
    const [only] = candidates;
    return only === undefined || candidates.length > 1 ? undefined : `${only.path.slice(0, -'.runtimeconfig.json'.length)}.dll`;
}
const isPlaceholder = (text) => /%LAUNCHER_PATH%|%DNX_PATH%|VSIISExeLauncher|IISExeLauncherArgs/i.test(text);
/** Which of the ways to lose an executable this is; the words differ, the page does not. */
function missingExecutableRule(facts, section, processPath) {
    if (isPlaceholder(section.processPath) || isPlaceholder(section.arguments))
        return 'launcher-placeholder-left';
    const bare = facts.artifact.images.get((0,paths/* pathKey */.Pn)(processPath.replace(/\.exe$/i, '')));
    return bare?.format === 'elf' || bare?.format === 'mach-o' ? 'executable-for-another-system' : 'executable-missing';
}
const causes = {
    'launcher-placeholder-left': 'web.config still holds the placeholder that Visual Studio uses for debugging; the publish step that replaces it did not run.',
    'executable-for-another-system': 'The application was published for Linux or macOS: its executable has no .exe and Windows cannot run it.',
};
function missingExecutableRemedies(facts, rule, hostingModel = 'inprocess') {
    if (rule === 'executable-for-another-system') {
        return [
            { side: 'app', text: 'Publish for Windows, or without a runtime identifier.', snippet: 'dotnet publish -c Release -r win-x64' },
        ];
    }
    const dll = entryDllGuess(facts);
    const start = {
        side: 'app',
        text: 'Name what is really there.',
        snippet: `<aspNetCore processPath="dotnet" arguments=".\\${dll ?? 'App.dll'}" hostingModel="${hostingModel}" />`,
    };
    const publish = {
        side: 'app',
        text: rule === 'launcher-placeholder-left'
            ? 'Deploy the output of dotnet publish (its web.config), not the one of the project; check that IsTransformWebConfigDisabled is not set.'
            : 'Publish again, and check AssemblyName and UseAppHost if the name in web.config is kept by hand.',
    };
    return [publish, start];
}
function executableMissing(stand, path, processPath) {
    const { facts, section } = stand;
    const rule = missingExecutableRule(facts, section, processPath);
    const inText = pathInTexts(facts, processPath);
    const where = path.in === 'server' ? 'not among the files known to exist on the server' : 'not in the artifact';
    return resolutionFailure(stand, {
        rule,
        text: `Executable was not found at '${inText}'`,
        message: rule === 'executable-missing' ? `processPath names ${(0,paths/* fileName */.Md)(processPath)}, and that file is ${where}.` : causes[rule],
        evidence: [...writtenEvidence(stand), `${(0,paths/* joinPath */.uJ)(inText, '')} is ${where}.`],
        remedies: missingExecutableRemedies(facts, rule),
    });
}
/** The 3.x and the 2.2 wording differ from the later one (dotnet/aspnetcore:…/CommonLib/HostFxrResolver.cpp). */
function dllMissingText(major, dll) {
    if (major < 3)
        return `Application .dll was not found at ${dll}`;
    return major < 5
        ? `Application DLL was not found at ${dll}. Confirm the application dll is present. Single-file deployments are not supported in IIS.`
        : `The app couldn't be found at ${dll}. Confirm the app's main DLL is present. Single-file deployments are not supported in IIS.`;
}
function whyNoDll(facts, key, exe) {
    const image = facts.artifact.images.get(key);
    if (image?.format === 'pe' && image.appHost?.bundle === true) {
        return {
            message: `${exe} is a single-file publish, and IIS cannot host those in-process.`,
            remedy: 'Publish as separate files, or host out-of-process.',
            snippet: '<PublishSingleFile>false</PublishSingleFile>',
        };
    }
    if (image?.format === 'pe' && image.clr !== undefined) {
        return {
            message: `${exe} is a .NET Framework program, and those run out-of-process only.`,
            remedy: 'Host out-of-process.',
            snippet: '<AspNetCoreHostingModel>OutOfProcess</AspNetCoreHostingModel>',
        };
    }
    const stem = key.slice(0, -4);
    if (image?.format === 'pe' &&
        image.appHost === undefined &&
        !facts.artifact.files.has(`${stem}.deps.json`) &&
        !facts.artifact.files.has(`${stem}.runtimeconfig.json`)) {
        return {
            message: `${exe} has no dll beside it and looks like a Native AOT publish, which IIS cannot host in-process.`,
            remedy: 'Publish without Native AOT, or host out-of-process.',
            snippet: '<PublishAot>false</PublishAot>',
        };
    }
    return {
        message: `The application dll that belongs to ${exe} is not beside it.`,
        remedy: 'Publish again and copy the whole output; or correct processPath if it names another program.',
    };
}
function applicationDllMissing(stand, path, processPath) {
    const { facts, module } = stand;
    const exe = (0,paths/* fileName */.Md)(path.relative);
    const dll = pathInTexts(facts, processPath).replace(/\.[^.\\/]*$/, '.dll');
    const why = whyNoDll(facts, path.key, exe);
    return resolutionFailure(stand, {
        rule: 'application-dll-missing',
        status: '500.38',
        text: dllMissingText(module.major, dll),
        message: why.message,
        evidence: [...writtenEvidence(stand), `${path.relative} is there, ${(0,paths/* joinPath */.uJ)(dll, '')} is not.`],
        remedies: [{ side: 'app', text: why.remedy, ...(why.snippet === undefined ? {} : { snippet: why.snippet }) }],
    });
}

;// CONCATENATED MODULE: ./build/dotnet/promised-assets.js


const mostAssets = 50_000;
/** Own keys only, whatever their names; `{}` for anything but an object. */
function entriesOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
function member(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
function promised_assets_text(value) {
    return typeof value === 'string' ? value : undefined;
}
/** `undefined` for bytes that are no deps.json. */
const readPromisedAssets = onceForEach((bytes) => {
    let root;
    try {
        root = JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return undefined;
    }
    const runtimeTarget = member(root, 'runtimeTarget');
    const target = promised_assets_text(runtimeTarget) ?? promised_assets_text(member(runtimeTarget, 'name'));
    if (target === undefined)
        return undefined;
    const libraries = new Map(entriesOf(member(root, 'libraries')));
    const assets = [];
    for (const [library, parts] of entriesOf(member(member(root, 'targets'), target))) {
        if (assets.length > mostAssets)
            break;
        assets.push(...assetsOf(library, libraries.get(library), parts));
    }
    const rid = target.split('/')[1];
    const packages = new Set([...libraries.keys()].map((name) => (name.split('/')[0] ?? '').toLowerCase()));
    return { target, ...(rid === undefined ? {} : { rid }), assets, packages };
});
function assetsOf(library, entry, parts) {
    const [name = '', version = ''] = library.split('/');
    const type = promised_assets_text(member(entry, 'type')) ?? '';
    const store = member(entry, 'runtimeStoreManifestName') === undefined ? {} : { fromStore: true };
    const asset = (kind, path, facts, rid) => {
        if (path.endsWith('/_._'))
            return [];
        const fileVersion = promised_assets_text(member(facts, 'fileVersion'));
        const key = (0,paths/* pathKey */.Pn)(rid === undefined ? (0,paths/* fileName */.Md)(path) : path);
        const common = { package: name, version, type, kind, path, key, ...store };
        return [{ ...common, ...(rid === undefined ? {} : { rid }), ...(fileVersion === undefined ? {} : { fileVersion }) }];
    };
    const plain = ['runtime', 'native'].flatMap((kind) => entriesOf(member(parts, kind)).flatMap(([path, facts]) => asset(kind, path, facts)));
    const targeted = entriesOf(member(parts, 'runtimeTargets')).flatMap(([path, facts]) => {
        const kind = promised_assets_text(member(facts, 'assetType'));
        return kind === 'runtime' || kind === 'native' ? asset(kind, path, facts, promised_assets_text(member(facts, 'rid')) ?? '') : [];
    });
    return [...plain, ...targeted];
}

;// CONCATENATED MODULE: ./build/iis/worker-architecture.js
/**
 * The architecture of the pool's worker process. A 32-bit system has no other; on 64-bit ones `enable32BitAppOnWin64` gives a 32-bit
 * worker, and on Windows on ARM64 `enableEmulationOnWinArm64` one that is emulated x64 (the 32-bit switch wins over it).
 * Source: learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add; dotnet/aspnetcore#47115.
 */
function workerArchitecture({ server, target }) {
    const windows = server?.os?.architecture;
    if (windows === 'x86')
        return { known: true, architecture: 'x86', because: 'Windows itself is 32-bit.' };
    const { pool } = target;
    const bits = pool?.enable32BitAppOnWin64;
    if (bits === true && pool !== undefined) {
        return { known: true, architecture: 'x86', because: `Pool "${pool.name}" has enable32BitAppOnWin64 on.` };
    }
    const missingFacts = [
        ...(windows === undefined ? ['os.architecture'] : []),
        ...(pool === undefined ? ['iis.appPools'] : bits === undefined ? ['iis.appPools[].enable32BitAppOnWin64'] : []),
    ];
    if (windows === undefined || pool === undefined || missingFacts.length > 0)
        return { known: false, missingFacts };
    const emulated = windows === 'arm64' && pool.enableEmulationOnWinArm64 === true;
    return {
        known: true,
        architecture: emulated ? 'x64' : windows,
        because: emulated ? `Pool "${pool.name}" has enableEmulationOnWinArm64 on.` : `Pool "${pool.name}" has enable32BitAppOnWin64 off.`,
    };
}

;// CONCATENATED MODULE: ./build/advice/advised-application.js







/** Every application of an artifact that was asked for, by its dll: the artifact may go to thousands of servers. */
const applications = onceForEach((_) => new Map());
/** The application whose dll lies at the root; `undefined` where none is known, or where it lies elsewhere. */
function advisedApplication({ facts, workedOut: { applicationDll, entry } }) {
    const known = applications(facts.artifact);
    const named = applicationDll ?? (entry === undefined || entry.kind === 'dotnet' ? undefined : entry.dll);
    const key = named ?? '';
    if (!known.has(key)) {
        const dll = named ?? entryDllGuess(facts);
        known.set(key, dll === undefined ? undefined : describeApplication(facts.artifact, dll));
    }
    return known.get(key);
}
function describeApplication(artifact, dll) {
    const { files, contents, images } = artifact;
    if ((0,paths/* parentPath */.yl)(dll) !== '' || !files.has((0,paths/* pathKey */.Pn)(dll)))
        return undefined;
    const stem = dll.replace(/\.[^.]*$/, '');
    const config = contents.get((0,paths/* pathKey */.Pn)(`${stem}.runtimeconfig.json`));
    const deps = contents.get((0,paths/* pathKey */.Pn)(`${stem}.deps.json`));
    const promised = deps === undefined ? undefined : readPromisedAssets(deps);
    const image = images.get((0,paths/* pathKey */.Pn)(dll));
    const references = frameworkReferences(config);
    return {
        artifact,
        dll,
        stem,
        selfContained: config === undefined ? files.has('hostpolicy.dll') : references.length === 0,
        references,
        ...(promised === undefined ? {} : { promised }),
        ...(image?.format === 'pe' ? { image } : {}),
    };
}
/** The architecture of the process that the application runs in, where the start got that far. */
function processArchitecture({ facts, workedOut: { hostingModel, host, dotnetRoot } }) {
    if (host === undefined)
        return undefined;
    if (hostingModel !== 'inprocess')
        return dotnetRoot?.architecture;
    // Asked anew: a walk may have been performed on what nobody said.
    const worker = workerArchitecture(facts);
    return worker.known ? worker.architecture : undefined;
}
/** Major version of the runtime that will run, or that the application asks for. */
function runtimeMajor({ facts, workedOut: { host } }, { dll, references }) {
    const running = host?.frameworks.find(({ name }) => name === 'Microsoft.NETCore.App')?.version;
    const asked = references[0]?.version;
    const major = Number.parseInt(running ?? bundledHostVersion(facts.artifact, dll) ?? asked ?? '', 10);
    return Number.isNaN(major) ? undefined : major;
}

;// CONCATENATED MODULE: ./build/advice/assembly-architecture.js



/** The runtime refuses an assembly compiled for another machine when something needs it; of the entry assembly the start itself tells. */
const assemblyArchitecture = (advice) => {
    const application = advisedApplication(advice);
    const process = processArchitecture(advice);
    // What goes with an entry assembly of the wrong architecture needs no word of its own.
    if (application?.promised === undefined || process === undefined || advice.told.has('entry-assembly-architecture'))
        return [];
    const { images, files } = advice.facts.artifact;
    const refused = application.promised.assets.flatMap(({ kind, rid, key }) => {
        const image = images.get(key);
        if (kind !== 'runtime' || rid !== undefined || key === application.dll.toLowerCase())
            return [];
        if (image?.format !== 'pe' || image.clr === undefined)
            return [];
        const why = whyAssemblyRefused(image, process);
        return why === undefined ? [] : [{ file: files.get(key)?.path ?? key, why }];
    });
    const [first] = refused;
    if (first === undefined)
        return [];
    return [
        {
            rule: 'assembly-architecture',
            severity: 'warning',
            certainty: 'likely',
            message: `${someOf(refused.map(({ file }) => file))}: ${first.why.replace(/^it is /, '')}, and the process is ${process}; the application fails when ${refused.length === 1 ? 'it is' : 'one of them is'} first used.`,
            evidence: refused.slice(0, 10).map(({ file, why }) => `${file}: ${why}.`),
            remedies: [
                {
                    side: 'app',
                    text: 'Publish for the architecture of the process, or use a build of the library for any.',
                    snippet: `dotnet publish -c Release -r win-${process} --self-contained false`,
                },
            ],
            place: { in: 'artifact', file: first.file },
        },
    ];
};

;// CONCATENATED MODULE: ./build/iis/pool-facts.js
/** The path of a fact of the target's pool in the manifest, such as `iis.appPools[0].state`. */
function poolFact({ poolPlace }, key) {
    return `${poolPlace ?? 'iis.appPools[]'}.${key}`;
}

// EXTERNAL MODULE: ./build/model/appcmd.js
var appcmd = __webpack_require__(7797);
;// CONCATENATED MODULE: ./build/advice/scheduler-package.js

/** Packages that do work without a request. */
const schedulers = /^(?:hangfire\.(?:aspnetcore|netcore)|quartz\.(?:aspnetcore|extensions\.hosting)|coravel|tickerq)$/;
/** The package with which the application works in the background; `undefined` where none is known. */
function schedulerPackage(advice) {
    return [...(advisedApplication(advice)?.promised?.packages ?? [])].find((name) => schedulers.test(name));
}

;// CONCATENATED MODULE: ./build/advice/background-work-waits.js



/** Settings that leave the start to the first request, with where they are; what nobody said is passed over. */
function onDemand(target) {
    const { pool, current } = target;
    return [
        ...(pool?.startMode === 'OnDemand'
            ? [
                {
                    setting: `startMode of pool "${pool.name}" is OnDemand.`,
                    place: { in: 'server', fact: poolFact(target, 'startMode') },
                },
            ]
            : []),
        ...(current?.preloadEnabled === false
            ? [{ setting: `preloadEnabled of application ${current.path} is false.`, place: { in: 'server', fact: 'iis.sites' } }]
            : []),
    ];
}
/**
 * Only AlwaysRunning and preloadEnabled together start an application with IIS; otherwise it starts with its first request.
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis/advanced (application initialization).
 */
const backgroundWorkWaits = (advice) => {
    const { target } = advice.facts;
    const found = onDemand(target);
    const [first] = found;
    const scheduler = schedulerPackage(advice);
    if (first === undefined || scheduler === undefined)
        return [];
    const application = `${target.site ?? '{site}'}${target.application ?? '/'}`;
    return [
        {
            rule: 'background-work-waits',
            severity: 'note',
            certainty: 'likely',
            message: 'After a restart of the server, and after every recycling of the pool, scheduled work begins only with the first request to the application.',
            evidence: [...found.map(({ setting }) => setting), `The application uses the package ${scheduler}.`],
            remedies: [
                {
                    side: 'server',
                    text: 'Start the application with IIS; Windows needs the feature Application Initialization for it.',
                    snippet: `${appcmd/* appcmd */.C} set apppool "${target.appPool ?? '{pool}'}" /startMode:AlwaysRunning & ${appcmd/* appcmd */.C} set app "${application}" /preloadEnabled:true`,
                },
                { side: 'app', text: 'Or move the work to a service of its own.' },
            ],
            place: first.place,
        },
    ];
};

// EXTERNAL MODULE: ./build/iis/deploy-time-token.js
var deploy_time_token = __webpack_require__(8119);
;// CONCATENATED MODULE: ./build/windows/environment.js
/**
 * The environment block of a process made of `layers`; a later layer wins over an earlier one, and all of them over `builtIns`,
 * the variables that Windows sets itself. What Windows sets is known even where a layer is not described or its value was redacted.
 */
function environmentBlock(layers, builtIns) {
    const topDown = layers.toReversed();
    return (name) => {
        const key = name.toUpperCase();
        const lookup = lookUp(topDown, key);
        if (lookup?.known === true)
            return lookup;
        const builtIn = builtIns.get(key);
        if (typeof builtIn === 'string')
            return { known: true, value: builtIn };
        if (lookup !== undefined)
            return lookup;
        return builtIn === null ? { known: false, missingFacts: [machineFact] } : { known: true, value: undefined };
    };
}
/** What would tell a variable that Windows sets to something only the machine knows. */
const machineFact = 'environment';
/** `undefined`: every layer is described and none sets the name. */
function lookUp(topDown, key) {
    const missingFacts = [];
    for (const { variables, fact } of topDown) {
        const value = variables?.get(key);
        if (typeof value === 'string' && missingFacts.length === 0)
            return { known: true, value: value === '' ? undefined : value };
        if (variables === undefined || value === null)
            missingFacts.push(fact);
        if (value !== undefined)
            break;
    }
    return missingFacts.length > 0 ? { known: false, missingFacts } : undefined;
}
/**
 * The variables that Windows gives every process, for a system on drive C:, by upper-cased name; `null` where only the machine knows the value.
 * A 32-bit process on 64-bit Windows sees the `(x86)` folders under the plain names.
 * `windows`: the architecture of the operating system; absent counts as 64-bit, as every supported Windows Server is.
 * Source: learn.microsoft.com/windows/win32/winprog64/wow64-implementation-details.
 */
function windowsVariables(process, windows) {
    return new Map([
        ['SYSTEMDRIVE', 'C:'],
        ['SYSTEMROOT', 'C:\\Windows'],
        ['WINDIR', 'C:\\Windows'],
        ['COMSPEC', 'C:\\Windows\\system32\\cmd.exe'],
        ['PROGRAMDATA', 'C:\\ProgramData'],
        ['ALLUSERSPROFILE', 'C:\\ProgramData'],
        ['PUBLIC', 'C:\\Users\\Public'],
        ['OS', 'Windows_NT'],
        ...programFolders(process, windows),
        ...['COMPUTERNAME', 'NUMBER_OF_PROCESSORS', 'TEMP', 'TMP', 'USERNAME', 'USERDOMAIN', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA'].map((name) => [name, null]),
    ]);
}
const processorNames = { x64: 'AMD64', x86: 'x86', arm64: 'ARM64' };
function programFolders(process, windows) {
    const native = 'C:\\Program Files';
    const own = process === 'x86' && windows !== 'x86' ? `${native} (x86)` : native;
    const folders = [
        ['PROGRAMFILES', own],
        ['COMMONPROGRAMFILES', `${own}\\Common Files`],
        ['PROCESSOR_ARCHITECTURE', processorNames[process]],
    ];
    if (windows === 'x86')
        return folders;
    return [
        ...folders,
        ['PROGRAMFILES(X86)', `${native} (x86)`],
        ['PROGRAMW6432', native],
        ['COMMONPROGRAMFILES(X86)', `${native} (x86)\\Common Files`],
        ['COMMONPROGRAMW6432', `${native}\\Common Files`],
    ];
}
/**
 * Replaces `%NAME%` as ExpandEnvironmentStrings does: a name that is not set stays as written, percent signs included.
 * Not known as soon as one of the names is not.
 */
function expandEnvironmentVariables(text, block) {
    const missing = new Set();
    let expanded = '';
    let rest = 0;
    for (;;) {
        const open = text.indexOf('%', rest);
        const close = open < 0 ? -1 : text.indexOf('%', open + 1);
        if (close < 0)
            break;
        const lookup = block(text.slice(open + 1, close));
        if (!lookup.known)
            for (const fact of lookup.missingFacts)
                missing.add(fact);
        const value = lookup.known ? lookup.value : undefined;
        expanded += text.slice(rest, open) + (value ?? text.slice(open, close + 1));
        rest = close + 1;
    }
    return missing.size > 0 ? { known: false, missingFacts: [...missing] } : { known: true, text: expanded + text.slice(rest) };
}

;// CONCATENATED MODULE: ./build/iis/attribute-value.js
/** IIS takes `true` and `1` for true, in any case. */
function isTrue(value) {
    return value !== undefined && /^(?:true|1)$/i.test(value);
}
/** The value of an attribute as written, or `undefined` when it is not written. Names are compared with regard to case, as IIS does. */
function attributeValue(element, name) {
    return element.attributes.find((attribute) => attribute.name === name)?.value;
}

;// CONCATENATED MODULE: ./build/ancm/aspnetcore-schema.js
/**
 * The schema of `system.webServer/aspNetCore`: attributes with types, ranges and defaults, and the child collections.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/aspnetcore_schema_v2.xml, unchanged from 2.2 to 10.0;
 * V1 from 2.1.2 on is the same. The section is validated when the module reads it, not by IIS beforehand.
 */
const attributes = new Map([
    ['processPath', { type: 'string' }],
    ['arguments', { type: 'string' }],
    ['startupTimeLimit', { type: 'uint', min: 0, max: 3600 }],
    ['shutdownTimeLimit', { type: 'uint', min: 0, max: 600 }],
    ['rapidFailsPerMinute', { type: 'uint', min: 0, max: 100 }],
    ['requestTimeout', { type: 'timeSpan', min: 0, max: 1_296_000 }],
    ['stdoutLogEnabled', { type: 'bool' }],
    ['stdoutLogFile', { type: 'string' }],
    ['processesPerApplication', { type: 'uint', min: 1, max: 100 }],
    ['forwardWindowsAuthToken', { type: 'bool' }],
    ['disableStartUpErrorPage', { type: 'bool' }],
    ['hostingModel', { type: 'string' }],
]);
const defaults = {
    startupTimeLimit: 120,
    stdoutLogFile: '.\\aspnetcore-stdout',
};
const childCollections = new Map([
    [
        'environmentVariables',
        {
            addElement: 'environmentVariable',
            attributes: [
                { name: 'name', required: true, nonEmpty: true },
                { name: 'value', required: true, nonEmpty: false },
            ],
        },
    ],
    [
        'handlerSettings',
        {
            addElement: 'handlerSetting',
            attributes: [
                { name: 'name', required: true, nonEmpty: true },
                { name: 'value', required: true, nonEmpty: false },
            ],
        },
    ],
    ['recycleOnFileChange', { addElement: 'file', attributes: [{ name: 'path', required: true, nonEmpty: true }] }],
]);
/** Attributes that the configuration system itself understands on every section and collection. */
const configurationSystemAttributes = new Set([
    'configSource',
    'lockAttributes',
    'lockAllAttributesExcept',
    'lockElements',
    'lockAllElementsExcept',
    'lockItem',
]);

;// CONCATENATED MODULE: ./build/ancm/aspnetcore-section.js


/** The entries of a child collection in order; `clear` drops those before it. */
function namedValues(element, collectionName) {
    let values = [];
    for (const collection of element.children.filter(({ name }) => name === collectionName)) {
        for (const child of collection.children) {
            if (child.name === 'clear')
                values = [];
            else
                values.push({
                    name: attributeValue(child, 'name') ?? '',
                    value: attributeValue(child, 'value') ?? '',
                    line: child.line,
                    column: child.column,
                });
        }
    }
    return values;
}
const aspnetcore_section_isTrue = (value) => value !== undefined && /^(?:true|1)$/i.test(value);
/** The section with its defaults filled in. The element is taken to obey the schema; a value that does not becomes its default. */
function readAspNetCoreSection(element) {
    const startupTimeLimit = attributeValue(element, 'startupTimeLimit');
    const hostingModel = attributeValue(element, 'hostingModel');
    return {
        line: element.line,
        column: element.column,
        processPath: attributeValue(element, 'processPath') ?? '',
        arguments: attributeValue(element, 'arguments') ?? '',
        ...(hostingModel === undefined ? {} : { hostingModel }),
        startupTimeLimit: startupTimeLimit !== undefined && /^\d{1,10}$/.test(startupTimeLimit) ? Number(startupTimeLimit) : defaults.startupTimeLimit,
        stdoutLogEnabled: aspnetcore_section_isTrue(attributeValue(element, 'stdoutLogEnabled')),
        stdoutLogFile: attributeValue(element, 'stdoutLogFile') ?? defaults.stdoutLogFile,
        disableStartUpErrorPage: aspnetcore_section_isTrue(attributeValue(element, 'disableStartUpErrorPage')),
        environmentVariables: namedValues(element, 'environmentVariables'),
        handlerSettings: namedValues(element, 'handlerSettings'),
        attributePositions: new Map(element.attributes.map(({ name, line, column }) => [name, { line, column }])),
    };
}
/** A handler setting by name; names ignore case and the first one wins (find_element in dotnet/aspnetcore:…/CommonLib/ConfigurationSource.h). */
function handlerSetting(section, name) {
    return section.handlerSettings.find((setting) => setting.name.toLowerCase() === name.toLowerCase());
}
/** A web.config environment variable by name; names ignore case and the last one wins. */
function environmentVariable(section, name) {
    return section.environmentVariables.findLast((variable) => variable.name.toLowerCase() === name.toLowerCase());
}

;// CONCATENATED MODULE: ./build/ancm/launch-command.js

/**
 * Whether this shim lets ANCM_LAUNCHER_PATH and ANCM_LAUNCHER_ARGS of the worker process replace the attributes:
 * from 5.0 on, and in the servicing of 3.1 from 3.1.4 on.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/ShimOptions.cpp.
 */
function honoursLauncherVariables(module) {
    if (module.module === 'AspNetCoreModule')
        return false;
    return module.major >= 5 || (module.major === 3 && module.minor >= 1 && (module.patch ?? 4) >= 4);
}
/**
 * processPath and arguments as the module uses them: overridden by the worker process's variables, then expanded with them. The schema
 * has the attributes `expanded`, so IIS has done that once before; what a variable brings in is expanded too.
 * A variable that is not set stays as written, so `%LAUNCHER_PATH%` survives.
 */
function launchCommand(section, module, environment) {
    const missing = new Set();
    const overridden = [];
    const effective = (attribute, variable) => {
        const override = honoursLauncherVariables(module) ? environment(variable) : { known: true, value: undefined };
        if (!override.known)
            for (const fact of override.missingFacts)
                missing.add(fact);
        if (override.known && override.value !== undefined)
            overridden.push(variable);
        const written = expandEnvironmentVariables(attribute, environment);
        const own = override.known && override.value !== undefined ? { known: true, text: override.value } : written;
        const expanded = own.known ? expandEnvironmentVariables(own.text, environment) : own;
        if (expanded.known)
            return expanded.text;
        for (const fact of expanded.missingFacts)
            missing.add(fact);
        return attribute;
    };
    const launch = {
        processPath: effective(section.processPath, 'ANCM_LAUNCHER_PATH'),
        arguments: effective(section.arguments, 'ANCM_LAUNCHER_ARGS'),
    };
    return missing.size > 0 ? { known: false, missingFacts: [...missing] } : { known: true, launch, overridden };
}
/** What web.config says to start, and what the worker process makes of it where that is something else. */
function launchEvidence(section, launch) {
    const written = `web.config: processPath="${section.processPath}" arguments="${section.arguments}".`;
    const same = launch.processPath === section.processPath && launch.arguments === section.arguments;
    return same ? [written] : [written, `With the variables of the worker process: "${launch.processPath}" ${launch.arguments}`.trimEnd()];
}

;// CONCATENATED MODULE: ./build/ancm/application-environment.js




/** `3.1.32` in parts; `undefined` where it is not known. */
function handlerVersion(version) {
    const parts = /^(\d{1,5})\.(\d{1,5})(?:\.(\d{1,5}))?/.exec(version ?? '');
    if (parts === null)
        return undefined;
    return { major: Number(parts[1]), minor: Number(parts[2]), ...(parts[3] === undefined ? {} : { patch: Number(parts[3]) }) };
}
/**
 * ANCM_PREFER_ENVIRONMENT_VARIABLES on the worker process, which came with the servicing that brought the variables of the launcher. Where
 * nobody said, it is not set: it is for development tools.
 */
function prefersWorker(workerEnvironment, handler) {
    if (handler !== undefined && !honoursLauncherVariables({ module: 'AspNetCoreModuleV2', known: true, ...handler }))
        return false;
    const lookup = workerEnvironment('ANCM_PREFER_ENVIRONMENT_VARIABLES');
    return lookup.known && /^(?:1|true)$/i.test(lookup.value ?? '');
}
/**
 * The environment of the application itself: the worker process's, overlaid with the variables of web.config, whose values are expanded;
 * the other way round where the worker's are preferred. In-process it exists only once the handler runs; out-of-process it is the child's.
 * `handler`: product version of the request handler; absent counts as a current one.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/RequestHandlerLib/environmentvariablehelpers.h.
 */
function applicationEnvironment(section, workerEnvironment, handler) {
    const workerFirst = prefersWorker(workerEnvironment, handler);
    return (name) => {
        const own = workerEnvironment(name);
        if (workerFirst && (!own.known || own.value !== undefined))
            return own;
        const written = environmentVariable(section, name);
        if (written === undefined)
            return own;
        const expanded = expandEnvironmentVariables(written.value, workerEnvironment);
        if (!expanded.known)
            return expanded;
        // What a deployment step will put in place of a placeholder is not known.
        if ((0,deploy_time_token/* deployTimeToken */.k)(expanded.text) !== undefined)
            return { known: false, missingFacts: [] };
        return { known: true, value: expanded.text === '' ? undefined : expanded.text };
    };
}
/** Names that web.config sets more than once, ignoring case; the second one is returned. */
function duplicateVariable(section) {
    const seen = new Set();
    return section.environmentVariables.find(({ name }) => {
        const key = name.toLowerCase();
        if (seen.has(key))
            return true;
        seen.add(key);
        return false;
    });
}

// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(9547);
;// CONCATENATED MODULE: ./build/dotnet/json-problem.js

class Found extends Error {
    problem;
    constructor(problem) {
        super(problem.problem);
        this.problem = problem;
    }
}
/**
 * The first error of a text, or the first bracket that makes `deepest` levels one too many; `undefined` where there is neither.
 * jsonc-parser descends by recursion, and goes on behind an error: whoever gives it text of strangers asks here first.
 */
function firstJsonProblem(text, deepest, options) {
    let depth = 0;
    const begin = (offset) => {
        if (++depth > deepest)
            throw new Found({ problem: `more than ${deepest} levels of lists and objects`, offset });
    };
    const end = () => void depth--;
    try {
        (0,main.visit)(text, {
            onObjectBegin: begin,
            onArrayBegin: begin,
            onObjectEnd: end,
            onArrayEnd: end,
            onError(code, offset) {
                throw new Found({ problem: inWords((0,main.printParseErrorCode)(code)), offset });
            },
        }, options);
        return undefined;
    }
    catch (error) {
        if (error instanceof Found)
            return error.problem;
        throw error;
    }
}
/** `CommaExpected` as `comma expected`. */
function inWords(code) {
    return code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}

;// CONCATENATED MODULE: ./build/dotnet/settings-json.js


/** What a problem shows of a key, in characters. */
const longestShown = 200;
/** `JsonDocumentOptions.MaxDepth` where nobody sets it. */
const deepest = 64;
const settings_json_options = { allowTrailingComma: true, disallowComments: false, allowEmptyContent: false };
const marks = [
    ['\u00ff\u00fe', 'utf-16le'],
    ['\u00fe\u00ff', 'utf-16be'],
];
/** The text of a settings file. Like a StreamReader it goes by the byte-order mark, and takes UTF-8 where there is none. */
function settingsText(bytes) {
    const start = String.fromCharCode(...bytes.subarray(0, 2));
    const encoding = marks.find(([mark]) => mark === start)?.[1] ?? 'utf-8';
    return new TextDecoder(encoding).decode(bytes);
}
/** Reads the text of a settings file, or says why the provider refuses it. */
function readSettingsJson(text) {
    const refuse = (problem, offset) => ({ ok: false, problem, ...placeIn(text, offset) });
    const first = firstJsonProblem(text, deepest, settings_json_options);
    if (first !== undefined)
        return refuse(first.problem, first.offset);
    const tree = (0,main.parseTree)(text, [], settings_json_options);
    if (tree?.type !== 'object')
        return refuse('the root is not an object', 0);
    const leaves = leavesOf(tree);
    const seen = new Set();
    for (const { key, node } of leaves) {
        const path = key.toLowerCase();
        if (seen.has(path) && !isEmpty(node))
            return refuse(`the key ${key.slice(0, longestShown)} occurs twice`, node.offset);
        seen.add(path);
    }
    const values = leaves.filter(({ node }) => !isEmpty(node));
    return { ok: true, settings: values.map(({ key, node }) => ({ key, value: settings_json_textOf(text, node), offset: node.offset })) };
}
/** Characters of all keys together that are looked at. A file made of long keys has no more of them than a real one. */
const mostKeys = 4_000_000;
/** Values, and objects and lists without any, each with its path. */
function leavesOf(root) {
    const leaves = [];
    let left = mostKeys;
    const visit = (node, key) => {
        const children = node.children ?? [];
        if (left <= 0)
            return;
        if ((node.type !== 'object' && node.type !== 'array') || (children.length === 0 && key !== '')) {
            leaves.push({ key, node });
            left -= key.length;
            return;
        }
        const below = (name) => (key === '' ? name : `${key}:${name}`);
        for (const [index, child] of children.entries()) {
            if (node.type === 'array')
                visit(child, below(String(index)));
            else {
                const [name, value] = child.children ?? [];
                if (name !== undefined && value !== undefined)
                    visit(value, below(String(name.value)));
            }
        }
    };
    visit(root, '');
    return leaves;
}
const isEmpty = ({ type }) => type === 'object' || type === 'array';
function settings_json_textOf(text, { type, value, offset, length }) {
    return type === 'string' ? String(value) : text.slice(offset, offset + length);
}
/** Line and column of an offset, 1-based. */
function placeIn(text, offset) {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

;// CONCATENATED MODULE: ./build/ancm/application-settings.js




/**
 * The variables that name the environment, the one that wins first. From .NET 7 on DOTNET_ENVIRONMENT wins over ASPNETCORE_ENVIRONMENT
 * (learn.microsoft.com/dotnet/core/compatibility/aspnet-core/7.0/environment-variable-precedence).
 */
function environmentNames(major) {
    return major >= 7 ? ['DOTNET_ENVIRONMENT', 'ASPNETCORE_ENVIRONMENT'] : ['ASPNETCORE_ENVIRONMENT', 'DOTNET_ENVIRONMENT'];
}
/** The environment name the default builders use; `undefined` while it is not known. */
function environmentName(environment, major) {
    for (const name of environmentNames(major)) {
        const lookup = environment(name);
        if (!lookup.known)
            return undefined;
        if (lookup.value !== undefined)
            return lookup.value;
    }
    return 'Production';
}
/** appsettings.json and the file of the environment in force, as far as the default builders would stop on them. */
function settingsProblem(facts, environment) {
    for (const file of ['appsettings.json', ...(environment === undefined ? [] : [`appsettings.${environment}.json`])]) {
        const bytes = facts.artifact.contents.get((0,paths/* pathKey */.Pn)(file));
        const problem = bytes === undefined ? undefined : settingsFileProblem(file, bytes);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
/** A settings file as the provider reads it, with its text. */
const settingsIn = onceForEach((bytes) => {
    const text = settingsText(bytes);
    return { ...readSettingsJson(text), text };
});
/** Why the default builders stop on this file; `undefined` where they read it. */
function settingsFileProblem(file, bytes) {
    const read = settingsIn(bytes);
    if (read.ok)
        return undefined;
    const { problem, line, column } = read;
    const token = (0,deploy_time_token/* deployTimeToken */.k)(read.text);
    return token === undefined ? { kind: 'unparsable', file, problem, line, column } : { kind: 'placeholder', file, token };
}

;// CONCATENATED MODULE: ./build/advice/advised-environment.js




/** `undefined` where nothing sets it, so that it is Production, or where what sets it is not known. */
function advisedEnvironment(advice) {
    const { aspNetCore, workerEnvironment, launch } = advice.workedOut;
    if (aspNetCore === undefined || workerEnvironment === undefined)
        return undefined;
    const argument = /(?:^|\s)--environment[=\s]\s*"?([\w.-]+)/i.exec(launch?.arguments ?? '')?.[1];
    if (argument !== undefined)
        return { name: argument, certain: true };
    const environment = applicationEnvironment(aspNetCore, workerEnvironment);
    const application = advisedApplication(advice);
    let certain = true;
    for (const variable of environmentNames((application && runtimeMajor(advice, application)) ?? 10)) {
        const lookup = environment(variable);
        if (!lookup.known)
            certain = false;
        else if (lookup.value !== undefined) {
            const written = prefersWorker(workerEnvironment, undefined) ? undefined : environmentVariable(aspNetCore, variable);
            return { name: lookup.value, variable, ...(written === undefined ? {} : { written }), certain };
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/advice/application-setting.js




/** The values of a setting in appsettings.json and in the file of the environment in force; keys ignore case. */
function settingValues(advice, key) {
    const { contents } = advice.facts.artifact;
    const environment = advisedEnvironment(advice)?.name ?? 'Production';
    return ['appsettings.json', `appsettings.${environment}.json`].flatMap((file) => {
        const bytes = contents.get((0,paths/* pathKey */.Pn)(file));
        const read = bytes === undefined ? undefined : settingsIn(bytes);
        if (read?.ok !== true)
            return [];
        return read.settings.filter((setting) => setting.key.toLowerCase() === key.toLowerCase()).map(({ value }) => value);
    });
}
/** The values of environment variables of the application that are known. */
function variableValues({ workedOut: { aspNetCore, workerEnvironment } }, names) {
    if (aspNetCore === undefined || workerEnvironment === undefined)
        return [];
    const environment = applicationEnvironment(aspNetCore, workerEnvironment);
    return names.flatMap((name) => {
        const lookup = environment(name);
        return lookup.known && lookup.value !== undefined ? [lookup.value] : [];
    });
}

;// CONCATENATED MODULE: ./build/advice/binding-any-host.js



const hosts = ['AllowedHosts', 'ASPNETCORE_ALLOWEDHOSTS'];
/**
 * A binding without a host name lets whoever sends a request choose the name, and what the application builds from it: links in mails,
 * redirects, entries of caches. AllowedHosts is the application's own list.
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis, learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/host-filtering.
 */
const bindingAnyHost = (advice) => {
    const { site, bindings } = advice.facts.target;
    const [first] = bindings?.anyHost ?? [];
    if (bindings === undefined || first === undefined)
        return [];
    const allowed = [...settingValues(advice, 'AllowedHosts'), ...variableValues(advice, hosts)];
    if (allowed.some((value) => value !== '' && !value.split(';').includes('*')))
        return [];
    const [protocol = 'http', information = '*:80'] = first.split(' ');
    return [
        {
            rule: 'binding-any-host',
            severity: 'note',
            certainty: 'likely',
            message: `Site "${site ?? ''}" answers to every host name (${someOf(bindings.anyHost)}), and AllowedHosts names none: whoever sends a request chooses the name in links and redirects.`,
            evidence: [
                ...bindings.anyHost.slice(0, 10).map((binding) => `Binding of the site: ${binding}, no host name.`),
                allowed.length === 0 ? 'The settings of the application have no AllowedHosts.' : `AllowedHosts is ${allowed.join(', ')}.`,
            ],
            remedies: [
                { side: 'app', text: 'Name the hosts in appsettings.json.', snippet: '"AllowedHosts": "shop.example.com"' },
                {
                    side: 'server',
                    text: 'Or give the binding a host name.',
                    snippet: `${appcmd/* appcmd */.C} set site "${site ?? '{site}'}" /bindings.[protocol='${protocol}',bindingInformation='${information}:'].bindingInformation:${information}:shop.example.com`,
                },
            ],
            place: { in: 'server', fact: 'iis.sites' },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/debug-build.js

/** `dotnet publish` took the Debug configuration before .NET 8, and takes it where the project or the pipeline says so. */
const debugBuild = (advice) => {
    const application = advisedApplication(advice);
    if (application?.image?.assembly?.compiledForDebugging !== true)
        return [];
    return [
        {
            rule: 'debug-build',
            severity: 'warning',
            certainty: 'certain',
            message: `${application.dll} was compiled without optimizations, as in a Debug configuration.`,
            evidence: [`${application.dll}: DebuggableAttribute with DisableOptimizations.`],
            remedies: [{ side: 'app', text: 'Publish the Release configuration.', snippet: 'dotnet publish -c Release' }],
            place: { in: 'artifact', file: application.dll },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/deploy-time-tokens.js




function tokensIn(element, file) {
    const own = element.attributes.flatMap(({ value, line, column }) => {
        const token = (0,deploy_time_token/* deployTimeToken */.k)(value);
        return token === undefined ? [] : [{ file, token, line, column }];
    });
    return [...own, ...element.children.flatMap((child) => tokensIn(child, file))];
}
/** Beyond the first few, a file is a template and every line of it has some. */
const mostOfFile = 100;
/** In JSON a placeholder may stand for a value as well as inside a text; in a comment it is none. */
function tokensInJson(bytes, file) {
    const text = new TextDecoder().decode(bytes);
    if ((0,deploy_time_token/* deployTimeToken */.k)(text) === undefined)
        return [];
    const lines = (0,main.stripComments)(text, ' ').split(/\r\n|\n|\r/);
    const found = [];
    for (const [index, line] of lines.entries()) {
        for (const { token, at } of (0,deploy_time_token/* deployTimeTokens */.H)(line))
            found.push({ file, token, line: index + 1, column: at + 1 });
        if (found.length >= mostOfFile)
            break;
    }
    return found;
}
/** In attributes and between elements; of a web.config that is no XML as it is, the one in the line that breaks it. */
function tokensInWebConfig(webConfig) {
    if (webConfig.state === 'read') {
        const { root, path, placeholder } = webConfig;
        return [...(placeholder === undefined ? [] : [{ file: path, ...placeholder }]), ...tokensIn(root, path)];
    }
    if (webConfig.state === 'absent' || webConfig.token === undefined)
        return [];
    const { path: file, token, line, column } = webConfig;
    return [{ file, token, line, column }];
}
const tokensOf = onceForEach(({ webConfig, contents, files }) => [
    ...tokensInWebConfig(webConfig),
    ...[...contents].flatMap(([key, bytes]) => tokensInJson(bytes, files.get(key)?.path ?? key)),
]);
/** Placeholders in the files of the start: what depends on them was left open, and a deployment that does not replace them fails. */
const deployTimeTokens = ({ facts: { artifact } }) => {
    const tokens = tokensOf(artifact);
    const [first] = tokens;
    if (first === undefined)
        return [];
    const names = [...new Set(tokens.map(({ token }) => token))];
    const files = [...new Set(tokens.map(({ file }) => file))];
    const { file, line, column } = first;
    return [
        {
            rule: 'deploy-time-tokens',
            severity: 'note',
            certainty: 'certain',
            message: `${someOf(files)} ${files.length === 1 ? 'holds' : 'hold'} ${names.length === 1 ? 'a placeholder' : `${names.length} placeholders`} that the deployment must replace: ${someOf(names)}.`,
            evidence: tokens.slice(0, 10).map((one) => `${one.file} line ${one.line}: ${one.token}.`),
            remedies: [{ side: 'app', text: 'Check the artifact after the step that replaces them, if there is one in this pipeline.' }],
            place: { in: 'artifact', file, line, column },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/deps-json-missing.js



const chosenByRid = onceForEach(({ files }) => [...files].filter(([key]) => /^runtimes\\win[\w.-]*\\(?:native|lib)\\.+\.dll$/.test(key)).map(([, { path }]) => path));
/**
 * Without a deps.json the host takes the assemblies beside the application and nothing below `runtimes`.
 * Source: dotnet/runtime:docs/design/features/host-probing.md.
 */
const depsJsonMissing = (advice) => {
    const application = advisedApplication(advice);
    const { artifact } = advice.facts;
    if (application === undefined || artifact.files.has((0,paths/* pathKey */.Pn)(`${application.stem}.deps.json`)))
        return [];
    const [first, ...others] = chosenByRid(artifact);
    if (first === undefined)
        return [];
    return [
        {
            rule: 'deps-json-missing',
            severity: 'warning',
            certainty: 'likely',
            message: `${application.stem}.deps.json is missing, so nothing below runtimes is found, such as ${first}${others.length > 0 ? ` and ${others.length} more` : ''}.`,
            evidence: [`${application.stem}.deps.json is not in the artifact.`, ...[first, ...others].slice(0, 5)],
            remedies: [
                {
                    side: 'app',
                    text: 'Deploy the whole output of dotnet publish; look for a step that leaves *.json out, or for GenerateDependencyFile=false.',
                },
            ],
            place: { in: 'artifact', file: first },
        },
    ];
};

;// CONCATENATED MODULE: ./build/ancm/detailed-errors.js

/** The variables that put details on the module's error pages, with the values that do. */
const switches = [
    ['ASPNETCORE_DETAILEDERRORS', /^(?:1|true)$/i],
    ['ASPNETCORE_ENVIRONMENT', /^development$/i],
    ['DOTNET_ENVIRONMENT', /^development$/i],
];
/**
 * Variables that put stack traces on the module's error pages. Other than for the application, a variable of the worker process wins over
 * the one of the same name in web.config, and values are taken as written.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/ShimOptions.cpp.
 */
function detailedErrorsSwitches(section, workerEnvironment) {
    return switches.flatMap(([name, on]) => {
        const own = workerEnvironment(name);
        const written = own.known && own.value !== undefined ? undefined : environmentVariable(section, name);
        const value = written?.value ?? (own.known ? own.value : undefined);
        if (value === undefined || !on.test(value))
            return [];
        return [{ name, value, ...(written === undefined ? {} : { written }), certain: own.known }];
    });
}

;// CONCATENATED MODULE: ./build/advice/detailed-errors.js



/**
 * What puts stack traces on the module's own error pages: ASPNETCORE_DETAILEDERRORS, or an environment of Development that the application
 * itself does not run in. Where it does run in it, that is the finding.
 */
const detailedErrors = (advice) => {
    const { aspNetCore, workerEnvironment } = advice.workedOut;
    if (aspNetCore === undefined || workerEnvironment === undefined)
        return [];
    const [first] = detailedErrorsSwitches(aspNetCore, workerEnvironment);
    if (first === undefined)
        return [];
    const { name, value, written, certain } = first;
    const environment = advisedEnvironment(advice);
    const ofEnvironment = name !== 'ASPNETCORE_DETAILEDERRORS';
    if (ofEnvironment && environment?.name.toLowerCase() === 'development')
        return [];
    const where = written === undefined ? 'on the machine or the pool' : `in web.config line ${written.line}`;
    return [
        {
            rule: 'detailed-errors',
            severity: 'warning',
            certainty: certain ? 'certain' : 'likely',
            message: ofEnvironment
                ? `The application runs in ${environment?.name ?? 'Production'}, but the module goes by ${name}=${value} ${where}: its start-up error pages show stack traces to anybody.`
                : 'Detailed errors are switched on: start-up error pages show stack traces to anybody.',
            evidence: [`${name}=${value} ${where}.`],
            remedies: [{ side: written === undefined ? 'server' : 'app', text: `Remove ${name}; the event log has the details.` }],
            ...(written === undefined ? {} : { place: webConfigPlace(advice.facts, written) }),
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/development-environment.js


function whatSetsIt({ facts }, { variable, written }) {
    if (variable === undefined) {
        return {
            evidence: ['arguments of web.config: --environment Development.'],
            remedies: [{ side: 'app', text: 'Take --environment out of arguments; the default is Production.' }],
        };
    }
    if (written === undefined) {
        return {
            evidence: [`${variable}=Development on the machine or the pool.`],
            remedies: [
                { side: 'server', text: `Remove ${variable} from the machine and the pool; the default is Production.` },
                {
                    side: 'app',
                    text: 'Or set it in web.config, which wins.',
                    snippet: `<environmentVariable name="${variable}" value="Production" />`,
                },
            ],
        };
    }
    return {
        evidence: [`web.config line ${written.line}: ${variable}="${written.value}".`],
        remedies: [
            {
                side: 'app',
                text: 'Remove the variable (the default is Production), or set it where the environment is really for development.',
                snippet: '<EnvironmentName>Production</EnvironmentName>',
            },
        ],
        place: webConfigPlace(facts, written),
    };
}
/** Development shows stack traces to everybody, and from .NET 9 on validates services more strictly (learn.microsoft.com/aspnet/core/fundamentals/environments). */
const developmentEnvironment = (advice) => {
    const environment = advisedEnvironment(advice);
    if (environment?.name.toLowerCase() !== 'development')
        return [];
    return [
        {
            rule: 'development-environment',
            severity: 'warning',
            certainty: environment.certain ? 'certain' : 'likely',
            message: 'The application will run in the Development environment: error pages show source code and settings to anybody.',
            ...whatSetsIt(advice, environment),
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/development-leftovers.js

/** Files that belong to development, by their key at or below the root. */
const leftover = /^(?:properties\\launchsettings\.json|(?:properties\\publishprofiles\\)?[^\\]+\.pubxml(?:\.user)?|web\.[\w-]+\.config|obj\\.*|\.vs\\.*|[^\\]+\.csproj(?:\.user)?)$/;
/** What a transformation after the publish reads. */
const transform = /^web\.[\w-]+\.config$/;
/** Passwords of publish profiles are kept in it, encrypted for the account that saved them. */
const withPasswords = /\.pubxml\.user$/;
const shown = 5;
const leftovers = onceForEach(({ files, transformExpected }) => {
    const found = [...files].filter(([key]) => leftover.test(key) && !(transformExpected === true && transform.test(key)));
    return { files: found.map(([, { path }]) => path), passwords: found.find(([key]) => withPasswords.test(key))?.[1].path };
});
const developmentLeftovers = ({ facts: { artifact } }) => {
    const { files, passwords } = leftovers(artifact);
    const first = passwords ?? files[0];
    if (first === undefined)
        return [];
    return [
        {
            rule: 'development-leftovers',
            severity: passwords === undefined ? 'note' : 'warning',
            certainty: 'certain',
            message: `The artifact holds ${files.length} file${files.length === 1 ? '' : 's'} that belong${files.length === 1 ? 's' : ''} to development, such as ${first}${passwords === undefined ? '' : ', which can hold passwords'}.`,
            evidence: files.slice(0, shown),
            remedies: [
                {
                    side: 'app',
                    text: 'Deploy the output of dotnet publish, not the project folder.',
                    snippet: 'dotnet publish -c Release -o publish',
                },
            ],
            place: { in: 'artifact', file: first },
        },
    ];
};

;// CONCATENATED MODULE: ./build/data/dotnet-releases.json
const dotnet_releases_namespaceObject = /*#__PURE__*/JSON.parse('{"nT":"2026-07-24","BM":[{"channel":"1.0","support":"lts","endOfSupport":"2019-06-27","neverReleased":["1.0.6"],"releases":[{"version":"1.0.16","date":"2019-05-14","security":true},{"version":"1.0.15","date":"2019-03-12","security":true},{"version":"1.0.14","date":"2019-02-12","security":true},{"version":"1.0.13","date":"2018-10-09","security":true},{"version":"1.0.12","date":"2018-07-10","security":true},{"version":"1.0.11","date":"2018-04-17"},{"version":"1.0.10","date":"2018-03-13","security":true},{"version":"1.0.9","date":"2018-01-09","security":true},{"version":"1.0.8","date":"2017-11-14","security":true},{"version":"1.0.7","date":"2017-09-21","security":true},{"version":"1.0.5","date":"2017-05-09","security":true},{"version":"1.0.4","date":"2017-03-07"},{"version":"1.0.3","date":"2016-12-13"},{"version":"1.0.2","date":"2016-10-17"},{"version":"1.0.1","date":"2016-09-13"},{"version":"1.0.0","date":"2016-06-27"}]},{"channel":"1.1","support":"lts","endOfSupport":"2019-06-27","neverReleased":["1.1.3"],"releases":[{"version":"1.1.13","date":"2019-05-14","security":true},{"version":"1.1.12","date":"2019-03-12","security":true},{"version":"1.1.11","date":"2019-02-12","security":true},{"version":"1.1.10","date":"2018-10-09","security":true},{"version":"1.1.9","date":"2018-07-10","security":true},{"version":"1.1.8","date":"2018-04-17"},{"version":"1.1.7","date":"2018-03-13","security":true},{"version":"1.1.6","date":"2018-01-09","security":true},{"version":"1.1.5","date":"2017-11-14","security":true},{"version":"1.1.4","date":"2017-09-21","security":true},{"version":"1.1.2","date":"2017-05-09","security":true},{"version":"1.1.1","date":"2017-03-07"},{"version":"1.1.0","date":"2016-11-16"}]},{"channel":"2.0","support":"sts","endOfSupport":"2018-10-01","neverReleased":["2.0.1","2.0.2"],"releases":[{"version":"2.0.9","date":"2018-07-10","security":true},{"version":"2.0.8","date":"2018-05-08","security":true},{"version":"2.0.7","date":"2018-04-17"},{"version":"2.0.6","date":"2018-03-13","security":true},{"version":"2.0.5","date":"2018-01-09","security":true},{"version":"2.0.4","date":"2017-12-04"},{"version":"2.0.3","date":"2017-11-14","security":true},{"version":"2.0.0","date":"2017-08-14"},{"version":"2.0.0-preview2","date":"2017-06-28","runtime":"2.0.0-preview2-25407-01"},{"version":"2.0.0-preview1","date":"2017-05-10","runtime":"2.0.0-preview1-002111-00"}]},{"channel":"2.1","support":"lts","endOfSupport":"2021-08-21","neverReleased":["2.1.29"],"releases":[{"version":"2.1.30","date":"2021-08-19","security":true,"module":"12.1.21225.30"},{"version":"2.1.28","date":"2021-05-11","module":"12.1.21105.28"},{"version":"2.1.27","date":"2021-04-13","module":"12.1.21076.27"},{"version":"2.1.26","date":"2021-03-09","security":true,"module":"12.1.21053.26"},{"version":"2.1.25","date":"2021-02-09","security":true,"module":"12.1.21021.25"},{"version":"2.1.24","date":"2021-01-12","module":"12.1.20325.24"},{"version":"2.1.23","date":"2020-10-13","module":"12.1.20266.23"},{"version":"2.1.22","date":"2020-09-08","security":true,"module":"12.1.20234.22"},{"version":"2.1.21","date":"2020-08-11","security":true,"module":"12.1.20212.21"},{"version":"2.1.20","date":"2020-07-14","security":true,"module":"12.1.20171.20"},{"version":"2.1.19","date":"2020-06-09","security":true,"module":"12.1.20149.19"},{"version":"2.1.18","date":"2020-05-12","security":true,"module":"12.1.20105.18"},{"version":"2.1.17","date":"2020-03-24","module":"12.1.20052.17"},{"version":"2.1.16","date":"2020-02-18","module":"12.1.20017.16"},{"version":"2.1.15","date":"2020-01-14","security":true,"module":"12.1.19337.15"},{"version":"2.1.14","date":"2019-11-19","module":"12.1.19108.11"},{"version":"2.1.13","date":"2019-09-10","security":true,"module":"12.1.19108.11"},{"version":"2.1.12","date":"2019-07-09","security":true,"module":"12.1.19170.12"},{"version":"2.1.11","date":"2019-05-14","security":true,"module":"12.1.19108.11"},{"version":"2.1.10","date":"2019-04-09","security":true,"module":"12.1.18263.2"},{"version":"2.1.9","date":"2019-03-12","security":true,"module":"12.1.19046.9"},{"version":"2.1.8","date":"2019-02-12","security":true,"module":"12.1.18263.2"},{"version":"2.1.7","date":"2019-01-08","security":true,"module":"12.1.18263.2"},{"version":"2.1.6","date":"2018-11-13"},{"version":"2.1.5","date":"2018-10-02"},{"version":"2.1.4","date":"2018-09-11","security":true},{"version":"2.1.3","date":"2018-08-21"},{"version":"2.1.2","date":"2018-07-10","security":true},{"version":"2.1.1","date":"2018-06-19"},{"version":"2.1.0","date":"2018-05-30"},{"version":"2.1.0-rc1","date":"2018-05-07"},{"version":"2.1.0-preview2","date":"2018-04-10","runtime":"2.1.0-preview2-26406-04"},{"version":"2.1.0-preview1","date":"2018-02-27","runtime":"2.1.0-preview1-26216-03","aspNetCore":"2.1.0-preview1-final"}]},{"channel":"2.2","support":"sts","endOfSupport":"2019-12-23","neverReleased":[],"releases":[{"version":"2.2.8","date":"2019-11-19","module":"12.2.19109.5"},{"version":"2.2.7","date":"2019-09-10","security":true,"module":"12.2.19109.5"},{"version":"2.2.6","date":"2019-07-09","security":true,"module":"12.2.19169.6"},{"version":"2.2.5","date":"2019-05-14","security":true,"module":"12.2.19109.5"},{"version":"2.2.4","date":"2019-04-09","security":true,"module":"12.2.19048.0"},{"version":"2.2.3","date":"2019-03-12","security":true,"module":"12.2.19024.2"},{"version":"2.2.2","date":"2019-02-12","security":true,"module":"12.2.18346.0"},{"version":"2.2.1","date":"2019-01-08","security":true,"module":"12.2.18346.0"},{"version":"2.2.0","date":"2018-12-04","module":"12.2.18316.0"},{"version":"2.2.0-preview3","date":"2018-10-17","runtime":"2.2.0-preview3-27014-02","aspNetCore":"2.2.0-preview3-35497","module":"12.2.18248.0"},{"version":"2.2.0-preview2","date":"2018-09-12","runtime":"2.2.0-preview2-26905-02","aspNetCore":"2.2.0-preview2-35157","module":"12.2.18248.0"},{"version":"2.2.0-preview1","date":"2018-08-22","runtime":"2.2.0-preview-26820-02","aspNetCore":"2.2.0-preview1-35029","module":"12.2.18248.0"}]},{"channel":"3.0","support":"sts","endOfSupport":"2020-03-03","neverReleased":[],"releases":[{"version":"3.0.3","date":"2020-02-18","module":"13.0.20023.3"},{"version":"3.0.2","date":"2020-01-14","security":true,"module":"13.0.19350.2"},{"version":"3.0.1","date":"2019-11-19","module":"13.0.19309.1"},{"version":"3.0.0","date":"2019-09-23","module":"13.0.19258.0"},{"version":"3.0.0-rc1","date":"2019-09-16","runtime":"3.0.0-rc1-19456-20","aspNetCore":"3.0.0-rc1.19457.4","module":"13.0.19236"},{"version":"3.0.0-preview9","date":"2019-09-04","runtime":"3.0.0-preview9-19423-09","aspNetCore":"3.0.0-preview9.19424.4","module":"13.0.19236"},{"version":"3.0.0-preview8","date":"2019-08-13","runtime":"3.0.0-preview8-28405-07","aspNetCore":"3.0.0-preview8.19405.7","module":"13.0.19218.0"},{"version":"3.0.0-preview7","date":"2019-07-23","runtime":"3.0.0-preview7-27912-14","aspNetCore":"3.0.0-preview7.19365.7","module":"13.0.19197.0"},{"version":"3.0.0-preview6","date":"2019-06-12","runtime":"3.0.0-preview6-27804-01","module":"13.0.19150.0"},{"version":"3.0.0-preview5","date":"2019-05-06","runtime":"3.0.0-preview5-27626-15","module":"13.0.19118.0"},{"version":"3.0.0-preview4","date":"2019-04-18","runtime":"3.0.0-preview4-27615-11","module":"13.0.19106.0"},{"version":"3.0.0-preview3","date":"2019-03-06","runtime":"3.0.0-preview3-27503-5","module":"13.0.19063.0"},{"version":"3.0.0-preview2","date":"2019-01-29","runtime":"3.0.0-preview-27324-5","aspNetCore":"3.0.0-preview-19075-0444","module":"13.0.19026.0"},{"version":"3.0.0-preview1","date":"2018-12-04","runtime":"3.0.0-preview-27122-01","aspNetCore":"3.0.0-preview-18579-0056","module":"13.0.18333.0"}]},{"channel":"3.1","support":"lts","endOfSupport":"2022-12-13","neverReleased":[],"releases":[{"version":"3.1.32","date":"2022-12-13","security":true,"module":"13.1.22321.32"},{"version":"3.1.31","date":"2022-11-08","module":"13.1.22287.31"},{"version":"3.1.30","date":"2022-10-11","security":true,"module":"13.1.22270.30"},{"version":"3.1.29","date":"2022-09-13","security":true,"module":"13.1.22230.29"},{"version":"3.1.28","date":"2022-08-09","security":true,"module":"13.1.22195.28"},{"version":"3.1.27","date":"2022-07-12","module":"13.1.22167.27"},{"version":"3.1.26","date":"2022-06-14","security":true,"module":"13.1.22144.26"},{"version":"3.1.25","date":"2022-05-10","security":true,"module":"13.1.22110.25"},{"version":"3.1.24","date":"2022-04-12","module":"13.1.22089.24"},{"version":"3.1.23","date":"2022-03-08","security":true,"module":"13.1.22054.23"},{"version":"3.1.22","date":"2021-12-14","security":true,"module":"13.1.21333.22"},{"version":"3.1.21","date":"2021-11-08","module":"13.1.21296.21"},{"version":"3.1.20","date":"2021-10-12","module":"13.1.21266.20"},{"version":"3.1.19","date":"2021-09-14","module":"13.1.21229.19"},{"version":"3.1.18","date":"2021-08-10","security":true,"module":"13.1.21169.17"},{"version":"3.1.17","date":"2021-07-13","module":"13.1.21169.17"},{"version":"3.1.16","date":"2021-06-08","security":true,"module":"13.1.21133.16"},{"version":"3.1.15","date":"2021-05-11","security":true,"module":"13.1.21106.15"},{"version":"3.1.14","date":"2021-04-13","module":"13.1.21075.14"},{"version":"3.1.13","date":"2021-03-09","security":true,"module":"13.1.21048.13"},{"version":"3.1.12","date":"2021-02-09","security":true,"module":"13.1.21020.12"},{"version":"3.1.11","date":"2021-01-12","security":true,"module":"13.1.20325.11"},{"version":"3.1.10","date":"2020-11-10","module":"13.1.20295.10"},{"version":"3.1.9","date":"2020-10-13","module":"13.1.20268.9"},{"version":"3.1.8","date":"2020-09-08","security":true,"module":"13.1.20234.8"},{"version":"3.1.7","date":"2020-08-11","security":true,"module":"13.1.20205.7"},{"version":"3.1.6","date":"2020-07-14","security":true,"module":"13.1.20169.6"},{"version":"3.1.5","date":"2020-06-09","security":true,"module":"13.1.20142.5"},{"version":"3.1.4","date":"2020-05-19","security":true,"module":"13.1.20114.4"},{"version":"3.1.3","date":"2020-03-24","module":"13.1.20074.3"},{"version":"3.1.2","date":"2020-03-16","module":"13.1.20018.2"},{"version":"3.1.1","date":"2020-01-14","security":true,"module":"13.1.19350.1"},{"version":"3.1.0","date":"2019-12-03","module":"13.1.19320.0"},{"version":"3.1.0-preview3","date":"2019-11-14","runtime":"3.1.0-preview3.19553.2","aspNetCore":"3.1.0-preview3.19555.2","module":"13.1.19309.0"},{"version":"3.1.0-preview2","date":"2019-11-04","runtime":"3.1.0-preview2.19525.6","aspNetCore":"3.1.0-preview2.19528.8","module":"13.1.19302.0"},{"version":"3.1.0-preview1","date":"2019-10-15","runtime":"3.1.0-preview1.19506.1","aspNetCore":"3.1.0-preview1.19508.20","module":"13.1.19282.0"}]},{"channel":"5.0","support":"sts","endOfSupport":"2022-05-10","neverReleased":[],"releases":[{"version":"5.0.17","date":"2022-05-10","security":true,"module":"15.0.22105.17"},{"version":"5.0.16","date":"2022-04-12","module":"15.0.22077.16"},{"version":"5.0.15","date":"2022-03-08","security":true,"module":"15.0.22048.15"},{"version":"5.0.14","date":"2022-02-08","security":true,"module":"15.0.22014.14"},{"version":"5.0.13","date":"2021-12-14","security":true,"module":"15.0.21326.13"},{"version":"5.0.12","date":"2021-11-08","module":"15.0.21297.12"},{"version":"5.0.11","date":"2021-10-12","security":true,"module":"15.0.21270.11"},{"version":"5.0.10","date":"2021-09-14","module":"15.0.21236.10"},{"version":"5.0.9","date":"2021-08-10","security":true,"module":"15.0.21196.9"},{"version":"5.0.8","date":"2021-07-13","module":"15.0.21169.8"},{"version":"5.0.7","date":"2021-06-08","security":true,"module":"15.0.21133.7"},{"version":"5.0.6","date":"2021-05-25","security":true,"module":"15.0.21113.6"},{"version":"5.0.5","date":"2021-04-06","module":"15.0.21076.5"},{"version":"5.0.4","date":"2021-03-09","security":true,"module":"15.0.21050.4"},{"version":"5.0.3","date":"2021-03-02","security":true,"module":"15.0.21023.0"},{"version":"5.0.2","date":"2021-01-12","security":true,"module":"15.0.20336.1"},{"version":"5.0.1","date":"2020-12-08","module":"15.0.20336.1"},{"version":"5.0.0","date":"2020-11-10","module":"15.0.20300.0"},{"version":"5.0.0-rc.2","date":"2020-10-13","runtime":"5.0.0-rc.2.20475.5","aspNetCore":"5.0.0-rc.2.20475.17","module":"15.0.20270.0"},{"version":"5.0.0-rc.1","date":"2020-09-14","runtime":"5.0.0-rc.1.20451.14","aspNetCore":"5.0.0-rc.1.20451.17","module":"15.0.20246.0"},{"version":"5.0.0-preview.8","date":"2020-08-25","runtime":"5.0.0-preview.8.20407.11","aspNetCore":"5.0.0-preview.8.20414.8","module":"15.0.20228.0"},{"version":"5.0.0-preview.7","date":"2020-07-21","runtime":"5.0.0-preview.7.20364.11","aspNetCore":"5.0.0-preview.7.20365.19","module":"15.0.20198.0"},{"version":"5.0.0-preview.6","date":"2020-06-25","runtime":"5.0.0-preview.6.20305.6","aspNetCore":"5.0.0-preview.6.20312.15","module":"15.0.20164.0"},{"version":"5.0.0-preview.5","date":"2020-06-10","runtime":"5.0.0-preview.5.20278.1","aspNetCore":"5.0.0-preview.5.20279.2","module":"15.0.20150.0"},{"version":"5.0.0-preview.4","date":"2020-05-19","runtime":"5.0.0-preview.4.20251.6","aspNetCore":"5.0.0-preview.4.20257.10","module":"15.0.20129.0"},{"version":"5.0.0-preview.3","date":"2020-04-23","runtime":"5.0.0-preview.3.20214.6","aspNetCore":"5.0.0-preview.3.20215.14","module":"15.0.20077.0"},{"version":"5.0.0-preview.2","date":"2020-04-02","runtime":"5.0.0-preview.2.20160.6","aspNetCore":"5.0.0-preview.2.20167.3","module":"15.0.20077.0"},{"version":"5.0.0-preview.1","date":"2020-03-16","runtime":"5.0.0-preview.1.20120.5","aspNetCore":"5.0.0-preview.1.20124.5","module":"15.0.20055.0"}]},{"channel":"6.0","support":"lts","endOfSupport":"2024-11-12","neverReleased":["6.0.17","6.0.34"],"releases":[{"version":"6.0.36","date":"2024-11-12","module":"16.0.24290.36"},{"version":"6.0.35","date":"2024-10-08","security":true,"module":"16.0.24256.35"},{"version":"6.0.33","date":"2024-08-13","module":"16.0.24211.33"},{"version":"6.0.32","date":"2024-07-09","security":true,"module":"16.0.24166.32"},{"version":"6.0.31","date":"2024-05-28","security":true,"module":"16.0.24141.31"},{"version":"6.0.30","date":"2024-05-14","module":"16.0.24107.30"},{"version":"6.0.29","date":"2024-04-09","security":true,"module":"16.0.24081.29"},{"version":"6.0.28","date":"2024-03-12","module":"16.0.24052.28"},{"version":"6.0.27","date":"2024-02-13","security":true,"module":"16.0.24020.27"},{"version":"6.0.26","date":"2024-01-09","security":true,"module":"16.0.23339.26"},{"version":"6.0.25","date":"2023-11-14","security":true,"module":"16.0.23296.25"},{"version":"6.0.24","date":"2023-10-24","security":true,"module":"16.0.23292.24"},{"version":"6.0.23","date":"2023-10-10","security":true,"module":"16.0.23273.23"},{"version":"6.0.22","date":"2023-09-12","security":true,"module":"16.0.23237.22"},{"version":"6.0.21","date":"2023-08-08","security":true,"module":"16.0.23196.21"},{"version":"6.0.20","date":"2023-07-11","security":true,"module":"16.0.23172.20"},{"version":"6.0.19","date":"2023-06-22","module":"16.0.23170.19"},{"version":"6.0.18","date":"2023-06-13","security":true,"module":"16.0.23140.18"},{"version":"6.0.16","date":"2023-04-11","security":true,"module":"16.0.23083.16"},{"version":"6.0.15","date":"2023-03-14","module":"16.0.23055.15"},{"version":"6.0.14","date":"2023-02-14","security":true,"module":"16.0.23024.14"},{"version":"6.0.13","date":"2023-01-10","security":true,"module":"16.0.22335.13"},{"version":"6.0.12","date":"2022-12-13","security":true,"module":"16.0.22325.12"},{"version":"6.0.11","date":"2022-11-08","module":"16.0.22296.11"},{"version":"6.0.10","date":"2022-10-11","security":true,"module":"16.0.22270.10"},{"version":"6.0.9","date":"2022-09-13","security":true,"module":"16.0.22232.9"},{"version":"6.0.8","date":"2022-08-09","security":true,"module":"16.0.22195.8"},{"version":"6.0.7","date":"2022-07-12","module":"16.0.22173.7"},{"version":"6.0.6","date":"2022-06-14","security":true,"module":"16.0.22138.6"},{"version":"6.0.5","date":"2022-05-10","security":true,"module":"16.0.22108.5"},{"version":"6.0.4","date":"2022-04-12","module":"16.0.22081.4"},{"version":"6.0.3","date":"2022-03-08","security":true,"module":"16.0.22055.3"},{"version":"6.0.2","date":"2022-02-08","security":true,"module":"16.0.22015.2"},{"version":"6.0.1","date":"2021-12-14","security":true,"module":"16.0.21322.1"},{"version":"6.0.0","date":"2021-11-08","module":"16.0.21299.0"},{"version":"6.0.0-rc.2","date":"2021-10-12","runtime":"6.0.0-rc.2.21480.5","aspNetCore":"6.0.0-rc.2.21480.10","module":"16.0.21273.0"},{"version":"6.0.0-rc.1","date":"2021-09-14","runtime":"6.0.0-rc.1.21451.13","aspNetCore":"6.0.0-rc.1.21452.15","module":"16.0.21245.0"},{"version":"6.0.0-preview.7","date":"2021-08-10","runtime":"6.0.0-preview.7.21377.19","aspNetCore":"6.0.0-preview.7.21378.6","module":"16.0.21209.0"},{"version":"6.0.0-preview.6","date":"2021-07-14","runtime":"6.0.0-preview.6.21352.12","aspNetCore":"6.0.0-preview.6.21355.2","module":"16.0.21186.0"},{"version":"6.0.0-preview.5","date":"2021-06-17","runtime":"6.0.0-preview.5.21301.5","aspNetCore":"6.0.0-preview.5.21301.17","module":"16.0.21152.0"},{"version":"6.0.0-preview.4","date":"2021-05-25","runtime":"6.0.0-preview.4.21253.7","aspNetCore":"6.0.0-preview.4.21253.5","module":"16.0.21124.0"},{"version":"6.0.0-preview.3","date":"2021-04-08","runtime":"6.0.0-preview.3.21201.4","aspNetCore":"6.0.0-preview.3.21201.13","module":"16.0.21092.0"},{"version":"6.0.0-preview.2","date":"2021-03-11","runtime":"6.0.0-preview.2.21154.6","module":"16.0.21063.0"},{"version":"6.0.0-preview.1","date":"2021-02-17","runtime":"6.0.0-preview.1.21102.12","aspNetCore":"6.0.0-preview.1.21103.6","module":"16.0.21034.0"}]},{"channel":"7.0","support":"sts","endOfSupport":"2024-05-14","neverReleased":["7.0.6"],"releases":[{"version":"7.0.20","date":"2024-05-28","security":true,"module":"17.0.24141.20"},{"version":"7.0.19","date":"2024-05-14","security":true,"module":"17.0.24114.19"},{"version":"7.0.18","date":"2024-04-09","security":true,"module":"17.0.24080.18"},{"version":"7.0.17","date":"2024-03-12","security":true,"module":"17.0.24047.17"},{"version":"7.0.16","date":"2024-02-13","security":true,"module":"17.0.24019.16"},{"version":"7.0.15","date":"2024-01-09","security":true,"module":"17.0.23335.15"},{"version":"7.0.14","date":"2023-11-14","security":true,"module":"17.0.23296.14"},{"version":"7.0.13","date":"2023-10-24","security":true,"module":"17.0.23293.13"},{"version":"7.0.12","date":"2023-10-10","security":true,"module":"17.0.23273.12"},{"version":"7.0.11","date":"2023-09-12","security":true,"module":"17.0.23237.11"},{"version":"7.0.10","date":"2023-08-08","security":true,"module":"17.0.23196.10"},{"version":"7.0.9","date":"2023-07-11","security":true,"module":"17.0.23172.9"},{"version":"7.0.8","date":"2023-06-22","module":"17.0.23170.8"},{"version":"7.0.7","date":"2023-06-13","security":true,"module":"17.0.23144.7"},{"version":"7.0.5","date":"2023-04-11","security":true,"module":"17.0.23084.5"},{"version":"7.0.4","date":"2023-03-14","module":"17.0.23051.4"},{"version":"7.0.3","date":"2023-02-14","security":true,"module":"17.0.23030.3"},{"version":"7.0.2","date":"2023-01-10","module":"17.0.22341.2"},{"version":"7.0.1","date":"2022-12-13","security":true,"module":"17.0.22323.1"},{"version":"7.0.0","date":"2022-11-08","module":"17.0.22292.0"},{"version":"7.0.0-rc.2","date":"2022-10-11","security":true,"runtime":"7.0.0-rc.2.22472.3","aspNetCore":"7.0.0-rc.2.22476.2","module":"17.0.22269.0"},{"version":"7.0.0-rc.1","date":"2022-09-14","security":true,"runtime":"7.0.0-rc.1.22426.10","aspNetCore":"7.0.0-rc.1.22427.2","module":"17.0.22239.0"},{"version":"7.0.0-preview.7","date":"2022-08-09","runtime":"7.0.0-preview.7.22375.6","aspNetCore":"7.0.0-preview.7.22376.6","module":"17.0.22207.0"},{"version":"7.0.0-preview.6","date":"2022-07-12","runtime":"7.0.0-preview.6.22324.4","aspNetCore":"7.0.0-preview.6.22330.3","module":"17.0.22181.0"},{"version":"7.0.0-preview.5","date":"2022-06-14","runtime":"7.0.0-preview.5.22301.12","aspNetCore":"7.0.0-preview.5.22303.8","module":"17.0.22155.0"},{"version":"7.0.0-preview.4","date":"2022-05-10","runtime":"7.0.0-preview.4.22229.4","aspNetCore":"7.0.0-preview.4.22251.1","module":"17.0.22121.0"},{"version":"7.0.0-preview.3","date":"2022-04-13","runtime":"7.0.0-preview.3.22175.4","aspNetCore":"7.0.0-preview.3.22178.4","module":"17.0.22087.0"},{"version":"7.0.0-preview.2","date":"2022-03-15","runtime":"7.0.0-preview.2.22152.2","aspNetCore":"7.0.0-preview.2.22153.2","module":"17.0.22062.0"},{"version":"7.0.0-preview.1","date":"2022-02-17","runtime":"7.0.0-preview.1.22076.8","aspNetCore":"7.0.0-preview.1.22109.13","module":"17.0.22031.0"}]},{"channel":"8.0","support":"lts","endOfSupport":"2026-11-10","neverReleased":["8.0.9"],"releases":[{"version":"8.0.29","date":"2026-07-14","security":true,"module":"18.0.26176.29"},{"version":"8.0.28","date":"2026-06-09","security":true,"module":"18.0.26139.28"},{"version":"8.0.27","date":"2026-05-12","security":true,"module":"18.0.26120.27"},{"version":"8.0.26","date":"2026-04-14","security":true,"module":"18.0.26079.26"},{"version":"8.0.25","date":"2026-03-10","security":true,"module":"18.0.26044.25"},{"version":"8.0.24","date":"2026-02-10","security":true,"module":"18.0.26022.24"},{"version":"8.0.23","date":"2026-01-13","module":"18.0.25343.23"},{"version":"8.0.22","date":"2025-11-11","module":"18.0.25301.22"},{"version":"8.0.21","date":"2025-10-14","security":true,"module":"18.0.25269.21"},{"version":"8.0.20","date":"2025-09-09","module":"18.0.25232.20"},{"version":"8.0.19","date":"2025-08-05","module":"18.0.25203.19"},{"version":"8.0.18","date":"2025-07-08","module":"18.0.25168.18"},{"version":"8.0.17","date":"2025-06-10","security":true,"module":"18.0.25136.17"},{"version":"8.0.16","date":"2025-05-22","security":true,"module":"18.0.25107.16"},{"version":"8.0.15","date":"2025-04-08","security":true,"module":"18.0.25074.15"},{"version":"8.0.14","date":"2025-03-11","security":true,"module":"18.0.25044.14"},{"version":"8.0.13","date":"2025-02-11","module":"18.0.25017.13"},{"version":"8.0.12","date":"2025-01-14","security":true,"module":"18.0.24339.12"},{"version":"8.0.11","date":"2024-11-12","module":"18.0.24295.11"},{"version":"8.0.10","date":"2024-10-08","security":true,"module":"18.0.24262.10"},{"version":"8.0.8","date":"2024-09-24","security":true,"module":"18.0.24201.8"},{"version":"8.0.7","date":"2024-07-09","security":true,"module":"18.0.24166.7"},{"version":"8.0.6","date":"2024-06-11","security":true,"module":"18.0.24141.6"},{"version":"8.0.5","date":"2024-05-14","security":true,"module":"18.0.24115.5"},{"version":"8.0.4","date":"2024-04-09","security":true,"module":"18.0.24080.4"},{"version":"8.0.3","date":"2024-03-12","security":true,"module":"18.0.24047.3"},{"version":"8.0.2","date":"2024-02-13","security":true,"module":"18.0.24018.2"},{"version":"8.0.1","date":"2024-01-09","security":true,"module":"18.0.23334.1"},{"version":"8.0.0","date":"2023-11-14","security":true,"module":"18.0.23305.0"},{"version":"8.0.0-rc.2","date":"2023-10-10","security":true,"runtime":"8.0.0-rc.2.23479.6","aspNetCore":"8.0.0-rc.2.23480.2","module":"18.0.23273.0"},{"version":"8.0.0-rc.1","date":"2023-09-14","security":true,"runtime":"8.0.0-rc.1.23419.4","aspNetCore":"8.0.0-rc.1.23421.29","module":"18.0.23234.0"},{"version":"8.0.0-preview.7","date":"2023-08-08","runtime":"8.0.0-preview.7.23375.6","aspNetCore":"8.0.0-preview.7.23375.9","module":"18.0.23207.0"},{"version":"8.0.0-preview.6","date":"2023-07-11","runtime":"8.0.0-preview.6.23329.7","aspNetCore":"8.0.0-preview.6.23329.11","module":"18.0.23181.0"},{"version":"8.0.0-preview.5","date":"2023-06-13","runtime":"8.0.0-preview.5.23280.8","aspNetCore":"8.0.0-preview.5.23302.2","module":"18.0.23154.0"},{"version":"8.0.0-preview.4","date":"2023-05-16","runtime":"8.0.0-preview.4.23259.5","aspNetCore":"8.0.0-preview.4.23260.4","module":"18.0.23130.0"},{"version":"8.0.0-preview.3","date":"2023-04-11","runtime":"8.0.0-preview.3.23174.8","aspNetCore":"8.0.0-preview.3.23177.8","module":"18.0.23086.0"},{"version":"8.0.0-preview.2","date":"2023-03-14","runtime":"8.0.0-preview.2.23128.3","aspNetCore":"8.0.0-preview.2.23153.2","module":"18.0.23062.0"},{"version":"8.0.0-preview.1","date":"2023-02-21","runtime":"8.0.0-preview.1.23110.8","aspNetCore":"8.0.0-preview.1.23112.2","module":"18.0.23043.0"}]},{"channel":"9.0","support":"sts","endOfSupport":"2026-11-10","neverReleased":[],"releases":[{"version":"9.0.18","date":"2026-07-14","security":true,"module":"19.0.26174.18"},{"version":"9.0.17","date":"2026-06-09","security":true,"module":"19.0.26139.17"},{"version":"9.0.16","date":"2026-05-12","security":true,"module":"19.0.26120.16"},{"version":"9.0.15","date":"2026-04-14","security":true,"module":"19.0.26085.15"},{"version":"9.0.14","date":"2026-03-10","security":true,"module":"19.0.26051.14"},{"version":"9.0.13","date":"2026-02-10","security":true,"module":"19.0.26014.13"},{"version":"9.0.12","date":"2026-01-20","module":"19.0.25343.12"},{"version":"9.0.11","date":"2025-11-19","module":"19.0.25293.11"},{"version":"9.0.10","date":"2025-10-14","security":true,"module":"19.0.25269.10"},{"version":"9.0.9","date":"2025-09-09","module":"19.0.25232.9"},{"version":"9.0.8","date":"2025-08-05","module":"19.0.25199.8"},{"version":"9.0.7","date":"2025-07-17","module":"19.0.25168.7"},{"version":"9.0.6","date":"2025-06-10","security":true,"module":"19.0.25137.6"},{"version":"9.0.5","date":"2025-05-13","security":true,"module":"19.0.25119.5"},{"version":"9.0.4","date":"2025-04-08","security":true,"module":"19.0.25073.4"},{"version":"9.0.3","date":"2025-03-11","security":true,"module":"19.0.25044.3"},{"version":"9.0.2","date":"2025-02-11","module":"19.0.25017.2"},{"version":"9.0.1","date":"2025-01-14","security":true,"module":"19.0.24346.1"},{"version":"9.0.0","date":"2024-12-03","security":true,"module":"19.0.24303.0"},{"version":"9.0.0-rc.2","date":"2024-10-08","security":true,"runtime":"9.0.0-rc.2.24473.5","aspNetCore":"9.0.0-rc.2.24474.3","module":"19.0.24268.0"},{"version":"9.0.0-rc.1","date":"2024-09-10","runtime":"9.0.0-rc.1.24431.7","aspNetCore":"9.0.0-rc.1.24452.1","module":"19.0.24246.0"},{"version":"9.0.0-preview.7","date":"2024-08-13","runtime":"9.0.0-preview.7.24405.7","aspNetCore":"9.0.0-preview.7.24406.2","module":"19.0.24219.0"},{"version":"9.0.0-preview.6","date":"2024-07-09","runtime":"9.0.0-preview.6.24327.7","aspNetCore":"9.0.0-preview.6.24328.4","module":"19.0.24180.0"},{"version":"9.0.0-preview.5","date":"2024-06-11","runtime":"9.0.0-preview.5.24306.7","aspNetCore":"9.0.0-preview.5.24306.11","module":"19.0.24159.0"},{"version":"9.0.0-preview.4","date":"2024-05-21","runtime":"9.0.0-preview.4.24266.19","aspNetCore":"9.0.0-preview.4.24267.6","module":"19.0.24138.0"},{"version":"9.0.0-preview.3","date":"2024-04-11","runtime":"9.0.0-preview.3.24172.9","aspNetCore":"9.0.0-preview.3.24172.13","module":"19.0.24083.0"},{"version":"9.0.0-preview.2","date":"2024-03-12","runtime":"9.0.0-preview.2.24128.5","aspNetCore":"9.0.0-preview.2.24128.4","module":"19.0.24060.0"},{"version":"9.0.0-preview.1","date":"2024-02-13","runtime":"9.0.0-preview.1.24080.9","aspNetCore":"9.0.0-preview.1.24081.5","module":"19.0.24031.0"}]},{"channel":"10.0","support":"lts","endOfSupport":"2028-11-14","neverReleased":[],"releases":[{"version":"10.0.10","date":"2026-07-14","security":true,"module":"20.0.26177.10"},{"version":"10.0.9","date":"2026-06-09","security":true,"module":"20.0.26140.9"},{"version":"10.0.8","date":"2026-05-12","security":true,"module":"20.0.26120.8"},{"version":"10.0.7","date":"2026-04-21","security":true,"module":"20.0.26107.7"},{"version":"10.0.6","date":"2026-04-14","security":true,"module":"20.0.26085.6"},{"version":"10.0.5","date":"2026-03-12","module":"20.0.26062.5"},{"version":"10.0.4","date":"2026-03-10","security":true,"module":"20.0.26050.4"},{"version":"10.0.3","date":"2026-02-10","security":true,"module":"20.0.26025.3"},{"version":"10.0.2","date":"2026-01-13","module":"20.0.25346.2"},{"version":"10.0.1","date":"2025-12-09","module":"20.0.25323.1"},{"version":"10.0.0","date":"2025-11-11","module":"20.0.25297.0"},{"version":"10.0.0-rc.2","date":"2025-10-14","security":true,"runtime":"10.0.0-rc.2.25502.107","module":"20.0.25275.0"},{"version":"10.0.0-rc.1","date":"2025-09-09","runtime":"10.0.0-rc.1.25451.107"},{"version":"10.0.0-preview.7","date":"2025-08-12","runtime":"10.0.0-preview.7.25380.108"},{"version":"10.0.0-preview.6","date":"2025-07-15","runtime":"10.0.0-preview.6.25358.103"},{"version":"10.0.0-preview.5","date":"2025-06-10","runtime":"10.0.0-preview.5.25277.114"},{"version":"10.0.0-preview.4","date":"2025-05-13","runtime":"10.0.0-preview.4.25258.110"},{"version":"10.0.0-preview.3","date":"2025-04-10","runtime":"10.0.0-preview.3.25171.5","aspNetCore":"10.0.0-preview.3.25172.1","module":"20.0.25082.0"},{"version":"10.0.0-preview.2","date":"2025-03-18","runtime":"10.0.0-preview.2.25163.2","aspNetCore":"10.0.0-preview.2.25164.1","module":"20.0.25073.0"},{"version":"10.0.0-preview.1","date":"2025-02-25","runtime":"10.0.0-preview.1.25080.5","aspNetCore":"10.0.0-preview.1.25120.3","module":"20.0.25051.0"}]},{"channel":"11.0","support":"sts","neverReleased":[],"releases":[{"version":"11.0.0-preview.6","date":"2026-07-14","runtime":"11.0.0-preview.6.26359.118","module":"21.0.26191.0"},{"version":"11.0.0-preview.5","date":"2026-06-09","runtime":"11.0.0-preview.5.26302.115","module":"21.0.26154.0"},{"version":"11.0.0-preview.4","date":"2026-05-12","runtime":"11.0.0-preview.4.26230.115","module":"21.0.26120.0"},{"version":"11.0.0-preview.3","date":"2026-04-14","runtime":"11.0.0-preview.3.26207.106","module":"21.0.26098.0"},{"version":"11.0.0-preview.2","date":"2026-03-10","runtime":"11.0.0-preview.2.26159.112","module":"21.0.26068.0"},{"version":"11.0.0-preview.1","date":"2026-02-10","runtime":"11.0.0-preview.1.26104.118","module":"21.0.26036.0"}]}]}');
;// CONCATENATED MODULE: ./build/data/dotnet-releases.js

/** Releases of .NET as github.com/dotnet/core describes them; what came out after `dataDate` is not in it. */
const dotnetReleases = dotnet_releases_namespaceObject.BM;
/** The day the data were taken, `YYYY-MM-DD`. */
const dataDate = dotnet_releases_namespaceObject.nT;
/** The channel of a runtime or bundle version; `undefined` when the data do not have it. */
function channelOf(version) {
    const channel = /^(\d{1,9}\.\d{1,9})\./.exec(version)?.[1];
    return dotnetReleases.find((candidate) => candidate.channel === channel);
}
/** The release with this version, or with this version of either framework. */
function releaseOf(version) {
    return channelOf(version)?.releases.find((release) => [release.version, release.runtime, release.aspNetCore].includes(version));
}
/** The newest release that is not a preview; `undefined` for a channel that only has previews. */
function newestRelease(channel) {
    return channel.releases.find(({ version }) => !version.includes('-'));
}

;// CONCATENATED MODULE: ./build/advice/running-framework.js



/** The runtime that will run, or the one asked for while the start did not get that far; `undefined` when nothing tells. */
function runningFramework(advice) {
    const { artifact } = advice.facts;
    const shared = advice.workedOut.host?.frameworks.find(({ name }) => name === 'Microsoft.NETCore.App');
    const application = advisedApplication(advice);
    const config = application === undefined ? undefined : artifact.files.get((0,paths/* pathKey */.Pn)(`${application.stem}.runtimeconfig.json`));
    const file = config === undefined ? {} : { file: config.path };
    if (shared !== undefined)
        return { version: shared.version, from: 'server', ...file };
    if (application === undefined)
        return undefined;
    if (application.selfContained) {
        const bundled = bundledHostVersion(artifact, application.dll);
        return bundled === undefined ? undefined : { version: bundled, from: 'artifact', ...file };
    }
    // Microsoft.AspNetCore.App of a version stands on Microsoft.NETCore.App of the same.
    const [asked] = application.references;
    return asked === undefined ? undefined : { version: asked.version, from: 'asked for', ...file };
}

;// CONCATENATED MODULE: ./build/advice/end-of-support.js


/** How long before the end a note appears, in days. */
const notice = 90;
const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
/** After the end of support there are no security patches (learn.microsoft.com/dotnet/core/releases-and-support). */
const endOfSupport = (advice) => {
    const running = runningFramework(advice);
    const channel = running && channelOf(running.version);
    if (running === undefined || channel?.endOfSupport === undefined)
        return [];
    const left = daysBetween(advice.today, channel.endOfSupport);
    if (left > notice)
        return [];
    const over = left < 0;
    return [
        {
            rule: 'framework-end-of-support',
            severity: over ? 'warning' : 'note',
            certainty: running.from === 'asked for' ? 'likely' : 'certain',
            message: over
                ? `.NET ${channel.channel} has been out of support since ${channel.endOfSupport}; it gets no security patches.`
                : `.NET ${channel.channel} goes out of support on ${channel.endOfSupport}, in ${left} days.`,
            evidence: [
                running.from === 'asked for'
                    ? `The application asks for .NET ${running.version}.`
                    : `The application will run on .NET ${running.version}.`,
                `Release data of ${dataDate}.`,
            ],
            remedies: [{ side: 'app', text: 'Move to a supported version.' }],
            ...(running.file === undefined ? {} : { place: { in: 'artifact', file: running.file } }),
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/environment-name-conflict.js




/**
 * From .NET 7 on WebApplicationBuilder takes DOTNET_ENVIRONMENT before ASPNETCORE_ENVIRONMENT, so one on the machine wins over web.config.
 * Source: learn.microsoft.com/dotnet/core/compatibility/aspnet-core/7.0/environment-variable-precedence.
 */
const environmentNameConflict = (advice) => {
    const { aspNetCore, workerEnvironment } = advice.workedOut;
    const application = advisedApplication(advice);
    const major = application && runtimeMajor(advice, application);
    if (aspNetCore === undefined || workerEnvironment === undefined || major === undefined || major < 7)
        return [];
    const written = environmentVariable(aspNetCore, 'ASPNETCORE_ENVIRONMENT');
    const machine = workerEnvironment('DOTNET_ENVIRONMENT');
    if (written === undefined || written.value === '' || (0,deploy_time_token/* deployTimeToken */.k)(written.value) !== undefined)
        return [];
    if (environmentVariable(aspNetCore, 'DOTNET_ENVIRONMENT') !== undefined || !machine.known || machine.value === undefined)
        return [];
    if (machine.value.toLowerCase() === written.value.toLowerCase())
        return [];
    return [
        {
            rule: 'environment-name-conflict',
            severity: 'warning',
            certainty: 'likely',
            message: `web.config sets the environment to ${written.value}, but DOTNET_ENVIRONMENT on the machine or the pool says ${machine.value}, and from .NET 7 on that wins.`,
            evidence: [
                `web.config line ${written.line}: ${written.name}="${written.value}".`,
                `DOTNET_ENVIRONMENT=${machine.value} for the worker process.`,
            ],
            remedies: [
                { side: 'server', text: 'Remove DOTNET_ENVIRONMENT from the machine and the pool.' },
                {
                    side: 'app',
                    text: 'Set DOTNET_ENVIRONMENT in web.config as well.',
                    snippet: `<environmentVariable name="DOTNET_ENVIRONMENT" value="${written.value}" />`,
                },
            ],
            place: webConfigPlace(advice.facts, written),
        },
    ];
};

;// CONCATENATED MODULE: ./build/windows/file-version.js
/** Reads `a`, `a.b`, `a.b.c` or `a.b.c.d`; parts left out are 0. `undefined` for anything else. */
function parseFileVersion(text) {
    if (!/^\d{1,5}(?:\.\d{1,5}){0,3}$/.test(text))
        return undefined;
    const [major = 0, minor = 0, build = 0, revision = 0] = text.split('.').map(Number);
    const version = [major, minor, build, revision];
    return version.every((part) => part <= 0xffff) ? version : undefined;
}
/** Negative when `left` is older than `right`, 0 when they are the same, positive when it is newer. */
function compareFileVersions(left, right) {
    return left[0] - right[0] || left[1] - right[1] || left[2] - right[2] || left[3] - right[3];
}
/** `a.b.c.d` */
function formatFileVersion(version) {
    return version.join('.');
}

;// CONCATENATED MODULE: ./build/advice/file-version-differs.js




/** `undefined` where both agree, or where one of them has no version. 0.0.0.0 stands for a file without a version resource. */
function difference(asset, image) {
    const actual = image?.format === 'pe' ? image.fileVersion : undefined;
    if (actual === undefined || actual === asset.fileVersion)
        return undefined;
    const promised = parseFileVersion(asset.fileVersion ?? '');
    const parsed = parseFileVersion(actual ?? '');
    if (promised === undefined || parsed === undefined || promised.every((part) => part === 0))
        return undefined;
    const order = compareFileVersions(parsed, promised);
    return order === 0 ? undefined : { asset, actual, older: order < 0 };
}
const differencesOf = onceForEach(({ promised, artifact: { images } }) => (promised?.assets ?? [])
    .filter(({ kind, rid }) => kind === 'runtime' && rid === undefined)
    .flatMap((asset) => difference(asset, images.get(asset.key)) ?? []));
/**
 * The SDK writes the file version of every assembly into deps.json, so another one in the file means that the two come from different
 * publishes. The host compares by what is written, and the runtime refuses an assembly older than the one asked for.
 */
const fileVersionDiffers = (advice) => {
    const application = advisedApplication(advice);
    const differences = application === undefined ? [] : differencesOf(application);
    const [first] = differences;
    if (application === undefined || first === undefined)
        return [];
    const { files } = application.artifact;
    const name = ({ asset }) => files.get(asset.key)?.path ?? asset.key;
    const older = differences.filter((found) => found.older);
    return [
        {
            rule: 'file-version-differs',
            severity: older.length > 0 ? 'warning' : 'note',
            certainty: 'likely',
            message: `${someOf(differences.map(name))}: ${application.stem}.deps.json promises another version than the file${differences.length > 1 ? 's have' : ' has'}; the folder is mixed from two publishes.`,
            evidence: differences
                .slice(0, 10)
                .map((found) => `${name(found)}: promised ${found.asset.fileVersion}, found ${found.actual}${found.older ? ' (older)' : ''}.`),
            remedies: [{ side: 'app', text: 'Publish again into an empty folder, and deploy the whole output.' }],
            place: { in: 'artifact', file: name(older[0] ?? first) },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/files-not-promised.js






/** Compiled views of 2.x to 5.0, compiled serializers and composite ReadyToRun images belong to the application, and the SDK does not list them. */
const generated = /(?:\.(?:(?:precompiled)?views|xmlserializers|r2r)|^framework-r2r)\.dll$/;
/** Put beside the application by the SDK without being listed. */
const unlisted = new Set(['aspnetcorev2_inprocess.dll']);
/** Files of a runtime, which a framework-dependent application takes from the server. */
const ofRuntime = /^(?:system\..*|hostfxr|hostpolicy|coreclr|clrjit|clrgc|mscor.*|netstandard|microsoft\.(?:aspnetcore|netcore)\..*)\.dll$/;
/** Dlls at the root that no deps.json of the root lists. What another application in the same folder lists is that one's. */
const notPromised = onceForEach(({ files, contents }) => {
    const listed = [...contents].flatMap(([file, bytes]) => file.endsWith('.deps.json') && (0,paths/* fileName */.Md)(file) === file ? (readPromisedAssets(bytes)?.assets ?? []) : []);
    const promised = new Set(listed.map(({ key }) => (0,paths/* fileName */.Md)(key)));
    return [...files].filter(([key]) => key.endsWith('.dll') && (0,paths/* fileName */.Md)(key) === key && !promised.has(key) && !unlisted.has(key) && !generated.test(key));
});
/** A dll at the root that no deps.json of the root lists was not written by the publish that wrote those: left over, or copied in. */
const filesNotPromised = (advice) => {
    const application = advisedApplication(advice);
    if (application?.promised === undefined)
        return [];
    const candidates = notPromised(advice.facts.artifact);
    if (candidates.length === 0)
        return [];
    const hooks = startupHooks(advice);
    const extra = candidates.filter(([key]) => key !== application.dll.toLowerCase() && !hooks.includes(key));
    if (extra.length === 0)
        return [];
    const names = extra.map(([, { path }]) => path);
    const runtime = !application.selfContained && extra.some(([key]) => ofRuntime.test(key));
    return [
        {
            rule: 'files-not-promised',
            severity: 'note',
            certainty: 'likely',
            message: runtime
                ? `${someOf(names)}: files of a runtime that ${application.stem}.deps.json does not list; they look left over from a self-contained publish.`
                : `${someOf(names)}: not listed in ${application.stem}.deps.json; left over from an earlier publish, or copied in.`,
            evidence: names.slice(0, 10).map((name) => `${name} is at the root and in no deps.json.`),
            remedies: [{ side: 'app', text: 'Publish into an empty folder, and deploy so that files which are gone are removed on the server.' }],
            place: { in: 'artifact', file: names[0] ?? '' },
        },
    ];
};
/** Agents are copied in beside the application, and named by a variable. */
function startupHooks({ workedOut: { aspNetCore, workerEnvironment } }) {
    if (aspNetCore === undefined || workerEnvironment === undefined)
        return '';
    const hooks = applicationEnvironment(aspNetCore, workerEnvironment)('DOTNET_STARTUP_HOOKS');
    return hooks.known ? (hooks.value ?? '').toLowerCase() : '';
}

;// CONCATENATED MODULE: ./build/advice/grpc-needs-newer-windows.js

/** The first build of Windows whose HTTP.sys sends trailers to IIS: Windows Server 2022 and Windows 11. */
const firstBuild = 20300;
/** Source: learn.microsoft.com/aspnet/core/grpc/supported-platforms. */
const grpcNeedsNewerWindows = (advice) => {
    const application = advisedApplication(advice);
    const version = advice.facts.server?.os?.version;
    const build = Number(/^10\.0\.(\d{1,6})/.exec(version ?? '')?.[1] ?? Number.NaN);
    const packages = application?.promised?.packages;
    // gRPC-Web runs over what every IIS can do; an application with both may serve browsers only.
    if (packages?.has('grpc.aspnetcore.server') !== true || packages.has('grpc.aspnetcore.web'))
        return [];
    if (application === undefined || Number.isNaN(build) || build >= firstBuild)
        return [];
    return [
        {
            rule: 'grpc-needs-newer-windows',
            severity: 'warning',
            certainty: 'likely',
            message: `The application serves gRPC, which IIS supports from Windows Server 2022 and Windows 11 on; this server is ${version}.`,
            evidence: [`${application.stem}.deps.json lists Grpc.AspNetCore.Server.`, `os.version is ${version}; build ${firstBuild} is needed.`],
            remedies: [
                { side: 'server', text: 'Move to Windows Server 2022 or later.' },
                { side: 'app', text: 'Serve gRPC-Web (Grpc.AspNetCore.Web).' },
            ],
            place: { in: 'server', fact: 'os.version' },
        },
    ];
};

;// CONCATENATED MODULE: ./build/iis/stock-sections.js
/**
 * The sections of an IIS web server, by full path, as a stock applicationHost.config declares them
 * (learn.microsoft.com/iis/get-started/planning-your-iis-architecture/understanding-iis-configuration-system;
 * the lock states are the `overrideModeDefault` values IIS is installed with).
 */
const unlocked = [
    'caching',
    'defaultDocument',
    'directoryBrowse',
    'httpCompression',
    'httpErrors',
    'httpProtocol',
    'httpRedirect',
    'security/authorization',
    'security/requestFiltering',
    'staticContent',
    'tracing/traceFailedRequests',
    'urlCompression',
    'validation',
];
/** `handlers` and `modules` are declared with Deny too; a location at the end of the same file unlocks them, which a server may change. */
const locked = [
    'asp',
    'cgi',
    'fastCgi',
    'globalModules',
    'handlers',
    'httpLogging',
    'httpTracing',
    'isapiFilters',
    'modules',
    'odbcLogging',
    'security/access',
    'security/applicationDependencies',
    'security/authentication/anonymousAuthentication',
    'security/authentication/basicAuthentication',
    'security/authentication/clientCertificateMappingAuthentication',
    'security/authentication/digestAuthentication',
    'security/authentication/iisClientCertificateMappingAuthentication',
    'security/authentication/windowsAuthentication',
    'security/dynamicIpSecurity',
    'security/ipSecurity',
    'security/isapiCgiRestriction',
    'serverRuntime',
    'serverSideInclude',
    'tracing/traceProviderDefinitions',
];
/** Sections that come with something installed on top, and its name. */
const optional = [
    ['applicationInitialization', 'the role service Application Initialization'],
    ['aspNetCore', 'the ASP.NET Core Hosting Bundle'],
    ['cors', 'the IIS CORS module'],
    ['httpPlatform', 'HttpPlatformHandler'],
    ['iisnode', 'iisnode'],
    ['proxy', 'Application Request Routing'],
    ['rewrite/allowedServerVariables', 'URL Rewrite'],
    ['rewrite/globalRules', 'URL Rewrite'],
    ['rewrite/outboundRules', 'URL Rewrite'],
    ['rewrite/providers', 'URL Rewrite'],
    ['rewrite/rewriteMaps', 'URL Rewrite'],
    ['rewrite/rules', 'URL Rewrite'],
    ['webdav/authoring', 'the role service WebDAV Publishing'],
    ['webdav/authoringRules', 'the role service WebDAV Publishing'],
    ['webdav/globalSettings', 'the role service WebDAV Publishing'],
    ['webSocket', 'the role service WebSocket Protocol'],
];
const full = (name) => `system.webServer/${name}`;
/** Sections that are declared where something is installed, by full path. */
const optionalSections = optional.map(([name]) => full(name));
const stockLocks = new Map([
    ...unlocked.map((name) => [full(name), false]),
    ...locked.map((name) => [full(name), true]),
]);
const providers = new Map(optional.map(([name, provider]) => [full(name), provider]));
/** Sections of IIS and of what people install on top of it, and the groups that these are in, by full path. */
const knownSections = new Set([...stockLocks.keys(), ...providers.keys()].flatMap((path) => {
    const segments = path.split('/');
    return segments.slice(1).map((_, index) => segments.slice(0, index + 2).join('/'));
}));
/** How a section that was written in another case is spelled; `undefined` where it is right, or not one of IIS. */
function sectionSpelling(path) {
    if (knownSections.has(path))
        return undefined;
    return [...knownSections].find((section) => section.toLowerCase() === path.toLowerCase());
}
/** Whether the section is locked on a stock server; `undefined` for a section that is not part of IIS itself. */
function stockLock(path) {
    return stockLocks.get(path);
}
/** What has to be installed for the section (or group of sections) to exist; `undefined` for IIS's own and for unknown ones. */
function sectionProvider(path) {
    const own = providers.get(path);
    if (own !== undefined)
        return own;
    for (const [section, provider] of providers)
        if (section.startsWith(`${path}/`))
            return provider;
    return undefined;
}
/** Groups of applicationHost.config alone are here for its reader. */
const groups = new Set([...stockLocks.keys(), ...providers.keys(), 'system.applicationHost/applicationPools'].flatMap((path) => path
    .split('/')
    .slice(0, -1)
    .map((_, index, segments) => segments.slice(0, index + 1).join('/'))));
/** Whether the element at this path only groups sections, as `system.webServer/security` does. */
function isSectionGroup(path) {
    return groups.has(path);
}
/**
 * Sections and groups directly below `<configuration>` that the .NET Framework declares in its machine.config.
 * IIS leaves their content to .NET, and ASP.NET Core reads none of them.
 */
const frameworkSections = new Set([
    'appSettings',
    'assemblyBinding',
    'configProtectedData',
    'connectionStrings',
    'mscorlib',
    'runtime',
    'satelliteassemblies',
    'startup',
    'strongNames',
    'system.codedom',
    'system.componentmodel',
    'system.data',
    'system.data.dataset',
    'system.data.odbc',
    'system.data.oledb',
    'system.data.oracleclient',
    'system.data.sqlclient',
    'system.diagnostics',
    'system.identityModel',
    'system.identityModel.services',
    'system.net',
    'system.runtime.caching',
    'system.runtime.remoting',
    'system.runtime.serialization',
    'system.serviceModel',
    'system.serviceModel.activation',
    'system.transactions',
    'system.web',
    'system.web.extensions',
    'system.windows.forms',
    'system.xaml.hosting',
    'system.xml',
    'system.xml.serialization',
    'uri',
    'windows',
]);
/** Whether the element directly below `<configuration>` belongs to the .NET Framework rather than to IIS. */
function isFrameworkSection(name) {
    return frameworkSections.has(name);
}

;// CONCATENATED MODULE: ./build/iis/configuration-sections.js



/** Whether a `<location>` speaks about the folder of the file it stands in: no path, an empty one, or `.`. */
function isOwnLocation(location) {
    const path = attributeValue(location, 'path') ?? '';
    return path === '' || path === '.' || path === './';
}
/** The placeholder in the path of a `<location>` that a deployment step replaces; until then nobody knows whose sections stand in it. */
function locationPlaceholder(root) {
    const locations = root.children.filter(({ name }) => name === 'location');
    return locations.flatMap((location) => (0,deploy_time_token/* deployTimeToken */.k)(attributeValue(location, 'path') ?? '') ?? [])[0];
}
/**
 * Whether what a section says stands elsewhere, in another file or encrypted (`configSource`, `childSource`, `configProtectionProvider`),
 * so that the element itself tells nothing.
 */
function isContentElsewhere(section) {
    return section.attributes.some(({ name }) => /^(?:configSource|childSource|configProtectionProvider)$/.test(name));
}
/** The sections in and below one element directly below `<configuration>` or `<location>`, in the order of the file. */
function sectionsBelow(element, isGroup = isSectionGroup, location) {
    const uses = [];
    const visit = (at, prefix) => {
        const path = `${prefix}${at.name}`;
        const groups = isGroup(path) && (at.children.length > 0 || path === 'system.webServer');
        if (groups)
            for (const child of at.children)
                visit(child, `${path}/`);
        else
            uses.push({ path, element: at, ...(location === undefined ? {} : { location }) });
    };
    visit(element, '');
    return uses;
}
/**
 * The sections that a file sets for the path it stands at (a web.config: the application; applicationHost.config: the whole server),
 * in the order of the file. A `<location path="sub">` speaks about another path and is left out.
 * `isGroup` tells groups from sections; what IIS and its usual extensions group is known by itself.
 */
function sectionsInForce(root, isGroup = isSectionGroup) {
    return root.children.flatMap((child) => {
        if (child.name === 'configSections')
            return [];
        if (child.name !== 'location')
            return sectionsBelow(child, isGroup);
        return isOwnLocation(child) ? child.children.flatMap((inside) => sectionsBelow(inside, isGroup, child)) : [];
    });
}
/** The elements that set one section for the application's own path, in the order of the file. */
function sectionElements(root, path) {
    return sectionsInForce(root)
        .filter((use) => use.path === path)
        .map(({ element }) => element);
}
/** The elements that set one section; `undefined` where none does, or where one does not show what it says. */
function readableSection(root, path) {
    const elements = sectionElements(root, path);
    return elements.length === 0 || elements.some(isContentElsewhere) ? undefined : elements;
}

;// CONCATENATED MODULE: ./build/iis/configuration-collection.js

/**
 * What is left of a collection after `add`, `remove` and `clear` were taken in their order.
 * `elements` are the section elements that contribute, from the outermost level in; keys are compared with regard to case, as IIS does for names.
 * An entry that is added again replaces the earlier one: that a level may not do so is a finding of its own.
 */
function collectionEntries(elements, key = 'name') {
    const entries = new Map();
    for (const child of elements.flatMap(({ children }) => children)) {
        const name = attributeValue(child, key) ?? '';
        if (child.name === 'clear')
            entries.clear();
        else if (child.name === 'remove')
            entries.delete(name);
        else if (child.name === 'add')
            entries.set(name, child);
    }
    return [...entries.values()];
}
/** What is left of one collection of a section. `elements` are section elements, from the outermost level in; an entry without its key is left out. */
function configuration_collection_entriesOf(collection, elements) {
    const entries = new Map();
    for (const child of childrenWithin(elements, collection.within)) {
        const values = keyValues(collection, child);
        const key = values.join('\n');
        if (child.name === 'clear')
            entries.clear();
        else if (!isWhole(values))
            continue;
        else if (child.name === 'remove')
            entries.delete(foldedKey(collection, key));
        else if (child.name === collection.add) {
            entries.set(foldedKey(collection, key), { key, locked: isTrue(attributeValue(child, 'lockItem')) });
        }
    }
    return [...entries.values()];
}
/** The values of an entry's unique key, attribute by attribute. */
function keyValues({ keys }, entry) {
    return keys.map(({ name, absent }) => attributeValue(entry, name) ?? absent);
}
/** A key as it is compared with others of its collection. */
function foldedKey({ caseSensitive }, key) {
    return caseSensitive ? key : key.toLowerCase();
}
function isWhole(values) {
    return values.every((value) => value !== undefined);
}
/** The children of a collection, `within` being the elements between it and its section. */
function childrenWithin(elements, within) {
    const [next, ...rest] = within;
    const children = elements.flatMap((element) => element.children);
    return next === undefined
        ? children
        : childrenWithin(children.filter(({ name }) => name === next), rest);
}

;// CONCATENATED MODULE: ./build/iis/handler-entry.js




/** The handlers a web.config leaves in force, in the order in which IIS tries them. */
function handlerEntries(facts, root) {
    return collectionEntries(sectionElements(root, 'system.webServer/handlers'))
        .filter((entry) => meetsPreConditions(facts, attributeValue(entry, 'preCondition') ?? ''))
        .map(handlerEntry);
}
/** Names of inherited handlers that web.config removes; `all` when it clears the list. */
function removedHandlers(root) {
    const children = sectionElements(root, 'system.webServer/handlers').flatMap((element) => element.children);
    if (children.some(({ name }) => name === 'clear'))
        return 'all';
    return new Set(children.filter(({ name }) => name === 'remove').map((child) => attributeValue(child, 'name') ?? ''));
}
/** The parts of a handler's `modules` attribute. */
function moduleNames(modules) {
    return modules
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
}
function handlerEntry(entry) {
    const path = attributeValue(entry, 'path') ?? '';
    const verb = attributeValue(entry, 'verb') ?? '';
    const resourceType = attributeValue(entry, 'resourceType')?.toLowerCase() ?? 'unspecified';
    return {
        line: entry.line,
        column: entry.column,
        name: attributeValue(entry, 'name') ?? '',
        path,
        verb,
        // Without the attribute a handler is run by the managed pipeline (`IIS_schema.xml`).
        modules: moduleNames(attributeValue(entry, 'modules') ?? 'ManagedPipelineHandler'),
        takesEverything: path.split(',').some((one) => one.trim() === '*') && verb.trim() === '*' && resourceType === 'unspecified',
    };
}
/** A condition that cannot be judged on these facts counts as met. */
function meetsPreConditions(facts, preCondition) {
    const worker = workerArchitecture(facts);
    const bits = worker.known ? (worker.architecture === 'x86' ? '32' : '64') : undefined;
    const { managedPipelineMode, managedRuntimeVersion } = facts.target.pool ?? {};
    return preCondition.split(',').every((part) => {
        const condition = part.trim().toLowerCase();
        if (condition === 'bitness32' || condition === 'bitness64')
            return bits === undefined || condition.endsWith(bits);
        if (condition === 'integratedmode')
            return managedPipelineMode?.toLowerCase() !== 'classic';
        if (condition === 'classicmode')
            return managedPipelineMode?.toLowerCase() === 'classic';
        if (!condition.startsWith('runtimeversion'))
            return true;
        return managedRuntimeVersion === undefined || managedRuntimeVersion.toLowerCase() === condition.slice('runtimeversion'.length);
    });
}

;// CONCATENATED MODULE: ./build/advice/settings-inherited-by-children.js



/** Sections that say something about the application that is below, whoever reads them there. */
const inherited = /^(?:system\.webServer\/|system\.web(?:\/|$)|appSettings$|connectionStrings$)/;
/** Whether a section is inside a location that keeps it from the applications below. */
const staysHere = ({ location }) => location !== undefined && attributeValue(location, 'inheritInChildApplications')?.toLowerCase() === 'false';
/**
 * IIS Manager writes what is changed there outside the location that the SDK makes, so that the applications below get it too.
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis/web-config.
 */
const settingsInheritedByChildren = ({ facts: { artifact, target } }) => {
    const children = target.children ?? [];
    if (artifact.webConfig.state !== 'read' || children.length === 0)
        return [];
    const uses = sectionsInForce(artifact.webConfig.root);
    // Where the handler itself is inherited, that is the finding.
    const module = uses.findLast(({ path }) => path === 'system.webServer/aspNetCore');
    if (module === undefined || !staysHere(module))
        return [];
    const outside = uses.filter((use) => !staysHere(use) && inherited.test(use.path));
    const [first] = outside;
    if (first === undefined)
        return [];
    return [
        {
            rule: 'settings-inherited-by-children',
            severity: 'note',
            certainty: 'certain',
            message: `The applications below this one (${someOf(children)}) inherit ${someOf([...new Set(outside.map(({ path }) => path))])} from its web.config.`,
            evidence: outside.slice(0, 10).map(({ path, element }) => `web.config line ${element.line}: ${path} is not inside the location.`),
            remedies: [
                {
                    side: 'app',
                    text: 'Move what is meant for this application alone into the location.',
                    snippet: '<location path="." inheritInChildApplications="false">',
                },
            ],
            place: { in: 'artifact', file: artifact.webConfig.path, line: first.element.line, column: first.element.column },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/handler-inherited-by-children.js





/** Handlers that lead to the ASP.NET Core Module, whichever it is. */
const addsHandler = ({ element }) => element.children.some((child) => child.name === 'add' && moduleNames(attributeValue(child, 'modules') ?? '').some((name) => name.startsWith('AspNetCoreModule')));
/** A root application hands its handler down to the applications below it, which then fail or are answered by the wrong application. */
const handlerInheritedByChildren = ({ facts: { artifact, target } }) => {
    const children = target.children ?? [];
    if (artifact.webConfig.state !== 'read' || children.length === 0)
        return [];
    const handlers = sectionsInForce(artifact.webConfig.root).filter(({ path }) => path === 'system.webServer/handlers');
    const found = handlers.find((use) => !staysHere(use) && addsHandler(use))?.element;
    if (found === undefined)
        return [];
    return [
        {
            rule: 'handler-inherited-by-children',
            severity: 'warning',
            certainty: 'likely',
            message: `The applications below this one (${someOf(children)}) inherit its handler; one that adds aspNetCore itself fails with 500.19, and any other is answered by this application.`,
            evidence: [`web.config line ${found.line}: <handlers> is not inside <location inheritInChildApplications="false">.`],
            remedies: [
                { side: 'app', text: 'Wrap system.webServer as the SDK does.', snippet: '<location path="." inheritInChildApplications="false">' },
                {
                    side: 'app',
                    text: 'Or take the handler away in the application below.',
                    snippet: '<handlers><remove name="aspNetCore" /></handlers>',
                },
            ],
            place: { in: 'artifact', file: artifact.webConfig.path, line: found.line, column: found.column },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/host-files-differ.js



/** `net8.0`, `net8.0-windows` or `netcoreapp3.1` in runtimeconfig.json. */
function ofRuntimeConfig({ stem, artifact: { contents } }) {
    const bytes = contents.get((0,paths/* pathKey */.Pn)(`${stem}.runtimeconfig.json`));
    const version = bytes && /"tfm"\s*:\s*"net(?:coreapp)?(\d{1,3}\.\d{1,3})(?:-\w+)?"/.exec(new TextDecoder().decode(bytes))?.[1];
    return version === undefined ? [] : [{ from: `${stem}.runtimeconfig.json`, version }];
}
function ofDeps({ stem, promised }) {
    const version = /^\.NETCoreApp,Version=v(\d{1,3}\.\d{1,3})/.exec(promised?.target ?? '')?.[1];
    return version === undefined ? [] : [{ from: `${stem}.deps.json`, version }];
}
/** System.Runtime has the version of .NET since 5.0; before, versions of several releases were the same. */
function ofAssembly({ dll, image }) {
    const reference = image?.assembly?.references.find(({ name }) => name === 'System.Runtime')?.version;
    const version = /^(\d{1,3}\.\d{1,3})\./.exec(reference ?? '')?.[1];
    return version === undefined || Number.parseInt(version, 10) < 5 ? [] : [{ from: dll, version }];
}
const versionsOf = onceForEach((application) => [
    ...ofAssembly(application),
    ...ofRuntimeConfig(application),
    ...ofDeps(application),
]);
/**
 * The dll, its runtimeconfig.json and its deps.json are written by one build for one version of .NET. Different ones mean that only some of
 * the files were deployed; a dll built for a later version than the one that runs ends in a FileLoadException at its first line.
 */
const hostFilesDiffer = (advice) => {
    const application = advisedApplication(advice);
    if (application === undefined)
        return [];
    const versions = versionsOf(application);
    if (new Set(versions.map(({ version }) => version)).size < 2)
        return [];
    const [first] = versions;
    return [
        {
            rule: 'host-files-differ',
            severity: 'warning',
            certainty: 'likely',
            message: `${versions.map(({ from, version }) => `${from} is of .NET ${version}`).join(', ')}: the files come from different builds.`,
            evidence: versions.map(({ from, version }) => `${from}: .NET ${version}.`),
            remedies: [{ side: 'app', text: 'Publish again into an empty folder, and deploy the whole output.' }],
            place: { in: 'artifact', file: first?.from ?? application.dll },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/hosting-startup-missing.js





const variable = 'ASPNETCORE_HOSTINGSTARTUPASSEMBLIES';
/** Variables with which assemblies come from outside the application. */
const elsewhere = ['DOTNET_ADDITIONAL_DEPS', 'DOTNET_SHARED_STORE'];
/** Of the shared framework; the module adds the one for IIS itself. */
const ofFramework = /^microsoft\.aspnetcore\.server\./i;
/** Assemblies that the variable names and that nothing brings; none where it or what else could bring them is not known. */
function missingAssemblies({ facts, workedOut: { aspNetCore, workerEnvironment } }) {
    if (aspNetCore === undefined || workerEnvironment === undefined)
        return [];
    const environment = applicationEnvironment(aspNetCore, workerEnvironment);
    const named = environment(variable);
    if (!named.known || named.value === undefined)
        return [];
    const others = elsewhere.map(environment);
    if (others.some((lookup) => !lookup.known || lookup.value !== undefined))
        return [];
    const files = new Set([...facts.artifact.files.keys()].map(paths/* fileName */.Md));
    const names = named.value.split(';').map((name) => name.trim());
    return names.filter((name) => name !== '' && !ofFramework.test(name) && !files.has((0,paths/* pathKey */.Pn)(`${name.split(',')[0] ?? ''}.dll`)));
}
/**
 * A hosting startup assembly that cannot be loaded is an error in the log of the application, which starts all the same.
 * Source: dotnet/aspnetcore:src/Hosting/Hosting/src/GenericHost/GenericWebHostBuilder.cs (ExecuteHostingStartups).
 */
const hostingStartupMissing = (advice) => {
    const missing = missingAssemblies(advice);
    const { aspNetCore } = advice.workedOut;
    if (missing.length === 0 || aspNetCore === undefined)
        return [];
    const written = environmentVariable(aspNetCore, variable);
    const where = written === undefined ? 'on the machine or the pool' : `in web.config line ${written.line}`;
    return [
        {
            rule: 'hosting-startup-missing',
            severity: 'note',
            certainty: 'likely',
            message: `${variable} ${where} names ${someOf(missing)}, which the artifact does not have: the application starts without ${missing.length === 1 ? 'it' : 'them'}, and logs an error at every start.`,
            evidence: missing.slice(0, 10).map((name) => `${name}.dll is not in the artifact.`),
            remedies: [
                { side: 'app', text: 'Add the package that brings the assembly, if the application should be watched by it.' },
                {
                    side: written === undefined ? 'server' : 'app',
                    text: `Take ${missing.length === 1 ? 'it' : 'them'} out of the variable ${where}.`,
                },
            ],
            ...(written === undefined ? {} : { place: webConfigPlace(advice.facts, written) }),
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/https-port-unknown.js


/** Variables that tell the redirection its port. */
const variables = ['ASPNETCORE_HTTPS_PORT', 'HTTPS_PORT', 'ASPNETCORE_ANCM_HTTPS_PORT'];
/** Whether the application redirects to HTTPS and has to find the port in the bindings of its site. */
function looksForPort(advice) {
    const application = advisedApplication(advice);
    const calls = application?.image?.assembly?.memberReferences ?? [];
    if (application === undefined || !calls.includes('UseHttpsRedirection') || calls.includes('set_HttpsPort'))
        return false;
    // Before 3.0 the module told the application nothing of the bindings.
    if ((runtimeMajor(advice, application) ?? 0) < 3)
        return false;
    return settingValues(advice, 'https_port').length === 0 && variableValues(advice, variables).length === 0;
}
/** In-process the middleware sees the bindings themselves; several ports make it throw. Out-of-process it is told a port only where there is one. */
function consequence({ httpsPorts }, site, inProcess) {
    const ports = httpsPorts.join(', ');
    if (httpsPorts.length === 0) {
        return {
            severity: 'note',
            message: `The application redirects to HTTPS, and site "${site}" has no https binding: nothing is redirected, and visitors stay on http.`,
        };
    }
    return inProcess
        ? {
            severity: 'warning',
            message: `The application redirects to HTTPS, and site "${site}" has several https ports (${ports}): the redirection cannot choose, and every request over http fails with 500.`,
        }
        : {
            severity: 'note',
            message: `The application redirects to HTTPS, and site "${site}" has several https ports (${ports}): the module names none of them, so nothing is redirected.`,
        };
}
/**
 * UseHttpsRedirection needs to know one HTTPS port.
 * Source: dotnet/aspnetcore:src/Middleware/HttpsPolicy/src/HttpsRedirectionMiddleware.cs,
 * dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/BindingInformation.h.
 */
const httpsPortUnknown = (advice) => {
    const { site = '', bindings } = advice.facts.target;
    const { hostingModel } = advice.workedOut;
    if (bindings?.http !== true || bindings.httpsPorts.length === 1 || hostingModel === undefined || !looksForPort(advice))
        return [];
    return [
        {
            rule: 'https-port-unknown',
            certainty: 'likely',
            ...consequence(bindings, site, hostingModel === 'inprocess'),
            evidence: [
                `${advisedApplication(advice)?.dll ?? 'The application'} calls UseHttpsRedirection and sets no port.`,
                bindings.httpsPorts.length === 0
                    ? `Site "${site}" has http bindings only.`
                    : `https bindings of site "${site}" are on the ports ${bindings.httpsPorts.join(', ')}.`,
            ],
            remedies: [
                {
                    side: 'app',
                    text: 'Name the port in web.config; behind a proxy that ends TLS, name the port of the proxy and use UseForwardedHeaders.',
                    snippet: '<environmentVariable name="ASPNETCORE_HTTPS_PORT" value="443" />',
                },
                {
                    side: 'server',
                    text: bindings.httpsPorts.length === 0 ? 'Give the site an https binding.' : 'Leave the site one https port.',
                },
            ],
            place: { in: 'server', fact: 'iis.sites' },
        },
    ];
};

;// CONCATENATED MODULE: ./build/ancm/aspnetcore-schema-violations.js


const describeType = (type) => {
    switch (type.type) {
        case 'string':
            return 'a text';
        case 'bool':
            return 'true or false';
        case 'uint':
            return `a whole number from ${type.min} to ${type.max}`;
        case 'timeSpan':
            return `a time as hh:mm:ss, at most ${type.max} seconds, with minutes and seconds below 60`;
    }
};
/**
 * Seconds of a `[d.]hh:mm:ss` value; `undefined` when it is not one. Minutes and seconds stop at 59; hours at 23 only behind days, as the
 * documented maximum of requestTimeout is written 360:00:00 (learn.microsoft.com/aspnet/core/host-and-deploy/iis/web-config).
 */
function timeSpanSeconds(text) {
    const match = /^(?:(\d{1,8})\.)?(\d{1,8}):(\d{1,2}):(\d{1,2})$/.exec(text.trim());
    if (match === null)
        return undefined;
    const [days, hours, minutes, seconds] = [match[1], match[2], match[3], match[4]].map((part) => Number(part ?? '0'));
    if (days === undefined || hours === undefined || minutes === undefined || seconds === undefined)
        return undefined;
    return (match[1] !== undefined && hours > 23) || minutes > 59 || seconds > 59
        ? undefined
        : ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
function matchesType(value, type) {
    switch (type.type) {
        case 'string':
            return true;
        case 'bool':
            return /^(?:true|false|1|0)$/i.test(value);
        case 'uint':
            return /^\d{1,10}$/.test(value) && Number(value) >= type.min && Number(value) <= type.max;
        case 'timeSpan': {
            const seconds = timeSpanSeconds(value);
            return seconds !== undefined && seconds >= type.min && seconds <= type.max;
        }
    }
}
/** An `xmlns` declaration is no attribute to the configuration system. */
const isNamespaceDeclaration = (name) => name === 'xmlns' || name.startsWith('xmlns:');
function unknownName(kind, name, known) {
    const names = [...known];
    const sameLetters = names.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    return {
        problem: `${kind} "${name}" is not part of the aspNetCore section`,
        expected: sameLetters === undefined ? `one of ${names.join(', ')}` : `"${sameLetters}" (names are case-sensitive)`,
    };
}
function attributeViolations(element) {
    return element.attributes.flatMap((attribute) => {
        if (isNamespaceDeclaration(attribute.name) || configurationSystemAttributes.has(attribute.name))
            return [];
        const { line, column } = attribute;
        const type = attributes.get(attribute.name);
        if (type === undefined)
            return [{ line, column, ...unknownName('attribute', attribute.name, attributes.keys()) }];
        if (matchesType(attribute.value, type))
            return [];
        return [{ line, column, problem: `${attribute.name}="${attribute.value}" is not a legal value`, expected: describeType(type) }];
    });
}
function addViolations(element, collection) {
    const { line, column } = element;
    const found = [];
    for (const { name, required, nonEmpty } of collection.attributes) {
        const value = attributeValue(element, name);
        if (value === undefined && required)
            found.push({ line, column, problem: `<${element.name}> has no ${name}`, expected: `the attribute ${name}` });
        if (value === '' && nonEmpty)
            found.push({ line, column, problem: `<${element.name}> has an empty ${name}`, expected: `a ${name} that is not empty` });
    }
    for (const attribute of element.attributes) {
        if (isNamespaceDeclaration(attribute.name) || configurationSystemAttributes.has(attribute.name))
            continue;
        if (collection.attributes.some(({ name }) => name === attribute.name))
            continue;
        const expected = `only ${collection.attributes.map(({ name }) => name).join(' and ')}`;
        found.push({
            line: attribute.line,
            column: attribute.column,
            problem: `<${element.name}> has an attribute "${attribute.name}"`,
            expected,
        });
    }
    return found;
}
function collectionViolations(element, collection) {
    return element.children.flatMap((child) => {
        if (child.name === collection.addElement)
            return addViolations(child, collection);
        if (child.name === 'clear')
            return [];
        const { line, column } = child;
        return [{ line, column, problem: `<${child.name}> inside <${element.name}>`, expected: `<${collection.addElement}> or <clear>` }];
    });
}
/** Every violation of the section's schema, in the order of the file. Names are compared with regard to case, as IIS does. */
function schemaViolations(element) {
    const children = element.children.flatMap((child) => {
        const collection = childCollections.get(child.name);
        const { line, column } = child;
        if (collection !== undefined)
            return collectionViolations(child, collection);
        return [{ line, column, ...unknownName('element', child.name, childCollections.keys()) }];
    });
    return [...attributeViolations(element), ...children];
}

;// CONCATENATED MODULE: ./build/advice/idle-timeout.js




/**
 * A worker process without requests ends, and the background work of the application with it.
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis/advanced (application initialization, idle timeout).
 */
const idleTimeout = (advice) => {
    const { target } = advice.facts;
    const { pool } = target;
    const seconds = pool?.idleTimeout === undefined ? undefined : timeSpanSeconds(pool.idleTimeout);
    if (pool === undefined || seconds === undefined || seconds === 0)
        return [];
    const scheduler = schedulerPackage(advice);
    if (scheduler === undefined)
        return [];
    return [
        {
            rule: 'idle-timeout',
            severity: 'note',
            certainty: 'likely',
            message: `After ${pool.idleTimeout} without a request the worker process of pool "${pool.name}" ends, and scheduled work stops until the next request.`,
            evidence: [`idleTimeout of pool "${pool.name}" is ${pool.idleTimeout}.`, `The application uses the package ${scheduler}.`],
            remedies: [
                {
                    side: 'server',
                    text: 'Let the pool run, and start the application with it.',
                    snippet: `${appcmd/* appcmd */.C} set apppool "${pool.name}" /processModel.idleTimeout:00:00:00 /startMode:AlwaysRunning`,
                },
                { side: 'app', text: 'Or move the work to a service of its own.' },
            ],
            place: { in: 'server', fact: poolFact(target, 'idleTimeout') },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/ignored-in-process.js

/** Attributes that only the out-of-process handler reads (dotnet/aspnetcore:…/OutOfProcessRequestHandler). */
const outOfProcessOnly = ['requestTimeout', 'rapidFailsPerMinute', 'processesPerApplication', 'forwardWindowsAuthToken'];
const ignoredInProcess = ({ facts, workedOut: { aspNetCore, hostingModel } }) => {
    if (aspNetCore === undefined || hostingModel !== 'inprocess')
        return [];
    const [first, ...more] = outOfProcessOnly.filter((name) => aspNetCore.attributePositions.has(name));
    if (first === undefined)
        return [];
    const names = [first, ...more].join(', ');
    return [
        {
            rule: 'attribute-ignored-inprocess',
            severity: 'note',
            certainty: 'certain',
            message: `${names} ha${more.length === 0 ? 's' : 've'} no effect in-process.`,
            evidence: [`web.config sets ${names} with hostingModel="inprocess".`],
            remedies: [{ side: 'app', text: `Remove ${names}, or host out-of-process if it is needed.` }],
            place: attributePlace(facts, aspNetCore, first),
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/integrated-mode-conflict.js




const adds = ({ children }) => children.some(({ name }) => name === 'add');
const impersonates = (identity) => attributeValue(identity, 'impersonate')?.toLowerCase() === 'true';
/** Settings of ASP.NET that IIS refuses in an Integrated pipeline, in the order in which it looks (learn.microsoft.com/iis: status codes). */
const refused = [
    { status: '500.22', setting: 'httpModules', conflicts: adds },
    { status: '500.23', setting: 'httpHandlers', conflicts: adds },
    { status: '500.24', setting: 'identity', conflicts: impersonates },
];
/** Whether the module that looks for them is there and has a reason to; what nobody said counts as the usual. */
function isValidated({ server, target: { pool }, artifact: { webConfig } }) {
    const modules = server?.iis?.globalModules;
    if (modules !== undefined && !modules.some(({ name }) => name === 'ConfigurationValidationModule'))
        return false;
    if (pool?.managedPipelineMode === 'Classic' || webConfig.state !== 'read')
        return false;
    const [validation] = sectionElements(webConfig.root, 'system.webServer/validation').slice(-1);
    return validation === undefined || attributeValue(validation, 'validateIntegratedModeConfiguration')?.toLowerCase() !== 'false';
}
/** The sections of a web.config, those of `system.web` one by one. */
function sectionsOf(root) {
    return sectionsInForce(root, (path) => path === 'system.web' || isSectionGroup(path));
}
/** Settings in `system.web` that IIS answers with an error of its own before any module sees the request. */
function integratedModeConflicts(facts) {
    const { webConfig } = facts.artifact;
    if (webConfig.state !== 'read' || !isValidated(facts))
        return [];
    const sections = sectionsOf(webConfig.root);
    return refused.flatMap(({ status, setting, conflicts }) => sections
        .filter(({ path, element }) => path === `system.web/${setting}` && conflicts(element))
        .map(({ element }) => ({ status, setting, element })));
}
/**
 * The configuration validation of IIS works for every application, ASP.NET Core or not
 * (learn.microsoft.com/aspnet/core/host-and-deploy/iis/modules: ConfigurationValidationModule).
 */
const integratedModeConflict = ({ facts }) => {
    const conflicts = integratedModeConflicts(facts);
    const [first] = conflicts;
    if (first === undefined)
        return [];
    return [
        {
            rule: 'integrated-mode-conflict',
            severity: 'warning',
            certainty: 'likely',
            message: `web.config has <${first.setting}> in <system.web>, which is of ASP.NET on .NET Framework; in a pool with the Integrated pipeline IIS answers every request with ${first.status}.`,
            evidence: conflicts.map(({ setting, element }) => `web.config line ${element.line}: <system.web><${setting}>.`),
            remedies: [
                { side: 'app', text: 'Take it out; ASP.NET Core does not read it.' },
                {
                    side: 'app',
                    text: 'Or switch the validation off.',
                    snippet: '<validation validateIntegratedModeConfiguration="false" />',
                },
            ],
            place: webConfigPlace(facts, first.element),
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/launcher-override.js

/** Variables of the worker process that quietly override web.config (dotnet/aspnetcore:…/AspNetCore/ShimOptions.cpp, …/RequestHandlerLib/environmentvariablehelpers.h). */
const overriding = ['ANCM_LAUNCHER_PATH', 'ANCM_LAUNCHER_ARGS', 'ANCM_PREFER_ENVIRONMENT_VARIABLES'];
const launcherOverride = ({ workedOut: { workerEnvironment, module } }) => {
    if (workerEnvironment === undefined || module === undefined || !honoursLauncherVariables(module))
        return [];
    const set = overriding.filter((name) => {
        const lookup = workerEnvironment(name);
        return lookup.known && lookup.value !== undefined;
    });
    if (set.length === 0)
        return [];
    return [
        {
            rule: 'web-config-overridden',
            severity: 'warning',
            certainty: 'certain',
            message: `${set.join(' and ')} on the machine or the pool override${set.length === 1 ? 's' : ''} web.config without a trace in it.`,
            evidence: set.map((name) => `${name} is set for the worker process.`),
            remedies: [
                { side: 'server', text: 'Remove the variables if nobody put them there on purpose; they are meant for development tools.' },
            ],
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/log-folder-missing.js


/**
 * Modules before 3.0 do not create the folder of the stdout log, and the log is then not written; the application starts all the same.
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis/logging-and-diagnostics.
 */
const logFolderMissing = ({ facts, workedOut: { aspNetCore, module } }) => {
    if (aspNetCore?.stdoutLogEnabled !== true || module?.known !== true || module.major >= 3)
        return [];
    const folder = (0,paths/* pathKey */.Pn)((0,paths/* parentPath */.yl)(aspNetCore.stdoutLogFile));
    if (folder === '' || folder.startsWith('..') || folder.includes('%') || (0,paths/* isAbsolutePath */.Z1)(aspNetCore.stdoutLogFile))
        return [];
    if ([...facts.artifact.files.keys()].some((key) => key.startsWith(`${folder}\\`)))
        return [];
    return [
        {
            rule: 'log-folder-missing',
            severity: 'note',
            certainty: 'likely',
            message: `The stdout log goes to ${aspNetCore.stdoutLogFile}, whose folder is not in the artifact, and this module does not create it.`,
            evidence: [`The artifact has no file below ${folder}.`, 'The module of the server is older than 3.0.'],
            remedies: [{ side: 'server', text: `Create the folder ${folder} in the application, and let the identity of the pool write to it.` }],
            place: attributePlace(facts, aspNetCore, 'stdoutLogFile'),
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/missing-environment-settings.js




function missing_environment_settings_whatSetsIt({ name, variable, written }) {
    if (variable === undefined)
        return `arguments of web.config: --environment ${name}.`;
    return written === undefined ? `${variable} on the machine or the pool is ${name}.` : `web.config line ${written.line}: ${written.name}.`;
}
/** Something names an environment that has no settings file, while other environments of the same application have one. */
const missingEnvironmentSettings = (advice) => {
    const environment = advisedEnvironment(advice);
    // What is no part of a file name cannot be looked for, and the settings of Production are often those of appsettings.json itself.
    if (environment === undefined || !/^(?!production$)[\w.-]+$/i.test(environment.name))
        return [];
    const { name, written } = environment;
    const { files } = advice.facts.artifact;
    const others = [...files.values()].filter(({ path }) => /^appsettings\.(?!development\.)[^.\\]+\.json$/i.test(path));
    if (others.length === 0 || files.has((0,paths/* pathKey */.Pn)(`appsettings.${name}.json`)))
        return [];
    return [
        {
            rule: 'environment-settings-missing',
            severity: 'warning',
            certainty: 'likely',
            message: `The environment is ${name}, but there is no appsettings.${name}.json; other environments have a file.`,
            evidence: [missing_environment_settings_whatSetsIt(environment), `There: ${someOf(others.map(({ path }) => path))}.`],
            remedies: [{ side: 'app', text: `Publish appsettings.${name}.json, or correct the name of the environment.` }],
            ...(written === undefined ? {} : { place: webConfigPlace(advice.facts, written) }),
        },
    ];
};

;// CONCATENATED MODULE: ./build/ancm/debug-log.js
/**
 * The words of a debug level that the module knows. They are separated by commas; a blank before a word makes the module pass it over, and
 * without a word nothing is written, whatever file is named.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/debugutil.cpp.
 */
function debugLevelWords(level) {
    return level.split(',').flatMap((word) => /^(?:error|warning|info|trace|console|file|eventlog)/i.exec(word)?.[0].toLowerCase() ?? []);
}

;// CONCATENATED MODULE: ./build/advice/module-debug-log.js



const module_debug_log_variable = 'ASPNETCORE_MODULE_DEBUG';
function settings({ workedOut: { aspNetCore, workerEnvironment } }) {
    if (aspNetCore === undefined)
        return [];
    const level = handlerSetting(aspNetCore, 'debugLevel');
    const own = workerEnvironment?.(module_debug_log_variable);
    // The module reads the variables of its own process; those of web.config reach it only after it has looked.
    const written = environmentVariable(aspNetCore, module_debug_log_variable);
    return [
        ...(level === undefined ? [] : [{ name: level.name, value: level.value, written: level, certainty: 'certain' }]),
        ...(own?.known === true && own.value !== undefined ? [{ name: module_debug_log_variable, value: own.value, certainty: 'certain' }] : []),
        ...(written === undefined ? [] : [{ name: written.name, value: written.value, written, certainty: 'likely' }]),
    ];
}
/** Where the lines go; `undefined` where nobody keeps them. A file that is named is written to at every level. */
function target(found, fileNamed) {
    if (found.length === 0)
        return undefined;
    if (fileNamed || found.includes('file'))
        return 'a file';
    return found.includes('eventlog') ? 'the event log' : undefined;
}
/** The module's own debug log is verbose and unlimited (learn.microsoft.com/aspnet/core/host-and-deploy/iis/logging-and-diagnostics). */
const moduleDebugLog = (advice) => {
    const { aspNetCore, workerEnvironment } = advice.workedOut;
    const file = aspNetCore && (handlerSetting(aspNetCore, 'debugFile') ?? environmentVariable(aspNetCore, `${module_debug_log_variable}_FILE`));
    const ownFile = workerEnvironment?.(`${module_debug_log_variable}_FILE`);
    const fileNamed = (file?.value ?? '') !== '' || (ownFile?.known === true && ownFile.value !== undefined);
    const [first] = settings(advice).flatMap((setting) => {
        const to = target(debugLevelWords(setting.value), fileNamed);
        return to === undefined ? [] : [{ ...setting, to }];
    });
    if (first === undefined)
        return [];
    const { name, value, written, certainty, to } = first;
    return [
        {
            rule: 'module-debug-log',
            severity: 'warning',
            certainty,
            message: `The debug log of the ASP.NET Core Module is switched on by ${name}${written === undefined ? ' on the machine or the pool' : ''}; it goes to ${to}${to === 'a file' ? ', which has no size limit' : ' and crowds other entries out'}.`,
            evidence: [
                written === undefined ? `${name}=${value} for the worker process.` : `web.config line ${written.line}: ${name}="${value}".`,
            ],
            remedies: [{ side: written === undefined ? 'server' : 'app', text: `Remove ${name} once the problem it was for is found.` }],
            ...(written === undefined ? {} : { place: webConfigPlace(advice.facts, written) }),
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/native-asset-architecture.js


const bits = { x64: '64-bit', x86: '32-bit', arm64: 'ARM64' };
/** The machine of a native image that a process of this architecture cannot load. */
function wrongMachine(image, process) {
    if (image?.format !== 'pe' || image.clr !== undefined || image.machine === process || image.machine === 'other')
        return undefined;
    return image.machine;
}
/**
 * Native libraries that deps.json lists for this process: those without a choice of runtime identifiers, and the chosen ones. Others below
 * `runtimes` are for other processes. A program of a package runs as a process of its own, whatever it is compiled for.
 */
function wrongAssets({ facts }, { promised }, process) {
    const { images, files } = facts.artifact;
    return (promised?.assets ?? []).flatMap((asset) => {
        if (asset.kind !== 'native' || asset.type === 'runtimepack' || !asset.key.endsWith('.dll'))
            return [];
        if (asset.rid !== undefined && asset.rid !== `win-${process}`)
            return [];
        const machine = wrongMachine(images.get(asset.key), process);
        if (machine === undefined)
            return [];
        return [{ file: files.get(asset.key)?.path ?? asset.key, machine, from: `of ${asset.package} ${asset.version}` }];
    });
}
/** Libraries of the runtime and the host, which have rules of their own, and names by which an application chooses among several. */
const judgedElsewhere = /^(?:hostfxr|hostpolicy|coreclr|clr\w*|mscor.*|aspnetcorev2_inprocess|api-ms-.*|ucrtbase|system\..*|microsoft\..*)\.dll$|(?:x86|x64|amd64|arm64|win32|win64|32|64)[^\\]*\.dll$/;
/** Windows has no longer ones, and the pattern need not be tried on them. */
const longestName = 255;
/** Native libraries at the root that somebody copied there, so that the application finds them by name. */
function wrongCopies({ facts }, { promised }, process) {
    const listed = new Set(promised?.assets.map(({ key }) => key));
    return [...facts.artifact.images].flatMap(([key, image]) => {
        if (!key.endsWith('.dll') || key.includes('\\') || key.length > longestName || listed.has(key) || judgedElsewhere.test(key))
            return [];
        const machine = wrongMachine(image, process);
        return machine === undefined ? [] : [{ file: facts.artifact.files.get(key)?.path ?? key, machine, from: 'at the root' }];
    });
}
/** A native library for another machine is a BadImageFormatException when it is first used, not at the start. */
const nativeAssetArchitecture = (advice) => {
    const application = advisedApplication(advice);
    const process = processArchitecture(advice);
    // An entry assembly of the wrong architecture is published for the wrong one with all that belongs to it; that was told.
    if (application === undefined || process === undefined || advice.told.has('entry-assembly-architecture'))
        return [];
    const [first, ...others] = [...wrongAssets(advice, application, process), ...wrongCopies(advice, application, process)];
    if (first === undefined)
        return [];
    const all = [first, ...others];
    return [
        {
            rule: 'native-asset-architecture',
            severity: 'warning',
            certainty: 'likely',
            message: `${someOf(all.map(({ file }) => file))}: compiled for ${first.machine}, and the process is ${process}; ${all.length === 1 ? 'it fails' : 'they fail'} when first used.`,
            evidence: all.slice(0, 10).map(({ file, machine, from }) => `${file} ${from} is ${machine}.`),
            remedies: [
                {
                    side: 'app',
                    text: 'Publish for the architecture of the process, or without a runtime identifier, so that the libraries of all are there.',
                    snippet: `dotnet publish -c Release -r win-${process} --self-contained false`,
                },
                ...(first.machine === 'x64' || first.machine === 'x86'
                    ? [{ side: 'server', text: `Run the application in a ${bits[first.machine]} process.` }]
                    : []),
            ],
            place: { in: 'artifact', file: first.file },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/native-asset-missing.js



/** Runtime identifiers with a version of Windows in them; hosts from 8.0 on pass them over. */
const versioned = /^win(?:7|8|81|10)(?:-|$)/;
/** Whether a host of this major version takes an asset for `rid` into a Windows process of this architecture. */
function applies(rid, process, major) {
    const plain = major >= 8 ? rid : rid.replace(versioned, (match) => (match.endsWith('-') ? 'win-' : 'win'));
    return plain === 'any' || plain === 'win' || plain === `win-${process}`;
}
const rollsBackToGraph = (config) => config !== undefined && /"System\.Runtime\.Loader\.UseRidGraph"\s*:\s*true/.test(new TextDecoder().decode(config));
function byPackage(assets) {
    const groups = new Map();
    for (const asset of assets) {
        if (asset.kind !== 'native' || asset.rid?.startsWith('win') !== true)
            continue;
        const name = `${asset.package} ${asset.version}`;
        const group = groups.get(name);
        if (group === undefined)
            groups.set(name, [asset]);
        else
            group.push(asset);
    }
    return groups;
}
/** Native code for Windows is in the package, and none of it for this process. */
function packagesWithout(advice) {
    const application = advisedApplication(advice);
    const process = processArchitecture(advice);
    const major = application && runtimeMajor(advice, application);
    if (application === undefined || process === undefined || major === undefined)
        return [];
    const config = advice.facts.artifact.contents.get((0,paths/* pathKey */.Pn)(`${application.stem}.runtimeconfig.json`));
    const effective = rollsBackToGraph(config) ? 7 : major;
    const taken = (asset) => applies(asset.rid ?? 'any', process, effective);
    const packages = byPackage(application.promised?.assets ?? []);
    // A package may come in parts, one for each runtime identifier: what another part has for this process is not missing.
    const names = new Set([...packages.values()]
        .flat()
        .filter(taken)
        .map(({ key }) => (0,paths/* fileName */.Md)(key)));
    return [...packages].flatMap(([name, assets]) => {
        const rids = [...new Set(assets.map(({ rid }) => rid ?? ''))];
        return assets.some((asset) => taken(asset) || names.has((0,paths/* fileName */.Md)(asset.key))) ? [] : [{ name, rids }];
    });
}
/**
 * The host takes native libraries for the process's own runtime identifier only; the first call into one that is not there fails.
 * Source: learn.microsoft.com/dotnet/core/compatibility/deployment/8.0/rid-asset-list.
 */
const nativeAssetMissing = (advice) => {
    const process = processArchitecture(advice);
    const application = advisedApplication(advice);
    const without = packagesWithout(advice);
    if (process === undefined || application === undefined || without.length === 0)
        return [];
    const outdated = without.some(({ rids }) => rids.some((rid) => applies(rid, process, 7)));
    return [
        {
            rule: 'native-asset-missing',
            severity: 'warning',
            certainty: 'likely',
            message: `${someOf(without.map(({ name }) => name))}: no native library for a ${process} process; the first call into it fails.`,
            evidence: without.slice(0, 10).map(({ name, rids }) => `${name} has native libraries for ${rids.join(', ')}.`),
            remedies: outdated
                ? [
                    {
                        side: 'app',
                        text: 'Use a version of the package with portable runtime identifiers (win-x64), or switch the old rule on: hosts from 8.0 on pass win7- and win10- over.',
                        snippet: '<RuntimeHostConfigurationOption Include="System.Runtime.Loader.UseRidGraph" Value="true" />',
                    },
                ]
                : [
                    {
                        side: 'server',
                        text: `Run the application in a process that the package has a library for (${without[0]?.rids.join(', ')}).`,
                    },
                ],
            place: { in: 'artifact', file: `${application.stem}.deps.json` },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/pool-shared.js

/** Several out-of-process applications may share a pool; a recycle of one worker process then takes all of them (learn.microsoft.com/aspnet/core/host-and-deploy/iis/advanced). */
const poolShared = ({ facts: { target }, workedOut: { hostingModel } }) => {
    const mates = (target.poolMates ?? []).filter((mate) => mate.hostingModel === 'outofprocess');
    if (hostingModel !== 'outofprocess' || mates.length === 0)
        return [];
    return [
        {
            rule: 'pool-shared',
            severity: 'note',
            certainty: 'certain',
            message: `Application pool "${target.appPool ?? ''}" is shared with ${someOf(mates.map(({ name }) => name))}; a pool of its own isolates the application.`,
            evidence: mates.slice(0, 10).map(({ name }) => `${name} is in the same pool.`),
            remedies: [{ side: 'server', text: 'Give each application a pool.' }],
            place: { in: 'server', fact: 'iis.appPools' },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/preload-many.js
/** From this many on, starting together is what people notice. */
const many = 10;
/** Applications with preloadEnabled all start when IIS starts; many of them together run into their time limits. */
const preloadMany = ({ facts: { target } }) => {
    const preloaded = target.preloadedTogether ?? 0;
    if (preloaded < many)
        return [];
    return [
        {
            rule: 'many-applications-preloaded',
            severity: 'note',
            certainty: 'likely',
            message: `${preloaded} applications of this server start together with IIS; slow ones can run into startupTimeLimit.`,
            evidence: [`preloadEnabled is true for ${preloaded} applications.`],
            remedies: [{ side: 'server', text: 'Preload only what needs it, or raise startupTimeLimit.' }],
            place: { in: 'server', fact: 'iis.sites' },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/privileged-identity.js


/** LocalSystem owns the machine, and so does whoever finds a hole in the application (learn.microsoft.com/iis/manage/configuring-security/application-pool-identities). */
const privilegedIdentity = ({ facts: { target } }) => {
    const { pool } = target;
    if (pool?.identityType?.toLowerCase() !== 'localsystem')
        return [];
    return [
        {
            rule: 'privileged-identity',
            severity: 'warning',
            certainty: 'certain',
            message: `The worker process of pool "${pool.name}" runs as LocalSystem, which may do anything on the server.`,
            evidence: [`identityType of pool "${pool.name}" is ${pool.identityType}.`],
            remedies: [
                {
                    side: 'server',
                    text: 'Use ApplicationPoolIdentity, and give IIS AppPool\\<pool> the rights it needs.',
                    snippet: `${appcmd/* appcmd */.C} set apppool "${pool.name}" /processModel.identityType:ApplicationPoolIdentity`,
                },
            ],
            place: { in: 'server', fact: poolFact(target, 'identityType') },
        },
    ];
};

;// CONCATENATED MODULE: ./build/iis/aspnetcore-element.js

/**
 * The `system.webServer/aspNetCore` element in force at the application's own path, or `undefined` when web.config has none.
 * The module asks for the section at the path of the application, so a `<location path="sub">` cannot set it
 * (dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/WebConfigConfigurationSource.cpp).
 * Where the file sets the section more than once, as it may directly and in a `<location path=".">`, the result is what IIS makes of it:
 * an attribute written later replaces an earlier one, child collections follow one another. Places are those of the last element.
 */
function findAspNetCoreElement(webConfig) {
    if (webConfig.state !== 'read')
        return undefined;
    const elements = sectionElements(webConfig.root, 'system.webServer/aspNetCore');
    const last = elements.at(-1);
    if (last === undefined || elements.length === 1)
        return last;
    const attributes = new Map();
    for (const attribute of elements.flatMap((element) => element.attributes))
        attributes.set(attribute.name, attribute);
    return { ...last, attributes: [...attributes.values()], children: elements.flatMap(({ children }) => children) };
}

;// CONCATENATED MODULE: ./build/advice/processes-per-application.js



/** Several processes of one application share no memory; the setting is discouraged (learn.microsoft.com/aspnet/core/host-and-deploy/iis/web-config). */
const processesPerApplication = ({ facts, workedOut: { aspNetCore, hostingModel } }) => {
    const element = findAspNetCoreElement(facts.artifact.webConfig);
    const value = element === undefined ? undefined : attributeValue(element, 'processesPerApplication');
    if (aspNetCore === undefined || hostingModel !== 'outofprocess' || value === undefined || !/^0*[1-9]\d*$/.test(value))
        return [];
    if (Number(value) === 1)
        return [];
    return [
        {
            rule: 'processes-per-application',
            severity: 'note',
            certainty: 'certain',
            message: `processesPerApplication starts ${value} processes, which share no memory: caches, sessions and background work exist in each.`,
            evidence: [`web.config: processesPerApplication="${value}".`],
            remedies: [{ side: 'app', text: 'Remove the attribute; one process uses all processors.' }],
            place: attributePlace(facts, aspNetCore, 'processesPerApplication'),
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/promised-files-missing.js


/** The SDK before 3.0 lists the apphost as it is in its package, and publishes it under the name of the application. */
const apphost = 'apphost.exe';
/**
 * What deps.json promises beside the application and what is not there. Assets for one runtime identifier are left out, because the process
 * chooses among them, and so are those that come from a runtime store of the server.
 */
function missing({ files }, { promised }) {
    return (promised?.assets ?? []).filter(({ rid, fromStore, key }) => rid === undefined && fromStore !== true && key !== apphost && !files.has(key));
}
/** Failures of a start that name a missing file themselves. */
const tellsOfOneFile = [
    'deps-asset-missing',
    'hostpolicy-missing',
    'self-contained-mismatch',
    'coreclr-missing',
    'request-handler-missing',
];
/**
 * Hosts before 6.0 refuse such an application, later ones start it and fail when the file is first used. Where the start got as far as the
 * host, it tells about missing files itself; this is for where nobody described enough.
 */
const promisedFilesMissing = (advice) => {
    const application = advisedApplication(advice);
    if (application === undefined || advice.workedOut.host !== undefined)
        return [];
    const absent = missing(advice.facts.artifact, application);
    if (absent.length === 0 || (absent.length === 1 && tellsOfOneFile.some((rule) => advice.told.has(rule))))
        return [];
    const names = [...new Set(absent.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)))];
    return [
        {
            rule: 'promised-files-missing',
            severity: 'warning',
            certainty: 'likely',
            message: `${someOf(names)}: promised by ${application.stem}.deps.json and not in the artifact.`,
            evidence: absent.slice(0, 10).map((asset) => `${asset.package} ${asset.version}: ${asset.path}`),
            remedies: [{ side: 'app', text: 'Publish again, and deploy the whole output.' }],
            place: { in: 'artifact', file: `${application.stem}.deps.json` },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/published-for-another-system.js


/**
 * deps.json says for which system the application was published. Assemblies run anywhere, so the start may well succeed; native libraries
 * and assemblies chosen for Linux or macOS do not.
 */
const publishedForAnotherSystem = (advice) => {
    const application = advisedApplication(advice);
    const rid = application?.promised?.rid;
    if (application === undefined || rid === undefined || /^(?:win|any)/.test(rid))
        return [];
    // What is self-contained for another system does not start at all; where web.config led that far, the failure says so.
    if (application.selfContained && advice.workedOut.aspNetCore !== undefined)
        return [];
    const native = (application.promised?.assets ?? []).filter(({ kind }) => kind === 'native').map(({ package: name }) => name);
    const packages = [...new Set(native)];
    return [
        {
            rule: 'published-for-another-system',
            severity: 'warning',
            certainty: application.selfContained || packages.length > 0 ? 'certain' : 'likely',
            message: application.selfContained
                ? `The application was published self-contained for ${rid}; its runtime does not run on Windows.`
                : packages.length > 0
                    ? `The application was published for ${rid}: ${someOf(packages)} ${packages.length === 1 ? 'brings' : 'bring'} native libraries for that system only.`
                    : `The application was published for ${rid}, and goes to Windows.`,
            evidence: [`${application.stem}.deps.json: runtimeTarget for ${rid}.`],
            remedies: [
                {
                    side: 'app',
                    text: 'Publish for Windows, or without a runtime identifier.',
                    snippet: 'dotnet publish -c Release -r win-x64 --self-contained false',
                },
            ],
            place: { in: 'artifact', file: `${application.stem}.deps.json` },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/rapid-fail-protection-off.js


/** Without it a worker process that crashes at every start is started for ever (learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add/failure). */
const rapidFailProtectionOff = ({ facts: { target } }) => {
    const { pool } = target;
    if (pool?.rapidFailProtection !== false)
        return [];
    return [
        {
            rule: 'rapid-fail-protection-off',
            severity: 'note',
            certainty: 'certain',
            message: `IIS does not stop pool "${pool.name}" after a series of crashes; an application that crashes at its start is started again without end.`,
            evidence: [`rapidFailProtection of pool "${pool.name}" is false.`],
            remedies: [
                {
                    side: 'server',
                    text: 'Switch it on, unless something else watches the pool.',
                    snippet: `${appcmd/* appcmd */.C} set apppool "${pool.name}" /failure.rapidFailProtection:true`,
                },
            ],
            place: { in: 'server', fact: poolFact(target, 'rapidFailProtection') },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/reference-missing.js




/** Assemblies of the shared frameworks, and what forwards to them. Names of packages are among them; those are not judged. */
const ofFrameworks = /^(?:mscorlib|netstandard|Accessibility|WindowsBase|PresentationCore|PresentationFramework|ReachFramework|UIAutomation\w+|WindowsFormsIntegration|System|System\..+|Microsoft\..+)$/i;
const fileNames = onceForEach(({ files }) => new Set([...files.keys()].map(paths/* fileName */.Md)));
const dllKey = (assembly) => (0,paths/* pathKey */.Pn)(`${assembly}.dll`);
/** The entry assembly refers to an assembly that lies nowhere in the artifact and that no deps.json promises: what it needs was not copied. */
const referenceMissing = (advice) => {
    const application = advisedApplication(advice);
    const references = application?.image?.assembly?.references ?? [];
    if (application === undefined || references.length === 0)
        return [];
    const names = fileNames(advice.facts.artifact);
    const absent = references.filter(({ name }) => !ofFrameworks.test(name) && !names.has(dllKey(name)));
    if (absent.length === 0)
        return [];
    // What deps.json promises and is not there is the host's business, and told with the start.
    const promised = new Set(application.promised?.assets.map(({ key }) => (0,paths/* fileName */.Md)(key)));
    const missing = absent.filter(({ name }) => !promised.has(dllKey(name)));
    if (missing.length === 0)
        return [];
    const listed = someOf(missing.map(({ name }) => `${name}.dll`));
    return [
        {
            rule: 'reference-missing',
            severity: 'warning',
            certainty: 'likely',
            message: `${application.dll} refers to ${listed}, and the artifact has no such file; the application fails when it is first used.`,
            evidence: missing.slice(0, 10).map(({ name, version }) => `${application.dll} refers to ${name} ${version}.`),
            remedies: [
                {
                    side: 'app',
                    text: 'Deploy the whole output of dotnet publish, not of a build, and check that the step which copies it leaves nothing out.',
                },
            ],
            place: { in: 'artifact', file: application.dll },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/requested-frameworks-file.js

/** The runtimeconfig.json that the host read, beside the application or inside its single file. */
function requestedFrameworksFile({ facts, workedOut }) {
    const { applicationDll, childProcess } = workedOut;
    if (applicationDll === undefined)
        return undefined;
    const exe = childProcess?.kind === 'artifact-exe' ? childProcess.exe : undefined;
    const image = exe === undefined ? undefined : facts.artifact.images.get((0,paths/* pathKey */.Pn)(exe));
    const bundle = image?.format === 'pe' ? image.appHost?.bundled : undefined;
    const file = applicationDll.replace(/\.[^.\\]*$/, '.runtimeconfig.json');
    const runtimeConfig = bundle === undefined ? facts.artifact.contents.get((0,paths/* pathKey */.Pn)(file)) : bundle.runtimeConfig;
    if (runtimeConfig === undefined)
        return undefined;
    return exe !== undefined && bundle !== undefined
        ? { config: runtimeConfig, name: `${file} in ${exe}`, place: exe }
        : { config: runtimeConfig, name: file, place: file };
}

;// CONCATENATED MODULE: ./build/advice/rolled-forward.js



const channel = (version) => version.split('.').slice(0, 2).join('.');
const requestedFrameworks = onceForEach((config) => frameworkReferences(config));
function rolled({ workedOut: { host } }, config) {
    return requestedFrameworks(config).flatMap((requested) => {
        const resolved = host?.frameworks.find(({ name }) => name === requested.name);
        return resolved === undefined || channel(resolved.version) === channel(requested.version) ? [] : [{ requested, resolved }];
    });
}
/** Another minor or major version than the one asked for runs: what is installed later changes what runs, without a deployment. */
const rolledForward = (advice) => {
    const file = requestedFrameworksFile(advice);
    const all = file === undefined ? [] : rolled(advice, file.config);
    const [first] = all;
    if (file === undefined || first === undefined)
        return [];
    return [
        {
            rule: 'framework-rolled-forward',
            severity: 'note',
            certainty: 'certain',
            message: `The application asks for ${all.map(({ requested }) => `${requested.name} ${channel(requested.version)}`).join(' and ')}, and runs on ${[...new Set(all.map(({ resolved }) => resolved.version))].join(' and ')} by roll-forward.`,
            evidence: all.map(({ requested, resolved }) => `${file.name} asks for ${requested.name} ${requested.version}; ${resolved.directory} is used.`),
            remedies: [
                { side: 'app', text: `Test on ${channel(first.resolved.version)}, or target it.` },
                { side: 'server', text: `Install ${channel(first.requested.version)} beside it, if that version is still in support.` },
            ],
            place: { in: 'artifact', file: file.place },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/runtime-files-mixed.js

/** They come from one runtime pack, and since 5.0 from one build, so their file versions are the same. */
const ofOneBuild = ['hostfxr.dll', 'hostpolicy.dll', 'coreclr.dll', 'clrjit.dll', 'system.private.corelib.dll'];
const versionOf = (image) => (image?.format === 'pe' ? image.fileVersion : undefined);
/** The runtime of a self-contained application was put together from two publishes; its parts refuse or misread each other. */
const runtimeFilesMixed = (advice) => {
    const application = advisedApplication(advice);
    const { images, files } = advice.facts.artifact;
    if (application?.selfContained !== true)
        return [];
    const found = ofOneBuild.flatMap((key) => {
        const version = versionOf(images.get(key));
        return version === undefined ? [] : [{ path: files.get(key)?.path ?? key, version }];
    });
    // Before 5.0 the host and the runtime were built apart.
    if (found.some(({ version }) => Number.parseInt(version, 10) < 5))
        return [];
    const versions = new Set(found.map(({ version }) => version));
    const [first] = found;
    if (first === undefined || versions.size < 2)
        return [];
    return [
        {
            rule: 'runtime-files-mixed',
            severity: 'warning',
            certainty: 'likely',
            message: `The runtime in the artifact is mixed from ${versions.size} versions: ${found.map(({ path, version }) => `${path} ${version}`).join(', ')}.`,
            evidence: found.map(({ path, version }) => `${path}: file version ${version}.`),
            remedies: [{ side: 'app', text: 'Publish again into an empty folder, and deploy the whole output into an empty folder.' }],
            place: { in: 'artifact', file: first.path },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/runtime-patch-behind.js




const securityReleases = onceForEach(({ releases }) => releases
    .filter(({ version, security }) => security === true && !version.includes('-'))
    .flatMap(({ version }) => parseFxVersion(version) ?? []));
/** How many security releases of the channel are newer than `version`. */
function missedSecurityReleases(version, channel) {
    const running = parseFxVersion(version);
    return running === undefined ? 0 : securityReleases(channel).filter((release) => compareFxVersions(release, running) > 0).length;
}
/** The runtime that will run lacks security releases of its channel: the server's, or the one a self-contained artifact froze. */
const runtimePatchBehind = (advice) => {
    const running = runningFramework(advice);
    // A patch number that ends in 0 may stand for "not known better" in a self-contained artifact.
    if (running === undefined || running.from === 'asked for' || (running.from === 'artifact' && running.version.endsWith('.0')))
        return [];
    const channel = channelOf(running.version);
    if (channel === undefined)
        return [];
    const missed = missedSecurityReleases(running.version, channel);
    const newest = newestRelease(channel);
    if (missed === 0 || newest === undefined)
        return [];
    return [
        {
            rule: 'runtime-patch-behind',
            severity: 'note',
            certainty: 'certain',
            message: `.NET ${running.version} lacks ${missed} security release${missed === 1 ? '' : 's'}; ${newest.version} is the newest known.`,
            evidence: [
                running.from === 'server' ? 'The runtime of the server is used.' : 'The artifact is self-contained and carries its own runtime.',
                `Release data of ${dataDate}.`,
            ],
            remedies: [
                running.from === 'server'
                    ? { side: 'server', text: `Install the Hosting Bundle ${newest.version} or later.` }
                    : { side: 'app', text: 'Publish again with a current SDK.' },
            ],
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/looks-like-secret.js

/** What the last part of a name ends with when its value is a secret; joined, in lower case. `TokenLifetime` and `PasswordLength` do not. */
const secretWord = /(?:password|passwd|passphrase|pwd|secret|credential|(?<!csrf|xsrf|antiforgery|verification|cancellation|continuation)token|(?:api|access|account|private|secret|security|signing|encryption|master|storage|shared|subscription|function|license)key)\d*$/;
/** Characters at the end of a name that are looked at. */
const looks_like_secret_longestName = 200;
/** A plain `Key` is one below a name such as `Jwt`. */
const keeperOfKeys = /(?:jwt|auth|token|signing|encryption|security|api)\w*$/;
/** A part of a connection string that is one, with something behind it that stands for nothing else. */
const secretPart = /(?:^|;)\s*(?:password|pwd|accountkey|sharedaccesskey|sharedaccesssignature)\s*=\s*["']?[^;\s"'<{*%]/i;
/** Values that are secrets under any name: credentials in an address, a shared access signature, keys with a mark of their own. */
const secretValues = [
    /^[a-z][a-z\d+.-]{1,30}:\/\/[^\s/:@]{1,200}:[^\s/@<{*%]{1,500}@/i,
    /[?&]sig=[\w%+/=-]{20}/i,
    /\bAKIA[\dA-Z]{16}\b/,
    /\bgh[pousr]_\w{30}/,
    /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
];
/** Values that say where the secret is or that one is to be put there, and those of switches. */
const noSecret = /^(?:@Microsoft\.KeyVault.*|https?:\/\/.*|%[^%]+%|\$\{.*\}|<.*>|\{.*\}|\*+|x{3,}|your[ _-].*|true|false|[a-z]:\\.*|\/(?:run|etc|var)\/.*)$/is;
/** Whether the name of a setting or of an environment variable says that its value is a secret. Parts are separated by `:`, `__` or `.`. */
function nameTells(name) {
    const parts = name
        .slice(-looks_like_secret_longestName)
        .split(/:|__|\./)
        .map((part) => part.replace(/[_-]/g, '').toLowerCase());
    const last = parts.at(-1) ?? '';
    return secretWord.test(last) || (last === 'key' && keeperOfKeys.test(parts.at(-2) ?? ''));
}
/** Whether a value is a secret whatever it is called. */
function valueTells(value) {
    return secretPart.test(value) || secretValues.some((pattern) => pattern.test(value));
}
/** Whether a setting looks like a secret in plain text. Very long values are looked at in part. */
function looksLikeSecret(name, value) {
    const text = value.slice(0, 4000);
    if (text.length < 4 || (0,deploy_time_token/* deployTimeToken */.k)(text) !== undefined)
        return false;
    return valueTells(text) || (nameTells(name) && !noSecret.test(text));
}

;// CONCATENATED MODULE: ./build/advice/pool-variable.js

/**
 * The command that sets a variable on an application pool. Names from an artifact go into a command line that somebody pastes, so one with
 * other characters than names of settings have is left for that person to write; `:` between the parts of a key becomes `__`.
 */
function poolVariableCommand(pool, name) {
    const variable = /^[\w.:-]+$/.test(name) ? name.replaceAll(':', '__') : '{name}';
    return `${appcmd/* appcmd */.C} set config -section:system.applicationHost/applicationPools /+"[name='${pool ?? '{pool}'}'].environmentVariables.[name='${variable}',value='…']" /commit:apphost`;
}

;// CONCATENATED MODULE: ./build/advice/secret-in-settings.js






/** appsettings.json and those of the environments; what Development uses is nobody's secret on a server. */
const settingsFile = /^appsettings(?:\.(?!development\.)[^\\]+)?\.json$/;
/** What a finding shows of a key, in characters. */
const secret_in_settings_longestShown = 200;
const secretFiles = onceForEach(({ contents, files }) => [...contents].flatMap(([key, bytes]) => {
    const read = settingsFile.test(key) ? settingsIn(bytes) : undefined;
    if (read?.ok !== true)
        return [];
    const secrets = read.settings.filter((setting) => looksLikeSecret(setting.key, setting.value));
    const [first] = secrets;
    if (first === undefined)
        return [];
    return [
        {
            file: files.get(key)?.path ?? key,
            keys: secrets.map(({ key: name }) => name.slice(0, secret_in_settings_longestShown)),
            ...placeIn(read.text, first.offset),
        },
    ];
}));
/** Secrets in a settings file lie in plain text in the pipeline's artifact, on every server and in its backups. The values are never shown. */
const secretInSettings = ({ facts: { artifact, target } }) => secretFiles(artifact).map(({ file, keys, line, column }) => ({
    rule: 'secret-in-settings',
    severity: 'warning',
    certainty: 'likely',
    message: `${file} holds ${someOf(keys, 3)}, which look${keys.length === 1 ? 's like a secret' : ' like secrets'}, in plain text.`,
    evidence: keys.slice(0, 10).map((key) => `${file}: ${key} (value not shown).`),
    remedies: [
        {
            side: 'server',
            text: 'Set it as an environment variable of the application pool, or keep it in a vault.',
            snippet: poolVariableCommand(target.appPool, keys[0] ?? ''),
        },
        { side: 'app', text: 'Take it out of the file, and change the secret if this artifact was stored anywhere.' },
    ],
    place: { in: 'artifact', file, line, column },
}));

;// CONCATENATED MODULE: ./build/windows/command-line.js
/**
 * Command lines split into arguments the way Windows programs split them.
 * Rules: learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-commandlinetoargvw and
 * learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments.
 */
const isBlank = (character) => character === ' ' || character === '\t';
/** The end of the run of blanks that starts at `from`. */
function afterBlanks(text, from) {
    let at = from;
    while (isBlank(text[at]))
        at++;
    return at;
}
/** The end of the run of `character` that starts at `from`. */
function afterRun(text, from, character) {
    let at = from;
    while (text[at] === character)
        at++;
    return at;
}
/**
 * `CommandLineToArgvW`: the first argument is a program name (it ends at the next quote, or else at the next blank, and backslashes
 * in it mean themselves), so leading blanks yield an empty first argument. An empty text gives no arguments, although
 * Windows would answer with the path of the running program.
 */
function commandLineToArgv(text) {
    if (text === '')
        return [];
    const program = programName(text);
    return [program.name, ...laterArguments(text, program.end, 'CommandLineToArgvW')];
}
/**
 * The arguments a child process sees when `text` follows a quoted program name on its command line, as the C runtime splits them.
 * It differs from `CommandLineToArgvW` in `""` inside quotes: one quote, and the quotes stay open.
 */
function childProcessArguments(text) {
    return laterArguments(text, 0, 'C runtime');
}
function programName(text) {
    if (text.startsWith('"')) {
        const close = text.indexOf('"', 1);
        return close < 0 ? { name: text.slice(1), end: text.length } : { name: text.slice(1, close), end: close + 1 };
    }
    let end = 0;
    while (end < text.length && !isBlank(text[end]))
        end++;
    return { name: text.slice(0, end), end };
}
function laterArguments(text, from, splitter) {
    const found = [];
    let at = afterBlanks(text, from);
    while (at < text.length) {
        const { argument, end } = oneArgument(text, at, splitter);
        found.push(argument);
        at = afterBlanks(text, end);
    }
    return found;
}
function oneArgument(text, from, splitter) {
    let argument = '';
    let quoted = false;
    let at = from;
    while (at < text.length && (quoted || !isBlank(text[at]))) {
        if (text[at] === '\\') {
            const end = afterRun(text, at, '\\');
            const count = end - at;
            // Backslashes are special before a quote only: two make one, and an odd one out makes the quote an ordinary character.
            const beforeQuote = text[end] === '"';
            argument += '\\'.repeat(beforeQuote ? Math.floor(count / 2) : count);
            at = end;
            if (beforeQuote && count % 2 === 1) {
                argument += '"';
                at++;
                if (splitter === 'CommandLineToArgvW')
                    ({ argument, quoted, at } = quoteRun(text, at, argument, quoted));
            }
        }
        else if (text[at] !== '"') {
            argument += text[at++];
        }
        else if (splitter === 'CommandLineToArgvW') {
            ({ argument, quoted, at } = quoteRun(text, at, argument, quoted));
        }
        else if (quoted && text[at + 1] === '"') {
            argument += '"';
            at += 2;
        }
        else {
            quoted = !quoted;
            at++;
        }
    }
    return { argument, end: at };
}
/**
 * A run of quotes as CommandLineToArgvW counts it: the opening quote counts as the first, every third becomes a character,
 * and a pair ends up closed.
 */
function quoteRun(text, from, before, wasQuoted) {
    const at = afterRun(text, from, '"');
    const count = (wasQuoted ? 1 : 0) + at - from;
    return { argument: before + '"'.repeat(Math.floor(count / 3)), quoted: count % 3 === 1, at };
}

;// CONCATENATED MODULE: ./build/advice/secret-in-web-config.js





const sectionKinds = new Map([
    ['connectionStrings', ['connection string', 'name', 'connectionString']],
    ['appSettings', ['setting', 'key', 'value']],
]);
/** The entries of `connectionStrings` and `appSettings`, wherever they stand. */
function entries(element) {
    const kind = sectionKinds.get(element.name);
    if (kind === undefined)
        return element.children.flatMap(entries);
    const [what, nameAttribute, valueAttribute] = kind;
    return element.children.map((add) => ({
        kind: what,
        name: attributeValue(add, nameAttribute) ?? '',
        value: attributeValue(add, valueAttribute) ?? '',
        line: add.line,
        column: add.column,
    }));
}
/**
 * `--Name=value`, `/Name=value` or `Name=value`, and `--Name value`, as the command-line configuration provider reads them
 * (learn.microsoft.com/dotnet/core/extensions/configuration-providers). What is none of these has no name.
 */
function argumentList({ workedOut: { aspNetCore } }) {
    if (aspNetCore === undefined)
        return [];
    const { line, column } = aspNetCore.attributePositions.get('arguments') ?? aspNetCore;
    const words = childProcessArguments(aspNetCore.arguments);
    return words.map((word, index) => {
        const [, mark, name, joined] = /^(--|\/)?([\w.:-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
        const value = joined ?? (mark === undefined ? undefined : words[index + 1]);
        const argument = name === undefined || value === undefined ? { name: 'arguments', value: word } : { name, value };
        return { kind: 'argument', ...argument, line, column };
    });
}
function candidates(advice) {
    const { webConfig } = advice.facts.artifact;
    const variables = advice.workedOut.aspNetCore?.environmentVariables ?? [];
    return [
        ...variables.map((variable) => ({ ...variable, kind: 'environment variable' })),
        ...argumentList(advice),
        ...(webConfig.state === 'read' ? entries(webConfig.root) : []),
    ];
}
function onThePool(pool, name) {
    return {
        side: 'server',
        text: 'Set it on the application pool, or keep it in a vault.',
        snippet: poolVariableCommand(pool, name),
    };
}
/** Secrets in web.config lie in plain text in the pipeline's artifact and on the server. The value is never shown. */
const secretInWebConfig = (advice) => candidates(advice)
    .filter(({ name, value }) => looksLikeSecret(name, value))
    .map((found) => ({
    rule: 'secret-in-web-config',
    severity: 'warning',
    certainty: 'likely',
    message: `web.config holds the ${found.kind} ${found.name}, which looks like a secret, in plain text.`,
    evidence: [`web.config line ${found.line}: ${found.name} (value not shown).`],
    remedies: [
        found.kind === 'environment variable'
            ? onThePool(advice.facts.target.appPool, found.name)
            : { side: 'server', text: 'Keep it in a vault, or in an environment variable of the application pool.' },
        { side: 'app', text: 'Take it out of web.config, and change the secret if this artifact was stored anywhere.' },
    ],
    place: webConfigPlace(advice.facts, found),
}));

;// CONCATENATED MODULE: ./build/advice/server-handlers-overwritten.js




/**
 * What was set in IIS Manager stands in the web.config on the server, and the deployment writes over that file.
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis/web-config.
 */
const serverHandlersOverwritten = ({ facts: { artifact, target } }) => {
    const present = target.current?.handlers ?? [];
    if (artifact.webConfig.state !== 'read' || artifact.transformExpected === true)
        return [];
    const elements = sectionElements(artifact.webConfig.root, 'system.webServer/handlers');
    const deployed = new Set(collectionEntries(elements).map((entry) => attributeValue(entry, 'name') ?? ''));
    const lost = present.filter((name) => !deployed.has(name));
    if (lost.length === 0)
        return [];
    const [first = artifact.webConfig.root] = elements;
    return [
        {
            rule: 'server-handlers-overwritten',
            severity: 'note',
            certainty: 'likely',
            message: `The web.config on the server adds ${lost.length === 1 ? 'a handler' : 'handlers'} that this one has not: ${someOf(lost)}. The deployment writes over the file.`,
            evidence: [`Handlers on the server: ${someOf(present, 10)}.`, `Handlers in the artifact: ${someOf([...deployed], 10) || 'none'}.`],
            remedies: [{ side: 'app', text: 'If they were added in IIS Manager on purpose, add them to the web.config of the project.' }],
            place: { in: 'artifact', file: artifact.webConfig.path, line: first.line, column: first.column },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/settings-of-other-environment.js



const settings_of_other_environment_settingsFile = /^appsettings\.([^\\]+)\.json$/;
/** The file that is in force here is judged with the start. */
function inForce(advice) {
    const { aspNetCore, workerEnvironment } = advice.workedOut;
    if (aspNetCore === undefined || workerEnvironment === undefined)
        return undefined;
    const application = advisedApplication(advice);
    const major = (application && runtimeMajor(advice, application)) ?? 10;
    return environmentName(applicationEnvironment(aspNetCore, workerEnvironment), major)?.toLowerCase();
}
/** A settings file that does not parse stops the application in the environment it is for, which is not the one of this start. */
const settingsOfOtherEnvironment = (advice) => {
    const { artifact } = advice.facts;
    const current = inForce(advice);
    return [...artifact.contents].flatMap(([key, bytes]) => {
        const environment = settings_of_other_environment_settingsFile.exec(key)?.[1];
        if (environment === undefined || environment === current)
            return [];
        const file = artifact.files.get(key)?.path ?? key;
        const problem = settingsFileProblem(file, bytes);
        if (problem?.kind !== 'unparsable')
            return [];
        const { line, column } = problem;
        return [
            {
                rule: 'settings-of-other-environment',
                severity: 'note',
                certainty: 'certain',
                message: `${file} is not valid JSON (${problem.problem}, line ${line}); the application will not start in that environment.`,
                evidence: [`${file} line ${line}, column ${column}: ${problem.problem}.`],
                remedies: [{ side: 'app', text: `Correct ${file}.` }],
                place: { in: 'artifact', file, line, column },
            },
        ];
    });
};

;// CONCATENATED MODULE: ./build/advice/several-applications.js




const suffix = '.runtimeconfig.json';
const applicationStems = onceForEach(({ files }) => [...files.values()]
    .filter(({ path }) => path.toLowerCase().endsWith(suffix) && (0,paths/* fileName */.Md)(path) === path)
    .map(({ path }) => path.slice(0, -suffix.length))
    .filter((stem) => files.has((0,paths/* pathKey */.Pn)(`${stem}.dll`))));
/** One folder, several `<name>.runtimeconfig.json` with a `<name>.dll`: one web.config starts one of them, and all share their assemblies. */
const severalApplications = (advice) => {
    const stems = applicationStems(advice.facts.artifact);
    if (stems.length < 2)
        return [];
    const started = advisedApplication(advice)?.dll;
    return [
        {
            rule: 'several-applications',
            severity: 'note',
            certainty: 'likely',
            message: `${stems.length} applications lie in one folder: ${someOf(stems)}.${started === undefined ? '' : ` web.config starts ${started}.`}`,
            evidence: stems.slice(0, 10).map((stem) => `${stem}${suffix} and ${stem}.dll.`),
            remedies: [
                {
                    side: 'app',
                    text: 'Publish each project into a folder of its own: publishing a solution with one output folder mixes them.',
                    snippet: 'dotnet publish src/Shop/Shop.csproj -c Release -o publish/shop',
                },
                { side: 'app', text: 'Or, where one project refers to the other: refer to a library that both share, and not to an application.' },
            ],
            place: { in: 'artifact', file: `${stems[0]}${suffix}` },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/shadow-copy-ignored.js


/** The name of the setting that a module of this major version reads. */
function nameRead(major) {
    if (major < 6)
        return undefined;
    return major === 6 ? 'experimentalEnableShadowCopy' : 'enableShadowCopy';
}
function whyIgnored({ major }, { name }) {
    const read = nameRead(major);
    return read === undefined
        ? `The module of this server (${major}.x) cannot copy: ${name} has no effect, and a deployment meets locked files.`
        : `The module of this server (${major}.x) does not read ${name}; there the setting is called ${read}, and a deployment meets locked files.`;
}
/**
 * The setting was `experimentalEnableShadowCopy` in 6.0 and is `enableShadowCopy` from 7.0 on; a module reads the one of its own version.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/ShimOptions.cpp.
 */
const shadowCopyIgnored = ({ facts, workedOut: { aspNetCore, hostingModel, module } }) => {
    const installed = facts.server?.aspNetCoreModule;
    const versionKnown = installed?.installed === true && installed.version !== undefined;
    if (aspNetCore === undefined || hostingModel !== 'inprocess' || module === undefined || !versionKnown)
        return [];
    const written = ['enableShadowCopy', 'experimentalEnableShadowCopy'].flatMap((name) => handlerSetting(aspNetCore, name) ?? []);
    const on = written.filter(({ value }) => value.toLowerCase() === 'true');
    const [first] = on;
    const read = nameRead(module.major)?.toLowerCase();
    if (first === undefined || written.some(({ name }) => name.toLowerCase() === read))
        return [];
    return [
        {
            rule: 'shadow-copy-ignored',
            severity: 'warning',
            certainty: 'certain',
            message: whyIgnored(module, first),
            evidence: [`web.config line ${first.line}: ${first.name}="${first.value}".`, `The module of the server is one of ${module.major}.x.`],
            remedies: [
                ...(read === undefined
                    ? []
                    : [
                        {
                            side: 'app',
                            text: 'Write both names; each module reads its own.',
                            snippet: '<handlerSetting name="enableShadowCopy" value="true" />',
                        },
                    ]),
                {
                    side: 'server',
                    text: 'Install a current Hosting Bundle; until then stop the pool, or use app_offline.htm, during a deployment.',
                },
            ],
            place: webConfigPlace(facts, first),
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/shadow-copy-inside-application.js



/** What the module takes where the setting is not written: a folder of the application. */
const defaultDirectory = 'ShadowCopyDirectory';
/** Whether the folder lies in the application, as far as text tells; `undefined` for one that names a variable, or another drive. */
function isInside(directory, physicalPath) {
    if (/[%#]/.test(directory))
        return undefined;
    if (!(0,paths/* isAbsolutePath */.Z1)(directory))
        return !/^\.\.(?:\\|$)/.test((0,paths/* joinPath */.uJ)('', directory));
    if (physicalPath === undefined)
        return undefined;
    return `${(0,paths/* fullPathKey */.U8)((0,paths/* joinPath */.uJ)(directory, '.'))}\\`.startsWith(`${(0,paths/* fullPathKey */.U8)(physicalPath)}\\`);
}
/**
 * With shadow copying every deployment leaves a copy of the application in a folder; inside the application it is copied over, backed up,
 * scanned and deleted with it. The documentation puts the folder beside the application (`../ShadowCopyDirectory/`).
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis/advanced, dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/ShimOptions.cpp.
 */
const shadowCopyInsideApplication = ({ facts, workedOut: { aspNetCore, hostingModel } }) => {
    if (aspNetCore === undefined || hostingModel !== 'inprocess')
        return [];
    const enabled = handlerSetting(aspNetCore, 'enableShadowCopy') ?? handlerSetting(aspNetCore, 'experimentalEnableShadowCopy');
    if (enabled?.value.toLowerCase() !== 'true')
        return [];
    const directory = handlerSetting(aspNetCore, 'shadowCopyDirectory');
    const folder = directory === undefined || directory.value === '' ? defaultDirectory : directory.value;
    if (isInside(folder, facts.target.current?.physicalPath) !== true)
        return [];
    return [
        {
            rule: 'shadow-copy-inside-application',
            severity: 'note',
            certainty: 'certain',
            message: `The shadow copies go to ${folder}, inside the application's own folder; a deployment that cleans the folder meets locked files there.`,
            evidence: [
                `web.config line ${enabled.line}: ${enabled.name}="${enabled.value}".`,
                directory === undefined
                    ? `No shadowCopyDirectory: the module takes ${defaultDirectory}.`
                    : `web.config line ${directory.line}: ${directory.name}="${directory.value}".`,
            ],
            remedies: [
                {
                    side: 'app',
                    text: 'Name a folder beside the application, and let the identity of the pool write to it.',
                    snippet: '<handlerSetting name="shadowCopyDirectory" value="../ShadowCopyDirectory/" />',
                },
            ],
            place: webConfigPlace(facts, directory ?? enabled),
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/stack-size-decimal.js


const kilobyte = 1024;
const megabyte = 1024 * kilobyte;
/**
 * Whether the digits were meant as a decimal number. The documentation's own `200000` is a hexadecimal one that makes a sensible 2 MB, so
 * digits alone tell nothing; whole kilobytes in decimal do, and so do stacks that nobody asks for.
 */
const meantAsDecimal = (digits) => Number(digits) % kilobyte === 0 || Number.parseInt(digits, 16) >= 16 * megabyte;
/** The runtime reads stackSize as hexadecimal, whatever it looks like (dotnet/aspnetcore#60762). */
const stackSizeDecimal = ({ facts, workedOut: { aspNetCore, hostingModel } }) => {
    const setting = aspNetCore === undefined ? undefined : handlerSetting(aspNetCore, 'stackSize');
    if (setting === undefined || hostingModel !== 'inprocess' || !/^\d{6,12}$/.test(setting.value) || !meantAsDecimal(setting.value))
        return [];
    const bytes = Number.parseInt(setting.value, 16);
    return [
        {
            rule: 'stack-size-decimal',
            severity: 'warning',
            certainty: 'likely',
            message: `stackSize="${setting.value}" is read as a hexadecimal number, which makes ${Math.round(bytes / megabyte)} MB for every thread.`,
            evidence: [`web.config line ${setting.line}: stackSize="${setting.value}".`],
            remedies: [
                {
                    side: 'app',
                    text: 'Write the number in hexadecimal.',
                    snippet: `<handlerSetting name="stackSize" value="0x${Number(setting.value).toString(16)}" />`,
                },
            ],
            place: webConfigPlace(facts, setting),
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/startup-error-page-disabled.js

/** Without the module's page only a generic one is left, and out-of-process the status becomes 502.3. */
const startupErrorPageDisabled = ({ facts, workedOut: { aspNetCore } }) => {
    if (aspNetCore?.disableStartUpErrorPage !== true)
        return [];
    return [
        {
            rule: 'startup-error-page-disabled',
            severity: 'note',
            certainty: 'certain',
            message: 'disableStartUpErrorPage hides the page that names the start-up problem; only the event log will tell it.',
            evidence: ['web.config: disableStartUpErrorPage="true".'],
            remedies: [{ side: 'app', text: 'Keep it only if the generic page is wanted.' }],
            place: attributePlace(facts, aspNetCore, 'disableStartUpErrorPage'),
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/startup-time-limit-short.js

/** Below this many seconds a cold start on a busy server is a gamble. */
const startup_time_limit_short_short = 10;
const startupTimeLimitShort = ({ facts, workedOut: { aspNetCore } }) => {
    if (aspNetCore === undefined || aspNetCore.startupTimeLimit === 0 || aspNetCore.startupTimeLimit >= startup_time_limit_short_short)
        return [];
    const seconds = aspNetCore.startupTimeLimit;
    return [
        {
            rule: 'startup-time-limit-short',
            severity: 'warning',
            certainty: 'likely',
            message: `startupTimeLimit gives the application ${seconds} second${seconds === 1 ? '' : 's'} to start; a cold start on a busy server can take longer.`,
            evidence: [`web.config: startupTimeLimit="${seconds}"; the default is 120.`],
            remedies: [{ side: 'app', text: 'Remove the attribute or give a larger number.', snippet: 'startupTimeLimit="120"' }],
            place: attributePlace(facts, aspNetCore, 'startupTimeLimit'),
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/stdout-log-enabled.js

/** The stdout log has no size limit and no rotation; it is meant for finding start-up problems only (learn.microsoft.com/aspnet/core/host-and-deploy/iis/logging-and-diagnostics). */
const stdoutLogEnabled = ({ facts, workedOut: { aspNetCore } }) => {
    if (aspNetCore?.stdoutLogEnabled !== true)
        return [];
    return [
        {
            rule: 'stdout-log-enabled',
            severity: 'warning',
            certainty: 'certain',
            message: 'The stdout log is switched on; it grows without limit and can fill the disk.',
            evidence: [`web.config: stdoutLogEnabled="true" stdoutLogFile="${aspNetCore.stdoutLogFile}".`],
            remedies: [{ side: 'app', text: 'Switch it on only while you look for a start-up problem.', snippet: 'stdoutLogEnabled="false"' }],
            place: attributePlace(facts, aspNetCore, 'stdoutLogEnabled'),
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/stdout-log-reachable.js




/** Log files the configuration writes, with where it says so. */
function logFiles({ facts, workedOut: { aspNetCore } }) {
    if (aspNetCore === undefined)
        return [];
    const { stdoutLogEnabled, stdoutLogFile } = aspNetCore;
    const debugFile = handlerSetting(aspNetCore, 'debugFile');
    const debugging = debugLevelWords(handlerSetting(aspNetCore, 'debugLevel')?.value ?? '').length > 0;
    return [
        ...(stdoutLogEnabled
            ? [{ path: stdoutLogFile, name: 'stdoutLogFile', place: attributePlace(facts, aspNetCore, 'stdoutLogFile') }]
            : []),
        ...(debugFile === undefined || !debugging
            ? []
            : [{ path: debugFile.value, name: 'debugFile', place: webConfigPlace(facts, debugFile) }]),
    ];
}
/** Whether the file lies below the folder that ASP.NET Core hands out, as far as text tells. */
function isBelowWebRoot(path, physicalPath) {
    if (!(0,paths/* isAbsolutePath */.Z1)(path))
        return (0,paths/* pathKey */.Pn)(path).startsWith('wwwroot\\');
    return physicalPath !== undefined && (0,paths/* fullPathKey */.U8)(path).startsWith(`${(0,paths/* fullPathKey */.U8)((0,paths/* joinPath */.uJ)(physicalPath, 'wwwroot'))}\\`);
}
/**
 * Files below wwwroot are handed out to anybody who asks for them. Those named `.log` only where the application serves unknown types of
 * files (dotnet/aspnetcore:src/Middleware/StaticFiles/src/FileExtensionContentTypeProvider.cs has no such entry).
 */
const stdoutLogReachable = (advice) => logFiles(advice)
    .filter(({ path }) => isBelowWebRoot(path, advice.facts.target.current?.physicalPath))
    .map(({ path, name, place }) => {
    const held = name === 'stdoutLogFile' || /\.log$/i.test(path);
    return {
        rule: 'log-file-reachable',
        severity: 'warning',
        certainty: 'likely',
        message: held
            ? `The log is written to ${path}, below wwwroot, the folder for browsers; an application that serves unknown types of files hands it out.`
            : `The log is written to ${path}, below wwwroot, where browsers can download it.`,
        evidence: [`web.config: ${name}="${path}".`],
        remedies: [
            {
                side: 'app',
                text: 'Write it outside wwwroot.',
                snippet: name === 'stdoutLogFile'
                    ? 'stdoutLogFile=".\\logs\\stdout"'
                    : '<handlerSetting name="debugFile" value=".\\logs\\aspnetcore-debug.log" />',
            },
        ],
        place,
    };
});

;// CONCATENATED MODULE: ./build/advice/time-limit-beyond-pool.js





const limits = [
    { name: 'shutdownTimeLimit', verb: 'stop', end: 'ends the worker process, whatever the application is still doing' },
    { name: 'startupTimeLimit', verb: 'start', end: 'may end the worker process first' },
];
/**
 * The module waits as long as web.config says, but IIS waits for the worker process only as long as the pool says.
 * Source: learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add/processmodel.
 */
const timeLimitBeyondPool = ({ facts, workedOut: { aspNetCore } }) => {
    const { pool } = facts.target;
    const element = findAspNetCoreElement(facts.artifact.webConfig);
    if (aspNetCore === undefined || element === undefined || pool === undefined)
        return [];
    return limits.flatMap(({ name, verb, end }) => {
        const written = attributeValue(element, name);
        const ofPool = pool[name];
        const seconds = ofPool === undefined ? undefined : timeSpanSeconds(ofPool);
        if (written === undefined || !/^\d{1,4}$/.test(written) || seconds === undefined || Number(written) <= seconds)
            return [];
        return [
            {
                rule: 'time-limit-beyond-pool',
                severity: 'note',
                certainty: 'likely',
                message: `${name} gives the application ${Number(written)} seconds to ${verb}, and pool "${pool.name}" gives its worker process ${seconds}: IIS ${end}.`,
                evidence: [`web.config: ${name}="${written}".`, `${name} of pool "${pool.name}" is ${ofPool}.`],
                remedies: [
                    { side: 'app', text: `Give ${name} at most ${seconds} seconds.`, snippet: `${name}="${seconds}"` },
                    {
                        side: 'server',
                        text: 'Or give the pool more.',
                        snippet: `${appcmd/* appcmd */.C} set apppool "${pool.name}" /processModel.${name}:${timeSpan(Number(written))}`,
                    },
                ],
                place: attributePlace(facts, aspNetCore, name),
            },
        ];
    });
};
/** Seconds as `hh:mm:ss`. */
function timeSpan(seconds) {
    return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
}

;// CONCATENATED MODULE: ./build/advice/user-profile-not-loaded.js



/** Packages that keep the keys somewhere else: blobs, Redis, a database. */
const ownKeyRing = /dataprotection\.(?!abstractions|extensions)/;
/** Calls that say where the keys are kept. */
const keepsKeys = /^(?:PersistKeysTo|UseEphemeralDataProtectionProvider)/;
function keepsKeysElsewhere(advice) {
    const application = advisedApplication(advice);
    const packages = [...(application?.promised?.packages ?? [])];
    const calls = application?.image?.assembly?.memberReferences ?? [];
    return packages.some((name) => ownKeyRing.test(name)) || calls.some((name) => keepsKeys.test(name));
}
/** Assemblies and packages of applications that users sign in to. */
const signsIn = /^microsoft\.(?:aspnetcore\.(?:authentication\.(?:cookies|openidconnect)|identity(?:\..+)?|session)|identity\.web(?:\..+)?)$/;
function signsUsersIn(advice) {
    const application = advisedApplication(advice);
    const references = application?.image?.assembly?.references.map(({ name }) => name.toLowerCase()) ?? [];
    return [...references, ...(application?.promised?.packages ?? [])].some((name) => signsIn.test(name));
}
/** The setting that keeps the profile from the worker process. Its variables matter only once it is loaded. */
function inTheWay({ loadUserProfile, setProfileEnvironment }) {
    if (loadUserProfile === false)
        return 'loadUserProfile';
    return loadUserProfile === true && setProfileEnvironment === false ? 'setProfileEnvironment' : undefined;
}
/**
 * Without the profile of its account a worker process keeps the keys that protect cookies in memory.
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis/advanced (data protection),
 * learn.microsoft.com/aspnet/core/security/data-protection/configuration/default-settings.
 */
const userProfileNotLoaded = (advice) => {
    const { target } = advice.facts;
    const { pool } = target;
    const setting = pool === undefined ? undefined : inTheWay(pool);
    if (pool === undefined || setting === undefined || keepsKeysElsewhere(advice))
        return [];
    const notLoaded = setting === 'loadUserProfile';
    // A fresh IIS sets no variables of the profile, so where nobody signs in there is nothing to say.
    if (!notLoaded && !signsUsersIn(advice))
        return [];
    return [
        {
            rule: 'user-profile-not-loaded',
            severity: notLoaded ? 'warning' : 'note',
            certainty: 'likely',
            message: notLoaded
                ? `Pool "${pool.name}" does not load the profile of its account, so the keys that protect cookies live in memory: after every restart of the worker process users are signed out and forms are refused.`
                : `Pool "${pool.name}" loads the profile of its account without the variables that lead to it; where the keys that protect cookies do not find it, they live in memory, and every restart of the worker process signs users out.`,
            evidence: [`${setting} of pool "${pool.name}" is false.`, 'Nothing in the application says that it keeps the keys elsewhere.'],
            remedies: [
                {
                    side: 'server',
                    text: notLoaded ? 'Load the profile.' : 'Set its variables.',
                    snippet: `${appcmd/* appcmd */.C} set apppool "${pool.name}" /processModel.loadUserProfile:true /processModel.setProfileEnvironment:true`,
                },
                { side: 'app', text: 'Or say where the keys are kept: services.AddDataProtection().PersistKeysToFileSystem(…).' },
            ],
            place: { in: 'server', fact: poolFact(target, setting) },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/web-config-settings-unread.js




/** Sections of ASP.NET on .NET Framework; ASP.NET Core reads its settings elsewhere (learn.microsoft.com/aspnet/core/host-and-deploy/iis/web-config). */
const web_config_settings_unread_ofFramework = /^(?:appSettings|connectionStrings|system\.web)(?:\/|$)/;
/** Sections of modules that see no request when the module takes them all (learn.microsoft.com/aspnet/core/host-and-deploy/iis/modules). */
const ofStaticFiles = new Map([
    ['system.webServer/staticContent', hasSettings],
    ['system.webServer/defaultDocument', ({ children }) => children.some((files) => files.children.some(({ name }) => name === 'add'))],
    ['system.webServer/directoryBrowse', (section) => attributeValue(section, 'enabled')?.toLowerCase() === 'true'],
]);
function hasSettings({ children, attributes }) {
    return children.length > 0 || attributes.length > 0;
}
/** Whether every request goes to the ASP.NET Core Module: no handler before it takes files for another one. */
function takesAllRequests(facts, root) {
    const [first] = handlerEntries(facts, root);
    return first?.takesEverything === true && first.modules.some((name) => name.startsWith('AspNetCoreModule'));
}
/** Values that somebody put into web.config and that the application never sees. */
const webConfigSettingsUnread = ({ facts, workedOut: { aspNetCore } }) => {
    const { webConfig } = facts.artifact;
    if (webConfig.state !== 'read' || aspNetCore === undefined)
        return [];
    const { root } = webConfig;
    const told = new Set(integratedModeConflicts(facts).map(({ element }) => element));
    const all = takesAllRequests(facts, root);
    const isUnread = ({ path, element }) => web_config_settings_unread_ofFramework.test(path) ? hasSettings(element) && !told.has(element) : all && ofStaticFiles.get(path)?.(element) === true;
    const found = sectionsOf(root).filter(isUnread);
    const [first] = found;
    if (first === undefined)
        return [];
    const names = [...new Set(found.map(({ path }) => nameOf(path)))].join(', ');
    return [
        {
            rule: 'web-config-settings-unread',
            severity: 'note',
            certainty: 'likely',
            message: `web.config has settings in ${names}; ASP.NET Core does not read them.`,
            evidence: found.slice(0, 10).map(({ path, element }) => `web.config line ${element.line}: ${nameOf(path)}.`),
            remedies: [
                {
                    side: 'app',
                    text: first.path.startsWith('system.webServer/')
                        ? 'Set it in the application: static files, default files and directory browsing have middleware of their own.'
                        : 'Move them to appsettings.json, or to environment variables of the aspNetCore section; keep secrets out of both.',
                },
            ],
            place: webConfigPlace(facts, first.element),
        },
    ];
};
/** `<system.web>` for all of it, `<staticContent>` for a section of IIS. */
function nameOf(path) {
    const [group = '', section] = path.split('/');
    return `<${group === 'system.webServer' ? section : group}>`;
}

;// CONCATENATED MODULE: ./build/advice/web-garden.js


/** Every worker process has its own copy of the application (learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add/processmodel). */
const webGarden = ({ facts: { target } }) => {
    const { pool } = target;
    if (pool?.maxProcesses === undefined || pool.maxProcesses === 1)
        return [];
    const processes = pool.maxProcesses === 0 ? 'a worker process for each NUMA node' : `up to ${pool.maxProcesses} worker processes`;
    return [
        {
            rule: 'web-garden',
            severity: 'warning',
            certainty: 'certain',
            message: `Pool "${pool.name}" runs ${processes}, each with a copy of the application: caches, sessions in memory and background work exist in each.`,
            evidence: [`maxProcesses of pool "${pool.name}" is ${pool.maxProcesses}.`],
            remedies: [
                {
                    side: 'server',
                    text: 'One process uses all processors of the machine.',
                    snippet: `${appcmd/* appcmd */.C} set apppool "${pool.name}" /processModel.maxProcesses:1`,
                },
                {
                    side: 'app',
                    text: 'Keep what the copies share outside of them: a distributed cache, a data protection key ring, a lock for background work.',
                },
            ],
            place: { in: 'server', fact: poolFact(target, 'maxProcesses') },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/websockets-unavailable.js



/** Calls that set up what wants a WebSocket. */
const wanting = new Map([
    ['MapBlazorHub', 'Blazor Server'],
    ['AddInteractiveServerRenderMode', 'Blazor Server'],
    ['MapHub', 'SignalR'],
    ['UseWebSockets', 'WebSockets'],
]);
/** Why there is none; `undefined` where there may be one. */
function whyNot({ facts: { artifact, server } }) {
    const { webConfig } = artifact;
    const section = webConfig.state === 'read' ? sectionElements(webConfig.root, 'system.webServer/webSocket').at(-1) : undefined;
    if (section !== undefined && webConfig.state === 'read' && attributeValue(section, 'enabled')?.toLowerCase() === 'false') {
        return {
            evidence: [`web.config line ${section.line}: <webSocket enabled="false">.`],
            remedies: [{ side: 'app', text: 'Take the element out of web.config.' }],
            place: { in: 'artifact', file: webConfig.path, line: section.line, column: section.column },
        };
    }
    const modules = server?.iis?.globalModules;
    // A list of the modules for ASP.NET Core alone was written for the start, not for this.
    const whole = modules?.some(({ name }) => !name.startsWith('AspNetCoreModule')) === true;
    if (modules === undefined || !whole || modules.some(({ name }) => name === 'WebSocketModule'))
        return undefined;
    return {
        evidence: ['iis.globalModules does not name WebSocketModule.'],
        remedies: [{ side: 'server', text: 'Install the role service WebSocket Protocol.', snippet: 'Install-WindowsFeature Web-WebSockets' }],
        place: { in: 'server', fact: 'iis.globalModules' },
    };
}
/**
 * Without the module of IIS no WebSocket is opened: SignalR falls back to slower transports, everything else fails.
 * Source: learn.microsoft.com/aspnet/core/fundamentals/websockets (IIS support).
 */
const websocketsUnavailable = (advice) => {
    const application = advisedApplication(advice);
    const calls = application?.image?.assembly?.memberReferences ?? [];
    const call = [...wanting.keys()].find((name) => calls.includes(name));
    const why = whyNot(advice);
    if (application === undefined || call === undefined || why === undefined)
        return [];
    const fails = call === 'UseWebSockets';
    return [
        {
            rule: 'websockets-unavailable',
            severity: 'note',
            certainty: 'likely',
            message: `The application uses ${wanting.get(call) ?? call}, and IIS will open no WebSocket for it; ${fails ? 'those connections fail' : 'connections fall back to long polling, which is slower'}.`,
            ...why,
            evidence: [`${application.dll} calls ${call}.`, ...why.evidence],
        },
    ];
};

;// CONCATENATED MODULE: ./build/iis/windows-authentication.js

/** What sections say about Windows authentication, the last one counting; `undefined` where they say nothing. */
function windowsAuthenticationIn(uses) {
    const written = uses
        .filter(({ path }) => path === 'system.webServer/security/authentication/windowsAuthentication')
        .flatMap(({ element }) => attributeValue(element, 'enabled') ?? [])
        .at(-1);
    return written === undefined ? undefined : isTrue(written);
}

;// CONCATENATED MODULE: ./build/advice/windows-authentication-off.js




const negotiate = 'microsoft.aspnetcore.authentication.negotiate';
/** Where Windows authentication is switched off; `undefined` where it is on, or where nobody said. */
function switchedOff({ facts: { artifact, target } }) {
    const { webConfig } = artifact;
    const own = webConfig.state === 'read' ? windowsAuthenticationIn(sectionsInForce(webConfig.root)) : undefined;
    if (own === false && webConfig.state === 'read') {
        return { evidence: 'web.config: <windowsAuthentication enabled="false">.', place: { in: 'artifact', file: webConfig.path } };
    }
    if (own !== undefined || target.current?.windowsAuthentication !== false)
        return undefined;
    return {
        evidence: `windowsAuthentication of application ${target.current.path} is false, and web.config does not switch it on.`,
        place: { in: 'server', fact: 'iis.sites' },
    };
}
/**
 * Under IIS the Negotiate handler leaves Windows authentication to the server, and throws where the server has it switched off.
 * Source: dotnet/aspnetcore:src/Security/Authentication/Negotiate/src/PostConfigureNegotiateOptions.cs.
 */
const windowsAuthenticationOff = (advice) => {
    const application = advisedApplication(advice);
    const { hostingModel } = advice.workedOut;
    if (hostingModel === undefined || application?.promised?.packages.has(negotiate) !== true)
        return [];
    const off = switchedOff(advice);
    if (off === undefined)
        return [];
    const { site, application: path = '/' } = advice.facts.target;
    return [
        {
            rule: 'windows-authentication-off',
            severity: 'warning',
            certainty: 'likely',
            message: 'The application authenticates with Negotiate, which under IIS needs the Windows authentication of IIS, and that is switched off: requests that are to be authenticated fail with 500.',
            evidence: [`${application.stem}.deps.json lists Microsoft.AspNetCore.Authentication.Negotiate.`, off.evidence],
            remedies: [
                {
                    side: 'server',
                    text: 'Switch it on; the role service Windows Authentication has to be installed.',
                    snippet: `${appcmd/* appcmd */.C} set config "${site ?? '{site}'}${path === '/' ? '' : path}" /section:windowsAuthentication /enabled:true /commit:apphost`,
                },
                {
                    side: 'app',
                    text: 'Or switch it on in web.config, where the server has not locked the section.',
                    snippet: '<security><authentication><windowsAuthentication enabled="true" /></authentication></security>',
                },
            ],
            place: off.place,
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/windows-not-supported.js


/** The first Windows Server that a version of .NET supports, the newest .NET first (github.com/dotnet/core: supported-os.md of each release). */
const first = [
    { major: 11, version: '10.0.14393', name: 'Windows Server 2016' },
    { major: 3, version: '6.2.9200', name: 'Windows Server 2012' },
    { major: 1, version: '6.1.7601', name: 'Windows Server 2008 R2' },
];
/** What runs on an older system was not tested there, and its installer may refuse; some parts of Windows that it calls are missing. */
const windowsNotSupported = (advice) => {
    const version = advice.facts.server?.os?.version;
    const running = runningFramework(advice);
    const parsed = parseFileVersion(version ?? '');
    const major = Number.parseInt(running?.version ?? '', 10);
    const oldest = first.find((row) => major >= row.major);
    const needed = oldest && parseFileVersion(oldest.version);
    if (running === undefined || parsed === undefined || oldest === undefined || needed === undefined)
        return [];
    if (compareFileVersions(parsed, needed) >= 0)
        return [];
    return [
        {
            rule: 'windows-not-supported',
            severity: 'warning',
            certainty: 'likely',
            message: `.NET ${major} is supported from ${oldest.name} on, and this server is Windows ${version}.`,
            evidence: [
                `os.version is ${version}; ${oldest.version} is ${oldest.name}.`,
                `The application ${running.from === 'asked for' ? 'asks for' : 'will run on'} .NET ${running.version}.`,
            ],
            remedies: [
                { side: 'server', text: `Move to ${oldest.name} or later.` },
                { side: 'app', text: 'Or target a version of .NET that supports this Windows, as long as one is in support.' },
            ],
            place: { in: 'server', fact: 'os.version' },
        },
    ];
};

;// CONCATENATED MODULE: ./build/advice/advise.js




























































/** In the order of the report: what can hurt first. */
const rules = [
    applicationRootBelow,
    developmentEnvironment,
    detailedErrors,
    secretInWebConfig,
    secretInSettings,
    stdoutLogReachable,
    integratedModeConflict,
    runtimeFilesMixed,
    hostFilesDiffer,
    fileVersionDiffers,
    depsJsonMissing,
    promisedFilesMissing,
    referenceMissing,
    assemblyArchitecture,
    nativeAssetArchitecture,
    nativeAssetMissing,
    publishedForAnotherSystem,
    environmentNameConflict,
    endOfSupport,
    runtimePatchBehind,
    rolledForward,
    missingEnvironmentSettings,
    settingsOfOtherEnvironment,
    windowsAuthenticationOff,
    windowsNotSupported,
    grpcNeedsNewerWindows,
    httpsPortUnknown,
    debugBuild,
    stdoutLogEnabled,
    logFolderMissing,
    moduleDebugLog,
    launcherOverride,
    hostingStartupMissing,
    startupTimeLimitShort,
    timeLimitBeyondPool,
    stackSizeDecimal,
    handlerInheritedByChildren,
    settingsInheritedByChildren,
    serverHandlersOverwritten,
    shadowCopyIgnored,
    shadowCopyInsideApplication,
    privilegedIdentity,
    userProfileNotLoaded,
    webGarden,
    idleTimeout,
    backgroundWorkWaits,
    rapidFailProtectionOff,
    preloadMany,
    poolShared,
    websocketsUnavailable,
    bindingAnyHost,
    ignoredInProcess,
    processesPerApplication,
    startupErrorPageDisabled,
    webConfigSettingsUnread,
    deployTimeTokens,
    severalApplications,
    applicationNested,
    filesNotPromised,
    developmentLeftovers,
];
/** What was said about a walk before, with the day it was said on: a farm of thousands has a handful of kinds. */
const given = new WeakMap();
function toldBy({ steps }) {
    return new Set(steps.flatMap(({ outcome }) => [
        ...(outcome.outcome === 'failed' ? [outcome.failure.rule] : []),
        ...('findings' in outcome ? (outcome.findings ?? []).map(({ rule }) => rule) : []),
    ]));
}
/** Everything worth knowing about a start that does not end it. */
function advise({ facts, walk }, today) {
    const before = given.get(walk);
    if (before?.today === today)
        return before.findings;
    const advice = { facts, workedOut: walk.workedOut, told: toldBy(walk), today };
    const findings = rules.flatMap((rule) => rule(advice));
    given.set(walk, { today, findings });
    return findings;
}

// EXTERNAL MODULE: ./build/model/input-error.js
var input_error = __webpack_require__(8697);
// EXTERNAL MODULE: ./build/artifact/application-files.js
var application_files = __webpack_require__(8559);
// EXTERNAL MODULE: ./build/iis/configuration-file.js + 2 modules
var configuration_file = __webpack_require__(733);
;// CONCATENATED MODULE: ./build/artifact/application-roots.js

/** A web.config larger than IIS reads by default names no application root. */
const largestWebConfig = 250 * 1024;
const mostWebConfigs = 200;
/**
 * Folders that look like the root of an ASP.NET Core application, shallowest first, as written, with `/` between folders:
 * those with a web.config that has an aspNetCore element, and those with `<app>.runtimeconfig.json` beside `<app>.dll`.
 * At the top of the input any web.config counts: it is what IIS would read.
 */
async function findApplicationRoots(application) {
    const roots = new Map();
    let webConfigs = 0;
    for (const [key, { path, size }] of application.files) {
        const folder = (0,paths/* parentPath */.yl)(key);
        if (roots.has(folder))
            continue;
        if (key.endsWith('.runtimeconfig.json')) {
            if (application.files.has(`${key.slice(0, -'.runtimeconfig.json'.length)}.dll`))
                roots.set(folder, (0,paths/* parentPath */.yl)(path));
        }
        else if (key === 'web.config')
            roots.set('', '');
        else if (isWebConfig(key) && size <= largestWebConfig && webConfigs < mostWebConfigs) {
            webConfigs++;
            if (mentionsAspNetCore(await application.read(key)))
                roots.set(folder, (0,paths/* parentPath */.yl)(path));
        }
    }
    return [...roots.values()]
        .map((root) => root.replaceAll('\\', '/'))
        .sort((left, right) => depth(left) - depth(right) || (left < right ? -1 : 1));
}
function isWebConfig(key) {
    return key.endsWith('\\web.config');
}
/** In UTF-8 or UTF-16: the element's name is ASCII in both once the NULs are gone. */
function mentionsAspNetCore(bytes) {
    return Buffer.from(bytes).toString('latin1').replaceAll('\0', '').includes('<aspNetCore');
}
function depth(root) {
    return root === '' ? 0 : root.split('/').length;
}

// EXTERNAL MODULE: ./build/artifact/deploy-parameters.js + 1 modules
var deploy_parameters = __webpack_require__(6664);
;// CONCATENATED MODULE: ./build/artifact/entry-points.js


/** Bounds for a web.config made to keep the search busy; real ones stay far below. */
const most = { elements: 100_000, sections: 16, arguments: 32, text: 4096, segments: 32 };
/**
 * Keys of the files that `processPath` and `arguments` of any aspNetCore element name, with or without `.exe` appended, the dll or exe of the
 * same name beside included. Which of them the start really uses is the module's decision; here they only become worth looking into.
 */
function namedEntryPoints(webConfig, files) {
    const named = new Set();
    if (webConfig.state !== 'read')
        return named;
    for (const section of aspNetCoreElements(webConfig.root)) {
        const processPath = attribute(section, 'processPath');
        const given = attribute(section, 'arguments');
        for (const text of [processPath, ...argumentTexts(given)])
            for (const key of filesNamed(text, files))
                named.add(key);
    }
    return named;
}
function aspNetCoreElements(root) {
    const found = [];
    const waiting = [root];
    for (let seen = 0; seen < most.elements && found.length < most.sections; seen++) {
        const element = waiting.pop();
        if (element === undefined)
            break;
        if (element.name === 'aspNetCore')
            found.push(element);
        for (const child of element.children)
            waiting.push(child);
    }
    return found;
}
function attribute(element, name) {
    return (element.attributes.find((candidate) => candidate.name === name)?.value ?? '').slice(0, most.text);
}
/** The text as a whole, each argument, and the text up to each `.dll` and `.exe`, because unquoted paths with blanks are met. */
function argumentTexts(text) {
    const ends = [...text.matchAll(/\.(?:dll|exe)/gi)].slice(0, most.arguments).map((match) => text.slice(0, match.index + 4));
    return [text, ...commandLineToArgv(text).slice(0, most.arguments), ...ends];
}
/** The longest tail of the path that exists decides, as nobody knows here where on the server the application will lie. */
function filesNamed(text, files) {
    const segments = (0,paths/* pathKey */.Pn)(text.replaceAll('"', '').trim()).split('\\').slice(-most.segments);
    for (let first = 0; first < segments.length; first++) {
        const key = segments.slice(first).join('\\');
        const stem = key.replace(/\.(?:dll|exe)$/, '');
        const existing = [key, stem, `${stem}.dll`, `${stem}.exe`, `${key}.exe`].filter((candidate) => files.has(candidate));
        if (existing.length > 0)
            return existing;
    }
    return [];
}

;// CONCATENATED MODULE: ./build/windows/single-file-bundle.js
/**
 * The list of files at the end of a single-file executable.
 * Layout: dotnet/runtime:src/installer/managed/Microsoft.NET.HostModel/Bundle/Manifest.cs; header versions: 1 since 3.0, 2 since 5.0,
 * 6 since 6.0. Version 2 adds the places of the two JSON files and flags, version 6 a compressed size in each entry.
 */
const knownHeaders = new Set([1, 2, 6]);
/** A self-contained bundle lists some 400 files in 30 KB. */
const single_file_bundle_most = { listBytes: 1024 * 1024, files: 10_000, nameBytes: 4096, runtimeConfig: 1024 * 1024, deps: 16 * 1024 * 1024 };
/** The bundle whose header lies at `offset`; `undefined` where it is damaged or of a version that no host writes. */
async function readSingleFileBundle(bytes, offset) {
    const list = await bytes.range(offset, Math.min(bytes.size - offset, single_file_bundle_most.listBytes));
    if (list === undefined || list.byteLength < 12)
        return undefined;
    const major = list.getUint32(0, true);
    const entries = knownHeaders.has(major) ? readEntries(list, major) : undefined;
    if (entries === undefined)
        return undefined;
    const runtimeConfig = await contentOf(bytes, entries, '.runtimeconfig.json', single_file_bundle_most.runtimeConfig);
    const deps = await contentOf(bytes, entries, '.deps.json', single_file_bundle_most.deps);
    return {
        headerVersion: major,
        files: entries.map(({ path }) => path),
        ...(runtimeConfig === undefined ? {} : { runtimeConfig }),
        ...(deps === undefined ? {} : { deps }),
    };
}
function readEntries(list, major) {
    const count = list.getInt32(8, true);
    if (count <= 0 || count > single_file_bundle_most.files)
        return undefined;
    const id = readName(list, 12);
    if (id === undefined)
        return undefined;
    const entries = [];
    let at = id.end + (major === 1 ? 0 : 40);
    const fixed = major === 6 ? 25 : 17;
    for (let index = 0; index < count; index++) {
        if (at + fixed > list.byteLength)
            return undefined;
        const name = readName(list, at + fixed);
        if (name === undefined)
            return undefined;
        const offset = Number(list.getBigInt64(at, true));
        const size = Number(list.getBigInt64(at + 8, true));
        entries.push({ path: name.text, offset, size, compressed: major === 6 && list.getBigInt64(at + 16, true) !== 0n });
        at = name.end;
    }
    return entries;
}
/** UTF-8 behind its length in one or two bytes of seven bits, as .NET's BinaryWriter puts it. */
function readName(list, at) {
    if (at + 2 > list.byteLength)
        return undefined;
    const first = list.getUint8(at);
    const wide = first >= 0x80;
    const length = wide ? (first & 0x7f) | (list.getUint8(at + 1) << 7) : first;
    const start = at + (wide ? 2 : 1);
    if (length > single_file_bundle_most.nameBytes || start + length > list.byteLength)
        return undefined;
    const text = new TextDecoder().decode(new Uint8Array(list.buffer, list.byteOffset + start, length));
    return { text, end: start + length };
}
/** Only the host's own JSON files at the top of the bundle are of interest; those are never compressed. */
async function contentOf(bytes, entries, suffix, largest) {
    const entry = entries.find(({ path }) => path.endsWith(suffix) && !/[\\/]/.test(path));
    if (entry === undefined || entry.compressed || !(entry.size >= 0 && entry.size <= largest))
        return undefined;
    const view = await bytes.range(entry.offset, entry.size);
    return view === undefined ? undefined : new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

;// CONCATENATED MODULE: ./build/windows/apphost-binding.js

/**
 * What the SDK stamps into an apphost, all of it in initialised data: the name of the dll it starts, over a placeholder that is the
 * SHA-256 of "foobar" in hexadecimal, padded with NULs; and, before a 32-byte marker, the offset of a single-file bundle's header, 0 for none.
 * Source: dotnet/runtime:src/installer/managed/Microsoft.NET.HostModel/AppHost/HostWriter.cs; the slot is the array `embed` of
 * dotnet/runtime:src/native/corehost/corehost.cpp.
 */
const unboundPlaceholder = Buffer.from('c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2', 'ascii');
const bundleMarker = Buffer.from('8b1202b96a61203872' + '7b930214d7a03213f5b9e6efae3318ee3b2dce24b36aae', 'hex');
/** The name is padded to at least the placeholder's length and a NUL, which sets it apart from other texts that end in `.dll`. */
const shortestSlot = unboundPlaceholder.length + 1;
const longestBinding = 1024;
/** `.data` of a single-file host with the runtime linked in is 21 KB; more than this is not an apphost. */
const mostData = 1024 * 1024;
/**
 * What an executable is bound to; `undefined` where nothing says that it is an apphost. `exports` are its own: a host with the runtime
 * linked in exports `DotNetRuntimeInfo` (dotnet/runtime:src/native/corehost/apphost/static), and its bundle is nobody else's business.
 */
async function readAppHost(bytes, headers, exports) {
    for (const section of headers.sections) {
        if (section.name !== '.data' || section.rawSize === 0 || section.rawSize > mostData)
            continue;
        const view = await bytes.range(section.rawOffset, section.rawSize);
        const found = view === undefined ? undefined : appHostIn(Buffer.from(view.buffer, view.byteOffset, view.byteLength), bytes.size);
        if (found === undefined)
            continue;
        const { boundDll, bundleAt } = found;
        const hasOwnRuntime = exports?.includes('DotNetRuntimeInfo') === true;
        const bundled = bundleAt === undefined || hasOwnRuntime ? undefined : await readSingleFileBundle(bytes, bundleAt);
        return {
            bundle: bundleAt !== undefined,
            ...(boundDll === undefined ? {} : { boundDll }),
            ...(bundled === undefined ? {} : { bundled }),
        };
    }
    return undefined;
}
function appHostIn(data, imageSize) {
    const marker = data.indexOf(bundleMarker);
    const boundDll = boundName(data, marker < 0 ? 0 : marker + bundleMarker.length);
    if (marker < 0 && boundDll === undefined && data.indexOf(unboundPlaceholder) < 0)
        return undefined;
    const header = marker >= 8 ? data.readBigUInt64LE(marker - 8) : 0n;
    return { boundDll, bundleAt: header !== 0n && header < BigInt(imageSize) ? Number(header) : undefined };
}
/** The first text that ends in `.dll` and fills a slot of the placeholder's length. No name reaches back over `markerEnd`. */
function boundName(data, markerEnd) {
    for (let end = data.indexOf('.dll\0', 0, 'latin1'); end >= 0; end = data.indexOf('.dll\0', end + 1, 'latin1')) {
        const afterNul = data.lastIndexOf(0, end) + 1;
        const start = markerEnd <= end ? Math.max(afterNul, markerEnd) : afterNul;
        const text = data.subarray(start, end + 4);
        if (text.length > longestBinding || start + shortestSlot > data.length)
            continue;
        const padding = data.subarray(end + 4, Math.max(end + 5, start + shortestSlot));
        if (padding.every((byte) => byte === 0))
            return text.toString('utf8');
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/windows/metadata-tables.js
/**
 * Layout of the metadata tables up to AssemblyRef (ECMA-335 II.22), which is as far as the start looks.
 * A column is a number of bytes, a heap, a table whose rows it counts, or a coded index over several tables (II.24.2.6).
 */
const tableNumber = {
    module: 0x00,
    typeRef: 0x01,
    typeDef: 0x02,
    field: 0x04,
    methodDef: 0x06,
    param: 0x08,
    interfaceImpl: 0x09,
    memberRef: 0x0a,
    declSecurity: 0x0e,
    standAloneSig: 0x11,
    event: 0x14,
    property: 0x17,
    moduleRef: 0x1a,
    typeSpec: 0x1b,
    assembly: 0x20,
    assemblyRef: 0x23,
    file: 0x26,
    exportedType: 0x27,
    manifestResource: 0x28,
    genericParam: 0x2a,
    methodSpec: 0x2b,
    genericParamConstraint: 0x2c,
};
const t = tableNumber;
const rowOf = (table) => ({ table });
const coded = (tagBits, ...tables) => ({ coded: tables, tagBits });
const typeDefOrRef = coded(2, t.typeDef, t.typeRef, t.typeSpec);
const hasCustomAttribute = coded(5, ...[t.methodDef, t.field, t.typeRef, t.typeDef, t.param, t.interfaceImpl, t.memberRef, t.module, t.declSecurity, t.property, t.event], ...[t.standAloneSig, t.moduleRef, t.typeSpec, t.assembly, t.assemblyRef, t.file, t.exportedType, t.manifestResource], ...[t.genericParam, t.genericParamConstraint, t.methodSpec]);
const methodDefOrRef = coded(1, t.methodDef, t.memberRef);
/** Columns of the tables 0x00 to 0x23 in order. */
const tableColumns = [
    [2, 'strings', 'guid', 'guid', 'guid'], // Module
    [coded(2, t.module, t.moduleRef, t.assemblyRef, t.typeRef), 'strings', 'strings'], // TypeRef
    [4, 'strings', 'strings', typeDefOrRef, rowOf(t.field), rowOf(t.methodDef)], // TypeDef
    [rowOf(t.field)], // FieldPtr
    [2, 'strings', 'blob'], // Field
    [rowOf(t.methodDef)], // MethodPtr
    [4, 2, 2, 'strings', 'blob', rowOf(t.param)], // MethodDef
    [rowOf(t.param)], // ParamPtr
    [2, 2, 'strings'], // Param
    [rowOf(t.typeDef), typeDefOrRef], // InterfaceImpl
    [coded(3, t.typeDef, t.typeRef, t.moduleRef, t.methodDef, t.typeSpec), 'strings', 'blob'], // MemberRef
    [2, coded(2, t.field, t.param, t.property), 'blob'], // Constant
    [hasCustomAttribute, coded(3, t.methodDef, t.memberRef), 'blob'], // CustomAttribute
    [coded(1, t.field, t.param), 'blob'], // FieldMarshal
    [2, coded(2, t.typeDef, t.methodDef, t.assembly), 'blob'], // DeclSecurity
    [2, 4, rowOf(t.typeDef)], // ClassLayout
    [4, rowOf(t.field)], // FieldLayout
    ['blob'], // StandAloneSig
    [rowOf(t.typeDef), rowOf(t.event)], // EventMap
    [rowOf(t.event)], // EventPtr
    [2, 'strings', typeDefOrRef], // Event
    [rowOf(t.typeDef), rowOf(t.property)], // PropertyMap
    [rowOf(t.property)], // PropertyPtr
    [2, 'strings', 'blob'], // Property
    [2, rowOf(t.methodDef), coded(1, t.event, t.property)], // MethodSemantics
    [rowOf(t.typeDef), methodDefOrRef, methodDefOrRef], // MethodImpl
    ['strings'], // ModuleRef
    ['blob'], // TypeSpec
    [2, coded(1, t.field, t.methodDef), 'strings', rowOf(t.moduleRef)], // ImplMap
    [4, rowOf(t.field)], // FieldRVA
    [4, 4], // EncLog
    [4], // EncMap
    [4, 2, 2, 2, 2, 4, 'blob', 'strings', 'strings'], // Assembly
    [4], // AssemblyProcessor
    [4, 4, 4], // AssemblyOS
    [2, 2, 2, 2, 4, 'blob', 'strings', 'strings', 'blob'], // AssemblyRef
];
/** Bytes of one column (ECMA-335 II.24.2.6). */
function columnWidth(column, { rows, heaps }) {
    if (typeof column === 'number')
        return column;
    if (typeof column === 'string')
        return heaps[column];
    if ('table' in column)
        return (rows[column.table] ?? 0) < 0x10000 ? 2 : 4;
    const most = Math.max(...column.coded.map((table) => rows[table] ?? 0));
    return most < 2 ** (16 - column.tagBits) ? 2 : 4;
}

;// CONCATENATED MODULE: ./build/windows/pe-headers.js
/** Indexes of the data directories that are read. */
const directoryIndex = { exports: 0, resources: 2, clrHeader: 14 };
/** The loader takes no image with more sections. */
const mostSections = 96;
/** Reads the headers of a file that begins with `MZ`. */
async function readPeHeaders(bytes) {
    const dos = await bytes.range(0, 64);
    if (dos === undefined)
        return { why: 'the file ends inside the MS-DOS header' };
    const start = dos.getUint32(0x3c, true);
    const file = await bytes.range(start, 24);
    if (file === undefined)
        return { why: 'the PE header lies behind the end of the file' };
    if (file.getUint32(0, true) !== 0x00004550)
        return { why: 'there is no PE signature where the MS-DOS header points to' };
    const sectionCount = file.getUint16(6, true);
    const optionalSize = file.getUint16(20, true);
    const optional = await bytes.range(start + 24, optionalSize);
    const table = await bytes.range(start + 24 + optionalSize, sectionCount * 40);
    if (optional === undefined || table === undefined)
        return { why: 'the file ends inside the PE headers' };
    const bits = optionalSize >= 96 ? bitsOf(optional.getUint16(0, true)) : undefined;
    if (bits === undefined)
        return { why: 'the optional header is neither PE32 nor PE32+' };
    if (sectionCount > mostSections)
        return { why: `${sectionCount} sections are more than the loader takes` };
    const sections = readSections(table, sectionCount);
    const cut = sections.find((section) => section.rawSize > 0 && section.rawOffset + section.rawSize > bytes.size);
    if (cut !== undefined)
        return { why: `the file is cut off: section ${cut.name} ends at byte ${cut.rawOffset + cut.rawSize} of ${bytes.size}` };
    const isDll = (file.getUint16(22, true) & 0x2000) !== 0;
    return { machineCode: file.getUint16(4, true), bits, isDll, sections, directories: readDirectories(optional, bits) };
}
function bitsOf(magic) {
    if (magic === 0x10b)
        return 32;
    return magic === 0x20b ? 64 : undefined;
}
function readDirectories(optional, bits) {
    const countAt = bits === 32 ? 92 : 108;
    if (optional.byteLength < countAt + 4)
        return [];
    const room = Math.floor((optional.byteLength - countAt - 4) / 8);
    const count = Math.min(optional.getUint32(countAt, true), room, 16);
    return Array.from({ length: count }, (_, index) => {
        const at = countAt + 4 + index * 8;
        return { virtualAddress: optional.getUint32(at, true), size: optional.getUint32(at + 4, true) };
    });
}
function readSections(table, count) {
    return Array.from({ length: count }, (_, index) => {
        const at = index * 40;
        const name = Array.from({ length: 8 }, (_, letter) => table.getUint8(at + letter));
        return {
            name: printable(name),
            virtualAddress: table.getUint32(at + 12, true),
            rawSize: table.getUint32(at + 16, true),
            rawOffset: table.getUint32(at + 20, true),
        };
    });
}
/** Section names go into messages, so anything but printable ASCII becomes `?`. */
function printable(codes) {
    const end = codes.indexOf(0);
    return codes
        .slice(0, end < 0 ? codes.length : end)
        .map((code) => (code > 0x20 && code < 0x7f ? String.fromCharCode(code) : '?'))
        .join('');
}
/** The bytes at a relative virtual address, or `undefined` where no section holds them all in the file. */
async function bytesAt(bytes, headers, virtualAddress, length) {
    const place = placeOf(headers, virtualAddress);
    return place === undefined || length > place.room ? undefined : bytes.range(place.offset, length);
}
/** Like `bytesAt`, but fewer where the section ends before. */
async function bytesUpTo(bytes, headers, virtualAddress, most) {
    const place = placeOf(headers, virtualAddress);
    return place === undefined ? undefined : bytes.range(place.offset, Math.min(most, place.room));
}
/** Where an address lies in the file, and how many bytes of its section follow. */
function placeOf({ sections }, virtualAddress) {
    for (const section of sections) {
        const inside = virtualAddress - section.virtualAddress;
        if (inside >= 0 && inside < section.rawSize)
            return { offset: section.rawOffset + inside, room: section.rawSize - inside };
    }
    return undefined;
}
/** A data directory that is there, or `undefined`. */
function directory(headers, index) {
    const found = headers.directories[index];
    return found === undefined || found.virtualAddress === 0 ? undefined : found;
}

;// CONCATENATED MODULE: ./build/windows/debuggable-attribute.js


const customAttribute = 0x0c;
/** Row 1 of the Assembly table as a HasCustomAttribute index; tags are those of ECMA-335 II.24.2.6. */
const theAssembly = (1 << 5) | 14;
const memberRefTag = 3;
const typeRefTag = 1;
/** `DebuggableAttribute.DebuggingModes.DisableOptimizations`. */
const disableOptimizations = 0x100;
/**
 * Whether the compiler was told to leave optimizations out, as Debug configurations do. `undefined` where the attribute cannot be found or
 * read. Blob: ECMA-335 II.23.3.
 */
async function isCompiledForDebugging(bytes, headers, blobs, { text, rows }) {
    if (blobs === undefined)
        return undefined;
    const attributes = (await rows(customAttribute))?.filter(([parent]) => parent === theAssembly) ?? [];
    const members = attributes.length === 0 ? undefined : await rows(tableNumber.memberRef);
    const types = members === undefined ? undefined : await rows(tableNumber.typeRef);
    for (const [, maker = 0, blob = 0] of attributes) {
        const member = (maker & 7) === memberRefTag ? members?.[(maker >>> 3) - 1] : undefined;
        const parent = member?.[0] ?? 0;
        const type = (parent & 7) === typeRefTag ? types?.[(parent >>> 3) - 1] : undefined;
        if (type === undefined || text(type[1] ?? 0) !== 'DebuggableAttribute')
            continue;
        const value = await bytesUpTo(bytes, headers, blobs.virtualAddress + blob, 7);
        // A length of one byte, the prolog, then the modes; the constructor of two booleans is shorter and of no compiler in use.
        if (value === undefined || value.byteLength < 7 || value.getUint8(0) < 6 || value.getUint16(1, true) !== 1)
            return undefined;
        return (value.getUint32(3, true) & disableOptimizations) !== 0;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/windows/image-bytes.js
/** One read brings at least this much, so that the headers of an image cost one. */
const windowLength = 4096;
/** Larger than any metadata heap of an application; a length field beyond it is damage or malice. */
const longestRange = 16 * 1024 * 1024;
/** Nothing in an image needs more; pointers made to read a large file all over end here. */
const mostBytes = 32 * 1024 * 1024;
/** `read` may fail to deliver the promised size (a file that shrinks, a lying package entry); the range is then not there. */
function imageBytes(read, size) {
    let spent = 0;
    const windows = [];
    return {
        size,
        async range(offset, length) {
            if (offset < 0 || length < 0 || length > longestRange || offset + length > size)
                return undefined;
            let window = windows.find((known) => offset >= known.offset && offset + length <= known.offset + known.bytes.length);
            if (window === undefined) {
                const wanted = Math.min(Math.max(length, windowLength), size - offset);
                spent += wanted;
                if (spent > mostBytes)
                    return undefined;
                window = { offset, bytes: await read(offset, wanted) };
                if (window.bytes.length < length)
                    return undefined;
                windows.push(window);
            }
            return new DataView(window.bytes.buffer, window.bytes.byteOffset + offset - window.offset, length);
        },
    };
}
/** Text of one byte per character up to the first NUL or `longest` bytes; `undefined` where no NUL ends it. */
function terminatedText(view, offset, longest) {
    let text = '';
    for (let at = offset; at < Math.min(view.byteLength, offset + longest); at++) {
        const code = view.getUint8(at);
        if (code === 0)
            return text;
        text += String.fromCharCode(code);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/windows/metadata-rows.js



const metadataSignature = 0x424a5342;
/** Real modules have five or six streams and a version text of 12 bytes. */
const rootLength = 1024;
const mostStreams = 16;
/** Large applications refer to some ten thousand members; each row becomes an object. */
const mostRows = 300_000;
/** The streams of the metadata root by name (ECMA-335 II.24.2.1). */
async function readStreams(bytes, headers, { metadata }) {
    const root = await bytesUpTo(bytes, headers, metadata.virtualAddress, Math.min(rootLength, metadata.size));
    if (root === undefined || root.byteLength < 16 || root.getUint32(0, true) !== metadataSignature)
        return undefined;
    let at = 16 + root.getUint32(12, true);
    if (at + 4 > root.byteLength)
        return undefined;
    const count = Math.min(root.getUint16(at + 2, true), mostStreams);
    const streams = new Map();
    at += 4;
    for (let index = 0; index < count && at + 8 <= root.byteLength; index++) {
        const name = terminatedText(root, at + 8, 32);
        if (name === undefined)
            return undefined;
        streams.set(name, { virtualAddress: metadata.virtualAddress + root.getUint32(at, true), size: root.getUint32(at + 4, true) });
        at += 8 + Math.ceil((name.length + 1) / 4) * 4;
    }
    return streams;
}
/** The `#~` stream's header (ECMA-335 II.24.2.6). */
async function readLayout(bytes, headers, tables) {
    const view = await bytesUpTo(bytes, headers, tables.virtualAddress, 24 + 64 * 4 + 4);
    if (view === undefined || view.byteLength < 24)
        return undefined;
    const heapSizes = view.getUint8(6);
    const valid = view.getBigUint64(8, true);
    const rows = [];
    let at = 24;
    for (let table = 0; table < 64; table++) {
        const present = ((valid >> BigInt(table)) & 1n) === 1n;
        if (present && at + 4 > view.byteLength)
            return undefined;
        rows.push(present ? view.getUint32(at, true) : 0);
        if (present)
            at += 4;
    }
    const width = (bit) => ((heapSizes & bit) === 0 ? 2 : 4);
    // 0x40: one more word follows the row counts (dotnet/runtime:src/coreclr/md/inc/metamodel.h, `EXTRA_DATA`).
    const extra = (heapSizes & 0x40) === 0 ? 0 : 4;
    return { rows, heaps: { strings: width(1), guid: width(2), blob: width(4) }, rowsAt: tables.virtualAddress + at + extra };
}
/** Every row of a table as its column values; `undefined` where the table does not lie in the image, or is larger than any application's. */
async function readRows(bytes, headers, layout, wanted) {
    const count = layout.rows[wanted] ?? 0;
    if (count === 0)
        return [];
    if (count > mostRows)
        return undefined;
    let address = layout.rowsAt;
    for (let table = 0; table < wanted; table++)
        address += (layout.rows[table] ?? 0) * sum(widths(table, layout));
    const columns = widths(wanted, layout);
    const rowLength = sum(columns);
    const view = await bytesAt(bytes, headers, address, count * rowLength);
    return view === undefined ? undefined : Array.from({ length: count }, (_, row) => readRow(view, row * rowLength, columns));
}
function widths(table, layout) {
    return (tableColumns[table] ?? []).map((column) => columnWidth(column, layout));
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}
function readRow(view, offset, columns) {
    let at = offset;
    return columns.map((width) => {
        const value = width === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
        at += width;
        return value;
    });
}

;// CONCATENATED MODULE: ./build/windows/assembly-metadata.js






/** .NET refuses assembly names of more. */
const assembly_metadata_longestName = 1024;
/**
 * Name, version and references of an assembly, and which of `memberNames` it refers to in other assemblies.
 * `undefined` where the metadata is damaged, of a kind that compilers do not write, or larger than any application's.
 * Format: ECMA-335 II.24.
 */
async function readAssembly(bytes, headers, clr, memberNames) {
    const streams = await readStreams(bytes, headers, clr);
    const tables = streams?.get('#~');
    const heap = streams?.get('#Strings');
    if (tables === undefined || heap === undefined)
        return undefined;
    const layout = await readLayout(bytes, headers, tables);
    const strings = await bytesAt(bytes, headers, heap.virtualAddress, heap.size);
    if (layout === undefined || strings === undefined)
        return undefined;
    const text = (offset) => heapText(strings, offset);
    const assemblies = await readRows(bytes, headers, layout, tableNumber.assembly);
    const references = await readRows(bytes, headers, layout, tableNumber.assemblyRef);
    const members = await readRows(bytes, headers, layout, tableNumber.memberRef);
    const assembly = assemblies?.[0];
    if (assembly === undefined || references === undefined || members === undefined)
        return undefined;
    const name = text(assembly[7] ?? 0);
    if (name === undefined)
        return undefined;
    const typeNames = { text, rows: (table) => readRows(bytes, headers, layout, table) };
    const debugging = await isCompiledForDebugging(bytes, headers, streams?.get('#Blob'), typeNames);
    return {
        name,
        version: assembly_metadata_versionOf(assembly.slice(1, 5)),
        references: references.map((row) => ({ name: text(row[6] ?? 0) ?? '', version: assembly_metadata_versionOf(row.slice(0, 4)) })),
        memberReferences: referredTo(strings, members, memberNames),
        ...(debugging === undefined ? {} : { compiledForDebugging: debugging }),
    };
}
function assembly_metadata_versionOf(parts) {
    const [major = 0, minor = 0, build = 0, revision = 0] = parts;
    return formatFileVersion([major, minor, build, revision]);
}
function heapText(strings, offset) {
    const latin = terminatedText(strings, offset, assembly_metadata_longestName);
    // The heap is UTF-8; names of one byte per character are the rule.
    return latin === undefined ? undefined : new TextDecoder().decode(Uint8Array.from(latin, (character) => character.charCodeAt(0)));
}
/** Names are compared at the offsets the rows give, because the heap may fold one name into the tail of another. */
function referredTo(strings, members, names) {
    const found = new Set();
    for (const offset of new Set(members.map((row) => row[1] ?? 0))) {
        const name = names.find((candidate) => isAt(strings, offset, candidate));
        if (name !== undefined)
            found.add(name);
    }
    return [...found].sort();
}
function isAt(strings, offset, name) {
    if (offset + name.length >= strings.byteLength)
        return false;
    for (let at = 0; at < name.length; at++)
        if (strings.getUint8(offset + at) !== name.charCodeAt(at))
            return false;
    return strings.getUint8(offset + name.length) === 0;
}

;// CONCATENATED MODULE: ./build/windows/clr-header.js

const headerLength = 72;
/** ECMA-335 II.25.3.3.1; 32BITPREFERRED came with .NET Framework 4.5 (dotnet/runtime:src/coreclr/inc/corhdr.h). */
const flags = { ilOnly: 0x1, require32Bit: 0x2, prefer32Bit: 0x20000 };
/** "RTR", the signature of dotnet/runtime:src/coreclr/inc/readytorun.h. */
const readyToRunSignature = 0x00525452;
/** `undefined` for a native image; `unreadable` where the header is announced and cannot be read. */
async function readClrHeader(bytes, headers) {
    const clr = directory(headers, directoryIndex.clrHeader);
    if (clr === undefined)
        return undefined;
    const view = await bytesAt(bytes, headers, clr.virtualAddress, headerLength);
    if (view === undefined || view.getUint32(0, true) < headerLength)
        return 'unreadable';
    const word = view.getUint32(16, true);
    const prefers32Bit = (word & flags.prefer32Bit) !== 0;
    return {
        header: {
            ilOnly: (word & flags.ilOnly) !== 0,
            requires32Bit: (word & flags.require32Bit) !== 0 && !prefers32Bit,
            prefers32Bit,
            readyToRun: await hasReadyToRunHeader(bytes, headers, { virtualAddress: view.getUint32(64, true), size: view.getUint32(68, true) }),
        },
        metadata: { virtualAddress: view.getUint32(8, true), size: view.getUint32(12, true) },
    };
}
async function hasReadyToRunHeader(bytes, headers, native) {
    if (native.virtualAddress === 0 || native.size < 4)
        return false;
    const signature = await bytesAt(bytes, headers, native.virtualAddress, 4);
    return signature?.getUint32(0, true) === readyToRunSignature;
}

;// CONCATENATED MODULE: ./build/windows/export-table.js


/** More than any dll of the start exports; a table that claims more is not read. */
const mostNames = 4096;
const export_table_longestName = 256;
/** The names an image exports, in the table's order; `undefined` where it has no export table or the table cannot be read whole. */
async function readExportNames(bytes, headers) {
    const exports = directory(headers, directoryIndex.exports);
    if (exports === undefined)
        return undefined;
    const table = await bytesAt(bytes, headers, exports.virtualAddress, 40);
    if (table === undefined)
        return undefined;
    const count = table.getUint32(24, true);
    if (count > mostNames)
        return undefined;
    const pointers = await bytesAt(bytes, headers, table.getUint32(32, true), count * 4);
    if (pointers === undefined)
        return count === 0 ? [] : undefined;
    const names = [];
    for (let index = 0; index < count; index++) {
        const view = await bytesUpTo(bytes, headers, pointers.getUint32(index * 4, true), export_table_longestName);
        const name = view === undefined ? undefined : terminatedText(view, 0, export_table_longestName);
        if (name === undefined)
            return undefined;
        names.push(name);
    }
    return names;
}

;// CONCATENATED MODULE: ./build/windows/version-resource.js

const versionResourceType = 16;
const fixedFileInfoSignature = 0xfeef04bd;
/** `VS_VERSIONINFO` begins with three words, the key `VS_VERSION_INFO` in UTF-16 with its NUL, and padding to 4 bytes. */
const fixedFileInfoOffset = 40;
const mostEntries = 4096;
/**
 * `VS_FIXEDFILEINFO.dwFileVersion` of an image, or `undefined` where it has no readable version resource.
 * Layout: learn.microsoft.com/windows/win32/menurc/vs-versioninfo.
 */
async function readFileVersion(bytes, headers) {
    const resources = directory(headers, directoryIndex.resources);
    if (resources === undefined)
        return undefined;
    // Three levels: type, name, language; the first of each below the type is taken, as an image has one version resource.
    let entry = await entryOf(bytes, headers, resources, 0, versionResourceType);
    for (let level = 0; level < 2 && entry !== undefined; level++) {
        if (!entry.isDirectory)
            return undefined;
        entry = await entryOf(bytes, headers, resources, entry.offset);
    }
    if (entry === undefined || entry.isDirectory)
        return undefined;
    const data = await bytesAt(bytes, headers, resources.virtualAddress + entry.offset, 16);
    if (data === undefined)
        return undefined;
    const info = await bytesAt(bytes, headers, data.getUint32(0, true), fixedFileInfoOffset + 16);
    if (info === undefined || info.getUint32(fixedFileInfoOffset, true) !== fixedFileInfoSignature)
        return undefined;
    const word = (index) => info.getUint16(fixedFileInfoOffset + 8 + index * 2, true);
    return [word(1), word(0), word(3), word(2)];
}
/** The entry with this id in the resource directory at `offset`, or its first entry. */
async function entryOf(bytes, headers, resources, offset, id) {
    const at = resources.virtualAddress + offset;
    const head = await bytesAt(bytes, headers, at, 16);
    if (head === undefined)
        return undefined;
    const count = head.getUint16(12, true) + head.getUint16(14, true);
    if (count === 0 || count > mostEntries)
        return undefined;
    const entries = await bytesAt(bytes, headers, at + 16, count * 8);
    if (entries === undefined)
        return undefined;
    for (let index = 0; index < count; index++) {
        if (id !== undefined && entries.getUint32(index * 8, true) !== id)
            continue;
        const value = entries.getUint32(index * 8 + 4, true);
        return { isDirectory: value >= 0x80000000, offset: value & 0x7fffffff };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/windows/pe-image.js








/**
 * What the first bytes of a file say it is, and the wanted facts of a PE image. Reads heads, not files.
 * Damaged input of any kind gives a result, with the facts that cannot be read left out; only `read` itself may throw.
 */
async function readBinaryImage(read, size, want = {}) {
    if (size === 0)
        return { format: 'empty' };
    const bytes = imageBytes(read, size);
    const head = await bytes.range(0, Math.min(size, 64));
    if (head === undefined)
        return { format: 'not-an-image', why: 'the file cannot be read to its end' };
    if (size < 4)
        return { format: 'not-an-image', why: 'the file is shorter than any executable image' };
    const magic = head.getUint32(0, false);
    if (magic === 0x7f454c46)
        return { format: 'elf', machine: elfMachine(head) };
    if (machOMagics.has(magic))
        return { format: 'mach-o' };
    if (magic >>> 16 !== 0x4d5a)
        return { format: 'not-an-image', why: 'the file does not begin with MZ' };
    return readPeImage(bytes, want);
}
/** 32 and 64 bits in both byte orders, and the universal header. */
const machOMagics = new Set([0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe, 0xcafebabf]);
const elfMachines = new Map([
    [3, 'x86'],
    [40, 'arm'],
    [62, 'x64'],
    [183, 'arm64'],
]);
/** `e_machine`, in the byte order that `e_ident` names. */
function elfMachine(head) {
    if (head.byteLength < 20)
        return 'other';
    return elfMachines.get(head.getUint16(18, head.getUint8(5) !== 2)) ?? 'other';
}
const peMachines = new Map([
    [0x014c, 'x86'],
    [0x8664, 'x64'],
    [0xaa64, 'arm64'],
    [0x01c4, 'arm'],
]);
/** ReadyToRun images for other systems have their machine xor-ed (dotnet/runtime:src/coreclr/inc/pedecoder.h, `IMAGE_FILE_MACHINE_NATIVE_OS_OVERRIDE`). */
const linuxOverride = 0x7b79;
function peMachine(code) {
    return peMachines.get(code) ?? (peMachines.has(code ^ linuxOverride) ? 'linux' : 'other');
}
async function readPeImage(bytes, want) {
    const headers = await readPeHeaders(bytes);
    if ('why' in headers)
        return { format: 'not-an-image', why: headers.why };
    const clr = await readClrHeader(bytes, headers);
    if (clr === 'unreadable')
        return { format: 'not-an-image', why: 'the CLR header lies outside the file' };
    const image = {
        format: 'pe',
        machine: peMachine(headers.machineCode),
        machineCode: headers.machineCode,
        bits: headers.bits,
        isDll: headers.isDll,
        ...(clr === undefined ? {} : { clr: clr.header }),
    };
    const version = want.fileVersion === true ? await readFileVersion(bytes, headers) : undefined;
    const exports = want.exports === true && clr === undefined ? await readExportNames(bytes, headers) : undefined;
    const appHost = want.appHost === true && clr === undefined && !headers.isDll ? await readAppHost(bytes, headers, exports) : undefined;
    const assembly = want.assembly === undefined || clr === undefined ? undefined : await readAssembly(bytes, headers, clr, want.assembly.memberNames);
    return {
        ...image,
        ...(version === undefined ? {} : { fileVersion: formatFileVersion(version) }),
        ...(exports === undefined ? {} : { exports }),
        ...(assembly === undefined ? {} : { assembly }),
        ...(appHost === undefined ? {} : { appHost }),
    };
}

;// CONCATENATED MODULE: ./build/artifact/promised-images.js



/**
 * How many files are looked into, and how many bytes of a package are unpacked for their versions: a version resource lies at the end of a
 * file. For the machine, the head is enough.
 */
const promised_images_most = { files: 200, unpackedBytes: 64 * 1024 * 1024 };
/**
 * Heads of files that a deps.json of the root promises: native libraries for Windows, whose machine counts, and assemblies with a file
 * version, which the file may or may not have; and of dlls at the root that none lists. Files in `known` are left out.
 */
async function readPromisedImages(application, contents, known, shape) {
    const images = new Map();
    let bytes = 0;
    for (const [key, wanted] of promised(application, contents)) {
        const size = application.files.get(key)?.size;
        if (size === undefined || known.has(key) || images.has(key))
            continue;
        if (images.size >= promised_images_most.files)
            break;
        if (shape !== 'folder' && wanted.fileVersion === true) {
            if (bytes + size > promised_images_most.unpackedBytes)
                continue;
            bytes += size;
        }
        images.set(key, await readBinaryImage((offset, length) => application.read(key, offset, length), size, wanted));
    }
    return images;
}
function promised({ files, inFolder }, contents) {
    const wanted = new Map();
    const listed = new Set();
    for (const [file, content] of contents) {
        if (!file.endsWith('.deps.json') || (0,paths/* parentPath */.yl)(file) !== '')
            continue;
        for (const { kind, key, type, rid, fileVersion } of readPromisedAssets(content)?.assets ?? []) {
            listed.add(key);
            if (!files.has(key) || (0,paths/* extension */.ck)(key) !== '.dll' || (rid !== undefined && !rid.startsWith('win')))
                continue;
            if (kind === 'native' && type !== 'runtimepack')
                wanted.set(key, {});
            // The runtime pack has hundreds of files that come and go together; those of the start are looked into anyway.
            if (kind === 'runtime' && type !== 'runtimepack' && rid === undefined && fileVersion !== undefined) {
                wanted.set(key, { fileVersion: true });
            }
        }
    }
    // What lies at the root without being listed was copied in: a native library that the application brings itself, or a leftover.
    const copied = listed.size === 0 ? [] : inFolder('').filter((key) => (0,paths/* extension */.ck)(key) === '.dll' && !listed.has(key));
    for (const key of copied)
        wanted.set(key, {});
    return wanted;
}

;// CONCATENATED MODULE: ./build/iis/external-sections.js

/** Files, as written, from which sections of IIS in a web.config take their content (`configSource`), each once. */
function externalSectionFiles(webConfig) {
    return webConfig.state === 'read' ? [...new Set(sourcesBelow(webConfig.root, false))] : [];
}
function sourcesBelow(element, isIis) {
    const source = isIis ? attributeValue(element, 'configSource') : undefined;
    if (source !== undefined)
        return [source];
    return element.children.flatMap((child) => sourcesBelow(child, isIis || child.name === 'system.webServer'));
}
/**
 * The web.config as IIS takes it: a section with `configSource` replaced by the root of that file. Places become that of the reference.
 * A section stays as it is where its file is not there, cannot be read, or holds another section.
 */
function withExternalSections(webConfig, files) {
    if (webConfig.state !== 'read' || files.size === 0)
        return webConfig;
    const replaced = (element) => {
        const file = files.get(attributeValue(element, 'configSource') ?? '');
        if (file?.state === 'read' && file.root.name === element.name)
            return placedAt(file.root, element);
        return { ...element, children: element.children.map(replaced) };
    };
    return { ...webConfig, root: replaced(webConfig.root) };
}
function placedAt({ name, attributes, children }, { line, column }) {
    return {
        name,
        line,
        column,
        attributes: attributes.map((attribute) => ({ ...attribute, line, column })),
        children: children.map((child) => placedAt(child, { line, column })),
    };
}

;// CONCATENATED MODULE: ./build/artifact/section-files.js



/** Bytes; IIS reads no larger file unless told otherwise. */
const largestFile = 250 * 1024;
/** More than any web.config has; a hostile one could name thousands. */
const mostFiles = 50;
/** The web.config with the sections that stand in files of their own beside it. */
async function withSectionFiles(webConfig, { files, read }) {
    const sections = new Map();
    for (const name of externalSectionFiles(webConfig).slice(0, mostFiles)) {
        // The file must lie in the folder of web.config or below.
        const key = /^[\\/]|:|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(name) ? '' : (0,paths/* pathKey */.Pn)(name);
        const file = files.get(key);
        if (file !== undefined && file.size <= largestFile)
            sections.set(name, (0,configuration_file/* readConfigurationFile */.B)(file.path, await read(key)));
    }
    return withExternalSections(webConfig, sections);
}

;// CONCATENATED MODULE: ./build/artifact/start-contents.js


/** Bytes kept of one file and of all. A deps.json of a large application has a few MB. */
const largest = { deps: 16 * 1024 * 1024, other: 1024 * 1024, all: 64 * 1024 * 1024 };
/** The text files the host reads, from the root and from beside what web.config names, and the settings at the root. */
async function readStartContents(application, named) {
    const contents = new Map();
    const notes = [];
    let total = 0;
    for (const folder of new Set(['', ...[...named].map(paths/* parentPath */.yl)])) {
        for (const key of application.inFolder(folder)) {
            if (!isHostFile(key) && !(folder === '' && isSettingsFile(key)))
                continue;
            const { path, size } = application.files.get(key) ?? { path: key, size: 0 };
            if (size > (key.endsWith('.deps.json') ? largest.deps : largest.other) || total + size > largest.all) {
                notes.push(`${(0,application_files/* shownName */.H)(path)} was not read: it is ${size} bytes long.`);
            }
            else {
                total += size;
                contents.set(key, await application.read(key));
            }
        }
    }
    return { contents, notes };
}
function isHostFile(key) {
    return ['.runtimeconfig.json', '.runtimeconfig.dev.json', '.deps.json'].some((suffix) => key.endsWith(suffix));
}
function isSettingsFile(key) {
    return /^appsettings.*\.json$/.test((0,paths/* fileName */.Md)(key));
}

;// CONCATENATED MODULE: ./build/artifact/start-images.js


/** Methods that tell how the application builds its host, and others that advice looks for. */
const memberNames = [
    ...['CreateSlimBuilder', 'CreateEmptyBuilder', 'UseIIS', 'UseIISIntegration', 'CreateBuilder', 'CreateDefaultBuilder'],
    ...['UseHttpsRedirection', 'set_HttpsPort'],
    ...['MapBlazorHub', 'AddInteractiveServerRenderMode', 'MapHub', 'UseWebSockets'],
    ...['PersistKeysToFileSystem', 'PersistKeysToRegistry', 'PersistKeysToDbContext', 'UseEphemeralDataProtectionProvider'],
];
/** What an executable or an entry assembly is asked. */
const entryFacts = { fileVersion: true, exports: true, appHost: true, assembly: { memberNames } };
/** Files that the host and the module load by name, from the folder of the application. */
const startLibraries = new Map([
    ['hostfxr.dll', { fileVersion: true, exports: true }],
    ['hostpolicy.dll', { fileVersion: true, exports: true }],
    ['coreclr.dll', { fileVersion: true, exports: true }],
    ['clrjit.dll', { fileVersion: true }],
    ['aspnetcorev2_inprocess.dll', { fileVersion: true, exports: true }],
    ['system.private.corelib.dll', { fileVersion: true }],
    ['microsoft.aspnetcore.server.iis.dll', { fileVersion: true }],
]);
/** Looks into every image that could take part in the start; `named` are the keys that web.config names. */
async function readStartImages(application, named) {
    const images = new Map();
    for (const [key, wanted] of worthLookingInto(application, named)) {
        const size = application.files.get(key)?.size ?? 0;
        images.set(key, await readBinaryImage((offset, length) => application.read(key, offset, length), size, wanted));
    }
    return images;
}
function worthLookingInto(application, named) {
    const wanted = new Map();
    const inProcessHandler = 'aspnetcorev2_inprocess.dll';
    for (const key of application.files.keys()) {
        // The handler also comes as a native asset below runtimes\.
        if (key.endsWith(inProcessHandler) && (0,paths/* fileName */.Md)(key) === inProcessHandler)
            wanted.set(key, { fileVersion: true, exports: true });
    }
    for (const folder of new Set(['', ...[...named].map(paths/* parentPath */.yl)])) {
        for (const key of application.inFolder(folder)) {
            const facts = startLibraries.get((0,paths/* fileName */.Md)(key));
            if (facts !== undefined)
                wanted.set(key, facts);
        }
    }
    for (const key of application.inFolder(''))
        if (isEntryCandidate(key, application))
            wanted.set(key, entryFacts);
    for (const key of named)
        if (!wanted.has(key))
            wanted.set(key, entryFacts);
    return wanted;
}
/** Every exe, and every dll that comes with the files of an application of its own. */
function isEntryCandidate(key, { files }) {
    const kind = (0,paths/* extension */.ck)(key);
    if (kind === '.exe')
        return true;
    if (kind !== '.dll')
        return false;
    const stem = key.slice(0, -kind.length);
    return ['.runtimeconfig.json', '.deps.json', '.exe'].some((suffix) => files.has(stem + suffix));
}

;// CONCATENATED MODULE: ./build/artifact/publish-facts.js










/** The same input with another folder as the application root. */
function publish_facts_atRoot(opened, root) {
    return { ...opened, chooseRoot: () => ({ root, notes: [] }) };
}
/** IIS reads 250 KB unless told otherwise; far more is no configuration. */
const publish_facts_largestWebConfig = 4 * 1024 * 1024;
/** Reads an opened input into facts. Oddities of the files are data; only a failing disk or package is an `InputError`. */
async function publish_facts_readPublishFacts({ tree, shape, chooseRoot, parameters = [], notes }) {
    const whole = (0,application_files/* applicationFiles */.G)(tree, '');
    const roots = await findApplicationRoots(whole);
    const { root, notes: rootNotes } = chooseRoot(whole.files, roots);
    const application = root === '' ? whole : (0,application_files/* applicationFiles */.G)(tree, root);
    const { webConfig, notes: parameterNotes } = (0,deploy_parameters/* withDeployParameters */.yv)(await readWebConfig(application), parameters);
    const named = namedEntryPoints(webConfig, application.files);
    const startImages = await readStartImages(application, named);
    const { contents: stored, notes: contentNotes } = await readStartContents(application, named);
    const contents = (0,deploy_parameters/* withTextParameters */.kg)(stored, parameters);
    const images = new Map([...startImages, ...(await readPromisedImages(application, contents, startImages, shape))]);
    return {
        name: tree.name,
        shape,
        root,
        otherRoots: roots.filter((other) => (0,paths/* pathKey */.Pn)(other) !== (0,paths/* pathKey */.Pn)(root)),
        files: application.files,
        images,
        contents,
        webConfig,
        notes: [...notes, ...emptyNote(whole), ...rootNotes, ...parameterNotes, ...application.notes, ...contentNotes],
    };
}
/** Mostly a path that is wrong, or an upload that went wrong. */
function emptyNote({ files }) {
    return files.size === 0 ? ['There are no files in it.'] : [];
}
async function readWebConfig(application) {
    const { files, read } = application;
    const file = files.get('web.config');
    if (file === undefined)
        return { state: 'absent' };
    if (file.size > publish_facts_largestWebConfig) {
        return { state: 'malformed', path: file.path, message: `the file is ${file.size} bytes long, more than IIS reads`, line: 1, column: 1 };
    }
    return withSectionFiles((0,configuration_file/* readConfigurationFile */.B)(file.path, await read('web.config')), application);
}

;// CONCATENATED MODULE: ./build/artifact/applications.js


/** An input with more of them is no pipeline artifact but a disk; it is taken as it is. */
const mostApplications = 20;
/**
 * The applications of an opened input. Its own root counts when it is one. Otherwise the check goes on where one is: in the only folder
 * below that looks like one, or in each of several.
 */
async function readApplications(opened) {
    const whole = await publish_facts_readPublishFacts(opened);
    if (isApplication(whole))
        return [whole];
    const roots = outermost(whole.otherRoots);
    const [root, ...others] = roots;
    if (root === undefined || roots.length > mostApplications)
        return [whole];
    if (others.length === 0)
        return [await publish_facts_readPublishFacts(publish_facts_atRoot(opened, root))];
    const input = whole.name.replace(/[\\/]+$/, '');
    const applications = [];
    for (const below of roots)
        applications.push({ ...(await publish_facts_readPublishFacts(publish_facts_atRoot(opened, below))), label: `${input}/${below}` });
    return applications;
}
/** IIS would find an application at its root, or at least somebody meant it to. */
function isApplication({ webConfig, files }) {
    if (webConfig.state !== 'absent')
        return true;
    const suffix = '.runtimeconfig.json';
    const top = [...files.keys()].filter((key) => !key.includes('\\'));
    // A single file and a native executable have nothing beside them that says what they are.
    return top.some((key) => key.endsWith('.exe') || (key.endsWith(suffix) && files.has(`${key.slice(0, -suffix.length)}.dll`)));
}
/** Without those that lie inside another. `roots`: shallowest first. */
function outermost(roots) {
    const kept = [];
    for (const root of roots) {
        if (root !== '' && !kept.some((outer) => (0,paths/* pathKey */.Pn)(root).startsWith(`${(0,paths/* pathKey */.Pn)(outer)}\\`)))
            kept.push(root);
    }
    return kept;
}

// EXTERNAL MODULE: ./build/artifact/packages-inside.js
var packages_inside = __webpack_require__(7595);
;// CONCATENATED MODULE: ./build/artifact/folder-root.js

/** A folder is deployed as it is, so it is its own root, whatever lies below it. */
const folderRoot = (files, roots) => ({ root: '', notes: (0,packages_inside/* packagesWithoutApplication */.Y)('folder', files, roots) });

// EXTERNAL MODULE: ./build/artifact/package-shape.js
var package_shape = __webpack_require__(1251);
;// CONCATENATED MODULE: ./build/artifact/read-artifact.js









/**
 * Reads what lies at `path` into facts: a folder, or a ZIP archive, Web Deploy package or NuGet package, without unpacking it to the disk.
 * `drop.zip/shop` means the folder or package `shop` inside the package. One input gives several artifacts when its top is no application
 * and several folders or packages below are. Throws `InputError` when there is nothing at `path`, or something that cannot be read.
 */
async function readPublishArtifacts(path, disk) {
    const kind = await disk.kind(path);
    if (kind === 'folder')
        return readFolder(await disk.tree(path), path, disk);
    const inside = kind === 'file' ? { file: path } : await folderInPackage(path, disk);
    if (inside === undefined)
        throw new input_error/* InputError */.d([{ file: path, expected: 'a publish folder or package', found: 'nothing at this path' }]);
    const file = await disk.open(inside.file);
    try {
        const opened = await openPackageFile(file, inside.file);
        return 'root' in inside ? await readInside(opened, inside.root, path) : await readPackage(opened);
    }
    finally {
        await file.close();
    }
}
/** A folder inside a package, or a package inside it. */
async function readInside(opened, root, path) {
    const named = opened.tree.files.find((file) => (0,paths/* pathKey */.Pn)(file.path) === (0,paths/* pathKey */.Pn)(root));
    if (named !== undefined)
        return readPackageInside(opened, named.path, path);
    const artifact = await publish_facts_readPublishFacts(publish_facts_atRoot(opened, root));
    if (artifact.files.size === 0)
        throw new input_error/* InputError */.d([{ file: path, expected: `files below ${(0,application_files/* shownName */.H)(root)} in the package`, found: 'none' }]);
    return [{ ...artifact, label: path }];
}
async function readPackageInside(opened, stored, name) {
    const file = await opened.openFile?.(stored);
    return file === undefined ? [] : readApplications(await openPackageFile(file, name));
}
/** The first of the artifacts at `path`, for what asks about one. */
async function readPublishArtifact(path, disk) {
    const [first] = await readPublishArtifacts(path, disk);
    if (first === undefined)
        throw new Error(`${path} was read into no artifact`);
    return first;
}
async function readFolder(tree, path, disk) {
    return readOrLookInside(await openFolder(tree), (name) => readPublishArtifacts(below(path, name), disk));
}
async function readPackage(opened) {
    return readOrLookInside(opened, (name) => readPackageInside(opened, name, below(opened.tree.name, name)));
}
/** What is no application but holds packages of some, as pipelines drop them and portals hand them out, is as good as these. */
async function readOrLookInside(opened, readInner) {
    const artifacts = await readApplications(opened);
    if (artifacts.some(isApplication))
        return artifacts;
    const applications = [];
    for (const name of (0,packages_inside/* packagesInside */.I)(opened.tree).slice(0, mostApplications)) {
        applications.push(...(await readInner(name)).filter(isApplication));
    }
    return applications.length > 0 ? applications : artifacts;
}
function below(path, name) {
    return `${path.replace(/[\\/]+$/, '')}/${name}`;
}
/** The package that a path leads through, and the folder in it: `drop.zip/shop` where drop.zip is a file. */
async function folderInPackage(path, disk) {
    for (const match of path.matchAll(/\.(?:zip|nupkg)[\\/]/gi)) {
        const end = match.index + match[0].length - 1;
        const file = path.slice(0, end);
        const root = path
            .slice(end + 1)
            .replaceAll('\\', '/')
            .replace(/\/+$/, '');
        if ((await disk.kind(file)) === 'file')
            return { file, root };
    }
    return undefined;
}
/** Reads a folder. `root` names the folder inside it that is to count as the application root; absent: the one that the shape implies. */
async function readFolderArtifact(tree, root) {
    const opened = await openFolder(tree);
    return readPublishFacts(root === undefined ? opened : atRoot(opened, root));
}
/** A Web Deploy package may also be a folder, as `msdeploy -dest:archiveDir=…` writes it. */
async function openFolder(tree) {
    const notes = [...backslashNote(tree), ...leftOutNote(tree)];
    const shape = (0,package_shape/* packageShape */.m4)(tree.files.map(({ path }) => path));
    if (shape !== 'web-deploy-package')
        return { tree, shape: 'folder', chooseRoot: folderRoot, notes };
    return { tree, shape, chooseRoot: package_shape/* chooseRootOf */.HN[shape], parameters: await (0,deploy_parameters/* packageParameters */.zO)(tree), notes };
}
/** File names with a `\` come from archives of Windows that were unpacked by a tool for which it is a letter like any other. */
function backslashNote({ files }) {
    const odd = files.filter(({ path }) => path.includes('\\'));
    const [first] = odd;
    if (first === undefined)
        return [];
    return [
        `${odd.length} file name${odd.length > 1 ? 's' : ''} contain${odd.length > 1 ? '' : 's'} a \\, which separates folders on Windows and was read so, such as ${(0,application_files/* shownName */.H)(first.path)}.`,
    ];
}
/** What is no file is not deployed, or not as a file; it may be why something seems to be missing. */
function leftOutNote({ leftOut = [] }) {
    const [first, ...others] = leftOut;
    if (first === undefined)
        return [];
    const more = others.length > 0 ? ` ${others.length} more ${others.length > 1 ? 'entries were' : 'entry was'} left out too.` : '';
    return [`${(0,application_files/* shownName */.H)(first.path)} was left out: ${first.why}.${more}`];
}
/** Reads a package; `name` is what messages call it. `root` as for `readFolderArtifact`. */
async function readPackageArtifact(file, name, root) {
    const opened = await openPackageFile(file, name);
    return readPublishFacts(root === undefined ? opened : atRoot(opened, root));
}
async function openPackageFile(file, name) {
    // Loaded for packages only: a run over a folder has no use for the reader of archives.
    const { openPackage } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 9456));
    return openPackage(file, name);
}

// EXTERNAL MODULE: ./build/configuration/read-configuration.js + 1 modules
var read_configuration = __webpack_require__(5115);
;// CONCATENATED MODULE: ./build/iis/configuration-secrets.js

/** Variables whose values a report may show: the ones the module and the .NET host read. */
const shownVariable = /^(?:DOTNET_|ASPNETCORE_|ANCM_|COREHOST_|COMPlus_|PATH$)/i;
/** An argument such as `--Password=x`, `/apikey:x` or `ConnectionStrings:Default=x` whose value is nobody's business. */
const secretArgument = /(?:password|passwd|pwd|secret|token|apikey|api-key|accountkey|connectionstring[\w:]*)["']?\s*[=:\s]\s*("[^"]{1,2000}"|'[^']{1,2000}'|[^\s"';]{1,2000})/gi;
function fromArguments(text) {
    return [...text.matchAll(secretArgument)].map((match) => (match[1] ?? '').replace(/^["']|["']$/g, ''));
}
function secretsIn(element) {
    const own = element.name === 'environmentVariable' && !shownVariable.test(attributeValue(element, 'name') ?? '')
        ? [attributeValue(element, 'value') ?? '']
        : [];
    const fromPools = element.name === 'add' ? ['connectionString', 'password'].map((name) => attributeValue(element, name) ?? '') : [];
    return [...own, ...fromPools, ...fromArguments(attributeValue(element, 'arguments') ?? ''), ...element.children.flatMap(secretsIn)];
}
/** Values of a web.config that no output may show: of environment variables other than the host's own, of secret-looking arguments, passwords. */
function configurationSecrets(file) {
    return new Set(file.state === 'read' ? secretsIn(file.root).filter((value) => value !== '') : []);
}

;// CONCATENATED MODULE: ./build/model/read-inputs.js

/**
 * Reads one input after the other: thousands of them at a time would need as many file handles. What is wrong with any of them is added
 * to `problems`, so that all of it can be said at once; those inputs are left out.
 */
async function readInputs(paths, read, problems) {
    const inputs = [];
    for (const path of paths) {
        try {
            inputs.push(await read(path));
        }
        catch (error) {
            if (!(error instanceof input_error/* InputError */.d))
                throw error;
            problems.push(...error.problems);
        }
    }
    return inputs;
}

;// CONCATENATED MODULE: ./build/model/artifact-key.js
/** The same for every way to write the path of an artifact: `./publish/`, `publish` and `.\publish` are one. */
function artifactKey(path) {
    return path
        .replaceAll('\\', '/')
        .replace(/^(?:\.\/)+/, '')
        .replace(/\/+$/, '');
}

;// CONCATENATED MODULE: ./build/report/input-notices.js

/**
 * Mappings of the configuration file that place nothing although something is left to place: for an artifact that is not in the run while
 * another has no mapping, or for a server that is not in the run. Most often a name is misspelt.
 */
function mappingNotices(mappings, artifacts, servers) {
    const names = artifacts.map(({ name, label }) => label ?? name);
    const known = new Set(names.map(artifactKey));
    const mapped = new Set(mappings.map(({ artifact }) => artifactKey(artifact)));
    const free = names.filter((name) => !mapped.has(artifactKey(name)));
    return mappings.flatMap(({ artifact, server, at }) => {
        if (!known.has(artifactKey(artifact))) {
            const message = `No artifact of this run is called ${artifact}, and the file does not say where ${free.join(', ')} goes.`;
            return free.length === 0 ? [] : [{ message, location: at }];
        }
        if (server === undefined || servers.length === 0 || servers.some(({ name }) => name === server))
            return [];
        return [{ message: `No server of this run is called ${server}, so ${artifact} is not checked for it.`, location: at }];
    });
}
/** What the readers have to say about the inputs themselves: files that were not read, a bundle the data do not know. */
function inputNotices(artifacts, servers) {
    const ofArtifacts = artifacts.flatMap(({ name, label, notes }) => notes.map((note) => ({ message: `${label ?? name}: ${note}` })));
    const ofServers = servers.flatMap(({ name, manifest, notes = [] }) => notes.map((note) => ({ message: `${name}: ${note}`, location: { file: manifest.file } })));
    return [...ofArtifacts, ...ofServers];
}

;// CONCATENATED MODULE: ./build/report/redaction.js
const shortestSecret = 6;
/** Values that are no secret to anybody, and words of the report itself. */
const harmless = /^(?:true|false|\d{1,6}|production|development|staging|disabled|enabled|default|information|warning|inprocess|outofprocess)$/i;
/** Every text of a value, changed; numbers, flags and keys stay. */
function mapTexts(value, change) {
    // The casts keep the shape: a text stays a text, a list stays a list, and an object keeps its keys.
    if (typeof value === 'string')
        return change(value);
    if (Array.isArray(value))
        return value.map((entry) => mapTexts(entry, change));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapTexts(entry, change)]));
}
/** The report with every occurrence of a secret replaced. Very short values are left, because they would hit ordinary words. */
function redactReport(report, secrets) {
    const long = [...secrets].filter((secret) => secret.length >= shortestSecret && !harmless.test(secret));
    if (long.length === 0)
        return report;
    const index = secretIndex(long);
    return mapTexts(report, (text) => withoutSecrets(text, index));
}
function secretIndex(secrets) {
    const firstCodes = new Uint8Array(0x10000);
    const byStart = new Map();
    for (const secret of secrets.toSorted((left, right) => right.length - left.length)) {
        firstCodes[secret.charCodeAt(0)] = 1;
        const start = secret.slice(0, shortestSecret);
        const others = byStart.get(start);
        if (others === undefined)
            byStart.set(start, [secret]);
        else
            others.push(secret);
    }
    return { firstCodes, byStart };
}
/** Secrets that overlap are replaced as one, so that no part of either is left. */
function withoutSecrets(text, { firstCodes, byStart }) {
    let shown = '';
    let shownTo = 0;
    let hiddenTo = 0;
    for (let at = 0; at + shortestSecret <= text.length; at++) {
        if (firstCodes[text.charCodeAt(at)] !== 1)
            continue;
        const secret = byStart.get(text.slice(at, at + shortestSecret))?.find((one) => text.startsWith(one, at));
        if (secret === undefined)
            continue;
        if (at >= hiddenTo) {
            shown += `${text.slice(shownTo, at)}***`;
        }
        hiddenTo = Math.max(hiddenTo, at + secret.length);
        shownTo = hiddenTo;
    }
    return shownTo === 0 ? text : shown + text.slice(shownTo);
}

;// CONCATENATED MODULE: ./build/report/suppressions.js

/**
 * Marks the findings that the configuration accepts. A suppression whose last day has passed marks nothing and says so, and so does one
 * that no finding of this run matches. Findings stay in the report. `today`: `YYYY-MM-DD`.
 */
function applySuppressions(report, suppressions, today) {
    if (suppressions.length === 0)
        return report;
    const inForce = suppressions.filter((suppression) => !isExpired(suppression, today));
    const used = new Set();
    const mark = (start, finding) => {
        const suppression = inForce.find((candidate) => covers(candidate, start, finding));
        if (suppression === undefined)
            return finding;
        used.add(suppression);
        const { reason, until } = suppression;
        return { ...finding, suppressed: until === undefined ? { reason } : { reason, until } };
    };
    const starts = report.starts.map((start) => ({ ...start, findings: start.findings.map((finding) => mark(start, finding)) }));
    const notices = suppressions.flatMap((suppression) => noticeAbout(suppression, used, today));
    if (notices.length === 0)
        return { ...report, starts };
    return { ...report, starts, notices: [...(report.notices ?? []), ...notices] };
}
/** Dates of the form `YYYY-MM-DD` compare as text. */
function isExpired({ until }, today) {
    return until !== undefined && until < today;
}
function covers({ rule, artifact, server }, start, finding) {
    if (finding.rule !== rule)
        return false;
    if (artifact !== undefined && artifactKey(artifact) !== artifactKey(start.artifact))
        return false;
    return server === undefined || server === start.server;
}
function noticeAbout(suppression, used, today) {
    const { rule, until, reason, at } = suppression;
    if (isExpired(suppression, today)) {
        return [
            { message: `The suppression of ${rule} ended on ${until}, so its findings count again. Its reason was: ${reason}`, location: at },
        ];
    }
    if (used.has(suppression))
        return [];
    return [{ message: `The suppression of ${rule} matches nothing in this run; remove it if that stays so.`, location: at }];
}

;// CONCATENATED MODULE: ./build/iis/application-host-pools.js



/**
 * The application pools of applicationHost.config. What a pool does not say comes from `<applicationPoolDefaults>`, then from the schema
 * of IIS (learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools). `undefined`: the file does not list pools.
 */
function applicationPools(root) {
    const sections = readableSection(root, 'system.applicationHost/applicationPools');
    if (sections === undefined)
        return undefined;
    const defaults = sections.flatMap(({ children }) => children).filter(({ name }) => name === 'applicationPoolDefaults');
    return collectionEntries(sections).map((pool) => appPool(pool, defaults));
}
function appPool(pool, defaults) {
    const setting = (name) => [pool, ...defaults].map((element) => attributeValue(element, name)).find((value) => value !== undefined);
    const emulation = setting('enableEmulationOnWinArm64');
    return {
        name: attributeValue(pool, 'name') ?? '',
        enable32BitAppOnWin64: isTrue(setting('enable32BitAppOnWin64')),
        ...(emulation === undefined ? {} : { enableEmulationOnWinArm64: isTrue(emulation) }),
        managedRuntimeVersion: setting('managedRuntimeVersion') ?? '',
        managedPipelineMode: setting('managedPipelineMode') ?? 'Integrated',
        // Stopping a pool in IIS Manager or with appcmd also clears autoStart, so that it stays stopped; starting it sets it again.
        state: isTrue(setting('autoStart') ?? 'true') ? 'Started' : 'Stopped',
        enableConfigurationOverride: isTrue(setting('enableConfigurationOverride') ?? 'true'),
        startMode: setting('startMode') ?? 'OnDemand',
        ...processSettings([pool, ...defaults]),
        environment: environmentOf([...defaults, pool]),
    };
}
/** What IIS takes in all its versions where nobody writes them. */
const times = { idleTimeout: '00:20:00', startupTimeLimit: '00:01:30', shutdownTimeLimit: '00:01:30' };
/** Settings of the worker process, where the pool or the defaults write them; what IIS takes for others differs between its versions. */
function processSettings(elements) {
    const written = (childName, attribute) => elements
        .flatMap(({ children }) => children.filter(({ name }) => name === childName))
        .map((child) => attributeValue(child, attribute))
        .find((value) => value !== undefined);
    const ofProcess = (attribute) => written('processModel', attribute);
    const identityType = ofProcess('identityType');
    const loadUserProfile = ofProcess('loadUserProfile');
    const setProfileEnvironment = ofProcess('setProfileEnvironment');
    const maxProcesses = ofProcess('maxProcesses');
    const rapidFailProtection = written('failure', 'rapidFailProtection');
    return {
        ...(identityType === undefined ? {} : { identityType }),
        ...(loadUserProfile === undefined ? {} : { loadUserProfile: isTrue(loadUserProfile) }),
        ...(setProfileEnvironment === undefined ? {} : { setProfileEnvironment: isTrue(setProfileEnvironment) }),
        ...(maxProcesses === undefined || !/^\d{1,9}$/.test(maxProcesses) ? {} : { maxProcesses: Number(maxProcesses) }),
        idleTimeout: ofProcess('idleTimeout') ?? times.idleTimeout,
        startupTimeLimit: ofProcess('startupTimeLimit') ?? times.startupTimeLimit,
        shutdownTimeLimit: ofProcess('shutdownTimeLimit') ?? times.shutdownTimeLimit,
        ...(rapidFailProtection === undefined ? {} : { rapidFailProtection: isTrue(rapidFailProtection) }),
    };
}
/** Variables whose values .NET reads at the start; the values of all others may be secrets and are not kept. */
const keptVariable = /^(?:DOTNET_.*|ASPNETCORE_.*|ANCM_.*|PATH)$/;
/** Such as `ASPNETCORE_Kestrel__Certificates__Default__Password`; no setting that decides a start is called so. */
const secretVariable = /PASSWORD|PASSWD|PWD|SECRET|TOKEN|API_?KEY|CONNECTION_?STRING/;
function environmentOf(elements) {
    const collections = elements.flatMap(({ children }) => children).filter(({ name }) => name === 'environmentVariables');
    return new Map(collectionEntries(collections).map((entry) => {
        const name = (attributeValue(entry, 'name') ?? '').toUpperCase();
        const value = attributeValue(entry, 'value') ?? '';
        return [name, keptVariable.test(name) && !secretVariable.test(name) && !isEncrypted(value) ? value : null];
    }));
}
/** As IIS writes an attribute that its schema or an administrator protects: `[enc:AesProvider:…:enc]`. */
function isEncrypted(value) {
    return value.startsWith('[enc:');
}

;// CONCATENATED MODULE: ./build/iis/section-content.js


const bool = ['true', 'false', '0', '1'];
/**
 * The two sections that every request depends on, as `IIS_schema.xml` has them (public copy: lextm/iis_schema).
 * The others are left to the modules that read them.
 */
const schemas = new Map([
    [
        'system.webServer/handlers',
        {
            attributes: ['accessPolicy'],
            add: {
                attributes: [
                    'name',
                    'path',
                    'verb',
                    'type',
                    'modules',
                    'scriptProcessor',
                    'resourceType',
                    'requireAccess',
                    'allowPathInfo',
                    'preCondition',
                    'responseBufferLimit',
                ],
                required: ['name', 'path', 'verb'],
                values: new Map([
                    ['resourceType', ['File', 'Directory', 'Either', 'Unspecified']],
                    ['requireAccess', ['None', 'Read', 'Write', 'Script', 'Execute']],
                    ['allowPathInfo', bool],
                ]),
            },
        },
    ],
    [
        'system.webServer/modules',
        {
            attributes: ['runAllManagedModulesForAllRequests', 'runManagedModulesForWebDavRequests'],
            add: { attributes: ['name', 'type', 'preCondition'], required: ['name'], values: new Map() },
        },
    ],
]);
/** Attributes that the configuration system itself understands on every element. */
const systemAttribute = /^(?:lockItem|lockAttributes|lockElements|lockAllAttributesExcept|lockAllElementsExcept|configSource|xmlns(?::.*)?)$/;
function isSystemAttribute(name) {
    return systemAttribute.test(name);
}
/** What in one element of `handlers` or `modules` violates its schema; nothing for other sections. Names are compared with regard to case. */
function contentViolations(section, element) {
    const schema = schemas.get(section);
    if (schema === undefined)
        return [];
    return [
        ...unknownAttributes(element, schema.attributes),
        ...element.children.flatMap((child) => entryViolations(element, child, schema.add)),
    ];
}
/**
 * Attributes of another namespace anywhere in a section, such as the `xdt:Transform` of a transformation that did not run: no schema of IIS
 * has them (the page says: Unrecognized attribute).
 */
function foreignAttributes(element) {
    const own = element.attributes
        .filter(({ name }) => name.includes(':') && !isSystemAttribute(name))
        .map(({ name, line, column }) => ({
        line,
        column,
        problem: `the unknown attribute ${name} of <${element.name}>`,
        expected: name.startsWith('xdt:')
            ? 'no xdt: attributes; the transformation that takes them out did not run'
            : 'attributes without a prefix',
    }));
    return [...own, ...element.children.flatMap(foreignAttributes)];
}
function entryViolations(section, entry, schema) {
    const { line, column } = entry;
    switch (entry.name) {
        case 'clear':
            return [];
        case 'remove':
            return attributeValue(entry, 'name') === undefined
                ? [{ line, column, problem: 'a <remove> without the attribute name', expected: 'name="…"' }]
                : [];
        case 'add':
            return [...missingAttributes(entry, schema), ...unknownAttributes(entry, schema.attributes), ...wrongValues(entry, schema)];
        default:
            return [{ line, column, problem: `<${entry.name}> inside <${section.name}>`, expected: '<add>, <remove> or <clear>' }];
    }
}
function unknownAttributes(element, known) {
    return element.attributes
        .filter(({ name }) => !known.includes(name) && !isSystemAttribute(name))
        .map(({ name, line, column }) => {
        const spelling = known.find((attribute) => attribute.toLowerCase() === name.toLowerCase());
        return {
            line,
            column,
            problem: `the unknown attribute ${name} of <${element.name}>`,
            expected: spelling === undefined ? (known.length === 0 ? 'no attribute' : known.join(', ')) : `${spelling}, in this case`,
        };
    });
}
function missingAttributes(entry, { required }) {
    const { line, column } = entry;
    return required
        .filter((name) => attributeValue(entry, name) === undefined)
        .map((name) => ({ line, column, problem: `an <add> without the attribute ${name}`, expected: `${name}="…"` }));
}
function wrongValues(entry, { values }) {
    return entry.attributes.flatMap(({ name, value, line, column }) => {
        const allowed = values.get(name);
        if (allowed === undefined || (0,deploy_time_token/* deployTimeToken */.k)(value) !== undefined)
            return [];
        if (allowed.some((one) => one.toLowerCase() === value.toLowerCase()))
            return [];
        return [{ line, column, problem: `${name}="${value}"`, expected: allowed.join(', ') }];
    });
}

;// CONCATENATED MODULE: ./build/iis/element-locks.js


/** Elements that speak of one entry; what they lock concerns changes of that entry. */
const entryElements = new Set(['add', 'remove', 'clear']);
/**
 * Attributes and elements that a section of applicationHost.config locks one by one.
 * Source: learn.microsoft.com/iis/get-started/planning-for-security/how-to-use-locking-in-iis-configuration.
 */
function elementLocks(element, within = []) {
    const attributes = lockedNames(element, 'lockAttributes', 'lockAllAttributesExcept');
    const elements = lockedNames(element, 'lockElements', 'lockAllElementsExcept');
    const lockedItems = within.length > 0 && isLockedItem(element) ? [wholeElement(within)] : [];
    const below = element.children
        .filter(({ name }) => !entryElements.has(name))
        .flatMap((child) => elementLocks(child, [...within, child.name]));
    if (attributes === undefined && elements === undefined)
        return [...lockedItems, ...below];
    const own = { within, ...(attributes === undefined ? {} : { attributes }), ...(elements === undefined ? {} : { elements }) };
    return [...lockedItems, own, ...below];
}
/** `lockItem` of an element inside a section locks that element in the one around it. */
function wholeElement(within) {
    return { within: within.slice(0, -1), elements: { names: within.slice(-1), except: false } };
}
function isLockedItem(element) {
    return isTrue(attributeValue(element, 'lockItem'));
}
function lockedNames(element, only, except) {
    const written = attributeValue(element, only);
    const others = attributeValue(element, except);
    const names = (written ?? others)?.split(/[,\s]+/).filter((name) => name !== '');
    return names === undefined || (written !== undefined && names.length === 0) ? undefined : { names, except: written === undefined };
}
/** What in the elements of a section that a web.config sets the locks forbid, in the order of the locks. */
function lockViolations(locks, elements) {
    return locks.flatMap((lock) => elementsWithin(elements, lock.within).flatMap((element) => [
        ...element.attributes
            .filter(({ name }) => !isSystemAttribute(name) && isLocked(lock.attributes, name))
            .map((attribute) => ({ element, attribute })),
        ...element.children.filter(({ name }) => isLocked(lock.elements, name)).map((child) => ({ element: child })),
    ]));
}
function isLocked(locked, name) {
    if (locked === undefined)
        return false;
    return locked.names.includes('*') || locked.names.includes(name) !== locked.except;
}
function elementsWithin(elements, within) {
    const [next, ...rest] = within;
    if (next === undefined)
        return elements;
    return elementsWithin(elements.flatMap(({ children }) => children).filter(({ name }) => name === next), rest);
}

;// CONCATENATED MODULE: ./build/iis/application-host-sections.js



/**
 * Every section that applicationHost.config declares, with its lock state: `overrideModeDefault` of the declaration, then what
 * `<location overrideMode>` says for the whole server or for one path (learn.microsoft.com/iis/get-started/planning-your-iis-architecture/how-to-use-locking-in-iis-configuration).
 * `undefined` when the file declares none, as a fragment does.
 */
function declaredSections(root) {
    const sections = new Map();
    for (const child of root.children)
        if (child.name === 'configSections')
            addDeclarations(child, '', sections);
    if (sections.size === 0)
        return undefined;
    const isGroup = groupsOf(sections);
    for (const child of root.children) {
        if (child.name === 'location')
            applyLocation(child, isGroup, sections);
        else
            for (const { path, element } of sectionsBelow(child, isGroup))
                if (isLockedItem(element))
                    lock(sections, path, '', true);
    }
    for (const { path, element } of sectionsInForce(root, isGroup))
        sections.get(path)?.elementLocks.push(...elementLocks(element));
    const byPath = [...sections].map(([path, { locked, lockedAt, elementLocks: locks }]) => [
        path,
        { declared: true, locked, ...(lockedAt.size === 0 ? {} : { lockedAt }), ...(locks.length === 0 ? {} : { elementLocks: locks }) },
    ]);
    return { byPath: new Map(byPath), complete: true };
}
function addDeclarations(element, prefix, sections) {
    for (const child of element.children) {
        const path = `${prefix}${attributeValue(child, 'name') ?? ''}`;
        if (child.name === 'sectionGroup')
            addDeclarations(child, `${path}/`, sections);
        else if (child.name === 'section')
            sections.set(path, { locked: isLockedByDeclaration(child), lockedAt: new Map(), elementLocks: [] });
    }
}
/** Without `overrideModeDefault` a section may be overridden; one for applicationHost.config alone never may. */
function isLockedByDeclaration(section) {
    const onlyHere = /^(?:AppHostOnly|MachineOnly)$/i.test(attributeValue(section, 'allowDefinition') ?? '');
    return onlyHere || attributeValue(section, 'overrideModeDefault')?.toLowerCase() === 'deny';
}
function groupsOf(sections) {
    const groups = new Set();
    for (const path of sections.keys()) {
        const segments = path.split('/');
        for (let count = 1; count < segments.length; count++)
            groups.add(segments.slice(0, count).join('/'));
    }
    return (path) => groups.has(path);
}
function applyLocation(location, isGroup, sections) {
    const locked = overrideMode(location);
    const at = isOwnLocation(location) ? '' : configurationPath(attributeValue(location, 'path') ?? '');
    for (const child of location.children) {
        for (const { path, element } of sectionsBelow(child, isGroup)) {
            if (isLockedItem(element))
                lock(sections, path, at, true);
            else if (locked !== undefined)
                lock(sections, path, at, locked);
        }
    }
}
/** `true` = locked; `undefined` = as above it. `allowOverride` is the older spelling. */
function overrideMode(location) {
    const mode = attributeValue(location, 'overrideMode')?.toLowerCase();
    if (mode === 'allow' || mode === 'deny')
        return mode === 'deny';
    const legacy = attributeValue(location, 'allowOverride')?.toLowerCase();
    return legacy === undefined ? undefined : legacy === 'false';
}
/** A later statement about the same place wins, and one about the whole server is taken back by none about a path. */
function lock(sections, path, at, locked) {
    const section = sections.get(path);
    if (section === undefined)
        return;
    if (at === '')
        section.locked = locked;
    else
        section.lockedAt.set(at, locked);
}
/** The path of a location as sites and applications are named: `Default Web Site/api`, without slashes at its ends. */
function configurationPath(path) {
    return path.replace(/^[\\/]+|[\\/]+$/g, '').replaceAll('\\', '/');
}

;// CONCATENATED MODULE: ./build/iis/application-name.js
/** An application as appcmd names it: `Default Web Site/api`, and `Default Web Site/` for the root application. */
function applicationName(site, path) {
    return `${site}${path.startsWith('/') ? path : `/${path}`}`;
}
/** `/api` for `api` and `/api/`. */
function applicationPath(path) {
    return `/${path.replace(/^[\\/]+|[\\/]+$/g, '').replaceAll('\\', '/')}`;
}

;// CONCATENATED MODULE: ./build/iis/application-host-sites.js







/**
 * Whether the server switches Windows authentication on for a path: the nearest location that says so, else the server as a whole, else
 * it is off (learn.microsoft.com/iis/configuration/system.webserver/security/authentication/windowsauthentication).
 */
function windowsAuthenticationAt(at, locations, wholeServer) {
    const said = settingsAt(at, locations).findLast(({ windowsAuthentication }) => windowsAuthentication !== undefined);
    const value = said?.windowsAuthentication ?? wholeServer;
    return value === undefined ? {} : { windowsAuthentication: value };
}
/** The sites of applicationHost.config with their applications. `undefined`: the file does not list sites. */
function sites(root) {
    const sections = readableSection(root, 'system.applicationHost/sites');
    if (sections === undefined)
        return undefined;
    const entries = sections.flatMap(({ children }) => children);
    const locations = locationSettings(root);
    // A file that declares no sections is a part of one, and what is not in it may be elsewhere.
    const wholeServer = windowsAuthenticationIn(sectionsInForce(root)) ?? (declaredSections(root) === undefined ? undefined : false);
    const defaults = entries.filter(({ name }) => name === 'applicationDefaults');
    return entries
        .filter(({ name }) => name === 'site')
        .map((site) => {
        const name = attributeValue(site, 'name') ?? '';
        const ownDefaults = site.children.filter((child) => child.name === 'applicationDefaults');
        const applications = site.children
            .filter((child) => child.name === 'application')
            .map((element) => ({
            ...application(name, element, [...ownDefaults, ...defaults], locations),
            ...windowsAuthenticationAt(application_host_sites_placeOf(name, element), locations, wholeServer),
        }));
        return { name, ...bindingsOf(site), applications };
    });
}
/** The configuration path of an application, in lower case. */
function application_host_sites_placeOf(site, application) {
    return configurationPath(`${site}${applicationPath(attributeValue(application, 'path') ?? '/')}`).toLowerCase();
}
/** Where the site listens; nothing where the file does not say it. */
function bindingsOf(site) {
    const lists = site.children.filter(({ name }) => name === 'bindings');
    if (lists.length === 0)
        return {};
    const bindings = lists
        .flatMap(({ children }) => children)
        .filter(({ name }) => name === 'binding')
        .map((binding) => ({
        protocol: attributeValue(binding, 'protocol') ?? '',
        bindingInformation: attributeValue(binding, 'bindingInformation') ?? '',
    }));
    return { bindings };
}
function application(site, element, defaults, locations) {
    const setting = (name) => [element, ...defaults].map((from) => attributeValue(from, name)).find((value) => value !== undefined);
    const path = applicationPath(attributeValue(element, 'path') ?? '/');
    const appPool = setting('applicationPool');
    const folder = physicalPath(element);
    const at = application_host_sites_placeOf(site, element);
    const handlers = handlersAt(at, locations);
    const hostingModel = hostingModelAt(locations.get(at) ?? [], handlers);
    const virtualDirectories = foldersBelow(element, path);
    return {
        path,
        ...(appPool === undefined ? {} : { appPool }),
        ...(folder === undefined ? {} : { physicalPath: folder }),
        ...(virtualDirectories.length === 0 ? {} : { virtualDirectories }),
        ...(hostingModel === undefined ? {} : { hostingModel }),
        preloadEnabled: isTrue(setting('preloadEnabled')),
        ...(handlers.length === 0 ? {} : { locationHandlers: handlers }),
        ...(settingsAt(at, locations).some(({ aspNetCore }) => aspNetCore !== undefined) ? { locationSection: true } : {}),
    };
}
const machine = environmentBlock([], windowsVariables('x64', 'x64'));
/** The folder of the application: that of its virtual directory `/`. `%SystemDrive%` and the like are expanded. */
function physicalPath(element) {
    const root = element.children.find((child) => child.name === 'virtualDirectory' && attributeValue(child, 'path') === '/');
    const path = root && attributeValue(root, 'physicalPath');
    if (path === undefined || path === '')
        return undefined;
    const expanded = expandEnvironmentVariables(path, machine);
    return expanded.known ? expanded.text : path;
}
function foldersBelow(application, path) {
    return application.children
        .filter(({ name }) => name === 'virtualDirectory')
        .map((directory) => applicationPath(attributeValue(directory, 'path') ?? '/'))
        .filter((directory) => directory !== '/')
        .map((directory) => (path === '/' ? directory : `${path}${directory}`));
}
/** The `<location>` elements below server level, by path in lower case, in the order of the file. */
function locationSettings(root) {
    const byPath = new Map();
    for (const location of root.children) {
        if (location.name !== 'location' || isOwnLocation(location))
            continue;
        const uses = location.children.flatMap((child) => sectionsBelow(child));
        const aspNetCore = uses.find(({ path }) => path === 'system.webServer/aspNetCore')?.element;
        const handlers = uses.filter(({ path }) => path === 'system.webServer/handlers').map(({ element }) => element);
        const inherited = attributeValue(location, 'inheritInChildApplications')?.toLowerCase() !== 'false';
        const key = configurationPath(attributeValue(location, 'path') ?? '').toLowerCase();
        const authentication = windowsAuthenticationIn(uses);
        const settings = {
            ...(aspNetCore === undefined ? {} : { aspNetCore }),
            ...(authentication === undefined ? {} : { windowsAuthentication: authentication }),
            handlers,
            inherited,
        };
        byPath.set(key, [...(byPath.get(key) ?? []), settings]);
    }
    return byPath;
}
/**
 * How the application runs as far as the server's own configuration tells: without `hostingModel` out-of-process.
 * An application of AspNetCoreModule (V1) is `none`: it shares the pool, but the V2 module, which refuses to mix the models,
 * does not know of it (aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/applicationmanager.cpp counts its own only).
 */
function hostingModelAt(settings, handlers) {
    const section = settings.findLast(({ aspNetCore }) => aspNetCore !== undefined)?.aspNetCore;
    if (section === undefined)
        return undefined;
    const modules = handlers.map((handler) => handler.modules.toLowerCase());
    if (modules.includes('aspnetcoremodule') && !modules.includes('aspnetcoremodulev2'))
        return 'none';
    return attributeValue(section, 'hostingModel')?.toLowerCase() === 'inprocess' ? 'inprocess' : 'outofprocess';
}
/** What locations say for this path: those above it that hand down what they say, the outermost first, and those of the path itself. */
function settingsAt(at, locations) {
    const segments = at.split('/');
    return segments.flatMap((_, index) => {
        const path = segments.slice(0, index + 1).join('/');
        return (locations.get(path) ?? []).filter(({ inherited }) => inherited || path === at);
    });
}
function handlersAt(at, locations) {
    const elements = settingsAt(at, locations).flatMap(({ handlers }) => handlers);
    return collectionEntries(elements).map((entry) => ({
        name: attributeValue(entry, 'name') ?? '',
        modules: attributeValue(entry, 'modules') ?? '',
    }));
}

;// CONCATENATED MODULE: ./build/iis/collection-keys.js
const collection = (within, add, key, caseSensitive = false) => ({
    within: within === '' ? [] : within.split('/'),
    add,
    keys: [{ name: key }],
    caseSensitive,
});
/**
 * Unique keys of the collections people write in web.config, by section. A second entry with the same key is refused with
 * ERROR_ALREADY_EXISTS. Facts of `IIS_schema.xml` and `rewrite_schema.xml` (public copy: lextm/iis_schema).
 */
const collections = new Map([
    ['applicationInitialization', [collection('', 'add', 'initializationPage')]],
    ['caching', [collection('profiles', 'add', 'extension')]],
    ['defaultDocument', [collection('files', 'add', 'value')]],
    ['handlers', [collection('', 'add', 'name', true)]],
    [
        'httpCompression',
        [collection('', 'scheme', 'name'), collection('staticTypes', 'add', 'mimeType'), collection('dynamicTypes', 'add', 'mimeType')],
    ],
    [
        'httpErrors',
        [{ within: [], add: 'error', keys: [{ name: 'statusCode' }, { name: 'subStatusCode', absent: '-1' }], caseSensitive: false }],
    ],
    ['httpProtocol', [collection('customHeaders', 'add', 'name'), collection('redirectHeaders', 'add', 'name')]],
    ['httpRedirect', [collection('', 'add', 'wildcard')]],
    ['isapiFilters', [collection('', 'filter', 'name', true)]],
    ['modules', [collection('', 'add', 'name', true)]],
    ['rewrite/outboundRules', [collection('', 'rule', 'name'), collection('preConditions', 'preCondition', 'name')]],
    ['rewrite/rewriteMaps', [collection('', 'rewriteMap', 'name')]],
    ['rewrite/rules', [collection('', 'rule', 'name')]],
    ['security/authentication/windowsAuthentication', [collection('providers', 'add', 'value')]],
    [
        'security/requestFiltering',
        [
            collection('alwaysAllowedQueryStrings', 'add', 'queryString'),
            collection('alwaysAllowedUrls', 'add', 'url'),
            collection('denyQueryStringSequences', 'add', 'sequence'),
            collection('denyUrlSequences', 'add', 'sequence'),
            collection('fileExtensions', 'add', 'fileExtension'),
            collection('filteringRules', 'filteringRule', 'name'),
            collection('hiddenSegments', 'add', 'segment'),
            collection('requestLimits/headerLimits', 'add', 'header'),
            collection('verbs', 'add', 'verb', true),
        ],
    ],
    ['staticContent', [collection('', 'mimeMap', 'fileExtension')]],
    ['tracing/traceFailedRequests', [collection('', 'add', 'path')]],
]);
/** Every section with a collection, by full path. */
const collectionSections = [...collections.keys()].map((section) => `system.webServer/${section}`);
/** The path of a collection as the facts of a server name it: its section, and the elements in between. */
function collectionPath(section, { within }) {
    return [section, ...within].join('/');
}
/** The collections of a section, by its full path. */
function collectionsOf(section) {
    return collections.get(section.replace(/^system\.webServer\//, '')) ?? [];
}
/** Sections that IIS reads for every request or when the application starts; it reads others only when a module asks for them. */
const readAlways = new Set(['handlers', 'httpProtocol', 'modules', 'security/requestFiltering']);
function isReadForEveryRequest(section) {
    return readAlways.has(section.replace(/^system\.webServer\//, ''));
}
/**
 * Sections that IIS reads for some answers only, and which: the application starts, and these answers are 500.19.
 * Observed on IIS 10 for error pages: answers with 200 are served.
 */
const readForSome = new Map([
    ['defaultDocument', 'for folders that IIS serves itself'],
    ['httpErrors', 'where the application or IIS answers with an error'],
    ['staticContent', 'for files that IIS serves itself'],
]);
/** Where IIS reads the section, in words; `undefined`: for every request, or nobody knows. */
function answersThatReadIt(section) {
    return readForSome.get(section.replace(/^system\.webServer\//, ''));
}

;// CONCATENATED MODULE: ./build/iis/application-host-config.js








/**
 * Reduces an applicationHost.config to the facts of a server manifest. Nothing that could be a secret is taken over: no identities,
 * no protected data, no values of variables other than those of .NET and PATH. A part that the file does not have, or has in another file
 * or encrypted, stays absent.
 * Throws `InputError` for a file that is absent, not well-formed, or the configuration of something else, such as a web.config.
 */
function readApplicationHostConfig(file) {
    const root = configurationRoot(file);
    const pools = applicationPools(root);
    const siteList = sites(root);
    const sections = declaredSections(root);
    return {
        ...globalModules(root),
        collections: collectionsOfServer(root),
        ...(sections === undefined ? {} : { sections }),
        ...(pools === undefined ? {} : { appPools: pools }),
        ...(siteList === undefined ? {} : { sites: siteList }),
    };
}
function configurationRoot(file) {
    if (file.state === 'absent') {
        throw new input_error/* InputError */.d([{ file: 'applicationHost.config', expected: 'a readable file', found: 'none' }]);
    }
    if (file.state === 'malformed') {
        const place = `${file.line}:${file.column}`;
        throw new input_error/* InputError */.d([{ file: file.path, place, expected: 'well-formed XML', found: file.message }]);
    }
    if (file.root.name !== 'configuration') {
        const place = `${file.root.line}:${file.root.column}`;
        const found = `<${file.root.name}>`;
        throw new input_error/* InputError */.d([{ file: file.path, place, expected: 'a whole applicationHost.config with the root <configuration>', found }]);
    }
    if (!describesServer(file.root)) {
        const expected = 'an applicationHost.config, which has <system.applicationHost>';
        throw new input_error/* InputError */.d([{ file: file.path, expected, found: 'the configuration of something else' }]);
    }
    return file.root;
}
/** What a web.config has none of: pools and sites, the sections of IIS, its native modules. */
function describesServer(root) {
    if (root.children.some(({ name }) => name === 'system.applicationHost'))
        return true;
    if (sectionElements(root, 'system.webServer/globalModules').length > 0)
        return true;
    return [...(declaredSections(root)?.byPath.keys() ?? [])].some((path) => path.startsWith('system.webServer/'));
}
function globalModules(root) {
    const elements = readableSection(root, 'system.webServer/globalModules');
    if (elements === undefined)
        return {};
    // A module may be registered twice, once for each bitness, so the entries are not keyed by name.
    const entries = elements.flatMap(({ children }) => children).filter(({ name }) => name === 'add');
    return {
        globalModules: entries.map((entry) => {
            const bitness = /\bbitness(32|64)\b/.exec(attributeValue(entry, 'preCondition') ?? '')?.[1];
            const name = attributeValue(entry, 'name') ?? '';
            return bitness === undefined ? { name } : { name, bitness: bitness === '32' ? 32 : 64 };
        }),
    };
}
/** Collections of the sections that the file sets for the whole server. */
function collectionsOfServer(root) {
    return new Map(collectionSections.flatMap((section) => {
        const elements = readableSection(root, section);
        if (elements === undefined)
            return [];
        return collectionsOf(section).map((collection) => [collectionPath(section, collection), configuration_collection_entriesOf(collection, elements)]);
    }));
}

;// CONCATENATED MODULE: ./build/server/dotnet-output.js

/** `Microsoft.NETCore.App 8.0.11 [C:\Program Files\dotnet\shared\Microsoft.NETCore.App]`, wherever line breaks went. */
const runtimeLine = /([A-Za-z][\w.-]{0,100})[ \t]{1,40}(\d{1,9}\.\d{1,9}\.\d{1,9}[\w.-]{0,100})[ \t]{1,40}\[([^[\]\r\n]{1,400})\]/g;
const lineWithoutFolder = /^[ \t>]{0,40}Microsoft\.[\w.]{1,100}[ \t]{1,40}\d{1,9}\.\d{1,9}\.\d{1,9}[\w.-]{0,100}[ \t]{0,40}\r?$/gm;
/** Whether a text is such an output at all. */
function isDotnetOutput(text) {
    return (/\.NET (?:Core )?runtimes installed:|Host(?: \(useful for support\))?:\s|Microsoft \.NET Core Shared Framework Host/.test(text) ||
        listsRuntimes(text) ||
        text.search(lineWithoutFolder) >= 0);
}
/** Whether a text has at least one runtime with its folder, which nothing but such an output has. */
function listsRuntimes(text) {
    return text.search(runtimeLine) >= 0;
}
/**
 * Reads one or several outputs in one text. People paste them with prompts, quotes, comments, other indentation or without line breaks;
 * only the head of the SDK part is translated (dotnet/runtime:src/native/corehost/fxr/command_line.cpp writes English).
 * What the output does not say stays absent: `--list-runtimes` knows neither the architecture nor hostfxr.
 */
function readDotnetOutput(text) {
    const roots = new Map();
    let foreignLines = 0;
    let hostWithoutRoot = false;
    for (const { head, list } of hostParts(text)) {
        const listed = runtimesByRoot(list);
        foreignLines += listed.foreignLines;
        hostWithoutRoot ||= head !== undefined && listed.roots.length === 0;
        // The head of a part is about one host; where it lists several roots, it does not say which is its own.
        const host = listed.roots.length === 1 && head !== undefined ? head : {};
        for (const root of listed.roots) {
            const known = roots.get((0,paths/* fullPathKey */.U8)(root.root));
            const described = { ...root, ...host };
            roots.set((0,paths/* fullPathKey */.U8)(root.root), known === undefined ? described : mergedRoot(known, described));
        }
    }
    const others = otherArchitectures(text);
    const osVersion = /OS Version:\s{1,40}(\d{1,5}\.\d{1,5}\.\d{1,7})/.exec(text)?.[1];
    return {
        roots: [...roots.values()],
        ...(others === undefined ? {} : { otherRoots: others }),
        ...(osVersion === undefined || !/OS Platform:\s{1,40}Windows/.test(text) ? {} : { osVersion }),
        hostWithoutRoot,
        foreignLines,
    };
}
/** The text before the first host, and one part for each host. */
function hostParts(text) {
    const starts = [...text.matchAll(/(?<![\w.])Host(?: \(useful for support\))?:\s/g)].map(({ index }) => index);
    return [0, ...starts].map((start, part) => {
        const list = text.slice(start, starts[part]);
        return part === 0 ? { list } : { list, head: hostHead(list, text.slice(starts[part - 2] ?? 0, start)) };
    });
}
/**
 * `part` begins with the host. Before .NET 6 hosts did not tell their architecture, but an SDK part in front of one does (`RID`): the SDK
 * runs in the process of this very host. `before`: the text since the host before.
 */
function hostHead(part, before) {
    const head = /^Host(?: \(useful for support\))?:\s{1,40}Version:\s{1,40}(\d{1,9}\.\d{1,9}\.\d{1,9}[\w.-]{0,100})(?:\s{1,40}Architecture:\s{1,40}(x64|x86|arm64)\b)?/.exec(part);
    if (head?.[1] === undefined)
        return {};
    const ownBlock = part.slice(0, Math.max(0, part.search(/installed:/)) || part.length);
    const architecture = architectureNamed(head[2] ?? lastRid(ownBlock) ?? lastRid(before.slice(endOfList(before))));
    return { hostfxr: [{ version: head[1], complete: true }], ...(architecture === undefined ? {} : { architecture }) };
}
function lastRid(text) {
    return [...text.matchAll(/\bRID:\s{1,40}win\w{0,10}-(x64|x86|arm64)\b/g)].at(-1)?.[1];
}
/** Where the runtimes that a text lists end; what is behind them belongs to the next output. */
function endOfList(text) {
    const last = [...text.matchAll(runtimeLine)].at(-1);
    return last === undefined ? 0 : last.index + last[0].length;
}
function architectureNamed(name) {
    return name === 'x64' || name === 'x86' || name === 'arm64' ? name : undefined;
}
function runtimesByRoot(part) {
    const roots = new Map();
    let foreignLines = 0;
    for (const [, name = '', version = '', folder = ''] of part.matchAll(runtimeLine)) {
        const root = rootOfShared(folder, name);
        if (root === undefined)
            continue;
        if (!/^[a-z]:\\/i.test(root)) {
            foreignLines++;
            continue;
        }
        const entry = roots.get((0,paths/* fullPathKey */.U8)(root)) ?? { root, frameworks: new Map() };
        roots.set((0,paths/* fullPathKey */.U8)(root), entry);
        const versions = entry.frameworks.get(name) ?? [];
        if (!versions.some((known) => known.version === version))
            versions.push({ version, complete: true });
        entry.frameworks.set(name, versions);
    }
    return { roots: [...roots.values()], foreignLines };
}
/** `C:\Program Files\dotnet` of `C:\Program Files\dotnet\shared\Microsoft.NETCore.App`; SDK lines name another folder. */
function rootOfShared(folder, name) {
    const suffix = `\\shared\\${name}`.toLowerCase();
    const path = folder.trim();
    return path.replaceAll('/', '\\').toLowerCase().endsWith(suffix) ? path.slice(0, -suffix.length) : undefined;
}
/** `undefined`: hosts before 7.0 do not have the list. */
function otherArchitectures(text) {
    const list = /Other architectures found:\s{1,40}([\s\S]{0,2000})/.exec(text)?.[1];
    if (list === undefined)
        return undefined;
    const others = list
        .slice(0, list.search(/Environment variables:|$(?![\s\S])/))
        .matchAll(/\b(x64|x86|arm64)\s{1,40}\[([a-z]:\\[^[\]\r\n]{1,400})\]/gi);
    return [...others].flatMap(([, name, root = '']) => {
        const architecture = architectureNamed(name);
        return architecture === undefined ? [] : [{ root, architecture }];
    });
}
/** Two outputs about one root: what either says. */
function mergedRoot(known, more) {
    const frameworks = new Map(known.frameworks ?? []);
    for (const [name, versions] of more.frameworks ?? []) {
        const before = frameworks.get(name) ?? [];
        frameworks.set(name, [...before, ...versions.filter(({ version }) => !before.some((folder) => folder.version === version))]);
    }
    const isListed = known.frameworks !== undefined || more.frameworks !== undefined;
    return { ...known, ...more, ...(isListed ? { frameworks } : {}) };
}

;// CONCATENATED MODULE: ./build/server/dotnet-output-gaps.js

/** The frameworks that every list begins an entry with; `\shared\Microsoft.NETCore.App]` at the end of one is none. */
const entryStart = /(?<![\w.\\/'"])Microsoft\.(?:NETCore|AspNetCore|WindowsDesktop)\.(?:App|All)(?=[ \t]{0,40}(?:\r?\n|$(?![\s\S]))|[ \t]{1,40}\d)/g;
/** Every reason why an output does not tell all runtimes of the server, in sentences; none: the list is whole. */
function gapsOf(text, output) {
    const withoutFolder = [...text.matchAll(lineWithoutFolder)].length;
    const isEndCut = isCut(text);
    const broken = [...text.matchAll(entryStart)].length - [...text.matchAll(runtimeLine)].filter(isOfFrameworks).length - withoutFolder;
    const withoutRuntime = output.roots.filter(({ frameworks }) => frameworks !== undefined && !frameworks.has('Microsoft.NETCore.App'));
    return [
        ...(isEndCut ? ['The output of dotnet is cut off in the middle of a line; runtimes may be missing.'] : []),
        ...(withoutFolder > 0 ? [`It does not say in which folder ${runtimes(withoutFolder)} of the list ${isAre(withoutFolder)}.`] : []),
        ...(broken > 0 && !isEndCut ? [`The lines of ${runtimes(broken)} in it are broken, so that the list cannot be read as a whole.`] : []),
        // Whatever is installed below a root needs this framework, and lists have it behind those of ASP.NET Core.
        ...withoutRuntime.slice(0, 3).map(({ root }) => `It lists no Microsoft.NETCore.App in ${root}, so it seems to be cut off.`),
        ...(output.roots.length === 0 && output.foreignLines === 0 && withoutFolder === 0 ? ['It lists no runtime.'] : []),
        ...(output.hostWithoutRoot && output.roots.length > 0 ? ['It does not say in which folder one dotnet of it is.'] : []),
    ];
}
function isOfFrameworks([, name = '']) {
    return /^Microsoft\.(?:NETCore|AspNetCore|WindowsDesktop)\.(?:App|All)$/.test(name);
}
function runtimes(count) {
    return count === 1 ? '1 runtime' : `${count} runtimes`;
}
function isAre(count) {
    return count === 1 ? 'is' : 'are';
}
function isCut(text) {
    const end = text.slice(-1000).trimEnd();
    return (/Microsoft\.[\w.]{1,100}[ \t]{1,40}\d[\w.-]{0,100}(?:[ \t]{1,40}\[[^\]\r\n]{0,400})$/.test(end) ||
        /(?:^|\s)Microsoft\.[\w.]{0,100}$/.test(end));
}

// EXTERNAL MODULE: ./build/server/server-file.js + 2 modules
var server_file = __webpack_require__(4163);
;// CONCATENATED MODULE: ./build/server/captured-server.js




/** Every dotnet root the output speaks of: those it lists, and those it only names, of which nothing more is known. */
function rootsOf({ roots, otherRoots = [] }) {
    const listed = new Set(roots.map(({ root }) => (0,paths/* fullPathKey */.U8)(root)));
    return [...roots, ...otherRoots.filter(({ root }) => !listed.has((0,paths/* fullPathKey */.U8)(root)))];
}
/**
 * A server of which somebody kept the output of `dotnet --info` or `dotnet --list-runtimes`. It tells the runtimes; module, pools and sites
 * stay unknown. An output that is not whole does not say what is missing, so that the runtimes stay unknown too.
 */
function capturedServer(path, text) {
    const output = readDotnetOutput(text);
    const gaps = gapsOf(text, output);
    const { foreignLines, osVersion } = output;
    const notes = [
        'The server is described by an output of dotnet only: nothing is known of IIS, its pools and the ASP.NET Core Module.',
        ...gaps,
        ...(foreignLines > 0 ? [`${runtimes(foreignLines)} in it ${isAre(foreignLines)} not in a Windows folder and passed over.`] : []),
    ];
    const isWhole = gaps.length === 0 && output.roots.length > 0;
    return {
        name: (0,server_file/* baseName */.Fl)(path).replace(/\.(?:txt|log|out)$/i, ''),
        manifest: { file: path, positions: new Map() },
        ...(osVersion === undefined ? {} : { os: { version: osVersion } }),
        ...(isWhole ? { dotnet: rootsOf(output) } : {}),
        notes,
    };
}

;// CONCATENATED MODULE: ./build/server/configured-server.js



/** Whether a description of a server is XML, as applicationHost.config is, and neither JSON nor YAML. */
function isConfigurationFile(path, bytes) {
    if (/\.(?:config|xml)$/i.test(path))
        return true;
    // Byte by byte, so that it holds for every encoding; zeros are the other half of UTF-16.
    const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256)).replaceAll('\0', '');
    return /^(?:ï»¿|ÿþ|þÿ)?\s*<[?!a-z]/i.test(start);
}
/**
 * A server of which somebody has the applicationHost.config. It tells pools, sites, sections and modules; runtimes stay unknown.
 * Throws `InputError` for a file that is no such configuration, such as a web.config.
 */
function configuredServer(path, bytes) {
    const iis = readApplicationHostConfig((0,configuration_file/* readConfigurationFile */.B)(path, bytes));
    return {
        name: (0,server_file/* baseName */.Fl)(path).replace(/\.(?:config|xml)$/i, ''),
        manifest: { file: path, positions: new Map() },
        iis,
        notes: [
            ...(isOfIisExpress(bytes)
                ? ['This is a configuration of IIS Express; the start is performed as IIS would, which differs in small things.']
                : []),
            'The server is described by its applicationHost.config only: nothing is known of its runtimes, its architecture and the version of the ASP.NET Core Module. A manifest can name the file (iis.applicationHostConfig) and say these.',
        ],
    };
}
/** Visual Studio writes folders of IIS Express as variables that IIS does not have. */
function isOfIisExpress(bytes) {
    return /%IIS_(?:BIN|USER_HOME)%/.test(new TextDecoder('latin1').decode(bytes).replaceAll('\0', ''));
}

// EXTERNAL MODULE: ./build/server/document.js
var server_document = __webpack_require__(7221);
// EXTERNAL MODULE: ./build/server/document-reader.js + 1 modules
var document_reader = __webpack_require__(3514);
;// CONCATENATED MODULE: ./build/server/hosting-bundle.js

/**
 * What the .NET Hosting Bundle of this version installs on Windows of this architecture (absent: x64), on a server with IIS and without
 * the bundle's OPT_NO_… options (learn.microsoft.com/aspnet/core/host-and-deploy/iis/hosting-bundle). Nothing else is taken to be set up:
 * machine-wide variables are PATH alone.
 * A version the data do not know is taken at its word; the notes say so.
 */
function hostingBundle(version, windows) {
    const [major = 0, minor = 0] = version.split(/[.-]/).map(Number);
    const release = releaseOf(version);
    const runtime = release === undefined ? version : (release.runtime ?? release.version);
    const architecture = windows ?? 'x64';
    const content = { version, major, minor, runtime, aspNetCore: release?.aspNetCore ?? runtime, architecture };
    if (architecture === 'arm64' && major < 7)
        return { facts: {}, notes: [`Hosting bundle ${version} is not described for Windows on ARM64.`] };
    const module = moduleOf(content, release?.module);
    return {
        facts: {
            os: { architecture },
            environment: new Map([['PATH', ['C:\\Windows\\system32', 'C:\\Windows', `${programFiles}\\dotnet\\`].join(';')]]),
            dotnet: dotnetRoots(content),
            ...(major < 3
                ? {}
                : {
                    dotnetInstallLocations: Object.fromEntries(architectures(architecture).map((own) => [own, `${rootOf(own, architecture)}\\`])),
                }),
            aspNetCoreModule: module,
            iis: {
                globalModules: [...stockModules, ...ownModules(content)],
                sections: {
                    byPath: new Map(['aspNetCore', 'handlers', 'modules'].map((name) => [`system.webServer/${name}`, { declared: true, locked: false }])),
                    complete: false,
                },
            },
        },
        notes: bundleNotes(content, windows, release?.module),
    };
}
const programFiles = 'C:\\Program Files';
/** On x64 both runtimes are installed; on ARM64 those for arm64 and x86 (dotnet/aspnetcore:src/Installers/Windows/WindowsHostingBundle). */
function architectures(windows) {
    return windows === 'x86' ? ['x86'] : [windows, 'x86'];
}
function rootOf(architecture, windows) {
    return architecture === windows ? `${programFiles}\\dotnet` : `${programFiles} (x86)\\dotnet`;
}
function dotnetRoots(content) {
    return architectures(content.architecture).map((architecture) => ({
        root: rootOf(architecture, content.architecture),
        architecture,
        hostfxr: [{ version: content.runtime, complete: true }],
        frameworks: frameworks(content),
        // The runtime store of ASP.NET Core came with the bundles of 2.0 and left with 2.1.
        sharedStore: content.major === 2 && content.minor === 0,
    }));
}
/** ASP.NET Core is a shared framework since 2.1; Microsoft.AspNetCore.All was one in 2.1 and 2.2. */
function frameworks({ major, minor, runtime, aspNetCore }) {
    const names = new Map([['Microsoft.NETCore.App', [{ version: runtime, complete: true }]]]);
    const isShared = major > 2 || (major === 2 && minor > 0);
    if (isShared)
        names.set('Microsoft.AspNetCore.App', [{ version: aspNetCore, complete: true }]);
    if (isShared && major === 2)
        names.set('Microsoft.AspNetCore.All', [{ version: aspNetCore, complete: true }]);
    return names;
}
const hasV2 = ({ major, minor }) => major > 2 || (major === 2 && minor >= 2);
/** V1 alone until 2.1, both in 2.2, V2 alone since 3.0 (github.com/aspnet/Announcements/issues/339). */
function ownModules(content) {
    return [...(content.major < 3 ? [{ name: 'AspNetCoreModule' }] : []), ...(hasV2(content) ? [{ name: 'AspNetCoreModuleV2' }] : [])];
}
function moduleOf(content, listed) {
    if (!hasV2(content))
        return { installed: false };
    const version = listed ?? inferredModule(content);
    return {
        installed: true,
        version,
        architectures: content.architecture === 'arm64' ? ['arm64', 'x64', 'x86'] : architectures(content.architecture),
        outOfProcessHandlers: [{ version: handlerFolder(content, version), complete: true }],
        disabled: false,
    };
}
/** `<10 + major>.<minor>.<build day>.<patch>`; build day 0, which no build has, marks a version that is inferred. */
function inferredModule({ version, major, minor }) {
    const patch = Number(/^\d+\.\d+\.(\d+)/.exec(version)?.[1] ?? 0);
    return `${10 + major}.${minor}.0.${patch}`;
}
/**
 * The folder beside `aspnetcorev2.dll` is named by another formula than its file version: `1` before the major version, as text, so
 * `18.0.24201` for 8.0 and `110.0.25297` for 10.0 (dotnet/aspnetcore:src/Installers/Windows/AspNetCoreModule-Setup/Directory.Build.props).
 * 2.2 still had four numbers.
 */
function handlerFolder({ major, minor }, moduleVersion) {
    if (major < 3)
        return moduleVersion;
    return `1${major}.${minor}.${moduleVersion.split('.')[2] ?? '0'}`;
}
/** Native modules of a web server role with its default role services. */
const stockModules = [
    'UriCacheModule',
    'FileCacheModule',
    'TokenCacheModule',
    'HttpCacheModule',
    'StaticCompressionModule',
    'DefaultDocumentModule',
    'DirectoryListingModule',
    'ProtocolSupportModule',
    'StaticFileModule',
    'AnonymousAuthenticationModule',
    'RequestFilteringModule',
    'CustomErrorModule',
    'HttpLoggingModule',
    'RequestMonitorModule',
    'ConfigurationValidationModule',
].map((name) => ({ name }));
function bundleNotes(content, windows, listedModule) {
    const { version } = content;
    const notes = [];
    if (windows === undefined)
        notes.push(`hostingBundle ${version} is expanded for 64-bit (x64) Windows; os.architecture says otherwise if it is not.`);
    if (channelOf(version)?.neverReleased.includes(version) === true)
        notes.push(`.NET ${version} was never released; it is taken at its word.`);
    else if (releaseOf(version) === undefined)
        notes.push(`.NET ${version} is not in the release data; its bundle is taken to hold runtimes of that version.`);
    if (hasV2(content) && listedModule === undefined)
        notes.push(`The version of the module in hosting bundle ${version} is inferred from the bundle's.`);
    return notes;
}

// EXTERNAL MODULE: ./build/server/input-problems.js
var input_problems = __webpack_require__(9907);
;// CONCATENATED MODULE: ./build/server/layered-facts.js
/** Facts from two sources: what `upper` says wins, key by key; what it leaves out comes from `lower`. */
function layeredFacts(upper, lower) {
    return {
        ...lower,
        ...upper,
        ...both(upper, lower, 'os', (own, below) => ({ ...below, ...own })),
        ...both(upper, lower, 'environment', (own, below) => new Map([...below, ...own])),
        ...both(upper, lower, 'aspNetCoreModule', layeredModule),
        ...both(upper, lower, 'iis', layeredIis),
    };
}
/** One key that both may have, combined; nothing when one of them lacks it. */
function both(upper, lower, key, combine) {
    const own = upper[key];
    const below = lower[key];
    if (own == null || below == null)
        return {};
    const combined = {};
    combined[key] = combine(own, below);
    return combined;
}
function layeredModule(upper, lower) {
    return upper.installed && lower.installed ? { ...lower, ...upper } : upper;
}
function layeredIis(upper, lower) {
    return {
        ...lower,
        ...upper,
        ...both(upper, lower, 'sections', layeredSections),
        ...both(upper, lower, 'appPools', (own, below) => layeredList(own, below, ({ name }) => name)),
        ...both(upper, lower, 'sites', (own, below) => layeredList(own, below, ({ name }) => name, (ownSite, belowSite) => ({
            ...belowSite,
            ...ownSite,
            ...both(ownSite, belowSite, 'applications', (ownApplications, belowApplications) => layeredList(ownApplications, belowApplications, ({ path }) => path)),
        }))),
    };
}
/** A list of every section there is leaves nothing to the lower source: what it does not name is not declared. */
function layeredSections(upper, lower) {
    if (upper.complete)
        return upper;
    const byPath = new Map(lower.byPath);
    for (const [path, section] of upper.byPath)
        byPath.set(path, { ...byPath.get(path), ...section });
    return { byPath, complete: lower.complete };
}
/**
 * The upper list first, so that an index in a fact path still means the entry of the manifest; then what only the lower one has.
 * An empty upper list says that there are none.
 */
function layeredList(upper, lower, name, combine = (own, below) => ({ ...below, ...own })) {
    if (upper.length === 0)
        return upper;
    const below = new Map(lower.map((entry) => [name(entry).toLowerCase(), entry]));
    const own = upper.map((entry) => {
        const counterpart = below.get(name(entry).toLowerCase());
        return counterpart === undefined ? entry : combine(entry, counterpart);
    });
    const named = new Set(upper.map((entry) => name(entry).toLowerCase()));
    return [...own, ...lower.filter((entry) => !named.has(name(entry).toLowerCase()))];
}

;// CONCATENATED MODULE: ./build/server/manifest-facts.js

/** A manifest's facts as the model names them. What the manifest does not say stays absent. */
function manifestFacts(manifest) {
    const { environment, dotnet, aspNetCoreModule, iis } = manifest;
    return {
        ...(manifest.collectedAt === undefined ? {} : { collectedAt: manifest.collectedAt }),
        ...(manifest.os === undefined ? {} : { os: manifest.os }),
        ...(environment === undefined ? {} : { environment: environmentVariables(environment) }),
        ...(dotnet === undefined ? {} : { dotnet: dotnet.map(dotnetRoot) }),
        ...(manifest.dotnetInstallLocations === undefined ? {} : { dotnetInstallLocations: manifest.dotnetInstallLocations }),
        ...(aspNetCoreModule === undefined ? {} : { aspNetCoreModule: moduleFacts(aspNetCoreModule) }),
        ...(manifest.existingFiles === undefined ? {} : { existingFiles: manifest.existingFiles }),
        ...(iis === undefined ? {} : { iis: iisFacts(iis) }),
    };
}
/** Variables by upper-cased name, because Windows ignores their case. */
function environmentVariables(variables) {
    return new Map(Object.entries(variables).map(([name, value]) => [name.toUpperCase(), value]));
}
function installedVersion(written) {
    return typeof written === 'string'
        ? { version: written, complete: true }
        : { version: written.version, complete: written.complete ?? true };
}
function dotnetRoot({ root, hostfxr, frameworks, ...rest }) {
    return {
        root: withoutTrailingSeparator(root),
        ...rest,
        ...(hostfxr === undefined ? {} : { hostfxr: hostfxr.map(installedVersion) }),
        ...(frameworks === undefined ? {} : { frameworks: frameworkFolders(frameworks) }),
    };
}
function frameworkFolders(written) {
    return new Map(Object.entries(written).map(([name, versions]) => [
        name,
        versions.map((version) => ({
            ...installedVersion(version),
            ...(typeof version === 'string' || version.references === undefined ? {} : { references: version.references }),
        })),
    ]));
}
/** `D:\dotnet\` as `D:\dotnet`; the root of a drive keeps its separator. */
function withoutTrailingSeparator(folder) {
    return folder.replace(/(?<=[^:\\/])[\\/]{1,2}$/, '');
}
function moduleFacts(module) {
    if (module.installed === false)
        return { installed: false };
    const { outOfProcessHandlers, ...rest } = module;
    return {
        ...rest,
        installed: true,
        ...(outOfProcessHandlers === undefined ? {} : { outOfProcessHandlers: outOfProcessHandlers.map(installedVersion) }),
    };
}
function iisFacts({ globalModules, sections, appPools, sites, applicationHostConfig: _, ...rest }) {
    return {
        ...rest,
        ...(globalModules === undefined ? {} : { globalModules: globalModules.map(globalModule) }),
        ...(sections === undefined ? {} : { sections: sectionFacts(sections) }),
        ...(appPools === undefined ? {} : { appPools: appPools.map(poolFacts) }),
        ...(sites === undefined ? {} : { sites: sites.map(siteFacts) }),
    };
}
/** The sections that a manifest names are never all of them. */
function sectionFacts(sections) {
    return { byPath: new Map(Object.entries(sections)), complete: false };
}
function poolFacts({ environment, ...rest }) {
    return { ...rest, ...(environment === undefined ? {} : { environment: environmentVariables(environment) }) };
}
/** `/api/` is `/api`. */
function siteFacts({ applications, ...rest }) {
    if (applications === undefined)
        return rest;
    return { ...rest, applications: applications.map(({ path, ...facts }) => ({ path: applicationPath(path), ...facts })) };
}
function globalModule(written) {
    if (typeof written === 'string')
        return { name: written };
    const { name, preCondition } = written;
    return { name, bitness: preCondition === 'bitness32' ? 32 : 64 };
}

// EXTERNAL MODULE: ./build/server/document-problems.js + 3 modules
var document_problems = __webpack_require__(2063);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/server/schema-parts.js
var schema_parts = __webpack_require__(912);
;// CONCATENATED MODULE: ./build/server/iis-schema.js


const section = dist/* strictObject */.rej({
    declared: (0,schema_parts/* key */.Eb)(dist/* boolean */.zMY(), 'Whether the server knows the section.'),
    locked: (0,schema_parts/* key */.Eb)(dist/* boolean */.zMY(), 'Whether a web.config may not set it.'),
});
const time = (meaning) => (0,schema_parts/* key */.Eb)(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^(?:\d{1,4}\.)?\d{1,2}:\d{2}:\d{2}$/, 'a time such as 00:20:00')), meaning);
const iis_schema_globalModule = dist/* union */.KCZ([
    schema_parts/* text */.Qq,
    dist/* strictObject */.rej({
        name: dist/* pipe */.FsL(schema_parts/* text */.Qq, dist/* description */.h_('Name of the module.')),
        preCondition: dist/* pipe */.FsL(dist/* picklist */.KIO(['bitness32', 'bitness64']), dist/* description */.h_('The only worker processes that load it, where it is registered for one bitness.')),
    }),
]);
const iis_schema_appPool = dist/* strictObject */.rej({
    name: dist/* pipe */.FsL(schema_parts/* text */.Qq, dist/* description */.h_('Name of the application pool.')),
    enable32BitAppOnWin64: (0,schema_parts/* key */.Eb)(dist/* boolean */.zMY(), 'Whether its worker processes are 32-bit, the defaults of the server applied.'),
    enableEmulationOnWinArm64: (0,schema_parts/* key */.Eb)(dist/* boolean */.zMY(), 'Whether its worker processes are x64 on Windows on ARM64.'),
    managedRuntimeVersion: (0,schema_parts/* key */.Eb)(dist/* string */.YjP(), 'CLR version. Empty: No Managed Code.'),
    managedPipelineMode: (0,schema_parts/* key */.Eb)(dist/* picklist */.KIO(['Integrated', 'Classic']), 'Pipeline mode.'),
    state: (0,schema_parts/* key */.Eb)(dist/* picklist */.KIO(['Started', 'Stopped']), 'State of the pool when the facts were gathered.'),
    enableConfigurationOverride: (0,schema_parts/* key */.Eb)(dist/* boolean */.zMY(), 'false: the pool ignores web.config files.'),
    identityType: (0,schema_parts/* key */.Eb)(dist/* picklist */.KIO(['ApplicationPoolIdentity', 'NetworkService', 'LocalService', 'LocalSystem', 'SpecificUser']), 'Account of its worker processes.'),
    loadUserProfile: (0,schema_parts/* key */.Eb)(dist/* boolean */.zMY(), 'Whether the profile of that account is loaded.'),
    setProfileEnvironment: (0,schema_parts/* key */.Eb)(dist/* boolean */.zMY(), 'Whether the variables of that account are set, such as LOCALAPPDATA.'),
    maxProcesses: (0,schema_parts/* key */.Eb)(dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf('a whole number'), dist/* minValue */.Wwf(0, 'a number of processes')), 'Worker processes of the pool at a time. 0: one for each NUMA node.'),
    idleTimeout: time('Time without requests after which the worker process ends. 00:00:00: never.'),
    startupTimeLimit: time('Time that IIS gives a worker process to start.'),
    shutdownTimeLimit: time('Time that IIS gives a worker process to end.'),
    startMode: (0,schema_parts/* key */.Eb)(dist/* picklist */.KIO(['OnDemand', 'AlwaysRunning']), 'Whether the worker process starts with IIS, or with the first request.'),
    rapidFailProtection: (0,schema_parts/* key */.Eb)(dist/* boolean */.zMY(), 'Whether IIS stops the pool after a series of crashes.'),
    environment: (0,schema_parts/* key */.Eb)(schema_parts/* environment */.cA, "Environment variables of the pool, laid over the machine's. {}: none. null: set, value not kept."),
});
const iis_schema_application = dist/* strictObject */.rej({
    path: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\//, 'a path that starts with /'), dist/* description */.h_('Virtual path; / for the root application of a site.')),
    appPool: (0,schema_parts/* key */.Eb)(schema_parts/* text */.Qq, 'Name of its application pool.'),
    physicalPath: (0,schema_parts/* key */.Eb)(schema_parts/* text */.Qq, 'Folder on the server.'),
    hostingModel: (0,schema_parts/* key */.Eb)(dist/* picklist */.KIO(['inprocess', 'outofprocess', 'none']), 'Hosting model as it runs today. none: known not to be an ASP.NET Core application.'),
    preloadEnabled: (0,schema_parts/* key */.Eb)(dist/* boolean */.zMY(), 'Whether it starts with its pool, before any request.'),
    windowsAuthentication: (0,schema_parts/* key */.Eb)(dist/* boolean */.zMY(), 'Whether the server switches Windows authentication on for it, its own web.config left aside.'),
    handlers: (0,schema_parts/* key */.Eb)((0,schema_parts/* list */.p_)(schema_parts/* text */.Qq), 'Names of the handlers its web.config adds.'),
    inheritInChildApplications: (0,schema_parts/* key */.Eb)(dist/* boolean */.zMY(), 'Whether its child applications inherit these handlers.'),
});
const binding = dist/* strictObject */.rej({
    protocol: dist/* pipe */.FsL(schema_parts/* text */.Qq, dist/* description */.h_('http, https and the like.')),
    bindingInformation: dist/* pipe */.FsL(schema_parts/* text */.Qq, dist/* description */.h_('Address, port and host name, such as *:443:shop.example.com.')),
});
const site = dist/* strictObject */.rej({
    name: dist/* pipe */.FsL(schema_parts/* text */.Qq, dist/* description */.h_('Name of the site.')),
    bindings: (0,schema_parts/* key */.Eb)((0,schema_parts/* list */.p_)(binding), 'Where the site listens, all of it.'),
    applications: (0,schema_parts/* key */.Eb)((0,schema_parts/* list */.p_)(iis_schema_application), 'All applications of the site, the root application included.'),
});
const informationServices = dist/* strictObject */.rej({
    version: (0,schema_parts/* key */.Eb)(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\d{1,3}\.\d{1,3}$/, 'a version such as 10.0')), 'Version of IIS.'),
    globalModules: (0,schema_parts/* key */.Eb)((0,schema_parts/* list */.p_)(iis_schema_globalModule), 'Names of the native modules that are registered, all of them.'),
    sections: (0,schema_parts/* key */.Eb)(dist/* record */.g1P(dist/* string */.YjP(), section), 'Configuration sections by path, such as system.webServer/handlers.'),
    appPools: (0,schema_parts/* key */.Eb)((0,schema_parts/* list */.p_)(iis_schema_appPool), 'Application pools.'),
    sites: (0,schema_parts/* key */.Eb)((0,schema_parts/* list */.p_)(site), 'Sites and their applications.'),
    applicationHostConfig: (0,schema_parts/* key */.Eb)(schema_parts/* text */.Qq, 'Path of a copy of applicationHost.config, relative to this file. Facts written in this file win over those in the copy.'),
});

;// CONCATENATED MODULE: ./build/server/manifest-schema.js



const architecture = dist/* picklist */.KIO(['x64', 'x86', 'arm64']);
const frameworkReference = dist/* strictObject */.rej({
    name: dist/* pipe */.FsL(schema_parts/* text */.Qq, dist/* description */.h_('Name of the framework that is referred to.')),
    version: dist/* pipe */.FsL(schema_parts/* version */.rE, dist/* description */.h_('The version that is asked for.')),
});
const frameworkFolder = dist/* union */.KCZ([
    schema_parts/* version */.rE,
    dist/* strictObject */.rej({
        version: dist/* pipe */.FsL(schema_parts/* version */.rE, dist/* description */.h_('Name of the version folder.')),
        complete: (0,schema_parts/* key */.Eb)(dist/* boolean */.zMY(), 'false: the folder is there, its <name>.deps.json is not. Left out: true.'),
        references: (0,schema_parts/* key */.Eb)((0,schema_parts/* list */.p_)(frameworkReference), 'What the framework itself refers to, where it is not what its name and version imply.'),
    }),
]);
const manifest_schema_dotnetRoot = dist/* strictObject */.rej({
    root: dist/* pipe */.FsL(schema_parts/* text */.Qq, dist/* description */.h_('Full path of the folder that holds dotnet.exe, host\\fxr and shared.')),
    architecture: (0,schema_parts/* key */.Eb)(architecture, 'Processor architecture of its dotnet.exe.'),
    hostfxr: (0,schema_parts/* key */.Eb)((0,schema_parts/* list */.p_)(schema_parts/* versionFolder */.pN), 'Version folders below host\\fxr.'),
    frameworks: (0,schema_parts/* key */.Eb)(dist/* record */.g1P(dist/* string */.YjP(), (0,schema_parts/* list */.p_)(frameworkFolder)), 'Version folders below shared, by framework name.'),
    sharedStore: (0,schema_parts/* key */.Eb)(dist/* boolean */.zMY(), 'Whether a runtime store folder (store) exists below this root.'),
});
const installLocations = dist/* strictObject */.rej({
    x64: (0,schema_parts/* key */.Eb)(schema_parts/* text */.Qq, 'Folder registered for x64.'),
    x86: (0,schema_parts/* key */.Eb)(schema_parts/* text */.Qq, 'Folder registered for x86.'),
    arm64: (0,schema_parts/* key */.Eb)(schema_parts/* text */.Qq, 'Folder registered for arm64.'),
});
const aspNetCoreModule = dist/* variant */.Oxt('installed', [
    dist/* strictObject */.rej({
        installed: (0,schema_parts/* key */.Eb)(dist/* literal */.euz(true), 'ASP.NET Core Module V2 is installed; implied by the other keys.'),
        version: (0,schema_parts/* key */.Eb)(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\d{1,5}(?:\.\d{1,5}){1,3}$/, 'a file version such as 18.0.24201.8')), 'File version of aspnetcorev2.dll.'),
        architectures: (0,schema_parts/* key */.Eb)((0,schema_parts/* list */.p_)(architecture), 'Architectures for which aspnetcorev2.dll is there.'),
        outOfProcessHandlers: (0,schema_parts/* key */.Eb)((0,schema_parts/* list */.p_)(schema_parts/* moduleFolder */.pi), 'Version folders beside aspnetcorev2.dll, each with aspnetcorev2_outofprocess.dll.'),
        disabled: (0,schema_parts/* key */.Eb)(dist/* boolean */.zMY(), 'The registry switch DisableANCM is on.'),
    }),
    dist/* strictObject */.rej({
        installed: dist/* pipe */.FsL(dist/* literal */.euz(false), dist/* description */.h_('ASP.NET Core Module V2 is not installed.')),
    }),
]);
/** Version 1 of the server manifest. The published JSON Schema is generated from it, so each key says here what it means. */
const manifestSchema = dist/* strictObject */.rej({
    $schema: (0,schema_parts/* key */.Eb)(dist/* string */.YjP(), 'Where the JSON Schema of this file is, for editors. Not read.'),
    manifestVersion: dist/* pipe */.FsL(dist/* literal */.euz(1), dist/* description */.h_('Version of this format: 1.')),
    name: (0,schema_parts/* key */.Eb)(schema_parts/* text */.Qq, 'What reports call the server. Left out: the file name without its extension.'),
    collectedAt: (0,schema_parts/* key */.Eb)(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/, 'a date and time such as 2026-11-20T10:00:00Z')), 'When the facts were gathered (ISO 8601).'),
    os: (0,schema_parts/* key */.Eb)(dist/* strictObject */.rej({
        version: (0,schema_parts/* key */.Eb)(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\d{1,5}(?:\.\d{1,7}){1,3}$/, 'a Windows version such as 10.0.20348')), 'Windows version and build number.'),
        architecture: (0,schema_parts/* key */.Eb)(architecture, 'Processor architecture of Windows.'),
    }), 'The operating system.'),
    environment: (0,schema_parts/* key */.Eb)(schema_parts/* environment */.cA, 'Machine-wide environment variables, as the services see them. null: set, value not kept.'),
    dotnet: (0,schema_parts/* key */.Eb)((0,schema_parts/* list */.p_)(manifest_schema_dotnetRoot), 'One entry per dotnet root. []: .NET is not installed.'),
    dotnetInstallLocations: (0,schema_parts/* key */.Eb)(installLocations, 'Registry values InstalledVersions\\<arch>\\InstallLocation. {}: none is registered.'),
    hostingBundle: (0,schema_parts/* key */.Eb)(schema_parts/* version */.rE, 'Short form for manifests written by hand: version of the newest .NET Hosting Bundle. Stands for everything that bundle installs.'),
    aspNetCoreModule: (0,schema_parts/* key */.Eb)(aspNetCoreModule, 'ASP.NET Core Module V2.'),
    existingFiles: (0,schema_parts/* key */.Eb)((0,schema_parts/* list */.p_)(schema_parts/* text */.Qq), 'Further files known to exist on the server, full paths. []: none.'),
    iis: (0,schema_parts/* key */.Eb)(informationServices, 'Internet Information Services.'),
});

;// CONCATENATED MODULE: ./build/server/section-names.js


/**
 * Names of sections that no web.config can mean: without `system.webServer/` in front, or in another case than the section of IIS that
 * was meant. A fact under such a name would never be asked for.
 */
function misnamedSections(nodes) {
    const node = nodes.get('iis.sections');
    if (node?.kind !== 'map')
        return [];
    return [...node.entries].flatMap(([name, { key }]) => {
        const meant = sectionMeantBy(name);
        if (meant === undefined)
            return [];
        const expected = 'the whole path of a section, in its own case';
        return [{ path: (0,server_document/* factPath */.qC)('iis.sections', name), ...key, expected, found: JSON.stringify(name), suggestion: meant }];
    });
}
/** `undefined` for a name that is right, or that IIS itself does not have. */
function sectionMeantBy(name) {
    const full = `system.webServer/${name}`;
    return sectionSpelling(name) ?? (knownSections.has(full) ? full : sectionSpelling(full));
}

;// CONCATENATED MODULE: ./build/server/twice-named.js

/**
 * Pools, sites, applications, dotnet roots and variables that are listed twice. Windows and IIS compare these names without regard to
 * case, so that only one of the two could be meant.
 */
function twiceNamed(nodes) {
    const misfits = [
        ...namedTwice(nodes, 'iis.appPools', 'name', 'application pool'),
        ...namedTwice(nodes, 'iis.sites', 'name', 'site'),
        ...namedTwice(nodes, 'dotnet', 'root', 'dotnet root'),
        ...variablesTwice(nodes, 'environment'),
    ];
    for (const index of indices(nodes, 'iis.sites')) {
        misfits.push(...namedTwice(nodes, `iis.sites[${index}].applications`, 'path', 'application path'));
    }
    for (const index of indices(nodes, 'iis.appPools'))
        misfits.push(...variablesTwice(nodes, `iis.appPools[${index}].environment`));
    return misfits;
}
function indices(nodes, path) {
    const node = nodes.get(path);
    return node?.kind === 'list' ? [...node.items.keys()] : [];
}
function namedTwice(nodes, path, key, thing) {
    const seen = new Map();
    return indices(nodes, path).flatMap((index) => {
        const fact = (0,server_document/* factPath */.qC)((0,server_document/* factPath */.qC)(path, index), key);
        const node = nodes.get(fact);
        if (node?.kind !== 'scalar')
            return [];
        const name = String(node.value)
            .toLowerCase()
            .replace(/(?<=[^\\/])[\\/]$/, '');
        const first = seen.get(name);
        if (first === undefined) {
            seen.set(name, node);
            return [];
        }
        return [{ path: fact, line: node.line, column: node.column, ...onlyOnce(thing, first), found: node.source }];
    });
}
function variablesTwice(nodes, path) {
    const node = nodes.get(path);
    if (node?.kind !== 'map')
        return [];
    const seen = new Map();
    return [...node.entries].flatMap(([name, { key, value }]) => {
        const first = seen.get(name.toUpperCase());
        if (first === undefined) {
            seen.set(name.toUpperCase(), { ...value, ...key });
            return [];
        }
        return [{ path: (0,server_document/* factPath */.qC)(path, name), ...key, ...onlyOnce('variable', first), found: name }];
    });
}
function onlyOnce(thing, { line, column }) {
    return { expected: `each ${thing} once; letter case does not tell them apart, and line ${line}:${column} has it already` };
}

;// CONCATENATED MODULE: ./build/server/manifest-problems.js





/** The manifest in a document, or everything that is wrong with it, in the order of the file. */
function validateManifest(document) {
    const { root, problems } = document;
    const version = root?.kind === 'map' && problems.length === 0 ? root.entries.get('manifestVersion')?.value : undefined;
    const otherVersion = manifestOfOtherVersion(version);
    if (otherVersion !== undefined)
        return { misfits: [otherVersion] };
    const validated = (0,document_problems/* validateDocument */.m)(document, manifestSchema, 'an object with the key manifestVersion', (nodes) => [
        ...twiceNamed(nodes),
        ...misnamedSections(nodes),
        ...sdkAsBundle(nodes),
    ]);
    return 'misfits' in validated ? validated : { manifest: validated.value };
}
/** Bundles are called like their runtime. Runtimes never had a hundred patches, and versions of SDKs count from 100. */
function sdkAsBundle(nodes) {
    const node = nodes.get('hostingBundle');
    if (node?.kind !== 'scalar' || !/^\d{1,9}\.\d{1,9}\.\d{3,9}(?:-|$)/.test(String(node.value)))
        return [];
    const { line, column } = node;
    const expected = 'the version of a Hosting Bundle, which is that of its runtime, such as 8.0.11; this is one of an SDK';
    return [{ path: 'hostingBundle', line, column, expected, found: (0,server_document/* nodeInWords */.NR)(node) }];
}
/** A format of another version has other keys; to list them all as unknown would hide the reason. */
function manifestOfOtherVersion(node) {
    if (node?.kind !== 'scalar' || !/^\d{1,9}$/.test(node.source) || Number(node.source) === 1)
        return undefined;
    const { line, column, source } = node;
    const expected = 'manifestVersion 1, the only one this version of iis-preflight reads';
    return { path: 'manifestVersion', line, column, expected, found: source };
}

;// CONCATENATED MODULE: ./build/server/read-server.js














/**
 * Reads a server manifest into facts, its short forms expanded: what the manifest itself says wins over the applicationHost.config
 * it names, and that over what its hosting bundle brings. An output of `dotnet` or an applicationHost.config alone is taken too.
 * Throws `InputError` with every problem of the file at once: place, what was expected, what was found, what was probably meant.
 */
async function readTargetServer(path, disk) {
    const bytes = await (0,server_file/* serverFileBytes */.b2)(path, 'a server manifest', disk);
    if (isConfigurationFile(path, bytes))
        return configuredServer(path, bytes);
    const text = (0,server_file/* serverFileText */.bm)(path, bytes);
    if (isCapture(path, text))
        return capturedServer(path, text);
    const read = await (0,document_reader/* documentReader */.v)(path, text);
    const validated = validateManifest(read(text));
    if ('misfits' in validated)
        throw new input_error/* InputError */.d((0,input_problems/* inputProblems */.r)(path, validated.misfits));
    const { manifest } = validated;
    const own = layeredFacts(manifestFacts(manifest), await applicationHostFacts(path, manifest, disk));
    return {
        name: manifest.name ?? (0,server_file/* baseName */.Fl)(path).replace(/\.(?:json|ya?ml)$/i, ''),
        manifest: placesOnDemand(path, () => (0,server_document/* factPositions */.N4)(read(text))),
        ...(manifest.hostingBundle === undefined ? own : withHostingBundle(manifest.hostingBundle, own)),
    };
}
/**
 * Whether the text is what `dotnet` printed, under whatever name it was saved. Throws `InputError` for a text file that is neither that nor
 * a manifest, such as the complaint of a shell that found no `dotnet`.
 */
function isCapture(path, text) {
    if (/\bmanifestVersion\b/.test(text))
        return false;
    if (/\.(?:json[c5]?|ya?ml)$/i.test(path))
        return listsRuntimes(text);
    if (isDotnetOutput(text))
        return true;
    if (!/\.(?:txt|log|out)$/i.test(path))
        return false;
    const expected = 'the output of dotnet --list-runtimes or dotnet --info, or a server manifest in JSON or YAML';
    const firstLine = text.trim().split(/\r?\n/, 1)[0] ?? '';
    throw new input_error/* InputError */.d([{ file: path, place: '1:1', expected, found: firstLine === '' ? 'nothing' : firstLine.slice(0, 60) }]);
}
/** The places are only asked for when something is found, and with thousands of servers they would fill the memory: the text is read again. */
function placesOnDemand(file, positions) {
    let places;
    return {
        file,
        get positions() {
            places ??= positions();
            return places;
        },
    };
}
async function applicationHostFacts(path, { iis }, disk) {
    if (iis?.applicationHostConfig === undefined)
        return {};
    const file = (0,server_file/* besideFile */.fV)(path, iis.applicationHostConfig);
    const bytes = await (0,server_file/* serverFileBytes */.b2)(file, 'the applicationHost.config that the manifest names', disk);
    return { iis: readApplicationHostConfig((0,configuration_file/* readConfigurationFile */.B)(file, bytes)) };
}
/** The bundle stands for a server on which nothing else was set up, so that pools of which nothing is said have no variables either. */
function withHostingBundle(version, own) {
    const { facts, notes } = hostingBundle(version, own.os?.architecture);
    const layered = layeredFacts(own, facts);
    const { iis } = layered;
    const pools = iis?.appPools?.map((pool) => ({ environment: new Map(), ...pool }));
    return {
        ...layered,
        ...(iis === undefined || pools === undefined ? {} : { iis: { ...iis, appPools: pools } }),
        hostingBundle: version,
        ...(notes.length === 0 ? {} : { notes }),
    };
}

;// CONCATENATED MODULE: ./build/model/facts-text.js
/** Maps and sets inside facts, as something JSON can write. */
function plain(_key, value) {
    if (value instanceof Map)
        return [...value];
    return value instanceof Set ? [...value] : value;
}
/** Facts as text: the same for facts that say the same in the same order. */
function factsText(facts) {
    return JSON.stringify(facts, plain);
}

;// CONCATENATED MODULE: ./build/server/shared-facts.js

/**
 * Lets servers that say the same keep it once: the thousands of a farm have most of their facts in common, and fit into memory.
 * What is shared is also known to be alike without being compared again.
 */
function factSharing() {
    const known = new Map();
    const shared = (key, value) => {
        if (typeof value !== 'object' || value === null)
            return value;
        const text = `${key} ${factsText(value)}`;
        // The same text under the same key was made of a value of the same type.
        const before = known.get(text) ?? value;
        known.set(text, before);
        return before;
    };
    const sharedParts = (facts) => 
    // The cast keeps the shape: every key keeps a value of its own type.
    Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, shared(key, value)]));
    return ({ manifest, iis, ...facts }) => ({
        ...sharedParts(facts),
        manifest,
        ...(iis === undefined ? {} : { iis: sharedParts(iis) }),
    });
}

// EXTERNAL MODULE: ./build/source/checkout-path.js
var checkout_path = __webpack_require__(8960);
;// CONCATENATED MODULE: ./build/source/setting.js
/** Whether names of MSBuild properties, items or files are the same. */
const sameName = (left, right) => left.toLowerCase() === right.toLowerCase();

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(9800);
;// CONCATENATED MODULE: ./build/source/msbuild-file.js

/** Elements that hold property and item groups and decide whether these count. */
const choosing = new Set(['Choose', 'When', 'Otherwise']);
/**
 * Reads an MSBuild file as XML; nothing is evaluated. Namespaces of old project files are ignored.
 * `undefined` when the text is not well-formed or not an MSBuild file: such a file has not built anything.
 */
function readMsbuildFile(path, text) {
    const elements = msbuild_file_readElements(path, text);
    if (elements?.[0]?.name !== 'Project')
        return undefined;
    const entries = elements.filter(({ role }) => role === 'entry');
    const imports = elements.filter(({ name, attributes }) => name === 'Import' && !attributes.has('Sdk'));
    return {
        path,
        sdks: elements.flatMap((element) => sdkNames(element).map((name) => ({ name, ...msbuild_file_placeOf(element) }))),
        properties: byName(entries.filter(({ parent }) => parent?.name === 'PropertyGroup').map(toSetting)),
        items: entries.filter(({ parent }) => parent?.name === 'ItemGroup').map(toItem),
        imports: imports.map(({ attributes }) => attributes.get('Project') ?? ''),
    };
}
const msbuild_file_placeOf = ({ file, line, column }) => ({ file, line, column });
function toSetting(element) {
    return { name: element.name, value: element.text.trim(), conditional: element.conditional, ...msbuild_file_placeOf(element) };
}
function toItem(element) {
    const include = element.attributes.get('Include') ?? element.attributes.get('Update') ?? '';
    return { type: element.name, include: include.trim(), ...msbuild_file_placeOf(element) };
}
function byName(settings) {
    const found = new Map();
    for (const setting of settings) {
        const earlier = found.get(setting.name.toLowerCase());
        if (earlier === undefined)
            found.set(setting.name.toLowerCase(), [setting]);
        else
            earlier.push(setting);
    }
    return found;
}
/** `Sdk="A;B/1.0.0"` names two SDKs, the second with its version. */
function sdkNames({ name, attributes, parent }) {
    const naming = name === 'Sdk' ? 'Name' : parent === undefined || name === 'Import' ? 'Sdk' : undefined;
    return ((naming && attributes.get(naming)) ?? '')
        .split(';')
        .map((sdk) => (sdk.split('/')[0] ?? '').trim())
        .filter((sdk) => sdk !== '');
}
/** Ends the parse at the first thing that is wrong. */
class NotWellFormed extends Error {
}
/** Every element in document order. Nesting is a chain of parents, never of calls, so that depth is harmless. */
function msbuild_file_readElements(path, text) {
    const elements = [];
    const positions = ascendingPlaces(path, text);
    const parser = new saxes/* SaxesParser */.wT();
    let open;
    let place = { file: path, line: 1, column: 1 };
    const addText = (part) => {
        if (open !== undefined)
            open.text += part;
    };
    parser.on('error', () => {
        throw new NotWellFormed();
    });
    parser.on('opentagstart', () => {
        place = positions(text.lastIndexOf('<', parser.position - 1));
    });
    parser.on('opentag', (tag) => {
        open = openElement(tag, open, place);
        elements.push(open);
    });
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('closetag', () => {
        open = open?.parent;
    });
    try {
        parser.write(text).close();
    }
    catch (error) {
        if (error instanceof NotWellFormed)
            return undefined;
        throw error;
    }
    return elements;
}
function openElement(tag, parent, place) {
    const attributes = new Map(Object.entries(tag.attributes));
    const conditional = parent?.conditional === true || attributes.has('Condition') || choosing.has(tag.name);
    return { name: tag.name, attributes, ...(parent && { parent }), conditional, role: roleOf(tag.name, parent), text: '', ...place };
}
function roleOf(name, parent) {
    if (parent === undefined)
        return 'container';
    if (parent.role === 'group')
        return 'entry';
    if (parent.role !== 'container')
        return 'other';
    if (choosing.has(name))
        return 'container';
    return name === 'PropertyGroup' || name === 'ItemGroup' ? 'group' : 'other';
}
/** Turns offsets, asked for in ascending order, into places in one pass over the text. */
function ascendingPlaces(file, text) {
    let line = 1;
    let start = 0;
    let end = lineEnd(text, 0);
    return (offset) => {
        while (end < offset) {
            line += 1;
            start = end + 1;
            end = lineEnd(text, start);
        }
        return { file, line, column: offset - start + 1 };
    };
}
function lineEnd(text, from) {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end;
}

;// CONCATENATED MODULE: ./build/source/command-words.js
/** A command that is longer than this is cut here. */
const maximumWords = 300;
/**
 * Splits lines of a script into commands of words. Takes what bash, cmd and PowerShell have in common: quotes, `&&`, `||`, `|`, `;`
 * and redirections between commands, `\`, `^` or a backtick at the end of a line to go on. `$(…)` and `${{ … }}` stay whole,
 * because they are the pipeline's own expressions. Nothing is evaluated.
 */
function splitCommands(lines) {
    const commands = [];
    let words = [];
    const endCommand = () => {
        if (words.length > 0)
            commands.push(words);
        words = [];
    };
    for (const fragments of lines) {
        let goesOn = false;
        for (const fragment of fragments) {
            const { text, continued } = withoutContinuation(fragment.text);
            goesOn = continued;
            for (const token of tokens(text)) {
                if (token.kind === 'end')
                    endCommand();
                else if (words.length < maximumWords)
                    words.push({ text: token.text, line: fragment.line, column: fragment.column + token.start });
            }
        }
        if (!goesOn)
            endCommand();
    }
    endCommand();
    return commands;
}
function withoutContinuation(text) {
    const trimmed = text.trimEnd();
    const continued = /(?:^|[ \t])[\\^`]$/.test(trimmed.slice(-2));
    return { text: continued ? trimmed.slice(0, -1) : text, continued };
}
function* tokens(text) {
    let at = 0;
    while (at < text.length) {
        const character = text[at] ?? '';
        if (character === ' ' || character === '\t')
            at += 1;
        else if (character === '#')
            return;
        else if (isSeparator(text, at)) {
            yield { kind: 'end' };
            at += 1;
        }
        else {
            const word = wordAt(text, at);
            yield { kind: 'word', text: word.text, start: at };
            at = word.end;
        }
    }
}
/** `;` separates commands only before a blank: `-p:A=1;B=2` is one word. */
function isSeparator(text, at) {
    const character = text[at] ?? '';
    if (character === ';')
        return at + 1 === text.length || text[at + 1] === ' ';
    return '&|<>'.includes(character);
}
function wordAt(text, start) {
    let word = '';
    let quote = '';
    let at = start;
    while (at < text.length) {
        const character = text[at] ?? '';
        const expressionEnd = endOfExpression(text, at);
        if (expressionEnd !== undefined) {
            word += text.slice(at, expressionEnd);
            at = expressionEnd;
            continue;
        }
        if (quote === '' && (character === ' ' || character === '\t' || isSeparator(text, at)))
            break;
        if (quote === '' && (character === '"' || character === "'"))
            quote = character;
        else if (character === quote)
            quote = '';
        else
            word += character;
        at += 1;
    }
    return { text: word, end: at };
}
/** The index after `${{ … }}` or `$(…)` when one starts here and ends on this line. */
function endOfExpression(text, at) {
    if (text[at] !== '$')
        return undefined;
    const close = text.startsWith('${{', at) ? '}}' : text.startsWith('$(', at) ? ')' : undefined;
    const end = close === undefined ? -1 : text.indexOf(close, at);
    return close === undefined || end < 0 ? undefined : end + close.length;
}

;// CONCATENATED MODULE: ./build/source/pipeline-scalars.js
/** A value as one text, lines joined by a space. */
const joined = (value) => value
    .flat()
    .map(({ text }) => text.trim())
    .join(' ')
    .trim();
/** The key that starts at a column of a line, in lower case, and the column of its value; `undefined` where there is none. */
function keyAt(line, column) {
    const match = /^(?:"([\w.-]{1,60})"|'([\w.-]{1,60})'|([\w.-]{1,60})) {0,8}:(?= |$)/.exec(line.slice(column, column + 100));
    const name = match?.[1] ?? match?.[2] ?? match?.[3];
    if (match === null || name === undefined)
        return undefined;
    const after = column + match[0].length;
    return { name: name.toLowerCase(), valueColumn: after + indentOf(line.slice(after)) };
}
/** Reads the value that starts at a column of a line; the lines below it that are indented more than its key belong to it. */
function readScalar(lines, index, column, keyColumn) {
    const line = lines[index] ?? '';
    const first = line.slice(column);
    const block = /^([|>])[-+0-9]{0,3} *(?:#|$)/.exec(first)?.[1];
    if (first === '' || first.startsWith('#'))
        return { value: [], nextLine: index + 1 };
    const end = blockEnd(lines, index + 1, keyColumn);
    const below = [];
    for (let at = index + 1; at < end; at += 1)
        below.push(fragment(lines[at] ?? '', at, indentOf(lines[at] ?? '')));
    if (block === '|')
        return { value: below.filter(hasText).map((one) => [one]), nextLine: end };
    if (block === '>')
        return { value: [below.filter(hasText)], nextLine: end };
    return { value: [unquoted([fragment(line, index, column), ...below.filter(hasText)])], nextLine: end };
}
const hasText = ({ text }) => text.trim() !== '';
const fragment = (line, index, column) => ({
    text: line.slice(column),
    line: index + 1,
    column: column + 1,
});
/** The first line that is not part of a value: neither blank nor indented more than the key. */
function blockEnd(lines, from, keyColumn) {
    let at = from;
    while (at < lines.length && (pipeline_scalars_isBlank(lines[at] ?? '') || indentOf(lines[at] ?? '') > keyColumn))
        at += 1;
    return at;
}
/** A flow scalar without its quotes, or a plain one without its comment. */
function unquoted(fragments) {
    const quote = fragments[0]?.text[0];
    if (quote !== '"' && quote !== "'")
        return fragments.map((one) => ({ ...one, text: withoutComment(one.text) }));
    const inside = [];
    for (const [index, { text, line, column }] of fragments.entries()) {
        const from = index === 0 ? 1 : 0;
        const close = closingQuote(text, quote, from);
        inside.push({ text: text.slice(from, close), line, column: column + from });
        if (close !== undefined)
            break;
    }
    return inside;
}
function closingQuote(text, quote, from) {
    for (let at = from; at < text.length; at += 1) {
        if (quote === '"' && text[at] === '\\')
            at += 1;
        else if (text[at] === quote) {
            if (quote === "'" && text[at + 1] === quote)
                at += 1;
            else
                return at;
        }
    }
    return undefined;
}
function withoutComment(text) {
    const comment = text.indexOf(' #');
    return comment < 0 ? text : text.slice(0, comment);
}
const pipeline_scalars_isBlank = (line) => line.trim() === '';
function indentOf(line) {
    let at = 0;
    while (line[at] === ' ')
        at += 1;
    return at;
}

;// CONCATENATED MODULE: ./build/source/pipeline-variables.js

/** Keys whose keys are variables: of Azure Pipelines, of GitHub, of both. */
const holders = new Set(['variables', 'env', 'matrix', 'include']);
/**
 * The variables that a key with a value makes. `keys`: those around it, the nearest last; below `matrix` Azure Pipelines has a name for
 * each entry first. Of a list in brackets, as GitHub writes a matrix, each value.
 */
function variablesOf(keys, name, value) {
    const [parent, grandparent] = [keys.at(-1)?.name ?? '', keys.at(-2)?.name ?? ''];
    const [first] = value.flat();
    if (first === undefined || (!holders.has(parent) && grandparent !== 'matrix'))
        return [];
    const text = joined(value);
    if (!text.startsWith('['))
        return [{ name, value: text, line: first.line, column: first.column }];
    return [...first.text.matchAll(/[^\s,'"[\]]+/g)].map((match) => ({
        name,
        value: match[0],
        line: first.line,
        column: first.column + match.index,
    }));
}
/** The variable that a value consists of, in lower case: `$(rid)`, `${{ env.RID }}`, `$RID`, `${RID}`, `$env:RID` or `%RID%`. */
function variableName(value) {
    const match = /^\$\((?:variables\.)?([\w.-]+)\)$|^\$\{\{ *(?:env|matrix|variables)\.([\w-]+) *\}\}$|^\$(?:env:)?(\w+)$|^\$\{(?:env:)?(\w+)\}$|^%(\w+)%$/i.exec(value);
    return match
        ?.slice(1)
        .find((name) => name !== undefined)
        ?.toLowerCase();
}

;// CONCATENATED MODULE: ./build/source/pipeline-steps.js


/** Lines longer than this are no line of a pipeline that a person wrote. */
const maximumLineLength = 4000;
/** A file with more list entries than this is read up to here. */
const maximumSteps = 5000;
/**
 * Reads the list entries of a GitHub workflow or an Azure pipeline line by line. This is no YAML parser: anchors, flow collections
 * and complex keys are passed over, and text that is not YAML gives steps without values. One pass; never throws.
 */
function readPipelineSteps(text) {
    const lines = text.split(/\r\n|\n|\r/).map((line) => (line.length > maximumLineLength ? '' : line));
    const steps = [];
    const defaultWorkingDirectories = [];
    const variables = [];
    const open = [];
    const keys = [];
    for (let index = 0; index < lines.length && steps.length < maximumSteps;) {
        const line = lines[index] ?? '';
        const indent = indentOf(line);
        const column = pipeline_scalars_isBlank(line) ? indent : openSteps(line, indent, open, steps, keys);
        const key = keyAt(line, column);
        if (key === undefined) {
            index += 1;
            continue;
        }
        const scalar = readScalar(lines, index, key.valueColumn, column);
        closeKeys(keys, column);
        variables.push(...variablesOf(keys, key.name, scalar.value));
        keys.push({ column, name: key.name });
        const step = open.at(-1);
        if (step !== undefined && !step.values.has(key.name))
            step.values.set(key.name, scalar.value);
        if (step === undefined && key.name === 'working-directory')
            defaultWorkingDirectories.push(joined(scalar.value));
        index = scalar.nextLine;
    }
    variables.push(...steps.flatMap(({ list, values }) => listedVariable(list, values)));
    return { steps, defaultWorkingDirectories, variables };
}
/** Azure Pipelines also lists variables: `- name: rid` with `value: win-x64`. */
function listedVariable(list, values) {
    const [name, value] = [values.get('name'), values.get('value')];
    if (list !== 'variables' || name === undefined || value === undefined)
        return [];
    return variablesOf([{ name: list }], joined(name).toLowerCase(), value);
}
function closeKeys(keys, column) {
    while ((keys.at(-1)?.column ?? -1) >= column)
        keys.pop();
}
/** Closes the steps that a line is not part of, opens one for each `- ` at its start, and gives the column behind these. */
function openSteps(line, indent, open, steps, keys) {
    if (line[indent] === '#')
        return indent;
    while ((open.at(-1)?.indent ?? -1) >= indent)
        open.pop();
    let column = indent;
    while (line[column] === '-' && (line[column + 1] === ' ' || column + 1 === line.length)) {
        // A list may stand as far left as the key that it belongs to.
        closeKeys(keys, column + 1);
        const step = { indent: column, list: keys.at(-1)?.name ?? '', values: new Map() };
        open.push(step);
        steps.push(step);
        column += 1 + indentOf(line.slice(column + 1));
    }
    return column;
}

;// CONCATENATED MODULE: ./build/source/publish-arguments.js
/**
 * Switches that set a property to their value, with what the value becomes; `*` stands for the part the SDK adds.
 * https://learn.microsoft.com/dotnet/core/tools/dotnet-publish
 */
const valueSwitches = new Map([
    [['-r', '--runtime'], 'RuntimeIdentifier', (given) => given],
    [['-a', '--arch'], 'RuntimeIdentifier', (given) => `*-${given}`],
    [['--os'], 'RuntimeIdentifier', (given) => `${given}-*`],
    [['-c', '--configuration'], 'Configuration', (given) => given],
].flatMap(([names, property, value]) => names.map((name) => [name, { property, value }])));
/** Switches with a value that says nothing about the output; the value must not be taken for a project. */
const otherValueSwitches = new Set('-o --output -v -verbosity --verbosity -s --source --manifest --version-suffix --artifacts-path --tl --terminallogger'.split(' '));
const propertySwitches = new Set(['-p', '/p', '--p', '-property', '/property', '--property']);
/** Reads the arguments of a publish command; switches it does not know are passed over. */
function readPublishArguments(file, words) {
    const settings = [];
    const targets = [];
    let noBuild;
    let framework;
    for (let index = 0; index < words.length; index += 1) {
        const word = words[index];
        if (word === undefined)
            break;
        const place = { file, line: word.line, column: word.column };
        const add = (name, value) => {
            settings.push({ name, value, conditional: false, ...place });
        };
        const { name, inline } = splitSwitch(word.text);
        const next = words[index + 1]?.text;
        const valueSwitch = valueSwitches.get(name);
        if (valueSwitch !== undefined) {
            add(valueSwitch.property, valueSwitch.value(inline ?? next ?? ''));
            if (inline === undefined)
                index += 1;
        }
        else if (name === '-f' || name === '--framework') {
            framework = { name: 'TargetFramework', value: inline ?? next ?? '', conditional: false, ...place };
            if (inline === undefined)
                index += 1;
        }
        else if (propertySwitches.has(name)) {
            for (const [property, value] of assignments(inline ?? next ?? ''))
                add(property, value);
            if (inline === undefined)
                index += 1;
        }
        else if (name === '--self-contained' || name === '--sc') {
            const separate = inline === undefined && next !== undefined && /^(?:true|false)$/i.test(next);
            add('SelfContained', inline ?? (separate ? next : 'true'));
            if (separate)
                index += 1;
        }
        else if (name === '--no-self-contained')
            add('SelfContained', 'false');
        else if (name === '--ucr' || name === '--use-current-runtime')
            add('RuntimeIdentifier', '*');
        else if (name === '--no-build')
            noBuild = place;
        else if (otherValueSwitches.has(name))
            index += inline === undefined ? 1 : 0;
        else if (!isSwitch(word.text))
            targets.push(word.text);
    }
    return { targets, settings, ...(framework === undefined ? {} : { framework }), ...(noBuild === undefined ? {} : { noBuild }) };
}
/** `/src/App` is a path where MSBuild on Windows would see a switch; every MSBuild switch has its `:` or a single word. */
const isSwitch = (text) => text.startsWith('-') || /^\/[a-z]{1,40}(?::|$)/i.test(text);
/** `-r=win-x64` and `-r:win-x64` carry their value; `/p:A=1` and `--property:A=1` their assignments. Only MSBuild's `/` switches ignore case. */
function splitSwitch(text) {
    if (!isSwitch(text))
        return { name: '' };
    const end = text.search(/[:=]/);
    const name = end < 0 ? text : text.slice(0, end);
    const known = name.startsWith('/') ? name.toLowerCase() : name;
    return end < 0 ? { name: known } : { name: known, inline: text.slice(end + 1) };
}
/** `A=1;B=2`: several properties; a comma separates them as well. */
function assignments(text) {
    const found = [];
    for (const part of text.split(';').flatMap((one) => (/,[ ]*\w{1,100}=/.test(one) ? one.split(',') : [one]))) {
        const equals = part.indexOf('=');
        if (equals > 0)
            found.push([part.slice(0, equals).trim(), part.slice(equals + 1).trim()]);
    }
    return found;
}

;// CONCATENATED MODULE: ./build/source/publish-command.js





/** Keys under which GitHub and Azure Pipelines keep scripts. */
const scriptKeys = ['run', 'script', 'bash', 'pwsh', 'powershell', 'inlinescript'];
/** A file with more publish commands than this is read up to here. */
const maximumCommands = 200;
/** Finds the commands of a pipeline file that publish: those of scripts, and the tasks of Azure Pipelines that do the same. */
function readPublishCommands(file, text) {
    const { steps, defaultWorkingDirectories, variables } = readPipelineSteps(text);
    const inherited = new Set(defaultWorkingDirectories);
    // Several defaults belong to several jobs; which one a step inherits is not worked out.
    const fallback = inherited.size > 1 ? undefined : ([...inherited][0] ?? '');
    const commands = [];
    for (const step of steps) {
        const written = step.values.get('working-directory') ?? step.values.get('workingdirectory');
        const folder = written === undefined ? fallback : joined(written);
        commands.push(...taskCommands(file, step, folder));
        for (const key of scriptKeys)
            commands.push(...scriptCommands(file, step.values.get(key) ?? [], folder));
        if (commands.length > maximumCommands)
            break;
    }
    return commands.slice(0, maximumCommands).map((command) => ({
        ...command,
        settings: command.settings.map((setting) => withGiven(setting, variables)),
    }));
}
/** A setting whose value is a variable, with the lines of the file that give it one. */
function withGiven(setting, variables) {
    const name = variableName(setting.value);
    const given = name === undefined ? [] : variables.filter((variable) => variable.name === name);
    if (given.length === 0)
        return setting;
    return { ...setting, given: given.map(({ value, line, column }) => ({ ...setting, value, line, column })) };
}
function scriptCommands(file, script, startFolder) {
    const commands = [];
    let folder = startFolder;
    for (const words of splitCommands(script)) {
        const name = commandName(words[0]);
        if (name === 'cd' || name === 'pushd' || name === 'set-location')
            folder = changedFolder(folder, words.slice(1));
        else if (name === 'popd' || name === 'pop-location')
            folder = undefined;
        const publish = afterPublish(words);
        if (publish !== undefined)
            commands.push(publishCommand(file, publish, folder));
    }
    return commands;
}
/** `/d` of cmd aside, the folder is the first word; a second `cd` below the first is appended. */
function changedFolder(folder, words) {
    const target = words.find(({ text }) => text.toLowerCase() !== '/d')?.text;
    if (folder === undefined || target === undefined || target === '-')
        return undefined;
    return folder === '' ? target : `${folder}/${target}`;
}
/**
 * The words after `dotnet publish`, or after the MSBuild that publishes: its target `Publish`, or a build with `DeployOnBuild=true`.
 * `undefined` when the command does something else.
 */
function afterPublish(words) {
    const program = words.findIndex((word) => ['dotnet', 'msbuild'].includes(commandName(word)));
    // The program may follow an environment assignment, `sudo` or `call`, but not stand somewhere in the arguments of `echo`.
    if (program < 0 || program > 3 || ['echo', 'write-host', 'write-output'].includes(commandName(words[0])))
        return undefined;
    const verb = commandName(words[program]) === 'msbuild' ? 'msbuild' : words[program + 1]?.text.toLowerCase();
    const rest = words.slice(program + (commandName(words[program]) === 'msbuild' ? 1 : 2));
    if (verb === 'publish')
        return rest;
    const publishes = rest.some(({ text }) => /^[-/](?:t|target):(?:.*[;,])?publish\b|\bDeployOnBuild=true\b/i.test(text));
    return (verb === 'msbuild' || verb === 'build') && publishes ? rest : undefined;
}
function commandName(word) {
    const name = (word?.text ?? '').split(/[\\/]/).at(-1) ?? '';
    return name.toLowerCase().replace(/\.exe$/, '');
}
function publishCommand(file, words, workingDirectory) {
    const { targets, settings, framework, noBuild } = readPublishArguments(file, words);
    return {
        file,
        targets,
        everyWebProject: false,
        settings,
        ...(workingDirectory === undefined ? {} : { workingDirectory }),
        ...(framework === undefined ? {} : { framework }),
        ...(noBuild === undefined ? {} : { noBuild }),
    };
}
/** `DotNetCoreCLI` with `command: publish`; `VSBuild` and `MSBuild`, whose arguments are MSBuild's own. */
function taskCommands(file, { values }, folder) {
    const text = (key) => joined(values.get(key) ?? []);
    const task = (text('task').split('@')[0] ?? '').toLowerCase();
    const words = (key) => splitCommands([(values.get(key) ?? []).flat()]).flat();
    if (task === 'dotnetcorecli' && text('command').toLowerCase() === 'publish') {
        const command = publishCommand(file, words('arguments'), folder);
        const everyWebProject = text('publishwebprojects').toLowerCase() !== 'false';
        // A pattern on each line; `!` leaves out what others have found.
        const projects = (values.get('projects') ?? []).map((line) => joined([line])).filter((line) => line !== '' && !line.startsWith('!'));
        return [{ ...command, everyWebProject, targets: everyWebProject ? [] : projects }];
    }
    if (task === 'vsbuild' || task === 'msbuild') {
        const command = publishCommand(file, words(task === 'vsbuild' ? 'msbuildargs' : 'msbuildarguments'), folder);
        const inputs = ['Platform', 'Configuration'].flatMap((name) => inputSetting(file, name, values.get(name.toLowerCase())));
        return [{ ...command, targets: [text('solution')], settings: [...command.settings, ...inputs] }];
    }
    return [];
}
/** An input of a task that sets the property of its name. */
function inputSetting(file, name, value = []) {
    const [first] = value.flat();
    return first === undefined ? [] : [{ name, value: joined(value), conditional: false, file, line: first.line, column: first.column }];
}

;// CONCATENATED MODULE: ./build/source/source-tree.js




/** Folders that hold no source of their own. */
const skippedFolders = ['.git', '.vs', 'node_modules', 'bin', 'obj', 'dist'];
/** More files than this are not read: what is then left unread could be the real cause, so nothing is located at all. */
const maximumFilesRead = 2000;
const maximumBytesRead = 32 * 1024 * 1024;
/** A file larger than this was not written by hand. */
const maximumFileSize = 1024 * 1024;
const source_tree_maximumCommands = 500;
/**
 * Reads a checkout once for all findings of a run. Only project files, pipeline files and the configuration files beside a project are
 * opened, and only up to a limit.
 * @param root The folder that holds the checkout.
 * @param workingDirectory Where relative paths that the user gave start; the root where nothing else is said.
 */
async function readSourceTree(root, disk, workingDirectory = root) {
    const tree = await unlessUnreadable(disk.tree(root, skippedFolders), { name: root, files: [], read: async () => new Uint8Array() });
    const files = committedFiles(tree);
    const wanted = wantedFiles(tree);
    const solutionFolders = new Set([...files.keys()].filter((key) => /\.slnx?$/.test(key)).map(checkout_path/* folderOf */.yS));
    const named = { root, workingDirectory, files, solutionFolders };
    const empty = { ...named, msbuildFiles: new Map(), publishCommands: [], contents: new Map() };
    if (wanted.length > maximumFilesRead || wanted.reduce((sum, { size }) => sum + size, 0) > maximumBytesRead)
        return empty;
    const msbuildFiles = new Map();
    const publishCommands = [];
    const contents = new Map();
    for (const { storedPath, path, size, kind } of wanted) {
        const bytes = await unlessUnreadable(tree.read(storedPath, 0, size), undefined);
        if (bytes === undefined)
            continue;
        if (kind === 'pipeline')
            publishCommands.push(...readPublishCommands(path, decodeText(bytes)));
        else if (kind === 'configuration')
            contents.set((0,checkout_path/* checkoutKey */.a)(path), bytes);
        else {
            const file = readMsbuildFile(path, decodeText(bytes));
            if (file !== undefined)
                msbuildFiles.set((0,checkout_path/* checkoutKey */.a)(path), file);
        }
    }
    return { ...named, msbuildFiles, publishCommands: publishCommands.slice(0, source_tree_maximumCommands), contents };
}
/** A checkout that cannot be read costs the lines of the findings, never the findings. */
async function unlessUnreadable(reading, otherwise) {
    try {
        return await reading;
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.d)
            return otherwise;
        throw error;
    }
}
/** The text of a committed file: UTF-8, or what its byte order mark says. Bytes that are no text become U+FFFD. */
function decodeText(bytes) {
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
    return new TextDecoder(encoding).decode(bytes);
}
/** Two files that differ only in case cannot be told apart later, so neither is found. */
function committedFiles(tree) {
    const files = new Map();
    const twice = new Set();
    for (const { path } of tree.files) {
        const committed = (0,checkout_path/* checkoutPath */.o8)('', path);
        if (committed === undefined)
            continue;
        const key = (0,checkout_path/* checkoutKey */.a)(committed);
        if (files.has(key))
            twice.add(key);
        files.set(key, committed);
    }
    for (const key of twice)
        files.delete(key);
    return files;
}
function wantedFiles(tree) {
    const small = tree.files.flatMap(({ path: storedPath, size }) => {
        const path = (0,checkout_path/* checkoutPath */.o8)('', storedPath);
        return path === undefined || size > maximumFileSize ? [] : [{ storedPath, path, size }];
    });
    const projectFolders = new Set(small.filter(({ path }) => isProject(path)).map(({ path }) => (0,checkout_path/* folderOf */.yS)(path)));
    return small.flatMap((file) => {
        const kind = sourceKind(file.path, projectFolders);
        return kind === undefined ? [] : [{ ...file, kind }];
    });
}
/** Whether a path names a project file of a .NET language. */
const isProject = (path) => /\.(?:cs|fs|vb)proj$/i.test(path);
function sourceKind(path, projectFolders) {
    if (isProject(path) || /\.(?:props|targets|pubxml)$/i.test(path))
        return 'msbuild';
    if (/\.ya?ml$/i.test(path) && isPipelinePath(path.toLowerCase()))
        return 'pipeline';
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (/^(?:web\.[\w.-]{0,100}config|appsettings[\w.-]{0,100}\.json)$/i.test(name) && projectFolders.has((0,checkout_path/* folderOf */.yS)(path))) {
        return 'configuration';
    }
    return undefined;
}
/** GitHub keeps workflows in one folder; Azure Pipelines lets people choose, and these are the choices of most. `path` in lower case. */
function isPipelinePath(path) {
    if (path.startsWith('.github/') || !path.includes('/'))
        return true;
    const folders = (0,checkout_path/* folderOf */.yS)(path).split('/');
    const name = path.slice(path.lastIndexOf('/') + 1);
    const usual = ['.azure', '.azuredevops', '.ado', '.ci', 'ci', 'build', 'eng', 'deploy', 'deployment'];
    return name.includes('pipeline') || folders.some((folder) => usual.includes(folder) || folder.includes('pipeline'));
}

;// CONCATENATED MODULE: ./build/source/source-project.js



/** Files that import each other in circles or without end are followed this far. */
const maximumImports = 50;
/** References from property to property are followed this far. */
const maximumReferences = 16;
/**
 * The project that made an artifact: the one whose assembly has that name. `undefined` when there is none, or more than one.
 * @param exceptBelow Folders, as `checkoutKey`, whose projects are copies inside a publish output.
 */
function producingProject(tree, assemblyName, exceptBelow) {
    const found = [];
    for (const [key, file] of tree.msbuildFiles) {
        if (!isProject(key) || exceptBelow.some((folder) => folder !== '' && (0,checkout_path/* isBelow */.Yw)(key, folder)))
            continue;
        const project = sourceProject(tree, file);
        if (sameName(assemblyNameOf(project) ?? '', assemblyName))
            found.push(project);
    }
    const [only, ...others] = found;
    return only === undefined || others.length > 0 ? undefined : { ...only, profiles: profilesBelow(tree, only.folder) };
}
const profilesBelow = (tree, folder) => [...tree.msbuildFiles].flatMap(([key, file]) => (key.endsWith('.pubxml') && (0,checkout_path/* isBelow */.Yw)(key, (0,checkout_path/* checkoutKey */.a)(folder)) ? [file] : []));
function sourceProject(tree, file) {
    const folder = (0,checkout_path/* folderOf */.yS)(file.path);
    const nearest = (name) => {
        const directoryFile = fileAbove(tree, folder, name);
        return directoryFile === undefined ? [] : withImports(tree, directoryFile, folder);
    };
    return {
        file,
        folder,
        own: withImports(tree, file, folder),
        before: nearest('Directory.Build.props'),
        after: nearest('Directory.Build.targets'),
        profiles: [],
    };
}
/** Whether the Web SDK builds the project: it is what writes web.config and brings the request handler. */
const isWebProject = ({ file }) => file.sdks.some(({ name }) => sameName(name, 'Microsoft.NET.Sdk.Web'));
/** A file and what it imports, imports first: a property of the file itself then comes last and wins. */
function withImports(tree, file, projectFolder) {
    const found = new Map([[file.path, file]]);
    for (const importing of found.values()) {
        if (found.size > maximumImports)
            break;
        for (const written of importing.imports) {
            const imported = importedFile(tree, importing, written, projectFolder);
            if (imported !== undefined)
                found.set(imported.path, imported);
        }
    }
    return [...found.values()].reverse();
}
function importedFile(tree, importing, written, projectFolder) {
    const folder = (0,checkout_path/* folderOf */.yS)(importing.path);
    const above = /GetPathOfFileAbove\( {0,8}['"]?([\w.-]{1,100})/i.exec(written)?.[1];
    if (above !== undefined)
        return fileAbove(tree, folder === '' ? undefined : (0,checkout_path/* folderOf */.yS)(folder), above);
    const known = written
        .replace(/^\$\(MSBuildThisFileDirectory\)/i, '')
        .replace(/^\$\(MSBuildProjectDirectory\)/i, '../'.repeat(folder === '' ? 0 : folder.split('/').length) + projectFolder);
    if (/[$@%]\(|[*?]/.test(known))
        return undefined;
    const path = (0,checkout_path/* checkoutPath */.o8)(folder, known);
    return path === undefined ? undefined : tree.msbuildFiles.get((0,checkout_path/* checkoutKey */.a)(path));
}
/** The file of that name in a folder or the nearest one above. */
function fileAbove(tree, from, name) {
    for (let folder = from; folder !== undefined; folder = folder === '' ? undefined : (0,checkout_path/* folderOf */.yS)(folder)) {
        const file = tree.msbuildFiles.get((0,checkout_path/* checkoutKey */.a)(folder === '' ? name : `${folder}/${name}`));
        if (file !== undefined)
            return file;
    }
    return undefined;
}
/** `AssemblyName`, which is the name of the project file where nothing else is said; `undefined` where it cannot be told. */
function assemblyNameOf(project) {
    const written = lastSetting(project, 'AssemblyName');
    if (written === undefined)
        return projectName(project);
    return written === 'unclear' ? undefined : expanded(project, written.value);
}
const projectName = ({ file }) => file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
/** The line of the project's files that gives a property its value; `unclear` when a condition decides. */
function lastSetting(project, name) {
    for (const files of [project.after, project.own, project.before]) {
        const last = settingsNamed(files, name).at(-1);
        if (last !== undefined)
            return last.conditional ? 'unclear' : last;
    }
    return undefined;
}
/** Every line of some files that sets a property, in order of evaluation. */
const settingsNamed = (files, name) => files.flatMap(({ properties }) => properties.get(name.toLowerCase()) ?? []);
/** Replaces `$(Name)` by what the project's files say; `undefined` when a reference cannot be followed, or not in a few steps. */
function expanded(project, value) {
    let text = value;
    for (let step = 0; step < maximumReferences && text.length < 1000; step += 1) {
        const reference = /\$\(([\w.]{1,100})\)/.exec(text);
        if (reference === null)
            return text.includes('$(') ? undefined : text;
        const name = reference[1] ?? '';
        const setting = lastSetting(project, name);
        if (setting === 'unclear')
            return undefined;
        const replacement = sameName(name, 'MSBuildProjectName') ? projectName(project) : setting?.value;
        if (replacement === undefined)
            return undefined;
        text = text.slice(0, reference.index) + replacement + text.slice(reference.index + reference[0].length);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/source/deciding-setting.js


/**
 * The line that gave an MSBuild property its value, found in the order in which MSBuild lets one place override another: command line,
 * Directory.Build.targets, publish profile, project, Directory.Build.props. A line counts only when its value agrees with the artifact;
 * where two lines could be the one, none is taken.
 * https://learn.microsoft.com/visualstudio/msbuild/customize-by-directory
 */
function decidingSetting(context, name, agrees) {
    const { project } = context;
    if (project === undefined)
        return undefined;
    const commandLine = commandSettings(context, name);
    const onCommandLine = onlyOne(commandLine, agrees);
    if (onCommandLine !== 'none')
        return lineOf(onCommandLine);
    const profiles = publishProfiles(context, project);
    for (const layer of [
        settingsNamed(project.after, name),
        settingsNamed(profiles.named, name),
        settingsNamed(project.own, name),
        settingsNamed(project.before, name),
    ]) {
        const settings = effective(layer).map((setting) => followed(project, setting));
        const found = onlyOne(settings, agrees);
        if (found !== 'none')
            return lineOf(found);
        // A line that always counts and says something else hides the layers below it.
        if (settings[0] !== undefined && !settings[0].conditional)
            return undefined;
    }
    const inProfile = onlyOne(settingsNamed(profiles.others, name).filter(({ value }) => !isExpression(value)), agrees);
    return inProfile === 'none' ? undefined : lineOf(inProfile);
}
/** Where the publish commands of the project set a property, one place for each line. */
const commandSettings = ({ publishCommands }, name) => publishCommands.flatMap(({ settings }) => settings.filter((setting) => sameName(setting.name, name)));
const lineOf = (setting) => setting === 'several' ? undefined : { file: setting.file, line: setting.line, column: setting.column };
/**
 * The one line that agrees or, without any, the one line whose value only the build knows. Of a variable of the pipeline, the one line
 * that gives it the value that agrees.
 */
function onlyOne(settings, agrees) {
    const open = new Map();
    for (const setting of settings) {
        const given = setting.given?.filter(({ value }) => agrees(value)) ?? [];
        const line = given.length === 1 && given[0] !== undefined ? given[0] : setting;
        if (isExpression(line.value) || agrees(line.value))
            open.set(`${line.file}:${line.line}:${line.column}`, line);
    }
    const [only, ...others] = open.values();
    if (only === undefined)
        return 'none';
    return others.length === 0 ? only : 'several';
}
/** Whether a value can only be told by whoever runs the build or the pipeline. */
const isExpression = (value) => /\$[({\w]|%\w|@\(/.test(value);
/** The last line that always counts, and the conditional ones after it: all that can decide. */
function effective(settings) {
    return settings.slice(Math.max(0, settings.findLastIndex(({ conditional }) => !conditional)));
}
/** A value such as `$(NetVersion)` alone is decided where that property is set. */
function followed(project, setting) {
    let current = setting;
    for (let step = 0; step < 8; step += 1) {
        const name = /^\$\(([\w.]{1,100})\)$/.exec(current.value)?.[1];
        const next = name === undefined ? undefined : lastSetting(project, name);
        if (next === undefined || next === 'unclear')
            break;
        current = { ...next, name: setting.name, conditional: setting.conditional };
    }
    const value = expanded(project, current.value);
    return value === undefined ? current : { ...current, value };
}
/** The profiles of the project: those that a publish command or the project itself names, and the rest where none is named. */
function publishProfiles(context, project) {
    const own = lastSetting(project, 'PublishProfile');
    const naming = [...commandSettings(context, 'PublishProfile'), ...(own === undefined || own === 'unclear' ? [] : [own])];
    const names = naming.map(({ value }) => profileName(value));
    return {
        named: project.profiles.filter(({ path }) => names.includes(profileName(path))),
        others: names.length > 0 ? [] : project.profiles,
    };
}
const profileName = (path) => (path.split(/[\\/]/).at(-1) ?? '').toLowerCase().replace(/\.pubxml$/, '');

;// CONCATENATED MODULE: ./build/source/manifest-position.js
/** Where a manifest states a fact; for a fact that it leaves out, the nearest one around it that is written. */
function manifestPosition(positions, fact) {
    let around = fact;
    while (around !== '') {
        const position = positions.get(around);
        if (position !== undefined)
            return position;
        around = around.slice(0, Math.max(0, around.lastIndexOf('.'), around.lastIndexOf('[')));
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/source/setting-agreements.js
/**
 * Agreements between the value of an MSBuild property and what an artifact says. Values are compared without regard to case.
 * `undefined`: the artifact does not tell, or says that the property was not set; then no line may be blamed for it.
 */
const equals = (wanted) => (value) => value.toLowerCase() === wanted.toLowerCase();
const equalsKnown = (known) => (known === undefined ? undefined : equals(known));
/** `*` stands for a part that the SDK adds: `-a x86` is `*-x86`. Without a deps.json the executable tells system and machine. */
function isRuntimeIdentifier({ runtimeIdentifier, system, machine }) {
    if (runtimeIdentifier === '')
        return undefined;
    if (runtimeIdentifier !== undefined)
        return (value) => fits(runtimeIdentifier.toLowerCase(), value.toLowerCase());
    if (system === undefined || machine === undefined)
        return undefined;
    // `linux-musl-x64` cannot be told from `linux-x64` by the executable.
    return (value) => fits(`${system}-${machine}`, value.toLowerCase()) || fits(`${system}-musl-${machine}`, value.toLowerCase());
}
/** The RID of an output for a system without IIS. */
function isOtherSystem(published) {
    const windows = published.runtimeIdentifier?.toLowerCase().startsWith('win') ?? published.system === 'win';
    return windows ? undefined : isRuntimeIdentifier(published);
}
function fits(identifier, wanted) {
    if (wanted === '*')
        return true;
    if (wanted.startsWith('*'))
        return identifier.endsWith(wanted.slice(1));
    return wanted.endsWith('*') ? identifier.startsWith(wanted.slice(0, -1)) : identifier === wanted;
}
/** `net8.0-windows` is `net8.0` in runtimeconfig.json; `TargetFrameworks` lists several. */
function isTargetFramework({ targetFramework }) {
    const known = targetFramework?.toLowerCase();
    if (known === undefined)
        return undefined;
    const isKnown = (one) => one === known || one.startsWith(`${known}-`);
    return (value) => value
        .toLowerCase()
        .split(';')
        .some((one) => isKnown(one.trim()));
}
const isSelfContained = ({ selfContained }) => selfContained === undefined ? undefined : equals(String(selfContained));
/** `true`, unless the executable is no single file: then the dll beside it got lost. */
const isSingleFile = ({ singleFile }) => (singleFile === false ? undefined : equals('true'));
/** `true`, unless the executable is an apphost: Native AOT leaves none. */
const isAot = ({ singleFile }) => (singleFile === undefined ? equals('true') : undefined);
/** What the configuration in the artifact was not built with. */
const isOtherSelfContained = ({ selfContained }) => selfContained === undefined ? undefined : equals(String(!selfContained));
const isHostingModel = ({ hostingModel }) => equalsKnown(hostingModel);
const isPlatform = ({ assemblyMachine }) => equalsKnown(assemblyMachine);
/** The policies that keep an application to the version it asks for. */
const isRestrictingRollForward = ({ rollForward }) => ['disable', 'latestpatch'].includes(rollForward?.toLowerCase() ?? '') ? equalsKnown(rollForward) : undefined;
const isFrameworkVersion = ({ frameworkVersions }) => frameworkVersions.length === 0 ? undefined : (value) => frameworkVersions.includes(value);
/** A patch other than 0 is asked for only when something pins it. */
const pinsPatch = ({ frameworkVersions }) => frameworkVersions.some((version) => /^\d{1,4}\.\d{1,4}\.[1-9]\d{0,4}$/.test(version)) ? equals('true') : undefined;

;// CONCATENATED MODULE: ./build/source/web-config-place.js
/** Attributes that tell entries of one collection apart, by the element's position in the configuration rather than by its schema. */
const keyAttributes = ['path', 'name', 'key', 'fileExtension'];
/**
 * Where another configuration file has the element or attribute that stands at a place of the published one, with the same value.
 * `absent`: the other file was read and does not have it at all. `undefined`: it has another value, or several could be meant.
 */
function samePlace(published, place, committed) {
    if (published.state !== 'read' || committed.state !== 'read' || place.line === undefined)
        return undefined;
    const found = elementAt(published.root, place.line, place.column);
    if (found === undefined)
        return undefined;
    const candidates = matching(committed.root, found.elements);
    const [candidate] = candidates;
    if (candidate === undefined)
        return 'absent';
    if (candidates.length > 1)
        return undefined;
    const { attribute } = found;
    if (attribute === undefined)
        return { file: committed.path, line: candidate.line, column: candidate.column };
    const same = candidate.attributes.find(({ name }) => name === attribute.name);
    if (same === undefined)
        return 'absent';
    return same.value === attribute.value ? { file: committed.path, line: same.line, column: same.column } : undefined;
}
/** Searches with a list, because the file may nest as deep as it likes. */
function elementAt(root, line, column) {
    const isHere = (position) => position.line === line && (column === undefined || position.column === column);
    const waiting = [{ element: root }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { element } = next;
        if (isHere(element))
            return { elements: ancestry(next) };
        const attribute = element.attributes.find(isHere);
        if (attribute !== undefined)
            return { elements: ancestry(next), attribute };
        for (const child of element.children.toReversed())
            waiting.push({ element: child, parent: next });
    }
    return undefined;
}
function ancestry(waiting) {
    const elements = [];
    for (let at = waiting; at !== undefined; at = at.parent)
        elements.push(at.element);
    return elements.reverse();
}
/** Elements of the other file that are reached by the same names and keys. `location` is passed over: the SDK adds one around its own part. */
function matching(root, path) {
    const [first, ...rest] = path.filter(({ name }) => name !== 'location');
    let level = first !== undefined && first.name === root.name ? [root] : [];
    for (const wanted of rest) {
        level = level.flatMap(childrenThroughLocations).filter((child) => child.name === wanted.name && sameKeys(child, wanted));
    }
    return level;
}
function childrenThroughLocations(element) {
    return element.children.flatMap((child) => (child.name === 'location' ? child.children : [child]));
}
function sameKeys(left, right) {
    const value = (element, key) => element.attributes.find(({ name }) => name === key)?.value.toLowerCase();
    return keyAttributes.every((key) => value(left, key) === value(right, key));
}

;// CONCATENATED MODULE: ./build/source/anchors.js








/** The line that set a property to what the artifact was published with. */
function setting(name, agreement) {
    return (_, context) => {
        const agrees = agreement(context.published);
        return agrees === undefined ? undefined : decidingSetting(context, name, agrees);
    };
}
/** The line that set a property to a fixed value. */
const settingIs = (name, value) => setting(name, () => equals(value));
/** The line that set a property, whatever the value. */
const settingGiven = (name) => setting(name, () => () => true);
/** Where a pipeline says which of the target frameworks it publishes. */
const frameworkSwitch = (_, { publishCommands, published }) => {
    const agrees = isTargetFramework(published);
    return only(publishCommands.flatMap(({ framework }) => (framework !== undefined && agrees?.(framework.value) === true ? [framework] : [])));
};
/** Where the pipeline publishes without building. */
const noBuildSwitch = (_, { publishCommands }) => only(publishCommands.flatMap(({ noBuild }) => noBuild ?? []));
/** The item of the project whose name the finding mentions, such as a package or another project. */
function mentionedItem(...types) {
    return (finding, { project }) => {
        const words = wordsOf(finding);
        const files = project === undefined ? [] : [...project.own, ...project.before, ...project.after];
        const items = files.flatMap(({ items: all }) => all).filter(({ type }) => types.includes(type));
        return only(items.filter(({ include }) => words.has(itemName(include).toLowerCase())));
    };
}
/** `../Data/Data.csproj` is Data; `Data, Version=1.0.0.0` is Data. */
const itemName = (include) => (include.split(',')[0] ?? '').replace(/^.*[\\/]/, '').replace(/\.(?:cs|fs|vb)proj$/i, '');
/** An anchor that counts only when the finding mentions a name. */
const whenMentioned = (name, anchor) => (finding, context) => wordsOf(finding).has(name.toLowerCase()) ? anchor(finding, context) : undefined;
/** Whether the cure is another major version of .NET, because the server has no newer release of the one that was published. */
function wantsAnotherMajor({ remedies }, { published }) {
    const target = remedies.flatMap(({ snippet }) => /<TargetFramework>net(?:coreapp)?(\d+)/.exec(snippet ?? '')?.[1] ?? [])[0];
    const own = /^net(?:coreapp)?(\d+)/i.exec(published.targetFramework ?? '')?.[1];
    return target !== undefined && own !== undefined && target !== own;
}
/** An anchor for a framework whose major version the server lacks. */
const whenMajorMissing = (anchor) => (finding, context) => wantsAnotherMajor(finding, context) ? anchor(finding, context) : undefined;
/** An anchor for a framework that the server lacks for any other reason. */
const unlessMajorMissing = (anchor) => (finding, context) => wantsAnotherMajor(finding, context) ? undefined : anchor(finding, context);
function wordsOf({ message, evidence }) {
    const words = [message, ...evidence]
        .join('\n')
        .toLowerCase()
        .split(/[^\w.-]/);
    return new Set(words.map((word) => (word.endsWith('.') ? word.slice(0, -1) : word)));
}
/** The SDK of a project that is not a web project. */
const otherSdk = (_, { project }) => (project === undefined || isWebProject(project) ? undefined : only(project.file.sdks));
/** The element or attribute of the project's own web.config that the artifact's came from; else the only transform that writes it. */
const ownWebConfig = (finding, { artifact, webConfig, webConfigTransforms }) => {
    const { place } = finding;
    if (place?.in !== 'artifact' || !anchors_isWebConfig(place.file))
        return undefined;
    if (artifact.webConfig.state === 'malformed' && webConfig.state === 'malformed') {
        if (artifact.webConfig.message !== webConfig.message)
            return undefined;
        return { file: webConfig.path, line: webConfig.line, column: webConfig.column };
    }
    const own = samePlace(artifact.webConfig, place, webConfig);
    return own === undefined || own === 'absent'
        ? only(webConfigTransforms.flatMap((file) => found(samePlace(artifact.webConfig, place, file))))
        : own;
};
const found = (place) => (place === undefined || place === 'absent' ? [] : [place]);
const anchors_isWebConfig = (file) => sameName(file, 'web.config');
/** The SDK that chose the hosting model, where nobody else did. */
const defaultHostingModel = ({ place }, { project, artifact, published, webConfig }) => {
    if (project === undefined || !isWebProject(project) || place?.in !== 'artifact' || !anchors_isWebConfig(place.file))
        return undefined;
    if (published.hostingModel === undefined)
        return undefined;
    const generated = webConfig.state === 'absent' || samePlace(artifact.webConfig, place, webConfig) === 'absent';
    return generated ? only(project.file.sdks) : undefined;
};
/** The committed file that publishing copied, with the line where the text is still the same. */
const copiedFile = ({ place }, { tree, project, artifact }) => {
    if (project === undefined || place?.in !== 'artifact' || anchors_isWebConfig(place.file))
        return undefined;
    const path = (0,checkout_path/* checkoutPath */.o8)(project.folder, place.file);
    const file = path === undefined ? undefined : tree.files.get((0,checkout_path/* checkoutKey */.a)(path));
    if (file === undefined)
        return undefined;
    const committed = tree.contents.get((0,checkout_path/* checkoutKey */.a)(file));
    const published = artifact.contents.get(place.file.replaceAll('/', '\\').toLowerCase());
    const same = committed !== undefined && published !== undefined && sameText(committed, published);
    if (!same || place.line === undefined)
        return { file };
    return { file, line: place.line, ...(place.column === undefined ? {} : { column: place.column }) };
};
const sameText = (left, right) => decodeText(left).replaceAll('\r\n', '\n') === decodeText(right).replaceAll('\r\n', '\n');
/** The line of the server manifest that states the fact. */
const manifestLine = ({ place }, { manifest }) => {
    const position = place?.in === 'server' && manifest !== undefined ? manifestPosition(manifest.positions, place.fact) : undefined;
    return position && manifest && { file: manifest.file, line: position.line, column: position.column };
};
function only(lines) {
    const [first, ...rest] = lines;
    if (first === undefined || rest.length > 0)
        return undefined;
    const { file, line, column } = first;
    return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}

;// CONCATENATED MODULE: ./build/source/locate.js


const runtimeIdentifier = setting('RuntimeIdentifier', isRuntimeIdentifier);
const selfContainedNames = ['PublishSelfContained', 'SelfContained'];
const selfContained = selfContainedNames.map((name) => setting(name, isSelfContained));
const targetFramework = [setting('TargetFramework', isTargetFramework), frameworkSwitch, setting('TargetFrameworks', isTargetFramework)];
const locate_frameworkReference = [
    mentionedItem('FrameworkReference'),
    ...['UseWPF', 'UseWindowsForms'].map((name) => whenMentioned('Microsoft.WindowsDesktop.App', settingIs(name, 'true'))),
];
const hostingModel = [ownWebConfig, setting('AspNetCoreHostingModel', isHostingModel)];
/** The switches that keep the SDK from writing web.config. */
const transformDisabled = [
    settingIs('IsTransformWebConfigDisabled', 'true'),
    settingIs('IsWebConfigTransformDisabled', 'true'),
    settingIs('PublishIISAssets', 'false'),
];
const withoutDll = [setting('PublishAot', isAot), setting('PublishSingleFile', isSingleFile)];
/** Ways that are tried for every rule after its own. */
const placeItself = [ownWebConfig, copiedFile];
/**
 * What people change to cause or cure a finding, by rule, in order of preference. A rule that is not listed has its cause where the finding
 * says it is: in web.config, in a file that is copied as it is, or on the server.
 */
const locate_anchors = {
    // For another system the SDK writes no web.config: Microsoft.NET.Sdk.Publish.targets, PublishIISAssets.
    'web-config-missing': [...transformDisabled, settingIs('PublishAot', 'true'), setting('RuntimeIdentifier', isOtherSystem), otherSdk],
    'handler-mapping-missing': [ownWebConfig, ...transformDisabled, otherSdk],
    'handler-module-unregistered': [ownWebConfig, settingGiven('AspNetCoreModuleName')],
    'hosting-model-unknown': hostingModel,
    // Without any line the default of the SDK decided.
    'hosting-models-mixed': [...hostingModel, defaultHostingModel],
    'inprocess-application-second': [...hostingModel, defaultHostingModel],
    'launcher-placeholder-left': [...transformDisabled, otherSdk],
    'executable-missing': [settingIs('UseAppHost', 'false'), ownWebConfig, ...transformDisabled],
    'executable-for-another-system': [runtimeIdentifier],
    'application-dll-missing': withoutDll,
    'hostfxr-not-loadable': [runtimeIdentifier],
    'shared-framework-missing': [
        ...targetFramework.map(whenMajorMissing),
        ...[
            ...locate_frameworkReference,
            setting('RuntimeFrameworkVersion', isFrameworkVersion),
            setting('TargetLatestRuntimePatch', pinsPatch),
            setting('RollForward', isRestrictingRollForward),
        ].map(unlessMajorMissing),
    ],
    'framework-references-conflict': [...locate_frameworkReference, setting('RuntimeFrameworkVersion', isFrameworkVersion)],
    // The build said one thing; the line that says another is that of the publish.
    'self-contained-mismatch': [noBuildSwitch, ...selfContainedNames.map((name) => setting(name, isOtherSelfContained))],
    'deps-asset-missing': [mentionedItem('PackageReference', 'ProjectReference', 'Reference')],
    'request-handler-missing': [otherSdk, settingIs('PublishTrimmed', 'true'), ...hostingModel],
    'request-handler-not-loadable': [runtimeIdentifier],
    'self-contained-started-by-dotnet': [ownWebConfig, ...selfContained],
    'entry-assembly-architecture': [setting('PlatformTarget', isPlatform), setting('Platform', isPlatform), runtimeIdentifier],
    'iis-integration-absent': [otherSdk],
    'executable-not-startable': [runtimeIdentifier],
    // Advice
    'development-environment': [ownWebConfig, settingIs('EnvironmentName', 'Development')],
    'framework-end-of-support': targetFramework,
    'framework-rolled-forward': targetFramework,
    'published-for-another-system': [setting('RuntimeIdentifier', isOtherSystem)],
    'native-asset-architecture': [runtimeIdentifier],
    'native-asset-missing': [mentionedItem('PackageReference')],
    'reference-missing': [mentionedItem('PackageReference', 'ProjectReference', 'Reference')],
    'debug-build': [settingIs('Configuration', 'Debug'), settingIs('Optimize', 'false')],
};
/**
 * The committed line that causes a finding, so that a change of it can be discussed where it is made. Never a guess: `undefined` when no
 * line is the cause beyond doubt, and then the report shows the place in the artifact.
 */
function locateFinding(finding, context) {
    // What is wrong with the server is not the work of a line of the application.
    if (finding.place?.in === 'server')
        return manifestLine(finding, context);
    for (const anchor of [...(locate_anchors[finding.rule] ?? []), ...placeItself]) {
        const location = anchor(finding, context);
        if (location !== undefined)
            return location;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/source/published-facts.js

/** Reads these facts from an artifact; JSON that cannot be read tells nothing. */
function readPublishedFacts(artifact) {
    const aspNetCore = aspNetCoreElement(artifact);
    const written = (name) => aspNetCore?.attributes.find((attribute) => attribute.name === name)?.value;
    const processPath = written('processPath');
    const hostingModel = written('hostingModel');
    const assemblyName = entryAssemblyName(artifact, launchedName(processPath, written('arguments')));
    return {
        ...(assemblyName === undefined ? {} : { assemblyName }),
        ...(processPath === undefined ? {} : { processPath }),
        ...(hostingModel === undefined ? {} : { hostingModel }),
        ...runtimeConfigFacts(published_facts_parsed(artifact.contents.get(`${assemblyName?.toLowerCase()}.runtimeconfig.json`))),
        ...depsFacts(published_facts_parsed(artifact.contents.get(`${assemblyName?.toLowerCase()}.deps.json`))),
        ...imageFacts(artifact, assemblyName?.toLowerCase()),
    };
}
/** The first `aspNetCore` element; the walk uses a list, because the file may nest as deep as it likes. */
function aspNetCoreElement({ webConfig }) {
    const waiting = webConfig.state === 'read' ? [webConfig.root] : [];
    for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
        if (element.name === 'aspNetCore')
            return element;
        for (const child of element.children.toReversed())
            waiting.push(child);
    }
    return undefined;
}
/** What web.config starts: the dll behind `dotnet`, or the executable. */
function launchedName(processPath, launchArguments) {
    if (processPath === undefined || processPath.includes('%'))
        return undefined;
    const stem = withoutExtension((0,paths/* fileName */.Md)(processPath), '.exe');
    if (stem.toLowerCase() !== 'dotnet')
        return stem;
    const dll = (launchArguments ?? '').split(/[\s"]+/).find((word) => (0,paths/* extension */.ck)(word).toLowerCase() === '.dll');
    return dll === undefined ? undefined : withoutExtension((0,paths/* fileName */.Md)(dll), '.dll');
}
const withoutExtension = (name, ending) => name.toLowerCase().endsWith(ending) ? name.slice(0, -ending.length) : name;
/**
 * The one application of the folder. Files decide before web.config, which people keep by hand; where several applications share
 * the folder web.config tells which is meant.
 */
function entryAssemblyName({ files }, launched) {
    for (const ending of ['.runtimeconfig.json', '.deps.json']) {
        const names = [...files.values()]
            .map(({ path }) => path)
            .filter((path) => !/[\\/]/.test(path) && path.toLowerCase().endsWith(ending))
            .map((path) => path.slice(0, -ending.length));
        const named = names.find((name) => name.toLowerCase() === launched?.toLowerCase());
        if (named !== undefined)
            return named;
        if (names.length > 0)
            return names.length === 1 ? names[0] : undefined;
    }
    const key = launched?.toLowerCase();
    return files.has(`${key}.exe`) || files.has(`${key}.dll`) || (key !== undefined && files.has(key)) ? launched : undefined;
}
function runtimeConfigFacts(json) {
    const options = published_facts_property(json, 'runtimeOptions');
    if (options === undefined)
        return { frameworkVersions: [] };
    const targetFramework = published_facts_text(published_facts_property(options, 'tfm'));
    const rollForward = published_facts_text(published_facts_property(options, 'rollForward'));
    const asked = [published_facts_property(options, 'framework'), ...list(published_facts_property(options, 'frameworks'))];
    return {
        frameworkVersions: asked.flatMap((framework) => published_facts_text(published_facts_property(framework, 'version')) ?? []),
        selfContained: published_facts_property(options, 'includedFrameworks') !== undefined,
        ...(targetFramework === undefined ? {} : { targetFramework }),
        ...(rollForward === undefined ? {} : { rollForward }),
    };
}
/** `.NETCoreApp,Version=v8.0/win-x64` */
function depsFacts(json) {
    const target = published_facts_property(json, 'runtimeTarget');
    const name = published_facts_text(target) ?? published_facts_text(published_facts_property(target, 'name'));
    if (name === undefined)
        return {};
    const slash = name.indexOf('/');
    return { runtimeIdentifier: slash < 0 ? '' : name.slice(slash + 1) };
}
function imageFacts({ images }, name) {
    const executable = images.get(`${name}.exe`) ?? images.get(name ?? '');
    const assemblyMachine = boundMachine(images.get(`${name}.dll`));
    return {
        ...(executable?.format === 'pe' ? { machine: executable.machine, system: 'win' } : {}),
        ...(executable?.format === 'pe' && executable.appHost !== undefined ? { singleFile: executable.appHost.bundle } : {}),
        ...(executable?.format === 'elf' ? { machine: executable.machine, system: 'linux' } : {}),
        ...(executable?.format === 'mach-o' ? { system: 'osx' } : {}),
        ...(assemblyMachine === undefined ? {} : { assemblyMachine }),
    };
}
/** IL alone runs everywhere although its header says x86 (ECMA-335 II.25.3.3.1), unless it requires 32 bits. */
function boundMachine(image) {
    if (image?.format !== 'pe')
        return undefined;
    const anyCpu = image.machine === 'x86' && image.clr?.ilOnly === true && !image.clr.requires32Bit;
    return anyCpu ? undefined : image.machine;
}
function published_facts_parsed(bytes) {
    try {
        return bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return undefined;
    }
}
function published_facts_property(value, name) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
        return undefined;
    // The check above is what makes the lookup safe.
    return value[name];
}
const published_facts_text = (value) => (typeof value === 'string' ? value : undefined);
const list = (value) => (Array.isArray(value) ? value : []);

;// CONCATENATED MODULE: ./build/source/publishes-project.js



/**
 * The publish commands of the checkout that may have published a project: those of the pipeline that runs the check, where it has any.
 * A target that cannot be told counts only when there is no other command.
 */
function publishesProject(tree, project) {
    const all = commandsFor(tree, project);
    const running = all.filter(({ file }) => (0,checkout_path/* checkoutKey */.a)(file) === tree.pipeline);
    return running.length > 0 ? running : all;
}
function commandsFor(tree, project) {
    return tree.publishCommands.filter((command) => {
        if (command.everyWebProject)
            return isWebProject(project);
        const targets = command.targets.length === 0 ? [''] : command.targets;
        return targets.some((target) => {
            const reached = reaches(tree, project, command, target);
            return reached === 'unclear' ? tree.publishCommands.length === 1 : reached;
        });
    });
}
function reaches(tree, project, command, target) {
    const place = startFolder(command, target);
    if (place === undefined)
        return 'unclear';
    const key = (0,checkout_path/* checkoutKey */.a)(place.path);
    const projectKey = (0,checkout_path/* checkoutKey */.a)(project.file.path);
    if (isProject(key) || key.includes('*'))
        return matchesPath(projectKey, key, place.exact);
    if (/\.sln[xf]?$/.test(key))
        return (0,checkout_path/* isBelow */.Yw)(projectKey, place.exact ? (0,checkout_path/* folderOf */.yS)(key) : '');
    if (!place.exact)
        return (0,checkout_path/* checkoutKey */.a)(project.folder) === key || (0,checkout_path/* checkoutKey */.a)(project.folder).endsWith(`/${key}`);
    return (0,checkout_path/* checkoutKey */.a)(project.folder) === key || (tree.solutionFolders.has(key) && (0,checkout_path/* isBelow */.Yw)(projectKey, key));
}
/**
 * A target as a path of the checkout. A leading expression, such as `$(Build.SourcesDirectory)`, is most often the root of the checkout,
 * but not known to be: what follows it then only has to fit the end of the project's path (`exact: false`).
 */
function startFolder(command, target) {
    if (command.workingDirectory === undefined && target === '')
        return undefined;
    const written = `${command.workingDirectory ?? ''}/${target}`;
    const afterExpression = written.split(/\$\{\{[^}]{0,200}\}\}|\$\([^)]{0,200}\)|\$\{?[\w:]{1,100}\}?|%\w{1,100}%/);
    const path = (0,checkout_path/* checkoutPath */.o8)('', afterExpression.at(-1) ?? '');
    if (path === undefined)
        return undefined;
    const exact = afterExpression.length === 1 && command.workingDirectory !== undefined;
    return !exact && path === '' ? undefined : { path, exact };
}
/** Patterns of Azure Pipelines: `**` stands for any folders, `*` for a part of a name. Only the file name and fixed folders are compared. */
function matchesPath(project, pattern, exact) {
    const wanted = pattern.split('/');
    const actual = project.split('/');
    if (!matchesName(actual.at(-1) ?? '', wanted.at(-1) ?? ''))
        return false;
    if (!pattern.includes('*'))
        return exact ? project === pattern : project === pattern || project.endsWith(`/${pattern}`);
    const folders = actual.slice(0, -1);
    return wanted.slice(0, -1).every((folder) => folder.includes('*') || folders.includes(folder));
}
function matchesName(name, pattern) {
    const [first = '', ...rest] = pattern.split('*');
    if (rest.length === 0)
        return name === pattern;
    if (!name.startsWith(first))
        return false;
    let from = first.length;
    for (const part of rest.slice(0, -1)) {
        const at = name.indexOf(part, from);
        if (at < 0)
            return false;
        from = at + part.length;
    }
    const last = rest.at(-1) ?? '';
    return name.length - last.length >= from && name.endsWith(last);
}

;// CONCATENATED MODULE: ./build/source/source-context.js





/** Prepares the search for one artifact. It holds for every server the artifact goes to. */
function sourceContext(tree, artifact) {
    const published = readPublishedFacts(artifact);
    const artifactFolder = (0,checkout_path/* pathInCheckout */.BQ)(artifact.name, tree.root, tree.workingDirectory);
    const exceptBelow = artifactFolder === undefined ? [] : [(0,checkout_path/* checkoutKey */.a)(artifactFolder)];
    const project = published.assemblyName === undefined ? undefined : producingProject(tree, published.assemblyName, exceptBelow);
    return {
        tree,
        artifact,
        published,
        ...(project === undefined ? {} : { project }),
        publishCommands: project === undefined ? [] : publishesProject(tree, project),
        ...webConfigs(tree, project),
    };
}
/** The same search with the manifest of one server, where that lies in the checkout. */
function withManifest(context, { manifest }) {
    const { root, workingDirectory, files } = context.tree;
    const file = files.get((0,checkout_path/* checkoutKey */.a)((0,checkout_path/* pathInCheckout */.BQ)(manifest.file, root, workingDirectory) ?? ''));
    return file === undefined ? context : { ...context, manifest: { file, positions: manifest.positions } };
}
function webConfigs(tree, project) {
    const files = [...tree.contents].flatMap(([key, bytes]) => {
        const path = tree.files.get(key);
        const beside = project !== undefined && path !== undefined && (0,checkout_path/* folderOf */.yS)(path) === project.folder;
        return beside && /(?:^|\/)web\.(?:.+\.)?config$/.test(key) ? [{ key, file: (0,configuration_file/* readConfigurationFile */.B)(path, bytes) }] : [];
    });
    const isWebConfig = (key) => /(?:^|\/)web\.config$/.test(key);
    return {
        webConfig: files.find(({ key }) => isWebConfig(key))?.file ?? { state: 'absent' },
        webConfigTransforms: files.filter(({ key }) => !isWebConfig(key)).map(({ file }) => file),
    };
}

;// CONCATENATED MODULE: ./build/source/finding-locator.js





/**
 * Reads the checkout once and finds in it the lines behind the findings of every start of a run. A finding without such a line is shown
 * where it is in the artifact or in the manifest; one without a place, nowhere.
 * @param sourceRoot The folder of the checkout; absent: nothing is looked for in it.
 * @param pipeline The pipeline file that runs the check, relative to the checkout.
 */
async function findingLocator(sourceRoot, disk, pipeline) {
    const read = sourceRoot === undefined ? undefined : await readSourceTree(sourceRoot, disk);
    const tree = read === undefined || pipeline === undefined ? read : { ...read, pipeline: (0,checkout_path/* checkoutKey */.a)(pipeline) };
    // One artifact may go to thousands of servers.
    const contexts = new Map();
    return ({ artifact, server }) => {
        if (tree === undefined)
            return (finding) => ownPlace(finding, artifact, server);
        const known = contexts.get(artifact) ?? sourceContext(tree, artifact);
        contexts.set(artifact, known);
        const context = server === undefined ? known : withManifest(known, server);
        return (finding) => locateFinding(finding, context) ?? ownPlace(finding, artifact, server);
    };
}
/** The place of a finding as the user knows it: below the artifact, or in the manifest. */
function ownPlace({ place }, artifact, server) {
    if (place === undefined)
        return undefined;
    if (place.in === 'server') {
        const position = server && manifestPosition(server.manifest.positions, place.fact);
        return position && { file: server.manifest.file, line: position.line, column: position.column };
    }
    const below = (0,checkout_path/* checkoutPath */.o8)(artifact.root, place.file) ?? place.file;
    return {
        file: `${artifact.name.replace(/[\\/]$/, '')}/${below}`,
        ...(place.line === undefined ? {} : { line: place.line }),
        ...(place.column === undefined ? {} : { column: place.column }),
    };
}

;// CONCATENATED MODULE: ./build/model/stage.js
/** The stages of a start, named in the trace of every report. */
const stageNames = (/* unused pure expression or super */ null && ([
    'application-pool',
    'worker-process',
    'module-image',
    'configuration',
    'handler-mapping',
    'module-enabled',
    'app-offline',
    'aspnetcore-section',
    'hosting-model',
    'process-path',
    'locate-dotnet',
    'locate-hostfxr',
    'load-hostfxr',
    'application-arguments',
    'framework-resolution',
    'request-handler',
    'application-start',
    'outofprocess-handler',
    'listen-port',
    'create-process',
    'child-process',
    'listening',
]));
/** Declares a stage. The parameter bivariance that erases `Needs` is sound because the walk calls `perform` only when every need is there. */
const defineStage = (stage) => stage;

;// CONCATENATED MODULE: ./build/ancm/app-offline-stage.js

/**
 * app_offline.htm is looked for before the module reads its own section, so it hides everything behind it.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/PollingAppOfflineApplication.cpp, AppOfflineHandler.cpp.
 */
const appOfflineStage = defineStage({
    name: 'app-offline',
    checks: 'no app_offline.htm at the application root',
    needs: ['module'],
    perform: (facts) => {
        const file = facts.artifact.files.get('app_offline.htm');
        if (file === undefined)
            return { outcome: 'passed', because: 'There is no app_offline.htm at the application root.' };
        return {
            outcome: 'failed',
            failure: {
                rule: 'app-offline-present',
                severity: 'error',
                certainty: 'certain',
                status: '503',
                title: 'Service Unavailable',
                message: `${file.path} is part of the artifact, so every request is answered with its content and the application never starts.`,
                evidence: [`${file.path} (${file.size} bytes) lies at the application root.`],
                remedies: [
                    {
                        side: 'app',
                        text: `Take ${file.path} out of the published files; it belongs on the server only while files are being copied.`,
                    },
                    { side: 'server', text: 'Delete the file after the deployment.', snippet: `del app_offline.htm` },
                ],
                place: { in: 'artifact', file: file.path },
            },
        };
    },
});

;// CONCATENATED MODULE: ./build/ancm/application-arguments.js



/**
 * Host options that take a value and may stand before the application; `exec` and the options ignore case
 * (dotnet/runtime:src/native/corehost/fxr/command_line.cpp).
 */
const hostOptions = new Set([
    '--additionalprobingpath',
    '--depsfile',
    '--runtimeconfig',
    '--fx-version',
    '--roll-forward',
    '--additional-deps',
    '--roll-forward-on-no-candidate-fx',
]);
const isRunnable = (path) => /^\.(?:dll|exe)$/i.test((0,paths/* extension */.ck)(path));
function applicationAt(facts, named, through) {
    if (!isRunnable(named))
        return { kind: 'not-runnable', named, through };
    const path = resolveApplicationPath(facts, named);
    if (path.in === 'application') {
        const file = facts.artifact.files.get(path.key);
        return file === undefined ? { kind: 'missing', named, through } : application_arguments_application(file.path, through);
    }
    const found = fileExists(facts, path);
    if ('exists' in found && !found.exists)
        return { kind: 'missing', named, through };
    const because = `arguments name ${path.in === 'server' ? path.path : named}, outside the artifact`;
    return { kind: 'unknown', because, missingFacts: 'missingFacts' in found ? found.missingFacts : ['existingFiles'] };
}
/**
 * The host takes an exe too, and then looks for the files of that name; one that is managed starts, and publish output with the exe in its
 * web.config was reported to run in IIS (dotnet/aspnetcore#30853).
 */
function application_arguments_application(dll, through) {
    if (!/^\.exe$/i.test((0,paths/* extension */.ck)(dll)))
        return { kind: 'application', dll, through };
    return { kind: 'unknown', because: `dotnet is given ${dll}; whether that works depends on what the exe is`, missingFacts: [] };
}
/** The application that hostfxr, as the muxer, takes from its arguments. */
function muxerApplication(facts, argv) {
    const exec = argv[0]?.toLowerCase() === 'exec';
    const first = exec ? 1 : 0;
    let index = first;
    while (hostOptions.has(argv[index]?.toLowerCase() ?? ''))
        index += 2;
    const named = argv[index] ?? '';
    const found = named === ''
        ? { kind: 'not-runnable', named, through: exec ? 'exec' : 'first argument' }
        : applicationAt(facts, named, exec ? 'exec' : 'first argument');
    if (index === first || found.kind !== 'application')
        return found;
    const options = argv.slice(first, index).join(' ');
    return { kind: 'unknown', because: `arguments give the .NET host ${options}; what it makes of that is not checked`, missingFacts: [] };
}
/** Whether `text` names an application behind blanks, which Windows may or may not cut off when the module tries it as one file. */
function namesApplicationBehindBlanks(facts, text) {
    return /^\s/.test(text) && applicationAt(facts, text.trimStart(), 'first argument').kind === 'application';
}
/**
 * In-process: the whole text is tried as one file first (that is how unquoted paths with blanks work), then it is split by
 * CommandLineToArgvW, whose first argument is empty when the text starts with a blank.
 * Source: dotnet/aspnetcore:…/CommonLib/HostFxrResolver.cpp `AppendArguments`; tests in CommonLibTests/hostfxr_utility_tests.cpp.
 */
function inProcessApplication(facts, text) {
    const whole = applicationAt(facts, text, 'first argument');
    if (whole.kind === 'application')
        return { ...whole, through: 'whole string' };
    // An exe, or a full path that may lie in the application: whether it does decides if the text is split at all.
    if (whole.kind === 'unknown')
        return whole;
    return muxerApplication(facts, commandLineToArgv(text));
}

;// CONCATENATED MODULE: ./build/ancm/application-arguments-stage.js








function cause(application, text) {
    if (/^\s/.test(text) && application.named === '') {
        return 'arguments starts with a blank, so the first argument is empty and the .NET host finds no application.';
    }
    if (application.kind === 'missing')
        return `arguments names ${application.named}, and that file is not in the artifact.`;
    if (application.named === '')
        return 'arguments names no application.';
    return application.through === 'exec'
        ? `arguments names ${application.named} after exec, which is neither a .dll nor an .exe.`
        : `arguments starts with "${application.named}", which is neither a .dll nor an .exe; the .NET host takes it for an SDK command.`;
}
/** What hostfxr writes after `exec`; without it the text is taken for an SDK command, about which it says nothing here. */
function hostText({ kind, named, through }) {
    if (through !== 'exec' || named === '')
        return '';
    return kind === 'missing'
        ? `The application to execute does not exist: '${named}'`
        : `dotnet exec needs a managed .dll or .exe extension. The application specified was '${named}'`;
}
function notRunnable(facts, { module, aspNetCore, launch }, application) {
    const hresult = startup_failure/* hresults */.j.E_UNEXPECTED;
    // From 8.0 on the module has its own words for AppArgNotRunnable; after `exec` it is InvalidArgFailure and keeps the general ones.
    const clearText = module.major >= 8 && application.through !== 'exec';
    const text = clearText ? "Provided application path does not exist, or isn't a .dll or .exe." : dependenciesNotFoundText(module);
    const dll = entryDllGuess(facts);
    const failure = shimFailure(module, aspNetCore, 'inprocess', {
        rule: 'application-path-not-runnable',
        status: '500.31',
        hresult,
        ...(namesApplicationBehindBlanks(facts, launch.arguments) ? { certainty: 'likely' } : {}),
        events: [
            nativeDependenciesEvent(module, text),
            handlerNotFoundEvent(module, hostText(application)),
            startFailedEvent(module, facts, hresult),
        ],
        message: cause(application, launch.arguments),
        evidence: [
            `web.config: processPath="${aspNetCore.processPath}" arguments="${aspNetCore.arguments}".`,
            ...(clearText ? [] : ['This version of the module blames missing frameworks for it; the frameworks are not the cause.']),
        ],
        remedies: [
            {
                side: 'app',
                text: 'Name the dll of the application, relative to web.config and without a leading blank.',
                snippet: argumentsSnippet(dll),
            },
        ],
        place: attributePlace(facts, aspNetCore, 'arguments'),
    });
    return { outcome: 'failed', failure };
}
/** In-process: which dll the arguments name. The exe of a self-contained or launcher start names it already. */
const applicationArgumentsStage = defineStage({
    name: 'application-arguments',
    checks: 'arguments against the files of the artifact',
    needs: ['module', 'aspNetCore', 'launch', 'entry'],
    perform: (facts, workedOut) => {
        const { entry, launch } = workedOut;
        if (entry.kind !== 'dotnet') {
            return { outcome: 'passed', because: `The exe names its dll: ${entry.dll}.`, workedOut: { applicationDll: entry.dll } };
        }
        const application = inProcessApplication(facts, launch.arguments);
        switch (application.kind) {
            case 'application':
                return {
                    outcome: 'passed',
                    because: `arguments name ${application.dll} (${application.through}).`,
                    workedOut: { applicationDll: application.dll },
                };
            case 'unknown':
                return { outcome: 'unknown', because: `${application.because}.`, missingFacts: application.missingFacts };
            default:
                return notRunnable(facts, workedOut, application);
        }
    },
});

;// CONCATENATED MODULE: ./build/ancm/handler-failure.js


/** Product major of the in-process handler that speaks; a current one where its version is not known. */
function handlerMajor(version) {
    return version === undefined ? 10 : Number(version.split('.')[0]);
}
/**
 * A failure that the in-process handler reports, after the shim has handed over: 500.30 or 500.37, HRESULT 0x8007023e, no event 1010.
 * The handler of 2.2 knows no 500.37.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/InProcessRequestHandler/inprocessapplication.cpp, StartupExceptionApplication.h.
 */
function handlerFailure(section, version, cause) {
    const major = handlerMajor(version);
    const status = major < 3 ? '500.30' : cause.status;
    return serverError(section, { status, hresult: startup_failure/* hresults */.j.ERROR_UNHANDLED_EXCEPTION, major, hostingModel: 'inprocess' }, cause);
}

;// CONCATENATED MODULE: ./build/ancm/entry-assembly.js





/** The runtime loads the entry assembly into the worker process: an assembly for another machine is a BadImageFormatException, 500.30. */
function entryAssembly(start) {
    const { facts, module, aspNetCore, requestHandler, applicationDll, workerArchitecture } = start;
    const image = facts.artifact.images.get((0,paths/* pathKey */.Pn)(applicationDll));
    const why = image === undefined ? undefined : whyAssemblyRefused(image, workerArchitecture);
    if (image === undefined || why === undefined)
        return undefined;
    const { version } = requestHandler;
    const major = handlerMajor(version);
    const damaged = image.format !== 'pe' || image.clr === undefined;
    const bits = image.format === 'pe' && image.machine === 'x86' ? 'true' : 'false';
    const failure = handlerFailure(aspNetCore, version, {
        rule: damaged ? 'entry-assembly-unloadable' : 'entry-assembly-architecture',
        status: '500.30',
        events: [
            managedExceptionEvent(module, facts, major, `System.BadImageFormatException: Could not load file or assembly '${applicationDll}'.`),
            workerThreadExitedEvent(module, facts, major),
        ],
        message: damaged
            ? `${applicationDll} cannot be loaded as an assembly: ${why}.`
            : `${applicationDll} cannot be loaded into an ${workerArchitecture} worker process: ${why}.`,
        evidence: [`${applicationDll}: ${why}.`, `The worker process of pool "${facts.target.appPool ?? '?'}" is ${workerArchitecture}.`],
        remedies: [
            {
                side: 'app',
                text: 'Compile for AnyCPU, or for the architecture of the pool.',
                snippet: `dotnet publish -c Release -r win-${workerArchitecture} --self-contained false`,
            },
            ...(damaged || (image.machine !== 'x86' && image.machine !== 'x64')
                ? []
                : [
                    {
                        side: 'server',
                        text: `Let the pool run ${image.machine === 'x86' ? '32-bit' : '64-bit'} worker processes.`,
                        snippet: `${appcmd/* appcmd */.C} set apppool "${facts.target.appPool ?? '{pool}'}" /enable32BitAppOnWin64:${bits}`,
                    },
                ]),
        ],
        place: { in: 'artifact', file: applicationDll },
    });
    return { outcome: 'failed', failure };
}

;// CONCATENATED MODULE: ./build/dotnet/find-dotnet-root.js
/** Before 6.0 there is one variable for each kind of process. */
function variableNames({ architecture, osArchitecture, apphostMajor }) {
    const wow64 = architecture === 'x86' && osArchitecture !== 'x86';
    if (apphostMajor !== undefined && apphostMajor < 6)
        return [wow64 ? 'DOTNET_ROOT(x86)' : 'DOTNET_ROOT'];
    return [`DOTNET_ROOT_${architecture.toUpperCase()}`, ...(wow64 ? ['DOTNET_ROOT(x86)'] : []), 'DOTNET_ROOT'];
}
/** Where .NET of an architecture is installed unless somebody chose another folder. */
function defaultLocation({ architecture, osArchitecture }) {
    if (architecture === 'x86' && osArchitecture !== 'x86')
        return 'C:\\Program Files (x86)\\dotnet';
    return architecture === 'x64' && osArchitecture === 'arm64' ? 'C:\\Program Files\\dotnet\\x64' : 'C:\\Program Files\\dotnet';
}
const withoutSlash = (path) => path.replace(/[\\/]+$/, '');
/** A variable that names an existing folder settles the search, even when nothing is in it. */
function fromVariables(search, searched) {
    for (const name of variableNames(search)) {
        const variable = search.environment(name);
        if (!variable.known)
            return { found: 'unknown', because: `Nobody said whether ${name} is set.`, missingFacts: variable.missingFacts };
        if (variable.value === undefined) {
            searched.push(`${name} is not set`);
            continue;
        }
        const path = withoutSlash(variable.value);
        const folder = search.folder(path);
        if (folder === undefined) {
            const because = `${name} names ${path}, and nobody said whether that folder exists.`;
            return { found: 'unknown', because, missingFacts: ['existingFiles'] };
        }
        if (folder === 'dotnet-root')
            return { found: true, root: path, how: name };
        searched.push(folder === 'other' ? `${name} names ${path}, which has no host\\fxr` : `${name} names ${path}, which is not there`);
        if (folder === 'other')
            return { found: false, searched, atVariable: true };
    }
    return undefined;
}
/**
 * The dotnet root of an apphost without a hostfxr.dll beside it: DOTNET_ROOT_<ARCH> (from 6.0 on), DOTNET_ROOT(x86) under WOW64, DOTNET_ROOT,
 * then the registered location, or where none is registered Program Files.
 * Source: dotnet/runtime:src/native/corehost/fxr_resolver.cpp, hostmisc/utils.cpp `get_dotnet_root_from_env`.
 */
function findDotnetRoot(search) {
    const searched = [];
    const named = fromVariables(search, searched);
    if (named !== undefined)
        return named;
    const registered = search.installLocation === undefined ? undefined : withoutSlash(search.installLocation);
    const path = registered ?? defaultLocation(search);
    const how = registered === undefined ? 'the default location' : 'the registered InstallLocation';
    if (search.folder(path) === 'dotnet-root')
        return { found: true, root: path, how };
    searched.push(`${how}, ${path}, has no host\\fxr`);
    return { found: false, searched, atVariable: false };
}

;// CONCATENATED MODULE: ./build/ancm/host-request.js






/** Bytes of a JSON file that belongs to the dll's name, such as `.runtimeconfig.json`. */
function besideDll({ artifact }, dll, suffix) {
    return artifact.contents.get((0,paths/* pathKey */.Pn)(`${dll.replace(/\.[^.\\]*$/, '')}${suffix}`));
}
/** The application as the host sees it: its folder, its dll, and the JSON files that belong to the dll's name, or those of `bundle`. */
function hostApplication(facts, dll, bundle) {
    const folder = (0,paths/* parentPath */.yl)(dll);
    if (bundle !== undefined)
        return bundledApplication(facts, dll, bundle);
    const content = (suffix) => besideDll(facts, dll, suffix);
    const [runtimeConfig, runtimeConfigDev, deps] = [
        content('.runtimeconfig.json'),
        content('.runtimeconfig.dev.json'),
        content('.deps.json'),
    ];
    return {
        directory: directoryOf(facts, folder),
        dll: (0,paths/* fileName */.Md)(dll),
        files: filesBelow(facts.artifact, folder),
        ...(runtimeConfig === undefined ? {} : { runtimeConfig }),
        ...(runtimeConfigDev === undefined ? {} : { runtimeConfigDev }),
        ...(deps === undefined ? {} : { deps }),
    };
}
function directoryOf(facts, folder) {
    return folder === '' ? applicationFolder(facts) : `${applicationFolder(facts)}\\${folder}`;
}
/** For the host, the files of a bundle lie in the folder of its executable. */
function bundledApplication(facts, dll, { files, runtimeConfig, deps }) {
    const folder = (0,paths/* parentPath */.yl)(dll);
    return {
        directory: directoryOf(facts, folder),
        dll: (0,paths/* fileName */.Md)(dll),
        files: new Set([...filesBelow(facts.artifact, folder), ...files.map(paths/* pathKey */.Pn)]),
        ...(runtimeConfig === undefined ? {} : { runtimeConfig }),
        ...(deps === undefined ? {} : { deps }),
    };
}
const allFiles = onceForEach((artifact) => new Set(artifact.files.keys()));
function filesBelow(artifact, folder) {
    if (folder === '')
        return allFiles(artifact);
    const prefix = `${(0,paths/* pathKey */.Pn)(folder)}\\`;
    return new Set([...artifact.files.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)));
}
/** Where multi-level lookup goes on: the registered install location of the architecture, then the default one. */
function globalRoots(facts, root, architecture) {
    const all = facts.server?.dotnet ?? [];
    const registered = facts.server?.dotnetInstallLocations?.[architecture];
    const standard = defaultLocation({ architecture, osArchitecture: facts.server?.os?.architecture });
    const wanted = [registered, standard].filter((path) => path !== undefined).map(paths/* fullPathKey */.U8);
    return wanted.flatMap((path) => all.filter((other) => (0,paths/* fullPathKey */.U8)(other.root) === path && path !== (0,paths/* fullPathKey */.U8)(root.root)));
}
/** hostpolicy.dll beside the dll, where a process of `architecture` cannot load it. */
function unloadableLibraries({ images }, dll, architecture) {
    const image = images.get((0,paths/* pathKey */.Pn)(`${(0,paths/* parentPath */.yl)(dll)}\\hostpolicy.dll`));
    const why = image === undefined ? undefined : whyNotLoadable(image, architecture);
    return new Map(why === undefined ? [] : [['hostpolicy.dll', why]]);
}
/** The question for the .NET host. */
function hostStartRequest({ facts, mode, dll, dotnetRoot, hostfxrVersion, architecture, environment, bundle, }) {
    const bundled = bundledHostVersion(facts.artifact, dll);
    return {
        mode,
        ...(hostfxrVersion === undefined ? {} : { hostfxrVersion }),
        ...(bundled === undefined ? {} : { bundledHostpolicyVersion: bundled }),
        dotnetRoot,
        globalRoots: globalRoots(facts, dotnetRoot, architecture),
        otherArchitectures: (facts.server?.dotnet ?? []).filter((root) => root.architecture !== undefined && root.architecture !== architecture),
        architecture,
        application: { ...hostApplication(facts, dll, bundle), unloadable: unloadableLibraries(facts.artifact, dll, architecture) },
        environment,
        folderExists: new Map((facts.server?.existingFiles ?? []).map((path) => [(0,paths/* fullPathKey */.U8)(path), true])),
        ...(facts.server?.existingFiles === undefined ? {} : { everythingListed: true }),
    };
}

;// CONCATENATED MODULE: ./build/ancm/iis-integration.js



/** The bare builder the entry assembly calls without setting up IIS integration itself, or `undefined`. */
function bareBuilder(facts, dll, integration) {
    const image = facts.artifact.images.get((0,paths/* pathKey */.Pn)(dll));
    const assembly = image?.format === 'pe' ? image.assembly : undefined;
    if (assembly === undefined || assembly.memberReferences.includes(integration))
        return undefined;
    if (assembly.memberReferences.some((name) => name === 'CreateBuilder' || name === 'CreateDefaultBuilder'))
        return undefined;
    return assembly.memberReferences.find((name) => name === 'CreateSlimBuilder' || name === 'CreateEmptyBuilder');
}
/**
 * The slim and the empty builder leave IIS integration out, so the server never calls back and the time limit runs out: 500.37.
 * A reference in the metadata is a strong hint only: the call may be elsewhere, or another assembly may call UseIIS.
 * Source: dotnet/aspnetcore:src/DefaultBuilder/src/WebApplicationBuilder.cs; dotnet/AspNetCore.Docs#31396.
 */
function iisIntegration(start) {
    const { facts, module, aspNetCore, requestHandler, applicationDll } = start;
    const builder = bareBuilder(facts, applicationDll, 'UseIIS');
    if (builder === undefined)
        return undefined;
    const { version } = requestHandler;
    const failure = handlerFailure(aspNetCore, version, {
        rule: 'iis-integration-absent',
        status: '500.37',
        certainty: 'likely',
        events: [
            coreClrFailedEvent(module, facts, handlerMajor(version), `Managed server didn't initialize after ${aspNetCore.startupTimeLimit * 1000} ms.`),
        ],
        message: `The application is built with ${builder} and does not call UseIIS, so the in-process server is never started and the time limit runs out.`,
        evidence: [`${applicationDll} refers to WebApplication.${builder}, and not to UseIIS.`],
        remedies: [{ side: 'app', text: 'Call UseIIS, or use WebApplication.CreateBuilder.', snippet: 'builder.WebHost.UseIIS();' }],
        place: { in: 'artifact', file: applicationDll },
    });
    return { outcome: 'failed', failure };
}

;// CONCATENATED MODULE: ./build/ancm/startup-hooks.js


/** Trimmed applications switch startup hooks off in their runtimeconfig.json; a text is taken for a flag there. */
function areSwitchedOff({ runtimeConfig }) {
    if (runtimeConfig === undefined)
        return false;
    return /"System\.StartupHookProvider\.IsSupported"\s*:\s*"?false\b/i.test(new TextDecoder().decode(runtimeConfig));
}
const isSimpleName = (hook) => !/[\\/ ,]|\.dll$/i.test(hook);
/**
 * DOTNET_STARTUP_HOOKS is a list of full paths or simple assembly names. A path that does not exist and a text that is neither end the
 * start with an unhandled exception. Runtimes before 3.0 do not know it.
 * Source: dotnet/runtime:src/libraries/System.Private.CoreLib/src/System/StartupHookProvider.cs.
 */
function startupHookProblem(facts, environment, runtime) {
    if (runtime.major < 3 || areSwitchedOff(runtime))
        return undefined;
    const hooks = environment('DOTNET_STARTUP_HOOKS');
    if (!hooks.known)
        return { kind: 'unknown', missingFacts: hooks.missingFacts };
    const parts = (hooks.value ?? '').split(';').filter((part) => part !== '');
    // All names are read before the first hook is called.
    const noName = parts.find((part) => !(0,paths/* isAbsolutePath */.Z1)(part) && !isSimpleName(part));
    if (noName !== undefined)
        return { kind: 'not-a-name', hook: noName, value: hooks.value ?? '' };
    for (const hook of parts.filter(paths/* isAbsolutePath */.Z1)) {
        const found = fileExists(facts, resolveApplicationPath(facts, hook));
        if ('missingFacts' in found)
            return { kind: 'unknown', hook, missingFacts: found.missingFacts };
        if (!found.exists)
            return { kind: 'missing', hook, value: hooks.value ?? '' };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/ancm/managed-start.js


const hookRemedies = [
    {
        side: 'server',
        text: 'Install the agent the hook belongs to, or remove DOTNET_STARTUP_HOOKS from the machine, the pool and web.config.',
    },
];
function hooks(facts, environment, runtime) {
    const problem = startupHookProblem(facts, environment, runtime);
    if (problem === undefined)
        return undefined;
    if (problem.kind === 'unknown') {
        const because = problem.hook === undefined
            ? 'Nobody said what DOTNET_STARTUP_HOOKS is; a hook that cannot be loaded ends the start.'
            : `DOTNET_STARTUP_HOOKS names ${problem.hook}; nobody said whether that file exists.`;
        return { kind: 'unknown', because, missingFacts: problem.missingFacts };
    }
    const { hook, value } = problem;
    const isMissing = problem.kind === 'missing';
    return {
        kind: 'stops',
        rule: 'startup-hook-missing',
        // A trimmed application does without hooks, and says so in its runtimeconfig.json.
        certainty: runtime.runtimeConfig === undefined ? 'likely' : 'certain',
        message: isMissing
            ? `DOTNET_STARTUP_HOOKS names ${hook}, and that file is not there; the runtime stops before the application starts.`
            : `DOTNET_STARTUP_HOOKS names "${hook}", which is neither a full path nor the name of an assembly; the runtime stops before the application starts.`,
        evidence: [`DOTNET_STARTUP_HOOKS=${value}`],
        remedies: isMissing ? hookRemedies : [{ side: 'server', text: 'Write the full path of the dll.' }, ...hookRemedies],
        exception: isMissing
            ? `System.ArgumentException: Startup hook assembly '${hook}' failed to load.`
            : `System.ArgumentException: The startup hook simple assembly name '${hook}' is invalid.`,
    };
}
function managed_start_settings(facts, environment, major) {
    const problem = settingsProblem(facts, environmentName(environment, major));
    if (problem === undefined)
        return undefined;
    const { file } = problem;
    if (problem.kind === 'placeholder') {
        return {
            kind: 'unknown',
            because: `${file} is not valid JSON as it is; it holds the placeholder ${problem.token}, which a deployment step replaces.`,
            missingFacts: [],
        };
    }
    const { line, column } = problem;
    return {
        kind: 'stops',
        rule: 'appsettings-unparsable',
        // An application may do without the default builders, and then nobody reads the file.
        certainty: 'likely',
        message: `${file} is not valid JSON (${problem.problem}, line ${line}), and the default builders stop on that.`,
        evidence: [`${file} line ${line}, column ${column}: ${problem.problem}.`],
        remedies: [{ side: 'app', text: `Correct ${file}.` }],
        place: { in: 'artifact', file, line, column },
        exception: `System.IO.InvalidDataException: Failed to load configuration from file '${file}'.`,
    };
}
/** What ends the managed part of the start, as far as files and variables tell. */
function managedStartProblem(facts, environment, runtime) {
    return hooks(facts, environment, runtime) ?? managed_start_settings(facts, environment, runtime.major);
}

;// CONCATENATED MODULE: ./build/ancm/missing-assets.js

const missing_assets_shown = 5;
/** Assemblies that deps.json promises and the artifact lacks, on a host that does not check: they are missed when first used. */
function missingAssetsFinding(facts, dll, host) {
    const missing = host.uncheckedMissingAssets;
    if (missing.length === 0)
        return [];
    const image = facts.artifact.images.get((0,paths/* pathKey */.Pn)(dll));
    const references = new Set(image?.format === 'pe' ? image.assembly?.references.map(({ name }) => `${name}.dll`.toLowerCase()) : []);
    const direct = missing.filter(({ asset }) => references.has((0,paths/* fileName */.Md)(asset).toLowerCase()));
    const named = direct.length > 0 ? direct : missing;
    const names = named.slice(0, missing_assets_shown).map(({ asset }) => (0,paths/* fileName */.Md)(asset));
    const more = named.length > missing_assets_shown ? ` and ${named.length - missing_assets_shown} more` : '';
    return [
        {
            rule: 'deps-asset-missing',
            severity: 'warning',
            certainty: 'likely',
            status: '500.30',
            message: direct.length > 0
                ? `${names.join(', ')}${more}: the entry assembly refers to it, deps.json promises it, and it is not in the artifact; the application fails when it is first used.`
                : `${names.join(', ')}${more}: promised by deps.json and not in the artifact; the application fails when it is first used.`,
            evidence: named.slice(0, missing_assets_shown).map(({ package: name, version, asset }) => `${name} ${version}: ${asset}`),
            remedies: [{ side: 'app', text: 'Publish again and deploy the whole output into an empty folder.' }],
            place: { in: 'artifact', file: dll.replace(/\.[^.\\]*$/, '.deps.json') },
        },
    ];
}

;// CONCATENATED MODULE: ./build/model/host-start.js
/** Names of `error_codes.h` in dotnet/runtime, with their values. */
const hostErrorCodes = {
    InvalidArgFailure: 0x80008081,
    CoreHostLibLoadFailure: 0x80008082,
    CoreHostLibMissingFailure: 0x80008083,
    CoreHostEntryPointFailure: 0x80008084,
    CoreClrResolveFailure: 0x80008087,
    CoreClrInitFailure: 0x80008089,
    ResolverInitFailure: 0x8000808b,
    ResolverResolveFailure: 0x8000808c,
    InvalidConfigFile: 0x80008093,
    AppArgNotRunnable: 0x80008094,
    AppHostExeNotBoundFailure: 0x80008095,
    FrameworkMissingFailure: 0x80008096,
    AppPathFindFailure: 0x8000809a,
    SdkResolveFailure: 0x8000809b,
    FrameworkCompatFailure: 0x8000809c,
    FrameworkCompatRetry: 0x8000809d,
    BundleExtractionFailure: 0x8000809f,
    LibHostDuplicateProperty: 0x800080a1,
};

;// CONCATENATED MODULE: ./build/ancm/runtime-files.js



/** Native parts of the runtime; without one of them it does not come up. */
const nativeParts = ['coreclr.dll', 'clrjit.dll'];
function refusedAssembly(facts, name, { dll, host, architecture }) {
    return host.selfContained ? unloadable(facts, dll, name, (image) => whyAssemblyRefused(image, architecture)) : undefined;
}
/**
 * The managed side of IIS hosting that a self-contained application brings, where its process refuses it. The in-process handler hooks it
 * in; out-of-process the default builders call it too (dotnet/aspnetcore:src/DefaultBuilder/src/WebHost.cs `ConfigureWebDefaults`).
 */
function unloadableServer(facts, application) {
    return refusedAssembly(facts, 'Microsoft.AspNetCore.Server.IIS.dll', application);
}
/** The exception over it, as far as it can be known. */
function assemblyRefusedText({ file }) {
    return `System.BadImageFormatException: Could not load file or assembly '${file}'.`;
}
/** A part of a self-contained application's runtime that its process cannot load: coreclr.dll, clrjit.dll or System.Private.CoreLib.dll. */
function unloadableRuntime(facts, application) {
    const { dll, host, architecture } = application;
    if (!host.selfContained)
        return undefined;
    for (const name of nativeParts) {
        const problem = unloadable(facts, dll, name, (image) => whyNotLoadable(image, architecture));
        if (problem !== undefined)
            return problem;
    }
    return refusedAssembly(facts, 'System.Private.CoreLib.dll', application);
}
function unloadable({ artifact }, dll, name, judge) {
    const key = (0,paths/* pathKey */.Pn)(`${(0,paths/* parentPath */.yl)(dll)}\\${name}`);
    const image = artifact.images.get(key);
    const why = image === undefined ? undefined : judge(image);
    return why === undefined ? undefined : { file: artifact.files.get(key)?.path ?? key, why };
}
/** What hostpolicy writes about it; CoreClrInitFailure (dotnet/runtime:src/native/corehost/hostpolicy/coreclr.cpp). */
function runtimeFailureText(facts, { host, architecture }, { file }) {
    if (!/coreclr\.dll$/i.test(file))
        return 'Failed to create CoreCLR';
    const path = `${applicationFolder(facts)}\\${file}`;
    const since10 = Number.parseInt(host.hostpolicyVersion ?? '', 10) >= 10;
    const load = since10
        ? [`Failed to load [${path}], HRESULT: 0x800700C1`, `  - Ensure the library matches the current process architecture: ${architecture}`]
        : [`Failed to load the dll from [${path}], HRESULT: 0x800700C1`];
    return [...load, `Failed to bind to CoreCLR at '${(0,paths/* parentPath */.yl)(path)}\\'`, 'Failed to create CoreCLR, HRESULT: 0x80008088'].join('\n');
}

;// CONCATENATED MODULE: ./build/ancm/runtime-start.js




const running = ({ applicationDll: dll, host, workerArchitecture: architecture }) => ({ dll, host, architecture });
function notLoadable(start, { file, why }, events, what) {
    const { aspNetCore, requestHandler, workerArchitecture } = start;
    const failure = handlerFailure(aspNetCore, requestHandler.version, {
        rule: 'runtime-not-loadable',
        status: '500.30',
        events,
        message: `The ${workerArchitecture} worker process cannot load ${file}, ${what}: ${why}.`,
        evidence: [`${file}: ${why}.`, `The worker process is ${workerArchitecture}.`],
        remedies: [
            {
                side: 'app',
                text: 'Publish again and deploy the whole output into an empty folder.',
                snippet: `dotnet publish -c Release -r win-${workerArchitecture} --self-contained`,
            },
        ],
        place: { in: 'artifact', file },
    });
    return { outcome: 'failed', failure };
}
/** The runtime of a self-contained application comes up in the worker process, or the host returns in place of Main: 500.30. */
function runtimeStart(start) {
    const { facts, module, requestHandler } = start;
    const application = running(start);
    const problem = unloadableRuntime(facts, application);
    if (problem === undefined)
        return undefined;
    const major = handlerMajor(requestHandler.version);
    const output = runtimeFailureText(facts, application, problem);
    const exited = mainExitedEvent(module, facts, major, hostErrorCodes.CoreClrInitFailure, output);
    return notLoadable(start, problem, [exited, workerThreadExitedEvent(module, facts, major)], 'a part of the .NET runtime');
}
/** Test: dotnet/aspnetcore:…/Common.LongTests/ShutdownTests.cs `AppOfflineDroppedWhileSiteFailedToStartInRequestHandler_SiteStops_InProcess`. */
function serverStart(start) {
    const { facts, module, requestHandler } = start;
    const problem = unloadableServer(facts, running(start));
    if (problem === undefined)
        return undefined;
    const major = handlerMajor(requestHandler.version);
    const exception = managedExceptionEvent(module, facts, major, assemblyRefusedText(problem));
    const events = [exception, workerThreadExitedEvent(module, facts, major)];
    return notLoadable(start, problem, events, 'the managed side of the request handler');
}

;// CONCATENATED MODULE: ./build/dotnet/application-files.js
/** File name of the entry assembly up to its last dot: what `<app>.runtimeconfig.json` and `<app>.deps.json` are named after. */
function application_files_applicationName({ dll }) {
    return dll.replace(/\.[^.\\]*$/, '');
}
/** Full path on the server of a file named after the application. */
function applicationFile(application, suffix) {
    return `${application.directory}\\${suffix === '.dll' ? application.dll : `${application_files_applicationName(application)}${suffix}`}`;
}

;// CONCATENATED MODULE: ./build/dotnet/framework-missing-text.js
const listed = ({ version, directory }, indent) => `${indent}${version} at [${directory}]`;
function downloadUrl({ name, version, architecture }, generation) {
    const asked = name === '' ? 'missing_runtime=true' : `framework=${name}${version === '' ? '' : `&framework_version=${version}`}`;
    const system = generation.learnMore ? `rid=win-${architecture}&os=win10` : `rid=win10-${architecture}`;
    return `https://aka.ms/dotnet-core-applaunch?${asked}&arch=${architecture}&${system}`;
}
function legacyText(missing) {
    const { name, version, dotnetLocation, found } = missing;
    return [
        `The specified framework '${name}', version '${version}' was not found.`,
        '  - Check application dependencies and target a framework version installed at:',
        `      ${dotnetLocation}`,
        '  - Installing .NET Core prerequisites might help resolve this problem:',
        '      https://go.microsoft.com/fwlink/?LinkID=798306&clcid=0x409',
        '  - The .NET Core framework and SDK can be installed from:',
        '      https://aka.ms/dotnet-download',
        ...(found.length === 0 ? [] : ['  - The following versions are installed:', ...found.map((entry) => listed(entry, '      '))]),
    ];
}
function foundLines(found) {
    return found.length === 0
        ? ['  - No frameworks were found.']
        : ['  - The following frameworks were found:', ...found.map((entry) => listed(entry, '      '))];
}
function text30(missing) {
    return [
        `The specified framework '${missing.name}', version '${missing.version}' was not found.`,
        ...foundLines(missing.found),
        '',
        'You can resolve the problem by installing the specified framework and/or SDK.',
        '',
        'The .NET Core frameworks can be found at:',
        '  - https://aka.ms/dotnet-download',
    ];
}
function text31(missing, generation) {
    const { name, version, architecture, found } = missing;
    const bitness = generation.frameworkMissingText === '6.0' ? ` (${architecture})` : '';
    return [
        `The framework '${name}'${version === '' ? '' : `, version '${version}'`}${bitness} was not found.`,
        ...foundLines(found),
        '',
        'You can resolve the problem by installing the specified framework and/or SDK.',
        '',
        'The specified framework can be found at:',
        `  - ${downloadUrl(missing, generation)}`,
    ];
}
function framework_missing_text_entries(found, disabled, indent) {
    const note = `${indent}  Disabled via DOTNET_DISABLE_RUNTIME_VERSIONS environment variable`;
    return found.flatMap((entry) => [listed(entry, indent), ...(disabled.has(entry.version) ? [note] : [])]);
}
function elsewhereLines({ foundElsewhere, disabled }) {
    const others = foundElsewhere.filter(({ found }) => found.length > 0);
    return others.length === 0
        ? []
        : [
            'The following frameworks for other architectures were found:',
            ...others.flatMap(({ architecture, found }) => [`  ${architecture}`, ...framework_missing_text_entries(found, disabled, '    ')]),
            '',
        ];
}
function installOrUpdateText(missing, generation) {
    const { name, version, architecture, application, dotnetLocation, found, disabled } = missing;
    return [
        'You must install or update .NET to run this application.',
        '',
        `App: ${application}`,
        `Architecture: ${architecture}`,
        `Framework: '${name}', ${version === '' ? '' : `version '${version}' `}(${architecture})`,
        `.NET location: ${dotnetLocation}`,
        '',
        ...(found.length === 0 ? ['No frameworks were found.'] : ['The following frameworks were found:', ...framework_missing_text_entries(found, disabled, '  ')]),
        '',
        ...(generation.otherArchitectures ? elsewhereLines(missing) : []),
        generation.learnMore ? 'Learn more:' : 'Learn about framework resolution:',
        'https://aka.ms/dotnet/app-launch-failed',
        '',
        'To install missing framework, download:',
        downloadUrl(missing, generation),
    ];
}
const impossible = 'It was not possible to find any compatible framework version';
/**
 * What hostfxr of this generation writes when it finds no folder for a framework.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.messages.cpp `display_missing_framework_error`.
 */
function frameworkMissingLines(missing, generation) {
    switch (generation.frameworkMissingText) {
        case '2.x':
            return [impossible, ...legacyText(missing)];
        case '3.0':
            return [impossible, ...text30(missing)];
        case '3.1':
        case '6.0':
            return [impossible, ...text31(missing, generation)];
        case 'install-or-update':
            return installOrUpdateText(missing, generation);
    }
}

;// CONCATENATED MODULE: ./build/dotnet/framework-search.js


/** The nearest (or, where asked for, the highest) version in range. The first folder wins a tie. */
function bestInRange(candidates, reference) {
    // `highest` means nothing in range patch: releases roll to the latest patch anyway, pre-releases to the nearest.
    const takeHighest = reference.range !== 'patch' && reference.highest;
    let best;
    for (const candidate of candidates) {
        if (compareFxVersions(candidate.version, reference.version) < 0 || !acceptsHigherVersion(reference, candidate.version))
            continue;
        const order = best === undefined ? 0 : compareFxVersions(candidate.version, best.version);
        if (best === undefined || (takeHighest ? order > 0 : order < 0))
            best = candidate;
    }
    return best;
}
/** From a release, the latest patch of the same minor version. The last folder wins a tie. */
function latestPatch(candidates, reference, from) {
    if (from.version.pre !== '')
        return from;
    let best = from;
    for (const candidate of candidates) {
        const { major, minor, patch } = candidate.version;
        const sameMinor = major === from.version.major && minor === from.version.minor;
        if (!sameMinor || compareFxVersions(candidate.version, from.version) < 0)
            continue;
        if (!reference.applyPatches && patch !== from.version.patch)
            continue;
        if (compareFxVersions(candidate.version, best.version) >= 0)
            best = candidate;
    }
    return best;
}
function search(candidates, reference) {
    const best = bestInRange(candidates, reference);
    return best === undefined ? undefined : latestPatch(candidates, reference, best);
}
function searchReleasesFirst(candidates, reference) {
    const releases = reference.preferRelease ? candidates.filter(({ version }) => version.pre === '') : [];
    return search(releases, reference) ?? search(candidates, reference);
}
/** Whether only the folder spelled exactly like the reference will do. */
function isExact({ range, applyPatches, version }) {
    return range === 'exact' || (range === 'patch' && !applyPatches && version.pre === '');
}
const sameSpelling = (left, right) => left.toLowerCase() === right.toLowerCase();
function framework_search_parsed(folders) {
    return folders.flatMap((folder) => {
        const version = parseFxVersion(folder.version);
        return version === undefined ? [] : [{ folder, version }];
    });
}
/** A winner without deps.json is struck out and the search begins again; until then it counts, and can lead to a later patch. */
function searchHive(folders, reference, needsDeps) {
    const candidates = framework_search_parsed(folders);
    for (;;) {
        const found = searchReleasesFirst(candidates, reference);
        if (found === undefined || found.folder.complete || !needsDeps)
            return found;
        candidates.splice(candidates.indexOf(found), 1);
    }
}
/**
 * The folder that the host takes for a reference, from the hives in the host's order: usually one dotnet root, with multi-level lookup
 * the global ones after it. The winners of the hives are put through the same search again; the earlier hive wins a tie.
 * `needsDeps`: a folder without `<name>.deps.json` does not count.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.cpp `resolve_framework_reference`.
 */
function findFramework(hives, reference, needsDeps) {
    if (isExact(reference)) {
        return hives.flat().find(({ version, complete }) => (complete || !needsDeps) && sameSpelling(version, reference.versionText));
    }
    let selected;
    for (const hive of hives) {
        const found = searchHive(hive, reference, needsDeps);
        if (found === undefined)
            continue;
        const winner = selected === undefined ? found : searchReleasesFirst([found, selected], reference);
        if (winner === undefined || (selected !== undefined && compareFxVersions(winner.version, selected.version) === 0))
            continue;
        selected = winner;
    }
    return selected?.folder;
}

;// CONCATENATED MODULE: ./build/dotnet/installed-frameworks.js


/** By lower-cased name, as folders are found: the framework that a framework is built on. Others do not tell by their name. */
const builtOn = new Map([
    ['microsoft.netcore.app', null],
    ['microsoft.aspnetcore.app', 'Microsoft.NETCore.App'],
    ['microsoft.aspnetcore.all', 'Microsoft.AspNetCore.App'],
    ['microsoft.windowsdesktop.app', 'Microsoft.NETCore.App'],
]);
/** Whether this is the framework at the bottom, which alone has a hostpolicy.dll. */
const isNetCoreApp = (name) => builtOn.get(name.toLowerCase()) === null;
/**
 * The version of the framework below that the name and version of a framework imply: the same patch. Pre-releases of the two are built
 * separately and agree in the first two identifiers only (`9.0.0-rc.1`).
 */
function impliedVersion(version) {
    const pre = parseFxVersion(version)?.pre ?? '';
    return pre === '' ? version : version.replace(/[-+].*$/, '') + pre.split('.').slice(0, 2).join('.');
}
/**
 * The runtimeconfig.json of a framework folder, rebuilt from what a manifest says of it. Microsoft's frameworks write one reference with
 * `"rollForward": "LatestPatch"`.
 * Source: dotnet/aspnetcore:src/Framework/App.Runtime; read in the shared frameworks 10.0.12.
 */
function frameworkConfig(name, framework) {
    if (framework.runtimeConfig !== undefined)
        return framework.runtimeConfig;
    const base = builtOn.get(name.toLowerCase());
    const implied = typeof base === 'string' ? [{ name: base, version: impliedVersion(framework.version) }] : [];
    const references = framework.references ?? implied;
    if (references.length === 0)
        return undefined;
    // 2.x reads `framework` only.
    const named = references.length === 1 ? { framework: references[0] } : { frameworks: references };
    const text = JSON.stringify({ runtimeOptions: { rollForward: 'LatestPatch', ...named } });
    const config = rebuilt.get(text) ?? new TextEncoder().encode(text);
    rebuilt.set(text, config);
    return config;
}
/** A farm has the same few versions on thousands of servers; the bytes of each are made, and then parsed, once. */
const rebuilt = new Map();
/** The folders below `<root>\shared\<name>`, in the order they were described; names are compared as the file system does. */
function installedFrameworks(root, name) {
    const known = foldersOf(root);
    const folders = known.get(name) ?? describedFolders(root, name);
    known.set(name, folders);
    return folders;
}
/** By the name that was asked for: one start asks several times. */
const foldersOf = onceForEach((_) => new Map());
function describedFolders(root, name) {
    const folders = [];
    for (const [folderName, versions] of root.frameworks ?? []) {
        if (folderName.toLowerCase() !== name.toLowerCase())
            continue;
        for (const framework of versions) {
            const runtimeConfig = frameworkConfig(name, framework);
            folders.push({
                version: framework.version,
                directory: `${root.root}\\shared\\${name}\\${framework.version}`,
                complete: framework.complete,
                ...(runtimeConfig === undefined ? {} : { runtimeConfig }),
                referencesUnknown: framework.references === undefined && framework.runtimeConfig === undefined && !builtOn.has(name.toLowerCase()),
            });
        }
    }
    return folders;
}

;// CONCATENATED MODULE: ./build/dotnet/framework-refusal.js






function framework_refusal_refused(error, lines, cause) {
    return { outcome: 'refused', refusal: { error, text: lines.join('\n'), cause } };
}
/** A refusal behind what the host wrote before. */
function afterLines(lines, { refusal }) {
    const text = [...lines, refusal.text].filter((part) => part !== '').join('\n');
    return { outcome: 'refused', refusal: { ...refusal, text } };
}
/** The application's own runtimeconfig.json (or an environment variable) is refused. */
function invalidConfig(request, config) {
    const path = applicationFile(request.application, '.runtimeconfig.json');
    const { kind, problem, line, column } = config;
    if (kind === 'crash')
        return framework_refusal_refused('InvalidConfigFile', config.lines, { kind: 'crash', problem: `${path}: ${problem}` });
    const devPath = applicationFile(request.application, '.runtimeconfig.dev.json');
    const lines = [...config.lines, `Invalid runtimeconfig.json [${path}] [${devPath}]`];
    if (kind === 'environment') {
        const value = request.environment.get('DOTNET_ROLL_FORWARD') ?? '';
        return framework_refusal_refused('InvalidConfigFile', lines, { kind: 'environment-invalid', variable: 'DOTNET_ROLL_FORWARD', value });
    }
    const place = line === undefined || column === undefined ? {} : { line, column };
    return framework_refusal_refused('InvalidConfigFile', lines, { kind: 'runtimeconfig-invalid', path, problem, ...place });
}
/** A framework's own runtimeconfig.json is refused. */
function invalidFrameworkConfig({ name, folder }, config) {
    const path = `${folder.directory}\\${name}.runtimeconfig.json`;
    const { kind, problem, lines } = config;
    return kind === 'crash'
        ? framework_refusal_refused('InvalidConfigFile', lines, { kind: 'crash', problem: `${path}: ${problem}` })
        : framework_refusal_refused('InvalidConfigFile', [...lines, `Invalid framework config.json [${path}]`], { kind: 'runtimeconfig-invalid', path, problem });
}
/** Two references that do not go together. */
function conflictingReferences(lower, higher, generation) {
    const { name, versionText, applyPatches, range } = lower;
    // 12.0 has no applyPatches any more and leaves it out.
    const patches = generation.legacySettings ? ` apply_patches=${applyPatches ? 1 : 0},` : '';
    const line = `The specified framework '${name}', version '${versionText}',${patches} version_compatibility_range=${range} ` +
        `cannot roll-forward to the previously referenced version '${higher.versionText}'.`;
    return framework_refusal_refused('FrameworkCompatFailure', [line], {
        kind: 'framework-conflict',
        framework: name,
        lower: versionText,
        higher: higher.versionText,
        ...(lower.askedBy === undefined ? {} : { lowerAskedBy: lower.askedBy }),
        ...(higher.askedBy === undefined ? {} : { higherAskedBy: higher.askedBy }),
    });
}
/** The host lists versions from low to high; of equal ones that of the deeper hive comes first. */
function listedFrameworks(hives) {
    const folders = hives.toReversed().flatMap((hive) => hive.flatMap(({ version, directory }) => {
        const parsed = parseFxVersion(version);
        return parsed === undefined ? [] : [{ version, directory: (0,paths/* parentPath */.yl)(directory), parsed }];
    }));
    return folders
        .toSorted((left, right) => compareFxVersions(left.parsed, right.parsed))
        .map(({ version, directory }) => ({ version, directory }));
}
/** In the host's order. */
const framework_refusal_architectures = ['arm64', 'x64', 'x86'];
function foundElsewhere(roots, name) {
    const inRoot = (architecture) => roots.filter((root) => root.architecture === architecture);
    return framework_refusal_architectures.map((architecture) => ({
        architecture,
        found: listedFrameworks(inRoot(architecture).map((root) => installedFrameworks(root, name).filter(({ complete }) => complete))),
    }));
}
/** `dotnet.exe` and the exe of a self-contained application print their folder with a trailing `\`, a root from elsewhere has none. */
function dotnetLocation({ mode, dotnetRoot, application }) {
    const own = mode === 'muxer' || (0,paths/* fullPathKey */.U8)(dotnetRoot.root) === (0,paths/* fullPathKey */.U8)(application.directory);
    return own ? `${dotnetRoot.root}\\` : dotnetRoot.root;
}
/** What would do for a reference, had it not been switched off or were its folder whole. */
function passedOverFor(reference, hives, generation) {
    const disabled = findFramework(hives.present(reference.name), reference, generation.checksFrameworkDeps);
    if (disabled !== undefined)
        return { version: disabled.version, why: 'disabled' };
    const leftOver = findFramework(hives.counting(reference.name), reference, false);
    return leftOver === undefined ? undefined : { version: leftOver.version, why: 'no-deps-json' };
}
/** No folder does for a reference. */
function frameworkMissing(request, generation, hives, missing) {
    const { name, version, policy, requestedBy, passedOver } = missing;
    const found = listedFrameworks(hives.present(name));
    const lines = frameworkMissingLines({
        name,
        version,
        architecture: request.architecture,
        application: applicationFile(request.application, request.mode === 'muxer' ? '.dll' : '.exe'),
        dotnetLocation: dotnetLocation(request),
        found,
        foundElsewhere: foundElsewhere(request.otherArchitectures, name),
        disabled: hives.disabled,
    }, generation);
    return framework_refusal_refused('FrameworkMissingFailure', lines, {
        kind: 'framework-missing',
        framework: name,
        version,
        found,
        policy,
        ...(requestedBy === undefined ? {} : { requestedBy }),
        ...(parseFxVersion(version) === undefined ? { noVersion: true } : {}),
        ...(passedOver === undefined ? {} : { passedOver }),
    });
}

;// CONCATENATED MODULE: ./build/dotnet/deps-asset.js


const memberText = (members, name) => {
    const value = memberOf({ members }, name);
    return typeof value === 'string' && value !== '' ? cString(value) : undefined;
};
/** `a.b`, `a.b.c` or `a.b.c.d`; anything else is as good as absent. Source: dotnet/runtime:src/native/corehost/hostpolicy/version.cpp. */
function versionNumbers(text) {
    const parts = text?.split('.') ?? [];
    return parts.length >= 2 && parts.length <= 4 && parts.every((part) => /^\d{1,9}$/.test(part)) ? parts.map(Number) : undefined;
}
function assetName(path) {
    const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    const dot = file.lastIndexOf('.');
    return (dot < 0 ? file : file.slice(0, dot)).replace(/\.ni$/i, '');
}
/** An asset as `targets` list it; `members` hold its versions. */
function depsAsset(library, kind, path, members, ridSpecific) {
    const assemblyVersion = versionNumbers(memberText(members, 'assemblyVersion'));
    const fileVersion = versionNumbers(memberText(members, 'fileVersion'));
    const slashed = path.replaceAll('\\', '/');
    const localPath = memberText(members, 'localPath')?.replaceAll('\\', '/');
    return {
        ...library,
        kind,
        name: assetName(path),
        path: slashed,
        flatPath: slashed
            .split('/')
            .slice(kind === 'resources' ? -2 : -1)
            .join('\\'),
        ridSpecific,
        ...(localPath === undefined ? {} : { localPath }),
        ...(assemblyVersion === undefined ? {} : { assemblyVersion }),
        ...(fileVersion === undefined ? {} : { fileVersion }),
    };
}
/** `name/version`; without a `/` the host takes the whole for both. */
function depsLibrary(key, members) {
    const slash = key.indexOf('/');
    const [name, version] = slash < 0 ? [key, key] : [key.slice(0, slash), key.slice(slash + 1)];
    const storeManifest = memberText(members, 'runtimeStoreManifestName')?.replaceAll('/', '\\');
    return {
        package: name,
        version,
        runtimePack: memberText(members, 'type')?.toLowerCase() === 'runtimepack',
        folder: (memberText(members, 'path') ?? `${name}/${version}`).replaceAll('\\', '/'),
        ...(storeManifest === undefined ? {} : { storeManifest }),
    };
}
/** A path that keeps an empty folder in a package; no file. */
const deps_asset_isPlaceholder = ({ path }) => path.endsWith('/_._');

;// CONCATENATED MODULE: ./build/dotnet/asset-rid.js
/** The graph of Windows RIDs as the shared frameworks have it in their deps.json, below `win10-<arch>`. */
const windowsVersions = ['win10', 'win81', 'win8', 'win7'];
function windowsGraphRids(architecture) {
    return [...windowsVersions.flatMap((version) => [`${version}-${architecture}`, version]), `win-${architecture}`, 'win', 'any', 'base'];
}
function fromGraph({ architecture, environment, ridGraph }, generation) {
    const machine = `win10-${architecture}`;
    const asked = environment.get('DOTNET_RUNTIME_ID') ?? machine;
    if (ridGraph === undefined) {
        const known = windowsGraphRids(architecture);
        return known.slice(Math.max(0, known.indexOf(asked)));
    }
    // A RID that the graph does not know is replaced by the base one.
    const rid = ridGraph.has(asked) ? asked : `${generation.usesRidGraph ? 'win10' : 'win'}-${architecture}`;
    return [rid, ...(ridGraph.get(rid) ?? [])];
}
/** Whether the graph of the root framework decides. 8.0 replaced it by a fixed list; `System.Runtime.Loader.UseRidGraph` brings it back. */
function decidesByRidGraph(configProperties, { usesRidGraph }) {
    const asked = configProperties.get('System.Runtime.Loader.UseRidGraph');
    return usesRidGraph || asked === true || (typeof asked === 'string' && asked.toLowerCase() === 'true');
}
/**
 * The RIDs whose assets a framework-dependent application may use, best first. The fixed list knows no `win10-x64` any more;
 * `DOTNET_RUNTIME_ID` comes first in both.
 * Sources: dotnet/runtime:src/native/corehost/hostpolicy/deps_format.cpp; learn.microsoft.com/dotnet/core/compatibility/deployment/8.0/rid-asset-list.
 */
function assetRids(facts, generation) {
    if (decidesByRidGraph(facts.configProperties, generation))
        return fromGraph(facts, generation);
    const own = facts.environment.get('DOTNET_RUNTIME_ID');
    return [...(own === undefined ? [] : [own]), `win-${facts.architecture}`, 'win', 'any'];
}

;// CONCATENATED MODULE: ./build/dotnet/deps-json.js




const kinds = ['runtime', 'resources', 'native'];
/** Leaves the reading of a file; never leaves `readDepsJson`. */
class MissingMember extends Error {
}
/** A member that the host reads without looking whether it is there. `path` names it, for people. */
function needed(members, name, path = name) {
    const value = memberOf({ members }, name);
    if (value === undefined)
        throw new MissingMember(`It has no ${path}`);
    return value;
}
/** What is read in one way by cpprestsdk, which sorts members, and in another by RapidJSON. */
function deps_json_entriesOf(value, owner, json) {
    const members = readMembers(value, owner, json);
    return json === 'rapidjson' ? members : members.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
}
function targetOf(targets, name) {
    const target = targets.get(name) ?? { plain: new Map(), targeted: new Map() };
    targets.set(name, target);
    return target;
}
/** The list of a key, which is put there when there is none. */
function listOf(lists, key) {
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    return list;
}
function readRuntimeTargets(name, value, target, json) {
    const runtimeTargets = memberOf({ members: readForLookup(value, name, json) }, 'runtimeTargets');
    if (runtimeTargets === undefined)
        return;
    for (const [path, file] of deps_json_entriesOf(runtimeTargets, `${name}.runtimeTargets`, json)) {
        const owner = `targets[…]["${name}"].runtimeTargets["${path}"]`;
        const facts = readForLookup(file, path, json);
        const assetType = readText(needed(facts, 'assetType', `${owner}.assetType`), 'assetType').toLowerCase();
        const kind = kinds.find((known) => known === assetType);
        if (kind === undefined)
            continue;
        const rid = readText(needed(facts, 'rid', `${owner}.rid`), 'rid');
        const byRid = target.targeted.get(kind) ?? new Map();
        target.targeted.set(kind, byRid);
        listOf(byRid, rid).push({ path: cString(path), facts });
    }
}
function readPlainAssets(name, value, target, json) {
    const members = readForLookup(value, name, json);
    for (const kind of kinds) {
        const files = memberOf({ members }, kind);
        if (files === undefined)
            continue;
        const list = listOf(target.plain, kind);
        for (const [path, facts] of deps_json_entriesOf(files, `${name}.${kind}`, json))
            list.push({ path: cString(path), facts: readForLookup(facts, path, json) });
    }
}
function readTargets(value, withRids, json) {
    const targets = new Map();
    const packages = deps_json_entriesOf(value, 'targets', json).map(([name, listed]) => ({ name: cString(name), listed }));
    for (const { name, listed } of withRids ? packages : [])
        readRuntimeTargets(name, listed, targetOf(targets, name), json);
    for (const { name, listed } of packages)
        readPlainAssets(name, listed, targetOf(targets, name), json);
    return targets;
}
/** A package has assets for the host when it has a part for some kind, be it empty or for other RIDs only. */
const hasAssets = ({ plain, targeted }) => plain.size > 0 || targeted.size > 0;
/** The assets of each kind for the best of `rids`; without one, those for no RID in particular. */
function chosenAssets({ plain, targeted }, rids, { ridOfPackage }) {
    const has = (kind, rid) => targeted.get(kind)?.has(rid) === true;
    const ofPackage = rids.find((rid) => kinds.some((kind) => has(kind, rid)));
    return kinds.map((kind) => {
        const rid = ridOfPackage ? ofPackage : rids.find((candidate) => has(kind, candidate));
        const specific = rid === undefined ? undefined : targeted.get(kind)?.get(rid);
        return { kind, files: specific ?? plain.get(kind) ?? [], ridSpecific: specific !== undefined };
    });
}
/** What is read of a library that has assets. RapidJSON gives `false` for a truth value that is not there. */
function readLibrary(name, value, json) {
    const members = readForLookup(value, name, json);
    const neededText = (member) => {
        const path = `libraries["${name}"].${member}`;
        return readText(needed(members, member, path), path);
    };
    neededText('sha512');
    const serviceable = `libraries["${name}"].serviceable`;
    if (json === 'cpprest' && typeof needed(members, 'serviceable', serviceable) !== 'boolean')
        throw new WrongKind(serviceable, 'not a boolean');
    neededText('type');
    return depsLibrary(name, members);
}
function targetNameOf(root, json) {
    const runtimeTarget = needed(root.members, 'runtimeTarget');
    if (typeof runtimeTarget === 'string')
        return cString(runtimeTarget);
    const path = 'runtimeTarget.name';
    return readText(needed(readForLookup(runtimeTarget, 'runtimeTarget', json), 'name', path), path);
}
/** `targets[<name>]` and `libraries`: cpprestsdk wants them to be there. */
function partOf(members, name, path, json) {
    return json === 'cpprest' ? needed(members, name, path) : (memberOf({ members }, name) ?? null);
}
function readStructure({ members }, rids, wording) {
    const { json } = wording;
    const targetName = targetNameOf({ members }, json);
    const byName = readForLookup(partOf(members, 'targets', 'targets', json), 'targets', json);
    const targets = readTargets(partOf(byName, targetName, `targets["${targetName}"]`, json), rids.length > 0, json);
    const assets = deps_json_entriesOf(partOf(members, 'libraries', 'libraries', json), 'libraries', json).flatMap(([written, value]) => {
        const name = cString(written);
        const target = targets.get(name);
        if (target === undefined || !hasAssets(target))
            return [];
        const library = readLibrary(name, value, json);
        return chosenAssets(target, rids, wording).flatMap(({ kind, files, ridSpecific }) => files.map(({ path, facts }) => depsAsset(library, kind, path, facts, ridSpecific)));
    });
    const isHere = (target) => target.plain.size > 0 || chosenAssets(target, rids, wording).some(({ ridSpecific }) => ridSpecific);
    const packages = new Set([...targets].filter(([, target]) => isHere(target)).map(([name]) => name));
    return { assets, packages };
}
/** What is missing or of the wrong kind ends the process, or up to 3.1 the reading. */
function structureProblem(path, problem, { json }) {
    if (!(problem instanceof MissingMember || problem instanceof WrongKind))
        throw problem;
    const words = problem instanceof WrongKind ? problem.expected : 'Key not found';
    const lines = json === 'cpprest' ? [`A JSON parsing exception occurred in [${path}]: ${words}`] : [];
    return { ok: false, lines, problem: problem.message, crash: json === 'rapidjson' };
}
/** What was read before, by RIDs and parser: one artifact is asked about once for every server. */
const known = new WeakMap();
/**
 * Reads a deps.json as hostpolicy of this generation does. `rids`: the RIDs whose assets may be chosen, best first; empty for the root
 * framework and for a self-contained application, whose file has one target and no RID-specific parts.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_format.cpp.
 */
function readDepsJson(path, file, rids, wording) {
    const readings = known.get(file) ?? new Map();
    known.set(file, readings);
    const key = [wording.json, wording.ridOfPackage, ...rids].join();
    const reading = readings.get(key) ?? read(path, file, rids, wording);
    // The lines about a broken file name its path and are made anew.
    if (reading.ok)
        readings.set(key, reading);
    return reading;
}
function read(path, file, rids, wording) {
    const json = readHostJson(file, wording.json);
    if (!json.ok) {
        const { text: problem, line, column } = json;
        const lines = syntaxErrorLines(path, json, wording, file);
        return { ok: false, lines, problem: problem.replace(/\.$/, ''), line, column, crash: false };
    }
    if (!isHostObject(json.value))
        return { ok: false, lines: [notAnObjectLine(path, wording)], problem: 'The file is no JSON object', crash: false };
    try {
        return { ok: true, deps: readStructure(json.value, rids, wording) };
    }
    catch (problem) {
        return structureProblem(path, problem, wording);
    }
}

;// CONCATENATED MODULE: ./build/dotnet/hostpolicy-refusal.js

const initializing = 'Error initializing the dependency resolver:';
/** A framework without its deps.json. `lines`: what the host wrote about other files before. */
function missingManifest(path, lines) {
    const problem = 'The file is missing';
    const text = [...lines, `${initializing} A fatal error was encountered, missing dependencies manifest at: ${path}`].join('\n');
    return { error: 'ResolverInitFailure', text, cause: { kind: 'deps-invalid', path, problem } };
}
/** A deps.json that cannot be read. `lines`: what the host wrote about it and others before. */
function brokenDeps(path, broken, lines) {
    const { problem, line, column } = broken;
    const text = [...lines, `${initializing} An error occurred while parsing: ${path}`].join('\n');
    const place = line === undefined || column === undefined ? {} : { line, column };
    return { error: 'ResolverInitFailure', text, cause: { kind: 'deps-invalid', path, problem, ...place } };
}
/** A deps.json that ends the process while it is read. */
function crashedDeps(path, { problem }) {
    return { error: 'ResolverInitFailure', text: '', cause: { kind: 'crash', problem: `${(0,paths/* fileName */.Md)(path)}: ${problem}` } };
}
/** A listed file that is not there, or whose name is taken by a file with another extension. */
function assetProblem({ kind, folder, asset, taken }) {
    const { package: name, version, path, storeManifest } = asset;
    const what = kind === 'missing' ? 'was not found:' : 'has already been found but with a different file extension:';
    const lines = [
        'Error:',
        `  An assembly specified in the application dependencies manifest (${folder.depsFile}) ${what}`,
        `    package: '${name}', version: '${version}'`,
        `    path: '${path}'`,
        ...(taken === undefined ? [] : [`    previously found assembly: '${taken}'`]),
        ...(kind === 'missing' && storeManifest !== undefined
            ? [
                '  This assembly was expected to be in the local runtime store as the application was published using the following target manifest files:',
                `    ${storeManifest}`,
            ]
            : []),
    ];
    const facts = { deps: folder.depsFile, package: name, version, asset: path };
    const cause = kind === 'missing' ? { kind: 'deps-asset-missing', ...facts } : { kind: 'deps-asset-conflict', ...facts };
    return { error: 'ResolverResolveFailure', text: lines.join('\n'), cause };
}
/** No coreclr.dll where the host looks for it. */
function coreclrMissing({ traceVariable }) {
    const text = `Could not resolve CoreCLR path. For more details, enable tracing by setting ${traceVariable} environment variable to 1`;
    return { error: 'CoreClrResolveFailure', text, cause: { kind: 'coreclr-missing' } };
}
/** Properties that the host itself hands to the runtime. */
const hostProperties = [
    'TRUSTED_PLATFORM_ASSEMBLIES',
    'NATIVE_DLL_SEARCH_DIRECTORIES',
    'PLATFORM_RESOURCE_ROOTS',
    'APP_CONTEXT_BASE_DIRECTORY',
    'APP_CONTEXT_DEPS_FILES',
    'FX_DEPS_FILE',
    'PROBING_DIRECTORIES',
];
const propertiesUntil31 = ['AppDomainCompatSwitch', 'FX_PRODUCT_VERSION', 'JIT_PATH'];
/** A setting that has the application's folder handed over as `APP_PATHS`; its name is compared without regard to case. */
function setsAppPaths(configProperties) {
    const setting = [...configProperties].find(([name]) => name.toLowerCase() === 'microsoft.netcore.dotnethostpolicy.setapppaths')?.[1];
    return setting === true || (typeof setting === 'string' && setting.toLowerCase() === 'true');
}
/** `configProperties` that set what only the host may set. Up to 5.0 startup hooks in both places clash too. */
function duplicateProperty({ configProperties, environment, hostpolicyVersion: { major } }, { doubledArticle }) {
    const ofVersion = major < 5 ? propertiesUntil31 : ['RUNTIME_IDENTIFIER'];
    const appPaths = setsAppPaths(configProperties) ? ['APP_PATHS'] : [];
    const hooks = major < 6 && environment.has('DOTNET_STARTUP_HOOKS') ? ['STARTUP_HOOKS'] : [];
    const contract = major < 8 ? [] : ['HOST_RUNTIME_CONTRACT'];
    const property = [...hostProperties, ...ofVersion, ...appPaths, ...hooks, ...contract].find((name) => configProperties.has(name));
    if (property === undefined)
        return undefined;
    const where = `in the ${doubledArticle ? 'the ' : ''}application's .runtimeconfig.json`;
    const lines = [
        `Duplicate runtime property found: ${property}`,
        `It is invalid to specify values for properties populated by the hosting layer ${where}`,
    ];
    return { error: 'LibHostDuplicateProperty', text: lines.join('\n'), cause: { kind: 'duplicate-property', property } };
}

;// CONCATENATED MODULE: ./build/dotnet/rid-graph.js



/** A RID that comes twice falls back to what both say. */
function graphOf(file, { json }) {
    const reading = readHostJson(file, json);
    const runtimes = reading.ok && isHostObject(reading.value) ? memberOf(reading.value, 'runtimes') : undefined;
    const graph = new Map();
    if (runtimes === undefined)
        return graph;
    for (const [written, fallbacks] of readMembers(runtimes, 'runtimes', json)) {
        const rid = cString(written);
        const added = readElements(fallbacks, `runtimes["${rid}"]`, json).map((fallback) => readText(fallback, `runtimes["${rid}"]`));
        graph.set(rid, [...(graph.get(rid) ?? []), ...added]);
    }
    return graph;
}
/**
 * `runtimes` of a root framework's deps.json; empty where there are none, and where the file is no JSON, which its reading tells.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_format.cpp `populate_rid_fallback_graph`.
 */
function readRidGraph(path, file, wording) {
    try {
        return { ok: true, graph: graphOf(file, wording) };
    }
    catch (problem) {
        return structureProblem(path, problem, wording);
    }
}

;// CONCATENATED MODULE: ./build/dotnet/deps-files.js






const deps_files_nothing = { assets: [], packages: new Set() };
const unread = { ok: true, deps: deps_files_nothing };
const manifestPath = ({ directory, name }) => `${directory}\\${name}.deps.json`;
function frameworkFile(framework, level, rids, generation) {
    const path = manifestPath(framework);
    const { deps, files } = framework;
    if (deps === null)
        return { path, level, files, reading: 'missing' };
    return { path, level, files, reading: deps === undefined ? unread : readDepsJson(path, deps, rids, generation) };
}
/** The RID graph of the root framework; `undefined` where it does not matter or nobody read the file. */
function rootRidGraph({ frameworks, configProperties }, generation) {
    const root = frameworks.at(-1);
    if (root?.deps === undefined || root.deps === null || !decidesByRidGraph(configProperties, generation))
        return undefined;
    return readRidGraph(manifestPath(root), root.deps, generation);
}
/** Every deps.json that takes part, the application's first. The root framework's has no assets of single RIDs. */
function readAll(request, generation) {
    const { application, frameworks, frameworkDependent } = request;
    const graph = rootRidGraph(request, generation);
    const ridGraph = graph?.ok === true ? graph.graph : undefined;
    const rids = frameworkDependent ? assetRids({ ...request, ridGraph }, generation) : [];
    const path = applicationFile(application, '.deps.json');
    const reading = application.deps === undefined ? unread : readDepsJson(path, application.deps, rids, generation);
    const own = { path, level: 0, files: application.files, reading };
    const last = frameworks.length - 1;
    const others = frameworks.map((framework, index) => {
        const file = frameworkFile(framework, index + 1, index === last ? [] : rids, generation);
        return index === last && graph?.ok === false && file.reading !== 'missing' && file.reading.ok ? { ...file, reading: graph } : file;
    });
    return [own, ...others];
}
const isBroken = (reading) => reading !== 'missing' && !reading.ok;
/** hostfxr reads the last file before hostpolicy does. Since 10.0 it tells of a file that cannot be mapped, and no more of broken JSON. */
function linesOfHostfxr(lines, { depsReadTwice }) {
    return depsReadTwice ? lines : lines.slice(0, -1);
}
/** The host reads from the root framework to the application, each file with its own line, and then looks at them the other way round. */
function refusalOf(read, generation) {
    const inReadingOrder = read.toReversed();
    const lines = [];
    for (const { path, reading } of inReadingOrder) {
        if (!isBroken(reading))
            continue;
        if (reading.crash)
            return crashedDeps(path, reading);
        lines.push(...reading.lines);
    }
    const root = inReadingOrder[0]?.reading;
    const before = root !== undefined && isBroken(root) ? linesOfHostfxr(root.lines, generation) : [];
    for (const { path, reading } of read) {
        if (reading === 'missing')
            return missingManifest(path, [...before, ...lines]);
        if (isBroken(reading))
            return brokenDeps(path, reading, [...before, ...lines]);
    }
    return undefined;
}
function assetFolder({ path, level, files, reading }) {
    const deps = reading !== 'missing' && reading.ok ? reading.deps : deps_files_nothing;
    return { directory: path.slice(0, -(0,paths/* fileName */.Md)(path).length - 1), depsFile: (0,paths/* fileName */.Md)(path), level, files, ...deps };
}
/** Reads the deps.json of the application, which may be missing, and of the frameworks, which may not. */
function readDepsFiles(request, generation) {
    const read = readAll(request, generation);
    const refusal = refusalOf(read, generation);
    if (refusal !== undefined)
        return { ok: false, refusal };
    const [own, ...frameworks] = read;
    return { ok: true, folders: [assetFolder(own), ...frameworks.map(assetFolder)] };
}

;// CONCATENATED MODULE: ./build/dotnet/hostpolicy-generation.js

/** The behaviour of one hostpolicy, by its version. */
function hostpolicyGeneration(version) {
    const since = (major) => isAtLeast(version, major);
    return {
        json: since(5) ? 'rapidjson' : 'cpprest',
        failedToParseWording: since(10),
        ridOfPackage: !since(3),
        checksFiles: since(6) ? 'when-forced' : 'always',
        looksForServicing: !since(11),
        usesRidGraph: !since(8),
        trustsApplicationFirst: !since(10),
        localPath: since(10),
        traceVariable: since(10) ? 'DOTNET_HOST_TRACE' : 'COREHOST_TRACE',
        doubledArticle: !since(7),
        depsReadTwice: !since(10),
    };
}

;// CONCATENATED MODULE: ./build/dotnet/forced-file-checks.js



const servicingFolder = 'C:\\Program Files (x86)\\coreservicing';
/** A folder is there when it is known itself, or anything in it is. */
function folderExists({ folderExists: known, everythingListed }, path) {
    const key = (0,paths/* fullPathKey */.U8)(path);
    const exact = known.get(key);
    if (exact !== undefined)
        return exact;
    return [...known].some(([other, exists]) => exists && other.startsWith(`${key}\\`)) || (everythingListed === true ? false : undefined);
}
const isAbsolute = (path) => /^(?:[A-Za-z]:)?[\\/]/.test(path);
/** `|arch|\|tfm|` stands for the folder of this architecture and target framework. */
function probingPath(path, { architecture, tfm }) {
    return path.replace(/\|arch\|[\\/]\|tfm\|/, `${architecture}\\${tfm ?? ''}`);
}
const forced_file_checks_listed = (value) => (value ?? '').split(';').filter((path) => path !== '');
/** The stores that `DOTNET_SHARED_STORE` names, for this architecture and target framework; without a `tfm` there is none. */
function namedStores({ environment, architecture, tfm }) {
    if (tfm === undefined || tfm === '')
        return [];
    return forced_file_checks_listed(environment.get('DOTNET_SHARED_STORE')).map((store) => `${store.replace(/[\\/]+$/, '')}\\${architecture}\\${tfm}`);
}
function probingPaths(request) {
    return request.additionalProbingPaths.map((path) => probingPath(path, request)).filter(isAbsolute);
}
/** Folders known to exist in which packages are looked for, in the host's order. */
function lookupFolders(request) {
    return [...namedStores(request), ...probingPaths(request)].filter((path) => folderExists(request, path) === true);
}
/** `shared\<framework>\<version>\*.deps.json` below a folder counts for a framework of the same major and minor version, not below it. */
function isForFramework(relative, { frameworks }) {
    const [shared, name, version, file, ...deeper] = relative.split('\\');
    const written = parseFxVersion(version ?? '');
    if (shared !== 'shared' || written === undefined || file?.endsWith('.deps.json') !== true || deeper.length > 0)
        return false;
    return frameworks.some((framework) => {
        const found = parseFxVersion(framework.version);
        if (found === undefined || framework.name.toLowerCase() !== name)
            return false;
        return written.major === found.major && written.minor === found.minor && compareFxVersions(written, found) <= 0;
    });
}
/** Whether `path` of DOTNET_ADDITIONAL_DEPS brings a deps.json: it is one, or a folder with one for a framework in use. */
function bringsDeps(request, path) {
    if (/\.deps\.json$/i.test(path))
        return folderExists(request, path);
    const folder = `${(0,paths/* fullPathKey */.U8)(path)}\\`;
    const known = [...request.folderExists].filter(([key, exists]) => exists && key.startsWith(folder));
    if (known.some(([key]) => isForFramework(key.slice(folder.length), request)))
        return true;
    return folderExists(request, path) === false || request.everythingListed === true ? false : undefined;
}
function reasons(request) {
    const { environment, frameworkDependent, hostpolicyVersion, sharedStore, tfm } = request;
    const paths = probingPaths(request);
    const additional = frameworkDependent ? forced_file_checks_listed(environment.get('DOTNET_ADDITIONAL_DEPS')) : [];
    const stores = namedStores(request);
    const mayHaveStore = frameworkDependent && tfm !== undefined && tfm !== '';
    const onDisk = (what, path) => ({ what, exists: folderExists(request, path), fact: 'existingFiles' });
    return [
        ...paths.map((path) => onDisk(`the probing path ${path}`, path)),
        ...additional.map((path) => ({
            what: `a deps.json in ${path}, which DOTNET_ADDITIONAL_DEPS names`,
            exists: bringsDeps(request, path),
            fact: 'existingFiles',
        })),
        ...stores.map((path) => onDisk(`${path}, which DOTNET_SHARED_STORE names`, path)),
        ...(mayHaveStore ? [{ what: 'a runtime store', exists: sharedStore, fact: 'dotnet[].sharedStore' }] : []),
        // Nobody has this folder any more; it counts where it is known to be there.
        ...(hostpolicyGeneration(hostpolicyVersion).looksForServicing
            ? [{ what: servicingFolder, exists: folderExists(request, servicingFolder) ?? false, fact: 'existingFiles' }]
            : []),
    ];
}
/**
 * Whether hostpolicy 6.0 and later looks for the files of deps.json after all: a servicing folder, a runtime store, a probing path or
 * additional deps that exist switch the old check on.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_resolver.cpp, dotnet/runtime#50671.
 */
function forcedFileChecks(request) {
    const all = reasons(request);
    if (all.some(({ exists }) => exists === true))
        return true;
    const unknown = all.filter(({ exists }) => exists === undefined);
    if (unknown.length === 0)
        return false;
    return {
        because: `A file that deps.json promises is missing; whether the host looks for it depends on whether there is ${unknown.map(({ what }) => what).join(', or ')}.`,
        missingFacts: [...new Set(unknown.map(({ fact }) => fact))],
    };
}

;// CONCATENATED MODULE: ./build/dotnet/probe-asset.js

/** Where an asset lies beside its deps.json: by file name, below its culture, or by its whole path when chosen by RID. */
function assetPath(asset, level, { localPath }) {
    if (localPath && asset.localPath !== undefined)
        return asset.localPath.replaceAll('/', '\\');
    const whole = (level === 0 && asset.ridSpecific) || (localPath && asset.runtimePack);
    return whole ? asset.path.replaceAll('/', '\\') : asset.flatPath;
}
function inFolder(asset, folder, level, rules) {
    const relative = assetPath(asset, level, rules);
    // Without a file name it is the folder, which is there.
    const exists = () => folder.files === undefined || relative === '' || folder.files.has((0,paths/* pathKey */.Pn)(relative));
    return { path: `${folder.directory}\\${relative}`, exists };
}
function inLookup(asset, lookup, rules) {
    const path = `${lookup}\\${`${asset.folder}/${asset.path}`.replaceAll('/', '\\')}`;
    return { path, exists: () => rules.fileExists(path) };
}
/**
 * The file an asset stands for: in the folder of its own deps.json, in that of a framework not above it which has the same package in the
 * same version, or below a store or probing path. `undefined` when no place has it.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_resolver.cpp `probe_deps_entry`.
 */
function probeAsset(asset, folder, rules) {
    const counts = ({ exists }) => !rules.checksFiles || exists();
    const own = folder.level === 0 ? inFolder(asset, folder, 0, rules) : undefined;
    if (own !== undefined && counts(own))
        return own;
    const library = `${asset.package}/${asset.version}`;
    const holders = rules.folders.filter(({ level, packages }) => level > 0 && level >= folder.level && packages.has(library));
    return [
        ...holders.map((holder) => inFolder(asset, holder, holder.level, rules)),
        ...rules.lookups.map((lookup) => inLookup(asset, lookup, rules)),
    ].find(counts);
}

;// CONCATENATED MODULE: ./build/dotnet/native-search.js



/** A path that ends in a `/` names the folder itself, whose own folder it is then. */
const folderOf = (path) => (0,paths/* parentPath */.yl)(path.replace(/\\+$/, '')).replace(/\\+$/, '');
/** The apphost of a package that came in by a RID fallback may be missing. */
const mayBeMissing = ({ name, package: library }) => name === 'apphost' && library.toLowerCase().endsWith('.microsoft.netcore.dotnetapphost');
/**
 * The folders in which native libraries are looked for: those of the listed native assets, in the order of the deps.json files.
 * `extra`: folders without a deps.json that count as a whole, behind the application. A folder whose content nobody described counts too.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_resolver.cpp `resolve_probe_dirs`.
 */
function nativeSearch(extra, rules) {
    const directories = new Set(extra);
    let coreclr;
    for (const folder of rules.folders) {
        if (folder.level > 0 && folder.files === undefined)
            directories.add(folder.directory);
        for (const asset of folder.assets) {
            if (asset.kind !== 'native' || deps_asset_isPlaceholder(asset))
                continue;
            const probed = probeAsset(asset, folder, rules);
            if (probed === undefined && mayBeMissing(asset))
                continue;
            if (probed === undefined)
                return { ok: false, problem: { kind: 'missing', folder, asset } };
            if (/\\coreclr\.dll$/i.test(probed.path))
                coreclr ??= probed;
            directories.add(folderOf(probed.path));
        }
    }
    return { ok: true, directories: [...directories], coreclr };
}

;// CONCATENATED MODULE: ./build/dotnet/trusted-assemblies.js



/** Absent is lower than any version. */
function compareVersions(left, right) {
    for (let part = 0; part < 4; part++) {
        const order = (left?.[part] ?? -1) - (right?.[part] ?? -1);
        if (order !== 0)
            return order;
    }
    return 0;
}
function isNewer(asset, before) {
    const assemblies = compareVersions(asset.assemblyVersion, before.assemblyVersion);
    return assemblies > 0 || (assemblies === 0 && compareVersions(asset.fileVersion, before.fileVersion) >= 0);
}
function trust(asset, folder, trusted, rules) {
    const before = trusted.get(asset.name);
    if (before !== undefined) {
        const file = asset.path.slice(asset.path.lastIndexOf('/') + 1);
        if ((0,paths/* fileName */.Md)(before.path) !== file)
            return { kind: 'other-extension', folder, asset, taken: before.path };
        if (!isNewer(asset, before))
            return undefined;
    }
    const probed = probeAsset(asset, folder, rules);
    // A newer file that is not there is an error in a framework, and for compatibility none in the application.
    if (probed === undefined)
        return before !== undefined && folder.level === 0 ? undefined : { kind: 'missing', folder, asset };
    // The same file again keeps the versions it had.
    if (before?.path === probed.path)
        return undefined;
    trusted.set(asset.name, { path: probed.path, assemblyVersion: asset.assemblyVersion, fileVersion: asset.fileVersion });
    return undefined;
}
/**
 * The list of trusted assemblies: the application's, then each framework's. A later file of the same name replaces an earlier one when its
 * assembly version is higher, or the same and its file version not lower; so the framework wins a tie. The host keeps the list in a hash
 * table: its order means nothing.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_resolver.cpp `resolve_tpa_list`.
 */
function trustedAssemblies(first, rules) {
    const trusted = new Map();
    for (const { name, path } of first)
        if (!trusted.has(name))
            trusted.set(name, { path, assemblyVersion: undefined, fileVersion: undefined });
    for (const folder of rules.folders) {
        for (const asset of folder.assets) {
            if (asset.kind !== 'runtime' || deps_asset_isPlaceholder(asset))
                continue;
            const problem = trust(asset, folder, trusted, rules);
            if (problem !== undefined)
                return { ok: false, problem };
        }
    }
    return { ok: true, paths: [...trusted.values()].map(({ path }) => path) };
}

;// CONCATENATED MODULE: ./build/dotnet/trusted-first.js


/** Extensions of managed files, the preferred first; each leaves its name to a file of the next. */
const managedExtensions = ['.ni.dll', '.dll', '.ni.exe', '.exe'];
/** Names as deps.json files spell them, by key: those of the application's files are known without their case, and case counts. */
function spellings(names) {
    const spelled = new Map(names.map((name) => [name.toLowerCase(), name]));
    return (name) => spelled.get(name) ?? name;
}
/**
 * The files trusted before any deps.json: up to 9.0 the application's dll, and without a deps.json everything managed beside it.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_resolver.cpp `get_dir_assemblies`.
 */
function trustedFirst(application, folders, { trustsApplicationFirst }) {
    const { directory, dll, deps, files } = application;
    const own = trustsApplicationFirst ? [{ name: application_files_applicationName(application), path: `${directory}\\${dll}` }] : [];
    if (deps !== undefined)
        return own;
    const assets = folders.flatMap((folder) => folder.assets);
    const fileSpelled = spellings([...assets.map(({ path }) => (0,paths/* fileName */.Md)(path)), dll]);
    const nameSpelled = spellings([...assets.map(({ name }) => name), application_files_applicationName(application)]);
    const beside = [...files].filter((key) => !key.includes('\\')).sort();
    const found = managedExtensions.flatMap((extension) => beside
        .filter((key) => key.length > extension.length && key.endsWith(extension))
        .map((key) => ({ name: nameSpelled(key.slice(0, -extension.length)), path: `${directory}\\${fileSpelled(key)}` })));
    return [...own, ...found];
}

;// CONCATENATED MODULE: ./build/dotnet/hostpolicy.js










const hostpolicy_refused = (refusal) => ({ outcome: 'refused', refusal });
/** Assets of the application that are not there, and where the host takes them to be. */
function absentAssets(application, rules) {
    return application.assets
        .filter((asset) => asset.kind !== 'resources' && !deps_asset_isPlaceholder(asset))
        .map((asset) => ({ asset, relative: assetPath(asset, 0, rules) }))
        .filter(({ relative }) => application.files?.has((0,paths/* pathKey */.Pn)(relative)) === false)
        .map(({ asset, relative }) => ({ asset, path: `${application.directory}\\${relative}` }));
}
/** Those that are used: what loses against a framework's copy does not matter. */
function missingAssets(absent, trusted) {
    if (absent.length === 0)
        return [];
    const used = new Set(trusted);
    return absent
        .filter(({ asset, path }) => asset.kind === 'native' || used.has(path))
        .map(({ asset: { package: name, version, path } }) => ({ package: name, version, asset: path }));
}
/** coreclr.dll is a listed native asset; without a deps.json of the application it may also lie beside it. */
function findCoreclr({ application, frameworks }, listed) {
    const beside = { path: `${application.directory}\\coreclr.dll`, exists: () => true };
    if (application.deps === undefined && application.files.has('coreclr.dll'))
        return beside;
    if (listed !== undefined)
        return listed;
    const root = frameworks.at(-1);
    return root !== undefined && root.deps === undefined ? { path: `${root.directory}\\coreclr.dll`, exists: () => true } : undefined;
}
function resolve({ request, generation }, application, rules) {
    const first = trustedFirst(request.application, rules.folders, generation);
    const trusted = trustedAssemblies(first, rules);
    if (!trusted.ok)
        return hostpolicy_refused(assetProblem(trusted.problem));
    const native = nativeSearch(request.application.deps === undefined ? [request.application.directory] : [], rules);
    if (!native.ok)
        return hostpolicy_refused(assetProblem(native.problem));
    const coreclr = findCoreclr(request, native.coreclr);
    // The path of coreclr.dll is looked at even where others are not.
    if (coreclr === undefined || !coreclr.exists())
        return hostpolicy_refused(coreclrMissing(generation));
    const duplicate = duplicateProperty(request, generation);
    if (duplicate !== undefined)
        return hostpolicy_refused(duplicate);
    return {
        outcome: 'ready',
        nativeSearchDirectories: native.directories,
        trustedPlatformAssemblies: [...trusted.paths, `${(0,paths/* parentPath */.yl)(coreclr.path)}\\System.Private.CoreLib.dll`],
        uncheckedMissingAssets: missingAssets(absentAssets(application, rules), trusted.paths),
    };
}
/** A file that the application left to the runtime store: whether the store has it is not known while there may be one. */
function inStore(start, { assets }, { sharedStore }) {
    if (start.outcome !== 'refused' || start.refusal.cause.kind !== 'deps-asset-missing' || sharedStore === false)
        return start;
    const { cause } = start.refusal;
    const left = assets.find((asset) => asset.package === cause.package && asset.path === cause.asset)?.storeManifest !== undefined;
    if (!left)
        return start;
    const because = `${cause.package} ${cause.version} was left to the runtime store of the server, and nobody said what is in it.`;
    return { outcome: 'unknown', because, missingFacts: [sharedStore === undefined ? 'dotnet[].sharedStore' : 'existingFiles'] };
}
/**
 * hostpolicy: reads every deps.json, decides which files are used, and finds the runtime.
 * Where a file is missing and it is not known whether this host looks for it, the answer is `unknown`.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy.
 */
function startHostpolicy(request) {
    const start = { request, generation: hostpolicyGeneration(request.hostpolicyVersion) };
    const deps = readDepsFiles(request, start.generation);
    if (!deps.ok)
        return hostpolicy_refused(deps.refusal);
    const { folders } = deps;
    const rules = {
        folders,
        localPath: start.generation.localPath,
        lookups: lookupFolders(request),
        fileExists: (path) => request.folderExists.get((0,paths/* fullPathKey */.U8)(path)) === true,
    };
    const answer = (checksFiles) => resolve(start, folders[0], { ...rules, checksFiles });
    const forced = start.generation.checksFiles === 'always' ? true : forcedFileChecks(request);
    if (forced === false)
        return answer(false);
    const strict = inStore(answer(true), folders[0], request);
    if (forced === true)
        return strict.outcome === 'ready' ? { ...strict, uncheckedMissingAssets: [] } : strict;
    // Every file is where the host would take it to be: looking makes no difference.
    if (strict.outcome === 'ready' && strict.uncheckedMissingAssets.length === 0)
        return strict;
    const lenient = answer(false);
    if (strict.outcome === lenient.outcome)
        return lenient;
    return { outcome: 'unknown', because: forced.because, missingFacts: forced.missingFacts };
}

;// CONCATENATED MODULE: ./build/dotnet/locate-hostpolicy.js





const notFound = (directory) => `A fatal error was encountered. The library 'hostpolicy.dll' required to execute the application was not found in '${directory}'.`;
/** What the host adds when it took the application for self-contained. */
function selfContainedHint({ request, generation }) {
    const { mode, application } = request;
    const path = applicationFile(application, '.runtimeconfig.json');
    const missing = application.runtimeConfig === undefined;
    if (generation.selfContainedHint === 'one-line') {
        const should = 'Failed to run as a self-contained app. If this should be a framework-dependent app,';
        const fix = missing ? `add the ${path} file specifying the appropriate framework.` : `specify the appropriate framework in ${path}.`;
        return mode === 'muxer' ? [`${should} ${fix}`] : [];
    }
    return [
        'Failed to run as a self-contained app.',
        `  - The application was run as a self-contained app because '${path}' ${missing ? 'was not found' : 'did not specify a framework'}.`,
        `  - If this should be a framework-dependent app, ${missing ? `add the '${path}' file and specify the appropriate framework` : `specify the appropriate framework in '${path}'`}.`,
    ];
}
/**
 * hostpolicy.dll of a self-contained application: beside it for `dotnet.exe`; in the dotnet root for an apphost, which for a whole
 * self-contained folder is the same place, and otherwise one that has nothing to do with the application (dotnet/runtime#33207).
 * Source: dotnet/runtime:src/native/corehost/fxr/hostpolicy_resolver.cpp `try_get_dir`.
 */
function bundledHostpolicyRefusal(asked) {
    const { request, generation } = asked;
    const { mode, application, dotnetRoot } = request;
    const inApplication = mode === 'muxer' || (0,paths/* fullPathKey */.U8)(dotnetRoot.root) === (0,paths/* fullPathKey */.U8)(application.directory);
    if (inApplication && application.files.has('hostpolicy.dll'))
        return undefined;
    const directory = `${inApplication ? application.directory : dotnetRoot.root}\\`;
    const hostTooOld = generation.resolution === 'chain' && asksForFrameworks(application);
    const because = hostTooOld
        ? `hostfxr ${request.hostfxrVersion ?? '2.x'} reads only "framework"; ${applicationFile(application, '.runtimeconfig.json')} has "frameworks", as applications for 3.0 and later do.`
        : application.runtimeConfig === undefined
            ? `${applicationFile(application, '.runtimeconfig.json')} is not there, so the host takes the application for self-contained.`
            : `${applicationFile(application, '.runtimeconfig.json')} names no framework, so the host takes the application for self-contained.`;
    const deps = applicationFile(application, '.deps.json');
    const noDeps = generation.depsFileStream && application.deps === undefined;
    const lines = [
        ...(noDeps ? [`Cannot use file stream for [${deps}]: No such file or directory`] : []),
        notFound(directory),
        ...selfContainedHint(asked),
    ];
    return framework_refusal_refused('CoreHostLibMissingFailure', lines, {
        kind: 'hostpolicy-missing',
        directory,
        because,
        ...(hostTooOld ? { hostTooOld: true } : {}),
    });
}
/**
 * hostpolicy.dll beside a self-contained application that its process cannot load.
 * Source: dotnet/runtime:src/native/corehost/fxr/hostpolicy_resolver.cpp `load`, hostmisc/pal.windows.cpp `load_library`.
 */
function bundledHostpolicyLoadRefusal({ request, generation }) {
    const { application, architecture } = request;
    const why = application.unloadable?.get('hostpolicy.dll');
    if (why === undefined)
        return undefined;
    const path = `${application.directory}\\hostpolicy.dll`;
    const lines = generation.loadFailureNamesArchitecture
        ? [`Failed to load [${path}], HRESULT: 0x800700C1`, `  - Ensure the library matches the current process architecture: ${architecture}`]
        : [`Failed to load the dll from [${path}], HRESULT: 0x800700C1`];
    const required = `An error occurred while loading required library hostpolicy.dll from [${application.directory}\\]`;
    return framework_refusal_refused('CoreHostLibLoadFailure', [...lines, required], { kind: 'hostpolicy-unloadable', path, why });
}
function asksForFrameworks({ runtimeConfig }) {
    const json = runtimeConfig === undefined ? undefined : readHostJson(runtimeConfig, 'cpprest');
    const options = json?.ok === true && isHostObject(json.value) ? memberOf(json.value, 'runtimeOptions') : undefined;
    return isHostObject(options) && memberOf(options, 'frameworks') !== undefined && memberOf(options, 'framework') === undefined;
}
/**
 * hostpolicy.dll of a framework-dependent application: in the folder of the last framework, whichever that is (dotnet/runtime#71027);
 * without any framework, nowhere.
 */
function frameworkHostpolicyRefusal(root) {
    if (root !== undefined && isNetCoreApp(root.name) && root.complete)
        return undefined;
    const directory = root?.directory ?? '';
    const because = root === undefined
        ? 'runtimeconfig.json is framework-dependent and names no framework, or none with a version.'
        : root.complete
            ? `${root.name} is the last framework in the host's order, and only Microsoft.NETCore.App has a hostpolicy.dll.`
            : `The folder of ${root.name} ${root.version} is there without its files.`;
    return framework_refusal_refused('CoreHostLibMissingFailure', [notFound(directory)], { kind: 'hostpolicy-missing', directory, because });
}

;// CONCATENATED MODULE: ./build/dotnet/framework-graph.js

const mostRestarts = 100;
function resolveNew(pass, reference) {
    const { graph, effective, resolved } = pass;
    effective.set(reference.name, reference);
    const folder = graph.find(reference);
    if (folder === undefined)
        return { outcome: 'missing', reference };
    const found = { name: reference.name, folder };
    resolved.push(found);
    const config = graph.readConfig(found);
    return config.valid
        ? resolveReferences(pass, config.config.references, { reference, found })
        : { outcome: 'invalid-config', found, config };
}
function meetAgain({ effective, resolved }, reference, current) {
    if (!sameReference(reference, current)) {
        effective.set(reference.name, reference);
        return { outcome: 'restart', reference };
    }
    const index = resolved.findIndex(({ name }) => name === reference.name);
    resolved.push(...resolved.splice(index, 1));
    return undefined;
}
/** A reference in the file of a framework. */
function askedBy({ found }, reference) {
    return { ...reference, askedBy: { name: found.name, version: found.folder.version } };
}
function resolveReferences(pass, written, parent) {
    const { effective, resolved } = pass;
    // One without a name finds the application itself, which has none either.
    const named = written.filter(({ name }) => name !== '');
    const references = parent === undefined ? named : named.map((reference) => askedBy(parent, reference));
    for (const reference of references)
        if (!effective.has(reference.name))
            effective.set(reference.name, reference);
    for (const reference of references) {
        // "Take the highest" reaches into the frameworks; no other setting of the application does.
        const added = parent?.reference.highest === true ? { ...reference, highest: true } : reference;
        const current = effective.get(added.name) ?? added;
        const merged = reconcileReferences(added, current);
        if (!merged.compatible)
            return { outcome: 'conflict', lower: merged.lower, higher: merged.higher };
        const met = resolved.some(({ name }) => name === added.name);
        const step = met ? meetAgain(pass, merged.reference, current) : resolveNew(pass, merged.reference);
        if (step !== undefined)
            return step;
    }
    return undefined;
}
/**
 * Resolves frameworks that refer to frameworks. A reference that changes what was already resolved restarts everything with what was
 * learnt, so the order of entries does not change a result, but it decides which error comes first.
 * Source: dotnet/runtime:src/native/corehost/fxr/fx_resolver.cpp `read_framework`, `resolve_frameworks_for_app`.
 */
function resolveFrameworkGraph(graph) {
    const effective = new Map();
    for (let restarts = 0;; restarts++) {
        const pass = { graph, effective, resolved: [] };
        const step = resolveReferences(pass, graph.references, undefined);
        if (step === undefined)
            return { outcome: 'resolved', frameworks: pass.resolved };
        if (step.outcome !== 'restart')
            return step;
        if (restarts === mostRestarts)
            return { outcome: 'endless', reference: step.reference };
    }
}

;// CONCATENATED MODULE: ./build/dotnet/multilevel-lookup.js

/** The major version in a `tfm` such as `netcoreapp3.1`, `net6.0` or `net6.0-windows`. */
function majorOfTfm(tfm) {
    const digits = /^\d+(?=\D)/.exec(tfm.slice(tfm.startsWith('netcoreapp') ? 10 : 3))?.[0];
    return digits === undefined ? undefined : Number(digits);
}
/**
 * Whether the registered and the default install locations are searched after the dotnet root.
 * DOTNET_MULTILEVEL_LOOKUP switches it off with anything but 1. Source: dotnet/runtime:src/native/corehost/hostmisc/utils.cpp
 * `multilevel_lookup_enabled`, fxr/fx_muxer.cpp; dotnet/runtime#67022.
 */
function looksUpGlobally(generation, tfm, environment) {
    if (generation.multilevelLookup === 'never')
        return false;
    const major = tfm === undefined ? undefined : majorOfTfm(tfm);
    if (generation.multilevelLookup === 'old-tfm' && (major === undefined || major >= 7))
        return false;
    const variable = environment.get('DOTNET_MULTILEVEL_LOOKUP');
    return variable === undefined || atoi(variable) === 1;
}

;// CONCATENATED MODULE: ./build/dotnet/framework-hives.js



function frameworkHives(request, generation, tfm) {
    const { dotnetRoot, globalRoots, environment } = request;
    const global = looksUpGlobally(generation, tfm, environment)
        ? globalRoots.filter(({ root }) => (0,paths/* fullPathKey */.U8)(root) !== (0,paths/* fullPathKey */.U8)(dotnetRoot.root))
        : [];
    const variable = generation.disabledVersions ? environment.get('DOTNET_DISABLE_RUNTIME_VERSIONS') : undefined;
    const disabled = new Set((variable ?? '').split(';').filter((version) => version !== ''));
    const all = (name) => [dotnetRoot, ...global].map((root) => installedFrameworks(root, name));
    const present = (name) => all(name).map((folders) => folders.filter(({ complete }) => complete || !generation.checksFrameworkDeps));
    const counting = (name) => all(name).map((folders) => folders.filter(({ version }) => !disabled.has(version)));
    return { present, counting, disabled, undescribed: global.find(({ frameworks }) => frameworks === undefined) };
}

;// CONCATENATED MODULE: ./build/dotnet/legacy-frameworks.js



const legacy_frameworks_member = (value, name) => isHostObject(value) ? memberOf(value, name) : undefined;
function ownOf(value) {
    const [patches, noCandidate, version] = ['applyPatches', 'rollForwardOnNoCandidateFx', 'version'].map((name) => legacy_frameworks_member(value, name));
    return {
        ...(typeof patches === 'boolean' ? { applyPatches: patches } : {}),
        ...(typeof noCandidate === 'bigint' || typeof noCandidate === 'number' ? { noCandidateFx: Math.trunc(Number(noCandidate)) } : {}),
        ...(typeof version === 'string' ? { version } : {}),
    };
}
function readLink(options, { settings, framework: before }) {
    const { version: _, ...own } = ownOf(options);
    const framework = legacy_frameworks_member(options, 'framework');
    const name = legacy_frameworks_member(framework, 'name');
    const named = typeof name === 'string' ? { name, own: { ...before?.own, ...ownOf(framework) } } : before;
    return { settings: { ...settings, ...own }, ...(named === undefined ? {} : { framework: named }) };
}
/** What the application's file says of frameworks further down; it has the last word on each. */
function additionalFrameworks(options) {
    const listed = legacy_frameworks_member(options, 'additionalFrameworks');
    const entries = Array.isArray(listed) ? listed : [];
    return new Map(entries.map((entry) => [String(legacy_frameworks_member(entry, 'name')), ownOf(entry)]));
}
function optionsOf(file) {
    const json = file === undefined ? undefined : readHostJson(file, 'cpprest');
    return json?.ok === true ? legacy_frameworks_member(json.value, 'runtimeOptions') : undefined;
}
const lowest = (candidates) => candidates.reduce((best, other) => (best === undefined || compareFxVersions(other.version, best.version) < 0 ? other : best), undefined);
function legacy_frameworks_latestPatch(candidates, from) {
    const kin = candidates.filter(({ version }) => version.major === from.version.major && version.minor === from.version.minor && (version.pre === '') === (from.version.pre === ''));
    return kin.reduce((best, other) => (compareFxVersions(other.version, best.version) > 0 ? other : best), from);
}
/** A release: the nearest release in range, else the nearest pre-release, then its latest patch. */
function findForRelease(candidates, asked, settings) {
    const { noCandidateFx, applyPatches } = settings;
    const above = candidates.filter(({ version }) => compareFxVersions(version, asked) >= 0);
    const inRange = above.filter(({ version }) => {
        if (noCandidateFx === 0)
            return version.pre === '' && version.major === asked.major && version.minor === asked.minor;
        return noCandidateFx !== 1 || version.major === asked.major;
    });
    const nearest = lowest(inRange.filter(({ version }) => version.pre === '')) ?? lowest(inRange);
    return nearest !== undefined && applyPatches ? legacy_frameworks_latestPatch(above, nearest) : nearest;
}
/** A pre-release: itself, else the nearest later pre-release of the same patch; never a release. */
function findForPreRelease(candidates, asked) {
    return lowest(candidates.filter(({ version }) => version.pre !== '' &&
        version.major === asked.major &&
        version.minor === asked.minor &&
        version.patch === asked.patch &&
        compareFxVersions(version, asked) >= 0));
}
function findFolder(folders, text, asked, settings) {
    if (asked.pre === '' && settings.noCandidateFx === 0 && !settings.applyPatches)
        return folders.find(({ version }) => version.toLowerCase() === text.toLowerCase());
    const candidates = folders.flatMap((folder) => {
        const version = parseFxVersion(folder.version);
        return version === undefined ? [] : [{ folder, version }];
    });
    return (asked.pre === '' ? findForRelease(candidates, asked, settings) : findForPreRelease(candidates, asked))?.folder;
}
function firstLink({ file, devFile, environment }) {
    const variable = environment.get('DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX');
    const settings = { noCandidateFx: variable === undefined ? 1 : atoi(variable), applyPatches: true };
    return readLink(optionsOf(file), readLink(optionsOf(devFile), { settings }));
}
function findInHives(hives, text, asked, settings) {
    const winners = hives.flatMap((folders) => findFolder(folders, text, asked, settings) ?? []);
    return winners.length > 1 ? findFolder(winners, text, asked, settings) : winners[0];
}
/**
 * Follows the chain from the application to the root framework. A reference without a version ends it. The application's files are taken to be
 * readable.
 * Source: dotnet/core-setup:src/corehost/cli/fxr/fx_muxer.cpp, src/corehost/cli/runtime_config.cpp of release/2.1 and release/2.2.
 */
function resolveFrameworkChain(chain) {
    const overrides = additionalFrameworks(optionsOf(chain.file));
    const frameworks = [];
    let link = firstLink(chain);
    for (;;) {
        const { framework, settings } = link;
        const { version = '', ...own } = { ...framework?.own, ...overrides.get(framework?.name ?? '') };
        if (framework === undefined || version === '' || frameworks.some(({ name }) => name === framework.name))
            return { outcome: 'resolved', frameworks };
        const parent = frameworks.at(-1);
        const asked = parseFxVersion(version);
        const folder = asked === undefined ? undefined : findInHives(chain.hives(framework.name), version, asked, { ...settings, ...own });
        if (folder === undefined) {
            const asker = parent === undefined ? {} : { requestedBy: { name: parent.name, version: parent.folder.version } };
            return { outcome: 'missing', name: framework.name, version, unparsed: asked === undefined, ...asker };
        }
        const found = { name: framework.name, folder };
        frameworks.push(found);
        const file = folder.runtimeConfig;
        const json = file === undefined ? undefined : readHostJson(file, 'cpprest');
        if (file !== undefined && json?.ok === false)
            return { outcome: 'invalid', error: json, file, found };
        link = readLink(optionsOf(file), { settings });
    }
}

;// CONCATENATED MODULE: ./build/dotnet/resolve-frameworks.js











const resolve_frameworks_inFolder = ({ name, folder }) => ({
    name,
    version: folder.version,
    directory: folder.directory,
    complete: folder.complete,
    referencesUnknown: folder.referencesUnknown,
});
function resolveGraph({ request, generation, hives }, references) {
    const result = resolveFrameworkGraph({
        references,
        find: (reference) => findFramework(hives.counting(reference.name), reference, generation.checksFrameworkDeps),
        readConfig: ({ name, folder }) => {
            const path = `${folder.directory}\\${name}.runtimeconfig.json`;
            const files = folder.runtimeConfig === undefined ? { path } : { path, file: folder.runtimeConfig };
            return readRuntimeConfig(files, generation, request.environment);
        },
    });
    switch (result.outcome) {
        case 'resolved':
            return result.frameworks;
        case 'missing': {
            const { reference } = result;
            const policy = `${rollForwardName(reference)}, from ${reference.policySource}.`;
            const passedOver = passedOverFor(reference, hives, generation);
            return frameworkMissing(request, generation, hives, {
                name: reference.name,
                version: reference.versionText,
                policy,
                ...(reference.askedBy === undefined ? {} : { requestedBy: reference.askedBy }),
                ...(passedOver === undefined ? {} : { passedOver }),
            });
        }
        case 'conflict':
            return conflictingReferences(result.lower, result.higher, generation);
        case 'invalid-config':
            return invalidFrameworkConfig(result.found, result.config);
        case 'endless': {
            const { name, versionText } = result.reference;
            return framework_refusal_refused('FrameworkCompatRetry', [], { kind: 'framework-conflict', framework: name, lower: versionText, higher: versionText });
        }
    }
}
function resolveChain({ request, generation, hives }, file) {
    const { environment, application } = request;
    const devFile = application.runtimeConfigDev;
    const chain = { file, environment, hives: hives.counting, ...(devFile === undefined ? {} : { devFile }) };
    const result = resolveFrameworkChain(chain);
    switch (result.outcome) {
        case 'resolved':
            return result.frameworks;
        case 'missing': {
            const { unparsed, ...missing } = result;
            const line = `The specified framework version '${result.version}' could not be parsed`;
            const refusal = frameworkMissing(request, generation, hives, { ...missing, policy: 'patches and minor versions, as 2.x does.' });
            return unparsed ? afterLines([line], refusal) : refusal;
        }
        case 'invalid': {
            const { error, file: broken, found } = result;
            const lines = syntaxErrorLines(`${found.folder.directory}\\${found.name}.runtimeconfig.json`, error, generation, broken);
            return invalidFrameworkConfig(found, { valid: false, lines, problem: error.text.replace(/\.$/, ''), kind: 'file' });
        }
    }
}
function readApplicationConfig(request, generation) {
    const { runtimeConfig, runtimeConfigDev } = request.application;
    const files = {
        path: applicationFile(request.application, '.runtimeconfig.json'),
        devPath: applicationFile(request.application, '.runtimeconfig.dev.json'),
        ...(runtimeConfig === undefined ? {} : { file: runtimeConfig }),
        ...(runtimeConfigDev === undefined ? {} : { devFile: runtimeConfigDev }),
    };
    return readRuntimeConfig(files, generation, request.environment);
}
const undescribedFrameworks = ({ root }) => ({
    outcome: 'unknown',
    because: `Nobody described the shared frameworks below ${root}.`,
    missingFacts: ['dotnet[].frameworks'],
});
/**
 * The frameworks that hostfxr of this version resolves for an application, or its refusal in its words.
 *
 * `environment` holds set variables by upper-cased name. An unreadable `hostfxrVersion`, or a root whose frameworks nobody described,
 * gives `unknown`. The application's runtimeconfig.json may be absent: the host then takes the application for self-contained.
 *
 * Source: dotnet/runtime:src/native/corehost/fxr (fx_muxer.cpp, fx_resolver.cpp), docs/design/features/framework-version-resolution.md.
 */
function resolveFrameworks(request) {
    const version = parseFxVersion(request.hostfxrVersion);
    if (version === undefined)
        return { outcome: 'unknown', because: 'The version of hostfxr is not known.', missingFacts: ['dotnet[].hostfxr'] };
    const generation = hostfxrGeneration(version);
    const reading = readApplicationConfig(request, generation);
    if (!reading.valid)
        return invalidConfig(request, reading);
    const { config, lines } = reading;
    if (!config.frameworkDependent)
        return { outcome: 'resolved', frameworks: [], config, lines };
    const { dotnetRoot, application } = request;
    if (dotnetRoot.frameworks === undefined)
        return undescribedFrameworks(dotnetRoot);
    const resolving = { request, generation, hives: frameworkHives(request, generation, config.tfm) };
    const { runtimeConfig } = application;
    const found = generation.resolution === 'chain' && runtimeConfig !== undefined
        ? resolveChain(resolving, runtimeConfig)
        : resolveGraph(resolving, config.references);
    const { undescribed } = resolving.hives;
    if ('outcome' in found && undescribed !== undefined)
        return undescribedFrameworks(undescribed);
    return 'outcome' in found ? afterLines(lines, found) : { outcome: 'resolved', frameworks: found.map(resolve_frameworks_inFolder), config, lines };
}

;// CONCATENATED MODULE: ./build/dotnet/start-host.js







/** One version of every generation of hostfxr and hostpolicy that behaves in its own way, oldest first. */
const generations = ['3.1.32', '5.0.17', '6.0.36', '7.0.20', '8.0.22', '9.0.13', '10.0.0'];
/** An answer that does not depend on a version nobody knows, in the words of the newest; otherwise `unknown`. */
function agreed(answers, because, missingFacts) {
    const newest = answers.at(-1);
    const kind = (answer) => (answer.outcome === 'refused' ? answer.refusal.error : answer.outcome);
    const oneKind = newest !== undefined && answers.every((answer) => kind(answer) === kind(newest));
    return oneKind ? newest : { outcome: 'unknown', because, missingFacts };
}
/** A framework that nobody described may refer to Microsoft.NETCore.App, which would then come last. */
function rootUnknown(root) {
    if (root === undefined || isNetCoreApp(root.name) || !root.referencesUnknown)
        return undefined;
    const because = `Nobody said which frameworks ${root.name} ${root.version} refers to.`;
    return { outcome: 'unknown', because, missingFacts: ['dotnet[].frameworks'] };
}
function runHostpolicy(request, resolved, hostpolicyVersion) {
    const { config, lines, frameworks } = resolved;
    const started = startHostpolicy({
        hostpolicyVersion,
        application: request.application,
        ...(config.tfm === undefined ? {} : { tfm: config.tfm }),
        additionalProbingPaths: config.additionalProbingPaths,
        configProperties: config.configProperties,
        frameworkDependent: config.frameworkDependent,
        frameworks: frameworks.map(({ name, version, directory, complete }) => ({
            name,
            version,
            directory,
            ...(complete ? {} : { deps: null }),
        })),
        architecture: request.architecture,
        environment: request.environment,
        ...(request.dotnetRoot.sharedStore === undefined ? {} : { sharedStore: request.dotnetRoot.sharedStore }),
        folderExists: request.folderExists,
        ...(request.everythingListed === true ? { everythingListed: true } : {}),
    });
    if (started.outcome === 'unknown')
        return started;
    if (started.outcome === 'refused')
        return afterLines(lines, started);
    return {
        outcome: 'ready',
        frameworks: frameworks.map(({ name, version, directory }) => ({ name, version, directory })),
        selfContained: !config.frameworkDependent,
        hostpolicyVersion: versionText(hostpolicyVersion),
        nativeSearchDirectories: started.nativeSearchDirectories,
        uncheckedMissingAssets: started.uncheckedMissingAssets,
    };
}
const versionText = ({ major, minor, patch, pre, build }) => `${major}.${minor}.${patch}${pre}${build}`;
function startSelfContained(request, resolved, hostfxr) {
    const asked = { request, generation: hostfxrGeneration(hostfxr) };
    const refusal = bundledHostpolicyRefusal(asked) ?? bundledHostpolicyLoadRefusal(asked);
    if (refusal !== undefined)
        return afterLines(resolved.lines, refusal);
    const bundled = parseFxVersion(request.bundledHostpolicyVersion ?? '');
    if (bundled !== undefined)
        return runHostpolicy(request, resolved, bundled);
    const answers = generations.map((version) => {
        const parsed = parseFxVersion(version);
        return parsed === undefined ? unreadable : runHostpolicy(request, resolved, parsed);
    });
    const answer = agreed(answers, 'The version of the hostpolicy.dll in the artifact cannot be told, and versions differ here.', []);
    if (answer.outcome !== 'ready')
        return answer;
    const { hostpolicyVersion: _, ...withoutVersion } = answer;
    return withoutVersion;
}
const unreadable = { outcome: 'unknown', because: 'The version of hostfxr is not known.', missingFacts: ['dotnet[].hostfxr'] };
function startWith(request, hostfxrVersion) {
    const hostfxr = parseFxVersion(hostfxrVersion);
    if (hostfxr === undefined)
        return unreadable;
    const resolved = resolveFrameworks({ ...request, hostfxrVersion });
    if (resolved.outcome !== 'resolved')
        return resolved;
    if (!resolved.config.frameworkDependent)
        return startSelfContained(request, resolved, hostfxr);
    const root = resolved.frameworks.at(-1);
    const unknown = rootUnknown(root);
    if (unknown !== undefined)
        return unknown;
    const refusal = frameworkHostpolicyRefusal(root);
    if (refusal !== undefined)
        return afterLines(resolved.lines, refusal);
    const hostpolicyVersion = root === undefined ? undefined : parseFxVersion(root.version);
    return hostpolicyVersion === undefined ? unreadable : runHostpolicy(request, resolved, hostpolicyVersion);
}
/**
 * hostfxr, then hostpolicy: what the .NET host would do with an application, up to the point where the runtime is loaded.
 * Where the version of hostfxr is not known, the answer is the one that every version gives, or `unknown`.
 * Source: dotnet/runtime:src/native/corehost.
 */
function startHost(request) {
    if (request.hostfxrVersion !== undefined)
        return startWith(request, request.hostfxrVersion);
    const answers = generations.map((version) => startWith(request, version));
    return agreed(answers, 'The version of hostfxr is not known, and versions differ here.', ['dotnet[].hostfxr']);
}

;// CONCATENATED MODULE: ./build/ancm/file-beside.js

/** A file named after the entry assembly, such as `App.runtimeconfig.json`, relative to the application root. */
function fileBeside(dll, suffix) {
    const folder = (0,paths/* parentPath */.yl)(dll);
    const stem = dll.slice(folder === '' ? 0 : folder.length + 1).replace(/\.[^.\\]*$/, '');
    return `${folder === '' ? '' : `${folder}\\`}${stem}${suffix}`;
}

;// CONCATENATED MODULE: ./build/ancm/framework-place.js

/**
 * Where a runtimeconfig.json asks for a framework: the line of its name, or of the file when it is a framework that asks for it.
 * For people only; what the host reads is decided by `startHost`.
 */
function frameworkPlace({ contents }, file, framework) {
    const bytes = contents.get((0,paths/* pathKey */.Pn)(file));
    const text = bytes === undefined ? '' : new TextDecoder().decode(bytes);
    const at = text.indexOf(JSON.stringify(framework));
    if (at < 0)
        return { in: 'artifact', file };
    const before = text.slice(0, at).split('\n');
    return { in: 'artifact', file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

;// CONCATENATED MODULE: ./build/ancm/framework-conflict.js


/** Two references to one framework that exclude each other. What a framework's own file asks for cannot be widened by the application's. */
function frameworkConflict(cause, context) {
    const { framework, lower, higher, lowerAskedBy, higherAskedBy } = cause;
    const file = fileBeside(context.dll, '.runtimeconfig.json');
    const asker = (by) => (by === undefined ? file : `the file of ${by.name} ${by.version}`);
    const own = lowerAskedBy === undefined;
    return {
        rule: 'framework-references-conflict',
        message: `Two references to ${framework} contradict each other: ${lower} may not roll forward to ${higher}.`,
        evidence: [`${framework} ${lower} is asked for by ${asker(lowerAskedBy)}, and ${higher} by ${asker(higherAskedBy)}.`],
        remedies: [
            {
                side: 'app',
                text: `Ask for the same version of every framework${own ? ', or widen rollForward' : ''}; RuntimeFrameworkVersion in the project often sets them apart.`,
                ...(own ? { snippet: '<RollForward>Major</RollForward>' } : {}),
            },
        ],
        place: frameworkPlace(context.artifact, file, (own ? higherAskedBy : lowerAskedBy)?.name ?? framework),
    };
}

;// CONCATENATED MODULE: ./build/ancm/framework-missing.js



const framework_missing_channelOf = (version) => version.split('.').slice(0, 2).join('.');
const framework_missing_targetOf = (version) => `${Number.parseInt(version, 10) < 5 ? 'netcoreapp' : 'net'}${framework_missing_channelOf(version)}`;
const webFrameworks = new Set(['Microsoft.NETCore.App', 'Microsoft.AspNetCore.App', 'Microsoft.AspNetCore.All']);
const restart = 'net stop was /y\nnet start w3svc';
function install(framework, version, architecture) {
    const what = framework === 'Microsoft.WindowsDesktop.App'
        ? `the .NET Desktop Runtime ${framework_missing_channelOf(version)} (${architecture}); the Hosting Bundle does not contain it`
        : webFrameworks.has(framework)
            ? `the ASP.NET Core Hosting Bundle ${framework_missing_channelOf(version)}, at least ${version}, with its ${architecture} runtime`
            : `${framework} ${version} (${architecture})`;
    return { side: 'server', text: `Install ${what}, then restart IIS.`, snippet: restart };
}
const framework_missing_selfContained = (architecture) => ({
    side: 'app',
    text: 'Publish self-contained, so that the server needs no runtime.',
    snippet: `dotnet publish -c Release -r win-${architecture} --self-contained`,
});
/** What the application can do with the releases that are there. */
function settleFor({ version, found, policy, requestedBy }, { architecture }) {
    const newest = found.map((folder) => folder.version).findLast((folder) => parseFxVersion(folder)?.pre === '');
    const [asked, there] = [parseFxVersion(version), parseFxVersion(newest ?? '')];
    if (newest === undefined || asked === undefined || there === undefined || requestedBy !== undefined)
        return framework_missing_selfContained(architecture);
    if (framework_missing_channelOf(newest) !== framework_missing_channelOf(version))
        return {
            side: 'app',
            text: `Target what the server has (${framework_missing_channelOf(newest)}), or publish self-contained.`,
            snippet: `<TargetFramework>${framework_missing_targetOf(newest)}</TargetFramework>`,
        };
    if (compareFxVersions(there, asked) > 0)
        return { side: 'app', text: `Let the host roll forward to a later patch; now it is ${policy}` };
    return asked.pre !== ''
        ? framework_missing_selfContained(architecture)
        : {
            side: 'app',
            text: `Ask for ${framework_missing_channelOf(version)}.0 instead of ${version}: take RuntimeFrameworkVersion and TargetLatestRuntimePatch out of the project. Or publish self-contained.`,
            snippet: '<TargetLatestRuntimePatch>false</TargetLatestRuntimePatch>',
        };
}
function noVersion({ framework, version }, asked, file) {
    const what = version === '' ? `${framework} without a version` : `${framework} "${version}"`;
    return {
        message: `${asked} asks for ${what}, and the .NET host takes versions of three numbers only, such as 8.0.0.`,
        evidence: [`${file} leads to ${what}.`],
        remedies: [
            {
                side: 'app',
                text: `Write a whole version into ${file}; if a deployment step edits that file, correct the step.`,
                snippet: `"name": "${framework}", "version": "8.0.0"`,
            },
        ],
    };
}
function disabled({ framework, version }, instead, asked, architecture) {
    return {
        message: `${asked} needs ${framework} ${version}; ${instead} is installed, and DOTNET_DISABLE_RUNTIME_VERSIONS switches it off.`,
        evidence: [`DOTNET_DISABLE_RUNTIME_VERSIONS names ${instead}.`],
        remedies: [
            {
                side: 'server',
                text: `Take ${instead} out of DOTNET_DISABLE_RUNTIME_VERSIONS, or install another patch, then restart IIS.`,
                snippet: restart,
            },
            framework_missing_selfContained(architecture),
        ],
    };
}
function leftOver({ framework, version }, instead, asked, context) {
    const folder = `${context.dotnetRoot}\\shared\\${framework}\\${instead}`;
    return {
        message: `${asked} needs ${framework} ${version}; the folder of ${instead} is there, but its files are not.`,
        evidence: [`${folder} has no ${framework}.deps.json, and counts for nothing.`],
        remedies: [install(framework, instead, context.architecture), framework_missing_selfContained(context.architecture)],
    };
}
function notInstalled(cause, asked, context) {
    const { framework, version, found } = cause;
    const { architecture, dotnetRoot } = context;
    const none = found.length === 0;
    const why = none
        ? `the ${architecture} dotnet at ${dotnetRoot} has no version of it`
        : `none of the versions that the ${architecture} dotnet at ${dotnetRoot} has will do`;
    const there = none ? 'no version of it is installed there' : `installed there: ${found.map((entry) => entry.version).join(', ')}`;
    return {
        message: `${asked} needs ${framework} ${version}, and ${why}.`,
        evidence: [`${dotnetRoot}\\shared\\${framework}: ${there}.`],
        remedies: [install(framework, version, architecture), settleFor(cause, context)],
    };
}
/** A framework for which the host finds no folder: it is not there, too old or too new, switched off, not whole, or no version is asked for. */
function framework_missing_frameworkMissing(cause, context) {
    const { framework, version, noVersion: unreadable, passedOver, policy, requestedBy } = cause;
    const asked = requestedBy === undefined ? 'The application' : `${requestedBy.name} ${requestedBy.version}`;
    const file = fileBeside(context.dll, '.runtimeconfig.json');
    const place = frameworkPlace(context.artifact, file, requestedBy?.name ?? framework);
    if (unreadable === true)
        return { rule: 'shared-framework-missing', ...noVersion(cause, asked, file), place };
    const answer = passedOver === undefined
        ? notInstalled(cause, asked, context)
        : passedOver.why === 'disabled'
            ? disabled(cause, passedOver.version, asked, context.architecture)
            : leftOver(cause, passedOver.version, asked, context);
    const evidence = [`${file} leads to ${framework} ${version}.`, ...answer.evidence, `Roll-forward: ${policy}`];
    return { rule: 'shared-framework-missing', ...answer, evidence, place };
}

;// CONCATENATED MODULE: ./build/ancm/host-refusal.js



function hostpolicyMissing(cause, context) {
    if (cause.hostTooOld === true) {
        return {
            rule: 'shared-framework-missing',
            message: `The application is for .NET Core 3.0 or later, and the ${context.architecture} dotnet at ${context.dotnetRoot} has only 2.x.`,
            evidence: [cause.because],
            remedies: [
                {
                    side: 'server',
                    text: `Install the ASP.NET Core Hosting Bundle of the version the application targets, with its ${context.architecture} runtime, then restart IIS.`,
                    snippet: 'net stop was /y\nnet start w3svc',
                },
                {
                    side: 'app',
                    text: 'Publish self-contained, so that the server needs no runtime.',
                    snippet: `dotnet publish -c Release -r win-${context.architecture} --self-contained`,
                },
            ],
            place: { in: 'artifact', file: fileBeside(context.dll, '.runtimeconfig.json') },
        };
    }
    return {
        rule: 'self-contained-mismatch',
        message: `The .NET host takes the application for self-contained, but hostpolicy.dll is not in ${cause.directory === '' ? 'the artifact' : cause.directory}.`,
        evidence: [cause.because, `The host looked for hostpolicy.dll in '${cause.directory}'.`],
        remedies: [
            {
                side: 'app',
                text: 'Publish in one step with the same settings: either self-contained with all its files, or framework-dependent.',
                snippet: `dotnet publish -c Release -r win-${context.architecture} --self-contained false`,
            },
            { side: 'app', text: 'Do not mix a build with one setting and a publish --no-build with another; deploy into an empty folder.' },
        ],
        place: { in: 'artifact', file: fileBeside(context.dll, '.runtimeconfig.json') },
    };
}
function invalidJson(rule, cause, file) {
    const at = cause.line === undefined ? '' : ` at line ${cause.line}${cause.column === undefined ? '' : `, column ${cause.column}`}`;
    return {
        rule,
        message: `The .NET host cannot read ${file}: ${cause.problem}${at}.`,
        evidence: [`${file}${at}: ${cause.problem}.`],
        remedies: [{ side: 'app', text: 'Publish again; if a deployment step edits this file, correct that step.' }],
        place: {
            in: 'artifact',
            file,
            ...(cause.line === undefined ? {} : { line: cause.line }),
            ...(cause.column === undefined ? {} : { column: cause.column }),
        },
    };
}
function asset(rule, cause, what, context) {
    const file = fileBeside(context.dll, '.deps.json');
    return {
        rule,
        message: `${cause.deps} promises ${cause.asset} of ${cause.package} ${cause.version}, ${what}.`,
        evidence: [`${file}: package ${cause.package} ${cause.version}, path ${cause.asset}.`],
        remedies: [{ side: 'app', text: 'Publish again and deploy the whole output into an empty folder.' }],
        place: { in: 'artifact', file },
    };
}
/** What a refusal means to people. The host's own words are in `refusal.text`. */
function refusalFinding(refusal, context) {
    const { cause } = refusal;
    const runtimeConfig = fileBeside(context.dll, '.runtimeconfig.json');
    const again = { side: 'app', text: 'Publish again and deploy the whole output into an empty folder.' };
    switch (cause.kind) {
        case 'framework-missing':
            return framework_missing_frameworkMissing(cause, context);
        case 'framework-conflict':
            return frameworkConflict(cause, context);
        case 'runtimeconfig-invalid':
            return invalidJson('runtimeconfig-invalid', cause, runtimeConfig);
        case 'runtimeconfig-missing':
            return {
                rule: 'runtimeconfig-invalid',
                message: `${runtimeConfig} is missing.`,
                evidence: [`${runtimeConfig} is not in the artifact.`],
                remedies: [again],
            };
        case 'hostpolicy-missing':
            return hostpolicyMissing(cause, context);
        case 'hostpolicy-unloadable':
            return {
                rule: 'hostpolicy-not-loadable',
                message: `The .NET host cannot load hostpolicy.dll into an ${context.architecture} process: ${cause.why}.`,
                evidence: [`${cause.path}: ${cause.why}.`],
                remedies: [again],
                place: { in: 'artifact', file: fileBeside(context.dll, '').replace(/[^\\]*$/, 'hostpolicy.dll') },
            };
        case 'deps-invalid':
            return invalidJson('deps-json-invalid', cause, fileBeside(context.dll, '.deps.json'));
        case 'deps-asset-missing':
            return asset('deps-asset-missing', cause, 'and that file is not there', context);
        case 'deps-asset-conflict':
            return asset('host-start-refused', cause, 'and a file of the same name with another extension is there already', context);
        case 'coreclr-missing':
            return {
                rule: 'coreclr-missing',
                message: 'coreclr.dll, the runtime itself, is not where the .NET host looks for it.',
                evidence: ['coreclr.dll is not in the artifact.'],
                remedies: [again],
            };
        case 'duplicate-property':
            return {
                rule: 'host-start-refused',
                message: `${runtimeConfig} sets ${cause.property}, a property that only the .NET host may set.`,
                evidence: [`configProperties: ${cause.property}.`],
                remedies: [{ side: 'app', text: `Take ${cause.property} out of configProperties (runtimeconfig.template.json or the project).` }],
                place: { in: 'artifact', file: runtimeConfig },
            };
        case 'environment-invalid':
            return {
                rule: 'host-environment-invalid',
                message: `The environment variable ${cause.variable} has the value "${cause.value}", which the .NET host refuses.`,
                evidence: [`${cause.variable}=${cause.value}`],
                remedies: [{ side: 'server', text: `Correct or remove ${cause.variable} on the machine or the pool.` }],
            };
        case 'crash':
            return {
                rule: 'host-start-refused',
                message: `The .NET host crashes on this application: ${cause.problem}.`,
                evidence: [cause.problem],
                remedies: [again],
            };
    }
}

;// CONCATENATED MODULE: ./build/ancm/host-variables.js
/** Variables that a block knows, for the names the .NET host reads, and the facts that would tell about the others. */
function hostVariables(names, block) {
    const known = new Map();
    const missing = new Set();
    let complete = true;
    for (const name of names) {
        const lookup = block(name);
        if (!lookup.known) {
            complete = false;
            for (const fact of lookup.missingFacts)
                missing.add(fact);
        }
        else if (lookup.value !== undefined)
            known.set(name.toUpperCase(), lookup.value);
    }
    return { known, complete, missingFacts: [...missing] };
}

;// CONCATENATED MODULE: ./build/ancm/second-initialization.js










/** Event 1007 with the host's return code, from 5.0 on with what the host wrote; then the one about the thread that ended over it. */
function initializationEvents({ module, facts, requestHandler }, code, text) {
    const major = handlerMajor(requestHandler.version);
    const logs = major >= 5 ? `, Error logs: ${text}` : '';
    const what = `Error occurred when initializing in-process application, Return code: 0x${code.toString(16)}${logs}`;
    return [coreClrFailedEvent(module, facts, major, what), workerThreadExitedEvent(module, facts, major)];
}
/** What the host writes when it looks for hostpolicy.dll in the dotnet root, as it does for an executable that it did not find beside. */
function searchedInDotnetRoot(start) {
    const { facts, applicationDll, dotnetRoot, hostfxr, workerArchitecture } = start;
    const host = startHost(hostStartRequest({
        facts,
        mode: 'apphost',
        dll: applicationDll,
        dotnetRoot,
        hostfxrVersion: hostfxr.version,
        architecture: workerArchitecture,
        environment: new Map(),
    }));
    return host.outcome === 'refused' ? host.refusal.text : '';
}
/**
 * The directory query of the shim finds hostpolicy beside the application, but `hostfxr_initialize_for_dotnet_command_line` looks for it
 * in the dotnet root: a self-contained application started through dotnet stops here (dotnet/aspnetcore#25541, dotnet/runtime#56968).
 */
function selfContainedThroughDotnet(start) {
    const { facts, aspNetCore, entry, host, requestHandler, applicationDll } = start;
    if (entry.kind === 'self-contained' || !host.selfContained || handlerMajor(requestHandler.version) < 3)
        return undefined;
    const exe = applicationDll.replace(/\.[^.\\]*$/, '.exe');
    const failure = handlerFailure(aspNetCore, requestHandler.version, {
        rule: 'self-contained-started-by-dotnet',
        status: '500.30',
        // Two sources disagree on where this shows: as 500.30 here, or as 500.31 one step earlier.
        certainty: 'likely',
        events: initializationEvents(start, hostErrorCodes.CoreHostLibMissingFailure, searchedInDotnetRoot(start)),
        message: 'The application is self-contained, but web.config starts it through dotnet; in-process that fails.',
        evidence: [
            `web.config: processPath="${aspNetCore.processPath}" arguments="${aspNetCore.arguments}".`,
            `${applicationDll.replace(/\.[^.\\]*$/, '.runtimeconfig.json')} names no shared framework: the application brings its own.`,
        ],
        remedies: [
            {
                side: 'app',
                text: 'Start the exe of the application.',
                snippet: `<aspNetCore processPath=".\\${exe}" hostingModel="inprocess" />`,
            },
            { side: 'app', text: 'Publish framework-dependent.', snippet: 'dotnet publish -c Release --self-contained false' },
        ],
        place: attributePlace(facts, aspNetCore, 'processPath'),
    });
    return { outcome: 'failed', failure };
}
/** web.config variables are on the process by now, and the host reads them a second time; they can break what was settled before. */
function brokenByWebConfigVariables(start) {
    const { facts, aspNetCore, entry, requestHandler, applicationDll, dotnetRoot, hostfxr, workerArchitecture, workerEnvironment } = start;
    const relevant = aspNetCore.environmentVariables.filter(({ name }) => hostEnvironmentVariables.some((known) => known.toLowerCase() === name.toLowerCase()));
    const [first] = relevant;
    if (first === undefined || entry.kind === 'self-contained' || handlerMajor(requestHandler.version) < 3)
        return undefined;
    const environment = hostVariables(hostEnvironmentVariables, applicationEnvironment(aspNetCore, workerEnvironment, handlerVersion(requestHandler.version)));
    if (!environment.complete) {
        const because = `web.config sets ${first.name}, which the host reads a second time, to a value that is not known.`;
        return { outcome: 'unknown', because, missingFacts: environment.missingFacts };
    }
    const request = {
        facts,
        mode: 'muxer',
        dll: applicationDll,
        dotnetRoot,
        hostfxrVersion: hostfxr.version,
        architecture: workerArchitecture,
        environment: environment.known,
    };
    const host = startHost(hostStartRequest(request));
    if (host.outcome === 'ready')
        return undefined;
    if (host.outcome === 'unknown')
        return { outcome: 'unknown', because: host.because, missingFacts: host.missingFacts };
    const finding = refusalFinding(host.refusal, {
        dll: applicationDll,
        architecture: workerArchitecture,
        dotnetRoot: dotnetRoot.root,
        artifact: facts.artifact,
    });
    const failure = handlerFailure(aspNetCore, requestHandler.version, {
        ...finding,
        status: '500.30',
        events: initializationEvents(start, hostErrorCodes[host.refusal.error], host.refusal.text),
        evidence: [
            ...finding.evidence,
            `web.config line ${first.line} sets ${relevant.map(({ name }) => name).join(', ')}; without it the host resolves the application.`,
        ],
        remedies: [{ side: 'app', text: `Take ${relevant.map(({ name }) => name).join(', ')} out of web.config.` }, ...finding.remedies],
        place: webConfigPlace(facts, first),
    });
    return { outcome: 'failed', failure };
}
/** The host is initialized a second time inside the handler; 500.30 when it refuses now. */
function secondInitialization(start) {
    return selfContainedThroughDotnet(start) ?? brokenByWebConfigVariables(start);
}

;// CONCATENATED MODULE: ./build/ancm/application-start-stage.js












/** The handler waits startupTimeLimit seconds; 0 is legal and means not at all. */
function timeLimitZero({ facts, module, aspNetCore, requestHandler }) {
    if (aspNetCore.startupTimeLimit !== 0)
        return undefined;
    const { version } = requestHandler;
    const failure = handlerFailure(aspNetCore, version, {
        rule: 'startup-time-limit-zero',
        status: '500.37',
        events: [coreClrFailedEvent(module, facts, handlerMajor(version), "Managed server didn't initialize after 0 ms.")],
        message: 'startupTimeLimit is 0, which gives the application no time at all to start; it does not mean "no limit".',
        evidence: ['web.config: startupTimeLimit="0".'],
        remedies: [
            {
                side: 'app',
                text: 'Remove the attribute (the default is 120 seconds) or give a number up to 3600.',
                snippet: 'startupTimeLimit="120"',
            },
        ],
        place: attributePlace(facts, aspNetCore, 'startupTimeLimit'),
    });
    return { outcome: 'failed', failure };
}
/** The 2.2 handler puts the variables of web.config into a table that refuses the same name twice (aspnet/IISIntegration). */
function duplicateVariableFor22({ facts, module, aspNetCore, requestHandler }) {
    const { version } = requestHandler;
    const duplicate = duplicateVariable(aspNetCore);
    if (duplicate === undefined || handlerMajor(version) >= 3)
        return undefined;
    const failure = handlerFailure(aspNetCore, version, {
        rule: 'environment-variable-duplicate',
        status: '500.30',
        events: [coreClrFailedEvent(module, facts, 2, '')],
        message: `web.config defines the environment variable ${duplicate.name} twice, and the handler of ASP.NET Core 2.2 refuses that.`,
        evidence: [
            `web.config line ${duplicate.line}: ${duplicate.name} again (names ignore case).`,
            `The handler in use is ${version ?? '2.2'}.`,
        ],
        remedies: [{ side: 'app', text: 'Define it once.' }],
        place: webConfigPlace(facts, duplicate),
    });
    return { outcome: 'failed', failure };
}
/** What ends the managed part of the start: an unhandled exception in the worker process. */
function managedStart({ facts, module, aspNetCore, requestHandler, applicationDll, workerEnvironment, }) {
    const { version } = requestHandler;
    const major = handlerMajor(version);
    const environment = applicationEnvironment(aspNetCore, workerEnvironment, handlerVersion(version));
    const runtimeConfig = besideDll(facts, applicationDll, '.runtimeconfig.json');
    const problem = managedStartProblem(facts, environment, { major, ...(runtimeConfig === undefined ? {} : { runtimeConfig }) });
    if (problem === undefined)
        return undefined;
    if (problem.kind === 'unknown')
        return { outcome: 'unknown', because: problem.because, missingFacts: problem.missingFacts };
    const events = [managedExceptionEvent(module, facts, major, problem.exception), workerThreadExitedEvent(module, facts, major)];
    return { outcome: 'failed', failure: handlerFailure(aspNetCore, version, { ...problem, status: '500.30', events }) };
}
/** In the order in which they would show. */
const checks = [
    timeLimitZero,
    duplicateVariableFor22,
    secondInitialization,
    runtimeStart,
    entryAssembly,
    managedStart,
    serverStart,
    iisIntegration,
];
/**
 * The in-process handler brings the application up: 500.30 or 500.37. Only what the files can tell is checked; what the application's own
 * code does is not.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/InProcessRequestHandler/inprocessapplication.cpp `LoadManagedApplication`.
 */
const applicationStartStage = defineStage({
    name: 'application-start',
    checks: 'the entry assembly, the second host initialization, the runtime, the time limit and the settings files',
    needs: [
        'module',
        'aspNetCore',
        'entry',
        'host',
        'hostfxr',
        'dotnetRoot',
        'requestHandler',
        'applicationDll',
        'workerArchitecture',
        'workerEnvironment',
    ],
    perform: (facts, needs) => {
        const start = { facts, ...needs };
        const findings = missingAssetsFinding(facts, needs.applicationDll, needs.host);
        for (const check of checks) {
            const outcome = check(start);
            if (outcome !== undefined)
                return outcome.outcome === 'not-applicable' ? outcome : { ...outcome, findings };
        }
        return {
            outcome: 'passed',
            because: 'Nothing in the files keeps the application from starting; its own code is not checked.',
            findings,
        };
    },
});

;// CONCATENATED MODULE: ./build/ancm/section-failure.js



/**
 * The module reads its section and refuses it: 500.0 with a blank body and event 1034; 502.3 from V1.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/ShimOptions.cpp, …/CommonLib/WebConfigConfigurationSource.cpp;
 * tests: …/IIS/test/Common.LongTests/StartupTests.cs `ReportsWebConfigAuthoringErrors`.
 */
function sectionFailure(facts, module, problem) {
    const v1 = module.module === 'AspNetCoreModule';
    return {
        rule: problem.rule,
        severity: 'error',
        certainty: problem.certainty ?? 'certain',
        status: v1 ? '502.3' : '500.0',
        hresult: v1 ? (problem.v1Hresult ?? startup_failure/* hresults */.j.ERROR_INVALID_DATA) : startup_failure/* hresults */.j.E_FAIL,
        ...(v1 ? {} : { event: configurationEvent(module, problem.eventText) }),
        message: problem.message,
        evidence: [
            ...problem.evidence,
            'The module sends no error page of its own here: the browser shows a blank or generic page, the event log has the cause.',
        ],
        remedies: [{ side: 'app', text: problem.remedy, ...(problem.snippet === undefined ? {} : { snippet: problem.snippet }) }],
        place: webConfigPlace(facts, problem.position),
    };
}

;// CONCATENATED MODULE: ./build/ancm/shutdown-delay.js


const shutdown_delay_variable = 'ANCM_shutdownDelay';
/** `std::stoi`: leading blanks, a sign, digits, anything after them; `undefined` when it throws. */
function parseMilliseconds(text) {
    const match = /^\s*([+-]?\d+)/.exec(text);
    if (match?.[1] === undefined)
        return undefined;
    const value = Number(match[1]);
    return Math.abs(value) > 0x7fffffff ? undefined : value;
}
/**
 * The shim of 9.0 and later reads shutdownDelay while it loads its configuration: a negative number and a text that is no number
 * are fatal, the second with an empty message. Older shims do not look at it.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/ShimOptions.cpp `SetShutdownDelay`.
 */
function invalidShutdownDelay(facts, module, section, workerEnvironment) {
    if (module.module === 'AspNetCoreModule' || module.major < 9)
        return undefined;
    const setting = handlerSetting(section, 'shutdownDelay');
    let value = setting?.value ?? '';
    let from = `the handler setting shutdownDelay="${value}"`;
    if (value === '') {
        const process = workerEnvironment(shutdown_delay_variable);
        if (!process.known)
            return undefined;
        value = process.value ?? environmentVariable(section, shutdown_delay_variable)?.value ?? '';
        from = `the environment variable ${shutdown_delay_variable}=${value}`;
    }
    const milliseconds = value === '' ? 0 : parseMilliseconds(value);
    if (milliseconds !== undefined && milliseconds >= 0)
        return undefined;
    return {
        outcome: 'failed',
        failure: sectionFailure(facts, module, {
            rule: 'shutdown-delay-invalid',
            message: `shutdownDelay is "${value}", which the module cannot use as a number of milliseconds.`,
            evidence: [`${from}; a module from 9.0 on wants a whole number that is not negative.`],
            remedy: 'Write a number of milliseconds, or take the setting out (the default is 1000).',
            snippet: '<handlerSetting name="shutdownDelay" value="1000" />',
            eventText: milliseconds === undefined ? '' : `'shutdownDelay' in web.config or '${shutdown_delay_variable}' environment variable is less than 0.`,
            position: setting ?? environmentVariable(section, shutdown_delay_variable) ?? section,
        }),
        workedOut: { aspNetCore: section },
    };
}

;// CONCATENATED MODULE: ./build/ancm/aspnetcore-section-stage.js











function schemaProblem(violation, others) {
    return {
        rule: 'aspnetcore-section-invalid',
        message: `The module cannot read the aspNetCore section of web.config: ${violation.problem}.`,
        evidence: [
            `web.config line ${violation.line}, column ${violation.column}: ${violation.problem}; expected ${violation.expected}.`,
            ...(others > 0 ? [`${others} more violation${others === 1 ? '' : 's'} in the same section.`] : []),
        ],
        remedy: `Correct line ${violation.line} of web.config: expected ${violation.expected}.`,
        eventText: sectionUnreadableText,
        position: violation,
    };
}
function requiredAttribute(element, name, snippet) {
    const position = element.attributes.find((attribute) => attribute.name === name) ?? element;
    return {
        rule: 'required-attribute-empty',
        message: `The attribute ${name} of the aspNetCore element is empty or missing, and the module requires it.`,
        evidence: [`web.config line ${position.line}: ${name} has no value.`],
        remedy: `Give ${name} a value.`,
        snippet,
        eventText: `Attribute '${name}' is required.`,
        position,
    };
}
/** V1 gives the same name twice to a collection that refuses it (aspnet/IISIntegration#791, dotnet/aspnetcore#2822). */
function duplicateForV1(section) {
    const duplicate = duplicateVariable(section);
    if (duplicate === undefined)
        return undefined;
    return {
        rule: 'environment-variable-duplicate',
        message: `web.config defines the environment variable ${duplicate.name} twice, and version 1 of the module refuses that.`,
        evidence: [`web.config line ${duplicate.line}: ${duplicate.name} again (names ignore case).`],
        remedy: 'Define it once.',
        eventText: '',
        position: duplicate,
        v1Hresult: startup_failure/* hresults */.j.ERROR_ALREADY_EXISTS,
    };
}
/**
 * Names that the schema of an early version 1 does not have: hostingModel came with 2.1.0, handlerSettings with 2.1.2.
 * Source: aspnet/AspNetCoreModule:src/AspNetCore/aspnetcore_schema.xml.
 */
function unknownToV1(element, { major, minor, patch }) {
    const before = (otherMinor, otherPatch) => major < 2 || minor < otherMinor || (minor === otherMinor && (patch ?? otherPatch) < otherPatch);
    const attribute = before(1, 0) ? element.attributes.find(({ name }) => name === 'hostingModel') : undefined;
    const expected = `a web.config for ASP.NET Core ${major}.${minor}`;
    if (attribute !== undefined)
        return { ...attribute, problem: `the attribute ${attribute.name} is unknown to this version 1`, expected };
    const child = before(1, 2) ? element.children.find(({ name }) => name === 'handlerSettings') : undefined;
    return child && { ...child, problem: `the element ${child.name} is unknown to this version 1`, expected };
}
function unknownHostingModel(value, position) {
    return {
        rule: 'hosting-model-unknown',
        message: `hostingModel="${value}" is not a hosting model; blanks around the word count.`,
        evidence: [`web.config line ${position.line}: hostingModel="${value}"; the module knows inprocess and outofprocess, in any case.`],
        remedy: 'Write hostingModel="inprocess" or hostingModel="outofprocess".',
        snippet: '<aspNetCore processPath="dotnet" arguments=".\\App.dll" hostingModel="inprocess" />',
        eventText: `Unknown hosting model '${value}'. Please specify either hostingModel="inprocess" or hostingModel="outofprocess" in the web.config file.`,
        position,
    };
}
/** The first thing the module would refuse, in the order of the ShimOptions constructor. */
function firstProblem(element, violations, module) {
    const [violation] = violations;
    if (violation !== undefined)
        return schemaProblem(violation, violations.length - 1);
    const section = readAspNetCoreSection(element);
    const model = section.hostingModel;
    // Version 1 checks no value (aspnet/AspNetCoreModule:src/AspNetCore/Src/aspnetcoreconfig.cxx).
    if (module.module === 'AspNetCoreModule') {
        const unknown = unknownToV1(element, module);
        return unknown === undefined ? duplicateForV1(section) : schemaProblem(unknown, 0);
    }
    if (model !== undefined && !/^(?:inprocess|outofprocess)?$/i.test(model) && (0,deploy_time_token/* deployTimeToken */.k)(model) === undefined) {
        return unknownHostingModel(model, section.attributePositions.get('hostingModel') ?? element);
    }
    if (section.processPath === '')
        return requiredAttribute(element, 'processPath', 'processPath="dotnet" arguments=".\\App.dll"');
    if (section.stdoutLogFile === '')
        return requiredAttribute(element, 'stdoutLogFile', 'stdoutLogFile=".\\logs\\stdout"');
    return undefined;
}
/** Whether a section could come from above web.config: from an application that hands its settings down, or from applicationHost.config. */
function inheritedSection({ target }) {
    const { parents, current } = target;
    const handedDown = parents?.some(({ inheritInChildApplications }) => inheritInChildApplications === true) ?? false;
    if (handedDown || current?.locationSection === true)
        return 'yes';
    return parents?.every(({ inheritInChildApplications }) => inheritInChildApplications === false) === true ? 'no' : 'perhaps';
}
/** web.config has no aspNetCore element: the module finds no processPath, unless the section comes from above. */
function withoutElement(facts, module) {
    if (facts.artifact.transformExpected === true)
        return laterTransformed('no aspNetCore section');
    const inherited = inheritedSection(facts);
    if (inherited === 'yes') {
        const because = 'web.config has no aspNetCore section; the application has the one from above it, which is not described.';
        return { outcome: 'unknown', because, missingFacts: [] };
    }
    const problem = requiredAttribute(emptyElement, 'processPath', 'processPath="dotnet" arguments=".\\App.dll"');
    const failure = sectionFailure(facts, module, {
        ...problem,
        message: 'web.config has no aspNetCore section, so the module does not know what to start.',
        evidence: ['web.config: a handler leads to the module, and there is no <aspNetCore> beside it.'],
        remedy: 'Add the section the Web SDK writes to <system.webServer>.',
        snippet: '<aspNetCore processPath="dotnet" arguments=".\\App.dll" hostingModel="inprocess" />',
        certainty: inherited === 'no' ? 'certain' : 'likely',
    });
    return { outcome: 'failed', failure, workedOut: { aspNetCore: readAspNetCoreSection(emptyElement) } };
}
const emptyElement = { name: 'aspNetCore', line: 1, column: 1, attributes: [], children: [] };
const aspNetCoreSectionStage = defineStage({
    name: 'aspnetcore-section',
    checks: 'the aspNetCore section of web.config against its schema',
    needs: ['module', 'workerEnvironment'],
    perform: (facts, { module, workerEnvironment }) => {
        const element = findAspNetCoreElement(facts.artifact.webConfig);
        if (element === undefined)
            return withoutElement(facts, module);
        if (isContentElsewhere(element))
            return {
                outcome: 'unknown',
                because: 'The aspNetCore section stands in another file, which was not read, or is encrypted.',
                missingFacts: [],
            };
        const all = schemaViolations(element);
        const transform = facts.artifact.transformExpected === true ? transformedLater(element, all) : undefined;
        if (transform !== undefined)
            return transform;
        const violations = all.filter(({ problem }) => (0,deploy_time_token/* deployTimeToken */.k)(problem) === undefined);
        const problem = firstProblem(element, violations, module);
        const section = readAspNetCoreSection(element);
        if (problem !== undefined)
            return { outcome: 'failed', failure: sectionFailure(facts, module, problem), workedOut: { aspNetCore: section } };
        if (all.length > 0)
            return waitsForToken((0,deploy_time_token/* deployTimeToken */.k)(all[0]?.problem ?? '') ?? '');
        const token = [section.processPath, section.arguments, section.hostingModel ?? '']
            .map(deploy_time_token/* deployTimeToken */.k)
            .find((text) => text !== undefined);
        if (token !== undefined)
            return waitsForToken(token);
        const delay = invalidShutdownDelay(facts, module, section, workerEnvironment);
        if (delay !== undefined)
            return delay;
        return { outcome: 'passed', because: 'The aspNetCore section obeys its schema.', workedOut: { aspNetCore: section } };
    },
});
/** What the transformation of a publish replaces: its own attributes, and the launcher's placeholders. */
function transformedLater(element, violations) {
    const { processPath, arguments: given } = readAspNetCoreSection(element);
    const written = [...violations.map(({ problem }) => problem), processPath, given].find((text) => /xdt:|%LAUNCHER_(?:PATH|ARGS)%/i.test(text));
    return written === undefined ? undefined : laterTransformed(written);
}
function laterTransformed(now) {
    return { outcome: 'unknown', because: `web.config is transformed later, as the user says; now it has ${now}.`, missingFacts: [] };
}
function waitsForToken(token) {
    return {
        outcome: 'unknown',
        because: `web.config still holds the placeholder ${token}, which a deployment step replaces later; what it becomes is not known.`,
        missingFacts: [],
    };
}

;// CONCATENATED MODULE: ./build/model/architecture.js
/** Processor architectures of a worker process, a dotnet root or an executable image, spelled as .NET spells them in a RID. */
const architecture_architectures = ['x64', 'x86', 'arm64'];
/** Whether the machine of an image is one of them. */
function isArchitecture(machine) {
    return architecture_architectures.some((architecture) => architecture === machine);
}

;// CONCATENATED MODULE: ./build/ancm/apphost-texts.js
/** No dotnet root was found. `exe`: its full path. */
function runtimeNotFoundText({ apphostMajor }, exe, architecture) {
    if ((apphostMajor ?? 10) < 6) {
        return [
            'A fatal error occurred. The required library hostfxr.dll could not be found.',
            `If this is a self-contained application, that library should exist in [${exe.replace(/[^\\]*$/, '')}].`,
        ].join('\n');
    }
    return [
        'You must install .NET to run this application.',
        '',
        `App: ${exe}`,
        `Architecture: ${architecture}`,
        '.NET location: Not found',
    ].join('\n');
}
/** The dotnet root has no usable hostfxr. `version`: of the highest folder, which lacks the dll; absent: there is no version folder. */
function hostfxrMissingText({ apphostMajor }, root, version) {
    const folder = `${root}\\host\\fxr`;
    const [error, fatal] = (apphostMajor ?? 10) < 8 ? ['A fatal error occurred, the folder ', 'A fatal error occurred, the'] : ['Error: ', 'Error: the'];
    return version === undefined
        ? `${error}[${folder}] does not contain any version-numbered child folders`
        : `${fatal} required library hostfxr.dll could not be found in [${folder}\\${version}]`;
}
/** hostfxr.dll is there and of another architecture. */
function hostfxrNotLoadableText(text, file) {
    return `${(text?.apphostMajor ?? 10) < 10 ? 'Failed to load the dll from' : 'Failed to load'} [${file}], HRESULT: 0x800700C1`;
}

;// CONCATENATED MODULE: ./build/ancm/dotnet-root-in-artifact.js




/** Version folders directly below `start`, spelled as in the artifact; complete when `file` lies in them. */
function versionFolders(paths, start, file) {
    const below = paths
        .map((path) => path.split('\\'))
        .filter((parts) => start.every((part, index) => parts[index]?.toLowerCase() === part.toLowerCase()));
    const versions = new Set(below.filter(({ length }) => length > start.length + 1).map((parts) => parts[start.length] ?? ''));
    const has = (version) => below.some((parts) => parts[start.length] === version && parts[start.length + 1]?.toLowerCase() === file.toLowerCase());
    return [...versions].map((version) => ({ version, complete: has(version) }));
}
/** Of the hostfxr.dll in the highest version folder, which is the one that is loaded, else of dotnet.exe. */
function architectureOf({ artifact }, folder, hostfxr) {
    const loaded = `host\\fxr\\${highestFxVersion(hostfxr)?.version ?? ''}\\hostfxr.dll`;
    for (const file of [loaded, 'dotnet.exe']) {
        const image = artifact.images.get((0,paths/* pathKey */.Pn)(`${folder}\\${file}`));
        if (image?.format === 'pe' && isArchitecture(image.machine))
            return image.machine;
    }
    return undefined;
}
/**
 * A private dotnet root that is part of the artifact: what it holds is read off the file list.
 * `folder` is relative to the application root, `''` for the root itself.
 */
function dotnetRootInArtifact(facts, folder) {
    const prefix = folder === '' ? '' : `${folder}\\`.toLowerCase();
    const paths = [...facts.artifact.files.values()]
        .map(({ path }) => path)
        .filter((path) => path.toLowerCase().startsWith(prefix))
        .map((path) => path.slice(prefix.length));
    const hostfxr = versionFolders(paths, ['host', 'fxr'], 'hostfxr.dll');
    const architecture = architectureOf(facts, folder, hostfxr);
    const names = new Set(paths.filter((path) => /^shared\\[^\\]+\\/i.test(path)).map((path) => path.split('\\')[1] ?? ''));
    return {
        root: folder === '' ? applicationFolder(facts) : `${applicationFolder(facts)}\\${folder}`,
        ...(architecture === undefined ? {} : { architecture }),
        hostfxr,
        frameworks: new Map([...names].map((name) => [name, versionFolders(paths, ['shared', name], `${name}.deps.json`)])),
    };
}

;// CONCATENATED MODULE: ./build/windows/path-search.js
/**
 * The folders of a PATH value in order. Quotes keep a `;` inside a folder and are dropped; empty entries are skipped;
 * a trailing separator is cut unless it makes the root of a drive.
 */
function pathFolders(path) {
    return pathEntries(path)
        .map((entry) => path_search_withoutTrailingSeparator(entry.trim()))
        .filter((entry) => entry !== '');
}
function pathEntries(path) {
    if (!path.includes('"'))
        return path.split(';');
    const entries = [];
    let entry = '';
    let quoted = false;
    for (const character of path) {
        if (character === '"')
            quoted = !quoted;
        else if (character === ';' && !quoted) {
            entries.push(entry);
            entry = '';
        }
        else
            entry += character;
    }
    return [...entries, entry];
}
function path_search_withoutTrailingSeparator(folder) {
    let end = folder.length;
    while (end > 1 && (folder[end - 1] === '\\' || folder[end - 1] === '/'))
        end--;
    const trimmed = folder.slice(0, end);
    return /^[a-z]:$/i.test(trimmed) && end < folder.length ? `${trimmed}\\` : trimmed;
}

;// CONCATENATED MODULE: ./build/ancm/dotnet-search.js


/** The dotnet root whose folder is `folder`. The manifest lists every root, so one that is not in it is not there. */
function rootAt(roots, folder) {
    return roots.find(({ root }) => (0,paths/* fullPathKey */.U8)(root) === (0,paths/* fullPathKey */.U8)(folder));
}
/** The build day (`YYDDD`) of `aspnetcorev2.dll`, the third part of its file version; `undefined` when nobody said. */
function buildDay(server) {
    const module = server?.aspNetCoreModule;
    const version = module?.installed === true ? module.version : undefined;
    const day = /^\d+\.\d+\.(\d{5})(?:\.|$)/.exec(version ?? '')?.[1];
    return day === undefined ? undefined : Number(day);
}
/**
 * How this shim tells whether a dotnet.exe that where.exe lists is one for its worker process. It changed twice in servicing of 8.0 and 9.0
 * (dotnet/aspnetcore#61894, May 2025; #63652, September 2025); the first builds afterwards may or may not have the change.
 */
function comparisons({ server, module }) {
    if (module.major >= 10)
        return ['machine'];
    if (module.major < 8)
        return ['GetBinaryType'];
    const day = buildDay(server);
    if (day === undefined)
        return ['GetBinaryType', 'PE32 or PE32+', 'machine'];
    if (day < 25139)
        return ['GetBinaryType'];
    if (day < 25199)
        return ['GetBinaryType', 'PE32 or PE32+'];
    if (day < 25260)
        return ['PE32 or PE32+'];
    return day < 25293 ? ['PE32 or PE32+', 'machine'] : ['machine'];
}
/**
 * GetBinaryType fails on an ARM64 file in an emulated x64 process. Up to the last change "64-bit" meant that the worker is AMD64, so that
 * a native ARM64 worker passed for a 32-bit one.
 */
function matches(comparison, architecture, worker) {
    switch (comparison) {
        case 'machine':
            return architecture === worker;
        case 'PE32 or PE32+':
            return (architecture !== 'x86') === (worker === 'x64');
        case 'GetBinaryType':
            return architecture === (worker === 'arm64' ? 'x86' : worker);
    }
}
/** Whether a dotnet.exe that where.exe lists is taken; `undefined` while it is not known how this shim compares. */
function matchesWorker(architecture, search) {
    const answers = new Set(comparisons(search).map((comparison) => matches(comparison, architecture, search.workerArchitecture)));
    const [answer] = answers;
    return answers.size === 1 ? answer : undefined;
}
/** A dotnet.exe that is among the files known to exist, in a folder that is not among the dotnet roots. */
function hasUndescribedDotnet({ server }, folder) {
    const exe = (0,paths/* fullPathKey */.U8)(`${folder}\\dotnet.exe`);
    return server?.existingFiles?.some((file) => (0,paths/* fullPathKey */.U8)(file) === exe) ?? false;
}
function onPath(search, roots, trail) {
    const path = search.workerEnvironment('PATH');
    if (!path.known)
        return { found: 'unknown', missingFacts: path.missingFacts };
    for (const folder of pathFolders(path.value ?? '')) {
        const root = rootAt(roots, folder);
        if (root === undefined && hasUndescribedDotnet(search, folder))
            return { found: 'unknown', missingFacts: ['dotnet'] };
        if (root === undefined)
            continue;
        if (root.architecture === undefined)
            return { found: 'unknown', missingFacts: ['dotnet[].architecture'] };
        const taken = matchesWorker(root.architecture, search);
        if (taken === undefined)
            return { found: 'unknown', missingFacts: [] };
        if (taken)
            return dotnet_search_found(root, 'first match on PATH', trail);
        trail.push(`PATH: ${root.root} is ${root.architecture} and is skipped`);
    }
    trail.push(`PATH: no dotnet.exe for an ${search.workerArchitecture} worker process`);
    return undefined;
}
/**
 * Whether it hangs on the registry, about which nobody said anything: Program Files, where installers register, has no dotnet for the
 * worker process, and another folder has.
 */
function registryDecides({ server, workerArchitecture }, roots, fallback) {
    if (server?.dotnetInstallLocations !== undefined || fallback.found === 'unknown')
        return false;
    const suits = ({ architecture }) => architecture === undefined || architecture === workerArchitecture;
    return !(fallback.found && suits(fallback.root)) && roots.some(suits);
}
function registered(search, roots, trail) {
    const { workerArchitecture } = search;
    const location = search.server?.dotnetInstallLocations?.[workerArchitecture];
    if (location === undefined)
        return undefined;
    const root = rootAt(roots, location);
    if (root !== undefined)
        return dotnet_search_found(root, `registered InstallLocation (${workerArchitecture})`, trail);
    trail.push(`registry: InstallLocation (${workerArchitecture}) is ${location}, where no dotnet.exe is`);
    return undefined;
}
function inProgramFiles(search, roots, trail) {
    const programFiles = search.workerEnvironment('ProgramFiles');
    if (!programFiles.known)
        return { found: 'unknown', missingFacts: programFiles.missingFacts };
    const folder = (0,paths/* joinPath */.uJ)(programFiles.value ?? 'C:\\Program Files', 'dotnet');
    const root = rootAt(roots, folder);
    if (root !== undefined)
        return dotnet_search_found(root, '%ProgramFiles%\\dotnet as this worker process sees it', trail);
    trail.push(`%ProgramFiles%: ${folder} has no dotnet.exe`);
    return undefined;
}
function dotnet_search_found(root, how, trail) {
    return { found: true, exe: `${root.root}\\dotnet.exe`, root, how, trail };
}
/**
 * From 3.0 on: the registered install location, then Program Files. Locations are registered in the 32-bit view of the registry; a native
 * ARM64 worker asks for the x86 one in its own view, where there is none.
 */
function behindPath(search, roots, trail) {
    const readsRegistry = search.module.major >= 3 && search.workerArchitecture !== 'arm64';
    const location = readsRegistry ? registered(search, roots, trail) : undefined;
    if (location !== undefined)
        return location;
    const fallback = inProgramFiles(search, roots, trail) ?? { found: false, trail };
    if (readsRegistry && registryDecides(search, roots, fallback))
        return { found: 'unknown', missingFacts: ['dotnetInstallLocations'] };
    return fallback;
}
/**
 * The module's search for dotnet.exe, after a path relative to the application was tried: a folder in the request settles it, then
 * where.exe, the registry, and Program Files.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/HostFxrResolver.cpp `GetAbsolutePathToDotnet`.
 */
function searchDotnet(request, search) {
    const roots = search.server?.dotnet;
    if (roots === undefined)
        return { found: 'unknown', missingFacts: ['dotnet'] };
    const trail = [];
    if ((0,paths/* fileName */.Md)(request) !== request) {
        const root = rootAt(roots, (0,paths/* parentPath */.yl)(request));
        if (root === undefined && hasUndescribedDotnet(search, (0,paths/* parentPath */.yl)(request)))
            return { found: 'unknown', missingFacts: ['dotnet'] };
        return root === undefined ? { found: false, trail: [`${request} is not there`] } : dotnet_search_found(root, 'named in processPath', trail);
    }
    return onPath(search, roots, trail) ?? behindPath(search, roots, trail);
}

;// CONCATENATED MODULE: ./build/ancm/outofprocess-failure.js




/** The command line as the handler writes it: quoted from 7.0 on. */
function commandLine(module, launch) {
    return module.major >= 7 ? `"${launch.processPath}" ${launch.arguments}` : `${launch.processPath} ${launch.arguments}`;
}
/** Version 1 has other codes for a process that ends or keeps silent (aspnet/AspNetCoreModule:src/AspNetCore/Src/serverprocess.cxx). */
function hresultOfV1(hresult) {
    if (hresult === startup_failure/* hresults */.j.PROCESS_EXITED)
        return startup_failure/* hresults */.j.E_FAIL;
    return hresult === startup_failure/* hresults */.j.PROCESS_START_TIMEOUT ? startup_failure/* hresults */.j.ERROR_TIMEOUT : hresult;
}
function stageOf(hresult) {
    if (hresult === startup_failure/* hresults */.j.ERROR_INVALID_PARAMETER)
        return 'SetupListenPort';
    return hresult === startup_failure/* hresults */.j.PROCESS_EXITED || hresult === startup_failure/* hresults */.j.PROCESS_START_TIMEOUT ? 'PostStartCheck' : 'CreateProcessW';
}
/** The handler reads what the child writes unless it goes to the log file, or the setting keeps it from redirecting the console. */
function isOutputCaught(section) {
    return !section.stdoutLogEnabled && !/^false$/i.test(handlerSetting(section, 'enableOutOfProcessConsoleRedirection')?.value ?? '');
}
/**
 * The child process did not come up: 502.5, or 502.3 when disableStartUpErrorPage keeps the handler from sending its page.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/OutOfProcessRequestHandler/{serverprocess,forwardinghandler}.cpp; aspnet/IISIntegration#283.
 */
function childFailure({ facts, module, section, launch }, cause) {
    const status = section.disableStartUpErrorPage ? '502.3' : '502.5';
    const v1 = module.module === 'AspNetCoreModule';
    const title = status === '502.3' ? 'Bad Gateway' : v1 ? 'Process Failure' : errorPageTitle('502.5', module.major, 'outofprocess');
    const hresult = v1 ? hresultOfV1(cause.hresult) : cause.hresult;
    const start = {
        commandLine: commandLine(module, launch),
        stage: stageOf(cause.hresult),
        hresult,
        ...(cause.port === undefined ? {} : { port: cause.port }),
        output: isOutputCaught(section) ? (cause.output ?? '') : '',
    };
    return {
        rule: cause.rule,
        severity: 'error',
        certainty: cause.certainty ?? 'certain',
        status,
        ...(title === undefined ? {} : { title }),
        hresult,
        event: v1 ? processStartFailedEventOfV1(module, facts, start) : processStartFailedEvent(module, facts, start),
        ...(v1 ? {} : { furtherEvents: processAttemptEvents(module, facts, start) }),
        message: cause.message,
        evidence: [
            ...cause.evidence,
            ...(section.disableStartUpErrorPage ? ['disableStartUpErrorPage is true, so the page is a plain 502.3 instead of 502.5.'] : []),
            ...(section.stdoutLogEnabled && cause.output !== undefined && cause.output !== ''
                ? ['stdoutLogEnabled is true, so what the process writes is in the log file and not in the event.']
                : []),
        ],
        remedies: cause.remedies,
        ...(cause.place === undefined ? {} : { place: cause.place }),
    };
}

;// CONCATENATED MODULE: ./build/ancm/child-dotnet-root.js










/** The major version the exe was made with: that of the framework its application asks for. */
function apphostMajor(runtimeConfig) {
    const version = frameworkReferences(runtimeConfig)[0]?.version;
    const major = Number.parseInt(version ?? '', 10);
    return Number.isNaN(major) ? {} : { apphostMajor: major };
}
/** A folder that is part of the artifact; `undefined` where the path leads elsewhere. */
function folderInArtifact(facts, path) {
    const resolved = resolveApplicationPath(facts, path);
    if (resolved.in !== 'application')
        return undefined;
    const prefix = `${resolved.key}\\`;
    const files = [...facts.artifact.files.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    return { key: resolved.key, files };
}
/** The manifest lists every dotnet root of the server, so a folder that exists without being one has to be in `existingFiles`. */
function folderOn(facts, roots) {
    return (path) => {
        if (rootAt(roots, path) !== undefined)
            return 'dotnet-root';
        const inside = folderInArtifact(facts, path);
        if (inside !== undefined && inside.files.length > 0)
            return inside.files.some((file) => file.startsWith('host\\fxr\\')) ? 'dotnet-root' : 'other';
        const existing = facts.server?.existingFiles;
        if (inside !== undefined)
            return 'absent';
        if (existing === undefined)
            return undefined;
        const key = (0,paths/* fullPathKey */.U8)(path);
        return existing.map(paths/* fullPathKey */.U8).some((file) => file === key || file.startsWith(`${key}\\`)) ? 'other' : 'absent';
    };
}
const installRemedy = (architecture) => ({
    side: 'server',
    text: `Install the ASP.NET Core Hosting Bundle; its ${architecture} runtime is what this exe needs. Then restart IIS.`,
    snippet: 'net stop was /y\nnet start w3svc',
});
function nothingFound(start, { exe, architecture, runtimeConfig }, searched) {
    return childFailure(start, {
        rule: 'dotnet-missing',
        hresult: startup_failure/* hresults */.j.PROCESS_EXITED,
        message: `${exe} needs an ${architecture} .NET runtime, and finds none on the server.`,
        evidence: searched.map((place) => `${exe} looked: ${place}.`),
        remedies: [
            installRemedy(architecture),
            {
                side: 'app',
                text: 'Publish self-contained, so that the server needs no runtime.',
                snippet: `dotnet publish -c Release -r win-${architecture} --self-contained`,
            },
        ],
        output: runtimeNotFoundText(apphostMajor(runtimeConfig), `${applicationFolder(start.facts)}\\${exe}`, architecture),
        place: { in: 'artifact', file: exe },
    });
}
function hostfxrMissing(start, { exe, runtimeConfig }, root, version) {
    const folder = `${root.root}\\host\\fxr`;
    return childFailure(start, {
        rule: 'hostfxr-missing',
        hresult: startup_failure/* hresults */.j.PROCESS_EXITED,
        message: `${exe} takes the runtime at ${root.root}, which has no usable hostfxr: only the highest version folder counts, and it must hold hostfxr.dll.`,
        evidence: [version === undefined ? `${folder} holds no version folder.` : `${folder}\\${version} is there without hostfxr.dll.`],
        remedies: [{ side: 'server', text: 'Repair or reinstall the ASP.NET Core Hosting Bundle.' }],
        output: hostfxrMissingText(apphostMajor(runtimeConfig), root.root, version),
    });
}
function otherArchitecture(start, { exe, architecture, runtimeConfig }, root, how) {
    return childFailure(start, {
        rule: 'hostfxr-not-loadable',
        hresult: startup_failure/* hresults */.j.PROCESS_EXITED,
        message: `${exe} is ${architecture}, and the runtime that ${how} leads to, ${root.root}, is ${root.architecture}.`,
        evidence: [`${root.root} is ${root.architecture}; it was found through ${how}.`],
        remedies: [
            { side: 'server', text: `Point ${how} at an ${architecture} runtime, or remove it.` },
            { side: 'app', text: `Publish for ${root.architecture}.`, snippet: `dotnet publish -c Release -r win-${root.architecture}` },
        ],
        output: hostfxrNotLoadableText(apphostMajor(runtimeConfig), `${root.root}\\host\\fxr\\…\\hostfxr.dll`),
    });
}
/** Nobody said what is registered, and a runtime that would do lies where only the registry leads. */
function mayBeRegistered({ facts: { server } }, architecture) {
    return (server?.dotnetInstallLocations === undefined &&
        (server?.dotnet ?? []).some((root) => root.architecture === undefined || root.architecture === architecture));
}
/** The runtime that an apphost without a hostfxr.dll beside it takes: variables of its own environment, the registry, Program Files. */
function globalDotnetRoot(start, apphost) {
    const { facts } = start;
    const { architecture, runtimeConfig } = apphost;
    const roots = facts.server?.dotnet;
    if (facts.server === undefined || roots === undefined)
        return { outcome: 'unknown', because: 'Nobody said which .NET runtimes the server has.', missingFacts: ['dotnet'] };
    const search = findDotnetRoot({
        architecture,
        ...apphostMajor(runtimeConfig),
        osArchitecture: facts.server.os?.architecture,
        environment: start.environment,
        installLocation: facts.server.dotnetInstallLocations?.[architecture],
        folder: folderOn(facts, roots),
    });
    if (search.found === 'unknown')
        return { outcome: 'unknown', because: search.because, missingFacts: search.missingFacts };
    if (!search.found && !search.atVariable && mayBeRegistered(start, architecture))
        return { outcome: 'unknown', because: 'Nobody said where .NET is registered.', missingFacts: ['dotnetInstallLocations'] };
    if (!search.found)
        return { outcome: 'failed', failure: nothingFound(start, apphost, search.searched) };
    return rootInUse(start, apphost, rootAt(roots, search.root) ?? rootInArtifact(facts, search.root), search.how);
}
function rootInArtifact(facts, path) {
    return dotnetRootInArtifact(facts, folderInArtifact(facts, path)?.key ?? '');
}
function rootInUse(start, apphost, root, how) {
    if (root.hostfxr === undefined)
        return { root, hostfxrVersion: undefined };
    const highest = highestFxVersion(root.hostfxr);
    if (highest?.complete !== true)
        return { outcome: 'failed', failure: hostfxrMissing(start, apphost, root, highest?.version) };
    if (root.architecture === undefined)
        return { outcome: 'unknown', because: `Nobody said for which architecture ${root.root} is.`, missingFacts: ['dotnet[].architecture'] };
    return root.architecture === apphost.architecture
        ? { root, hostfxrVersion: highest.version }
        : { outcome: 'failed', failure: otherArchitecture(start, apphost, root, how) };
}
/** A root that may have no hostfxr at all: a start that passes is not known to; one that fails fails either way. */
function unlessHostfxrMissing(root, outcome) {
    if (root.hostfxr !== undefined || outcome.outcome !== 'passed')
        return outcome;
    return {
        ...outcome,
        outcome: 'unknown',
        because: `Which hostfxr versions ${root.root} has is not known.`,
        missingFacts: ['dotnet[].hostfxr'],
    };
}

;// CONCATENATED MODULE: ./build/ancm/host-token.js

/** A placeholder in the files that the host reads: what it refuses today a deployment step may still change. */
function refusedOverToken({ runtimeConfig, deps }) {
    for (const bytes of [runtimeConfig, deps]) {
        const token = bytes === undefined ? undefined : (0,deploy_time_token/* deployTimeToken */.k)(new TextDecoder().decode(bytes));
        if (token !== undefined)
            return token;
    }
    return undefined;
}
function waitsForHostToken(token) {
    return {
        outcome: 'unknown',
        because: `runtimeconfig.json or deps.json holds the placeholder ${token}, which a deployment step replaces; the .NET host refuses them as they are.`,
        missingFacts: [],
    };
}

;// CONCATENATED MODULE: ./build/ancm/child-host.js














function wrongArchitecture(start, child) {
    const image = start.facts.artifact.images.get((0,paths/* pathKey */.Pn)(child.dll));
    const why = image === undefined ? undefined : whyAssemblyRefused(image, child.architecture);
    if (image === undefined || why === undefined)
        return undefined;
    const damaged = image.format !== 'pe' || image.clr === undefined;
    const failure = childFailure(start, {
        rule: damaged ? 'entry-assembly-unloadable' : 'entry-assembly-architecture',
        hresult: startup_failure/* hresults */.j.PROCESS_EXITED,
        message: damaged
            ? `${child.dll} cannot be loaded as an assembly: ${why}.`
            : `${child.dll} cannot be loaded into an ${child.architecture} process: ${why}.`,
        evidence: [`${child.dll}: ${why}.`, `The process that is started is ${child.architecture}.`],
        remedies: [{ side: 'app', text: 'Compile for AnyCPU, or for the architecture of the dotnet that is used.' }],
        output: `Unhandled exception. System.BadImageFormatException: Could not load file or assembly '${child.dll}'.`,
        place: { in: 'artifact', file: child.dll },
    });
    return { outcome: 'failed', failure };
}
function child_host_notLoadable(start, { file, why }, cause) {
    const failure = childFailure(start, {
        ...cause,
        rule: 'runtime-not-loadable',
        hresult: startup_failure/* hresults */.j.PROCESS_EXITED,
        evidence: [`${file}: ${why}.`],
        remedies: [{ side: 'app', text: 'Publish again and deploy the whole output into an empty folder.' }],
        place: { in: 'artifact', file },
    });
    return { outcome: 'failed', failure };
}
function runtimeProblem(start, { dll, architecture, bundle }, host) {
    const application = { dll, host, architecture };
    const problem = bundle === undefined ? unloadableRuntime(start.facts, application) : undefined;
    if (problem === undefined)
        return undefined;
    return child_host_notLoadable(start, problem, {
        message: `The ${architecture} process cannot load ${problem.file}, a part of the .NET runtime: ${problem.why}.`,
        output: runtimeFailureText(start.facts, application, problem),
    });
}
/** A builder without IIS integration does without that assembly, and the metadata is only a hint at which one is called. */
function serverProblem(start, { dll, architecture, bundle }, host) {
    const problem = bundle === undefined ? unloadableServer(start.facts, { dll, host, architecture }) : undefined;
    if (problem === undefined || bareBuilder(start.facts, dll, 'UseIIS') !== undefined)
        return undefined;
    return child_host_notLoadable(start, problem, {
        message: `The ${architecture} process cannot load ${problem.file}, which the default builders call out-of-process too: ${problem.why}.`,
        output: `Unhandled exception. ${assemblyRefusedText(problem)}`,
        certainty: 'likely',
    });
}
const majorOf = (host) => Number(host.frameworks.at(-1)?.version.split('.')[0] ?? host.hostpolicyVersion?.split('.')[0] ?? 10);
/** What ends the managed part of the child's start. */
function childManagedStart(start, runtime) {
    const problem = managedStartProblem(start.facts, start.environment, runtime);
    if (problem === undefined)
        return undefined;
    if (problem.kind === 'unknown')
        return { outcome: 'unknown', because: problem.because, missingFacts: problem.missingFacts };
    const failure = childFailure(start, {
        ...problem,
        hresult: startup_failure/* hresults */.j.PROCESS_EXITED,
        output: `Unhandled exception. ${problem.exception}`,
    });
    return { outcome: 'failed', failure };
}
/** The .NET host inside the child: frameworks with the child's own environment, then the entry assembly and the managed start. */
function startChildHost(start, child) {
    const { facts, environment } = start;
    const variables = hostVariables(hostEnvironmentVariables, environment);
    const host = startHost(hostStartRequest({ facts, ...child, environment: variables.known }));
    if (host.outcome === 'unknown')
        return { outcome: 'unknown', because: host.because, missingFacts: host.missingFacts };
    if (!variables.complete && !(host.outcome === 'ready' && host.selfContained)) {
        return {
            outcome: 'unknown',
            because: 'The .NET host reads environment variables (DOTNET_ROLL_FORWARD and others) whose values are not known.',
            missingFacts: variables.missingFacts,
        };
    }
    const token = host.outcome === 'refused' ? refusedOverToken(hostApplication(facts, child.dll, child.bundle)) : undefined;
    if (token !== undefined)
        return waitsForHostToken(token);
    if (host.outcome === 'refused') {
        const finding = refusalFinding(host.refusal, {
            dll: child.dll,
            architecture: child.architecture,
            dotnetRoot: child.dotnetRoot.root,
            artifact: facts.artifact,
        });
        return { outcome: 'failed', failure: childFailure(start, { ...finding, hresult: startup_failure/* hresults */.j.PROCESS_EXITED, output: host.refusal.text }) };
    }
    const findings = missingAssetsFinding(facts, child.dll, host);
    const { runtimeConfig } = hostApplication(facts, child.dll, child.bundle);
    const runtime = { major: majorOf(host), ...(runtimeConfig === undefined ? {} : { runtimeConfig }) };
    const problem = runtimeProblem(start, child, host) ??
        wrongArchitecture(start, child) ??
        childManagedStart(start, runtime) ??
        serverProblem(start, child, host);
    if (problem !== undefined)
        return problem.outcome === 'not-applicable' ? problem : { ...problem, findings };
    const frameworks = host.frameworks.map(({ name, version }) => `${name} ${version}`).join(', ');
    return {
        outcome: 'passed',
        because: host.selfContained ? 'Self-contained; it brings its frameworks.' : `${frameworks}.`,
        workedOut: { host, dotnetRoot: child.dotnetRoot, applicationDll: child.dll },
        findings,
    };
}

;// CONCATENATED MODULE: ./build/ancm/child-bundle.js







/** The assembly inside: what the exe is bound to, or the one that the runtimeconfig.json inside belongs to. */
function entryDll({ exe, boundDll, bundle }) {
    const suffix = '.runtimeconfig.json';
    const config = bundle.files.find((file) => (0,paths/* fileName */.Md)(file) === file && file.endsWith(suffix));
    const dll = boundDll ?? (config === undefined ? undefined : `${config.slice(0, -suffix.length)}.dll`);
    const folder = (0,paths/* parentPath */.yl)(exe);
    return dll === undefined || folder === '' ? dll : `${folder}\\${dll}`;
}
/** hostfxr 5.0 was the first to read bundles; each reads the header of its own time (dotnet/runtime:src/native/corehost/bundle/header.cpp). */
function whyBundleRefused(hostfxr, headerVersion) {
    const major = hostfxr === undefined ? undefined : parseFxVersion(hostfxr)?.major;
    // Executables of .NET Core 3 unpack themselves; hostfxr sees an ordinary folder then.
    if (major === undefined || headerVersion === 1)
        return undefined;
    if (major < 5)
        return 'The required library hostfxr.dll does not support single-file apps.';
    const read = major === 5 ? 2 : 6;
    return read === headerVersion ? undefined : 'Failure processing application bundle.\nBundle header version compatibility check failed.';
}
function bundleRefused(start, { exe, bundle }, hostfxr, text) {
    const made = bundle.headerVersion === 2 ? '.NET 5' : '.NET 6 or later';
    return childFailure(start, {
        rule: 'host-start-refused',
        hresult: startup_failure/* hresults */.j.PROCESS_EXITED,
        message: `${exe} is a single file made with ${made}, which the host ${hostfxr} of the server cannot read.`,
        evidence: [
            `${exe} has a bundle with header version ${bundle.headerVersion}.`,
            `hostfxr ${hostfxr} is the highest of the runtime in use.`,
        ],
        remedies: [
            {
                side: 'app',
                text: 'Publish with the SDK of the version that the server runs, or as separate files.',
                snippet: '<PublishSingleFile>false</PublishSingleFile>',
            },
        ],
        output: text,
        place: { in: 'artifact', file: exe },
    });
}
/**
 * An executable with the application inside and the runtime outside: the host reads runtimeconfig.json and deps.json from the bundle.
 * Source: dotnet/runtime:src/native/corehost/bundle/info.cpp.
 */
function startBundledApplication(start, application) {
    const { exe, architecture, bundle } = application;
    const dll = entryDll(application);
    if (dll === undefined || bundle.runtimeConfig === undefined) {
        return { outcome: 'unknown', because: `${exe} is a single file, and what it asks for could not be read inside it.`, missingFacts: [] };
    }
    if (frameworkReferences(bundle.runtimeConfig).length === 0) {
        return { outcome: 'passed', because: `${exe} is a single file that asks for no framework; it brings its own.` };
    }
    const found = globalDotnetRoot(start, { exe, architecture, runtimeConfig: bundle.runtimeConfig });
    if ('outcome' in found)
        return found;
    const { root: dotnetRoot, hostfxrVersion } = found;
    const refused = whyBundleRefused(hostfxrVersion, bundle.headerVersion);
    if (refused !== undefined)
        return { outcome: 'failed', failure: bundleRefused(start, application, hostfxrVersion ?? '', refused) };
    const outcome = startChildHost(start, { mode: 'apphost', dll, dotnetRoot, hostfxrVersion, architecture, bundle });
    return unlessHostfxrMissing(dotnetRoot, placedInExe(start, exe, outcome));
}
/** A file that lies inside the executable cannot be pointed at; the executable can. */
function placedInExe({ facts }, exe, outcome) {
    if (outcome.outcome !== 'failed')
        return outcome;
    const { failure } = outcome;
    if (failure.place?.in !== 'artifact' || facts.artifact.files.has((0,paths/* pathKey */.Pn)(failure.place.file)))
        return outcome;
    return { ...outcome, failure: { ...failure, place: { in: 'artifact', file: exe } } };
}

;// CONCATENATED MODULE: ./build/ancm/child-apphost.js













/** Of a runtime that is linked in nothing tells the version; single files are of recent ones. */
const newestMajor = 10;
function boundDllMissing(start, exe, dll) {
    return childFailure(start, {
        rule: 'application-dll-missing',
        hresult: startup_failure/* hresults */.j.PROCESS_EXITED,
        message: `${exe} starts ${dll}, and that file is not in the artifact.`,
        evidence: [`${exe} is bound to ${dll}.`],
        remedies: [{ side: 'app', text: 'Publish again and copy the whole output.' }],
        output: `The application to execute does not exist: '${applicationFolder(start.facts)}\\${dll}'.`,
        place: { in: 'artifact', file: exe },
    });
}
function hostfxrNotLoadable(start, { file, why, output }, architecture) {
    return childFailure(start, {
        rule: 'hostfxr-not-loadable',
        hresult: startup_failure/* hresults */.j.PROCESS_EXITED,
        message: `The exe is ${architecture} and cannot use ${file} beside it: ${why}.`,
        evidence: [`${file}: ${why}.`],
        remedies: [{ side: 'app', text: 'Publish again and deploy the whole output into an empty folder.' }],
        ...(output === undefined ? {} : { output }),
        place: { in: 'artifact', file },
    });
}
/**
 * hostfxr.dll beside the exe: it must load, and it must be hostfxr; the exe asks for `hostfxr_main` or one of its later forms
 * (dotnet/runtime:src/native/corehost/corehost.cpp).
 */
function unusableHostfxr({ facts }, file, version, process) {
    const image = facts.artifact.images.get((0,paths/* pathKey */.Pn)(file));
    if (image === undefined)
        return undefined;
    const why = whyNotLoadable(image, process);
    if (why !== undefined) {
        const apphost = parseFxVersion(version ?? '');
        const output = hostfxrNotLoadableText(apphost && { apphostMajor: apphost.major }, `${applicationFolder(facts)}\\${file}`);
        return { file, why, output };
    }
    const exports = image.format === 'pe' ? image.exports : undefined;
    const isHostfxr = exports === undefined || exports.some((name) => name.startsWith('hostfxr_main'));
    return isHostfxr ? undefined : { file, why: 'it has no hostfxr_main, so it is another library under that name' };
}
/** hostfxr.dll beside the exe makes its folder the dotnet root; nothing else is looked at then. */
function startBesideHostfxr(start, dll, hostfxr, architecture) {
    const hostfxrVersion = bundledHostVersion(start.facts.artifact, dll);
    const unusable = unusableHostfxr(start, hostfxr, hostfxrVersion, architecture);
    if (unusable !== undefined)
        return { outcome: 'failed', failure: hostfxrNotLoadable(start, unusable, architecture) };
    const folder = (0,paths/* parentPath */.yl)(dll);
    const root = folder === '' ? applicationFolder(start.facts) : `${applicationFolder(start.facts)}\\${folder}`;
    return startChildHost(start, {
        mode: 'apphost',
        dll,
        dotnetRoot: { root, architecture, frameworks: new Map() },
        hostfxrVersion,
        architecture,
    });
}
function startBoundDll(start, exe, image, boundDll) {
    const { files } = start.facts.artifact;
    const folder = (0,paths/* parentPath */.yl)(exe);
    const inFolder = (name) => (folder === '' ? name : `${folder}\\${name}`);
    const file = files.get((0,paths/* pathKey */.Pn)(inFolder(boundDll)));
    if (file === undefined)
        return { outcome: 'failed', failure: boundDllMissing(start, exe, inFolder(boundDll)) };
    if (!isArchitecture(image.machine))
        return { outcome: 'unknown', because: `${exe} is compiled for ${image.machine}.`, missingFacts: [] };
    const hostfxr = files.get((0,paths/* pathKey */.Pn)(inFolder('hostfxr.dll')));
    if (hostfxr !== undefined)
        return startBesideHostfxr(start, file.path, hostfxr.path, image.machine);
    const runtimeConfig = besideDll(start.facts, file.path, '.runtimeconfig.json');
    const found = globalDotnetRoot(start, { exe, architecture: image.machine, runtimeConfig });
    if ('outcome' in found)
        return found;
    const outcome = startChildHost(start, {
        mode: 'apphost',
        dll: file.path,
        dotnetRoot: found.root,
        hostfxrVersion: found.hostfxrVersion,
        architecture: image.machine,
    });
    return unlessHostfxrMissing(found.root, outcome);
}
/** A single-file exe whose host is linked in exports what only that host exports (dotnet/runtime:src/native/corehost/apphost/static). */
const hasOwnRuntime = (image) => image.exports?.includes('DotNetRuntimeInfo') ?? false;
function startSingleFile(start, exe, image, { boundDll, bundled }) {
    if (hasOwnRuntime(image)) {
        return (childManagedStart(start, { major: newestMajor }) ?? { outcome: 'passed', because: `${exe} is a single file with the runtime inside.` });
    }
    if (bundled === undefined || !isArchitecture(image.machine)) {
        return { outcome: 'unknown', because: `${exe} is a single file, and what it asks for could not be read inside it.`, missingFacts: [] };
    }
    return startBundledApplication(start, { exe, architecture: image.machine, boundDll, bundle: bundled });
}
/** An exe of the artifact: an apphost, a single file, or a program that is no .NET apphost at all (Native AOT, .NET Framework). */
function startAppHost(start, exe) {
    const image = start.facts.artifact.images.get((0,paths/* pathKey */.Pn)(exe));
    if (image?.format !== 'pe')
        return { outcome: 'unknown', because: `${exe} could not be looked into.`, missingFacts: [] };
    if (image.appHost?.bundle === true)
        return startSingleFile(start, exe, image, image.appHost);
    if (image.clr !== undefined)
        return { outcome: 'passed', because: `${exe} is a .NET Framework program, which Windows runs.` };
    if (image.appHost === undefined)
        return { outcome: 'passed', because: `${exe} is a native program; what it needs is not checked.` };
    if (image.appHost.boundDll === undefined)
        return { outcome: 'unknown', because: `${exe} is an apphost, and which dll it starts could not be read.`, missingFacts: [] };
    return startBoundDll(start, exe, image, image.appHost.boundDll);
}

;// CONCATENATED MODULE: ./build/ancm/child-process-stage.js














/**
 * What the muxer writes: without `exec` it takes the argument for an SDK command. Hosts before 7.0 had other words.
 * Source: dotnet/runtime:src/native/corehost/fxr/command_line.cpp, sdk_resolver.cpp.
 */
function noApplicationText(application, hostfxrMajor) {
    if (application.kind === 'missing' && application.through === 'exec')
        return `The application to execute does not exist: '${application.named}'`;
    if (application.named === '' || hostfxrMajor < 7)
        return '';
    return [
        'The command could not be loaded, possibly because:',
        '  * You intended to execute a .NET application:',
        `      The application '${application.named}' does not exist${hostfxrMajor < 10 ? '' : ' or is not a managed .dll or .exe'}.`,
        '  * You intended to execute a .NET SDK command:',
        '      No .NET SDKs were found.',
    ].join('\n');
}
function noApplication(start, application, hostfxrMajor) {
    const { facts, section, launch } = start;
    const empty = launch.arguments.trim() === '';
    const dll = entryDllGuess(facts);
    return childFailure(start, {
        rule: empty ? 'arguments-empty' : 'application-path-not-runnable',
        hresult: startup_failure/* hresults */.j.PROCESS_EXITED,
        message: empty
            ? 'processPath names dotnet, but arguments does not say which dll to start; dotnet prints its help and ends.'
            : `arguments names "${application.named}", ${application.kind === 'missing' ? 'and that file is not in the artifact' : 'which is neither a .dll nor an .exe'}.`,
        evidence: launchEvidence(section, launch),
        remedies: [{ side: 'app', text: 'Name the dll of the application, relative to web.config.', snippet: argumentsSnippet(dll) }],
        output: noApplicationText(application, hostfxrMajor),
        place: attributePlace(facts, section, 'arguments'),
    });
}
function child_process_stage_hostfxrMissing(start, root) {
    return childFailure(start, {
        rule: 'hostfxr-missing',
        hresult: startup_failure/* hresults */.j.PROCESS_EXITED,
        message: `The dotnet folder ${root.root} has no usable hostfxr: only the highest version folder counts, and it must hold hostfxr.dll.`,
        evidence: [`${root.root}\\host\\fxr: ${(root.hostfxr ?? []).map(({ version }) => version).join(', ') || 'no version folder'}.`],
        remedies: [{ side: 'server', text: 'Repair or reinstall the .NET runtime in that folder.' }],
    });
}
/** `dotnet` with its arguments: the muxer of that root. */
function startMuxer(start, root) {
    const hostfxr = root.hostfxr === undefined ? undefined : highestFxVersion(root.hostfxr);
    if (root.hostfxr !== undefined && hostfxr?.complete !== true)
        return { outcome: 'failed', failure: child_process_stage_hostfxrMissing(start, root) };
    const application = muxerApplication(start.facts, childProcessArguments(start.launch.arguments));
    if (application.kind === 'unknown')
        return { outcome: 'unknown', because: `${application.because}.`, missingFacts: application.missingFacts };
    if (application.kind !== 'application')
        return { outcome: 'failed', failure: noApplication(start, application, parseFxVersion(hostfxr?.version ?? '')?.major ?? 10) };
    if (root.architecture === undefined)
        return { outcome: 'unknown', because: `The architecture of ${root.root} is not known.`, missingFacts: ['dotnet[].architecture'] };
    const outcome = startChildHost(start, {
        mode: 'muxer',
        dll: application.dll,
        dotnetRoot: root,
        hostfxrVersion: hostfxr?.version,
        architecture: root.architecture,
    });
    return unlessHostfxrMissing(root, outcome);
}
/** The child: with the worker's variables and those of web.config, in the application folder. */
const childProcessStage = defineStage({
    name: 'child-process',
    checks: 'the frameworks and files of the child process, as the .NET host decides',
    needs: ['module', 'aspNetCore', 'launch', 'childProcess', 'workerEnvironment'],
    perform: (facts, { module, aspNetCore, launch, childProcess, workerEnvironment }) => {
        const start = {
            facts,
            module,
            section: aspNetCore,
            launch,
            environment: applicationEnvironment(aspNetCore, workerEnvironment, module),
        };
        switch (childProcess.kind) {
            case 'dotnet':
                return startMuxer(start, childProcess.root);
            case 'artifact-exe':
                return startAppHost(start, childProcess.exe);
            case 'other':
                return { outcome: 'unknown', because: 'What the program does is not known.', missingFacts: [] };
        }
    },
});

;// CONCATENATED MODULE: ./build/ancm/child-executable.js




/** Programs of Windows itself that a web.config may start. */
const systemPrograms = /^(?:cmd|powershell|cscript|wscript)(?:\.exe)?$/i;
/** Where CreateProcess looks before it looks on PATH: the folder of w3wp.exe, which is also its current directory, and Windows' own. */
const foldersBeforePath = ['C:\\Windows\\System32\\inetsrv', 'C:\\Windows\\System32', 'C:\\Windows'];
const isDotnetExe = (path) => (0,paths/* fileName */.Md)(path).toLowerCase() === 'dotnet.exe';
const child_executable_missing = (evidence, certainty = 'certain', isDotnet = false) => ({
    found: 'missing',
    isDotnet,
    certainty,
    evidence,
});
/** Windows finds no such program on the PATH of the worker process, as far as the manifest says what is there. */
function searchProgram(facts, name, path) {
    if (systemPrograms.test(name))
        return { found: 'other', path: name };
    const file = (0,paths/* extension */.ck)(name) === '' ? `${name}.exe` : name;
    const folders = [...foldersBeforePath, ...pathFolders(path)];
    const found = folders.map((folder) => (0,paths/* joinPath */.uJ)(folder, file)).find((full) => serverFileExists(facts, full) === true);
    if (found !== undefined)
        return { found: 'other', path: found };
    if (facts.artifact.files.has((0,paths/* pathKey */.Pn)(file)))
        return child_executable_missing(`${file} is in the artifact, but Windows does not look for a bare name in the application folder.`);
    const everythingListed = facts.server?.existingFiles !== undefined;
    return child_executable_missing(`${name} is not in the artifact, and nothing says that a folder on PATH has it.`, everythingListed || name.includes('%') ? 'certain' : 'likely');
}
/** A bare name: the system folders, then the PATH of the worker process. Whatever its architecture, the first dotnet.exe wins. */
function searchBareName(facts, name, environment) {
    const isDotnet = /^dotnet(?:\.exe)?$/i.test(name);
    const roots = facts.server?.dotnet;
    if (isDotnet && roots === undefined)
        return { found: 'unknown', missingFacts: ['dotnet'] };
    const path = environment('PATH');
    if (!path.known)
        return { found: 'unknown', missingFacts: path.missingFacts };
    if (!isDotnet || roots === undefined)
        return searchProgram(facts, name, path.value ?? '');
    // Every Windows has a PATH, so a manifest that lists variables and not this one does not say what it is.
    if (path.value === undefined)
        return { found: 'unknown', missingFacts: ['environment'] };
    for (const folder of pathFolders(path.value)) {
        const root = rootAt(roots, folder);
        if (root !== undefined)
            return { found: 'dotnet', root, how: 'first on the PATH of the worker process' };
    }
    return child_executable_missing('No folder on the PATH of the worker process holds a dotnet.exe.', 'certain', true);
}
/** A file of the server outside the application; `undefined` where it is not there. */
function onServer(facts, full, resolved) {
    // `C:\PROGRA~1`: which folder a short name stands for, only its drive knows.
    if (/~\d/.test(full))
        return { found: 'unknown', missingFacts: [] };
    if (isDotnetExe(full)) {
        const roots = facts.server?.dotnet;
        if (roots === undefined)
            return { found: 'unknown', missingFacts: ['dotnet'] };
        const root = rootAt(roots, (0,paths/* parentPath */.yl)(full));
        return root === undefined ? undefined : { found: 'dotnet', root, how: 'named in processPath' };
    }
    const found = fileExists(facts, resolved);
    if ('missingFacts' in found)
        return { found: 'unknown', missingFacts: found.missingFacts };
    return found.exists ? { found: 'other', path: full } : undefined;
}
/**
 * A full path. The documentation of CreateProcess says that a name with a folder gets no .exe appended; whether that is so for a full path
 * was not seen on IIS, so what fails over it alone is not certain.
 */
function atFullPath(facts, path) {
    const resolved = resolveApplicationPath(facts, path);
    const file = resolved.in === 'application' ? facts.artifact.files.get(resolved.key) : undefined;
    if (file !== undefined)
        return { found: 'artifact', file: file.path };
    if ((0,paths/* extension */.ck)(path) === '') {
        const exe = atFullPath(facts, `${path}.exe`).found;
        return child_executable_missing(`${path} has no extension; a name with a folder gets no .exe appended.`, exe === 'missing' ? 'certain' : 'likely');
    }
    if (resolved.in === 'application')
        return child_executable_missing(`${path} is not in the artifact.`);
    const found = onServer(facts, path, resolved);
    if (found !== undefined)
        return found;
    return isDotnetExe(path)
        ? child_executable_missing(`The manifest lists no dotnet at ${(0,paths/* parentPath */.yl)(path)}.`, 'certain', true)
        : child_executable_missing(`${path} is not among the files known to exist on the server.`);
}
/** Below the application folder as written, a leading separator or not, or beside it where the value climbs out with `..`. */
function belowApplication(facts, path) {
    const resolved = resolveApplicationPath(facts, path.replace(/^[\\/]+/, ''));
    switch (resolved.in) {
        case 'application': {
            const file = facts.artifact.files.get(resolved.key);
            return file === undefined ? undefined : { found: 'artifact', file: file.path };
        }
        case 'server':
            return onServer(facts, resolved.path, resolved);
        case 'unknown':
            return { found: 'unknown', missingFacts: resolved.missingFacts };
    }
}
/**
 * The program that CreateProcess starts. A value without `:` and `%` is first tried below the application folder, as written; what is
 * left goes to CreateProcess, which appends .exe only to a bare name and never looks in the application folder.
 * Source: dotnet/aspnetcore:…/OutOfProcessRequestHandler/serverprocess.cpp `SetupCommandLine`; learn.microsoft.com, CreateProcessW.
 */
function childExecutable(facts, processPath, environment) {
    if ((0,paths/* isAbsolutePath */.Z1)(processPath))
        return atFullPath(facts, processPath);
    const below = /[:%]/.test(processPath) ? undefined : belowApplication(facts, processPath);
    if (below !== undefined)
        return below;
    return (0,paths/* fileName */.Md)(processPath) === processPath
        ? searchBareName(facts, processPath, environment)
        : child_executable_missing(`${processPath} is not in the artifact; a name with a folder gets no .exe appended.`);
}

;// CONCATENATED MODULE: ./build/ancm/startable-image.js


/** Machines whose programs a Windows runs; on ARM64 it emulates the others. */
const programsOf = {
    x86: ['x86'],
    x64: ['x64', 'x86'],
    arm64: ['arm64', 'x64', 'x86', 'arm'],
};
function startableOn(machine, windows) {
    const candidates = windows === undefined ? Object.values(programsOf) : [programsOf[windows]];
    const running = candidates.filter((machines) => machines.includes(machine));
    if (running.length === candidates.length)
        return { starts: true };
    if (running.length > 0)
        return { starts: 'unknown', missingFacts: ['os.architecture'] };
    const why = `it is compiled for ${machine}${windows === undefined ? '' : `, and Windows is ${windows}`}`;
    return { starts: false, why, hresult: startup_failure/* hresults */.j.ERROR_EXE_MACHINE_TYPE_MISMATCH };
}
/** Whether CreateProcess starts `file`; `windows`: the architecture of the operating system, absent where nobody said. */
function startable(image, file, windows) {
    const bad = (why) => ({ starts: false, why, hresult: startup_failure/* hresults */.j.ERROR_BAD_EXE_FORMAT });
    switch (image.format) {
        case 'elf':
            return bad('it is a Linux program (ELF)');
        case 'mach-o':
            return bad('it is a macOS program (Mach-O)');
        case 'empty':
            return bad('the file is empty');
        case 'not-an-image':
            return bad(`it is not a Windows program: ${image.why}`);
        case 'pe':
            return image.isDll || /^\.dll$/i.test((0,paths/* extension */.ck)(file)) ? bad('it is a library, not a program') : startableOn(image.machine, windows);
    }
}

;// CONCATENATED MODULE: ./build/ancm/create-process-stage.js











const dotnetRemedies = [
    {
        side: 'server',
        text: 'Install the ASP.NET Core Hosting Bundle and restart IIS, so that worker processes see the new PATH.',
        snippet: 'net stop was /y\nnet start w3svc',
    },
    {
        side: 'app',
        text: 'Publish self-contained, so that processPath names your own exe.',
        snippet: 'dotnet publish -c Release -r win-x64 --self-contained',
    },
];
/** The exe that a value without extension means, where the artifact has it. */
function withExtension({ facts, launch }) {
    const file = facts.artifact.files.get((0,paths/* pathKey */.Pn)(`${launch.processPath}.exe`));
    if (file === undefined)
        return [];
    const snippet = `processPath=".\\${file.path}"`;
    return [{ side: 'app', text: 'Write the folder and the extension: out-of-process nothing is appended.', snippet }];
}
/** dotnet is not where processPath says, or not on PATH where it says no folder. */
function dotnetMissing(stand, evidence) {
    const { facts, section, launch } = stand;
    const bare = (0,paths/* fileName */.Md)(launch.processPath) === launch.processPath;
    return childFailure(stand, {
        rule: 'dotnet-missing',
        hresult: startup_failure/* hresults */.j.ERROR_FILE_NOT_FOUND,
        message: bare
            ? 'Out-of-process the module starts dotnet by its name, and the worker process finds none.'
            : `processPath names ${launch.processPath}, and there is no dotnet there.`,
        evidence: [
            ...launchEvidence(section, launch),
            evidence,
            ...(bare ? ['The PATH of web.config does not help to find it: the worker process searches its own.'] : []),
        ],
        remedies: bare
            ? dotnetRemedies
            : [{ side: 'app', text: 'Write processPath="dotnet", so that PATH decides.', snippet: 'processPath="dotnet"' }, ...dotnetRemedies],
        place: attributePlace(facts, section, 'processPath'),
    });
}
function create_process_stage_missing(stand, executable) {
    const { facts, section, launch } = stand;
    if (executable.isDotnet)
        return dotnetMissing(stand, executable.evidence);
    const rule = missingExecutableRule(facts, section, launch.processPath);
    return childFailure(stand, {
        rule,
        certainty: executable.certainty,
        hresult: startup_failure/* hresults */.j.ERROR_FILE_NOT_FOUND,
        message: `processPath names "${launch.processPath}", and Windows finds no such program.`,
        evidence: [...launchEvidence(section, launch), executable.evidence],
        remedies: [...withExtension(stand), ...missingExecutableRemedies(facts, rule, 'outofprocess')],
        place: attributePlace(facts, section, 'processPath'),
    });
}
function create_process_stage_refused(stand, file, image, { why, hresult }) {
    const { facts, section } = stand;
    return childFailure(stand, {
        rule: image.format === 'elf' || image.format === 'mach-o' ? 'executable-for-another-system' : 'executable-not-startable',
        hresult,
        message: `Windows cannot start ${file}: ${why}.`,
        evidence: [...launchEvidence(section, stand.launch), `${file}: ${why}.`],
        remedies: [
            {
                side: 'app',
                text: 'Publish for this Windows.',
                snippet: `dotnet publish -c Release -r win-${facts.server?.os?.architecture ?? 'x64'}`,
            },
        ],
        place: attributePlace(facts, section, 'processPath'),
    });
}
/** A dotnet.exe of the artifact is the muxer of a private runtime, unless it is an apphost that somebody gave this name. */
function startedFile(facts, file, image) {
    if (!isDotnetExe(file) || image.format !== 'pe' || image.appHost !== undefined)
        return { kind: 'artifact-exe', exe: file };
    const root = dotnetRootInArtifact(facts, (0,paths/* parentPath */.yl)(file));
    return { kind: 'dotnet', root: isArchitecture(image.machine) ? { ...root, architecture: image.machine } : root };
}
function startArtifactFile(stand, file) {
    const { facts, launch } = stand;
    const image = facts.artifact.images.get((0,paths/* pathKey */.Pn)(file));
    if (/\.(?:cmd|bat)$/i.test(file))
        return {
            outcome: 'unknown',
            because: `${file} is a batch file; what it starts is not known.`,
            missingFacts: [],
            workedOut: { launch },
        };
    if (image === undefined)
        return { outcome: 'unknown', because: `${file} could not be looked into.`, missingFacts: [], workedOut: { launch } };
    const answer = startable(image, file, facts.server?.os?.architecture);
    if (answer.starts === false)
        return { outcome: 'failed', failure: create_process_stage_refused(stand, file, image, answer) };
    const workedOut = { launch, childProcess: startedFile(facts, file, image) };
    if (answer.starts === 'unknown' && facts.server !== undefined)
        return { outcome: 'unknown', because: `Whether this Windows runs ${file} is not known.`, missingFacts: answer.missingFacts, workedOut };
    return { outcome: 'passed', because: `${file} is a program that this Windows can start.`, workedOut };
}
/**
 * Before 7.0 the command line is processPath, a blank and the arguments, unquoted; a value with quotes of its own, or with arguments behind
 * the program, works there (dotnet/aspnetcore:…/OutOfProcessRequestHandler/serverprocess.cpp `SetupCommandLine`).
 */
const splitByWindows = ({ module, launch: { processPath } }) => module.major < 7 && (processPath.includes('"') || (/\s/.test(processPath.trim()) && !/\.exe$/i.test(processPath)));
function createProcess(stand, executable) {
    const { launch } = stand;
    switch (executable.found) {
        case 'dotnet':
            return {
                outcome: 'passed',
                because: `dotnet of ${executable.root.root} (${executable.how}).`,
                workedOut: { launch, childProcess: { kind: 'dotnet', root: executable.root } },
            };
        case 'artifact':
            return startArtifactFile(stand, executable.file);
        case 'other':
            return {
                outcome: 'unknown',
                because: `${executable.path} is a program of the server; what it does is not known.`,
                missingFacts: [],
                workedOut: { launch },
            };
        case 'missing':
            return splitByWindows(stand)
                ? {
                    outcome: 'unknown',
                    because: `This version of the module does not quote processPath, so Windows makes a program and arguments of "${launch.processPath}".`,
                    missingFacts: [],
                    workedOut: { launch },
                }
                : { outcome: 'failed', failure: create_process_stage_missing(stand, executable), workedOut: { launch } };
        case 'unknown':
            return {
                outcome: 'unknown',
                because: `Which program "${launch.processPath}" is on the server is not known.`,
                missingFacts: executable.missingFacts,
                workedOut: { launch },
            };
    }
}
/** The out-of-process handler starts the application as a process of its own. */
const createProcessStage = defineStage({
    name: 'create-process',
    checks: 'the program that processPath names can be started',
    needs: ['module', 'aspNetCore', 'workerEnvironment'],
    perform: (facts, { module, aspNetCore, workerEnvironment }) => {
        const command = launchCommand(aspNetCore, module, workerEnvironment);
        if (!command.known) {
            return {
                outcome: 'unknown',
                because: 'processPath and arguments depend on environment variables of the worker process that nobody described.',
                missingFacts: command.missingFacts,
            };
        }
        const { launch } = command;
        return createProcess({ facts, module, section: aspNetCore, launch }, childExecutable(facts, launch.processPath, workerEnvironment));
    },
});

;// CONCATENATED MODULE: ./build/ancm/framework-resolution-stage.js










function framework_resolution_stage_refused(facts, needs, refusal) {
    const { module, aspNetCore, applicationDll, workerArchitecture, dotnetRoot } = needs;
    const hresult = startup_failure/* hresults */.j.E_UNEXPECTED;
    const finding = refusalFinding(refusal, {
        dll: applicationDll,
        architecture: workerArchitecture,
        dotnetRoot: dotnetRoot.root,
        artifact: facts.artifact,
    });
    const failure = shimFailure(module, aspNetCore, 'inprocess', {
        ...finding,
        status: '500.31',
        hresult,
        evidence: [...finding.evidence, ...webConfigVariablesNote(needs)],
        events: [
            nativeDependenciesEvent(module, dependenciesNotFoundText(module)),
            handlerNotFoundEvent(module, refusal.text),
            startFailedEvent(module, facts, hresult),
        ],
    });
    return { outcome: 'failed', failure };
}
/** web.config variables reach the process only after this step; one that looks like a rescue deserves a word. */
function webConfigVariablesNote({ aspNetCore }) {
    return aspNetCore.environmentVariables
        .filter(({ name }) => /^DOTNET_(?:ROLL_FORWARD|ROOT)/i.test(name))
        .map(({ name, line }) => `web.config line ${line} sets ${name}, but in-process that comes too late: only the pool's and the machine's variables count here.`);
}
function ready(host) {
    if (host.selfContained)
        return 'Self-contained; the application brings its frameworks.';
    return host.frameworks.length === 0
        ? 'No shared framework is asked for.'
        : `${host.frameworks.map(({ name, version }) => `${name} ${version}`).join(', ')}.`;
}
/**
 * hostfxr and hostpolicy, asked by the module for the native search directories: with the variables of the worker process, before those
 * of web.config are set. Any refusal is 500.31.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/HandlerResolver.cpp `FindNativeAssemblyFromHostfxr`.
 */
const frameworkResolutionStage = defineStage({
    name: 'framework-resolution',
    checks: 'shared frameworks, roll-forward, runtimeconfig.json and deps.json, as the .NET host decides',
    needs: [
        'module',
        'aspNetCore',
        'entry',
        'dotnetRoot',
        'hostfxr',
        'hostfxrLoaded',
        'applicationDll',
        'workerArchitecture',
        'workerEnvironment',
    ],
    perform: (facts, needs) => {
        const { entry, dotnetRoot, hostfxr, applicationDll, workerArchitecture, workerEnvironment } = needs;
        const mode = entry.kind === 'self-contained' ? 'apphost' : 'muxer';
        const variables = hostVariables(hostEnvironmentVariables, workerEnvironment);
        const request = {
            facts,
            mode,
            dll: applicationDll,
            dotnetRoot,
            hostfxrVersion: hostfxr.version,
            architecture: workerArchitecture,
            environment: variables.known,
        };
        const host = startHost(hostStartRequest(request));
        if (host.outcome === 'unknown')
            return { outcome: 'unknown', because: host.because, missingFacts: host.missingFacts };
        const selfContained = entry.kind === 'self-contained' || (host.outcome === 'ready' && host.selfContained);
        if (!variables.complete && !selfContained) {
            const because = 'The .NET host reads environment variables (DOTNET_ROLL_FORWARD and others) whose values are not known.';
            return {
                outcome: 'unknown',
                because,
                missingFacts: variables.missingFacts,
                ...(host.outcome === 'ready' ? { workedOut: { host } } : {}),
            };
        }
        const token = host.outcome === 'refused' ? refusedOverToken(hostApplication(facts, applicationDll)) : undefined;
        if (token !== undefined)
            return waitsForHostToken(token);
        return host.outcome === 'refused'
            ? framework_resolution_stage_refused(facts, needs, host.refusal)
            : { outcome: 'passed', because: ready(host), workedOut: { host } };
    },
});

;// CONCATENATED MODULE: ./build/ancm/hosting-model-stage.js







/** Absent and empty mean out-of-process; V1 hosts out-of-process whatever the attribute says. */
function hostingModelOf(section, module) {
    return module.module === 'AspNetCoreModuleV2' && section.hostingModel?.toLowerCase() === 'inprocess' ? 'inprocess' : 'outofprocess';
}
/** An application that has noted its model in the worker process before this one, and cannot share it. */
function isConflict(mate, hostingModel) {
    if (mate.failsBeforeClaim === true || mate.hostingModel === undefined || mate.hostingModel === 'none')
        return false;
    return mate.hostingModel !== hostingModel || hostingModel === 'inprocess';
}
/** preloadEnabled is off unless somebody says otherwise. */
const isPreloaded = (application) => application?.preloadEnabled === true;
/** The neighbour is known to be first: it starts with the pool, and this application with its first request. */
const comesFirst = (mate, { facts }) => isPreloaded(mate) && !isPreloaded(facts.target.current);
function whoStartsFirst(mate, stand) {
    if (comesFirst(mate, stand))
        return `${mate.name} has preloadEnabled, so it starts with the pool and this application comes second.`;
    if (isPreloaded(mate))
        return `Both have preloadEnabled; the one that starts second shows the error. ${mate.name} is taken to be first.`;
    return `Whichever of the two gets the first request runs; the other shows the error until the worker process restarts. ${mate.name} is taken to be first.`;
}
/** Both commands as they are typed; braces stand for what the description of the server does not tell. */
function ownPool({ target: { site = '{site}', application = '/' } }) {
    const name = `${site}${application}`;
    const pool = `${name.replace(/\/+$/, '').replaceAll('/', '-')} pool`;
    return [`${appcmd/* appcmd */.C} add apppool /name:"${pool}" /managedRuntimeVersion:""`, `${appcmd/* appcmd */.C} set app "${name}" /applicationPool:"${pool}"`].join('\n');
}
function conflictFailure(stand, mate) {
    const { facts, module, section, hostingModel } = stand;
    const mixed = mate.hostingModel !== hostingModel;
    const pool = facts.target.appPool ?? 'the pool';
    const own = `${facts.target.site ?? facts.artifact.name}${facts.target.application ?? ''}`;
    return shimFailure(module, section, hostingModel, {
        rule: mixed ? 'hosting-models-mixed' : 'inprocess-application-second',
        status: mixed ? '500.34' : '500.35',
        hresult: startup_failure/* hresults */.j.E_FAIL,
        events: [
            mixed ? mixedHostingModelEvent(module, facts, hostingModel) : secondInProcessEvent(module, facts),
            startFailedEvent(module, facts, startup_failure/* hresults */.j.E_FAIL),
        ],
        certainty: comesFirst(mate, stand) ? 'certain' : 'likely',
        message: mixed
            ? `Application pool "${pool}" would host both an in-process and an out-of-process application, and one worker process can do only one of them.`
            : `Application pool "${pool}" would host two in-process applications, and one worker process can run only one.`,
        evidence: [
            `${own}: ${hostingModel} (this artifact).`,
            `${mate.name}: ${mate.hostingModel ?? 'unknown'} (${mate.from === 'manifest' ? 'server manifest' : 'another artifact of this run'}), same pool "${pool}".`,
            whoStartsFirst(mate, stand),
        ],
        remedies: [
            {
                side: 'server',
                text: `Give this application a pool of its own.`,
                snippet: ownPool(facts),
            },
            mixed
                ? { side: 'app', text: `Use the hosting model of the others in web.config: hostingModel="${mate.hostingModel ?? ''}".` }
                : {
                    side: 'app',
                    text: 'Run both out-of-process: <AspNetCoreHostingModel>OutOfProcess</AspNetCoreHostingModel> in each project.',
                },
        ],
        place: attributePlace(facts, section, 'hostingModel'),
    });
}
/** This application starts with the pool, so it is the neighbours that cannot share the worker process with it. */
function shutOut({ facts, module, hostingModel }, mates) {
    const [mate] = mates;
    if (mate === undefined)
        return [];
    const status = (model) => (module.major < 3 ? '500.0' : model === hostingModel ? '500.35' : '500.34');
    const pool = facts.target.appPool ?? 'the pool';
    return [
        {
            rule: mate.hostingModel === hostingModel ? 'inprocess-application-second' : 'hosting-models-mixed',
            severity: 'warning',
            certainty: 'likely',
            message: `This application starts with application pool "${pool}" (preloadEnabled), so ${someOf(mates.map(({ name }) => name))} cannot run beside it.`,
            evidence: [
                `This application: ${hostingModel}, with preloadEnabled.`,
                ...mates
                    .slice(0, 10)
                    .map(({ name, hostingModel: model }) => `${name}: ${model ?? 'unknown'}, without preloadEnabled; it shows ${status(model)}.`),
            ],
            remedies: [{ side: 'server', text: 'Give each of the applications a pool of its own.', snippet: 'New-WebAppPool -Name <new pool>' }],
            place: { in: 'server', fact: 'iis.sites' },
        },
    ];
}
function poolMatesOutcome(stand) {
    const { facts, hostingModel } = stand;
    const workedOut = { hostingModel };
    if (facts.target.poolMates === undefined) {
        return {
            outcome: 'unknown',
            because: `Hosting model ${hostingModel}; nobody said which other applications share the pool.`,
            missingFacts: ['iis.sites'],
            workedOut,
        };
    }
    // Before an application that starts with its pool only others that do can have started.
    const before = isPreloaded(facts.target.current) ? facts.target.poolMates.filter(isPreloaded) : facts.target.poolMates;
    const conflicts = before.filter((mate) => isConflict(mate, hostingModel));
    const conflict = conflicts.find(isPreloaded) ?? conflicts[0];
    if (conflict !== undefined)
        return { outcome: 'failed', failure: conflictFailure(stand, conflict), workedOut };
    const silent = before.filter((mate) => mate.hostingModel === undefined && mate.failsBeforeClaim !== true);
    if (silent.length > 0) {
        const names = someOf(silent.map(({ name }) => name));
        return {
            outcome: 'unknown',
            because: `Hosting model ${hostingModel}; the pool is shared with ${names}, and nobody said how that is hosted.`,
            missingFacts: ['iis.sites[].applications[].hostingModel'],
            workedOut,
        };
    }
    const findings = shutOut(stand, facts.target.poolMates.filter((mate) => isConflict(mate, hostingModel)));
    const because = `Hosting model ${hostingModel}; no other application of the pool stands in the way.`;
    return { outcome: 'passed', because, workedOut, ...(findings.length === 0 ? {} : { findings }) };
}
/**
 * One worker process hosts one model, and one in-process application.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/HandlerResolver.cpp `GetApplicationFactory`;
 * tests: …/IIS/test/Common.FunctionalTests/MultiApplicationTests.cs.
 */
const hostingModelStage = defineStage({
    name: 'hosting-model',
    checks: 'the hosting model, and the applications that share the pool',
    needs: ['module', 'aspNetCore'],
    perform: (facts, { module, aspNetCore }) => {
        const hostingModel = hostingModelOf(aspNetCore, module);
        if (module.module === 'AspNetCoreModule') {
            return { outcome: 'passed', because: 'Version 1 of the module hosts every application out-of-process.', workedOut: { hostingModel } };
        }
        return poolMatesOutcome({ facts, module, section: aspNetCore, hostingModel });
    },
});

;// CONCATENATED MODULE: ./build/ancm/listen-port-stage.js









const listen_port_stage_lowest = 1025;
const highest = 48_000;
function portInvalid(stand, { value, written, fromWorker }) {
    const where = fromWorker ? 'The machine or the pool' : 'web.config';
    return childFailure(stand, {
        rule: 'listen-port-invalid',
        hresult: startup_failure/* hresults */.j.ERROR_INVALID_PARAMETER,
        port: `${atoi(value)}`,
        message: `${where} sets ASPNETCORE_PORT to "${value}"; the module accepts ${listen_port_stage_lowest} to ${highest} only.`,
        evidence: [
            `web.config line ${written.line}: ASPNETCORE_PORT="${written.value}".`,
            ...(fromWorker ? [`ANCM_PREFER_ENVIRONMENT_VARIABLES puts the ASPNETCORE_PORT of the worker process in its place: "${value}".`] : []),
        ],
        remedies: [{ side: 'app', text: 'Remove the variable; the module then chooses a free port and tells the application.' }],
        place: webConfigPlace(stand.facts, written),
    });
}
/**
 * Only where web.config has ASPNETCORE_PORT it is honoured: empty means a random port, anything outside 1025 to 48000 is refused without
 * a retry. The text is read as C `_wtoi` does.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/OutOfProcessRequestHandler/serverprocess.cpp `SetupListenPort`;
 * tests: …/IIS/test/Common.FunctionalTests/AspNetCorePortTests.cs.
 */
const listenPortStage = defineStage({
    name: 'listen-port',
    checks: 'ASPNETCORE_PORT of web.config',
    needs: ['module', 'aspNetCore', 'workerEnvironment'],
    perform: (facts, { module, aspNetCore, workerEnvironment }) => {
        const written = environmentVariable(aspNetCore, 'ASPNETCORE_PORT');
        const chosen = { outcome: 'passed', because: 'The module chooses a free port.' };
        if (written === undefined)
            return chosen;
        const token = (0,deploy_time_token/* deployTimeToken */.k)(written.value);
        if (token !== undefined)
            return { outcome: 'unknown', because: `ASPNETCORE_PORT is the placeholder ${token}.`, missingFacts: [] };
        const lookup = applicationEnvironment(aspNetCore, workerEnvironment, module)('ASPNETCORE_PORT');
        if (!lookup.known)
            return { outcome: 'unknown', because: 'ASPNETCORE_PORT depends on variables nobody described.', missingFacts: lookup.missingFacts };
        const { value } = lookup;
        if (value === undefined)
            return chosen;
        const port = atoi(value);
        if (port >= listen_port_stage_lowest && port <= highest)
            return { outcome: 'passed', because: `The application is given port ${port}.` };
        const command = launchCommand(aspNetCore, module, workerEnvironment);
        const launch = command.known ? command.launch : { processPath: aspNetCore.processPath, arguments: aspNetCore.arguments };
        const stand = { facts, module, section: aspNetCore, launch };
        const own = workerEnvironment('ASPNETCORE_PORT');
        const fromWorker = own.known && own.value === value && written.value !== value;
        return { outcome: 'failed', failure: portInvalid(stand, { value, written, fromWorker }) };
    },
});

;// CONCATENATED MODULE: ./build/ancm/listening-stage.js








/** web.config gives a port of its own, and an address with it: then the application listens there without being told by IIS integration. */
function isToldByVariables(environment) {
    const [port, urls] = ['ASPNETCORE_PORT', 'ASPNETCORE_URLS'].map(environment);
    if (port?.known !== true || urls?.known !== true || port.value === undefined)
        return false;
    return new RegExp(`:${atoi(port.value)}(?!\\d)`).test(urls.value ?? '');
}
/**
 * The handler waits until the child listens on its port, at most startupTimeLimit seconds.
 * Source: dotnet/aspnetcore:…/OutOfProcessRequestHandler/serverprocess.cpp `PostStartCheck`.
 */
const listeningStage = defineStage({
    name: 'listening',
    checks: 'the time limit, and whether the application learns its port',
    needs: ['module', 'aspNetCore', 'launch', 'workerEnvironment'],
    perform: (facts, { module, aspNetCore, launch, workerEnvironment }) => {
        const stand = { facts, module, section: aspNetCore, launch };
        if (aspNetCore.startupTimeLimit === 0) {
            const failure = childFailure(stand, {
                rule: 'startup-time-limit-zero',
                hresult: startup_failure/* hresults */.j.PROCESS_START_TIMEOUT,
                message: 'startupTimeLimit is 0, which gives the application no time at all to start; it does not mean "no limit".',
                evidence: ['web.config: startupTimeLimit="0".'],
                remedies: [
                    {
                        side: 'app',
                        text: 'Remove the attribute (the default is 120 seconds) or give a number up to 3600.',
                        snippet: 'startupTimeLimit="120"',
                    },
                ],
                place: attributePlace(facts, aspNetCore, 'startupTimeLimit'),
            });
            return { outcome: 'failed', failure };
        }
        const dll = entryDllGuess(facts);
        const builder = dll === undefined ? undefined : bareBuilder(facts, dll, 'UseIISIntegration');
        const environment = applicationEnvironment(aspNetCore, workerEnvironment, module);
        if (dll === undefined || builder === undefined || isToldByVariables(environment))
            return { outcome: 'passed', because: 'Nothing in the files keeps the application from listening; its own code is not checked.' };
        const failure = childFailure(stand, {
            rule: 'iis-integration-absent',
            certainty: 'likely',
            hresult: startup_failure/* hresults */.j.PROCESS_START_TIMEOUT,
            message: `The application is built with ${builder} and does not call UseIISIntegration, so it does not listen on the port the module gives it.`,
            evidence: [`${dll} refers to WebApplication.${builder}, and not to UseIISIntegration.`],
            remedies: [
                {
                    side: 'app',
                    text: 'Call UseIISIntegration, or use WebApplication.CreateBuilder.',
                    snippet: 'builder.WebHost.UseIISIntegration();',
                },
            ],
            place: { in: 'artifact', file: dll },
        });
        return { outcome: 'failed', failure };
    },
});

;// CONCATENATED MODULE: ./build/ancm/load-hostfxr-stage.js







const requiredExport = 'hostfxr_get_native_search_directories';
/** Before 3.0 nothing was written about a dll that does not load, only about one that lacks the export (dotnet/aspnetcore#6670). */
function loadEvents({ module, path, exportMissing }) {
    const tooOld = `Hostfxr version used does not support '${requiredExport}', update the version of hostfxr to a higher version. Path to hostfxr: '${path}'.`;
    const unloadable = `Unable to load '${path}'. This might be caused by a bitness mismatch between IIS application pool and published application.`;
    return [...(exportMissing === true ? [tooOld] : []), ...(module.major < 3 ? [] : [unloadable])].map((text) => nativeDependenciesEvent(module, text));
}
function load_hostfxr_stage_loadFailure(problem) {
    const { facts, module, section } = problem;
    const hresult = problem.exportMissing === true ? startup_failure/* hresults */.j.ERROR_PROC_NOT_FOUND : startup_failure/* hresults */.j.ERROR_BAD_EXE_FORMAT;
    const last = [handlerNotFoundEvent(module, ''), startFailedEvent(module, facts, hresult)];
    const [first, ...others] = loadEvents(problem);
    return shimFailure(module, section, 'inprocess', {
        rule: 'hostfxr-not-loadable',
        status: '500.32',
        hresult,
        events: first === undefined ? last : [first, ...others, ...last],
        message: problem.message,
        evidence: problem.evidence,
        remedies: problem.remedies,
        place: problem.file === undefined ? { in: 'server', fact: 'dotnet' } : { in: 'artifact', file: problem.file },
    });
}
function poolRemedy(facts, bits32) {
    const pool = facts.target.appPool ?? '{pool}';
    return {
        side: 'server',
        text: `Let the pool run ${bits32 ? '32-bit' : '64-bit'} worker processes.`,
        snippet: `${appcmd/* appcmd */.C} set apppool "${pool}" /enable32BitAppOnWin64:${bits32}`,
    };
}
function artifactHostfxr(facts, { module, aspNetCore, hostfxr, entry, workerArchitecture }) {
    const folder = entry.kind === 'self-contained' ? entry.folder : (0,paths/* parentPath */.yl)(hostfxr.path);
    const relative = folder === '' ? 'hostfxr.dll' : `${folder}\\hostfxr.dll`;
    const image = facts.artifact.images.get((0,paths/* pathKey */.Pn)(relative));
    if (image === undefined)
        return { outcome: 'unknown', because: `${relative} could not be looked into.`, missingFacts: [] };
    const why = whyNotLoadable(image, workerArchitecture);
    const common = { facts, module, section: aspNetCore, path: hostfxr.path, file: relative };
    if (why !== undefined) {
        const other = image.format === 'pe' ? image.machine : undefined;
        const republish = {
            side: 'app',
            text: `Publish for ${workerArchitecture}.`,
            snippet: `dotnet publish -c Release -r win-${workerArchitecture} --self-contained`,
        };
        const failure = load_hostfxr_stage_loadFailure({
            ...common,
            message: other === undefined
                ? `The worker process cannot load ${relative} of this self-contained application: ${why}.`
                : `The application is self-contained for ${other}, but its worker process is ${workerArchitecture}.`,
            evidence: [`${relative}: ${why}.`, `The worker process of pool "${facts.target.appPool ?? '?'}" is ${workerArchitecture}.`],
            remedies: [
                republish,
                ...((other === 'x86' && workerArchitecture === 'x64') || (other === 'x64' && workerArchitecture === 'x86')
                    ? [poolRemedy(facts, other === 'x86')]
                    : []),
            ],
        });
        return { outcome: 'failed', failure };
    }
    if (image.format === 'pe' && image.exports !== undefined && !image.exports.includes(requiredExport)) {
        const failure = load_hostfxr_stage_loadFailure({
            ...common,
            exportMissing: true,
            message: `${relative} is not a hostfxr the module can use: it does not export ${requiredExport}.`,
            evidence: [
                `${relative} exports ${image.exports.length === 0 ? 'nothing' : `${image.exports.length} functions`}, ${requiredExport} is not among them.`,
            ],
            remedies: [{ side: 'app', text: 'Publish again; a hostfxr.dll of .NET Core 2.1 or later is needed.' }],
        });
        return { outcome: 'failed', failure };
    }
    return {
        outcome: 'passed',
        because: `${relative} is for ${workerArchitecture}, like the worker process.`,
        workedOut: { hostfxrLoaded: true },
    };
}
function serverHostfxr(facts, { module, aspNetCore, hostfxr, entry, dotnetRoot, workerArchitecture }) {
    const common = { facts, module, section: aspNetCore, path: hostfxr.path };
    if (dotnetRoot.architecture === undefined) {
        return { outcome: 'unknown', because: `The architecture of ${dotnetRoot.root} is not known.`, missingFacts: ['dotnet[].architecture'] };
    }
    if (dotnetRoot.architecture !== workerArchitecture) {
        const named = entry.kind === 'dotnet' && (0,paths/* fileName */.Md)(entry.request) !== entry.request;
        const failure = load_hostfxr_stage_loadFailure({
            ...common,
            message: named
                ? `processPath leads to the ${dotnetRoot.architecture} dotnet, but the worker process is ${workerArchitecture}; when a folder is named the module does not compare them.`
                : `The dotnet that the module finds is ${dotnetRoot.architecture}, but the worker process is ${workerArchitecture}.`,
            evidence: [
                `${dotnetRoot.root} is ${dotnetRoot.architecture}.`,
                `The worker process of pool "${facts.target.appPool ?? '?'}" is ${workerArchitecture}.`,
                `web.config: processPath="${aspNetCore.processPath}".`,
            ],
            remedies: [
                named
                    ? { side: 'app', text: 'Write processPath="dotnet" and let the module find the right one.', snippet: 'processPath="dotnet"' }
                    : {
                        side: 'server',
                        text: `Install the ASP.NET Core Hosting Bundle with the ${workerArchitecture} runtime, then restart IIS.`,
                        snippet: 'net stop was /y\nnet start w3svc',
                    },
                ...(dotnetRoot.architecture === 'arm64' ? [] : [poolRemedy(facts, dotnetRoot.architecture === 'x86')]),
            ],
        });
        return { outcome: 'failed', failure };
    }
    if (/^(?:1\.|2\.0\.)/.test(hostfxr.version ?? '')) {
        const failure = load_hostfxr_stage_loadFailure({
            ...common,
            exportMissing: true,
            message: `hostfxr ${hostfxr.version ?? ''} is too old for in-process hosting; the module needs 2.1 or later.`,
            evidence: [`The highest hostfxr of ${dotnetRoot.root} is ${hostfxr.version ?? 'unknown'}.`],
            remedies: [{ side: 'server', text: 'Install a supported .NET runtime (Hosting Bundle).' }],
        });
        return { outcome: 'failed', failure };
    }
    return {
        outcome: 'passed',
        because: `${(0,paths/* fileName */.Md)(hostfxr.path)} ${hostfxr.version ?? ''} is for ${workerArchitecture}, like the worker process.`,
        workedOut: { hostfxrLoaded: true },
    };
}
/**
 * LoadLibrary of hostfxr.dll in the worker process: 500.32 when it is of another machine, damaged or too old.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/HostFxr.cpp; test `PublishWithWrongBitness`.
 */
const loadHostfxrStage = defineStage({
    name: 'load-hostfxr',
    checks: 'hostfxr.dll against the architecture of the worker process',
    needs: ['module', 'aspNetCore', 'hostfxr', 'entry', 'dotnetRoot', 'workerArchitecture'],
    perform: (facts, workedOut) => workedOut.hostfxr.beside === 'application' ? artifactHostfxr(facts, workedOut) : serverHostfxr(facts, workedOut),
});

;// CONCATENATED MODULE: ./build/ancm/locate-dotnet-stage.js








/**
 * From 7.0 on, a request that is more than `dotnet.exe` is first taken as a root: hostfxr below its folder is enough,
 * the exe itself need not be there (dotnet/aspnetcore:…/CommonLib/HostFxrResolver.cpp, static nethost).
 */
function hostfxrBesideRequest(facts, request, { server, module }) {
    if (module.major < 7 || !(0,paths/* isAbsolutePath */.Z1)(request))
        return undefined;
    const path = resolveApplicationPath(facts, request);
    const root = path.in === 'application' ? dotnetRootInArtifact(facts, (0,paths/* parentPath */.yl)(path.relative)) : rootAt(server?.dotnet ?? [], (0,paths/* parentPath */.yl)(request));
    if (root?.hostfxr === undefined || highestFxVersion(root.hostfxr)?.complete !== true)
        return undefined;
    return { found: true, exe: request, root, how: 'named in processPath', trail: [] };
}
/** A dotnet.exe inside the application folder wins over everything, whatever its architecture; a relative name may also lead out of it. */
function locate_dotnet_stage_search(facts, request, searchFacts) {
    const beside = hostfxrBesideRequest(facts, request, searchFacts);
    if (beside !== undefined)
        return beside;
    const path = resolveApplicationPath(facts, request);
    if (path.in === 'server')
        return searchDotnet(path.path, searchFacts);
    if (path.in === 'unknown' && !(0,paths/* isAbsolutePath */.Z1)(request))
        return { found: 'unknown', missingFacts: path.missingFacts };
    const file = path.in === 'application' ? facts.artifact.files.get(path.key) : undefined;
    if (file === undefined)
        return searchDotnet(request, searchFacts);
    const exe = `${applicationFolder(facts)}\\${file.path}`;
    return { found: true, exe, root: dotnetRootInArtifact(facts, (0,paths/* parentPath */.yl)(file.path)), how: 'in the application folder', trail: [] };
}
function applicationRoot(facts, folder) {
    const root = folder === '' ? applicationFolder(facts) : `${applicationFolder(facts)}\\${folder}`;
    return { root, frameworks: new Map() };
}
function requestOf(entry) {
    // For an exe without hostfxr.dll the module asks for the bare word, without an extension.
    return entry.kind === 'dotnet' ? entry.request : 'dotnet';
}
function locate_dotnet_stage_dotnetMissing(facts, searchFacts, section, request, trail) {
    const { module, workerArchitecture } = searchFacts;
    const named = (0,paths/* fileName */.Md)(request) !== request;
    // The place the text names is the first one that was looked at, below the application, in either case.
    const first = pathInTexts(facts, request);
    return resolutionFailure({ facts, module, section }, {
        rule: 'dotnet-missing',
        text: named
            ? `Could not find dotnet.exe at '${first}'`
            : `Could not find dotnet.exe at '${first}' or using the system PATH environment variable. Check that a valid path to dotnet is on the PATH and the bitness of dotnet matches the bitness of the IIS worker process.`,
        message: named
            ? `processPath names ${request}, and there is no dotnet there; when a folder is given the module looks nowhere else.`
            : `The worker process is ${workerArchitecture}, and the server has no ${workerArchitecture} dotnet.`,
        evidence: [`web.config: processPath="${section.processPath}".`, ...trail.map((line) => `${line}.`)],
        remedies: [
            {
                side: 'server',
                text: `Install the ASP.NET Core Hosting Bundle with the ${workerArchitecture} runtime (without OPT_NO_X86=1 for 32-bit pools), then restart IIS.`,
                snippet: 'net stop was /y\nnet start w3svc',
            },
            named
                ? { side: 'app', text: 'Write processPath="dotnet" and let the module find it.', snippet: 'processPath="dotnet"' }
                : {
                    side: 'server',
                    text: 'Let the pool run the other bitness.',
                    snippet: `${appcmd/* appcmd */.C} set apppool "${facts.target.appPool ?? '{pool}'}" /enable32BitAppOnWin64:${workerArchitecture === 'x86' ? 'false' : 'true'}`,
                },
        ],
    });
}
const locateDotnetStage = defineStage({
    name: 'locate-dotnet',
    checks: 'a dotnet.exe of the worker process',
    needs: ['module', 'aspNetCore', 'entry', 'workerArchitecture', 'workerEnvironment'],
    perform: (facts, { module, aspNetCore, entry, workerArchitecture, workerEnvironment }) => {
        if (entry.kind === 'self-contained') {
            // The host takes the folder of a self-contained application for its dotnet root (dotnet/runtime:src/native/corehost/hostmisc).
            const root = applicationRoot(facts, entry.folder);
            return { outcome: 'passed', because: 'A self-contained application is its own dotnet root.', workedOut: { dotnetRoot: root } };
        }
        const request = requestOf(entry);
        const searchFacts = { server: facts.server, module, workerArchitecture, workerEnvironment };
        const result = locate_dotnet_stage_search(facts, request, searchFacts);
        if (result.found === 'unknown') {
            return {
                outcome: 'unknown',
                because: `Which dotnet an ${workerArchitecture} worker process finds is not known.`,
                missingFacts: result.missingFacts,
            };
        }
        if (!result.found)
            return { outcome: 'failed', failure: locate_dotnet_stage_dotnetMissing(facts, searchFacts, aspNetCore, request, result.trail) };
        return {
            outcome: 'passed',
            because: `${result.exe} (${result.how}).`,
            workedOut: { dotnetExe: result.exe, dotnetRoot: result.root },
        };
    },
});

;// CONCATENATED MODULE: ./build/ancm/locate-hostfxr-stage.js





/** The text of event 1031: 7.0 and later ask nethost and only say that it failed; earlier shims look themselves. */
function locate_hostfxr_stage_hostfxrMissingText(root, major) {
    if (major >= 7)
        return 'get_hostfxr_path failed';
    const folder = `${root.root}\\host\\fxr`;
    const highest = highestFxVersion(root.hostfxr ?? []);
    if (highest !== undefined)
        return `hostfxr.dll not found at '${folder}\\${highest.version}\\hostfxr.dll'`;
    return (root.hostfxr ?? []).length === 0
        ? `Unable to find hostfxr directory at ${folder}`
        : `Hostfxr directory '${folder}' doesn't contain any version subdirectories`;
}
function locate_hostfxr_stage_missing(facts, root, { module, aspNetCore }) {
    const listed = (root.hostfxr ?? []).map(({ version, complete }) => (complete ? version : `${version} (without hostfxr.dll)`)).join(', ');
    return {
        outcome: 'failed',
        failure: resolutionFailure({ facts, module, section: aspNetCore }, {
            rule: 'hostfxr-missing',
            text: locate_hostfxr_stage_hostfxrMissingText(root, module.major),
            message: `The dotnet folder ${root.root} has no usable hostfxr: only the highest version folder counts, and it must hold hostfxr.dll.`,
            evidence: [`${root.root}\\host\\fxr: ${listed === '' ? 'no version folder' : listed}.`],
            remedies: [
                {
                    side: 'server',
                    text: 'Repair or reinstall the .NET runtime in that folder (the Hosting Bundle does it for the default folder).',
                },
            ],
        }),
    };
}
function besideApplication(facts, entry) {
    const relative = entry.folder === '' ? 'hostfxr.dll' : `${entry.folder}\\hostfxr.dll`;
    const version = bundledHostVersion(facts.artifact, entry.dll);
    return {
        outcome: 'passed',
        because: `${relative} beside the exe${version === undefined ? '' : `, version ${version}`}.`,
        workedOut: {
            hostfxr: { path: `${applicationFolder(facts)}\\${relative}`, ...(version === undefined ? {} : { version }), beside: 'application' },
        },
    };
}
/**
 * hostfxr: beside a self-contained exe, else the highest version folder of the dotnet root, without a way back to a lower one.
 * Source: dotnet/aspnetcore:…/CommonLib/HostFxrResolver.cpp; dotnet/runtime:src/native/corehost/fxr_resolver.cpp.
 */
const locateHostfxrStage = defineStage({
    name: 'locate-hostfxr',
    checks: 'hostfxr where the module looks for it',
    needs: ['module', 'aspNetCore', 'entry', 'dotnetRoot'],
    perform: (facts, { module, aspNetCore, entry, dotnetRoot }) => {
        if (entry.kind === 'self-contained')
            return besideApplication(facts, entry);
        if (dotnetRoot.hostfxr === undefined) {
            return {
                outcome: 'unknown',
                because: `Which hostfxr versions ${dotnetRoot.root} has is not known.`,
                missingFacts: ['dotnet[].hostfxr'],
                // What every version of it would refuse is refused.
                workedOut: { hostfxr: { path: `${dotnetRoot.root}\\host\\fxr\\{version}\\hostfxr.dll`, beside: 'dotnet' } },
            };
        }
        const highest = highestFxVersion(dotnetRoot.hostfxr);
        if (highest?.complete !== true)
            return locate_hostfxr_stage_missing(facts, dotnetRoot, { module, aspNetCore });
        return {
            outcome: 'passed',
            because: `hostfxr ${highest.version} is the highest in ${dotnetRoot.root}.`,
            workedOut: {
                hostfxr: { path: `${dotnetRoot.root}\\host\\fxr\\${highest.version}\\hostfxr.dll`, version: highest.version, beside: 'dotnet' },
            },
        };
    },
});

;// CONCATENATED MODULE: ./build/ancm/module-enabled-stage.js


/**
 * The registry switch DisableANCM: the module loads but takes no requests, so it sends no page either.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/dllmain.cpp `RegisterModule`; the sub-status is not asserted by its tests.
 */
const moduleEnabledStage = defineStage({
    name: 'module-enabled',
    checks: 'the module is not switched off',
    needs: ['module'],
    perform: (facts, { module }) => {
        const installed = facts.server?.aspNetCoreModule;
        if (module.module === 'AspNetCoreModule')
            return { outcome: 'not-applicable', because: 'Version 1 of the module has no such switch.' };
        // The switch is rare, so a manifest that says nothing about it means that it is off.
        if (installed?.installed !== true || installed.disabled !== true) {
            return { outcome: 'passed', because: 'Nothing says that the module is switched off.' };
        }
        return {
            outcome: 'failed',
            failure: {
                rule: 'module-disabled',
                severity: 'error',
                certainty: 'likely',
                status: '500.0',
                event: moduleDisabledEvent(module),
                message: 'The ASP.NET Core Module is switched off on this server by the registry value DisableANCM, so no application of it can start.',
                evidence: ['aspNetCoreModule.disabled is true in the server manifest.'],
                remedies: [
                    {
                        side: 'server',
                        text: 'Remove the value and recycle the pool.',
                        snippet: 'reg delete "HKLM\\SOFTWARE\\Microsoft\\IIS Extensions\\IIS AspNetCore Module V2\\Parameters" /v DisableANCM /f',
                    },
                ],
                place: { in: 'server', fact: 'aspNetCoreModule.disabled' },
            },
        };
    },
});

;// CONCATENATED MODULE: ./build/ancm/handler-folder.js
/** `12.2.19109.5`: three numbers, and whatever follows counts as a pre-release text. */
function handler_folder_parse(folder) {
    const match = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})([.-].*)?$/.exec(folder.version);
    if (match === null)
        return undefined;
    return { folder, numbers: [Number(match[1]), Number(match[2]), Number(match[3])], rest: match[4] ?? '' };
}
function compare(left, right) {
    for (const index of [0, 1, 2]) {
        if (left.numbers[index] !== right.numbers[index])
            return left.numbers[index] - right.numbers[index];
    }
    if (left.rest === right.rest)
        return 0;
    if (left.rest === '' || right.rest === '')
        return left.rest === '' ? 1 : -1;
    return left.rest < right.rest ? -1 : 1;
}
/**
 * The highest handler folder as the shim of 2.2 orders them: it also takes four-part names, the fourth part as a pre-release text.
 * From 3.0 on such a name does not parse and is ignored. Source: aspnet/IISIntegration:src/AspNetCoreModuleV2/CommonLib/fx_ver.cpp.
 */
function highestFourPartVersion(folders) {
    const parsed = folders.map(handler_folder_parse).filter((folder) => folder !== undefined);
    return parsed.reduce((highest, folder) => (highest === undefined || compare(folder, highest) > 0 ? folder : highest), undefined)?.folder;
}

;// CONCATENATED MODULE: ./build/ancm/outofprocess-handler-stage.js











const override = 'ASPNETCORE_MODULE_OUTOFPROCESS_HANDLER';
function handlerMissing(facts, module, section, listed) {
    const hresult = startup_failure/* hresults */.j.ERROR_UNHANDLED_EXCEPTION;
    const failure = shimFailure(module, section, 'outofprocess', {
        rule: 'outofprocess-handler-missing',
        status: '500.36',
        hresult,
        events: [outOfProcessHandlerMissingEvent(module), startFailedEvent(module, facts, hresult)],
        message: 'The server has no out-of-process request handler: no version folder lies beside aspnetcorev2.dll.',
        evidence: [`Version folders beside the module: ${listed.length === 0 ? 'none' : listed.map(({ version }) => version).join(', ')}.`],
        remedies: [
            { side: 'server', text: 'Repair the ASP.NET Core Hosting Bundle.' },
            { side: 'app', text: 'Host in-process.', snippet: '<AspNetCoreHostingModel>InProcess</AspNetCoreHostingModel>' },
        ],
        place: { in: 'server', fact: 'aspNetCoreModule.outOfProcessHandlers' },
    });
    return { outcome: 'failed', failure };
}
function handlerNotLoadable(facts, module, section, folder) {
    const hresult = startup_failure/* hresults */.j.ERROR_MOD_NOT_FOUND;
    const setting = handlerSetting(section, 'handlerVersion');
    const failure = shimFailure(module, section, 'outofprocess', {
        rule: 'outofprocess-handler-not-loadable',
        status: '500.0',
        hresult,
        events: [startFailedEvent(module, facts, hresult)],
        message: setting === undefined
            ? `The highest handler folder of the server, ${folder}, lacks aspnetcorev2_outofprocess.dll, and the module tries no other.`
            : `The handler setting handlerVersion names ${folder}, and the server has no handler there; the module does not look for another.`,
        evidence: [
            setting === undefined
                ? `Folder ${folder} beside aspnetcorev2.dll is incomplete.`
                : `web.config line ${setting.line}: handlerVersion="${setting.value}".`,
        ],
        remedies: setting === undefined
            ? [{ side: 'server', text: 'Repair the ASP.NET Core Hosting Bundle.' }]
            : [{ side: 'app', text: 'Remove the handlerVersion setting; the highest version is taken then.' }],
        place: setting === undefined ? { in: 'server', fact: 'aspNetCoreModule.outOfProcessHandlers' } : webConfigPlace(facts, setting),
    });
    return { outcome: 'failed', failure };
}
/** The handler of 2.2 refuses a variable that is defined twice while it reads its configuration (aspnet/IISIntegration). */
function duplicateFor22(facts, module, section, folder) {
    const duplicate = duplicateVariable(section);
    if (duplicate === undefined || !/^(?:12\.|2\.)/.test(folder))
        return undefined;
    const hresult = startup_failure/* hresults */.j.ERROR_ALREADY_EXISTS;
    const failure = shimFailure(module, section, 'outofprocess', {
        rule: 'environment-variable-duplicate',
        status: '500.0',
        hresult,
        events: [startFailedEvent(module, facts, hresult)],
        message: `web.config defines the environment variable ${duplicate.name} twice, and the handler of ASP.NET Core 2.2 refuses that.`,
        evidence: [`web.config line ${duplicate.line}: ${duplicate.name} again (names ignore case).`, `The handler in use is ${folder}.`],
        remedies: [{ side: 'app', text: 'Define it once.' }],
        place: webConfigPlace(facts, duplicate),
    });
    return { outcome: 'failed', failure };
}
/** The folder that will be loaded: as the setting says, verbatim; else the highest version, as this generation of the module orders them. */
function chooseFolder(section, module, listed) {
    const setting = handlerSetting(section, 'handlerVersion');
    if (setting !== undefined && setting.value !== '') {
        return (listed.find(({ version }) => version.toLowerCase() === setting.value.toLowerCase()) ?? { version: setting.value, complete: false });
    }
    return module.major < 3 ? highestFourPartVersion(listed) : highestFxVersion(listed);
}
function handlerOverride(facts, { workerEnvironment }) {
    const named = workerEnvironment(override);
    if (!named.known)
        return { outcome: 'unknown', because: `${override} of the worker process is not known.`, missingFacts: named.missingFacts };
    if (named.value === undefined)
        return undefined;
    const exists = serverFileExists(facts, named.value);
    if (exists === undefined)
        return {
            outcome: 'unknown',
            because: `${override} names ${named.value}; nobody said whether that file exists.`,
            missingFacts: ['existingFiles'],
        };
    return exists ? { outcome: 'passed', because: `${override} names ${named.value}.` } : undefined;
}
/**
 * The out-of-process handler: a file named by a variable of the worker process, else the highest version folder beside aspnetcorev2.dll.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/HandlerResolver.cpp `FindNativeAssemblyFromGlobalLocation`,
 * …/CommonLib/GlobalVersionUtility.cpp; tests: …/IIS/test/Common.FunctionalTests/GlobalVersionTests.cs.
 */
const outOfProcessHandlerStage = defineStage({
    name: 'outofprocess-handler',
    checks: 'the out-of-process request handler on the server',
    needs: ['module', 'aspNetCore', 'workerEnvironment'],
    perform: (facts, needs) => {
        const { module, aspNetCore } = needs;
        if (module.module === 'AspNetCoreModule')
            return { outcome: 'not-applicable', because: 'Version 1 of the module starts the process itself.' };
        const named = handlerOverride(facts, needs);
        if (named !== undefined)
            return named;
        const token = (0,deploy_time_token/* deployTimeToken */.k)(handlerSetting(aspNetCore, 'handlerVersion')?.value ?? '');
        if (token !== undefined)
            return { outcome: 'unknown', because: `handlerVersion is the placeholder ${token}.`, missingFacts: [] };
        const installed = facts.server?.aspNetCoreModule;
        const listed = installed?.installed === true ? installed.outOfProcessHandlers : undefined;
        if (listed === undefined) {
            return {
                outcome: 'unknown',
                because: 'Which handler folders lie beside the module is not known.',
                missingFacts: ['aspNetCoreModule.outOfProcessHandlers'],
            };
        }
        const folder = chooseFolder(aspNetCore, module, listed);
        if (folder === undefined)
            return handlerMissing(facts, module, aspNetCore, listed);
        if (!folder.complete)
            return handlerNotLoadable(facts, module, aspNetCore, folder.version);
        return (duplicateFor22(facts, module, aspNetCore, folder.version) ?? {
            outcome: 'passed',
            because: `Handler ${folder.version} beside the module.`,
        });
    },
});

;// CONCATENATED MODULE: ./build/ancm/process-path-stage.js





/** Before 5.0 any path that ends in dotnet.exe counted as the muxer (dotnet/aspnetcore:…/CommonLib/HostFxrResolver.cpp `IsDotnetExecutable`). */
function isDotnet(processPath, major) {
    return major >= 5 ? (0,paths/* fileName */.Md)(processPath).toLowerCase() === 'dotnet.exe' : processPath.toLowerCase().endsWith('dotnet.exe');
}
function unknownPath(stand, path, missingFacts) {
    const because = `processPath leads to ${path}, outside the artifact, and nobody said whether that file exists.`;
    return { outcome: 'unknown', because, missingFacts, workedOut: { launch: stand.launch } };
}
/** The exe, the dll of the same name beside it, and whether hostfxr.dll lies there too: that alone makes it self-contained. */
function exeEntry(stand, path, processPath) {
    const { facts, launch } = stand;
    const dllKey = `${path.key.slice(0, -(0,paths/* extension */.ck)(path.key).length)}.dll`;
    const dll = facts.artifact.files.get(dllKey);
    if (dll === undefined)
        return { outcome: 'failed', failure: applicationDllMissing(stand, path, processPath), workedOut: { launch } };
    const folder = (0,paths/* parentPath */.yl)(dll.path);
    const selfContained = facts.artifact.files.has((0,paths/* pathKey */.Pn)(`${folder}\\hostfxr.dll`));
    const entry = { kind: selfContained ? 'self-contained' : 'launcher', exe: path.relative, dll: dll.path, folder };
    const because = selfContained
        ? `${path.relative} with hostfxr.dll beside it: self-contained.`
        : `${path.relative} without hostfxr.dll beside it: the module starts ${dll.path} through dotnet and does not run the exe.`;
    return { outcome: 'passed', because, workedOut: { launch, entry } };
}
function resolveEntry(stand) {
    const { facts, module, launch } = stand;
    const written = launch.processPath;
    const withExtension = (0,paths/* extension */.ck)(written) === '' ? `${written}.exe` : written;
    if ((0,paths/* extension */.ck)(withExtension).toLowerCase() !== '.exe')
        return { outcome: 'failed', failure: notAnExe(stand, withExtension), workedOut: { launch } };
    if (isDotnet(withExtension, module.major)) {
        if (launch.arguments === '')
            return { outcome: 'failed', failure: argumentsEmpty(stand), workedOut: { launch } };
        const entry = { kind: 'dotnet', request: withExtension };
        return {
            outcome: 'passed',
            because: `processPath "${written}" means dotnet; the arguments name the application.`,
            workedOut: { launch, entry },
        };
    }
    const path = resolveApplicationPath(facts, withExtension);
    const found = fileExists(facts, path);
    if ('missingFacts' in found)
        return unknownPath(stand, path.in === 'server' ? path.path : withExtension, found.missingFacts);
    if (!found.exists)
        return { outcome: 'failed', failure: executableMissing(stand, path, withExtension), workedOut: { launch } };
    if (path.in !== 'application')
        return unknownPath(stand, withExtension, ['existingFiles']);
    return exeEntry(stand, path, withExtension);
}
/**
 * In-process: what processPath names.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/HostFxrResolver.cpp `GetHostFxrParameters`;
 * tests: …/AspNetCoreModuleV2/CommonLibTests/hostfxr_utility_tests.cpp.
 */
const processPathStage = defineStage({
    name: 'process-path',
    checks: 'processPath against the files of the artifact',
    needs: ['module', 'aspNetCore', 'hostingModel', 'workerEnvironment'],
    perform: (facts, { module, aspNetCore, workerEnvironment }) => {
        const command = launchCommand(aspNetCore, module, workerEnvironment);
        if (!command.known) {
            const because = 'processPath and arguments depend on environment variables of the worker process that nobody described.';
            return { outcome: 'unknown', because, missingFacts: command.missingFacts };
        }
        return resolveEntry({ facts, module, section: aspNetCore, launch: command.launch, overridden: command.overridden });
    },
});

;// CONCATENATED MODULE: ./build/ancm/request-handler-stage.js










const handlerDll = 'aspnetcorev2_inprocess.dll';
const firstWithHandler = parseFxVersion('2.2.0');
/** Microsoft.AspNetCore.App and .All carry the handler from 2.2 on. */
function carriesHandler({ name, version }) {
    const parsed = parseFxVersion(version);
    if (parsed === undefined || firstWithHandler === undefined)
        return false;
    return /^Microsoft\.AspNetCore\.(?:App|All)$/i.test(name) && compareFxVersions(parsed, firstWithHandler) >= 0;
}
/** The handler inside the artifact, where one of the native search directories holds it; relative to the application root. */
function handlerInArtifact(facts, directories) {
    const root = `${(0,paths/* fullPathKey */.U8)(applicationFolder(facts))}\\`;
    for (const directory of directories) {
        const key = `${(0,paths/* fullPathKey */.U8)(directory)}\\`;
        if (!key.startsWith(root))
            continue;
        const file = facts.artifact.files.get((0,paths/* pathKey */.Pn)(`${key.slice(root.length)}\\${handlerDll}`));
        if (file !== undefined)
            return file.path;
    }
    return undefined;
}
/**
 * Product version of a handler inside the artifact: of the framework folder it lies in, else of the dll itself (18.0 is 8.0), else of the
 * host beside it.
 */
function request_handler_stage_handlerVersion(facts, path, { host, applicationDll }) {
    const folder = (0,paths/* fullPathKey */.U8)(`${applicationFolder(facts)}\\${(0,paths/* parentPath */.yl)(path)}`);
    const framework = host.frameworks.find(({ directory }) => (0,paths/* fullPathKey */.U8)(directory) === folder);
    if (framework !== undefined)
        return framework.version;
    const image = facts.artifact.images.get((0,paths/* pathKey */.Pn)(path));
    const [major, minor] = (image?.format === 'pe' ? (image.fileVersion ?? '') : '').split('.').map(Number);
    if (major !== undefined && minor !== undefined && major >= 12)
        return `${major - 10}.${minor}.0`;
    return bundledHostVersion(facts.artifact, applicationDll);
}
function missingText(module) {
    const reference = module.major < 3 ? 'Microsoft.AspNetCore.Server.IIS package is' : 'Microsoft.AspNetCore.Server.IIS or Microsoft.AspNetCore.App is';
    return `Could not find the assembly '${handlerDll}' referenced for the in-process application. Please confirm the ${reference} referenced in your application.`;
}
function request_handler_stage_handlerMissing(facts, module, section, host) {
    const hresult = startup_failure/* hresults */.j.ERROR_DLL_NOT_FOUND;
    const frameworks = host.frameworks.map(({ name, version }) => `${name} ${version}`).join(', ');
    const failure = shimFailure(module, section, 'inprocess', {
        rule: 'request-handler-missing',
        status: '500.33',
        hresult,
        events: [
            nativeDependenciesEvent(module, missingText(module)),
            handlerNotFoundEvent(module, ''),
            startFailedEvent(module, facts, hresult),
        ],
        message: host.selfContained
            ? `The self-contained application does not contain ${handlerDll}, which in-process hosting needs.`
            : 'The application does not use the ASP.NET Core shared framework, so it brings no in-process request handler.',
        evidence: [
            host.selfContained
                ? `${handlerDll} is not in the artifact.`
                : `Frameworks in use: ${frameworks === '' ? 'none' : frameworks}; Microsoft.AspNetCore.App 2.2 or later is not among them.`,
        ],
        remedies: [
            {
                side: 'app',
                text: 'Use the Web SDK, or reference the framework.',
                snippet: '<Project Sdk="Microsoft.NET.Sdk.Web">\n<FrameworkReference Include="Microsoft.AspNetCore.App" />',
            },
            {
                side: 'app',
                text: 'If it is no web application it cannot be hosted in-process; run it as a Windows service, or out-of-process if it listens on ASPNETCORE_PORT.',
            },
        ],
        place: attributePlace(facts, section, 'hostingModel'),
    });
    return { outcome: 'failed', failure };
}
function artifactHandler(facts, path, needs) {
    const { module, aspNetCore, workerArchitecture } = needs;
    const image = facts.artifact.images.get((0,paths/* pathKey */.Pn)(path));
    if (image === undefined)
        return { outcome: 'unknown', because: `${path} could not be looked into.`, missingFacts: [] };
    const version = request_handler_stage_handlerVersion(facts, path, needs);
    const why = whyNotLoadable(image, workerArchitecture);
    if (why === undefined)
        return {
            outcome: 'passed',
            because: `${path} is part of the artifact.`,
            workedOut: { requestHandler: version === undefined ? {} : { version } },
        };
    const hresult = startup_failure/* hresults */.j.ERROR_BAD_EXE_FORMAT;
    const failure = shimFailure(module, aspNetCore, 'inprocess', {
        rule: 'request-handler-not-loadable',
        status: '500.0',
        hresult,
        events: [startFailedEvent(module, facts, hresult)],
        message: `The worker process cannot load ${path}: ${why}.`,
        evidence: [`${path}: ${why}.`, `The worker process is ${workerArchitecture}.`],
        remedies: [
            {
                side: 'app',
                text: 'Publish again and deploy the whole output into an empty folder.',
                snippet: `dotnet publish -c Release -r win-${workerArchitecture} --self-contained`,
            },
        ],
        place: { in: 'artifact', file: path },
    });
    return { outcome: 'failed', failure };
}
/**
 * aspnetcorev2_inprocess.dll in the first native search directory that has it: the shared framework's folder, or the application's.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/HandlerResolver.cpp.
 */
const requestHandlerStage = defineStage({
    name: 'request-handler',
    checks: 'the in-process request handler is found and can be loaded',
    needs: ['module', 'aspNetCore', 'host', 'workerArchitecture', 'applicationDll'],
    perform: (facts, needs) => {
        const { host, workerArchitecture } = needs;
        const inArtifact = handlerInArtifact(facts, host.nativeSearchDirectories);
        if (inArtifact !== undefined)
            return artifactHandler(facts, inArtifact, needs);
        const framework = host.frameworks.find(carriesHandler);
        if (framework === undefined)
            return request_handler_stage_handlerMissing(facts, needs.module, needs.aspNetCore, host);
        // .NET 6 and earlier have no ARM64 handler (dotnet/aspnetcore#42699).
        if (workerArchitecture === 'arm64' && Number(framework.version.split('.')[0]) < 7)
            return request_handler_stage_handlerMissing(facts, needs.module, needs.aspNetCore, host);
        return {
            outcome: 'passed',
            because: `${framework.name} ${framework.version} carries it.`,
            workedOut: { requestHandler: { version: framework.version } },
        };
    },
});

// EXTERNAL MODULE: ./build/model/failure-text.js
var failure_text = __webpack_require__(6590);
;// CONCATENATED MODULE: ./build/iis/application-pool-stage.js




/**
 * HTTP.sys answers for a pool that is not running; no worker process is started for it.
 * Source: learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add.
 */
const applicationPoolStage = defineStage({
    name: 'application-pool',
    checks: 'the application pool is there and running',
    needs: [],
    perform: (facts) => {
        const { server, target } = facts;
        if (target.pool?.state?.toLowerCase() === 'stopped')
            return { outcome: 'failed', failure: poolStopped(facts) };
        if (target.pool !== undefined)
            return { outcome: 'passed', because: `Nothing keeps application pool "${target.pool.name}" from running.` };
        if (server === undefined)
            return { outcome: 'unknown', because: 'No server is described.', missingFacts: ['iis.appPools'] };
        if (target.appPool === undefined && target.poolsListed === true) {
            return { outcome: 'unknown', because: 'Nobody said which application pool the application uses.', missingFacts: ['iis.sites'] };
        }
        const pool = target.appPool === undefined ? 'The application pool' : `Application pool "${target.appPool}"`;
        return { outcome: 'unknown', because: `${pool} is not described.`, missingFacts: ['iis.appPools'] };
    },
});
function poolStopped({ target }) {
    const name = target.pool?.name ?? '';
    return {
        rule: 'app-pool-stopped',
        severity: 'error',
        certainty: 'certain',
        status: '503',
        title: 'The service is unavailable.',
        message: `Application pool "${name}" is stopped, so nobody takes requests for the application.`,
        evidence: [
            `The state of application pool "${name}" is ${target.pool?.state ?? ''}${target.stoppedAsOf === undefined ? '' : `, as of ${target.stoppedAsOf}`}.`,
            `A pool that stopped by itself leaves event 5002 of ${failure_text/* eventSources */.D.processActivation}: rapid-fail protection after a series of crashes.`,
        ],
        remedies: [
            {
                side: 'server',
                text: 'Find out why the pool was stopped, then start it.',
                snippet: `${appcmd/* appcmd */.C} start apppool /apppool.name:"${name}"`,
            },
        ],
        place: { in: 'server', fact: poolFact(target, 'state') },
    };
}

;// CONCATENATED MODULE: ./build/iis/configuration-failure.js
/**
 * 500.19: IIS cannot use web.config, so no module sees the request. The page names the HRESULT, the file and the lines; nothing is written
 * to the event log. Source: learn.microsoft.com/troubleshoot/developer/webapps/iis/health-diagnostic-performance/http-error-500-19-webpage.
 */
function configurationFailure({ artifact }, problem) {
    const { position } = problem;
    const file = artifact.webConfig.state === 'absent' ? 'web.config' : artifact.webConfig.path;
    return {
        rule: problem.rule,
        severity: 'error',
        certainty: problem.certainty ?? 'certain',
        status: '500.19',
        title: 'Internal Server Error',
        ...(problem.hresult === undefined ? {} : { hresult: problem.hresult }),
        message: problem.message,
        evidence: problem.evidence,
        remedies: problem.remedies,
        place: { in: 'artifact', file, ...(position === undefined ? {} : { line: position.line, column: position.column }) },
    };
}
/** What IIS refuses for some answers only: no failure of the start, so that it has no status of its own. */
function configurationWarning(facts, problem) {
    const { title: _title, status: _status, hresult: _hresult, ...rest } = configurationFailure(facts, problem);
    return { ...rest, severity: 'warning' };
}

;// CONCATENATED MODULE: ./build/iis/configuration-problems.js




/** The registry value `MaxWebConfigFileSizeInKB` of IIS where it is not set. */
const configuration_problems_largestWebConfig = 250 * 1024;
const app = (text, snippet) => ({ side: 'app', text, ...(snippet === undefined ? {} : { snippet }) });
const server = (text, snippet) => ({ side: 'server', text, ...(snippet === undefined ? {} : { snippet }) });
function malformed(file) {
    return {
        rule: 'web-config-malformed',
        hresult: startup_failure/* hresults */.j.ERROR_INVALID_DATA,
        message: `IIS cannot read ${file.path}, because it is not well-formed XML: ${file.message}.`,
        evidence: [
            `${file.path} line ${file.line}, column ${file.column}: ${file.message}.`,
            'IIS reads its configuration before the ASP.NET Core Module, so app_offline.htm does not show either.',
        ],
        remedies: [
            app(`Correct ${file.path} at line ${file.line}, and open it in an XML parser before it is deployed.`, `[xml](Get-Content .\\${file.path} -Raw)`),
        ],
        position: file,
    };
}
function wrongRoot(root) {
    return {
        rule: 'web-config-malformed',
        certainty: 'likely',
        hresult: startup_failure/* hresults */.j.ERROR_INVALID_DATA,
        message: `The root element of web.config is <${root.name}>; IIS expects <configuration>.`,
        evidence: [`web.config line ${root.line}: <${root.name}>; names are compared with regard to case.`],
        remedies: [
            app('Put the content into a <configuration> element.', '<configuration>\n  <system.webServer>…</system.webServer>\n</configuration>'),
        ],
        position: root,
    };
}
/** `undefined` while the file is not larger than IIS reads unless told otherwise. */
function tooLarge(size) {
    if (size === undefined || size <= configuration_problems_largestWebConfig)
        return undefined;
    return {
        rule: 'web-config-too-large',
        certainty: 'likely',
        message: `web.config has ${size} bytes; IIS refuses one of more than 250 KB.`,
        evidence: [`web.config: ${size} bytes; the limit is ${configuration_problems_largestWebConfig} unless the registry value MaxWebConfigFileSizeInKB raises it.`],
        remedies: [
            app('Move long lists, such as rewrite maps, into files of their own.', '<rewriteMaps configSource="rewritemaps.config" />'),
            server('Raise the limit and restart IIS.', 'reg add HKLM\\SOFTWARE\\Microsoft\\InetStp\\Configuration /v MaxWebConfigFileSizeInKB /t REG_DWORD /d 1024'),
        ],
    };
}
function undeclared(element, state) {
    const provider = sectionProvider(state.section);
    const spelling = sectionSpelling(state.section);
    if (spelling !== undefined)
        return misspelt(element, state.section, spelling);
    const ownModule = state.section === 'system.webServer/aspNetCore';
    return {
        rule: 'configuration-section-unknown',
        hresult: startup_failure/* hresults */.j.ERROR_INVALID_DATA,
        message: `web.config uses the section ${state.section}, which this server does not know${provider === undefined ? '' : `: ${provider} is not installed or not registered`}.`,
        evidence: [`web.config line ${element.line}: <${element.name}>.`, state.because],
        remedies: [
            provider === undefined
                ? server(`Install what declares ${state.section}.`)
                : ownModule
                    ? server('Install or repair the Hosting Bundle, after IIS is installed, then restart IIS.', 'net stop was /y\nnet start w3svc')
                    : server(`Install ${provider}.`),
            ...(ownModule ? [] : [app(`Take <${element.name}> out of web.config.`)]),
        ],
        position: element,
    };
}
function misspelt(element, section, spelling) {
    return {
        rule: 'configuration-section-unknown',
        hresult: startup_failure/* hresults */.j.ERROR_INVALID_DATA,
        message: `web.config uses the section ${section}, which IIS does not know; it is called ${spelling}, and the case counts.`,
        evidence: [`web.config line ${element.line}: <${element.name}>.`],
        remedies: [app(`Write ${spelling.replaceAll('/', ' / ')}, in this case.`)],
        position: element,
    };
}
/** A section of the application's own, or one of .NET, that neither the file nor the .NET Framework declares. */
function undeclaredInFile(element) {
    return {
        rule: 'configuration-section-unknown',
        // The machine.config or root web.config of the server could declare it.
        certainty: 'likely',
        hresult: startup_failure/* hresults */.j.ERROR_NOT_SUPPORTED,
        message: `web.config uses the section ${element.name}, which nothing declares.`,
        evidence: [
            `web.config line ${element.line}: <${element.name}>; <configSections> does not name it, and it is not a section of IIS or of the .NET Framework.`,
        ],
        remedies: [app(`Take <${element.name}> out of web.config, or declare it; an ASP.NET Core application does not read it.`)],
        position: element,
    };
}
function configuration_problems_locked(element, state) {
    return {
        rule: 'configuration-section-locked',
        hresult: startup_failure/* hresults */.j.ERROR_LOCK_VIOLATION,
        message: `web.config sets ${state.section}, which is locked on this server and may be set only in applicationHost.config.`,
        evidence: [`web.config line ${element.line}: <${element.name}>.`, state.because],
        remedies: [
            app(`Take <${element.name}> out of web.config and let the server set it.`),
            server('Unlock the section.', `${appcmd/* appcmd */.C} unlock config -section:${state.section}`),
        ],
        position: element,
    };
}
/** IIS notices a lock of a part when something reads the section. */
function lockCertainty(section) {
    return isReadForEveryRequest(section) ? 'certain' : 'likely';
}
/** `remove` or `clear` of entries that the server locks one by one. */
function lockedEntries(element, section, collection, keys) {
    const [first = ''] = keys;
    const list = collection.replace(/^.*\//, '');
    const what = element.name === 'clear' ? `clears the list of ${list}` : `removes ${first.replaceAll('\n', ', ')} from ${list}`;
    const shown = keys.slice(0, 5).map((key) => key.replaceAll('\n', ', '));
    return {
        rule: 'configuration-section-locked',
        certainty: lockCertainty(section),
        hresult: startup_failure/* hresults */.j.ERROR_LOCK_VIOLATION,
        message: `web.config ${what}, but the server locks ${keys.length === 1 ? 'this entry' : `${keys.length} of its entries`} (lockItem).`,
        evidence: [
            `web.config line ${element.line}: <${element.name}>.`,
            `Locked at server level: ${shown.join('; ')}${keys.length > shown.length ? '; …' : ''}.`,
        ],
        remedies: [
            app(`Take <${element.name}> out of <${list}>.`),
            server(`Set lockItem="false" on the entry in ${collection} of applicationHost.config.`),
        ],
        position: element,
    };
}
/** An attribute or element of a section that the server locks although the section as a whole is open. */
function lockedPart(section, { element, attribute }) {
    const position = attribute ?? element;
    const what = attribute === undefined ? `<${element.name}>` : attribute.name;
    return {
        rule: 'configuration-section-locked',
        certainty: lockCertainty(section),
        hresult: startup_failure/* hresults */.j.ERROR_LOCK_VIOLATION,
        message: `web.config sets ${what} in ${section}, which this server locks and which may be set only in applicationHost.config.`,
        evidence: [
            `web.config line ${position.line}, column ${position.column}: ${attribute === undefined ? what : `${what} of <${element.name}>`}.`,
            `applicationHost.config locks it (${attribute === undefined ? 'lockElements or lockItem' : 'lockAttributes'}). The page says: Lock violation.`,
        ],
        remedies: [
            app(`Take ${what} out of <${section.replace(/^.*\//, '')}>.`),
            server(`Take ${what} out of the locks of ${section} in applicationHost.config.`),
        ],
        position,
    };
}
function sectionTwice(path, element, first, certain) {
    return {
        rule: 'configuration-section-duplicate',
        certainty: certain ? 'certain' : 'likely',
        hresult: startup_failure/* hresults */.j.ERROR_ALREADY_EXISTS,
        message: `web.config sets the section ${path} twice; a file may set a section only once.`,
        evidence: [`web.config line ${first.line}: <${first.name}>, and again in line ${element.line}.`],
        remedies: [app(`Move the content of the second <${element.name}> into the first.`)],
        position: element,
    };
}
function invalidContent(path, violations) {
    const [violation] = violations;
    if (violation === undefined)
        return undefined;
    return {
        rule: 'configuration-content-invalid',
        certainty: isReadForEveryRequest(path) ? 'certain' : 'likely',
        hresult: startup_failure/* hresults */.j.ERROR_INVALID_DATA,
        message: `IIS cannot read the section ${path} of web.config: ${violation.problem}.`,
        evidence: violations.map(({ line, column, problem, expected }) => `web.config line ${line}, column ${column}: ${problem}; expected ${expected}.`),
        remedies: [app(`Correct line ${violation.line} of web.config: expected ${violation.expected}.`)],
        position: violation,
    };
}
/** A section that stands in a file of its own, and the file was not found beside web.config, or holds something else. */
function externalFileMissing(path, element, file) {
    return {
        rule: 'configuration-content-invalid',
        // A later step of the deployment may put the file there.
        certainty: 'likely',
        message: `web.config takes the section ${path} from the file ${file}, and the artifact has no such file with <${element.name}> in it.`,
        evidence: [
            `web.config line ${element.line}: <${element.name} configSource="${file}">; the file has to lie beside web.config or below.`,
        ],
        remedies: [app(`Publish ${file} with <${element.name}> as its root, or write the section into web.config.`)],
        position: element,
    };
}

;// CONCATENATED MODULE: ./build/iis/duplicate-entries.js



/**
 * Entries of a section that repeat a key, after `remove` and `clear` were taken in their order.
 * `elements`: every element of the file that sets the section. `inherited`: what the levels above have added.
 */
function duplicateEntries(section, elements, inherited = []) {
    return collectionsOf(section).flatMap((collection) => {
        const path = collectionPath(section, collection);
        return duplicatesIn(collection, elements, inherited.filter((entry) => entry.collection === path));
    });
}
function duplicatesIn(collection, elements, inherited) {
    const { add, keys } = collection;
    const entries = new Map();
    for (const entry of inherited)
        entries.set(foldedKey(collection, entry.key), entry);
    const duplicates = [];
    for (const child of childrenWithin(elements, collection.within)) {
        const values = keyValues(collection, child);
        const key = foldedKey(collection, values.join('\n'));
        if (child.name === 'clear')
            entries.clear();
        else if (child.name === 'remove')
            entries.delete(key);
        else if (child.name === add && isComplete(values)) {
            const earlier = entries.get(key);
            if (earlier !== undefined)
                duplicates.push({ element: child, keyNames: keys.map(({ name }) => name), keyValues: values, earlier });
            entries.set(key, child);
        }
    }
    return duplicates;
}
/** An entry without its key, or with a placeholder in it, cannot be compared. */
function isComplete(values) {
    return isWhole(values) && values.every((value) => (0,deploy_time_token/* deployTimeToken */.k)(value) === undefined);
}

;// CONCATENATED MODULE: ./build/iis/duplicate-problem.js



/**
 * The collection already has an entry with this key. IIS notices when something reads the section: at once for those that every request
 * needs, with the first static file or error for a few that do not keep the application from starting.
 */
function duplicateProblem(section, duplicate) {
    const { element, earlier, keyNames, keyValues } = duplicate;
    const key = keyNames.map((name, index) => `${name}="${keyValues[index] ?? ''}"`).join(' ');
    const certain = isReadForEveryRequest(section) && (!isInherited(earlier) || earlier.certain);
    const some = answersThatReadIt(section);
    const twice = isInherited(earlier) ? `which the application inherits from ${earlier.from} already` : 'and adds it a second time';
    return {
        rule: 'collection-entry-duplicate',
        severity: some === undefined ? 'error' : 'warning',
        certainty: certain ? 'certain' : 'likely',
        hresult: startup_failure/* hresults */.j.ERROR_ALREADY_EXISTS,
        message: `web.config adds ${key} to ${section}, ${twice}.${some === undefined ? '' : ` The application starts, but IIS answers 500.19 ${some}.`}`,
        evidence: [
            `web.config line ${element.line}: <${element.name} ${key}>.`,
            isInherited(earlier) ? `${key} comes from ${earlier.from}.` : `web.config line ${earlier.line}: <${earlier.name} ${key}>.`,
            `The page says: Cannot add duplicate collection entry of type '${element.name}' with unique key attribute '${keyNames.join(', ')}' set to '${keyValues.join(', ')}'.`,
        ],
        remedies: remedies(element, keyNames, earlier),
        position: element,
    };
}
function isInherited(earlier) {
    return 'from' in earlier;
}
function remedies(element, keyNames, earlier) {
    if (!isInherited(earlier))
        return [{ side: 'app', text: `Take one of the two <${element.name}> elements out of web.config.` }];
    const keys = keyNames.map((name) => `${name}="${attributeValue(element, name) ?? ''}"`).join(' ');
    const written = element.attributes.map(({ name, value }) => `${name}="${value}"`).join(' ');
    return [
        { side: 'app', text: 'Remove the inherited entry first.', snippet: `<remove ${keys} />\n<${element.name} ${written} />` },
        {
            side: 'server',
            text: `Keep ${earlier.from} from handing it down, with a location around its own <system.webServer>.`,
            snippet: '<location path="." inheritInChildApplications="false">\n  <system.webServer>…</system.webServer>\n</location>',
        },
    ];
}

;// CONCATENATED MODULE: ./build/iis/module-generation.js
/** Names under which the ASP.NET Core Module is registered. */
const aspNetCoreModules = ['AspNetCoreModuleV2', 'AspNetCoreModule'];
/**
 * The generation of the module that a handler names. The file version counts ten on top of the product's major version: 12.2 is 2.2, 18.0 is 8.0;
 * its last part is the patch (dotnet/aspnetcore:eng/Versions.props `AspNetCoreModuleVersionMajor`). Where nobody said, a current one is taken.
 */
function moduleGeneration(module, server) {
    if (module === 'AspNetCoreModule')
        return versionOne(server?.hostingBundle);
    const installed = server?.aspNetCoreModule;
    const version = installed?.installed === true ? installed.version : undefined;
    const parts = /^(\d{1,5})(?:\.(\d{1,5}))?(?:\.\d{1,5}\.(\d{1,5}))?/.exec(version ?? '');
    if (parts === null)
        return { module, major: 10, minor: 0, known: false };
    const [, major, minor = '0', patch] = parts;
    return { module, major: Number(major) - 10, minor: Number(minor), known: true, ...(patch === undefined ? {} : { patch: Number(patch) }) };
}
/** Version 1 came with the bundles until 2.2; that of 2.2 is taken where no bundle is named. */
function versionOne(hostingBundle) {
    const parts = /^([12])\.(\d{1,5})\.(\d{1,5})/.exec(hostingBundle ?? '');
    const version = parts === null ? { major: 2, minor: 2 } : { major: Number(parts[1]), minor: Number(parts[2]), patch: Number(parts[3]) };
    return { module: 'AspNetCoreModule', ...version, known: true };
}
/** The module that is registered on the server, the newer one first; version 2 where nobody said. */
function registeredModule(server) {
    const names = server?.iis?.globalModules?.map(({ name }) => name) ?? [];
    return aspNetCoreModules.find((name) => names.includes(name)) ?? 'AspNetCoreModuleV2';
}

;// CONCATENATED MODULE: ./build/iis/inherited-entries.js




const serverItself = 'the server itself';
const handlersCollection = 'system.webServer/handlers';
/** Handlers that every installation of IIS has at server level. */
const stockHandlers = ['StaticFile', 'OPTIONSVerbHandler', 'TRACEVerbHandler'];
/**
 * Handlers that reach the application from above its web.config: the server's, those of a `<location>` in applicationHost.config, and those
 * of applications above it that hand theirs down. Where nobody said, the server has the stock ones and the applications hand nothing down.
 */
function inheritedHandlers({ server, target }) {
    const listed = server?.iis?.collections?.get(handlersCollection)?.map(({ key }) => key);
    const collection = handlersCollection;
    const parents = (target.parents ?? []).filter(({ inheritInChildApplications }) => inheritInChildApplications === true);
    return [
        ...(listed ?? stockHandlers).map((key) => ({ collection, key, from: serverItself, certain: listed !== undefined })),
        ...parents.flatMap((parent) => (parent.handlers ?? []).map((key) => ({ collection, key, from: applicationName(target.site ?? '', parent.path), certain: true }))),
        ...(target.current?.locationHandlers ?? []).map(({ name }) => ({
            collection,
            key: name,
            from: 'a <location> of applicationHost.config for this application',
            certain: true,
        })),
    ];
}
/**
 * Handlers that an application above hands down unless a fact nobody gave says otherwise: its handlers are known but not whether they are
 * inherited, or the other way round. An application about which both are silent is taken to keep them, as the Web SDK writes it since 2.2.
 */
function possiblyInheritedHandlers({ target }) {
    return (target.parents ?? []).flatMap(({ path, handlers, inheritInChildApplications }) => {
        const from = applicationName(target.site ?? '', path);
        const entry = (key, fact) => ({
            collection: handlersCollection,
            key,
            from,
            certain: false,
            missingFact: `iis.sites[].applications[].${fact}`,
        });
        if (inheritInChildApplications === true && handlers === undefined)
            return [entry('aspNetCore', 'handlers')];
        if (inheritInChildApplications !== undefined)
            return [];
        return (handlers ?? []).map((name) => entry(name, 'inheritInChildApplications'));
    });
}
/** What the collections of a section, other than `handlers`, hold at server level; nothing where nobody said. */
function inheritedFromServer({ server }, section) {
    return collectionsOf(section).flatMap((keys) => {
        const collection = collectionPath(section, keys);
        const entries = server?.iis?.collections?.get(collection) ?? [];
        return entries.map(({ key }) => ({ collection, key, from: serverItself, certain: true }));
    });
}
/**
 * A handler for the module that the application inherits although its own web.config adds none. `removed`: what web.config takes away.
 * Manifests name the handlers of other applications without their modules; one called `aspNetCore` is taken to be the module's.
 */
function handedDownModule({ server, target }, removed) {
    if (removed === 'all')
        return { certain: true };
    const remains = (name) => !removed.has(name);
    const located = locatedModule(target, remains);
    if (located !== undefined)
        return located;
    const parents = target.parents ?? [];
    const module = registeredModule(server);
    const handing = parents.find((parent) => parent.inheritInChildApplications === true &&
        (parent.handlers ?? []).some((name) => name.toLowerCase() === 'aspnetcore' && remains(name)));
    if (handing !== undefined)
        return { module, from: applicationName(target.site ?? '', handing.path) };
    const ofServer = server?.iis?.collections?.get(handlersCollection) ?? [];
    if (ofServer.some(({ key }) => key.toLowerCase() === 'aspnetcore' && remains(key)))
        return { module, from: serverItself };
    const silent = parents.some(({ handlers, inheritInChildApplications }) => handlers === undefined && inheritInChildApplications !== false);
    return { certain: server !== undefined && target.parents !== undefined && !silent };
}
/** The module to which a handler leads that applicationHost.config itself adds for the application. */
function locatedModule({ current }, remains = () => true) {
    for (const { modules } of (current?.locationHandlers ?? []).filter(({ name }) => remains(name))) {
        const module = aspNetCoreModules.find((name) => moduleNames(modules).includes(name));
        if (module !== undefined)
            return { module, from: 'a <location> of applicationHost.config' };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/iis/section-state.js


const usable = { state: 'usable' };
const unknown = { state: 'unknown', missingFacts: ['iis.sections'] };
/** Sections that the installation of the Hosting Bundle leaves usable: its own, and `handlers`, which it unlocks; stock IIS unlocks `modules`. */
const usableAsInstalled = new Set([
    'system.webServer/aspNetCore',
    'system.webServer/handlers',
    'system.webServer/modules',
]);
/** Declared and unlocked as far as the server's facts tell; a section of IIS itself counts as stock where the list is silent. */
function sectionState(facts, path) {
    const { server } = facts;
    if (server === undefined)
        return unknown;
    const sections = server.iis?.sections;
    const listed = nearestEntry(sections?.byPath, path);
    if (listed !== undefined)
        return listedState(facts, path, listed.path, listed.entry);
    if (sections !== undefined && someBelow(sections.byPath, path))
        return usable;
    if (sections?.complete === true) {
        return { state: 'undeclared', section: path, because: 'applicationHost.config declares no such section.' };
    }
    if (server.hostingBundle !== undefined && usableAsInstalled.has(path))
        return usable;
    if (path === 'system.webServer/aspNetCore')
        return moduleSectionState(server);
    if (stockLock(path) === false)
        return usable;
    if (sectionSpelling(path) === undefined)
        return unknown;
    return { state: 'undeclared', section: path, because: 'IIS compares the names of sections with regard to case.' };
}
/** The entry for a section, or for the group it is in: manifests speak of `system.webServer/rewrite` as one. */
function nearestEntry(byPath, path) {
    for (let at = path; at.includes('/'); at = at.slice(0, at.lastIndexOf('/'))) {
        const entry = byPath?.get(at);
        const says = entry?.declared !== undefined || entry?.locked !== undefined || entry?.lockedAt !== undefined;
        if (entry !== undefined && says)
            return { path: at, entry };
    }
    return undefined;
}
function someBelow(byPath, path) {
    return [...byPath.keys()].some((section) => section.startsWith(`${path}/`));
}
function listedState(facts, path, section, entry) {
    if (entry.declared === false)
        return { state: 'undeclared', section, because: `iis.sections: "${section}" is not declared.` };
    const differs = [...(entry.lockedAt?.values() ?? [])].some((exception) => exception !== entry.locked);
    if (differs && facts.target.site === undefined)
        return { state: 'unknown', missingFacts: ['iis.sites'] };
    const locked = lockedAt(facts, entry);
    if (locked === true)
        return { state: 'locked', section, because: `iis.sections: "${section}" is locked.` };
    const stock = stockLock(path) === true && !(facts.server?.hostingBundle !== undefined && usableAsInstalled.has(path));
    return locked === undefined && stock ? unknown : usable;
}
/** The lock state at the application's path: the statement about the longest path above it, else the server's. */
function lockedAt({ target }, { locked, lockedAt: exceptions }) {
    if (exceptions === undefined || target.site === undefined)
        return locked;
    const own = `${configurationPath(`${target.site}${target.application ?? '/'}`).toLowerCase()}/`;
    let longest = '';
    let state = locked;
    for (const [path, exception] of exceptions) {
        const above = `${path.toLowerCase()}/`;
        if (!own.startsWith(above) || above.length < longest.length)
            continue;
        longest = above;
        state = exception;
    }
    return state;
}
/** The section of the module where no list names it: the module's installation declares it, version 1 under the same name. */
function moduleSectionState(server) {
    const registered = server.iis?.globalModules;
    if (server.aspNetCoreModule?.installed !== false || registered?.some(({ name }) => name === 'AspNetCoreModule'))
        return unknown;
    return {
        state: 'undeclared',
        section: 'system.webServer/aspNetCore',
        because: 'aspNetCoreModule: the module is not installed, and its installation is what declares the section.',
    };
}

;// CONCATENATED MODULE: ./build/iis/section-problems.js













/** Looks at every section in the order of the file: set twice, not declared, locked, with invalid content, with duplicates. */
function sectionProblems(facts, root) {
    const uses = sectionsInForce(root, groupsOn(facts.server?.iis?.sections));
    const problems = [...repeatedSections(uses)];
    const missingFacts = new Set();
    const used = new Map();
    for (const { path, element } of uses) {
        const others = used.get(path);
        if (others !== undefined)
            others.push(element);
        else if (path.startsWith('system.webServer/'))
            used.set(path, [element]);
        else if (!path.includes('/') && !isKnownElsewhere(path, root))
            problems.push(undeclaredInFile(element));
    }
    for (const [path, elements] of used) {
        const state = sectionState(facts, path);
        const [first] = elements;
        if (first === undefined)
            continue;
        if (state.state === 'undeclared')
            problems.push(undeclared(first, state));
        else if (state.state === 'locked')
            problems.push(configuration_problems_locked(first, state));
        else
            problems.push(...contentProblems(facts, path, elements));
        if (state.state === 'unknown')
            for (const fact of state.missingFacts)
                missingFacts.add(fact);
        if (path === 'system.webServer/handlers')
            for (const fact of factsAboutDuplicates(facts, elements))
                missingFacts.add(fact);
    }
    return { problems, missingFacts: [...missingFacts], used: [...used.keys()] };
}
/** Groups as this server declares them; a group it does not declare is one unknown section. */
function groupsOn(sections) {
    if (sections === undefined)
        return isSectionGroup;
    const declared = [...sections.byPath.keys()];
    return (path) => {
        if (path === 'system.webServer' || declared.some((section) => section.startsWith(`${path}/`)))
            return true;
        return isSectionGroup(path) && !sections.complete && sections.byPath.get(path)?.declared !== false;
    };
}
/** Sections of the .NET Framework, and those that the file declares itself. */
function isKnownElsewhere(name, root) {
    if (/^system\.(?:webServer|applicationHost|ftpServer)$/.test(name) || isFrameworkSection(name))
        return true;
    const declarations = root.children.filter((child) => child.name === 'configSections').flatMap(({ children }) => children);
    return declarations.some((declaration) => attributeValue(declaration, 'name') === name);
}
function repeatedSections(uses) {
    const seen = new Map();
    const problems = [];
    for (const use of uses) {
        if (!use.path.startsWith('system.webServer/'))
            continue;
        const where = use.location === undefined ? '' : `location ${attributeValue(use.location, 'path') ?? ''}`;
        const key = `${where}\n${use.path}`;
        const first = seen.get(key);
        if (first === undefined)
            seen.set(key, use);
        else
            problems.push(sectionTwice(use.path, use.element, first.element, first.location === use.location));
    }
    return problems;
}
function contentProblems(facts, path, elements) {
    const invalid = invalidContent(path, elements.flatMap((element) => violationsIn(facts, path, element)));
    const locks = facts.server?.iis?.sections?.byPath.get(path)?.elementLocks ?? [];
    return [
        ...elements.flatMap((element) => {
            const file = attributeValue(element, 'configSource');
            return file === undefined || (0,deploy_time_token/* deployTimeToken */.k)(file) !== undefined ? [] : [externalFileMissing(path, element, file)];
        }),
        ...(invalid === undefined ? [] : [invalid]),
        ...lockViolations(locks, elements).map((violation) => lockedPart(path, violation)),
        ...lockedEntryProblems(facts, path, elements),
        ...duplicateEntries(path, elements, inheritedEntries(facts, path)).map((duplicate) => duplicateProblem(path, duplicate)),
    ];
}
/** What the module reads itself is not looked into, and what a later step transforms not for the marks of the transformation. */
function violationsIn({ artifact }, path, element) {
    if (path === 'system.webServer/aspNetCore' || isContentElsewhere(element))
        return [];
    const violations = contentViolations(path, element);
    const known = new Set(violations.map(({ line, column }) => `${line}:${column}`));
    const foreign = foreignAttributes(element).filter(({ line, column }) => !known.has(`${line}:${column}`));
    const all = [...violations, ...foreign];
    return artifact.transformExpected === true ? all.filter(({ problem }) => !problem.includes('xdt:')) : all;
}
function inheritedEntries(facts, path) {
    return path === 'system.webServer/handlers' ? inheritedHandlers(facts) : inheritedFromServer(facts, path);
}
/** Facts that would tell whether the application inherits a handler that it adds. */
function factsAboutDuplicates(facts, elements) {
    return possiblyInheritedHandlers(facts)
        .filter((entry) => duplicateEntries('system.webServer/handlers', elements, [entry]).some(({ earlier }) => earlier === entry))
        .map(({ missingFact }) => missingFact);
}
function lockedEntryProblems({ server }, section, elements) {
    return collectionsOf(section).flatMap((collection) => {
        const path = collectionPath(section, collection);
        const locked = (server?.iis?.collections?.get(path) ?? []).filter((entry) => entry.locked).map(({ key }) => key);
        if (locked.length === 0)
            return [];
        return childrenWithin(elements, collection.within).flatMap((child) => {
            const affected = child.name === 'clear' ? locked : child.name === 'remove' ? locked.filter((key) => isKeyOf(collection, child, key)) : [];
            return affected.length === 0 ? [] : [lockedEntries(child, section, path, affected)];
        });
    });
}
function isKeyOf(collection, entry, key) {
    return foldedKey(collection, keyValues(collection, entry).join('\n')) === foldedKey(collection, key);
}

;// CONCATENATED MODULE: ./build/iis/configuration-stage.js




/**
 * IIS merges the configuration for the application's path and refuses a file it cannot use: not well-formed, a section it does not know or
 * that is locked, an entry that is there already. What is inside `<aspNetCore>` is read by the module alone, later.
 */
const configurationStage = defineStage({
    name: 'configuration',
    checks: 'web.config: well-formed XML, sections the server declares and does not lock, no duplicate entries',
    needs: [],
    perform: (facts) => {
        const { webConfig } = facts.artifact;
        if (webConfig.state === 'absent')
            return { outcome: 'not-applicable', because: 'There is no web.config at the application root.' };
        if (facts.target.pool?.enableConfigurationOverride === false) {
            return {
                outcome: 'not-applicable',
                because: `Pool "${facts.target.pool.name}" ignores web.config files (enableConfigurationOverride is false).`,
            };
        }
        if (webConfig.state === 'malformed')
            return webConfig.token === undefined ? outcomeOf(facts, [malformed(webConfig)], []) : configuration_stage_waitsForToken(webConfig.token);
        const size = tooLarge(facts.artifact.files.get('web.config')?.size);
        if (webConfig.root.name !== 'configuration')
            return outcomeOf(facts, [...(size === undefined ? [] : [size]), wrongRoot(webConfig.root)], []);
        if (webConfig.placeholder !== undefined)
            return mayComeAndGo(webConfig.placeholder.token);
        return sectionsOutcome(facts, webConfig.root, size);
    },
});
function configuration_stage_waitsForToken(token) {
    return {
        outcome: 'unknown',
        because: `web.config is not well-formed as it is; it holds the placeholder ${token}, which a deployment step replaces.`,
        missingFacts: [],
    };
}
function mayComeAndGo(token) {
    return {
        outcome: 'unknown',
        because: `web.config holds the placeholder ${token} between its elements; which of them a deployment step leaves is not known.`,
        missingFacts: [],
    };
}
function sectionsOutcome(facts, root, size) {
    const { problems, missingFacts, used } = sectionProblems(facts, root);
    const outcome = outcomeOf(facts, [...(size === undefined ? [] : [size]), ...problems], missingFacts);
    if (outcome.outcome !== 'passed')
        return outcome;
    return { ...outcome, because: `Every section of web.config (${used.join(', ') || 'none of IIS'}) may be used here.` };
}
/** The first problem ends the start; the others are listed behind it. Warnings end nothing. */
function outcomeOf(facts, problems, missingFacts) {
    const isWarning = ({ severity }) => severity === 'warning';
    const [first, ...others] = problems.filter((problem) => !isWarning(problem)).map((problem) => configurationFailure(facts, problem));
    const further = [...others, ...problems.filter(isWarning).map((problem) => configurationWarning(facts, problem))];
    const findings = further.length === 0 ? {} : { findings: further };
    if (first !== undefined)
        return { outcome: 'failed', failure: first, ...findings };
    if (missingFacts.length === 0)
        return { outcome: 'passed', because: 'web.config may be used here.', ...findings };
    const because = facts.server === undefined
        ? 'web.config is well-formed; which sections the server knows and locks is not described.'
        : 'Nobody said whether this server declares and unlocks every section that web.config uses.';
    return { outcome: 'unknown', because, missingFacts, ...findings };
}

;// CONCATENATED MODULE: ./build/iis/handler-failures.js



/** What the Web SDK writes. */
const sdkHandler = '<add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />';
const directoryListing = {
    severity: 'error',
    status: '403.14',
    title: 'Forbidden',
};
/** What static-file serving answers when nothing takes the request. */
const nobodyAnswers = 'Without such a handler IIS serves files: the root answers 403.14 (directory listing is off), other addresses 404, and files such as appsettings.json may be handed out.';
function webConfigName({ artifact }) {
    return artifact.webConfig.state === 'absent' ? 'web.config' : artifact.webConfig.path;
}
/** No handler of web.config leads to the module, and none is inherited. */
function noHandler(facts, certain, hasSection) {
    return {
        ...directoryListing,
        rule: 'handler-mapping-missing',
        certainty: certain ? 'certain' : 'likely',
        message: 'No handler of web.config leads to the ASP.NET Core Module, so requests never reach the application.',
        evidence: [
            `${webConfigName(facts)}: <handlers> leaves no entry with modules="AspNetCoreModuleV2"${hasSection ? ', although there is an aspNetCore section' : ''}.`,
            nobodyAnswers,
            ...(certain ? [] : ['A handler that an application above it hands down would help; nobody said whether there is one.']),
        ],
        remedies: [
            {
                side: 'app',
                text: 'Add the handler the Web SDK writes to <system.webServer>.',
                snippet: `<handlers>\n  ${sdkHandler}\n</handlers>`,
            },
        ],
        place: { in: 'artifact', file: webConfigName(facts) },
    };
}
/** A handler of the static-file modules takes every request before the module gets one. */
function otherHandlerFirst(facts, first) {
    return {
        ...directoryListing,
        rule: 'handler-mapping-missing',
        certainty: 'likely',
        message: `The handler "${first.name}" of web.config takes every request and serves files, so none reaches the ASP.NET Core Module.`,
        evidence: [
            `${webConfigName(facts)} line ${first.line}: path="${first.path}" verb="${first.verb}" modules="${first.modules.join(',')}".`,
            nobodyAnswers,
        ],
        remedies: [
            { side: 'app', text: `Take "${first.name}" out of <handlers>, or put the handler of the module before it.`, snippet: sdkHandler },
        ],
        place: { in: 'artifact', file: webConfigName(facts), line: first.line, column: first.column },
    };
}
/** The application starts, and IIS answers what the handler does not take: as people want who let it serve the files of a front end. */
function handlerForSome(facts, { name, path, verb, line, column }) {
    return {
        rule: 'handler-mapping-missing',
        severity: 'note',
        certainty: 'certain',
        message: `Only some requests reach the application: the handler "${name}" of web.config does not take all; IIS itself answers the others.`,
        evidence: [`${webConfigName(facts)} line ${line}: path="${path}" verb="${verb}".`, nobodyAnswers],
        remedies: [
            { side: 'app', text: 'Unless that is wanted, let the handler take every request, as the Web SDK writes it.', snippet: sdkHandler },
        ],
        place: { in: 'artifact', file: webConfigName(facts), line, column },
    };
}
/** The pool ignores web.config files altogether. */
function overrideDisabled(facts) {
    const pool = facts.target.pool?.name ?? '';
    return {
        ...directoryListing,
        rule: 'configuration-override-disabled',
        certainty: 'certain',
        message: `Application pool "${pool}" ignores web.config files, so the handler of the ASP.NET Core Module is not in force.`,
        evidence: [`enableConfigurationOverride of pool "${pool}" is false.`, nobodyAnswers],
        remedies: [
            {
                side: 'server',
                text: 'Let the pool read web.config files.',
                snippet: `${appcmd/* appcmd */.C} set apppool "${pool}" /enableConfigurationOverride:true`,
            },
            { side: 'server', text: 'Put the handler and the aspNetCore section into a <location> of applicationHost.config.' },
        ],
        place: { in: 'server', fact: poolFact(facts.target, 'enableConfigurationOverride') },
    };
}
/** The handler names a module that this worker process has not loaded, or that the application has switched off. */
function badModule(facts, handler, module, why) {
    const registered = facts.server?.iis?.globalModules?.map(({ name }) => name) ?? [];
    const alternative = ['AspNetCoreModuleV2', 'AspNetCoreModule'].find((name) => name !== module && registered.includes(name));
    return {
        rule: 'handler-module-unregistered',
        severity: 'error',
        certainty: why.likely ? 'likely' : 'certain',
        status: '500.21',
        title: 'Internal Server Error',
        hresult: startup_failure/* hresults */.j.ERROR_INVALID_DATA,
        message: `The handler "${handler.name}" of web.config names the module ${module}, ${why.text}.`,
        evidence: [
            `${webConfigName(facts)} line ${handler.line}: modules="${handler.modules.join(',')}".`,
            `The page says: Handler "${handler.name}" has a bad module "${module}" in its module list.`,
            ...(alternative === undefined ? [] : [`The server has ${alternative}.`]),
            ...(module === 'AspNetCoreModule' ? ['Hosting Bundles of 3.0 and later no longer bring AspNetCoreModule.'] : []),
        ],
        remedies: [
            ...(alternative === undefined && /^AspNetCoreModule/.test(module) && module !== 'AspNetCoreModule'
                ? []
                : [
                    {
                        side: 'app',
                        text: `Name ${alternative ?? 'AspNetCoreModuleV2'} in the handler.`,
                        snippet: sdkHandler.replace('AspNetCoreModuleV2', alternative ?? 'AspNetCoreModuleV2'),
                    },
                ]),
            {
                side: 'server',
                text: 'Install or repair the Hosting Bundle, after IIS is installed, then restart IIS.',
                snippet: 'net stop was /y\nnet start w3svc',
            },
        ],
        place: { in: 'artifact', file: webConfigName(facts), line: handler.line, column: handler.column },
    };
}
/** There is no web.config where IIS looks; a later step of the deployment may still write one. */
function webConfigMissing({ artifact }) {
    const elsewhere = [...artifact.files.values()].map(({ path }) => path).filter((path) => /[\\/]web\.config$/i.test(path));
    const [root] = artifact.otherRoots;
    return {
        rule: 'web-config-missing',
        severity: 'warning',
        certainty: 'likely',
        status: '403.14',
        message: `There is no web.config at the application root${root === undefined ? '' : `; the application seems to be in ${root}`}. Unless a later step writes one, IIS answers 403.14 or 404 and the application never starts.`,
        evidence: [
            `${artifact.name}: no file web.config directly in ${artifact.root === '' ? 'it' : artifact.root}.`,
            ...artifact.otherRoots.slice(0, 3).map((folder) => `${folder} looks like the root of an application.`),
            ...elsewhere.slice(0, 3).map((path) => `${path} is not at the root, so it does not count.`),
        ],
        remedies: [
            root === undefined
                ? {
                    side: 'app',
                    text: 'Publish with the Web SDK, which writes web.config, and deploy the whole publish output.',
                    snippet: 'dotnet publish -c Release -o publish',
                }
                : { side: 'app', text: `Deploy the content of ${root} instead of the folder above it.` },
            { side: 'server', text: 'Point the physical path of the application at the folder that holds web.config and the entry dll.' },
        ],
        place: { in: 'artifact', file: 'web.config' },
    };
}

;// CONCATENATED MODULE: ./build/iis/global-modules.js
/**
 * Whether a worker process of `bits` loads the module called `name`: it is registered, without a bitness precondition that leaves this
 * worker out. `unknown` when the list is not given, or when it depends on a bitness that is not known.
 * Names are compared with regard to case: `IIS_schema.xml` declares them case-sensitive.
 */
function loadedModule(modules, name, bits) {
    if (modules === undefined)
        return 'unknown';
    const entries = modules.filter((module) => module.name === name);
    if (entries.length === 0)
        return 'no';
    if (entries.some(({ bitness }) => bitness === undefined || bitness === bits))
        return 'yes';
    return bits === undefined ? 'unknown' : 'no';
}

;// CONCATENATED MODULE: ./build/iis/module-availability.js




/** A module is usable when the worker process has loaded it and the list of modules in force for the application names it. */
function moduleAvailability(facts, root, name) {
    const registered = facts.server?.iis?.globalModules;
    if (facts.server === undefined)
        return module_availability_unknown('no server is described', ['iis.globalModules']);
    if (registered === undefined)
        return module_availability_unknown('nobody said which modules are registered', ['iis.globalModules']);
    const worker = workerArchitecture(facts);
    const bits = worker.known ? (worker.architecture === 'x86' ? 32 : 64) : undefined;
    const loaded = loadedModule(registered, name, bits);
    if (loaded === 'unknown')
        return module_availability_unknown('it is registered for one bitness only', worker.known ? [] : worker.missingFacts);
    if (loaded === 'no')
        return isManaged(facts, root, name) ? { available: 'yes' } : notLoaded(facts, name);
    return isEnabled(facts, root, name)
        ? { available: 'yes' }
        : { available: 'no', text: 'which is registered but not enabled for the application', likely: false };
}
/** A name that the managed engine answers to, or a managed module that web.config itself adds with its type. */
function isManaged({ server }, root, name) {
    if (name === 'ManagedPipelineHandler')
        return server?.iis?.globalModules?.some((module) => module.name.startsWith('ManagedEngine')) === true;
    const added = sectionElements(root, 'system.webServer/modules').flatMap(({ children }) => children);
    return added.some((child) => child.name === 'add' && attributeValue(child, 'name') === name && attributeValue(child, 'type') !== undefined);
}
function module_availability_unknown(because, missingFacts) {
    return { available: 'unknown', because, missingFacts };
}
function notLoaded({ server }, name) {
    const entries = server?.iis?.globalModules ?? [];
    if (entries.some((module) => module.name === name)) {
        return { available: 'no', text: 'which is registered for worker processes of the other bitness only', likely: false };
    }
    const otherCase = entries.find((module) => module.name.toLowerCase() === name.toLowerCase());
    if (otherCase === undefined)
        return { available: 'no', text: 'which is not registered on this server', likely: false };
    // The schema declares the names case-sensitive; nobody was seen to try.
    return { available: 'no', text: `which is registered as ${otherCase.name}; the case counts`, likely: true };
}
/** The server-level list of modules, after what web.config adds and removes; a list nobody gave names every registered module. */
function isEnabled({ server }, root, name) {
    let enabled = server?.iis?.collections?.get('system.webServer/modules')?.some(({ key }) => key === name) ?? true;
    for (const child of sectionElements(root, 'system.webServer/modules').flatMap(({ children }) => children)) {
        if (child.name === 'clear')
            enabled = false;
        else if (attributeValue(child, 'name') !== name)
            continue;
        else if (child.name === 'remove')
            enabled = false;
        else if (child.name === 'add')
            enabled = true;
    }
    return enabled;
}

;// CONCATENATED MODULE: ./build/iis/handler-mapping-stage.js









/**
 * IIS takes the first handler that matches the request and runs the modules it names. A name that this worker process has not loaded is
 * 500.21; without a handler for the module, static-file serving answers.
 * Source: learn.microsoft.com/iis/configuration/system.webserver/handlers; dotnet/core#3970.
 */
const handlerMappingStage = defineStage({
    name: 'handler-mapping',
    checks: 'a handler of web.config that reaches a registered ASP.NET Core Module',
    needs: [],
    perform: (facts) => {
        const { webConfig } = facts.artifact;
        if (facts.target.pool?.enableConfigurationOverride === false)
            return withoutWebConfig(facts, 'The pool ignores web.config files') ?? { outcome: 'failed', failure: overrideDisabled(facts) };
        if (webConfig.state === 'read')
            return mapping(facts, webConfig.root);
        if (webConfig.state === 'malformed')
            return { outcome: 'not-applicable', because: 'web.config cannot be read.' };
        if (facts.artifact.transformExpected === true)
            return { outcome: 'unknown', because: 'web.config comes from a later step of the deployment, as the user says.', missingFacts: [] };
        const handed = withoutWebConfig(facts, 'There is no web.config');
        if (handed !== undefined)
            return handed;
        return {
            outcome: 'unknown',
            because: 'There is no web.config; whether a later step of the deployment writes one is not known.',
            missingFacts: [],
            findings: [webConfigMissing(facts)],
        };
    },
});
/** The server's own configuration may have the handler; then it has the section too, of which nobody told the content. */
function withoutWebConfig(facts, because) {
    const located = locatedModule(facts.target);
    if (located === undefined)
        return undefined;
    return { outcome: 'unknown', because: `${because}; the handler for ${located.module} comes from ${located.from}.`, missingFacts: [] };
}
function ownModule(handler) {
    return aspNetCoreModules.find((name) => handler.modules.includes(name));
}
function mapping(facts, root) {
    if (sectionElements(root, 'system.webServer/handlers').some(isContentElsewhere))
        return {
            outcome: 'unknown',
            because: 'The handlers of web.config stand in another file, which was not read, or are encrypted.',
            missingFacts: [],
        };
    const entries = handlerEntries(facts, root);
    const catchAll = entries.findIndex(({ takesEverything }) => takesEverything);
    const token = entries.flatMap(({ modules }) => (0,deploy_time_token/* deployTimeToken */.k)(modules.join(',')) ?? [])[0];
    if (token !== undefined)
        return { outcome: 'unknown', because: `A handler of web.config names a module by the placeholder ${token}.`, missingFacts: [] };
    const reachable = catchAll < 0 ? entries : entries.slice(0, catchAll + 1);
    const handler = reachable.find((entry) => ownModule(entry) !== undefined);
    const module = handler && ownModule(handler);
    if (handler !== undefined && module !== undefined) {
        const whole = reachable.some((entry) => entry.takesEverything && ownModule(entry) !== undefined);
        return throughHandler(facts, root, { handler, module, whole });
    }
    const first = entries[catchAll];
    return first === undefined ? handler_mapping_stage_inherited(facts, root) : throughOther(facts, root, first);
}
/** The handler names the module: it must be there, and so must the others in its list. */
function throughHandler(facts, root, { handler, module, whole }) {
    const problem = unavailable(facts, root, handler);
    // Behind a module that is not there, the one that is shows what else would be wrong.
    if (problem?.outcome === 'failed') {
        return { ...problem, workedOut: { module: moduleGeneration(registeredModule(facts.server), facts.server) } };
    }
    const workedOut = { module: moduleGeneration(module, facts.server) };
    if (problem !== undefined)
        return { ...problem, workedOut };
    const range = handler.takesEverything ? 'every request' : `requests for path="${handler.path}" verb="${handler.verb}"`;
    const because = `The handler "${handler.name}" gives ${range} to ${module}.`;
    return { outcome: 'passed', because, workedOut, ...(whole ? {} : { findings: [handlerForSome(facts, handler)] }) };
}
/** `undefined` when every module of the handler is loaded and switched on. */
function unavailable(facts, root, handler) {
    let unknown;
    for (const name of handler.modules) {
        const availability = moduleAvailability(facts, root, name);
        if (availability.available === 'no')
            return { outcome: 'failed', failure: badModule(facts, handler, name, availability) };
        if (availability.available === 'unknown') {
            unknown ??= {
                outcome: 'unknown',
                because: `The handler "${handler.name}" leads to ${name}; ${availability.because}.`,
                missingFacts: availability.missingFacts,
            };
        }
    }
    return unknown;
}
/** Modules that serve files; a handler that names them alone answers with files, 403.14 or 404. */
const staticModules = new Set(['StaticFileModule', 'DefaultDocumentModule', 'DirectoryListingModule']);
/** Another module takes every request. */
function throughOther(facts, root, first) {
    const problem = unavailable(facts, root, first);
    if (problem !== undefined)
        return problem;
    if (first.modules.every((name) => staticModules.has(name)))
        return { outcome: 'failed', failure: otherHandlerFirst(facts, first) };
    return {
        outcome: 'unknown',
        because: `The handler "${first.name}" gives every request to ${first.modules.join(', ')}; what that answers is not checked.`,
        missingFacts: [],
    };
}
/** web.config has no handler of its own for all requests: one from above may lead to the module. */
function handler_mapping_stage_inherited(facts, root) {
    const handed = handedDownModule(facts, removedHandlers(root));
    if (handed.module !== undefined) {
        return {
            outcome: 'passed',
            because: `The application inherits a handler for ${handed.module} from ${handed.from}.`,
            workedOut: { module: moduleGeneration(handed.module, facts.server) },
        };
    }
    const placeholder = locationPlaceholder(root);
    if (placeholder !== undefined) {
        const because = `web.config has sections for the location ${placeholder}, a placeholder; whether a handler for this application is among them is not known.`;
        return { outcome: 'unknown', because, missingFacts: [] };
    }
    const hasSection = findAspNetCoreElement(facts.artifact.webConfig) !== undefined;
    const failure = noHandler(facts, handed.certain, hasSection);
    if (!hasSection)
        return { outcome: 'failed', failure };
    return { outcome: 'failed', failure, workedOut: { module: moduleGeneration(registeredModule(facts.server), facts.server) } };
}

;// CONCATENATED MODULE: ./build/iis/module-image-stage.js






/** For `ARM64` the installer puts a forwarder in place that serves native and x64-emulated workers (dotnet/aspnetcore#47115). */
function serves(installed, worker) {
    return installed.includes(worker) || (worker === 'x64' && installed.includes('arm64'));
}
/**
 * A worker process loads every registered module when it starts. One that cannot be loaded ends the worker, whatever the application
 * needs, and rapid-fail protection then stops the pool.
 * Source: dotnet/aspnetcore#24368, #24512; learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-R2-and-2008/cc735119.
 */
const moduleImageStage = defineStage({
    name: 'module-image',
    checks: 'the module dll is there for the architecture of the worker process',
    needs: [],
    perform: (facts) => {
        const module = facts.server?.aspNetCoreModule;
        if (facts.server === undefined)
            return module_image_stage_unknown('No server is described.', ['aspNetCoreModule.architectures']);
        const worker = workerArchitecture(facts);
        const bits = worker.known ? (worker.architecture === 'x86' ? 32 : 64) : undefined;
        const registered = loadedModule(facts.server.iis?.globalModules, 'AspNetCoreModuleV2', bits);
        if (registered === 'no')
            return { outcome: 'passed', because: 'Version 2 of the module is not registered for this worker process, so it is not loaded.' };
        if (module === undefined)
            return module_image_stage_unknown('Nobody said for which architectures the module is installed.', ['aspNetCoreModule']);
        const installed = module.installed ? module.architectures : [];
        if (installed === undefined)
            return module_image_stage_unknown('Nobody said for which architectures the module is installed.', ['aspNetCoreModule.architectures']);
        if (!worker.known)
            return module_image_stage_unknown('The architecture of the worker process is not known.', worker.missingFacts);
        if (serves(installed, worker.architecture))
            return { outcome: 'passed', because: `aspnetcorev2.dll is there for an ${worker.architecture} worker process.` };
        if (registered === 'unknown')
            return module_image_stage_unknown('Nobody said whether the module is registered.', ['iis.globalModules']);
        return { outcome: 'failed', failure: dllMissing(facts, worker.architecture, installed) };
    },
});
function module_image_stage_unknown(because, missingFacts) {
    return { outcome: 'unknown', because, missingFacts };
}
function dllMissing({ server, target }, worker, installed) {
    const pool = target.appPool ?? '';
    const folder = worker === 'x86' && server?.os?.architecture !== 'x86' ? 'C:\\Program Files (x86)' : 'C:\\Program Files';
    const dll = `${folder}\\IIS\\Asp.Net Core Module\\V2\\aspnetcorev2.dll`;
    return {
        rule: 'module-dll-missing',
        severity: 'error',
        certainty: 'certain',
        status: '503',
        title: 'The service is unavailable.',
        hresult: startup_failure/* hresults */.j.ERROR_MOD_NOT_FOUND,
        event: { source: failure_text/* eventSources */.D.worker, id: 2280, message: `The Module DLL ${dll} failed to load. The data is the error.` },
        furtherEvents: [
            {
                source: failure_text/* eventSources */.D.processActivation,
                id: 5002,
                message: `Application pool '${pool}' is being automatically disabled due to a series of failures in the process(es) serving that application pool.`,
            },
        ],
        message: `The ASP.NET Core Module is registered but its dll is not there for a ${worker} worker process, so every worker process of pool "${pool}" ends while it starts.`,
        evidence: [
            'iis.globalModules names AspNetCoreModuleV2.',
            installed.length === 0
                ? 'aspNetCoreModule says that the module is not installed.'
                : `aspNetCoreModule.architectures is ${installed.join(', ')}; the worker process is ${worker}.`,
        ],
        remedies: [
            {
                side: 'server',
                text: 'Repair the Hosting Bundle; it installs the module for every architecture the system can run. Then restart IIS.',
                snippet: 'net stop was /y\nnet start w3svc',
            },
            ...(worker === 'x86' && installed.includes('x64')
                ? [
                    {
                        side: 'server',
                        text: 'Let the pool run 64-bit worker processes.',
                        snippet: `${appcmd/* appcmd */.C} set apppool "${pool}" /enable32BitAppOnWin64:false`,
                    },
                ]
                : []),
        ],
        place: { in: 'server', fact: 'aspNetCoreModule.architectures' },
    };
}

;// CONCATENATED MODULE: ./build/iis/worker-process-stage.js



/** The worker process that WAS starts for the pool: its architecture, and the variables it gets. */
const workerProcessStage = defineStage({
    name: 'worker-process',
    checks: 'the architecture and the environment of the worker process',
    needs: [],
    perform: (facts) => {
        const worker = workerArchitecture(facts);
        const workerEnvironment = worker_process_stage_environmentOf(facts, worker);
        if (!worker.known) {
            const because = facts.server === undefined ? 'No server is described.' : 'The architecture of the worker process depends on facts nobody gave.';
            return { outcome: 'unknown', because, missingFacts: worker.missingFacts, workedOut: { workerEnvironment } };
        }
        return {
            outcome: 'passed',
            because: `The worker process is ${worker.architecture}: ${worker.because}`,
            workedOut: { workerArchitecture: worker.architecture, workerEnvironment },
        };
    },
});
/**
 * The worker's variables: the machine's as WAS passes them on, overlaid with the pool's (`environmentVariables`, IIS 10).
 * Without a server the usual is taken, a machine that sets nothing of its own. A server given by its Hosting Bundle is one as installed,
 * so that what it does not say about variables means that none are set.
 */
function worker_process_stage_environmentOf(facts, worker) {
    const { server, target } = facts;
    const builtIns = new Map([
        ...windowsVariables(worker.known ? worker.architecture : 'x64', server?.os?.architecture),
        // WAS tells the worker which pool it is for.
        ['APP_POOL_ID', target.appPool ?? null],
        ['APP_POOL_CONFIG', null],
    ]);
    if (server === undefined)
        return environmentBlock([], builtIns);
    const asInstalled = server.hostingBundle !== undefined;
    const layer = (variables, fact) => {
        const known = variables ?? (asInstalled ? new Map() : undefined);
        return known === undefined ? { fact } : { fact, variables: known };
    };
    return environmentBlock([layer(server.environment, 'environment'), layer(target.pool?.environment, 'iis.appPools[].environment')], builtIns);
}

;// CONCATENATED MODULE: ./build/startup/stages.js






















const inProcess = (stage) => ({ stage, only: 'inprocess' });
const outOfProcess = (stage) => ({ stage, only: 'outofprocess' });
/**
 * The start of an ASP.NET Core application on IIS, in order: the story this program tells.
 * IIS brings up a worker process, reads its configuration and finds the module; the module reads its section, looks at its neighbours and
 * finds the .NET host; the host finds the frameworks; the request handler brings the application up, inside the worker or beside it.
 */
const stages = [
    // IIS
    { stage: applicationPoolStage },
    { stage: workerProcessStage },
    { stage: moduleImageStage },
    { stage: configurationStage },
    { stage: handlerMappingStage },
    // The ASP.NET Core Module
    { stage: moduleEnabledStage },
    { stage: appOfflineStage },
    { stage: aspNetCoreSectionStage },
    { stage: hostingModelStage },
    // In-process: the module, the .NET host, the in-process request handler
    inProcess(processPathStage),
    inProcess(locateDotnetStage),
    inProcess(locateHostfxrStage),
    inProcess(loadHostfxrStage),
    inProcess(applicationArgumentsStage),
    inProcess(frameworkResolutionStage),
    inProcess(requestHandlerStage),
    inProcess(applicationStartStage),
    // Out-of-process: the out-of-process request handler, and the child process it starts
    outOfProcess(outOfProcessHandlerStage),
    outOfProcess(listenPortStage),
    outOfProcess(createProcessStage),
    outOfProcess(childProcessStage),
    outOfProcess(listeningStage),
];

;// CONCATENATED MODULE: ./build/startup/coverage.js

/** What no check before the deployment can tell. */
const notCheckable = [
    "exceptions of the application's own code, and services it needs (databases, vaults, certificates)",
    'file permissions and the identity of the application pool',
    'whether IIS was restarted after a runtime was installed',
    'what other processes change on the server, and files locked while they are copied',
    'how long the start takes',
];
/** What the stages of these starts looked at, what cannot be checked, and which facts would settle what is open. */
function coverageOf(starts) {
    const judged = new Set(starts.flatMap(({ trace }) => trace.filter(({ outcome }) => outcome === 'passed' || outcome === 'failed').map(({ stage }) => stage)));
    const waiting = new Map();
    for (const { prediction } of starts) {
        for (const fact of prediction.missingFacts)
            waiting.set(fact, (waiting.get(fact) ?? 0) + 1);
    }
    return {
        checked: [...new Set(stages.filter(({ stage }) => judged.has(stage.name)).map(({ stage }) => stage.checks))],
        notCheckable,
        wouldSettle: [...waiting].map(([fact, findings]) => ({ fact, findings })).sort((left, right) => right.findings - left.findings),
    };
}

;// CONCATENATED MODULE: ./build/iis/site-applications.js

/** Windows opens no longer path; a hostile one could have millions of segments. */
const longestPath = 32_767;
const mostSegments = 256;
/** `/` and `/api` for `/api/v1`: every path that this one lies below, nearest last. */
function pathsAbove(path) {
    if (path === '/')
        return [];
    const above = ['/'];
    if (path.length > longestPath)
        return above;
    for (let end = path.indexOf('/', 1); end > 0 && above.length < mostSegments; end = path.indexOf('/', end + 1)) {
        above.push(path.slice(0, end));
    }
    return above;
}
/** Made once for each list: one run may place hundreds of artifacts in a site. */
const siteApplications = onceForEach((applications) => {
    const byPath = new Map();
    const belowPath = new Map();
    for (const application of applications) {
        const key = application.path.toLowerCase();
        if (!byPath.has(key))
            byPath.set(key, application);
        for (const above of pathsAbove(key)) {
            const below = belowPath.get(above);
            if (below === undefined)
                belowPath.set(above, [application.path]);
            else
                below.push(application.path);
        }
    }
    return {
        at: (path) => byPath.get(path.toLowerCase()),
        above: (path) => pathsAbove(path.toLowerCase())
            .toReversed()
            .flatMap((above) => byPath.get(above) ?? []),
        below: (path) => belowPath.get(path.toLowerCase()) ?? [],
    };
});

;// CONCATENATED MODULE: ./build/iis/pool-mates.js


/** The other applications of the pool; `undefined` while an application of the server could be one of them without being described. */
function poolMatesOf(server, appPool, current) {
    const sites = server.iis?.sites;
    // The short form of a manifest describes a server as installed, where nothing runs yet.
    if (sites === undefined)
        return server.hostingBundle === undefined ? undefined : [];
    const index = applicationsByPool(sites, server.iis?.appPools);
    if (!index.complete)
        return undefined;
    return (index.byPool.get(appPool.toLowerCase()) ?? []).filter(({ application }) => application !== current).map(({ mate }) => mate);
}
function poolMate(site, application) {
    const { hostingModel, preloadEnabled } = application;
    return {
        name: applicationName(site.name, application.path),
        ...(hostingModel === undefined ? {} : { hostingModel }),
        ...(preloadEnabled === undefined ? {} : { preloadEnabled }),
        from: 'manifest',
    };
}
/** Built once for each list of sites: one run may check hundreds of artifacts against it. `onlyPool`: the pool of those that name none. */
const indexes = onceForEach((_) => new Map());
function applicationsByPool(sites, pools) {
    const onlyPool = pools?.length === 1 ? pools[0]?.name : undefined;
    const index = indexes(sites).get(onlyPool) ?? indexSites(sites, onlyPool);
    indexes(sites).set(onlyPool, index);
    return index;
}
function indexSites(sites, onlyPool) {
    const byPool = new Map();
    let complete = true;
    for (const site of sites) {
        if (site.applications === undefined)
            complete = false;
        for (const application of site.applications ?? []) {
            const pool = (application.appPool ?? onlyPool)?.toLowerCase();
            const list = pool === undefined ? undefined : byPool.get(pool);
            const placed = { application, mate: poolMate(site, application) };
            if (list !== undefined)
                list.push(placed);
            else if (pool !== undefined)
                byPool.set(pool, [placed]);
            else if (application.hostingModel !== 'none')
                complete = false;
        }
    }
    return { byPool, complete };
}

;// CONCATENATED MODULE: ./build/iis/site-bindings.js
/**
 * Reduces the bindings of a site to what advice needs. `bindingInformation` is `address:port:host name`; the address may be one of IPv6 in
 * brackets. Bindings of other protocols than HTTP are passed over.
 * Source: learn.microsoft.com/iis/configuration/system.applicationhost/sites/site/bindings/binding.
 */
function siteBindings(bindings) {
    const web = bindings.flatMap(({ protocol, bindingInformation }) => {
        const [, address, port, host] = /^(.*):(\d{1,5}):([^:]*)$/.exec(bindingInformation) ?? [];
        if (!/^https?$/i.test(protocol) || address === undefined || port === undefined || host === undefined)
            return [];
        return [{ protocol: protocol.toLowerCase(), port, anyHost: /^\*?$/.test(address) && /^\*?$/.test(host) }];
    });
    return {
        http: web.some(({ protocol }) => protocol === 'http'),
        httpsPorts: [...new Set(web.flatMap(({ protocol, port }) => (protocol === 'https' ? [port] : [])))],
        anyHost: web.filter(({ anyHost }) => anyHost).map(({ protocol, port }) => `${protocol} *:${port}`),
    };
}

;// CONCATENATED MODULE: ./build/iis/target-on-server.js




/** What a start needs to know about its place and about what surrounds it: its pool, and the applications above, below and beside it. */
function targetOn(server, { siteName, site, path, current, appPool }) {
    const application = path === undefined ? undefined : applicationPath(path);
    const poolMates = appPool === undefined ? undefined : poolMatesOf(server, appPool, current);
    return {
        ...(siteName === undefined ? {} : { site: siteName }),
        ...(site?.bindings === undefined ? {} : { bindings: siteBindings(site.bindings) }),
        ...(application === undefined ? {} : { application, ...around(site, application) }),
        ...(appPool === undefined ? {} : { appPool }),
        ...poolOn(server, appPool),
        ...(current === undefined ? {} : { current }),
        ...(current?.preloadEnabled === true ? { preloadedTogether: preloadedOn(server) } : {}),
        ...(poolMates === undefined ? {} : { poolMates }),
    };
}
function poolOn(server, name) {
    const pools = server.iis?.appPools;
    if (pools === undefined)
        return {};
    const index = name === undefined ? -1 : pools.findIndex((pool) => same(pool.name, name));
    const pool = pools[index];
    if (pool === undefined)
        return { poolsListed: true };
    return { poolsListed: true, pool, poolPlace: `iis.appPools[${index}]`, ...stoppedAsOf(pool, server.collectedAt) };
}
/** The date of the manifest matters for a state that passes. */
function stoppedAsOf({ state }, collectedAt) {
    return state?.toLowerCase() === 'stopped' && collectedAt !== undefined ? { stoppedAsOf: collectedAt } : {};
}
/** The applications above (nearest first) and below. Nothing is above a root application, whether or not the site is described. */
function around(site, path) {
    if (site?.applications === undefined)
        return path === '/' ? { parents: [] } : {};
    const { above, below } = siteApplications(site.applications);
    return { parents: above(path), children: below(path) };
}
function preloadedOn(server) {
    const applications = (server.iis?.sites ?? []).flatMap((site) => site.applications ?? []);
    return applications.filter(({ preloadEnabled }) => preloadEnabled === true).length;
}
function same(left, right) {
    return left.toLowerCase() === right.toLowerCase();
}

;// CONCATENATED MODULE: ./build/iis/deployment-target.js



const noApplications = [];
/**
 * Finds the site, application and pool an artifact goes to: the ones named, else the only ones there are. IIS compares these names without
 * regard to case. A name the server does not list is a problem, except an application path for which a pool is named: that one is new.
 */
function resolveTarget(server, choice) {
    if (server === undefined)
        return { target: withoutServer(choice) };
    const problems = [];
    const site = chosenSite(server, choice, problems);
    const path = site === undefined ? choice.application : chosenPath(server, site, choice, problems);
    const current = path === undefined ? undefined : siteApplications(site?.applications ?? noApplications).at(applicationPath(path));
    const appPool = chosenPool(server, choice, current, problems);
    if (problems.length > 0)
        return { problems };
    return { target: targetOn(server, { siteName: site?.name ?? choice.site, site, path, current, appPool }) };
}
function withoutServer({ site, application, appPool }) {
    return {
        ...(site === undefined ? {} : { site }),
        ...(application === undefined ? {} : { application: applicationPath(application) }),
        ...(appPool === undefined ? {} : { appPool }),
    };
}
function deployment_target_same(left, right) {
    return left.toLowerCase() === right.toLowerCase();
}
function chosenSite(server, choice, problems) {
    const sites = server.iis?.sites;
    if (sites === undefined)
        return undefined;
    if (choice.site !== undefined) {
        const wanted = choice.site;
        const site = sites.find(({ name }) => deployment_target_same(name, wanted));
        if (site === undefined)
            problems.push(deployment_target_unknownName(server, 'iis.sites', 'a site', wanted, sites.map(({ name }) => name)));
        return site;
    }
    if (sites.length <= 1)
        return sites[0];
    const candidates = sites.filter((site) => site.applications?.some((application) => deployment_target_matches(application, choice)) === true);
    if (candidates.length === 1)
        return candidates[0];
    // A pool in which nothing runs yet says enough; of several applications in it, one would be taken for its own neighbour.
    if (choice.appPool === undefined || choice.application !== undefined || candidates.length > 1)
        problems.push(ambiguous(server, 'iis.sites', 'site', sites.map(({ name }) => name)));
    return undefined;
}
/** Whether the application is the one that the choice describes without a site. */
function deployment_target_matches({ path, appPool }, choice) {
    if (choice.application !== undefined)
        return deployment_target_same(path, applicationPath(choice.application));
    return choice.appPool !== undefined && appPool !== undefined && deployment_target_same(appPool, choice.appPool);
}
function chosenPath(server, site, choice, problems) {
    const listed = site.applications;
    if (choice.application !== undefined) {
        const wanted = applicationPath(choice.application);
        const found = siteApplications(listed ?? noApplications).at(wanted)?.path;
        if (listed !== undefined && found === undefined && choice.appPool === undefined) {
            const paths = listed.map(({ path }) => path);
            const owner = listed.find(({ virtualDirectories }) => virtualDirectories?.some((directory) => deployment_target_same(directory, wanted)) === true);
            const what = owner === undefined ? 'an application' : `an application, not a virtual directory of "${owner.path}",`;
            problems.push(deployment_target_unknownName(server, `iis.sites "${site.name}"`, what, wanted, paths));
        }
        return found ?? wanted;
    }
    if (listed === undefined)
        return undefined;
    const paths = listed.map(({ path }) => path);
    if (listed.length <= 1)
        return paths[0];
    if (choice.site !== undefined && paths.includes('/'))
        return '/';
    const inPool = listed.filter((application) => deployment_target_matches(application, choice));
    if (inPool.length === 1)
        return inPool[0]?.path;
    if (choice.appPool === undefined || inPool.length > 1)
        problems.push(ambiguous(server, `iis.sites "${site.name}"`, 'app', paths));
    return undefined;
}
function chosenPool(server, { appPool }, current, problems) {
    const pools = server.iis?.appPools;
    if (appPool !== undefined) {
        const pool = pools?.find(({ name }) => deployment_target_same(name, appPool));
        if (pools !== undefined && pool === undefined)
            problems.push(deployment_target_unknownName(server, 'iis.appPools', 'an application pool', appPool, pools.map(({ name }) => name)));
        return pool?.name ?? appPool;
    }
    return current?.appPool ?? (pools?.length === 1 ? pools[0]?.name : undefined);
}
function deployment_target_unknownName(server, place, what, wanted, names) {
    const suggestion = names.find((name) => meansTheSame(name, wanted));
    return {
        file: server.manifest.file,
        place,
        expected: `${what} called "${wanted}"`,
        found: names.length === 0
            ? 'none'
            : names
                .slice(0, 20)
                .map((name) => `"${name}"`)
                .join(', '),
        ...(suggestion === undefined ? {} : { suggestion: `"${suggestion}"` }),
    };
}
/** Blanks and hyphens are what people leave out of names; a beginning is what they remember. */
function meansTheSame(name, wanted) {
    const [left, right] = [name, wanted].map((text) => text.toLowerCase().replace(/[\s/_-]+/g, ''));
    return left !== undefined && right !== undefined && left !== '' && right !== '' && (left.startsWith(right) || right.startsWith(left));
}
/** The flag of the command line, and the input of the CI hosts. */
const sayWhich = { site: '--site (the input site)', app: '--app (the input application)' };
function ambiguous(server, place, option, names) {
    return {
        file: server.manifest.file,
        place,
        expected: `${sayWhich[option]} to say which one is meant`,
        found: names
            .slice(0, 20)
            .map((name) => `"${name}"`)
            .join(', '),
    };
}

;// CONCATENATED MODULE: ./build/dotnet/suiting-frameworks.js


/** The runtime that comes with a framework of this name has its version. */
const isOfRuntime = (name) => name.toLowerCase().startsWith('microsoft.');
/** For what names no version of .NET. */
const current = '10.0.0';
/**
 * Every framework that runtimeconfig.json files ask for, and a host as new as the newest of them. Each framework is there in the version
 * asked for; where any later one does, or what is asked for is no version, in the newest of all.
 */
function suitingFrameworks(files) {
    const references = files.flatMap((file) => askedFrameworks(file).references);
    const ofRuntime = references.filter(({ name }) => isOfRuntime(name));
    const newest = highestFxVersion(ofRuntime.map(({ versionText }) => ({ version: versionText, complete: true })))?.version ?? current;
    const frameworks = new Map();
    const add = (name, version) => frameworks.set(name, [...(frameworks.get(name) ?? []), { version, complete: true }]);
    for (const { name, range, versionText } of references) {
        const anyLater = isOfRuntime(name) && range === 'major';
        const version = anyLater || parseFxVersion(versionText) === undefined ? newest : versionText;
        add(name, version);
        // Microsoft.AspNetCore.App and Microsoft.WindowsDesktop.App of a version stand on Microsoft.NETCore.App of the same.
        if (name !== 'Microsoft.NETCore.App')
            add('Microsoft.NETCore.App', isOfRuntime(name) ? version : newest);
    }
    return { hostfxr: newest, frameworks };
}

;// CONCATENATED MODULE: ./build/startup/kindest-server.js





/** The architecture the artifact was made for: that of its own host, of an x86-only or x64-only entry assembly, else x64. */
function ownArchitecture({ images }, dll) {
    const host = images.get('hostfxr.dll');
    const entry = dll === undefined ? undefined : images.get((0,paths/* pathKey */.Pn)(dll));
    const image = host?.format === 'pe' ? host : entry;
    if (image?.format !== 'pe')
        return 'x64';
    const anyCpu = image.clr?.ilOnly === true && image.machine === 'x86' && !image.clr.requires32Bit;
    return !anyCpu && (image.machine === 'x86' || image.machine === 'arm64') ? image.machine : 'x64';
}
/** The dll that web.config starts, as far as a look at it tells; else the only application at the root. */
function startedDll(facts) {
    const { webConfig, images } = facts.artifact;
    const section = findAspNetCoreElement(webConfig);
    const written = ['processPath', 'arguments']
        .map((name) => (section === undefined ? '' : (attributeValue(section, name) ?? '')))
        .join(' ');
    const named = [...written.matchAll(/([^\s"]{1,260})\.(?:dll|exe)\b/gi)].map((match) => (0,paths/* pathKey */.Pn)(`${match[1]}.dll`));
    return named.find((key) => images.has(key)) ?? entryDllGuess(facts);
}
/** A dotnet root that has every framework the artifact asks for. Which of several applications starts is decided later, so it has those of all. */
function ownFrameworks({ contents }, architecture) {
    const configs = [...contents].flatMap(([key, bytes]) => (key.endsWith('.runtimeconfig.json') ? [bytes] : []));
    const { hostfxr, frameworks } = suitingFrameworks(configs);
    return { root: 'C:\\Program Files\\dotnet', architecture, hostfxr: [{ version: hostfxr, complete: true }], frameworks };
}
/**
 * What a start is performed with while no server is described: the server that suits the artifact best. What fails there fails everywhere;
 * what passes there is not known. With a server nothing is supposed.
 */
function kindestServer(facts) {
    if (facts.server !== undefined)
        return {};
    const workerArchitecture = ownArchitecture(facts.artifact, startedDll(facts));
    const dotnetRoot = ownFrameworks(facts.artifact, workerArchitecture);
    return {
        workerArchitecture,
        dotnetRoot,
        dotnetExe: `${dotnetRoot.root}\\dotnet.exe`,
        childProcess: { kind: 'dotnet', root: dotnetRoot },
    };
}

;// CONCATENATED MODULE: ./build/startup/walk.js


/** Whether everything the stage needs is there; after this check the erased type of `perform` holds. */
function hasNeeds(workedOut, needs) {
    return needs.every((need) => workedOut[need] !== undefined);
}
const endsAt = (steps) => steps.find(({ outcome }) => outcome.outcome === 'failed');
/** A stage whose inputs are missing: not reached when the start has ended before it, else as unknown as what it waits for. */
function withoutNeeds(steps) {
    const failed = endsAt(steps);
    if (failed !== undefined)
        return { outcome: 'not-applicable', because: `Not reached: the start ends at ${failed.stage}.` };
    const unknown = steps.find(({ outcome }) => outcome.outcome === 'unknown');
    return { outcome: 'unknown', because: `Waits for ${unknown?.stage ?? 'an earlier stage'}.`, missingFacts: [] };
}
function performStage({ stage, only }, facts, { steps, workedOut, supposed }) {
    if (only !== undefined && workedOut.hostingModel !== undefined && workedOut.hostingModel !== only) {
        return { outcome: 'not-applicable', because: `The application is hosted ${workedOut.hostingModel}.` };
    }
    if (only !== undefined && workedOut.hostingModel === undefined)
        return withoutNeeds(steps);
    if (hasNeeds(workedOut, stage.needs))
        return stage.perform(facts, workedOut);
    const inputs = { ...supposed, ...workedOut };
    return endsAt(steps) === undefined && hasNeeds(inputs, stage.needs) ? stage.perform(facts, inputs) : withoutNeeds(steps);
}
/** A stage that passes only on a supposition has not passed. */
function onSupposition(outcome) {
    if (outcome.outcome !== 'passed')
        return outcome;
    return {
        outcome: 'unknown',
        because: `On a server that suits the artifact: ${outcome.because}`,
        missingFacts: [],
        ...(outcome.findings === undefined ? {} : { findings: outcome.findings }),
    };
}
function step(done, listed, facts) {
    const { stage } = listed;
    const raw = performStage(listed, facts, done);
    const handedOn = 'workedOut' in raw ? (raw.workedOut ?? {}) : {};
    const supposing = !hasNeeds(done.workedOut, stage.needs);
    const outcome = supposing ? onSupposition(raw) : raw;
    const steps = [...done.steps, { stage: stage.name, outcome }];
    if (supposing)
        return { ...done, steps, supposed: { ...done.supposed, ...handedOn } };
    return { ...done, steps, workedOut: { ...done.workedOut, ...handedOn } };
}
/**
 * Performs the start on paper: every stage in order, each with what the earlier ones worked out. After a failure the walk goes on as
 * long as the later stages still have their inputs, so that the report can say what else is broken.
 */
function walk(facts) {
    const begin = { steps: [], workedOut: {}, supposed: kindestServer(facts) };
    const { steps, workedOut } = stages.reduce((done, listed) => step(done, listed, facts), begin);
    return { steps, workedOut };
}

;// CONCATENATED MODULE: ./build/startup/deployments.js





/** The mappings of the configuration file for this artifact. */
const mappingsOf = ({ label, name }, mappings) => mappings.filter((mapping) => artifactKey(mapping.artifact) === artifactKey(label ?? name));
/** The mappings for this artifact and server; the command line's choice when there is none for the artifact, or no server at all. */
function choicesFor(artifact, server, mappings, choice) {
    const own = mappingsOf(artifact, mappings);
    const here = own.filter((mapping) => mapping.server === undefined || mapping.server === server?.name);
    return own.length === 0 || (here.length === 0 && server === undefined) ? [choice] : here;
}
/** An artifact that goes to no server of the run would be passed over without a word. */
function unplaced(artifacts, servers, mappings) {
    const names = servers.flatMap((server) => (server === undefined ? [] : [server.name]));
    if (names.length === 0)
        return [];
    return artifacts.flatMap((artifact) => {
        const own = mappingsOf(artifact, mappings);
        if (own.length === 0 || own.some(({ server }) => server === undefined || names.includes(server)))
            return [];
        return own.map(({ server = '', at }) => ({
            file: at.file,
            ...(at.line === undefined ? {} : { place: `${at.line}:${at.column}` }),
            expected: `a server of this run for ${artifact.label ?? artifact.name}: ${names.slice(0, 20).join(', ')}`,
            found: `"${server}"`,
        }));
    });
}
/** One application on one server, apart from others by site and path; `undefined` when only its pool is known. */
function applicationKey({ target }) {
    if (target.site === undefined || target.application === undefined)
        return undefined;
    return `${target.site}${target.application}`.toLowerCase();
}
/**
 * Another artifact of the run as a pool-mate: its model, and whether it ends before the module notes that model. An application of version 1
 * of the module is none of its own.
 */
function asPoolMate({ artifact, server, target }) {
    const { steps, workedOut } = walk({ artifact, ...(server === undefined ? {} : { server }), target: { ...target, poolMates: [] } });
    const claim = steps.findIndex(({ stage }) => stage === 'hosting-model');
    const failsBeforeClaim = steps.slice(0, claim).some(({ outcome }) => outcome.outcome === 'failed');
    const own = artifact.label ?? artifact.name;
    const name = target.site === undefined ? own : `${target.site}${target.application ?? ''} (${own})`;
    const hostingModel = workedOut.module?.module === 'AspNetCoreModule' ? 'none' : workedOut.hostingModel;
    const preloadEnabled = target.current?.preloadEnabled;
    return {
        name,
        from: 'artifact',
        failsBeforeClaim,
        ...(hostingModel === undefined ? {} : { hostingModel }),
        ...(preloadEnabled === undefined ? {} : { preloadEnabled }),
    };
}
/** The deployments of each pool that has several of them. */
function membersByPool(deployments) {
    const groups = new Map();
    for (const deployment of deployments) {
        const pool = deployment.target.appPool?.toLowerCase();
        const group = pool === undefined ? undefined : groups.get(pool);
        if (group !== undefined)
            group.push(deployment);
        else if (pool !== undefined)
            groups.set(pool, [deployment]);
    }
    const shared = [...groups].filter(([, group]) => group.length > 1);
    return new Map(shared.map(([pool, group]) => [
        pool,
        group.map((deployment) => ({ deployment, key: applicationKey(deployment), mate: asPoolMate(deployment) })),
    ]));
}
/** Several artifacts for one application are alternatives of each other, not neighbours; one artifact may be two applications. */
function isOtherApplication(own, other) {
    if (own.key === undefined || other.key === undefined)
        return own.deployment.artifact !== other.deployment.artifact;
    return own.key !== other.key;
}
/** The deployments of one run to one server, each with the applications that share its pool: the manifest's and the run's own. */
function withPoolMates(deployments) {
    const pools = membersByPool(deployments);
    const replaced = new Set(deployments.map(applicationKey));
    // What the manifest says about an application that this run replaces is how it was, not how it will be.
    const stays = onceForEach(({ name }) => !replaced.has(name.toLowerCase()));
    return deployments.map((deployment) => {
        const { artifact, server, target } = deployment;
        const members = target.appPool === undefined ? [] : (pools.get(target.appPool.toLowerCase()) ?? []);
        const own = members.find((member) => member.deployment === deployment);
        const others = own === undefined ? [] : members.filter((member) => isOtherApplication(own, member)).map(({ mate }) => mate);
        const staying = target.poolMates?.filter(stays);
        const poolMates = staying === undefined && others.length === 0 ? undefined : [...others, ...(staying ?? [])];
        return {
            artifact,
            ...(server === undefined ? {} : { server }),
            target: { ...target, ...(poolMates === undefined ? {} : { poolMates }) },
        };
    });
}
/**
 * Every start of a run: each artifact on each server, at the place the user chose or the only one there is.
 * Throws `InputError` when a chosen site, application or pool is not on the server.
 */
function startsOf(artifacts, servers, mappings, choice) {
    const problems = unplaced(artifacts, servers, mappings);
    const starts = servers.flatMap((server) => {
        const deployments = artifacts.flatMap((artifact) => choicesFor(artifact, server, mappings, choice).flatMap((wanted) => {
            const resolved = resolveTarget(server, wanted);
            if ('target' in resolved)
                return [{ artifact, ...(server === undefined ? {} : { server }), target: resolved.target }];
            problems.push(...resolved.problems);
            return [];
        }));
        return withPoolMates(deployments);
    });
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    return starts;
}

;// CONCATENATED MODULE: ./build/startup/expected-web-config.js




/** Stages that ask the server and the files of the application, whatever else web.config says. */
const ofTheHost = new Set(['load-hostfxr', 'framework-resolution', 'application-start', 'child-process']);
/** The entry point as the Web SDK writes it: the executable of a self-contained application, else dotnet. */
function entryPoint({ artifact }, dll) {
    const exe = dll.replace(/\.[^.]*$/, '.exe');
    return bundledHostVersion(artifact, dll) !== undefined && artifact.files.has((0,paths/* pathKey */.Pn)(exe))
        ? `processPath=".\\${exe}"`
        : `processPath="dotnet" arguments=".\\${dll}"`;
}
/**
 * The start with web.config as the Web SDK would write it, for both hosting models, where the user says that a later step brings it.
 * Empty where the artifact has one, where none is expected, and where nobody can tell what it would start.
 */
function withExpectedWebConfig(facts) {
    const { artifact } = facts;
    const dll = entryDllGuess(facts);
    if (artifact.transformExpected !== true || artifact.webConfig.state !== 'absent' || dll === undefined || /["&<]/.test(dll))
        return [];
    return ['inprocess', 'outofprocess'].map((hostingModel) => {
        const text = `<configuration><location path="." inheritInChildApplications="false"><system.webServer>
<handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" /></handlers>
<aspNetCore ${entryPoint(facts, dll)} hostingModel="${hostingModel}" />
</system.webServer></location></configuration>`;
        return { ...facts, artifact: { ...artifact, webConfig: (0,configuration_file/* readConfigurationFile */.B)('web.config', new TextEncoder().encode(text)) } };
    });
}
const howItWasTaken = 'There is no web.config yet: taken as the Web SDK writes it, in-process and out-of-process.';
/** What fails with every web.config that is expected fails without it too; only how surely, and with which code, is left open. */
function failingWhateverIsWritten(own, expected) {
    const [first] = expected;
    const finding = first?.findings[first.prediction.finding ?? -1]?.finding;
    const all = expected.every(({ prediction: { outcome, stage } }) => outcome === 'fails' && stage !== undefined && ofTheHost.has(stage));
    if (first === undefined || finding === undefined || !all)
        return own;
    const { stage, status } = first.prediction;
    const agreed = expected.every(({ prediction }) => prediction.status === status);
    return {
        ...own,
        findings: [{ finding: { ...finding, certainty: 'likely', evidence: [...finding.evidence, howItWasTaken] } }],
        prediction: {
            outcome: 'fails',
            certainty: 'likely',
            ...(agreed && status !== undefined ? { status } : {}),
            ...(stage === undefined ? {} : { stage }),
            finding: 0,
            missingFacts: own.prediction.missingFacts,
        },
    };
}

;// CONCATENATED MODULE: ./build/startup/possible-servers.js
/** One module of each generation that decides differently, the newest last; of 8.0 also those that judge a dotnet.exe in other ways. */
const moduleVersions = [
    '12.2.19109.5',
    '13.0.20023.3',
    '13.1.22321.32',
    '15.0.22105.17',
    '16.0.24290.36',
    '17.0.24141.20',
    '18.0.24201.8',
    '18.0.25220.19',
    '18.0.26176.29',
    '19.0.26174.18',
    '20.0.26177.10',
];
function withPool(facts, change) {
    const { pool } = facts.target;
    return pool === undefined ? facts : { ...facts, target: { ...facts.target, pool: { ...pool, ...change } } };
}
function poolBitness({ facts, assumed }) {
    const { server, target } = facts;
    if (server?.os?.architecture === undefined || server.os.architecture === 'x86' || target.pool === undefined)
        return [{ facts, assumed }];
    if (target.pool.enable32BitAppOnWin64 !== undefined)
        return [{ facts, assumed }];
    const fact = 'iis.appPools[].enable32BitAppOnWin64';
    return [true, false].map((enable32BitAppOnWin64) => ({ facts: withPool(facts, { enable32BitAppOnWin64 }), assumed: [...assumed, fact] }));
}
function moduleVersion({ facts, assumed }) {
    const { server } = facts;
    const module = server?.aspNetCoreModule;
    if (server === undefined || module?.installed === false || module?.version !== undefined)
        return [{ facts, assumed }];
    return moduleVersions.map((version) => ({
        facts: { ...facts, server: { ...server, aspNetCoreModule: { ...module, installed: true, version } } },
        assumed: [...assumed, 'aspNetCoreModule.version'],
    }));
}
/**
 * The servers a described server can be: a fact with few possible values, about which the manifest is silent, is filled in with each of them.
 * What all of them agree on is known after all. Without a server the start is performed on what a current one would do, once.
 */
function possibleServers(facts) {
    return [{ facts, assumed: [] }].flatMap(poolBitness).flatMap(moduleVersion);
}

;// CONCATENATED MODULE: ./build/startup/prediction.js
/** The findings of the stages in the order of the start, failures first among those of one stage. */
function findingsOf(steps) {
    const findings = [];
    let ending;
    for (const { outcome } of steps) {
        if (outcome.outcome === 'failed') {
            findings.push(ending === undefined ? { finding: outcome.failure } : { finding: outcome.failure, hiddenBehind: ending });
            ending ??= findings.length - 1;
        }
        if (outcome.outcome === 'not-applicable')
            continue;
        for (const finding of outcome.findings ?? [])
            findings.push(ending === undefined ? { finding } : { finding, hiddenBehind: ending });
    }
    return findings;
}
function missingFactsOf(steps) {
    return [...new Set(steps.flatMap(({ outcome }) => (outcome.outcome === 'unknown' ? outcome.missingFacts : [])))];
}
function failing(failure, stage, before, finding) {
    const open = before.some(({ outcome }) => outcome.outcome === 'unknown');
    return {
        outcome: 'fails',
        // An earlier stage that nobody can judge might end the start first, with another code.
        certainty: open ? 'likely' : failure.certainty,
        status: failure.status,
        ...(failure.title === undefined ? {} : { title: failure.title }),
        ...(failure.hresult === undefined ? {} : { hresult: failure.hresult }),
        stage,
        finding,
        ...(failure.event === undefined ? {} : { event: failure.event }),
        ...(failure.furtherEvents === undefined || failure.furtherEvents.length === 0 ? {} : { furtherEvents: failure.furtherEvents }),
        missingFacts: missingFactsOf(before),
    };
}
/** Where the walk ends: the first failure; undetermined while any stage is unknown; else it starts. */
function predict(steps) {
    const end = steps.findIndex(({ outcome }) => outcome.outcome === 'failed');
    const step = steps[end];
    if (step?.outcome.outcome === 'failed') {
        const { failure } = step.outcome;
        const finding = findingsOf(steps).findIndex((entry) => entry.finding === failure);
        return failing(failure, step.stage, steps.slice(0, end), finding);
    }
    const unknown = steps.find(({ outcome }) => outcome.outcome === 'unknown');
    if (unknown !== undefined)
        return { outcome: 'undetermined', certainty: 'likely', stage: unknown.stage, missingFacts: missingFactsOf(steps) };
    const doubtful = findingsOf(steps).some(({ finding }) => finding.status !== undefined);
    return { outcome: 'starts', certainty: doubtful ? 'likely' : 'certain', missingFacts: [] };
}

;// CONCATENATED MODULE: ./build/startup/perform-start.js




function performOn({ facts, assumed }) {
    const walked = walk(facts);
    return { facts, prediction: predict(walked.steps), findings: findingsOf(walked.steps), walk: walked, assumed };
}
/** What is the same in every prediction, as an object to spread; nothing where they differ. */
function perform_start_agreed(predictions, key) {
    const values = new Set(predictions.map((prediction) => JSON.stringify(prediction[key])));
    const [first] = predictions;
    return values.size === 1 && first?.[key] !== undefined ? { [key]: first[key] } : {};
}
/** What the possible servers agree on, told with the last of them; the filled-in facts are missing facts where they disagree. */
function agreement(starts, assumed) {
    const last = starts.at(-1);
    if (last === undefined || starts.length === 1)
        return last;
    const predictions = starts.map(({ prediction }) => prediction);
    const missingFacts = [...new Set([...last.prediction.missingFacts, ...assumed])];
    if (new Set(predictions.map(({ outcome }) => outcome)).size > 1)
        return { ...last, findings: [], prediction: { outcome: 'undetermined', certainty: 'likely', missingFacts } };
    if (last.prediction.outcome !== 'fails')
        return last;
    const oneStatus = 'status' in perform_start_agreed(predictions, 'status');
    const { stage, finding } = last.prediction;
    return {
        ...last,
        prediction: {
            outcome: 'fails',
            // It fails whichever it is; where only the code depends on what nobody said, that is told by leaving it out.
            certainty: oneStatus && predictions.every(({ certainty }) => certainty === 'certain') ? 'certain' : 'likely',
            ...perform_start_agreed(predictions, 'status'),
            ...perform_start_agreed(predictions, 'title'),
            ...perform_start_agreed(predictions, 'hresult'),
            ...(stage === undefined ? {} : { stage }),
            ...(finding === undefined ? {} : { finding }),
            ...perform_start_agreed(predictions, 'event'),
            ...perform_start_agreed(predictions, 'furtherEvents'),
            missingFacts: oneStatus ? last.prediction.missingFacts : missingFacts,
        },
    };
}
/** Performs one start on paper. */
function performStart(facts) {
    const expected = withExpectedWebConfig(facts).map(performDescribed);
    const own = performDescribed(facts);
    return expected.length === 0 ? own : failingWhateverIsWritten(own, expected);
}
function performDescribed(facts) {
    const possibilities = possibleServers(facts);
    const assumed = [...new Set(possibilities.flatMap((possibility) => possibility.assumed))];
    const starts = possibilities.map(performOn);
    return agreement(starts, assumed) ?? performOn({ facts, assumed: [] });
}

;// CONCATENATED MODULE: ./build/startup/start-server.js



const rootsByKey = onceForEach((roots) => new Map(roots.map(({ root }) => [(0,paths/* fullPathKey */.U8)(root), root])));
const start_server_foldersOf = onceForEach((files) => new Set(files.map((file) => (0,paths/* fullPathKey */.U8)((0,paths/* parentPath */.yl)(file)))));
/**
 * PATH without the folders that decide nothing: a start looks there for dotnet.exe, of which the manifest lists every place, and for a
 * program that is among the files known to exist.
 */
function withDecidingFolders(path, { dotnet = [], existingFiles = [] }) {
    const byKey = rootsByKey(dotnet);
    const others = start_server_foldersOf(existingFiles);
    return pathFolders(path)
        .flatMap((folder) => byKey.get((0,paths/* fullPathKey */.U8)(folder)) ?? (others.has((0,paths/* fullPathKey */.U8)(folder)) ? folder : []))
        .map((folder) => (folder.includes(';') ? `"${folder}"` : folder))
        .join(';');
}
/** What a start can read of a server, and nothing else: servers that are alike in this are one kind of server. */
function startServer(server) {
    const { name: _name, collectedAt: _collectedAt, manifest: _manifest, notes: _notes, environment, iis, ...facts } = server;
    const path = environment?.get('PATH');
    return {
        ...facts,
        ...(environment === undefined ? {} : { environment }),
        ...(typeof path === 'string' ? { environment: new Map(environment).set('PATH', withDecidingFolders(path, server)) } : {}),
        ...(iis === undefined ? {} : { iis: withoutPlaces(iis) }),
    };
}
function withoutPlaces({ sites: _sites, appPools: _appPools, ...configuration }) {
    return configuration;
}

;// CONCATENATED MODULE: ./build/startup/perform-starts.js




/** Tells servers apart by everything that a start can read of them. */
function serverKinds() {
    const kinds = new Map();
    const numbers = new Map();
    // What several servers share is put into words once.
    const numberOf = onceForEach((part) => {
        const text = factsText(part);
        const number = numbers.get(text) ?? numbers.size;
        numbers.set(text, number);
        return number;
    });
    const numbered = (facts) => Object.entries(facts).map(([key, value]) => [
        key,
        typeof value === 'object' && value !== null ? numberOf(value) : value,
    ]);
    // One server may be asked about for hundreds of applications.
    return onceForEach((server) => {
        const facts = startServer(server);
        const { iis, ...others } = facts;
        const text = JSON.stringify([numbered(others), iis === undefined ? undefined : numbered(iis)]);
        const kind = kinds.get(text) ?? { number: kinds.size + 1, facts };
        kinds.set(text, kind);
        return kind;
    });
}
/** Tells targets apart. The neighbours of hundreds of applications in one pool are the same ones, so each has a number. */
function targetTexts() {
    const numbers = new Map();
    const numberOf = onceForEach((mate) => {
        const text = JSON.stringify(mate);
        const number = numbers.get(text) ?? numbers.size;
        numbers.set(text, number);
        return number;
    });
    return ({ poolMates, ...target }) => `${factsText(target)} ${poolMates === undefined ? 'unknown' : poolMates.map(numberOf).join()}`;
}
/**
 * Performs every start. Servers that are described alike are started on paper once: a farm of thousands has a handful of kinds.
 */
function performStarts(all) {
    const kindOf = serverKinds();
    const textOf = targetTexts();
    const done = new Map();
    return all.map((facts) => {
        const ofArtifact = done.get(facts.artifact) ?? new Map();
        done.set(facts.artifact, ofArtifact);
        const kind = facts.server && kindOf(facts.server);
        const key = `${kind?.number ?? 0} ${textOf(facts.target)}`;
        const start = ofArtifact.get(key) ?? performStart(kind === undefined ? facts : { ...facts, server: kind.facts });
        ofArtifact.set(key, start);
        return { ...start, facts };
    });
}

;// CONCATENATED MODULE: ./build/startup/few-of-each-rule.js
/** Nobody reads more findings of one rule; a file made to give ten thousands of them would fill the report. */
const few_of_each_rule_most = 20;
/** The first findings of each rule, and always the one that ends the start; the last that is kept of a rule says how many are not. */
function fewOfEachRule(all, ending) {
    const byRule = new Map();
    for (const [index, { finding }] of all.entries()) {
        const indexes = byRule.get(finding.rule);
        if (indexes === undefined)
            byRule.set(finding.rule, [index]);
        else
            indexes.push(index);
    }
    const more = new Map();
    const dropped = new Set();
    for (const indexes of byRule.values()) {
        const surplus = indexes.slice(few_of_each_rule_most).filter((index) => index !== ending);
        const last = indexes[few_of_each_rule_most - 1];
        if (last === undefined || surplus.length === 0)
            continue;
        more.set(last, surplus.length);
        for (const index of surplus)
            dropped.add(index);
    }
    const kept = [...all.keys()].filter((index) => !dropped.has(index));
    const place = ending === undefined ? undefined : kept.indexOf(ending);
    const findings = kept.flatMap((index) => {
        const entry = all[index];
        return entry === undefined ? [] : [{ ...entry, ...behind(entry, place), finding: withMore(entry.finding, more.get(index)) }];
    });
    return { findings, ...(place === undefined ? {} : { ending: place }) };
}
const behind = ({ hiddenBehind }, ending) => hiddenBehind === undefined || ending === undefined ? {} : { hiddenBehind: ending };
function withMore(finding, more) {
    if (more === undefined)
        return finding;
    return {
        ...finding,
        evidence: [
            ...finding.evidence,
            more === 1 ? '1 more finding of this rule is not listed.' : `${more} more findings of this rule are not listed.`,
        ],
    };
}

;// CONCATENATED MODULE: ./build/startup/resolved.js
const bitness = 'iis.appPools[].enable32BitAppOnWin64';
/** What the walk worked out, for the report. With a pool of unknown bitness nothing is said that depends on it. */
function resolvedOf({ walk, assumed }) {
    const { hostingModel, host } = walk.workedOut;
    const { workerArchitecture, dotnetRoot, hostfxr } = assumed.includes(bitness) ? {} : walk.workedOut;
    return {
        ...(hostingModel === undefined ? {} : { hostingModel }),
        ...(workerArchitecture === undefined ? {} : { architecture: workerArchitecture }),
        ...(dotnetRoot === undefined ? {} : { dotnetRoot: dotnetRoot.root }),
        ...(hostfxr?.version === undefined ? {} : { hostfxr: hostfxr.version }),
        ...(host === undefined || host.frameworks.length === 0
            ? {}
            : { frameworks: Object.fromEntries(host.frameworks.map(({ name, version }) => [name, version])) }),
    };
}

;// CONCATENATED MODULE: ./build/startup/start-report.js



function traceEntry({ stage, outcome }) {
    return {
        stage,
        outcome: outcome.outcome,
        because: outcome.outcome === 'failed' ? outcome.failure.message : outcome.because,
        missingFacts: outcome.outcome === 'unknown' ? outcome.missingFacts : [],
    };
}
/** Made once for each walk: thousands of servers may have been started alike. */
const traceOf = onceForEach(({ steps }) => steps.map(traceEntry));
function reported({ finding, hiddenBehind }, locate) {
    const { rule, severity, certainty, status, message, evidence, remedies } = finding;
    const location = locate(finding);
    return {
        rule,
        severity,
        certainty,
        ...(status === undefined ? {} : { status }),
        message,
        evidence,
        ...(location === undefined ? {} : { location }),
        remedies,
        ...(hiddenBehind === undefined ? {} : { hiddenBehind }),
    };
}
/** A performed start, with advice and with every finding located, as the report has it. */
function startReport(start, advice, locate) {
    const { artifact, server, target } = start.facts;
    const all = [...start.findings, ...advice.map((finding) => ({ finding }))];
    const { findings, ending } = fewOfEachRule(all, start.prediction.finding);
    return {
        artifact: artifact.label ?? artifact.name,
        ...(server === undefined ? {} : { server: server.name }),
        ...(target.site === undefined ? {} : { site: target.site }),
        ...(target.application === undefined ? {} : { application: target.application }),
        ...(target.appPool === undefined ? {} : { appPool: target.appPool }),
        prediction: ending === undefined ? start.prediction : { ...start.prediction, finding: ending },
        resolved: resolvedOf(start),
        trace: traceOf(start.walk),
        findings: findings.map((finding) => reported(finding, locate)),
    };
}

;// CONCATENATED MODULE: ./build/check.js

















const noConfiguration = { servers: [], applications: [], suppressions: [] };
/**
 * Reads the artifacts and the servers into facts, starts each application on paper, adds advice, locates every finding and reports.
 * Throws `InputError` for input that cannot be used; what is wrong with an artifact is in the report.
 */
async function check(request, disk) {
    const configuration = request.config === undefined ? noConfiguration : await (0,read_configuration.readConfiguration)(request.config, disk);
    const problems = [];
    const read = (await readInputs(request.artifacts, (path) => readPublishArtifacts(path, disk), problems)).flat();
    const artifacts = request.expectTransform === true ? read.map((artifact) => ({ ...artifact, transformExpected: true })) : read;
    const serverFiles = request.servers.length > 0 ? request.servers : configuration.servers;
    const shared = factSharing();
    const servers = await readInputs(serverFiles, async (path) => shared(await readTargetServer(path, disk)), problems);
    if (problems.length > 0)
        throw new input_error/* InputError */.d(problems);
    const facts = startsOf(artifacts, servers.length > 0 ? servers : [undefined], configuration.applications, request);
    const starts = performStarts(facts).map((start) => ({ start, advice: advise(start, request.today) }));
    const locate = await findingLocator(request.sourceRoot, disk, request.sourcePipeline);
    const reports = starts.map(({ start, advice }) => startReport(start, advice, locate(start.facts)));
    const tool = { name: 'iis-preflight', version: request.version, dataDate: dataDate };
    const notices = [...inputNotices(artifacts, servers), ...mappingNotices(configuration.applications, artifacts, servers)];
    const report = {
        reportVersion: 1,
        tool,
        starts: reports,
        coverage: coverageOf(reports),
        ...(notices.length === 0 ? {} : { notices }),
    };
    const secrets = new Set(artifacts.flatMap(({ webConfig }) => [...configurationSecrets(webConfig)]));
    return applySuppressions(redactReport(report, secrets), configuration.suppressions, request.today);
}


/***/ }),

/***/ 733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ readConfigurationFile)
});

;// CONCATENATED MODULE: ./build/iis/configuration-encoding.js
/** How far the XML declaration is looked for, in bytes. */
const declarationLength = 256;
/**
 * Decodes a configuration file the way a Windows XML parser does (learn.microsoft.com XmlLite, "XmlReader input encoding"):
 * a byte-order mark decides; without one the pattern of the first two bytes; then the encoding the XML declaration names; then UTF-8.
 * Bytes that are not text in that encoding are a problem, never replaced.
 */
function decodeConfiguration(bytes) {
    const detected = encodingOfFirstBytes(bytes);
    if (detected !== undefined && detected !== 'utf-8')
        return decodeAs(bytes, detected);
    const declared = declaredEncoding(bytes);
    if (declared === undefined)
        return decodeAs(bytes, 'utf-8');
    if (/^(?:utf-16|ucs-2|unicode|iso-10646-ucs-2)/.test(declared)) {
        return { problem: `the XML declaration says encoding="${declared}", but the file is not stored in UTF-16`, textBefore: '' };
    }
    if (detected === 'utf-8')
        return decodeAs(bytes, 'utf-8');
    return decodeAs(bytes, declared);
}
/** UTF-16 without a mark shows in the zero byte beside `<`. */
function encodingOfFirstBytes(bytes) {
    const [first, second, third] = bytes;
    if (first === 0xef && second === 0xbb && third === 0xbf)
        return 'utf-8';
    if (first === 0xff && second === 0xfe)
        return 'utf-16le';
    if (first === 0xfe && second === 0xff)
        return 'utf-16be';
    if (first === 0x3c && second === 0)
        return 'utf-16le';
    if (first === 0 && second === 0x3c)
        return 'utf-16be';
    return undefined;
}
/** The encoding named in the XML declaration of a file in an encoding that extends ASCII, in lower case. */
function declaredEncoding(bytes) {
    const head = Buffer.from(bytes.subarray(0, declarationLength)).toString('latin1');
    const declaration = /<\?xml\s[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/.exec(head);
    return declaration?.[1]?.toLowerCase();
}
function decodeAs(bytes, encoding) {
    const decoder = decoderFor(encoding);
    if (decoder === undefined)
        return { problem: `the encoding "${encoding}" of the XML declaration is not known`, textBefore: '' };
    try {
        return { text: decoder.decode(bytes) };
    }
    catch {
        // The decoder throws for bytes that do not fit, and for nothing else.
        const lenient = new TextDecoder(encoding).decode(bytes);
        const bad = lenient.indexOf('\ufffd');
        return { problem: `a byte is not valid ${encoding.toUpperCase()}`, textBefore: lenient.slice(0, Math.max(0, bad)) };
    }
}
/** `undefined` for a label that is not one of encoding.spec.whatwg.org. */
function decoderFor(encoding) {
    try {
        return new TextDecoder(encoding, { fatal: true });
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/iis/deploy-time-token.js
var deploy_time_token = __webpack_require__(8119);
// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(9800);
;// CONCATENATED MODULE: ./build/iis/xml-elements.js


/** Far more than any section of IIS nests; deeper documents would exhaust whoever walks the tree. */
const maximumDepth = 100;
/** Many times those of the largest rewrite map; each costs some hundred bytes, and whoever looks at them some thousand. */
const maximumElements = 250_000;
/** Ends the parse at the first problem. */
class NotWellFormed extends Error {
    at;
    constructor(problem, at) {
        super(problem);
        this.at = at;
    }
}
/**
 * Reads a document by the rules of XML 1.0 with namespaces. Places are 1-based; the place of a problem is where the parser noticed it,
 * except for an element that is never closed: there it is the element.
 * A document type is refused: the XML reader of Windows prohibits it by default (learn.microsoft.com XmlLite, XmlReaderProperty_DtdProcessing).
 */
function readElements(text) {
    // saxes passes over one as if it were the mark of the file, which the decoder has taken already.
    if (text.startsWith('\ufeff'))
        return { problem: 'a second byte-order mark', line: 1, column: 1 };
    const open = [];
    const placeOf = ascendingPlaces(text);
    let start = 0;
    let inStartTag = false;
    /** Where the token being read begins, at the latest. */
    let token = 0;
    let root;
    let elements = 0;
    let placeholder;
    /** The element whose end tag was read last, or that an end tag of another name ended. */
    let closed;
    const parser = new saxes/* SaxesParser */.wT({ xmlns: true });
    const here = () => ({ line: parser.line, column: parser.columnIndex + 1 });
    const endToken = () => {
        token = parser.position;
    };
    parser.on('text', (read) => {
        placeholder ??= placeholderIn(read, { line: parser.line, column: parser.columnIndex });
    });
    parser.on('comment', endToken);
    parser.on('cdata', endToken);
    parser.on('error', (error) => {
        const ampersand = bareAmpersand(text, token, parser.position);
        if (ampersand !== undefined)
            throw new NotWellFormed('an & that does not begin an entity; it must be written &amp;', placeOf(ampersand));
        if (inStartTag && /unclosed tag/.test(error.message))
            throw new NotWellFormed('a start tag is cut off', placeOf(start));
        throw problemOf(error.message, { open: open.at(-1), closed, here: here(), end: placeOf(text.length) });
    });
    parser.on('xmldecl', ({ version }) => {
        if (version !== '1.0')
            throw new NotWellFormed(`XML version ${version ?? 'unknown'} is not supported`, here());
    });
    parser.on('doctype', () => {
        throw new NotWellFormed('a document type declaration (<!DOCTYPE>) is not allowed', here());
    });
    parser.on('opentagstart', () => {
        start = text.lastIndexOf('<', parser.position - 1);
        inStartTag = true;
        endToken();
    });
    parser.on('opentag', (tag) => {
        if (++elements > maximumElements)
            throw new NotWellFormed(`there are more than ${maximumElements} elements`, here());
        if (open.length === maximumDepth)
            throw new NotWellFormed(`elements are nested more than ${maximumDepth} deep`, here());
        const at = placeOf(start);
        const names = attributeOffsets(text, start + 1 + tag.name.length);
        const attributes = names.map(({ name, offset }) => ({ name, value: tag.attributes[name]?.value ?? '', ...placeOf(offset) }));
        const element = { name: tag.name, attributes, children: [], ...at };
        open.at(-1)?.children.push(element);
        root ??= element;
        open.push(element);
        inStartTag = false;
        endToken();
    });
    parser.on('closetag', () => {
        closed = open.pop();
        endToken();
    });
    try {
        parser.write(text).close();
    }
    catch (error) {
        if (error instanceof NotWellFormed)
            return { problem: error.message, ...error.at };
        throw error;
    }
    if (root === undefined)
        return { problem: 'there is no root element', line: 1, column: 1 };
    return { root, ...(placeholder === undefined ? {} : { placeholder }) };
}
/** A placeholder in a text; `end` is the place of the `<` behind it. */
function placeholderIn(text, end) {
    const token = (0,deploy_time_token/* deployTimeToken */.k)(text);
    if (token === undefined)
        return undefined;
    const at = text.indexOf(token);
    const linesBehind = text.slice(at).split('\n').length - 1;
    const column = linesBehind === 0 ? end.column - (text.length - at) : at - text.lastIndexOf('\n', at);
    return { token, line: end.line - linesBehind, column: Math.max(1, column) };
}
/** Words for what saxes reports; it prefixes its messages with the place, which is kept apart here. */
function problemOf(message, { open, closed, here, end }) {
    const problem = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    const beyond = here.line > end.line || (here.line === end.line && here.column > end.column);
    const at = beyond ? end : here;
    if (open !== undefined && /^unclosed tag/.test(problem))
        return new NotWellFormed(`<${open.name}> is never closed`, open);
    if (closed !== undefined && /^unexpected close tag/.test(problem)) {
        return new NotWellFormed(`an end tag that does not match <${closed.name}> of line ${closed.line}`, at);
    }
    return new NotWellFormed(problem, at);
}
/** The offset of the first `&` in `text[from..to]` that begins no reference, or `undefined`. */
function bareAmpersand(text, from, to) {
    // A token that holds `<!` is a comment or CDATA section that was not finished; an `&` in it means nothing.
    if (text.slice(from, to).includes('<!'))
        return undefined;
    const reference = /&(?!(?:[A-Za-z_][\w.-]{0,40}|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)/g;
    reference.lastIndex = from;
    const at = reference.exec(text)?.index;
    return at !== undefined && at < to ? at : undefined;
}
/** Names of the attributes of a well-formed start tag with their offsets; `from` is just behind the element's name. */
function attributeOffsets(text, from) {
    const found = [];
    const attribute = /\s*([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/y;
    attribute.lastIndex = from;
    for (let match = attribute.exec(text); match !== null; match = attribute.exec(text)) {
        const name = match[1] ?? '';
        found.push({ name, offset: match.index + match[0].indexOf(name) });
    }
    return found;
}
/** Turns offsets into places. Offsets must not decrease from call to call, so that the text is run through once. */
function ascendingPlaces(text) {
    let line = 1;
    let lineStart = 0;
    const lineBreak = /\r\n|\n|\r/g;
    let next = lineBreak.exec(text);
    return (offset) => {
        while (next !== null && next.index + next[0].length <= offset) {
            line++;
            lineStart = next.index + next[0].length;
            next = lineBreak.exec(text);
        }
        return { line, column: offset - lineStart + 1 };
    };
}

;// CONCATENATED MODULE: ./build/iis/configuration-file.js



/**
 * Reads web.config or applicationHost.config into elements with their places.
 * `bytes` undefined: there is no such file. `path` is what messages call it.
 * What a Windows XML parser refuses is `malformed`, with the place and the reason; nothing is repaired, no entity outside XML's own five
 * is expanded, and time and memory grow with the size of the file only.
 */
function readConfigurationFile(path, bytes) {
    if (bytes === undefined)
        return { state: 'absent' };
    const decoded = decodeConfiguration(bytes);
    if ('problem' in decoded)
        return { state: 'malformed', path, message: decoded.problem, ...endOf(decoded.textBefore) };
    const elements = readElements(decoded.text);
    if ('problem' in elements) {
        const { problem, line, column } = elements;
        const token = (0,deploy_time_token/* deployTimeToken */.k)(decoded.text.split(/\r\n|\n|\r/)[line - 1] ?? '');
        return { state: 'malformed', path, message: problem, line, column, ...(token === undefined ? {} : { token }) };
    }
    return { state: 'read', path, ...elements };
}
function endOf(text) {
    const lines = text.split(/\r\n|\n|\r/);
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}


/***/ }),

/***/ 8119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ deployTimeTokens),
/* harmony export */   k: () => (/* binding */ deployTimeToken)
/* harmony export */ });
/**
 * Placeholders that a deployment tool replaces after the check: `#{Octopus}`, `__Name__`, `$(Variable)` and `{{name}}`.
 * A value that holds one is not known yet. `%NAME%` is not among them: IIS expands it itself. Nor are the double underscores inside names
 * of variables, as in `Logging__LogLevel__Default`.
 */
const token = /#\{[^{}]{1,200}\}|(?<!\w)__[A-Za-z][\w.]{0,100}?__|\$\([\w.-]{1,100}\)|\{\{[^{}]{1,200}\}\}/;
/** The first placeholder in `text`, or `undefined`. */
function deployTimeToken(text) {
    return token.exec(text)?.[0];
}
/** Every placeholder in `text`, with its offset. */
function deployTimeTokens(text) {
    return [...text.matchAll(new RegExp(token, 'g'))].map(({ 0: found, index }) => ({ token: found, at: index }));
}


/***/ })

};

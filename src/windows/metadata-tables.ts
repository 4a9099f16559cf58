/**
 * Layout of the metadata tables up to AssemblyRef (ECMA-335 II.22), which is as far as the start looks.
 * A column is a number of bytes, a heap, a table whose rows it counts, or a coded index over several tables (II.24.2.6).
 */
export const tableNumber = {
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
} as const;

export type Column =
  | 2
  | 4
  | 'strings'
  | 'guid'
  | 'blob'
  | { readonly table: number }
  | { readonly coded: readonly number[]; readonly tagBits: number };

const t = tableNumber;
const rowOf = (table: number): Column => ({ table });
const coded = (tagBits: number, ...tables: number[]): Column => ({ coded: tables, tagBits });

const typeDefOrRef = coded(2, t.typeDef, t.typeRef, t.typeSpec);
const hasCustomAttribute = coded(
  5,
  ...[t.methodDef, t.field, t.typeRef, t.typeDef, t.param, t.interfaceImpl, t.memberRef, t.module, t.declSecurity, t.property, t.event],
  ...[t.standAloneSig, t.moduleRef, t.typeSpec, t.assembly, t.assemblyRef, t.file, t.exportedType, t.manifestResource],
  ...[t.genericParam, t.genericParamConstraint, t.methodSpec],
);
const methodDefOrRef = coded(1, t.methodDef, t.memberRef);

/** Columns of the tables 0x00 to 0x23 in order. */
export const tableColumns: readonly (readonly Column[])[] = [
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

/** How wide the indexes of one module are: rows by table number, and bytes of an index into each heap. */
export interface IndexWidths {
  readonly rows: readonly number[];
  readonly heaps: { readonly strings: 2 | 4; readonly guid: 2 | 4; readonly blob: 2 | 4 };
}

/** Bytes of one column (ECMA-335 II.24.2.6). */
export function columnWidth(column: Column, { rows, heaps }: IndexWidths): 2 | 4 {
  if (typeof column === 'number') return column;
  if (typeof column === 'string') return heaps[column];
  if ('table' in column) return (rows[column.table] ?? 0) < 0x10000 ? 2 : 4;
  const most = Math.max(...column.coded.map((table) => rows[table] ?? 0));
  return most < 2 ** (16 - column.tagBits) ? 2 : 4;
}

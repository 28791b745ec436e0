/** The arrows of the house: who may import whom. The rule for `attacks` is the threat model. */
const allow = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: to, dependencyTypesNot: ['core'] },
});

const MODEL = '^src/model/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nobody-imports-the-cli',
      severity: 'error',
      from: { pathNot: '^src/cli(/|\\.ts$)' },
      to: { path: '^src/cli(/|\\.ts$)' },
    },
    { name: 'model-imports-nothing', severity: 'error', from: { path: MODEL }, to: { pathNot: MODEL } },
    allow(
      'chat',
      '^src/chat/',
      [MODEL, '^src/chat/', 'node_modules/(ws|valibot|@types/ws)/'],
      'the victim, readable alone',
    ),
    allow(
      'defenses',
      '^src/defenses/',
      [
        MODEL,
        '^src/defenses/',
        '^src/fernet\\.ts$',
        'node_modules/(@noble|@peculiar/x509|reflect-metadata)/',
      ],
      'node:crypto, @noble and what writes certificates',
    ),
    allow('fernet', '^src/fernet\\.ts$', [MODEL], 'a module of its own'),
    allow(
      'attacks',
      '^attacks/',
      [MODEL, '^attacks/', '^src/chat/wire\\.ts$', 'node_modules/@noble/'],
      'never a defense, the peer, the referee or the report: this rule is the threat model',
    ),
    allow(
      'arena',
      '^src/arena/',
      [MODEL, '^src/arena/', '^src/chat/', 'node_modules/(ws|@types/ws)/'],
      'attacks and defenses arrive as values',
    ),
    allow('referee', '^src/referee/', [MODEL, '^src/referee/'], 'believes nobody'),
    allow(
      'report',
      '^src/report/',
      [MODEL, '^src/report/', 'node_modules/cli-table3/'],
      'results in, text out',
    ),
    allow(
      'containment',
      '^src/containment/',
      [MODEL, '^src/containment/', '^src/chat/reviving\\.ts$'],
      'the victim process and its walls',
    ),
    allow(
      'victim',
      '^src/victim/',
      ['^src/victim/', '^src/chat/reviving\\.ts$'],
      'what runs inside the walls',
    ),
    allow(
      'experiments',
      '^src/experiments/',
      [MODEL, '^src/(experiments|laboratory|arena|chat|defenses)/'],
      'runs of the laboratory that claims and labs share; attacks, scenarios and the victim arrive as values',
    ),
    allow('claims', '^src/claims/', [MODEL, '^src/(claims|experiments)/'], 'what is to be settled, and how'),
    allow('labs', '^src/labs/', [MODEL, '^src/(labs|experiments)/'], "the coursework's own programs"),
    allow(
      'studio',
      '^src/studio/',
      [MODEL, '^src/studio/', '^src/report/', '^src/laboratory/', '^src/defenses/compose\\.ts$'],
      'the lists that it may start trials from arrive as values',
    ),
    allow('scenarios', '^scenarios/', [MODEL, '^scenarios/'], 'stories and scripts'),
    allow(
      'pages',
      '^pages/',
      [MODEL, '^pages/', '^src/report/', 'node_modules/(preact|reveal\\.js|vite|playwright-core)/'],
      'what runs in a browser: vocabulary and what draws',
    ),
    {
      name: 'pages-run-in-a-browser',
      comment: 'a page, and whatever a page takes along, has no Node beneath it',
      severity: 'error',
      from: { path: '^pages/(?!build\\.mjs$)' },
      to: { reachable: true, path: '^(node:)?(crypto|zlib|util|fs|path|url|net|http|buffer|process)$' },
    },
    {
      name: 'nobody-imports-a-page',
      comment: 'pages are bundled and served as files',
      severity: 'error',
      from: { pathNot: '^pages/' },
      to: { path: '^pages/' },
    },
    {
      name: 'attacks-open-nothing',
      comment: 'an attack owns no socket, file, process or clock: they arrive as arguments',
      severity: 'error',
      from: { path: '^attacks/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|zlib|buffer)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

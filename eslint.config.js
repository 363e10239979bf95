import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Arrows point one way (design §2): rules ← sheet ← (hosts, documents) ← (functions, taskpane, workbench, cli).
 * Each layer may import those to its left and itself.
 */
const LAYERS = [
  { layer: 'rules', above: ['sheet', 'hosts', 'documents', 'functions', 'taskpane', 'workbench', 'cli'] },
  { layer: 'sheet', above: ['hosts', 'documents', 'functions', 'taskpane', 'workbench', 'cli'] },
  { layer: 'hosts', above: ['functions', 'taskpane', 'workbench', 'cli'] },
  { layer: 'documents', above: ['functions', 'taskpane', 'workbench', 'cli'] },
];

const PACKAGES = { rules: ['zod/mini'], sheet: [] };
const CLOCK = 'The pure layers know no clock: "today" is an argument.';

const layerRules = LAYERS.map(({ layer, above }) => ({
  files: [`src/${layer}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            // What the workbench says has a folder of its own within the rules.
            group: [...above.map((name) => `**/${name}/**`), '!**/rules/messages/**'],
            message: `src/${layer} must not know the layers above it.`,
          },
          ...(layer in PACKAGES
            ? [
                {
                  regex: `^(?!\\.{1,2}/)(?!(?:${PACKAGES[layer].join('|') || '$^'})$)`,
                  message: `src/${layer} imports nothing but ${['itself', ...PACKAGES[layer]].join(' and ')}.`,
                },
              ]
            : [{ regex: '^node:', message: `src/${layer} also runs in a browser.` }]),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/**', 'build/**', 'coverage/**', 'node_modules/**'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `void` marks an expression whose value is not meant; the second rule would forbid what the first one asks for.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreVoidOperator: true }],
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-control-regex': 'off',
    },
  },
  {
    files: ['src/**/pages/*.js'],
    languageOptions: { ecmaVersion: 5, sourceType: 'script', globals: { window: false, document: false } },
    // ES5 has no catch that leaves its error unnamed.
    rules: { 'no-unused-vars': ['error', { caughtErrors: 'none' }] },
  },
  ...layerRules,
  { files: ['src/**/*.tsx'], ...reactHooks.configs.flat.recommended },
  {
    files: ['src/hosts/excel/**/*.ts', 'src/taskpane/**/*.{ts,tsx}', 'src/functions/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: Object.fromEntries(
      Object.keys(officeAddins.rules).map((name) => [`office-addins/${name}`, 'error']),
    ),
  },
  {
    files: ['src/rules/**/*.ts', 'src/sheet/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'window',
        'document',
        'fetch',
        'console',
        'setTimeout',
        'Office',
        'Excel',
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: CLOCK },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'The pure layers are deterministic.',
        },
      ],
    },
  },
);

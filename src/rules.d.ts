/** Every YAML file below `rules/`, parsed when the program is built, by its path there (`base/frequency.yaml`). */
declare module 'taizhang:rules' {
  const files: Readonly<Record<string, import('./source/node.ts').SourceNode>>
  export default files
}

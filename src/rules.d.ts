/** Every YAML file below `rules/`, parsed when the program is built, by its path there (`base/frequency.yaml`). */
declare module 'taizhang:rules' {
  import type { SourceNode } from './source/node.ts'

  const files: Readonly<Record<string, SourceNode>>
  export default files
}

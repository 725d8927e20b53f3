import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Folders whose files take minutes, those first: begun last, one of them would run alone at the end. */
const SLOW = ['tests/process/', 'tests/browser/', 'tests/api/', 'semantic-layer/']

const rank = ({ moduleId }: TestSpecification): number => {
  const found = SLOW.findIndex(folder => moduleId.includes(`/${folder}`))
  return found === -1 ? SLOW.length : found
}

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((left, right) => rank(left) - rank(right))
  }
}

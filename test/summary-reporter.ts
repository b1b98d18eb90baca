// The closing line of every run: `N passed, N failed`. It also counts what is no test but must not pass
// unnoticed: a file that could not be read, a hook that failed, an error outside any test, and a run of nothing.

import type { Reporter, TestModule } from 'vitest/node'

export default class SummaryReporter implements Reporter {
  onTestRunEnd(
    modules: ReadonlyArray<TestModule>,
    errors: ReadonlyArray<unknown>,
    reason: 'passed' | 'interrupted' | 'failed',
  ) {
    const counts = modules.map(countOf)
    const passed = sum(counts.map((count) => count.passed))
    const failed = sum(counts.map((count) => count.failed)) + errors.length
    const isUnexplained = failed === 0 && (reason !== 'passed' || modules.length === 0)
    console.log(`${passed} passed, ${failed + (isUnexplained ? 1 : 0)} failed`)
    if (isUnexplained) process.exitCode = 1
  }
}

function countOf(module: TestModule) {
  const tests = [...module.children.allTests()]
  const failedSuites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0)
  return {
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failed:
      tests.filter((test) => test.result().state === 'failed').length +
      failedSuites.length +
      (module.errors().length > 0 ? 1 : 0),
  }
}

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0)
}

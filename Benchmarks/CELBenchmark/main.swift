import CEL
import Diagnostics
import Foundation

// Prints how long expressions take to evaluate and to compile; `--json` for a program to read, `--only TEXT` for some.

let arguments = CommandLine.arguments.dropFirst()
let isJSON = arguments.contains("--json")
let only = arguments.firstIndex(of: "--only").flatMap { arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil }

func program(_ text: String, _ fixture: Fixture) -> Program {
    let (program, diagnostics) = fixture.environment.compile(text)
    guard let program else {
        FileHandle.standardError.write(Data(TextRenderer().render(diagnostics).utf8))
        exit(1)
    }
    return program
}

/// An evaluation, to be repeated.
func evaluation(_ text: String, _ fixture: Fixture) -> () -> Bool {
    let program = program(text, fixture)
    let variables = fixture.variables
    return {
        do throws(EvaluationError) {
            _ = try program.evaluate(variables)
            return true
        } catch {
            return false
        }
    }
}

var rows: [Report.Row] = []
for benchmark in BenchmarkCase.all where only.map({ benchmark.name.contains($0) }) ?? true {
    let typedWork = evaluation(benchmark.expression, .typed)
    let untypedWork = evaluation(benchmark.expression, .untyped)
    let typed = Measurement.nanoseconds(typedWork)
    let untyped = Measurement.nanoseconds(untypedWork)
    let compile = Measurement.nanoseconds { Fixture.typed.environment.compile(benchmark.expression).program != nil }
    rows.append(
        Report.Row(
            name: benchmark.name,
            expression: benchmark.expression,
            typedNanoseconds: typed,
            untypedNanoseconds: untyped,
            typedPerSecond: 1e9 / typed,
            untypedPerSecond: 1e9 / untyped,
            typedAllocations: Measurement.allocations(typedWork),
            untypedAllocations: Measurement.allocations(untypedWork),
            compileMicroseconds: compile / 1000,
            celGoNanoseconds: benchmark.reference
        )
    )
}
let baseline = Baseline()
let closure = Measurement.nanoseconds { baseline.evaluate() || true }
let report = Report(
    rows: rows,
    patterns: only == nil ? try PatternCase.all.map { try $0.measured() } : [],
    closureNanoseconds: closure,
    timesClosure: (rows.first?.typedNanoseconds ?? 0) / closure
)
print(isJSON ? try report.json() : report.table)
if Measurement.failures > 0 {
    FileHandle.standardError.write(Data("\(Measurement.failures) evaluations failed\n".utf8))
    exit(1)
}

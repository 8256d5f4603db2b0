// Measures how fast status pages are made and written: `PagesBenchmark [--activities 1000] [--rules rules]`.
import Foundation
import Rules
import StatusPages

struct Arguments {
    var activities = 1000
    var rounds = 4
    var rules = "rules"
    var folder = FileManager.default.temporaryDirectory.appending(path: "nap-pages").path()

    init(_ words: [String]) {
        var rest = words[...]
        while let word = rest.popFirst() {
            switch word {
            case "--activities": activities = rest.popFirst().flatMap { Int($0) } ?? activities
            case "--rounds": rounds = rest.popFirst().flatMap { Int($0) } ?? rounds
            case "--rules": rules = rest.popFirst() ?? rules
            case "--folder": folder = rest.popFirst() ?? folder
            default:
                print("usage: PagesBenchmark [--activities NUMBER] [--rules FOLDER] [--folder FOLDER]")
                exit(2)
            }
        }
    }
}

func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

func timed<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
    let (start, processor) = (ContinuousClock.now, ProcessFigures.processorTime)
    let result = try work()
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    say("\(name): \(String(format: "%.3f s, processor %.3f s", elapsed, ProcessFigures.processorTime - processor))")
    return result
}

let arguments = Arguments(Array(CommandLine.arguments.dropFirst()))
do {
    let sample = try timed("reading") {
        try SampleAssessment(SamplePlan(activities: arguments.activities), rules: arguments.rules)
    }
    let now = timed("assessing") { sample.now() }
    let previous = timed("assessing the day of the meeting") { sample.atMeeting() }
    try? FileManager.default.removeItem(atPath: arguments.folder)
    ProcessFigures.forgetPeak()
    let memory = ProcessFigures.memory
    let site = timed("preparing") { SiteRenderer(now, since: previous) }
    var publisher = SitePublisher(folder: arguments.folder)
    let outcome = try timed("writing") { try publisher.publish(site) }
    say("\(outcome); peak \((ProcessFigures.peak - memory) / 1_000_000) MB above \(memory / 1_000_000) MB")
    let before = timed("assessing without the last report") { sample.before(1) }
    for round in 1...arguments.rounds {
        let next = timed("preparing") { SiteRenderer(round % 2 == 1 ? before : now, since: previous) }
        let changed = try timed("updating") { try publisher.publish(next) }
        say("\(changed)")
    }
    let again = try timed("writing again") { try SiteWriter(folder: arguments.folder).write(site) }
    say("\(again)")
} catch let failure as SampleAssessment.Failure {
    say(failure.text)
    exit(1)
}

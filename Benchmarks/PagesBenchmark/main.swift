// Measures how fast status pages are made and written: `PagesBenchmark [--activities 1000] [--rules rules]`.
import ActionPlan
import Foundation
import Rules
import StatusPages

struct Arguments {
    var activities = 1000
    var rounds = 4
    var rules = "rules"
    /// Where the plan and its reports are written as files, and nothing measured; nil to measure.
    var files: String?
    var folder = FileManager.default.temporaryDirectory.appending(path: "nap-pages").path()

    init(_ words: [String]) {
        var rest = words[...]
        while let word = rest.popFirst() {
            switch word {
            case "--activities": activities = rest.popFirst().flatMap { Int($0) } ?? activities
            case "--rounds": rounds = rest.popFirst().flatMap { Int($0) } ?? rounds
            case "--rules": rules = rest.popFirst() ?? rules
            case "--files": files = rest.popFirst()
            case "--folder": folder = rest.popFirst() ?? folder
            default:
                print(
                    "usage: PagesBenchmark [--activities NUMBER] [--rounds NUMBER] [--rules FOLDER] [--folder FOLDER] [--files FOLDER]"
                )
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
    if let files = arguments.files {
        try SampleFiles(sample.sample, folder: files).write()
        exit(0)
    }
    var live = try timed("judging") { try sample.live(without: arguments.rounds) }
    let previous = timed("judging the day of the meeting") { sample.atMeeting() }
    try? FileManager.default.removeItem(atPath: arguments.folder)
    ProcessFigures.forgetPeak()
    let memory = ProcessFigures.memory
    var publisher = SitePublisher(folder: arguments.folder)
    let outcome = try timed("making and writing all pages") {
        try publisher.publish(SiteRenderer(live.assessment, since: previous))
    }
    say("\(outcome); peak \((ProcessFigures.peak - memory) / 1_000_000) MB above \(memory / 1_000_000) MB")
    for event in sample.events.suffix(arguments.rounds) {
        let changed = try timed("one report more") {
            try live.apply(.report(event))
            return try publisher.publish(SiteRenderer(live.assessment, since: previous))
        }
        say("\(changed)")
    }
    let site = SiteRenderer(live.assessment, since: previous)
    let again = try timed("making all pages, writing none") {
        try SiteWriter(folder: arguments.folder).write(site)
    }
    say("\(again)")
    say("\(PageSizes(site))")
} catch let failure as SampleAssessment.Failure {
    say(failure.text)
    exit(1)
}

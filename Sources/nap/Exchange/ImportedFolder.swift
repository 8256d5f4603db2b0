import ActionPlan
import ArgumentParser
import Diagnostics
import Foundation
import YAML

/// The folder that an import makes: the plan and, in `reports/`, a file for each agency.
struct ImportedFolder: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The folder to make.", valueName: "folder"))
    var out: String?

    @Flag(name: .long, help: "Tell what would be written, and write nothing.")
    var dryRun = false

    func validate() throws {
        if out == nil, !dryRun { throw ValidationError("--out names the folder to make; --dry-run makes none") }
    }

    /// Writes all of it, or nothing where anything is an error.
    func write(
        _ plan: Plan?,
        _ reports: [ReportEntry],
        _ diagnostics: [Diagnostic],
        of file: String,
        _ console: Console
    ) throws {
        var diagnostics = diagnostics
        var files: [(path: String, text: String)] = []
        if let plan, !diagnostics.hasErrors {
            let (made, problems) = console.showing("Writing files") { texts(of: plan, reports, madeOf: file) }
            files = made
            diagnostics += problems
        }
        if let out, SourceFile.exists(out) {
            diagnostics.append(
                Diagnostic(
                    "folder-exists",
                    "\(out) exists already",
                    expected: "a new folder",
                    hint: "nothing in it was touched"
                )
            )
        }
        console.show(diagnostics.inReadingOrder())
        guard let plan, !diagnostics.hasErrors else {
            console.note("Nothing was written.")
            throw ExitStatus.input
        }
        if let out, !dryRun { try write(files, to: out, console) }
        let counts = [
            console.counted(plan.indicators.count, "indicator / indicators"),
            console.counted(reports.count, "report / reports"),
        ]
        .joined(separator: ", ")
        if let out, !dryRun {
            console.note("\(out): \(counts)")
        } else {
            console.note("Nothing was written. Would be made: \(counts).")
        }
    }

    private func texts(
        of plan: Plan,
        _ reports: [ReportEntry],
        madeOf file: String
    ) -> (files: [(path: String, text: String)], errors: [Diagnostic]) {
        let text = PlanText(plan).text(remarks: ["Made of \(file) by nap import. Check it before it is used."])
        // Whoever loads the folder reads the text, so the text is what has to be right.
        let problems = PlanLoader.load([SourceText(name: "plan.yaml", text: text)]).diagnostics
        var agencies: [AgencyID] = []
        for agency in reports.map(\.key.agency) where !agencies.contains(agency) { agencies.append(agency) }
        return (
            [("plan.yaml", text)]
                + agencies.map { ("reports/\($0).yaml", ReportText(plan, agency: $0, reports).text) },
            problems.filter { $0.severity == .error }
        )
    }

    /// Under another name first: a folder that is there is complete.
    private func write(_ files: [(path: String, text: String)], to folder: String, _ console: Console) throws {
        let unfinished = folder + ".unfinished"
        let manager = FileManager.default
        do {
            try manager.createDirectory(atPath: unfinished + "/reports", withIntermediateDirectories: true)
            for file in files {
                try Data(file.text.utf8).write(to: URL(fileURLWithPath: "\(unfinished)/\(file.path)"))
            }
            try manager.moveItem(atPath: unfinished, toPath: folder)
        } catch {
            try? manager.removeItem(atPath: unfinished)
            console.show([
                Diagnostic("cannot-write", "\(folder) cannot be written", hint: "check the folder and its rights")
            ])
            throw ExitStatus.machine
        }
    }
}

package import ActionPlan
package import Diagnostics
package import XMLReading

/// Makes a plan and its reports of an activity file of IATI, whoever wrote it and in whatever version.
///
/// What the file does not say is not made up: an absent figure stays absent, a text in place of a number is left behind and
/// told with its line. Files that `IATIExport` wrote give the plan that they were made of, as far as IATI can hold it.
package struct IATIImport: Sendable {
    /// What was made of a file.
    package struct Outcome: Sendable {
        /// Nil where anything is an error.
        package var plan: Plan?
        package var reports: [ReportEntry]
        package var diagnostics: [Diagnostic]
    }

    /// The instant at which the file is read: reports of a file that does not say when it was written count as of then.
    private let now: Moment
    private let limits: XMLLimits

    /// - Parameters:
    ///   - now: the instant at which the file is read.
    ///   - limits: how much is taken.
    package init(now: Moment, limits: XMLLimits = XMLLimits()) {
        self.now = now
        self.limits = limits
    }

    /// What a file holds: all of it, or nothing where it is no activity file.
    package func read(_ source: SourceText) -> Outcome {
        var reader = IATIActivityReader()
        var activities: [IATIActivity] = []
        var written: Moment?
        do {
            var xml = try XMLReader(source, limits: limits)
            while let event = try xml.next() {
                guard case .start(let tag) = event else { continue }
                if tag.name.local == "iati-activity" {
                    activities.append(reader.activity(try xml.element(tag)))
                    continue
                }
                if let text = tag["generated-datetime"] { written = IATIValues.moment(text) }
                guard tag.name.local == "iati-activities", let version = tag.attribute("version"),
                    !["2.01", "2.02", "2.03"].contains(IATIValues.trimmed(version.value))
                else { continue }
                reader.notes.add(
                    "iati-version",
                    "version \(version.value) of the standard, which is not the one that is known best",
                    at: version.span,
                    expected: "2.03",
                    hint: "it is read all the same: look through what was made of it"
                )
            }
        } catch {
            return Outcome(plan: nil, reports: [], diagnostics: reader.notes.all + [error.diagnostic])
        }
        guard activities.contains(where: { $0.results.contains { !$0.indicators.isEmpty } }) else {
            let problem = Diagnostic(
                "iati-no-results",
                activities.isEmpty
                    ? "\(source.name) holds no <iati-activity>" : "no activity of \(source.name) has results",
                at: activities.first?.span,
                expected: "an activity file of IATI with results"
            )
            return Outcome(plan: nil, reports: [], diagnostics: reader.notes.all + [problem])
        }
        let file = IATIFile(name: source.name, activities: activities, languages: reader.languages, written: written)
        var builder = IATIPlanBuilder(file, reader.notes, now: now)
        return builder.outcome()
    }
}

/// All that was read of a file.
struct IATIFile {
    var name: String
    var activities: [IATIActivity]
    var languages: [String: Int]
    var written: Moment?
}

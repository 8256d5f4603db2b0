package import ActionPlan
package import Diagnostics

/// Makes a plan and its past reports of the data folder of an Open SDG platform, whoever wrote it.
///
/// A goal is an objective, a target an activity of it. What the files do not say is not made up: a row without a value
/// stays absent, a text in place of a number is left behind and told with its place.
package struct OpenSDGImport: Sendable {
    /// What was made of a folder.
    package struct Outcome: Sendable {
        /// Nil where anything is an error.
        package var plan: Plan?
        package var reports: [ReportEntry]
        package var diagnostics: [Diagnostic]
    }

    /// How many files are taken before a folder is refused.
    package static let fileLimit = 20_000

    private let name: String
    private let language: String
    private let now: Moment

    /// - Parameters:
    ///   - name: of the folder.
    ///   - language: of the metadata that stand in no folder of a language.
    ///   - now: the instant at which it is read; reports count as of then.
    package init(name: String, language: String, now: Moment) {
        self.name = name
        self.language = language
        self.now = now
    }

    /// What a folder holds.
    ///
    /// - Parameter files: those in `meta/`, `data/` and `translations/`, by their paths in the folder.
    /// - Returns: all of it, or what is wrong.
    package func read(_ files: [SourceText]) -> Outcome {
        var notes = Notes()
        var folder = OpenSDGFolder()
        for file in files { folder.read(file, &notes) }
        guard !notes.hasErrors else { return Outcome(plan: nil, reports: [], diagnostics: notes.all) }
        guard !folder.metadata.isEmpty else {
            let problem = Diagnostic(
                "open-sdg-nothing",
                "\(name) holds no metadata of indicators",
                expected: "files such as meta/1-1-1.md beside data/indicator_1-1-1.csv"
            )
            return Outcome(plan: nil, reports: [], diagnostics: notes.all + [problem])
        }
        var builder = OpenSDGPlanBuilder(folder, notes, name: name, language: language, now: now)
        let plan = builder.plan()
        let reports = builder.reports(plan)
        return Outcome(plan: plan, reports: reports, diagnostics: builder.notes.all)
    }
}

/// The files of a folder by what they are.
struct OpenSDGFolder {
    private(set) var metadata: [OpenSDGFile] = []
    /// By the number of the indicator.
    private(set) var data: [String: OpenSDGData] = [:]
    /// Metadata in other languages: by language, then by the number of the indicator.
    private(set) var translated: [String: [String: OpenSDGFile]] = [:]
    private(set) var translations = OpenSDGTranslations()

    /// Takes in a file by its path; one that is none of these is left alone.
    mutating func read(_ file: SourceText, _ notes: inout Notes) {
        let parts = file.name.split(separator: "/").map(String.init)
        guard parts.count >= 2, let last = parts.last, let point = last.lastIndex(of: ".") else { return }
        let name = String(last[..<point])
        let isText = [".md", ".yml", ".yaml"].contains(String(last[point...]))
        if isText, let place = parts.firstIndex(of: "translations"), parts.count == place + 3 {
            translations.read(file, language: parts[place + 1], group: name, &notes)
        } else if isText, let place = parts.firstIndex(of: "meta"), let number = Self.number(name) {
            guard let read = OpenSDGFile(file, number: number, &notes) else { return }
            if parts.count == place + 3, Self.isLanguage(parts[place + 1]) {
                translated[parts[place + 1], default: [:]][name] = read
            } else {
                metadata.append(read)
            }
        } else if last.hasSuffix(".csv"), parts.contains("data") {
            let number = name.hasPrefix("indicator_") ? String(name.dropFirst(10)) : name
            if Self.number(number) != nil, let read = OpenSDGData(file, &notes) { data[number] = read }
        }
    }

    /// The parts of an indicator's number; nil where a name is none, such as `_schema`.
    private static func number(_ name: String) -> [String]? {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let isNumber =
            (2...8).contains(parts.count)
            && parts.allSatisfy { part in
                (1...16).contains(part.utf8.count)
                    && part.utf8.allSatisfy {
                        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
                    }
            }
        return isNumber ? parts : nil
    }

    static func isLanguage(_ tag: String) -> Bool {
        (2...8).contains(tag.utf8.count) && tag.utf8.first != 45
            && tag.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }
    }
}

import ActionPlan
package import Diagnostics
import YAML

/// The packs in some folders, each in a folder of its own that bears its identifier.
package final class RulePackLibrary {
    /// Where packs are looked for, in order.
    package let folders: [String]
    private let functions: RuleFunctions
    private var loaded: [String: RulePack?] = [:]
    /// What is wrong with the packs loaded so far.
    package private(set) var diagnostics: [Diagnostic] = []

    /// A library over some folders; where two hold a pack of one name, the first counts.
    package init(folders: [String], functions: RuleFunctions = .standard) {
        self.folders = folders
        self.functions = functions
    }

    /// The identifiers of all packs there are, in alphabetical order.
    package var identifiers: [String] {
        Set(folders.flatMap { SourceFile.subfolders(of: $0) }).sorted()
    }

    /// The pack of an identifier, with those that it uses; nil where there is none, or it has mistakes.
    package func pack(_ id: String) -> RulePack? {
        if let known = loaded[id] { return known }
        guard let folder = folders.map({ "\($0)/\(id)" }).first(where: SourceFile.isFolder) else { return nil }
        // A pack that uses itself, by whatever way round, finds nothing.
        loaded[id] = .some(nil)
        let (pack, problems) = RulePackLoader.load(folder, functions: functions) { self.pack($0)?.statuses }
        diagnostics += problems
        loaded[id] = .some(pack)
        return pack
    }
}

extension RulePackLibrary {
    /// What is wrong where a plan uses a pack that cannot be had.
    static func problem(without use: RulePackUse, _ library: RulePackLibrary?) -> Diagnostic {
        let id = use.pack
        let known = library?.identifiers ?? []
        guard !known.contains(id) else {
            return Diagnostic(
                "unknown-pack",
                "the plan is judged by \(id), but that rule pack has mistakes",
                at: use.places.pack.span,
                hint: "mend the pack first"
            )
        }
        let meant = Suggestion.nearest(to: id, among: known)
        let places = library?.folders.filter(SourceFile.isFolder) ?? []
        return Diagnostic(
            "unknown-pack",
            "the plan is judged by \(id), but there is no such rule pack",
            at: use.places.pack.span,
            expected: known.isEmpty || meant != nil ? nil : "one of: \(known.joined(separator: ", "))",
            hint: meant.map { "did you mean \($0)?" } ?? "put it under rules/, or name its folder with --rules",
            notes: places.isEmpty
                ? [] : [Diagnostic.Note("it was looked for in: \(places.joined(separator: ", "))")]
        )
    }
}

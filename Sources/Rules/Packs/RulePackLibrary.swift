package import Diagnostics
import YAML

/// The packs in some folders, each in a folder of its own that bears its identifier.
package final class RulePackLibrary {
    private let folders: [String]
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

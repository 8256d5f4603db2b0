import ActionPlan
package import Diagnostics
import YAML

/// Reads rule packs from their folders.
package enum RulePackLoader {
    /// The pack in a folder, with the cases in it and in the folders below it.
    ///
    /// - Parameters:
    ///   - path: the folder.
    ///   - functions: what its expressions can use besides the functions of the language itself.
    ///   - statusesOf: gives the statuses of another pack, by identifier, for `uses`; nil where there is no such pack.
    /// - Returns: the pack, or nil where anything is an error; and all that is wrong or doubtful.
    package static func load(
        _ path: String,
        functions: RuleFunctions = .standard,
        statusesOf: (String) -> [Status]?
    ) -> (pack: RulePack?, diagnostics: [Diagnostic]) {
        let (paths, problem) = SourceFile.yamlFiles(below: path)
        if let problem { return (nil, [problem]) }
        var sources: [SourceText] = []
        for path in paths {
            let (source, problem) = SourceFile.read(path)
            if let problem { return (nil, [problem]) }
            if let source { sources.append(source) }
        }
        return load(sources, name: path, functions: functions, statusesOf: statusesOf)
    }

    /// The pack that some texts describe together.
    package static func load(
        _ sources: [SourceText],
        name: String,
        functions: RuleFunctions = .standard,
        statusesOf: (String) -> [Status]?
    ) -> (pack: RulePack?, diagnostics: [Diagnostic]) {
        let decoder = Decoder()
        var roots: [Node] = []
        var tests: [Node] = []
        var readAll = true
        for source in sources {
            let (document, problems) = Document.parse(source)
            for problem in problems { decoder.report(problem) }
            guard let document else {
                readAll = false
                continue
            }
            switch FileFormat.of(document, decoder) {
            case .rules: roots.append(document.root)
            case .ruleTests: tests.append(document.root)
            case .plan, .site, .reports, .reviews:
                decoder.report(
                    "wrong-format",
                    "this is no file of a rule pack",
                    at: document.root,
                    expected: "format: nap-rules/1"
                )
            case nil: readAll = false
            }
        }
        guard roots.count == 1, let root = roots.first else {
            if readAll {
                decoder.report(
                    Diagnostic(
                        "no-pack",
                        "\(name) holds \(roots.count) files with `format: nap-rules/1`",
                        expected: "exactly one"
                    )
                )
            }
            return (nil, decoder.diagnostics.inReadingOrder())
        }
        var pack = PackDecoder(decoder, functions, root).pack(root, statusesOf: statusesOf)
        pack?.sources = sources
        if let decoded = pack { pack?.tests = tests.flatMap { RuleTestDecoder(decoder, decoded).tests($0) } }
        let diagnostics = decoder.diagnostics.inReadingOrder()
        return (readAll && !diagnostics.hasErrors ? pack : nil, diagnostics)
    }
}

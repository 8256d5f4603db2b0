package import Diagnostics
import YAML

/// Reads a plan from its files.
package enum PlanLoader {
    /// The plan that a file, or all `*.yaml` files of a folder but `site.yaml`, describe.
    ///
    /// - Parameter path: a file or a folder.
    /// - Returns: the plan, or nil where anything is an error; and all that is wrong or doubtful, in reading order.
    package static func load(_ path: String) -> (plan: Plan?, diagnostics: [Diagnostic]) {
        let (paths, problem) = SourceFile.yamlFiles(at: path)
        if let problem { return (nil, [problem]) }
        var sources: [SourceText] = []
        var problems: [Diagnostic] = []
        for path in paths where paths.count == 1 || !path.hasSuffix("/\(BrandingLoader.fileName)") {
            let (source, problem) = SourceFile.read(path)
            if let source { sources.append(source) }
            if let problem { problems.append(problem) }
        }
        guard problems.isEmpty else { return (nil, problems) }
        return load(sources)
    }

    /// The plan that some texts describe together.
    package static func load(_ sources: [SourceText]) -> (plan: Plan?, diagnostics: [Diagnostic]) {
        let decoder = PlanDecoder()
        var documents: [Document] = []
        for source in sources {
            let (document, problems) = Document.parse(source)
            for problem in problems { decoder.base.report(problem) }
            if let document { documents.append(document) }
        }
        let readAll = documents.count == sources.count
        let plan = decoder.plan(of: documents, isComplete: readAll)
        let diagnostics = decoder.base.diagnostics.inReadingOrder()
        return (readAll && !diagnostics.hasErrors ? plan : nil, diagnostics)
    }
}

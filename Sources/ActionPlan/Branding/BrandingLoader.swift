package import Diagnostics
import YAML

/// Reads the file `site.yaml` beside a plan.
package enum BrandingLoader {
    /// The name of the file.
    package static let fileName = "site.yaml"

    /// What the file beside a plan says; an empty one where there is no file.
    ///
    /// - Parameters:
    ///   - path: the plan's file or folder.
    ///   - languages: those of the plan.
    /// - Returns: what it says, or nil where anything is an error; and all that is wrong or doubtful.
    package static func load(
        besidePlan path: String,
        languages: [String]
    ) -> (branding: Branding?, diagnostics: [Diagnostic]) {
        let folder = folder(ofPlan: path)
        guard SourceFile.exists("\(folder)/\(fileName)") else { return (Branding(), []) }
        let (source, problem) = SourceFile.read("\(folder)/\(fileName)")
        guard let source else { return (nil, problem.map { [$0] } ?? []) }
        return load(source, languages: languages) { SourceFile.read("\(folder)/\($0)", limit: Emblem.limit) }
    }

    /// What a text says.
    ///
    /// - Parameters:
    ///   - source: the text.
    ///   - languages: those of the plan.
    ///   - file: reads a file that it names.
    /// - Returns: what it says, or nil where anything is an error; and all that is wrong or doubtful.
    package static func load(
        _ source: SourceText,
        languages: [String],
        file: @escaping (String) -> (source: SourceText?, problem: Diagnostic?)
    ) -> (branding: Branding?, diagnostics: [Diagnostic]) {
        let (document, problems) = Document.parse(source)
        let base = Decoder()
        for problem in problems { base.report(problem) }
        let branding = document.flatMap {
            BrandingDecoder(base: base, languages: languages, file: file).branding($0.root)
        }
        let diagnostics = base.diagnostics.inReadingOrder()
        return (diagnostics.hasErrors ? nil : branding, diagnostics)
    }

    private static func folder(ofPlan path: String) -> String {
        if SourceFile.isFolder(path) { return path.utf8.last == UInt8(ascii: "/") ? String(path.dropLast()) : path }
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return String(path[..<slash])
    }
}

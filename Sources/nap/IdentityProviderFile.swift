import ActionPlan
import Diagnostics
import OpenIDConnect
import YAML

/// Reads `nap-identity/1` files: the services that may vouch for people who sign in.
struct IdentityProviderFile {
    private let base = Decoder()
    private let languages: [String]

    private enum Format: String, CaseIterable {
        case identity = "nap-identity/1"
    }

    /// The providers of a file, whose names are in the languages of the plan.
    static func providers(_ path: String, languages: [String], _ console: Console) throws -> [IdentityProvider] {
        let (source, problem) = SourceFile.read(path, limit: 1 << 20)
        guard let source else {
            console.show(problem.map { [$0] } ?? [])
            throw ExitStatus.input
        }
        let (document, problems) = Document.parse(source)
        let file = IdentityProviderFile(languages: languages)
        let found = document.map { file.providers($0.root) } ?? []
        let diagnostics = (problems + file.base.diagnostics).inReadingOrder()
        console.show(diagnostics)
        try console.stopOnErrors(diagnostics)
        return found
    }

    private init(languages: [String]) { self.languages = languages }

    private func providers(_ root: Node) -> [IdentityProvider] {
        guard var fields = base.fields(root, of: "a file of identity providers") else { return [] }
        _ = fields.required("format") { base.word($0, as: Format.self) }
        let found =
            fields.required("providers") { node in
                base.list(node) { node in provider(node).map { (node: node, provider: $0) } }
            } ?? []
        if let node = fields.value("providers"), node.kind == .sequence, base.elements(node).isEmpty {
            base.report("empty-list", "no provider stands here", at: node, expected: "one provider or more")
        }
        for (position, (node, provider)) in found.enumerated() {
            let earlier = found[..<position].map(\.provider)
            if earlier.contains(where: { $0.id == provider.id }) {
                base.report("duplicate-identifier", "the provider \(provider.id) is there twice", at: node)
            } else if let same = earlier.first(where: { $0.issuer == provider.issuer }) {
                base.report(
                    "duplicate-issuer",
                    "\(provider.issuer) is the issuer of \(same.id) already",
                    at: node,
                    hint: "one service is one provider; leave one of them out"
                )
            }
        }
        fields.finish()
        return found.map(\.provider)
    }

    private func provider(_ node: Node) -> IdentityProvider? {
        guard var fields = base.fields(node, of: "an identity provider") else { return nil }
        let id = fields.required("id", base.identifier)
        let title = fields.required("title") { node in
            LocalizedText.decode(node, languages: languages, mustHaveAll: true, base)
        }
        let issuer = fields.required("issuer") { node in
            base.parsed(node, expected: "an address that begins with https://, without ?, # and @") { text in
                let isLocal = text.hasPrefix("http://127.0.0.1:")
                // OpenID Connect Discovery 1.0, 3: no query and no fragment.
                let isPlain = !text.utf8.contains { "?#@\\".utf8.contains($0) }
                return WebAddress.isValid(text) && isPlain && (text.hasPrefix("https://") || isLocal) ? text : nil
            }
        }
        let client = fields.required("client", base.string)
        let secret = fields.optional("secret-file", secret)
        fields.finish()
        guard let id, let title, let issuer, let client else { return nil }
        let titles = title.entries.map { ($0.language, $0.text) }
        return IdentityProvider(
            id: id,
            title: Dictionary(titles, uniquingKeysWith: { first, _ in first }),
            issuer: issuer,
            clientID: client,
            clientSecret: secret
        )
    }

    /// The first line of a file: a secret has no place in a file that is shown around.
    private func secret(_ node: Node) -> String? {
        guard let path = base.string(node) else { return nil }
        let (source, problem) = SourceFile.read(path, limit: 4_096)
        guard let source else {
            if var problem {
                problem.span = node.span
                base.report(problem)
            }
            return nil
        }
        let line = source.bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard !line.isEmpty else {
            base.report("empty-value", "\(path) is empty", at: node, expected: "the secret on its first line")
            return nil
        }
        return String(decoding: line, as: UTF8.self)
    }
}

import ActionPlan
import Language
import Markup

extension PageContext {
    /// From where something is known, or that it is an illustration.
    func provenance(_ provenance: Provenance) -> [Inline] {
        switch provenance {
        case .illustrative(let note):
            return [.illustrative(words("Illustrative"))]
                + (note.map { [.phrase(phrase($0))] } ?? [.note(words("made up to show how the tracker works"))])
        case .stated: return [.text(words("What the agency itself says"))]
        case .documented(let id, let note):
            var pieces: [Inline] = [.tag(words("Documented"), kind: .plain)]
            if let source = plan.sources.first(where: { $0.id == id }) {
                pieces.append(self.source(source))
            } else {
                pieces.append(.code(id))
            }
            if let note { pieces.append(.phrase(phrase(note))) }
            return pieces
        }
    }

    /// A publication, linked where it has an address.
    func source(_ source: Source) -> Inline {
        let title = phrase(source.title)
        return source.url.flatMap { Link(external: $0) }.map { .external(title, $0) } ?? .phrase(title)
    }

    /// A reference to evidence.
    func evidence(_ evidence: Evidence) -> [Inline] {
        let title = phrase(evidence.title)
        var pieces: [Inline] = [
            evidence.url.flatMap { Link(external: $0) }.map { .external(title, $0) } ?? .phrase(title)
        ]
        if let date = evidence.date { pieces.append(day(date)) }
        if let digest = evidence.sha256 { pieces += [.note("SHA-256"), .code(digest)] }
        return pieces
    }
}

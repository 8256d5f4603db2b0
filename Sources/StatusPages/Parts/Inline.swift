import Markup
import Rules

/// A piece of a line of a page.
enum Inline: Hashable, Sendable {
    case text(String)
    case phrase(Phrase)
    /// A stretch of a sentence.
    case glued(String)
    /// A place in a sentence where a value will stand, by its name.
    case slot(String)
    case strong(Phrase)
    /// Something said in small letters.
    case note(String)
    case code(String)
    case day(String, iso: String)
    case link(Phrase, Link)
    /// A link to elsewhere.
    case external(Phrase, Link)
    case status(StatusMark)
    case figure(Figure)
    /// The mark of an illustration, in words.
    case illustrative(String)
    /// A word on a ground of its own, such as the severity of a finding.
    case tag(String, kind: TagKind)
    /// A small bar of statuses with their numbers.
    case shares(Distribution)
    /// The numbers of each status alone.
    case counts(Distribution)

    enum TagKind: String, Sendable {
        case good
        case error
        case warning
        case information
        case plain
    }
}

/// A status as a reader sees it: a word, a shape and a colour.
struct StatusMark: Hashable, Sendable {
    var title: Phrase
    var color: Status.Color
    var symbol: Status.Symbol
}

extension Markup {
    /// Writes pieces one after another with blanks between.
    mutating func inlines(_ pieces: [Inline]) {
        for (position, piece) in pieces.enumerated() {
            if position > 0, !isGlued(pieces[position - 1], piece) { text(" ") }
            inline(piece)
        }
    }

    /// Whether two pieces belong to one sentence, which has its blanks itself.
    private func isGlued(_ left: Inline, _ right: Inline) -> Bool {
        switch (left, right) {
        case (.glued, _), (_, .glued): true
        default: false
        }
    }

    mutating func inline(_ piece: Inline) {
        switch piece {
        case .text(let text), .glued(let text): self.text(text)
        case .slot(let name): element(.span, .class("slot"), text: name)
        case .phrase(let phrase): self.phrase(phrase)
        case .strong(let phrase): element(.strong, .language(of: phrase), text: phrase.text)
        case .note(let text): element(.span, .class("note"), text: text)
        case .code(let text): element(.code, text: text)
        case .day(let text, let iso): element(.time, Attribute("datetime", iso), text: text)
        case .link(let phrase, let link): element(.a, .href(link), .language(of: phrase), text: phrase.text)
        case .external(let phrase, let link):
            element(.a, .href(link), .class("external"), Attribute("rel", "noopener noreferrer"), .language(of: phrase))
            {
                $0.text(phrase.text)
            }
        case .status(let mark): status(mark)
        case .figure(let figure): self.figure(figure)
        case .illustrative(let word): element(.span, .class("illustrative"), text: word)
        case .shares(let distribution): shares(distribution)
        case .counts(let distribution): counts(distribution)
        case .tag(let word, let kind): element(.span, .class("tag tag-\(kind.rawValue)"), text: word)
        }
    }

    /// Writes a text, within an element that names its language where that is not the page's.
    mutating func phrase(_ phrase: Phrase) {
        if phrase.language == nil {
            text(phrase.text)
        } else {
            element(.span, .language(of: phrase), text: phrase.text)
        }
    }

    /// Writes a status: shape, word, and colour by class.
    mutating func status(_ mark: StatusMark) {
        element(.span, .class("status status-\(mark.color.rawValue)")) { page in
            page.symbol(mark.symbol)
            page.phrase(mark.title)
        }
    }
}

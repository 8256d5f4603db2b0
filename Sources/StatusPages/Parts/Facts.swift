import Markup

/// Names with what is to be said under each.
struct Facts: Hashable, Sendable {
    var entries: [Entry] = []

    struct Entry: Hashable, Sendable {
        var name: String
        var lines: [[Inline]]
    }

    /// Adds an entry; nothing where nothing is to be said.
    mutating func add(_ name: String, _ pieces: Inline?...) {
        let known = pieces.compactMap(\.self)
        if !known.isEmpty { entries.append(Entry(name: name, lines: [known])) }
    }

    mutating func add(_ name: String, lines: [[Inline]]) {
        let known = lines.filter { !$0.isEmpty }
        if !known.isEmpty { entries.append(Entry(name: name, lines: known)) }
    }
}

extension Markup {
    mutating func facts(_ facts: Facts, class name: String = "facts") {
        guard !facts.entries.isEmpty else { return }
        element(.dl, .class(name)) { page in
            for entry in facts.entries {
                page.element(.div) { page in
                    page.element(.dt, text: entry.name)
                    for line in entry.lines { page.element(.dd) { $0.inlines(line) } }
                }
            }
        }
        lineBreak()
    }
}

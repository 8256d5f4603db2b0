import ActionPlan
import Language
import Markup
import Rules

/// All that has a page of its own, by name; a script, where there may be one, looks through the names.
struct SearchPage: Sendable {
    var frame: Frame
    var title: Phrase
    var data: Link
    var count: String
    var letters: [Letter]
    var groups: [Group]
    var pager: [Inline]?
    /// What the script says.
    var texts: Texts

    /// A link to the names of a letter.
    struct Letter: Sendable {
        var text: String
        var link: Link
    }

    /// The names of a letter.
    struct Group: Sendable {
        var fragment: String
        var letter: String
        var lines: [[Inline]]
    }

    struct Texts: Sendable {
        var label: String
        var hint: String
        var none: String
        /// `{1}` is the number of names found.
        var some: String
        var more: String
    }

    init(_ number: Int, _ context: PageContext) {
        let words = context.words
        let names = context.site.names(in: context.language).names
        title = Phrase(words("Search"))
        frame = context.frame(title: title, trail: [.link(Phrase(words("Overview")), context.link(.overview))])
        data = context.link(.searchData)
        frame.scripts = [data, context.address.link(toAsset: SearchScript.path)]
        count = words("{1} by name, as the alphabet orders them.", words.count(names.count, "entry / entries"))
        letters = Self.letters(names, context)
        let shown = Array(Paging.slice(names, page: number))
        var groups: [Group] = []
        for name in shown {
            if groups.last?.letter != name.letter {
                let fragment = Self.fragment(groups.count)
                groups.append(Group(fragment: fragment, letter: name.letter, lines: []))
            }
            groups[groups.count - 1].lines.append(context.line(of: name))
        }
        self.groups = groups
        pager = context.pager(Paging.count(of: names.count), current: number) { .search($0) }
        texts = Texts(
            label: words("Look for a word of a title, or a number of the plan"),
            hint: words("Upper and lower case and marks on letters make no difference."),
            none: words("Nothing is called so."),
            some: words("Found: {1}"),
            more: words("Only the first {1} are shown; write more of the title.", SearchScript.shown)
        )
    }

    private static func fragment(_ number: Int) -> String { "letter-\(number + 1)" }

    /// Each letter, with where on which page its names begin.
    private static func letters(_ names: [NameIndex.Name], _ context: PageContext) -> [Letter] {
        var letters: [Letter] = []
        for page in 1...Paging.count(of: names.count) {
            var last: String?
            var group = 0
            for name in Paging.slice(names, page: page) where name.letter != last {
                if letters.last?.text != name.letter {
                    let link = context.link(.search(page), fragment: fragment(group))
                    letters.append(Letter(text: name.letter, link: link))
                }
                last = name.letter
                group += 1
            }
        }
        return letters
    }
}

extension PageContext {
    /// A name with what it is the name of.
    fileprivate func line(of name: NameIndex.Name) -> [Inline] {
        (name.code.map { [.note($0)] } ?? []) + [
            .link(phrase(name.text), link(name.address)), .note(words.name(of: name.kind)),
        ]
    }
}

extension Catalogue {
    func name(of kind: NameIndex.Kind) -> String {
        switch kind {
        case .objective: self("Objective")
        case .activity: self("Activity")
        case .indicator: self("Indicator")
        case .agency: self("Agency")
        }
    }
}

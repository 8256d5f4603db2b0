import ActionPlan
import Language
import Markup

/// What a web server shows where there is no page, in all languages.
///
/// A server shows it at whichever address was asked for, so nothing in it is relative to where it stands: its links
/// begin at the root of the server, with the folder of the site where that is known, and its style is its own.
struct NotFoundPage: Sendable {
    var languages: [Part]

    struct Part: Sendable {
        var tag: String
        var title: String
        var text: String
        var links: [(title: String, link: Link)]
    }

    /// - Parameters:
    ///   - site: the site.
    ///   - root: where on its server it stands, such as `/` or `/nap/`.
    init(_ site: Site, root: String) {
        languages = site.languages.map { tag in
            let words = Catalogue.pages(in: tag)
            func link(_ address: PageAddress) -> Link { Link(path: "\(root)\(tag)/\(address.path)") }
            return Part(
                tag: WrittenLanguage(tag: tag).rawValue,
                title: words("There is no such page"),
                text: words("It may have been removed, or the address is not written as it should be."),
                links: [
                    (words("Overview"), link(.overview)), (words("Search"), link(.search(1))),
                    (words("Accessibility"), link(.accessibility)),
                ]
            )
        }
    }

    var bytes: [UInt8] {
        var page = Markup(capacity: 4_000)
        page.doctype()
        page.element(.html, .lang(languages.first?.tag ?? "en")) { page in
            page.element(.head) { page in
                page.empty(.meta, Attribute("charset", "utf-8"))
                page.element(.title, text: languages.first?.title ?? "")
                page.empty(
                    .meta,
                    Attribute("name", "viewport"),
                    Attribute("content", "width=device-width, initial-scale=1")
                )
                page.empty(.meta, Attribute("name", "robots"), Attribute("content", "noindex"))
                page.empty(.meta, Attribute("name", "referrer"), Attribute("content", "no-referrer"))
                page.empty(.meta, Attribute("name", "color-scheme"), Attribute("content", "light dark"))
                page.element(.style) { $0.code(Self.style) }
            }
            page.element(.body) { page in
                page.element(.main) { page in
                    for (position, part) in languages.enumerated() {
                        page.element(.section, .lang(part.tag)) { page in
                            page.element(position == 0 ? .h1 : .h2, text: part.title)
                            page.element(.p, text: part.text)
                            page.element(.ul) { page in
                                for entry in part.links {
                                    page.element(.li) { $0.element(.a, .href(entry.link), text: entry.title) }
                                }
                            }
                        }
                    }
                }
            }
        }
        page.lineBreak()
        return page.bytes
    }

    private static let style: StaticString = """
        :root{color-scheme:light dark}
        body{--ground:#f6f4ef;--paper:#fffefb;--ink:#1b2429;--line:#d5d0c4;--accent:#14505c;font:1rem/1.5 system-ui,"Noto Sans","Liberation Sans",Arial,sans-serif;margin:0;padding:0 1rem 2rem;border-top:.375rem solid var(--accent);background:var(--ground);color:var(--ink)}
        @media (prefers-color-scheme:dark){body{--ground:#12181b;--paper:#192125;--ink:#e8ebe9;--line:#34424a;--accent:#7cc4cf}}
        main{max-width:44rem;margin:3rem auto 0;display:grid;gap:1rem}
        h1,h2{font:600 1.375rem/1.2 Charter,Cambria,"Noto Serif","Liberation Serif",Georgia,serif;margin:0 0 .5rem}
        p{margin:0 0 .5rem}
        section{background:var(--paper);border:1px solid var(--line);border-inline-start:.375rem solid var(--accent);padding:1.25rem 1.375rem .75rem}
        ul{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;list-style:none;padding:0;margin:0}
        a{display:inline-block;padding:.25rem 0;color:var(--accent)}
        :focus-visible{outline:3px solid;outline-offset:2px}
        """
}

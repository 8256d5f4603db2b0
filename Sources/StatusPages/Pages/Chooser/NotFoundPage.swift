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
        body{font:1rem/1.5 system-ui,"Noto Sans","Liberation Sans",Arial,sans-serif;margin:0;padding:2rem 1rem;background:Canvas;color:CanvasText}
        main{max-width:40rem;margin:0 auto}
        h1,h2{font-size:1.375rem;line-height:1.2}
        section+section{border-top:1px solid;margin-top:2rem}
        ul{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;list-style:none;padding:0}
        a{display:inline-block;padding:.25rem 0;color:inherit}
        """
}

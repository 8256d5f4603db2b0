import ActionPlan
import Language
import Markup
import Rules

/// The first page: the languages to choose from, each in its own words.
struct ChooserPage: Sendable {
    var languages: [Choice]

    struct Choice: Sendable {
        var tag: String
        var name: String
        var title: Phrase
        var date: String
        var link: Link
    }

    init(_ site: Site) {
        let plan = site.plan.plan
        languages = site.languages.map { tag in
            let writing = WrittenLanguage(tag: tag)
            let title = (site.branding.name ?? plan.title).best(for: tag)
            return Choice(
                tag: tag,
                name: WrittenLanguage(rawValue: tag)?.ownName ?? tag,
                title: Phrase(title.text, language: title.language == tag ? nil : title.language),
                date: Catalogue.pages(in: tag)("As of") + " " + writing.longDate(site.asOf),
                link: Link(path: "\(tag)/index.html")
            )
        }
    }

    var bytes: [UInt8] {
        var page = Markup(capacity: 4_000)
        page.doctype()
        page.element(.html, .lang(languages.first?.tag ?? "en")) { page in
            page.element(.head) { page in
                page.empty(.meta, Attribute("charset", "utf-8"))
                page.element(.title, text: languages.first?.title.text ?? "")
                page.empty(
                    .meta,
                    Attribute("name", "viewport"),
                    Attribute("content", "width=device-width, initial-scale=1")
                )
                page.empty(.meta, Attribute("name", "referrer"), Attribute("content", "no-referrer"))
                page.empty(.meta, Attribute("name", "color-scheme"), Attribute("content", "light dark"))
                page.empty(.link, Attribute("rel", "stylesheet"), .href(Link(path: "assets/style.css")))
            }
            page.element(.body, .class("chooser")) { page in
                page.element(.main) { page in
                    page.element(.h1, text: languages.map(\.name).joined(separator: " · "))
                    page.element(.ul, .class("choices")) { page in
                        for choice in languages {
                            page.element(.li, .lang(choice.tag)) { page in
                                page.element(.a, .href(choice.link), Attribute("hreflang", choice.tag)) { page in
                                    page.element(.strong, text: choice.name)
                                    page.element(.span, .language(of: choice.title), text: choice.title.text)
                                    page.element(.span, .class("note"), text: choice.date)
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
}

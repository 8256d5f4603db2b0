import ActionPlan
import Language
import Markup
import Rules

/// What stands around every page: head, title line, navigation and foot.
struct Frame: Sendable {
    var title: String
    /// The language of the title where it is not the page's.
    var titleLanguage: String?
    var siteName: Phrase
    var asOf: Inline
    var edition: String
    var isPublic: Bool
    var navigation: [Entry]
    var languages: [LanguageLink]
    var home: Link
    var style: Link
    /// Scripts of the site itself, which a page can do without.
    var scripts: [Link] = []
    /// What catalogues of data read about the site, as JSON-LD.
    var dataset: [UInt8]?
    /// Pages that explain the others.
    var reference: [Entry]
    /// The pages above this one.
    var trail: [Inline]
    /// A picture beside the name of the site.
    var emblem: (picture: Link, title: Phrase)?
    /// The banner for illustrative content, where there is any.
    var banner: (title: String, text: String)?
    var footer: [[Inline]]
    var words: Catalogue

    struct Entry: Sendable {
        var title: String
        var link: Link
        var isCurrent: Bool
    }

    struct LanguageLink: Sendable {
        var tag: String
        var name: String
        var link: Link
        var isCurrent: Bool
    }
}

extension PageContext {
    func frame(title: Phrase, trail: [Inline] = []) -> Frame {
        let site = self.site
        let name = phrase(site.branding.name ?? plan.shortTitle ?? plan.title)
        let isIllustrative = site.isIllustrative
        return Frame(
            title: title.text == name.text ? name.text : "\(title.text) – \(name.text)",
            titleLanguage: title.language ?? name.language,
            siteName: name,
            asOf: day(site.asOf),
            edition: site.edition == .public
                ? words("Public edition") : words("Internal edition, not for publication"),
            isPublic: site.edition == .public,
            navigation: navigation,
            languages: site.languages.map { tag in
                Frame.LanguageLink(
                    tag: tag,
                    name: WrittenLanguage(rawValue: tag)?.ownName ?? tag,
                    link: address.link(toLanguage: tag),
                    isCurrent: tag == language
                )
            },
            home: link(.overview),
            style: address.link(toAsset: "assets/style.css"),
            reference: reference,
            trail: trail,
            emblem: site.branding.emblem.map { emblem in
                (
                    address.link(toAsset: emblem.path), emblem.title.map { phrase($0) } ?? Phrase("")
                )
            },
            banner: isIllustrative
                ? (
                    words("Illustrative content"),
                    words(
                        "What bears the mark “Illustrative” was made up to show how the tracker works. No body said or did it."
                    )
                ) : nil,
            footer: footer,
            words: words
        )
    }

    private var navigation: [Frame.Entry] {
        let entries: [(String, PageAddress)] = [
            (words("Overview"), .overview), (words("Meeting brief"), .brief), (words("Reports due"), .due(1)),
            (words("Calendar"), .calendar), (words("Agencies"), .agencies), (words("Timeline"), .timeline(1)),
            (words("Dependencies"), .dependencies(1)), (words("Findings"), .findings(.all, 1)),
            (words("Search"), .search(1)),
        ]
        return entries.map(entry)
    }

    private var reference: [Frame.Entry] {
        let entries: [(String, PageAddress)] = [
            (words("Method"), .method), (words("Glossary"), .glossary), (words("About the data"), .about),
            (words("Accessibility"), .accessibility),
        ]
        return entries.map(entry)
    }

    private func entry(_ title: String, _ page: PageAddress) -> Frame.Entry {
        Frame.Entry(title: title, link: link(page), isCurrent: page.path == address.path)
    }

    private var footer: [[Inline]] {
        var lines: [[Inline]] = [[.strong(phrase(plan.title))]]
        let packs = site.packs.map { "\($0.pack.id) \($0.pack.version)" }.joined(separator: ", ")
        lines.append([
            .text(words("As of")), day(site.asOf), .text("·"), .text(words("Reports received up to")),
            day(site.knownOn), .text("·"), .text(words("Judged by")), .link(Phrase(packs), link(.method)),
        ])
        if plan.awaitingReview.contains(language) {
            lines.append([.note(words("The texts in this language await review by a native reader."))])
        }
        return lines + brandingLines
    }

    /// What the site says of itself: its own sentence, who publishes it, whom to ask.
    private var brandingLines: [[Inline]] {
        let branding = site.branding
        var lines: [[Inline]] = []
        if let footer = branding.footer { lines.append([.phrase(phrase(footer))]) }
        if let publisher = branding.publisher {
            lines.append([.text(words("Publisher") + ":"), .phrase(phrase(publisher))])
        }
        if let contact = branding.contact { lines.append([.text(words("Contact") + ":")] + self.contact(contact)) }
        if branding.provenance.isIllustrative, !lines.isEmpty {
            lines[lines.count - 1].append(.illustrative(words("Illustrative")))
        }
        return lines
    }

    /// Whom to ask, in one line.
    func contact(_ contact: Branding.Contact) -> [Inline] {
        var pieces: [[Inline]] = []
        if let name = contact.name { pieces.append([.phrase(phrase(name))]) }
        if let email = contact.email, let link = Link(external: "mailto:" + email) {
            pieces.append([.link(Phrase(email), link)])
        }
        if let phone = contact.phone { pieces.append([.text(phone)]) }
        if let url = contact.url, let link = Link(external: url) { pieces.append([.external(Phrase(url), link)]) }
        return Array(pieces.joined(separator: [.text("·")]))
    }
}

extension Emblem {
    /// Where a site keeps it.
    var path: String { "assets/emblem.\(kind.rawValue)" }
}

extension Frame {
    /// A whole page around some content.
    func page(content: (inout Markup) -> Void) -> [UInt8] {
        var page = Markup(capacity: 65_536)
        page.doctype()
        page.element(.html, .lang(words.language.rawValue)) { page in
            head(&page)
            page.element(.body) { page in
                page.element(.a, .href(Link(path: "#main")), .class("skip"), text: words("Skip to the content"))
                masthead(&page)
                page.element(.main, .id("main"), Attribute("tabindex", "-1")) { page in
                    crumbs(&page)
                    if let banner {
                        page.element(.div, .class("banner"), .role("note")) { page in
                            page.element(.strong, text: banner.title)
                            page.text(" ")
                            page.element(.span, text: banner.text)
                        }
                    }
                    content(&page)
                }
                page.lineBreak()
                page.element(.footer, .class("foot")) { page in
                    page.element(.nav, .class("foot-nav"), Attribute("aria-label", words("About these pages"))) {
                        page in
                        page.entries(reference)
                    }
                    for line in footer { page.element(.p) { $0.inlines(line) } }
                }
            }
        }
        page.lineBreak()
        return page.finished()
    }

    private func head(_ page: inout Markup) {
        page.element(.head) { page in
            page.empty(.meta, Attribute("charset", "utf-8"))
            page.element(.title, titleLanguage.map { .lang($0) }, text: title)
            page.empty(
                .meta,
                Attribute("name", "viewport"),
                Attribute("content", "width=device-width, initial-scale=1")
            )
            page.empty(
                .meta,
                Attribute("http-equiv", "Content-Security-Policy"),
                Attribute(
                    "content",
                    "script-src \(scripts.isEmpty ? "'none'" : "'self'"); object-src 'none'; base-uri 'none'; form-action 'none'"
                )
            )
            page.empty(.meta, Attribute("name", "referrer"), Attribute("content", "no-referrer"))
            page.empty(.meta, Attribute("name", "color-scheme"), Attribute("content", "light dark"))
            if !isPublic { page.empty(.meta, Attribute("name", "robots"), Attribute("content", "noindex, nofollow")) }
            page.empty(.link, Attribute("rel", "stylesheet"), .href(style))
            if let emblem { page.empty(.link, Attribute("rel", "icon"), .href(emblem.picture)) }
            for script in scripts { page.element(.script, .src(script), Attribute("defer"), text: "") }
            if let dataset { page.data("application/ld+json", json: dataset) }
            for language in languages where !language.isCurrent {
                page.empty(
                    .link,
                    Attribute("rel", "alternate"),
                    Attribute("hreflang", language.tag),
                    .href(language.link)
                )
            }
        }
        page.lineBreak()
    }

    private func masthead(_ page: inout Markup) {
        page.element(.header, .class("masthead")) { page in
            page.element(.div, .class("masthead-line")) { page in
                if let emblem {
                    page.empty(
                        .img,
                        .class("emblem"),
                        .src(emblem.picture),
                        Attribute("alt", emblem.title.text),
                        .language(of: emblem.title)
                    )
                }
                page.element(.p, .class("site-name")) { page in
                    page.element(.a, .href(home), .language(of: siteName), text: siteName.text)
                }
                page.element(.p, .class("site-date")) { page in
                    page.element(.span) { page in
                        page.text(words("As of") + " ")
                        page.inline(asOf)
                    }
                    page.text(" ")
                    page.element(.span, .class("edition"), text: edition)
                }
                if languages.count > 1 { languageSwitch(&page) }
            }
            page.element(.nav, .class("main-nav"), Attribute("aria-label", words("Pages"))) { page in
                page.entries(navigation)
            }
        }
        page.lineBreak()
    }

    private func languageSwitch(_ page: inout Markup) {
        page.element(.nav, .class("languages"), Attribute("aria-label", words("Language"))) { page in
            page.element(.ul) { page in
                for language in languages {
                    page.element(.li) { page in
                        page.element(
                            .a,
                            .href(language.link),
                            .lang(language.tag),
                            Attribute("hreflang", language.tag),
                            language.isCurrent ? Attribute("aria-current", "true") : nil,
                            text: language.name
                        )
                    }
                }
            }
        }
    }

    private func crumbs(_ page: inout Markup) {
        guard !trail.isEmpty else { return }
        page.element(.nav, .class("trail"), Attribute("aria-label", words("You are here"))) { page in
            page.element(.ol) { page in
                for step in trail { page.element(.li) { $0.inline(step) } }
            }
        }
    }
}

extension Markup {
    fileprivate mutating func entries(_ entries: [Frame.Entry]) {
        element(.ul) { page in
            for entry in entries {
                page.element(.li) { page in
                    page.element(
                        .a,
                        .href(entry.link),
                        entry.isCurrent ? Attribute("aria-current", "page") : nil,
                        text: entry.title
                    )
                }
            }
        }
    }
}

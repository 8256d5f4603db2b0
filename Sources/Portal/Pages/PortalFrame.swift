import Accounts
import Language
import Markup

/// What stands around every page of the service.
struct PortalFrame: Sendable {
    var title: String
    var words: Catalogue
    var siteName = "nap"
    /// Who is signed in, and as what.
    var holder: Holder?
    var navigation: [Entry] = []
    /// The same page in other languages.
    var languages: [Entry] = []
    /// Whether forms of the page are checked while they are filled in.
    var hasScript = false
    /// What was just done, or is wrong; shown above everything.
    var notice: Notice?

    struct Holder: Sendable {
        var name: String
        var role: String
        var formToken: String
    }

    struct Entry: Sendable {
        var title: String
        var link: Link
        var isCurrent = false
        var language: String?
    }

    struct Notice: Sendable {
        var text: String
        var kind: Kind
        /// What is said in single, each with the place on the page that it is about, or the page to go on with.
        var lines: [Line] = []

        struct Line: Sendable {
            var text: String
            var link: Link?
            /// What stands before the link.
            var lead: String?
        }

        enum Kind: String, Sendable {
            case done
            case wrong
            case note
        }
    }

    /// A whole page around some content.
    func page(content: (inout Markup) -> Void) -> [UInt8] {
        var page = Markup(capacity: 24_000)
        page.doctype()
        page.element(.html, .lang(words.language.rawValue)) { page in
            head(&page)
            page.element(.body, .class("portal")) { page in
                page.element(.a, .href(Link(path: "#main")), .class("skip"), text: words("Skip to the content"))
                masthead(&page)
                page.element(.main, .id("main"), Attribute("tabindex", "-1")) { page in
                    if let notice {
                        page.element(
                            .div,
                            .class("notice notice-\(notice.kind.rawValue)"),
                            .role(notice.kind == .wrong ? "alert" : "status")
                        ) { page in
                            page.element(.p, text: notice.text)
                            lines(notice.lines, &page)
                        }
                    }
                    content(&page)
                }
            }
        }
        page.lineBreak()
        return page.bytes
    }

    private func head(_ page: inout Markup) {
        page.element(.head) { page in
            page.empty(.meta, Attribute("charset", "utf-8"))
            page.element(.title, text: title == siteName ? title : "\(title) – \(siteName)")
            page.empty(
                .meta,
                Attribute("name", "viewport"),
                Attribute("content", "width=device-width, initial-scale=1")
            )
            page.empty(.meta, Attribute("name", "color-scheme"), Attribute("content", "light dark"))
            page.empty(.meta, Attribute("name", "robots"), Attribute("content", "noindex, nofollow"))
            for file in ["style.css", "portal.css"] {
                page.empty(.link, Attribute("rel", "stylesheet"), .href(Link(path: "/assets/\(file)")))
            }
            if hasScript {
                page.element(.script, .src(Link(path: "/assets/portal.js")), Attribute("defer")) { _ in }
            }
        }
        page.lineBreak()
    }

    private func lines(_ lines: [Notice.Line], _ page: inout Markup) {
        guard !lines.isEmpty else { return }
        page.element(.ul) { page in
            for line in lines {
                page.element(.li) { page in
                    if let lead = line.lead { page.text(lead + " ") }
                    guard let link = line.link else { return page.text(line.text) }
                    page.element(.a, .href(link), text: line.text)
                }
            }
        }
    }

    private func masthead(_ page: inout Markup) {
        page.element(.header, .class("masthead")) { page in
            page.element(.div, .class("masthead-line")) { page in
                page.element(.p, .class("site-name")) { page in
                    page.element(.a, .href(Link(path: "/")), text: siteName)
                }
                if let holder { account(holder, &page) }
                if languages.count > 1 {
                    list(languages, label: words("Language"), class: "languages", &page)
                }
            }
            if !navigation.isEmpty { list(navigation, label: words("Pages"), class: "main-nav", &page) }
        }
        page.lineBreak()
    }

    private func account(_ holder: Holder, _ page: inout Markup) {
        page.element(.div, .class("holder")) { page in
            page.element(.p) { page in
                page.element(.strong, text: holder.name)
                page.text(", \(holder.role)")
            }
            page.element(
                .form,
                Attribute("method", "post"),
                .action(Link(path: "/\(words.language.rawValue)/sign-out"))
            ) { page in
                page.hidden(PortalRequest.tokenField, holder.formToken)
                page.element(.button, Attribute("type", "submit"), .class("plain"), text: words("Sign out"))
            }
        }
    }

    private func list(_ entries: [Entry], label: String, class name: String, _ page: inout Markup) {
        page.element(.nav, .class(name), Attribute("aria-label", label)) { page in
            page.element(.ul) { page in
                for entry in entries {
                    page.element(.li) { page in
                        page.element(
                            .a,
                            .href(entry.link),
                            entry.language.map { .lang($0) },
                            entry.isCurrent ? Attribute("aria-current", "page") : nil,
                            text: entry.title
                        )
                    }
                }
            }
        }
    }
}

extension Markup {
    mutating func hidden(_ name: String, _ value: String) {
        empty(.input, Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value))
    }
}

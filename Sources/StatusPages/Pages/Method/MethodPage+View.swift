import Language
import Markup

extension MethodPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: [.text(words("How statuses come about"))], title: title, marks: [])
            page.paragraph(
                words(
                    "Nobody sets a status by hand. Each is computed from the plan and the reports by rule packs that anyone can read. The first rule whose condition holds gives the status; the words below are those that the pages show."
                ),
                class: "lead"
            )
            page.element(.nav, .class("contents"), Attribute("aria-label", words("On this page"))) { page in
                page.element(.ul) { page in
                    for pack in packs { contents(pack, into: &page) }
                }
            }
            page.section(words("Figures and their absence"), id: "states") { page in
                page.paragraph(words("These are never mixed up:"))
                page.facts(states)
            }
            for pack in packs { write(pack, into: &page) }
        }
    }

    private func contents(_ pack: Pack, into page: inout Markup) {
        page.element(.li) { page in
            page.inline(.link(pack.title, Link(path: "#" + pack.fragment)))
            page.element(.ul) { page in
                for scope in pack.scopes {
                    page.element(.li) { $0.inline(.link(Phrase(scope.title), Link(path: "#" + scope.fragment))) }
                }
            }
        }
    }

    private func write(_ pack: Pack, into page: inout Markup) {
        let words = frame.words
        page.element(.section, .class("pack"), Attribute("aria-labelledby", pack.fragment)) { page in
            page.element(.h2, .id(pack.fragment), .language(of: pack.title), text: pack.title.text)
            if let summary = pack.summary {
                page.element(.p, .class("lead"), .language(of: summary), text: summary.text)
            }
            page.facts(pack.facts)
            if let parameters = pack.parameters { page.table(parameters) }
            if let helpers = pack.helpers { page.table(helpers) }
            if let statuses = pack.statuses { page.table(statuses) }
            for scope in pack.scopes { write(scope, into: &page) }
            if let checks = pack.checks {
                page.element(.h3, text: words("Checks on reports"))
                page.table(checks)
            }
        }
        page.lineBreak()
    }

    private func write(_ scope: Scope, into page: inout Markup) {
        let words = frame.words
        page.element(.h3, .id(scope.fragment), text: scope.title)
        if let applies = scope.applies {
            page.element(.p) { page in
                page.text(words("Speaks only where:") + " ")
                page.element(.code, text: applies)
            }
        }
        if let measures = scope.measures { page.table(measures) }
        page.element(.ol, .class("rules")) { page in
            for rule in scope.rules {
                page.lineBreak()
                page.element(.li, .id(rule.fragment)) { page in
                    page.element(.p, .class("rule-says")) { page in
                        page.status(rule.status)
                        page.text(" ")
                        page.element(.span, rule.sentenceLanguage.map { .lang($0) }) { page in
                            for piece in rule.sentence { page.inline(piece) }
                        }
                    }
                    page.element(.p, .class("rule-when")) { page in
                        if let condition = rule.condition {
                            page.text(words("When:") + " ")
                            page.element(.code, text: condition)
                        } else {
                            page.text(words("When none of the rules before it holds."))
                        }
                    }
                    page.element(.p, .class("note")) { page in
                        page.text(words("Rule") + " ")
                        page.element(.code, text: rule.name)
                        page.text(" · " + rule.place)
                    }
                }
            }
        }
        if !scope.bounds.isEmpty { page.paragraph(scope.bounds, class: "note") }
    }
}

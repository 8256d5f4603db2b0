import ActionPlan
import CEL

/// Rule packs as JSON.
package enum PackListJSON {
    /// A list of packs: what they are and, if asked for, what they say.
    ///
    /// - Parameters:
    ///   - packs: the packs.
    ///   - detailed: whether to list statuses, rules and checks.
    /// - Returns: the JSON text in UTF-8, ending in a line feed.
    package static func bytes(of packs: [RulePack], detailed: Bool = false) -> [UInt8] {
        var writer = JSONWriter()
        writer.array(packs, linewise: true) { writer, pack in
            writer.object { writer in
                writer.string("id", pack.id)
                writer.string("version", pack.version.description)
                writer.text("title", pack.title)
                writer.text("summary", pack.summary)
                writer.array("uses", pack.uses) { $0.string($1) }
                writer.array("parameters", pack.parameters) { writer, parameter in
                    writer.object { writer in
                        writer.string("id", parameter.id)
                        writer.value("default", FactValue(parameter.defaultValue))
                        writer.number("low", parameter.low)
                        writer.number("high", parameter.high)
                        writer.text("title", parameter.title)
                        writer.text("unit", parameter.unit)
                    }
                }
                if detailed { details(of: pack, &writer) }
            }
        }
        writer.newline()
        return writer.bytes
    }

    private static func details(of pack: RulePack, _ writer: inout JSONWriter) {
        writer.array("statuses", pack.statuses) { writer, status in
            writer.object { writer in
                writer.string("id", status.id.rawValue)
                writer.text("title", status.title)
                writer.integer("rank", status.rank)
                writer.string("group", status.group.rawValue)
                writer.text("advice", status.advice)
            }
        }
        writer.array("helpers", pack.helpers) { writer, helper in
            writer.object { writer in
                writer.string("id", helper.id)
                writer.string("signature", helper.signature)
                writer.text("title", helper.title)
                writer.string("value", helper.writtenValue)
            }
        }
        writer.array("rules", RulePack.Scope.allCases) { writer, scope in
            writer.object { writer in
                writer.string("section", scope.rawValue)
                writer.string("applies", pack.scopes[scope]?.applies?.text)
                writer.array("verdicts", pack.scopes[scope]?.verdicts ?? []) { writer, rule in
                    writer.object { writer in
                        writer.string("id", rule.id)
                        writer.string("when", rule.when?.text)
                        writer.string("status", rule.status.rawValue)
                    }
                }
            }
        }
        writer.array("checks", pack.checks) { writer, check in
            writer.object { writer in
                writer.string("id", check.id)
                writer.string("when", check.when.text)
                writer.string("severity", check.severity.rawValue)
                writer.string("field", check.field)
            }
        }
    }
}

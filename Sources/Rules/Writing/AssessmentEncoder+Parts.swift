import ActionPlan

/// Verdicts, figures and counts.
extension AssessmentEncoder {
    func verdicts(_ verdicts: ItemVerdicts, _ writer: inout JSONWriter) {
        writer.string("status", verdicts.headline?.status.rawValue)
        writer.string("by", verdicts.headline?.pack)
        writer.array("verdicts", verdicts.all, verdict)
    }

    private func verdict(_ writer: inout JSONWriter, _ verdict: Verdict) {
        writer.object { writer in
            writer.string("pack", verdict.pack)
            writer.string("rule", verdict.rule)
            writer.string("status", verdict.status.rawValue)
            sentence("because", verdict.because, &writer)
            writer.measures("measures", verdict.measures)
            if let bounds = verdict.bounds {
                writer.object("bounds") { writer in
                    writer.string("best", bounds.best.rawValue)
                    writer.string("worst", bounds.worst.rawValue)
                }
            }
            // A verdict that is withheld from the public has no trace.
            if traces, !verdict.trace.file.isEmpty { trace(verdict.trace, &writer) }
        }
    }

    private func trace(_ trace: Trace, _ writer: inout JSONWriter) {
        writer.object("trace") { writer in
            writer.string("file", trace.file)
            writer.integer("line", trace.line)
            writer.string("condition", trace.condition)
            writer.array("inputs", trace.inputs) { writer, input in
                writer.object { writer in
                    writer.string("path", input.path)
                    writer.value("value", input.value)
                    if let origin = input.origin { self.origin(origin, &writer) }
                }
            }
            writer.array("passed_over", trace.passedOver) { $0.string($1) }
        }
    }

    private func origin(_ origin: Trace.Origin, _ writer: inout JSONWriter) {
        writer.object("origin") { writer in
            switch origin {
            case .report(let key, let version):
                writer.string("kind", "report")
                writer.string("item", key.item.rawValue)
                writer.string("period", key.period.rawValue)
                writer.string("agency", key.agency.rawValue)
                writer.integer("version", version)
            case .planItem(let item):
                writer.string("kind", "plan")
                writer.string("item", item.rawValue)
            case .parameter: writer.string("kind", "parameter")
            case .measure: writer.string("kind", "measure")
            }
        }
    }

    func sentence(_ key: StaticString, _ sentence: Sentence, _ writer: inout JSONWriter) {
        writer.object(key) { writer in
            for language in sentence.languages { writer.field(language) { $0.string(sentence.text(language)) } }
        }
    }

    // MARK: - Figures

    func period(_ writer: inout JSONWriter, _ period: PeriodAssessment) {
        writer.object { writer in
            writer.string("id", period.period.id.rawValue)
            writer.string("start", period.period.days.start.description)
            writer.string("end", period.period.days.end.description)
            writer.string("due", period.period.due.description)
            writer.string("state", period.state.rawValue)
            writer.number("actual", period.actual)
            if let value = period.value { self.value(value, &writer) }
            if let target = period.target { self.target("target", target, &writer) }
            writer.number("expected", period.expected)
            if !period.cells.isEmpty { writer.array("cells", period.cells, cell) }
            writer.array("reports", period.reports, part)
            verdicts(period.verdicts, &writer)
            writer.measures("measures", period.measures)
            writer.flag("illustrative", period.isIllustrative)
        }
    }

    private func verdicts(_ verdicts: [Verdict], _ writer: inout JSONWriter) {
        writer.array("verdicts", verdicts) { writer, verdict in
            writer.object { writer in
                writer.string("pack", verdict.pack)
                writer.string("rule", verdict.rule)
                writer.string("status", verdict.status.rawValue)
                sentence("because", verdict.because, &writer)
            }
        }
    }

    private func part(_ writer: inout JSONWriter, _ part: ReportedPart) {
        writer.object { writer in
            writer.string("agency", part.agency.rawValue)
            writer.string("state", part.state.rawValue)
            writer.string("report", part.record?.state.rawValue)
            writer.string("received", part.receivedOn?.description)
            if part.daysLate > 0 { writer.integer("days_late", part.daysLate) }
            if let version = part.version {
                writer.integer("version", version.number)
                writer.string("claim", version.content.claim?.rawValue)
                writer.integer("evidence", version.content.evidence.count)
                writer.flag("illustrative", version.content.provenance.isIllustrative)
            }
            writer.string("review", part.record?.effectiveReview?.decision.rawValue)
            writer.string("review_verdict", part.record?.effectiveReview?.verdict?.rawValue)
            writer.string("confidence", part.record?.effectiveReview?.confidence?.rawValue)
        }
    }

    private func cell(_ writer: inout JSONWriter, _ cell: ReportContent.Cell) {
        writer.object { writer in
            writer.object("categories") { writer in
                for category in cell.categories { writer.field(category.dimension) { $0.string(category.category) } }
            }
            writer.number("value", cell.value)
        }
    }

    private func value(_ value: ReportedValue, _ writer: inout JSONWriter) {
        switch value {
        case .number: break
        case .ratio(let numerator, let denominator):
            writer.number("numerator", numerator)
            writer.number("denominator", denominator)
        case .category(let id): writer.string("category", id)
        case .level(let id): writer.string("level", id)
        case .text(let text): writer.text("text", text)
        case .milestone(let achieved, let day):
            writer.flag("achieved", achieved)
            writer.string("achieved_on", day?.description)
        case .implementation(let status): writer.string("implementation", status.rawValue)
        }
    }

    func target(_ key: StaticString, _ target: TargetValue, _ writer: inout JSONWriter) {
        switch target {
        case .number(let number): writer.number(key, number)
        case .level(let id): writer.string(key, id)
        }
    }

    // MARK: - Counts

    func tally(_ key: StaticString, _ tally: Tally, _ writer: inout JSONWriter) {
        writer.object(key) { writer in
            writer.integer("total", tally.total)
            writer.integer("good", tally.good)
            writer.integer("attention", tally.attention)
            writer.integer("bad", tally.bad)
            writer.integer("unknown", tally.unknown)
            writer.integer("neutral", tally.neutral)
            writer.number("coverage", tally.coverage)
            writer.object("by_status") { writer in
                for entry in tally.byStatus { writer.field(entry.status.rawValue) { $0.integer(entry.count) } }
            }
        }
    }

    func reports(_ counts: ReportCounts, _ writer: inout JSONWriter) {
        writer.object("reports") { writer in
            writer.integer("expected", counts.expected)
            writer.integer("received", counts.received)
            writer.integer("on_time", counts.onTime)
            writer.integer("late", counts.late)
            writer.integer("overdue", counts.overdue)
            writer.integer("due", counts.due)
            writer.integer("nil", counts.nilReports)
            writer.integer("returned", counts.returned)
            writer.integer("unverified", counts.unverified)
            writer.integer("verified", counts.verified)
        }
    }
}

import Diagnostics
import YAML

/// Reads `nap-reviews/1` files.
struct ReviewFileDecoder {
    let base: Decoder
    let index: PlanIndex
    let verdicts: [StatusID]?

    /// The reviews of a file.
    func entries(_ root: Node) -> [ReviewEntry] {
        guard var fields = base.fields(root, of: "a review file") else { return [] }
        _ = fields.value("format")
        _ = fields.required("plan") { PlanReference.check($0, index.plan, base) }
        let reviewer = fields.required("reviewer", reviewer)
        let reviewed = fields.optional("reviewed") { Moment.decode($0, base) }
        let provenance = fields.optional("provenance") { ReportProvenance.decode($0, index.plan, base) }
        let entries = fields.required("reviews") { node in
            base.list(node) { entry($0, reviewer, reviewed, provenance) }
        }
        fields.finish()
        return entries ?? []
    }

    private func reviewer(_ node: Node) -> String? {
        guard let id = base.identifier(node) else { return nil }
        let known = index.plan.agencies.map(\.id.rawValue) + index.plan.bodies.map(\.id)
        guard !known.contains(id) else { return id }
        base.report(
            "unknown-agency",
            "\(id) is neither an agency nor a body of this plan",
            at: node,
            expected: "the identifier of one of the plan's agencies or bodies",
            hint: Suggestion.nearest(to: id, among: known).map { "did you mean \($0)?" }
        )
        return nil
    }

    private func entry(
        _ node: Node,
        _ reviewer: String?,
        _ inheritedMoment: Moment?,
        _ inherited: Provenance?
    ) -> ReviewEntry? {
        guard var fields = base.fields(node, of: "a review") else { return nil }
        let agency = fields.required("agency", base.identifier).map(AgencyID.init(rawValue:))
        let item = fields.required("item", base.identifier).map(ItemID.init(rawValue:))
        let period = fields.required("period") { PeriodID.decode($0, base) }
        let decision = fields.required("decision") { base.word($0, as: Review.Decision.self) }
        let reviewed = fields.optional("reviewed") { Moment.decode($0, base) } ?? inheritedMoment
        let reason = fields.optional("reason", text)
        let verdict = fields.optional("verdict", status)
        let confidence = fields.optional("confidence") { base.word($0, as: DeliveryConfidence.self) }
        let provenance = fields.optional("provenance") { ReportProvenance.decode($0, index.plan, base) } ?? inherited
        fields.finish()
        guard let agency, let item, let period, let decision, let reviewer else { return nil }
        if decision == .returned, reason == nil {
            base.report(
                "return-without-reason",
                "a report is sent back without a reason",
                at: node,
                expected: "`reason: …`",
                hint: "say what the agency has to mend"
            )
        }
        if agency.rawValue == reviewer {
            base.report(
                "own-review",
                "\(reviewer) reviews its own report",
                at: node,
                expected: "a reviewer who did not send it"
            )
        }
        let key = ReportKey(item: item, period: period, agency: agency)
        return ReviewEntry(
            key: key,
            decision: decision,
            reason: reason,
            verdict: verdict,
            confidence: confidence,
            reviewer: reviewer,
            reviewed: reviewed,
            provenance: provenance ?? .stated,
            place: node.openingSpan
        )
    }

    private func status(_ node: Node) -> StatusID? {
        guard let id = base.identifier(node).map(StatusID.init(rawValue:)) else { return nil }
        if let verdicts, !verdicts.contains(id) {
            let names = verdicts.map(\.rawValue)
            base.report(
                "unknown-status",
                "\(id) is no status that can be given",
                at: node,
                expected: "one of: \(names.joined(separator: ", "))",
                hint: Suggestion.nearest(to: id.rawValue, among: names).map { "did you mean \($0)?" }
            )
        }
        return id
    }

    private func text(_ node: Node) -> LocalizedText? {
        LocalizedText.decode(node, languages: index.plan.languages, mustHaveAll: false, base)
    }
}

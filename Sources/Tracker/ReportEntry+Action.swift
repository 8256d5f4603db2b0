import ActionPlan

extension ReportEntry {
    /// The step that the report asks for: a draft, a correction with its reason, or a submission.
    var action: ReportEvent.Action {
        if isDraft { return .draftSaved(content) }
        if let correction { return .corrected(content, correction) }
        return .submitted(content)
    }
}

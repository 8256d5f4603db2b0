/// What a meeting decided.
package struct DecisionEvent: Hashable, Sendable {
    package var moment: Moment
    package var party: Party
    /// The meeting's identifier or date.
    package var meeting: String
    package var text: LocalizedText
    /// What it is about; nil where it is about the plan.
    package var item: ItemID?
    /// Who has to act.
    package var responsible: AgencyID?
    package var due: Day?

    package init(
        moment: Moment,
        party: Party,
        meeting: String,
        text: LocalizedText,
        item: ItemID? = nil,
        responsible: AgencyID? = nil,
        due: Day? = nil
    ) {
        self.moment = moment
        self.party = party
        self.meeting = meeting
        self.text = text
        self.item = item
        self.responsible = responsible
        self.due = due
    }
}

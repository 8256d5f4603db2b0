/// That an amendment of the plan was first taken into account.
package struct AmendmentEvent: Hashable, Sendable {
    package var moment: Moment
    package var party: Party
    /// The amendment's identifier.
    package var amendment: String
    /// The first day on which it holds.
    package var inForce: Day
    /// SHA-256 of the plan's files, 64 hexadecimal digits.
    package var sha256: String

    package init(moment: Moment, party: Party, amendment: String, inForce: Day, sha256: String) {
        self.moment = moment
        self.party = party
        self.amendment = amendment
        self.inForce = inForce
        self.sha256 = sha256
    }
}

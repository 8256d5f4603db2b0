package import Accounts
package import ActionPlan

/// What one person is told by one mail.
package struct Reminder: Hashable, Sendable {
    package var account: AccountID
    package var person: Person
    /// Reports of her agencies, the oldest first.
    package var occasions: [Occasion]
    /// How reporting stands, where she is a chair and was not told this week.
    package var digest: Digest?

    /// The names under which is remembered what it tells.
    package var names: [String] { occasions.map(\.name) + (digest.map { [Digest.name(on: $0.asOf)] } ?? []) }
}

import Accounts
import ActionPlan
import Foundation
import Ledger

/// What people typed and have not sent: kept word for word, right or wrong, until it is sent.
struct Drafts: Sendable {
    let ledger: Ledger

    /// How long a draft is kept, in seconds.
    private static let lifetime: Int64 = 90 * 86_400

    /// The reports of which an account has drafts.
    func keys(of account: AccountID, at now: Moment) throws -> [ReportKey] {
        try ledger.items(.draft, of: account, at: now).compactMap { Self.key($0.key) }
    }

    /// The fields of a draft by their names; nil where there is none.
    func fields(_ key: ReportKey, of account: AccountID, at now: Moment) throws -> [String: String]? {
        guard let item = try ledger.item(.draft, key: Self.name(key, account), at: now), item.owner == account else {
            return nil
        }
        return try? JSONDecoder().decode([String: String].self, from: Data(item.body))
    }

    func keep(_ fields: [String: String], _ key: ReportKey, of account: AccountID, at now: Moment) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let item = CabinetItem(
            drawer: .draft,
            key: Self.name(key, account),
            owner: account,
            expires: Moment(seconds: now.seconds + Self.lifetime),
            body: Array(try encoder.encode(fields))
        )
        try ledger.keep([.put(item)])
    }

    func forget(_ key: ReportKey, of account: AccountID) throws {
        try ledger.keep([.remove(.draft, key: Self.name(key, account))])
    }

    private static func name(_ key: ReportKey, _ account: AccountID) -> String {
        "\(account) \(key.item) \(key.period) \(key.agency)"
    }

    private static func key(_ name: String) -> ReportKey? {
        let parts = name.split(separator: " ").map(String.init)
        guard parts.count == 4 else { return nil }
        return ReportKey(
            item: ItemID(rawValue: parts[1]),
            period: PeriodID(rawValue: parts[2]),
            agency: AgencyID(rawValue: parts[3])
        )
    }
}

import Language
import Rules

/// Which findings a page lists.
enum FindingFilter: Hashable, Sendable {
    case all
    case severity(Finding.Severity)
    case kind(Kind)

    /// What findings are about, whichever pack and check found them.
    enum Kind: String, CaseIterable, Sendable {
        case check
        case claim
        case review
        case rule

        init(_ kind: Finding.Kind) {
            switch kind {
            case .check, .doubleCounting: self = .check
            case .claimDiffers: self = .claim
            case .reviewDiffers: self = .review
            case .ruleFailed: self = .rule
            }
        }
    }

    /// Every filter: the severities, then the kinds.
    static let choices: [FindingFilter] =
        [.all] + Finding.Severity.allCases.map { .severity($0) } + Kind.allCases.map { .kind($0) }

    /// The filters that let a finding through.
    static func through(_ finding: Finding) -> [FindingFilter] {
        [.all, .severity(finding.severity), .kind(Kind(finding.kind))]
    }

    /// The name in addresses.
    var slug: String {
        switch self {
        case .all: "all"
        case .severity(let severity): severity.rawValue
        case .kind(let kind): kind.rawValue
        }
    }
}

extension Catalogue {
    func name(of filter: FindingFilter) -> String {
        switch filter {
        case .all: self("All findings")
        case .severity(.error): self("Errors")
        case .severity(.warning): self("Warnings")
        case .severity(.information): self("For information")
        case .kind(.check): self("Data checks")
        case .kind(.claim): self("Agency and rules disagree")
        case .kind(.review): self("Reviewer and rules disagree")
        case .kind(.rule): self("A rule could not be evaluated")
        }
    }
}

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

    /// The severities, then the kinds.
    static let parts: [FindingFilter] =
        Finding.Severity.allCases.map { .severity($0) } + Kind.allCases.map { .kind($0) }

    /// Every filter with how many findings it lets through.
    static func all(_ findings: FindingList) -> [(filter: FindingFilter, count: Int)] {
        var counts: [FindingFilter: Int] = [:]
        for finding in findings {
            counts[.severity(finding.severity), default: 0] += 1
            counts[.kind(Kind(finding.kind)), default: 0] += 1
        }
        return [(.all, findings.count)] + parts.map { ($0, counts[$0] ?? 0) }
    }

    /// The name in addresses.
    var slug: String {
        switch self {
        case .all: "all"
        case .severity(let severity): severity.rawValue
        case .kind(let kind): kind.rawValue
        }
    }

    func lets(_ finding: Finding) -> Bool {
        switch self {
        case .all: true
        case .severity(let severity): finding.severity == severity
        case .kind(let kind): Kind(finding.kind) == kind
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

import Accounts
import ActionPlan

/// Who may use a route.
///
/// There is no route without one of these, and whatever it does not name is refused.
enum Access: Hashable, Sendable {
    /// Everybody, known or not.
    case everyone
    /// Whoever signed in, in any role.
    case members
    /// Focal points, for their own agency.
    case focalPoints
    /// Those who judge others' reports: reviewers, the secretariat and the chair.
    case reviewers
    /// The secretariat.
    case secretariat
    /// The secretariat and the chair.
    case leadership
    /// Those who may look after programs' tokens: focal points and the secretariat.
    case tokenKeepers
    /// Programs with a token that has a scope.
    case programs(TokenScope)

    /// What is answered to a principal.
    func decision(on principal: Principal) -> Decision {
        switch (self, principal) {
        case (.everyone, _): .allowed
        case (.programs(let needed), .program(_, let scope)): scope.contains(needed) ? .allowed : .forbidden
        case (.programs, .anonymous): .unauthenticated
        case (.programs, .member), (_, .program): .forbidden
        case (_, .anonymous): .unauthenticated
        case (_, .member(let member)): roles.contains(member.grant.role) ? .allowed : .forbidden
        }
    }

    enum Decision: Hashable, Sendable {
        case allowed
        /// It is not known who asks.
        case unauthenticated
        case forbidden
    }

    private var roles: Set<Party.Role> {
        switch self {
        case .everyone, .members: Set(Party.Role.allCases)
        case .focalPoints: [.agency]
        case .reviewers: [.reviewer, .secretariat, .chair]
        case .secretariat: [.secretariat]
        case .leadership: [.secretariat, .chair]
        case .tokenKeepers: [.agency, .secretariat]
        case .programs: []
        }
    }
}

import ActionPlan

/// The codes of IATI 2.03 and what they mean in a plan.
enum IATICodes {
    /// Result types: 1 output, 2 outcome, 3 impact, 9 other.
    static func resultType(_ level: Indicator.Level?) -> String {
        switch level {
        case .output: "1"
        case .outcome: "2"
        case .impact: "3"
        case .input, .process, nil: "9"
        }
    }

    /// What a result type says of the indicators in it.
    static func level(_ code: String?) -> Indicator.Level? {
        switch code {
        case "1": .output
        case "2": .outcome
        case "3": .impact
        default: nil
        }
    }

    /// Indicator measures: 1 unit, 2 percentage, 3 nominal, 4 ordinal, 5 qualitative.
    ///
    /// A milestone is a unit, reached (1) or not (0).
    static func measure(_ measure: Measure) -> String {
        switch measure {
        case .unit, .milestone: "1"
        case .percentage: "2"
        case .nominal: "3"
        case .ordinal: "4"
        case .qualitative: "5"
        }
    }

    /// Organisation types.
    static func organisationType(_ kind: Agency.Kind) -> String {
        switch kind {
        case .ministry, .parliament, .court, .prosecution, .mission: "10"
        case .stateBody, .ombudsman: "15"
        case .publicAssociation: "24"
        case .economicSociety: "70"
        case .internationalOrganization: "40"
        case .research: "80"
        case .other: "90"
        }
    }

    /// What kind of agency an organisation of a type is.
    static func agencyKind(_ code: String?) -> Agency.Kind {
        switch code {
        case "10": .ministry
        case "11", "15": .stateBody
        case "21", "22", "23", "24", "60": .publicAssociation
        case "40": .internationalOrganization
        case "70", "71", "72", "73": .economicSociety
        case "80": .research
        default: .other
        }
    }

    /// Activity statuses: 1 pipeline, 2 implementation, 4 closed, 5 cancelled, 6 suspended.
    static func activityStatus(_ status: ImplementationStatus) -> String {
        switch status {
        case .notStarted: "1"
        case .underWay: "2"
        case .completed: "4"
        case .cancelled: "5"
        case .suspended: "6"
        }
    }
}

/// How an agency takes part, by the code of its role: 1 funding, 2 accountable, 3 extending, 4 implementing.
enum IATIRole: String, CaseIterable {
    case lead
    case coLead = "co-lead"
    case implementer
    case partner
    case contributor
    case participant

    var code: String {
        switch self {
        case .lead, .coLead: "2"
        case .partner: "3"
        case .implementer, .contributor, .participant: "4"
        }
    }
}

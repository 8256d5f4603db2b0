package import Diagnostics

// Steps, states and roles in a word, as messages name them.

extension ReportEvent.Kind {
    /// The step in a word.
    package var words: Message {
        switch self {
        case .draft: "draft"
        case .submit: "submit"
        case .return: "return"
        case .verify: "verify"
        case .correct: "correct"
        case .withdraw: "withdraw"
        }
    }
}

extension ReportState {
    /// The state in a word.
    package var words: Message {
        switch self {
        case .draft: "draft"
        case .submitted: "submitted"
        case .returned: "returned"
        case .verified: "verified"
        case .corrected: "corrected"
        case .withdrawn: "withdrawn"
        }
    }
}

extension AccountEvent.Kind {
    /// The step in a word.
    package var words: Message {
        switch self {
        case .invite: "invite"
        case .open: "open the account"
        case .grant: "grant a role"
        case .revoke: "withdraw a role"
        case .replaceCredential: "replace what it is opened with"
        case .disable: "disable"
        case .enable: "enable again"
        }
    }
}

extension AccountRecord.State {
    /// The state in a word.
    package var words: Message {
        switch self {
        case .invited: "invited"
        case .open: "open"
        case .disabled: "disabled"
        }
    }
}

extension Party.Role {
    /// The role in a word.
    package var words: Message {
        switch self {
        case .agency: "focal point"
        case .reviewer: "reviewer"
        case .secretariat: "secretariat"
        case .chair: "chair"
        }
    }
}

/// A service that vouches for its people, such as a ministry's sign-in (OpenID Connect Core 1.0), and as what it knows us.
package struct IdentityProvider: Hashable, Sendable {
    /// By what it is named in addresses of ours.
    package var id: String
    /// What people call it, by language.
    package var title: [String: String]
    /// Its identifier, an address; what it signs has to name it in just these characters.
    package var issuer: String
    package var clientID: String
    /// What shows it that it is us who ask; nil where it knows us as a public client.
    package var clientSecret: String?
    /// How long it may take for an answer, in seconds.
    package var patience: Int64

    package init(
        id: String,
        title: [String: String],
        issuer: String,
        clientID: String,
        clientSecret: String? = nil,
        patience: Int64 = 10
    ) {
        self.patience = patience
        self.id = id
        self.title = title
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
    }

    /// Whether an address may be asked: by https, or at the machine itself where the provider is there too.
    package func allows(_ address: String) -> Bool {
        let local = "http://127.0.0.1:"
        return address.hasPrefix("https://") || issuer.hasPrefix(local) && address.hasPrefix(local)
    }
}

/// What only we know of an attempt to sign in, and what comes back with the answer to it.
///
/// Each is 43 characters or more that nobody can guess, and belongs to one browser.
package struct SignInAttempt: Hashable, Sendable {
    /// Comes back with the answer: it is one to a question of this browser's.
    package var state: String
    /// Comes back in what is signed: it was signed for this question.
    package var nonce: String
    /// Of which the question has the digest, and which fetches the answer (PKCE, RFC 7636).
    package var verifier: String

    package init(state: String, nonce: String, verifier: String) {
        self.state = state
        self.nonce = nonce
        self.verifier = verifier
    }
}

/// Somebody for whom a provider vouches.
package struct Identity: Hashable, Sendable {
    package var issuer: String
    /// Who it is, by a name that the provider gives to nobody else, ever.
    package var subject: String

    package init(issuer: String, subject: String) {
        self.issuer = issuer
        self.subject = subject
    }
}

/// Why nobody was signed in.
package enum OpenIDFault: Error, Hashable, Sendable {
    /// The provider cannot be asked, or does not answer as it has to.
    case provider(String)
    /// It does not know the question, or has answered it already.
    case refused
    /// What it signed does not hold: which part of it.
    case token(Part)

    package enum Part: String, Sendable, CaseIterable {
        case signature
        case issuer
        case audience
        case time
        case nonce
        case subject
    }
}

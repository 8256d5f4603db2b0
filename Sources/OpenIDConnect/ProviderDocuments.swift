import Foundation
import JWTKit

/// What a provider says of itself (OpenID Connect Discovery 1.0).
struct ProviderDescription: Decodable, Sendable {
    var issuer: String
    var authorizationEndpoint: String
    var tokenEndpoint: String
    var keys: String
    /// In which ways a client can show that it is one.
    var clientAuthentication: [String]?

    enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case keys = "jwks_uri"
        case clientAuthentication = "token_endpoint_auth_methods_supported"
    }
}

/// The keys with which a provider signs.
///
/// Those that cannot be used are left out, and those that are secrets cannot be.
struct ProviderKeys: Decodable {
    var keys: [JWK]

    private struct Lenient: Decodable {
        var key: JWK?
        var use: String?

        private enum CodingKeys: String, CodingKey {
            case use
        }

        init(from decoder: any Decoder) throws {
            key = try? JWK(from: decoder)
            use = try? decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .use)
        }
    }

    private enum CodingKeys: String, CodingKey {
        case keys
    }

    init(from decoder: any Decoder) throws {
        let all = try decoder.container(keyedBy: CodingKeys.self).decode([Lenient].self, forKey: .keys)
        keys = all.filter { ($0.use ?? "sig") == "sig" }.compactMap(\.key).filter { $0.keyIdentifier != nil }
    }
}

/// What a provider gives for a code.
struct TokenAnswer: Decodable {
    var idToken: String

    enum CodingKeys: String, CodingKey {
        case idToken = "id_token"
    }
}

/// What a provider signs of somebody (OpenID Connect Core 1.0, 2).
struct IdentityClaims: JWTPayload {
    var issuer: String
    var subject: String
    var audience: [String]
    /// In seconds since 1970.
    var expires: Double
    var issued: Double
    var nonce: String?
    var authorizedParty: String?

    enum CodingKeys: String, CodingKey {
        case issuer = "iss"
        case subject = "sub"
        case audience = "aud"
        case expires = "exp"
        case issued = "iat"
        case nonce
        case authorizedParty = "azp"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        issuer = try fields.decode(String.self, forKey: .issuer)
        subject = try fields.decode(String.self, forKey: .subject)
        if let one = try? fields.decode(String.self, forKey: .audience) {
            audience = [one]
        } else {
            audience = try fields.decode([String].self, forKey: .audience)
        }
        expires = try fields.decode(Double.self, forKey: .expires)
        issued = try fields.decode(Double.self, forKey: .issued)
        nonce = try fields.decodeIfPresent(String.self, forKey: .nonce)
        authorizedParty = try fields.decodeIfPresent(String.self, forKey: .authorizedParty)
    }

    /// What it says is looked at by ``fault(_:_:at:)``, which is told the time.
    func verify(using algorithm: some JWTAlgorithm) {}

    /// How far clocks may be apart, in seconds.
    private static let leeway = 60.0

    /// What does not hold, once the signature does (OpenID Connect Core 1.0, 3.1.3.7); nil where all does.
    func fault(_ provider: IdentityProvider, _ attempt: SignInAttempt, at now: Int64) -> OpenIDFault.Part? {
        guard issuer == provider.issuer else { return .issuer }
        guard audience.contains(provider.clientID), audience.count == 1 || authorizedParty == provider.clientID,
            authorizedParty.map({ $0 == provider.clientID }) ?? true
        else { return .audience }
        let now = Double(now)
        guard now < expires + Self.leeway, issued < now + Self.leeway else { return .time }
        guard nonce == attempt.nonce else { return .nonce }
        guard !subject.isEmpty, subject.utf8.count <= 255 else { return .subject }
        return nil
    }
}

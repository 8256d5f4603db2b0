import Foundation
import JWTKit

/// The keys with which a provider signs, each used for what names it and for nothing else.
struct SigningKeys: Sendable {
    private let collection = JWTKeyCollection()
    private let names: Set<String>

    /// Those of a provider's keys that can be used.
    init(_ set: ProviderKeys) async {
        var names: Set<String> = []
        for key in set.keys {
            guard let name = key.keyIdentifier?.string, (try? await collection.add(jwk: key)) != nil else { continue }
            names.insert(name)
        }
        self.names = names
    }

    /// What a token says, where one of the keys signed it: that which it names, or the only one (OpenID Connect Core 1.0,
    /// 10.1); nil otherwise.
    func claims(of token: String) async -> IdentityClaims? {
        guard let header = Self.header(of: token) else { return nil }
        guard header.kid.map(names.contains) ?? (names.count == 1) else { return nil }
        return try? await collection.verify(token, as: IdentityClaims.self)
    }

    private struct Header: Decodable {
        var kid: String?
    }

    private static func header(of token: String) -> Header? {
        let text = token.prefix { $0 != "." }.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).flatMap { try? JSONDecoder().decode(Header.self, from: $0) }
    }
}

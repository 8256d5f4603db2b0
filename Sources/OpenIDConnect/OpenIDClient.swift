import AsyncHTTPClient
import Crypto
import Foundation
import JWTKit
import NIOCore
import NIOHTTP1

/// Lets a provider vouch for somebody: by the code flow with PKCE (OpenID Connect Core 1.0, 3.1; RFC 9700).
///
/// The provider's description and keys are kept for an hour; an unknown key makes them asked for again.
package actor OpenIDClient {
    package nonisolated let provider: IdentityProvider
    private var known: (description: ProviderDescription, keys: SigningKeys, at: ContinuousClock.Instant)?

    /// - Parameter provider: who vouches.
    package init(_ provider: IdentityProvider) { self.provider = provider }

    /// Where a browser has to go.
    ///
    /// - Parameters:
    ///   - address: where the provider sends it back to.
    ///   - attempt: what binds the answer to this browser.
    /// - Returns: the address of the provider, with the question.
    /// - Throws: ``OpenIDFault``.
    package func question(returningTo address: String, _ attempt: SignInAttempt) async throws(OpenIDFault) -> String {
        let description = try await documents().description
        let challenge = Base64URL.text(of: Array(SHA256.hash(data: Array(attempt.verifier.utf8))))
        let query = FormText.encoded([
            ("response_type", "code"), ("client_id", provider.clientID), ("redirect_uri", address), ("scope", "openid"),
            ("state", attempt.state), ("nonce", attempt.nonce), ("code_challenge", challenge),
            ("code_challenge_method", "S256"),
        ])
        let endpoint = description.authorizationEndpoint
        return endpoint + (endpoint.contains("?") ? "&" : "?") + query
    }

    /// For whom the provider vouches.
    ///
    /// - Parameters:
    ///   - code: what the browser brought back.
    ///   - address: where it came back to.
    ///   - attempt: that of the question.
    ///   - now: the time in seconds since 1970.
    /// - Returns: who it is, once all that was signed holds.
    /// - Throws: ``OpenIDFault``.
    package func identity(
        for code: String,
        returningTo address: String,
        _ attempt: SignInAttempt,
        at now: Int64
    ) async throws(OpenIDFault) -> Identity {
        let (description, keys) = try await documents()
        let token = try await token(for: code, address, attempt, description)
        let claims = try await claims(of: token, keys)
        if let part = claims.fault(provider, attempt, at: now) { throw .token(part) }
        return Identity(issuer: claims.issuer, subject: claims.subject)
    }

    private func claims(of token: String, _ keys: SigningKeys) async throws(OpenIDFault) -> IdentityClaims {
        if let claims = await keys.claims(of: token) { return claims }
        // The provider may have changed its keys; strangers cannot make us ask for them more often than this.
        guard let known, ContinuousClock.now - known.at > .seconds(60) else { throw .token(.signature) }
        self.known = nil
        guard let claims = try await documents().keys.claims(of: token) else { throw .token(.signature) }
        return claims
    }

    // MARK: - Asking the provider

    private func documents() async throws(OpenIDFault) -> (description: ProviderDescription, keys: SigningKeys) {
        if let known, ContinuousClock.now - known.at < .seconds(3_600) { return (known.description, known.keys) }
        var root = provider.issuer
        while root.utf8.last == UInt8(ascii: "/") { root.removeLast() }
        let description: ProviderDescription = try await get(root + "/.well-known/openid-configuration")
        guard description.issuer == provider.issuer else { throw .provider("it calls itself otherwise") }
        guard
            [description.authorizationEndpoint, description.tokenEndpoint, description.keys]
                .allSatisfy(provider.allows)
        else { throw .provider("it names an address without https") }
        let set: ProviderKeys = try await get(description.keys)
        let keys = await SigningKeys(set)
        known = (description, keys, .now)
        return (description, keys)
    }

    private func token(
        for code: String,
        _ address: String,
        _ attempt: SignInAttempt,
        _ description: ProviderDescription
    ) async throws(OpenIDFault) -> String {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", address),
            ("code_verifier", attempt.verifier),
        ]
        var request = HTTPClientRequest(url: description.tokenEndpoint)
        request.method = .POST
        request.headers = ["Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"]
        let ways = description.clientAuthentication ?? ["client_secret_basic"]
        if let secret = provider.clientSecret, ways.contains("client_secret_basic") {
            let both = FormText.encoded(provider.clientID) + ":" + FormText.encoded(secret)
            request.headers.add(name: "Authorization", value: "Basic " + Data(both.utf8).base64EncodedString())
        } else {
            fields.append(("client_id", provider.clientID))
            if let secret = provider.clientSecret { fields.append(("client_secret", secret)) }
        }
        request.body = .bytes(ByteBuffer(string: FormText.encoded(fields)))
        let (status, bytes) = try await send(request)
        guard status == .ok else {
            if (400..<500).contains(status.code) { throw .refused }
            throw .provider("it answers \(status.code)")
        }
        let answer: TokenAnswer = try Self.decoded(bytes)
        return answer.idToken
    }

    private func get<Document: Decodable & Sendable>(_ address: String) async throws(OpenIDFault) -> Document {
        guard provider.allows(address) else { throw .provider("its address is without https") }
        var request = HTTPClientRequest(url: address)
        request.headers = ["Accept": "application/json"]
        let (status, bytes) = try await send(request)
        guard status == .ok else { throw .provider("it answers \(status.code)") }
        return try Self.decoded(bytes)
    }

    /// How many bytes of an answer are read at most.
    private static let largest = 1 << 20

    private nonisolated func send(
        _ request: HTTPClientRequest
    ) async throws(OpenIDFault) -> (status: HTTPResponseStatus, bytes: [UInt8]) {
        var configuration = HTTPClient.Configuration()
        // A redirection would carry the code, or the secret, to somebody who is not the provider.
        configuration.redirectConfiguration = .disallow
        let patience = TimeAmount.seconds(provider.patience)
        configuration.timeout = .init(connect: patience, read: patience)
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                let answer = try await client.execute(request, timeout: patience)
                let body = try await answer.body.collect(upTo: Self.largest)
                return (answer.status, Array(body.readableBytesView))
            }
        } catch {
            throw .provider("it cannot be reached")
        }
    }

    private static func decoded<Document: Decodable>(_ bytes: [UInt8]) throws(OpenIDFault) -> Document {
        do {
            return try JSONDecoder().decode(Document.self, from: Data(bytes))
        } catch {
            throw .provider("its answer is not understood")
        }
    }
}

/// Fields as forms and queries are written.
enum FormText {
    static func encoded(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    }

    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Bytes in the alphabet that addresses allow, without padding (RFC 4648, 5).
enum Base64URL {
    static func text(of bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

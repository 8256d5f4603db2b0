import ActionPlan
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import OpenIDConnect
import Synchronization

@testable import Portal

/// A ministry's sign-in as the standard has it, on a port of this machine, and with faults where it is told to have some.
final class FakeProvider: Sendable {
    /// What is wrong with what it gives.
    enum Fault: String, CaseIterable {
        case otherKey
        case unknownKey
        case sharedSecret
        case unsigned
        case otherIssuer
        case otherAudience
        case twoAudiences
        case expired
        case fromTheFuture
        case otherNonce
        case noNonce
        case noSubject
    }

    /// What is wrong with what it says of itself.
    enum Description {
        case right
        case otherIssuer
        case withoutHTTPS
    }

    let clientID = "nap"
    let clientSecret = "s3cret:with%signs"
    private let key = P256.Signing.PrivateKey()
    private let otherKey = P256.Signing.PrivateKey()
    private let state = Mutex(State())
    private let description: Description

    private struct State {
        var port = 0
        var fault: Fault?
        var codes: [String: Code] = [:]
        var now: Int64 = 0
    }

    private struct Code {
        var subject: String
        var nonce: String
        var challenge: String
        var redirect: String
    }

    init(_ description: Description = .right) { self.description = description }

    var issuer: String { "http://127.0.0.1:\(state.withLock { $0.port })/realm" }

    var provider: IdentityProvider {
        IdentityProvider(
            id: "moi",
            title: ["en": "Ministry of the Interior"],
            issuer: issuer,
            clientID: clientID,
            clientSecret: clientSecret,
            // Tests have to hold on a machine that is busy with others too.
            patience: 120
        )
    }

    /// Runs it while some work is done with a service that knows it.
    func run(_ work: @escaping @Sendable (Service) async throws -> Void) async throws {
        try await Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)))
            .test(.live) { client in
                self.state.withLock { $0.port = client.port ?? 0 }
                let service = try Service(identityProviders: [self.provider])
                self.state.withLock { $0.now = service.portal.now.seconds }
                try await work(service)
            }
    }

    /// Somebody signs in there: what the browser brings back.
    func approve(_ address: String, as subject: String, with fault: Fault? = nil) throws -> String {
        guard let question = URLComponents(string: address) else { throw URLError(.badURL) }
        let fields = Dictionary(
            (question.queryItems ?? []).map { ($0.name, $0.value ?? "") },
            uniquingKeysWith: { first, _ in first }
        )
        guard fields["response_type"] == "code", fields["client_id"] == clientID, fields["scope"] == "openid",
            fields["code_challenge_method"] == "S256", let redirect = fields["redirect_uri"],
            let state = fields["state"], let nonce = fields["nonce"], let challenge = fields["code_challenge"]
        else { throw URLError(.badURL) }
        let code = UUID().uuidString
        self.state.withLock { kept in
            kept.fault = fault
            kept.codes[code] = Code(subject: subject, nonce: nonce, challenge: challenge, redirect: redirect)
        }
        return "/identity/moi/answer?code=\(code)&state=\(PercentEncoding.encoded(state))"
    }

    private var router: Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.get("/realm/.well-known/openid-configuration") { [self] _, _ in
            let root = description == .withoutHTTPS ? "http://login.example.org" : issuer
            return Self.json([
                "issuer": description == .otherIssuer ? "https://login.example.org" : issuer,
                "authorization_endpoint": "\(issuer)/authorize?tenant=1", "token_endpoint": "\(root)/token",
                "jwks_uri": "\(issuer)/keys",
            ])
        }
        router.get("/realm/keys") { [self] _, _ in
            let point = Array(key.publicKey.x963Representation)
            return Self.json([
                "keys": [
                    ["kty": "oct", "kid": "k0", "k": "c2VjcmV0", "alg": "HS256"],
                    [
                        "kty": "EC", "crv": "P-256", "kid": "k1", "use": "sig", "alg": "ES256",
                        "x": Self.text(Array(point[1..<33])), "y": Self.text(Array(point[33..<65])),
                    ],
                ]
            ])
        }
        router.post("/realm/token") { [self] request, _ in
            let body = try await request.body.collect(upTo: 10_000)
            let login = "\(clientID):\(PercentEncoding.encoded(clientSecret))"
            guard let form = FormData(urlEncoded: Array(body.readableBytesView)),
                request.headers[.authorization] == "Basic " + Data(login.utf8).base64EncodedString(),
                form["grant_type"] == "authorization_code", let name = form["code"],
                let code = state.withLock({ $0.codes.removeValue(forKey: name) }),
                form["redirect_uri"] == code.redirect,
                let verifier = form["code_verifier"], verifier.utf8.count >= 43,
                Self.text(Array(SHA256.hash(data: Array(verifier.utf8)))) == code.challenge
            else { throw HTTPError(.badRequest) }
            return Self.json(["id_token": token(code), "token_type": "Bearer", "access_token": "unused"])
        }
        return router
    }

    private func token(_ code: Code) -> String {
        let (fault, now) = state.withLock { ($0.fault, $0.now) }
        var claims: [String: Any] = [
            "iss": issuer, "sub": code.subject, "aud": clientID, "nonce": code.nonce, "iat": now, "exp": now + 300,
        ]
        var header = ["alg": "ES256", "kid": "k1"]
        switch fault {
        case .otherIssuer: claims["iss"] = issuer + "/"
        case .otherAudience: claims["aud"] = "another"
        case .twoAudiences: claims["aud"] = [clientID, "another"]
        case .expired: claims["exp"] = now - 61
        case .fromTheFuture: claims["iat"] = now + 3_600
        case .otherNonce: claims["nonce"] = code.nonce + "x"
        case .noNonce: claims["nonce"] = nil
        case .noSubject: claims["sub"] = ""
        case .unsigned: header["alg"] = "none"
        case .unknownKey: header["kid"] = "k9"
        case .sharedSecret: header = ["alg": "HS256", "kid": "k1"]
        case .otherKey, nil: break
        }
        let signed = Self.text(Self.bytes(header)) + "." + Self.text(Self.bytes(claims))
        if fault == .sharedSecret {
            // Signed with what everybody knows of the key, as if it were a secret.
            let secret = SymmetricKey(data: key.publicKey.x963Representation)
            return signed + "."
                + Self.text(Array(HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: secret)))
        }
        guard fault != .unsigned,
            let signature = try? (fault == .otherKey ? otherKey : key).signature(for: Data(signed.utf8))
        else { return signed + "." }
        return signed + "." + Self.text(Array(signature.rawRepresentation))
    }

    private static func bytes(_ value: Any) -> [UInt8] {
        (try? JSONSerialization.data(withJSONObject: value, options: .sortedKeys)).map { Array($0) } ?? []
    }

    private static func json(_ value: [String: Any]) -> Response { .bytes(bytes(value), type: "application/json") }

    private static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

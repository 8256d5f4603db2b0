import Foundation
import Synchronization
import Testing

@testable import Accounts

@Suite("Passwords and secrets")
struct PasswordTests {
    private static let cheap = PasswordHash.Cost(logarithm: 10, blockSize: 8, parallelism: 1)

    @Test("a kept hash accepts its own password and no other")
    func acceptsItsOwn() throws {
        let hash = try PasswordHash(of: "четыре жёлтых зонтика", cost: Self.cheap)
        #expect(try hash.accepts("четыре жёлтых зонтика"))
        #expect(try !hash.accepts("четыре желтых зонтика"))
        #expect(try !hash.accepts(""))
    }

    @Test("the third vector of RFC 7914 is accepted")
    func publishedVector() throws {
        // N = 16384, r = 8, p = 1, salt SodiumChloride; the first 32 of its 64 bytes.
        let salt = "U29kaXVtQ2hsb3JpZGU"
        let bytes = "cCO9yzr9c0hGHAbNgf0464/o+7qQT46pv1Q/ZUXaGPI"
        let hash = PasswordHash(kept: "$scrypt$ln=14,r=8,p=1$\(salt)$\(Self.firstBytes)")
        #expect(try hash.accepts("pleaseletmein"))
        #expect(try !PasswordHash(kept: "$scrypt$ln=14,r=8,p=1$\(salt)$\(bytes)").accepts("pleaseletmein"))
    }

    /// The first 32 bytes of the RFC's answer, 7023bdcb…45da1f2, in base 64.
    private static let firstBytes = "cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI"

    @Test("hashes with other costs than today's are made anew", arguments: ["ln=16,r=8,p=1", "ln=17,r=8,p=2"])
    func outdated(costs: String) {
        #expect(PasswordHash(kept: "$scrypt$\(costs)$AAAAAAAAAAAAAAAAAAAAAA$\(Self.firstBytes)").isOutdated)
        #expect(!PasswordHash(kept: "$scrypt$ln=17,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$\(Self.firstBytes)").isOutdated)
    }

    @Test(
        "what is no hash accepts nothing, and costs nobody 16 GiB",
        arguments: ["", "secret", "$scrypt$ln=24,r=8,p=1$AAAA$AAAA", "$argon2id$v=19$AAAA$AAAA", "$scrypt$$$"]
    )
    func malformed(text: String) throws {
        #expect(try !PasswordHash(kept: text).accepts("secret"))
    }

    @Test("a short, a plain and an all too own password are refused")
    func policy() {
        func problem(_ text: String) -> PasswordPolicy.Problem? {
            PasswordPolicy.problem(with: text, names: ["Maral", "customs"])
        }
        #expect(problem("коротко") == .tooShort)
        #expect(problem(String(repeating: "a", count: 200)) == .tooLong)
        #expect(problem("aaaaaaaaaaaaaaaa") == .tooPlain)
        #expect(problem("abcdefghijklmnopq") == .tooPlain)
        #expect(problem("Password12345678") == .tooPlain)
        #expect(problem("MaralMaralCustoms1") == .tooPlain)
        #expect(problem("жёлтый зонтик на крыше") == nil)
    }

    @Test("a secret is 256 random bits, its digest is not the secret, and a wrong token of a form is refused")
    func secrets() throws {
        let secret = Secret()
        #expect(secret.text.utf8.count == 43)
        #expect(secret != Secret())
        #expect(secret.digest.utf8.count == 64)
        #expect(Secret(secret.text) == secret)
        #expect(secret.confirms(secret.derived(for: "form"), for: "form"))
        #expect(!secret.confirms(secret.derived(for: "form"), for: "mail"))
        #expect(!secret.confirms(Secret().derived(for: "form"), for: "form"))
    }

    @Test("what cannot be one of ours is no secret", arguments: ["", "short", String(repeating: "é", count: 43)])
    func foreignSecrets(text: String) {
        #expect(Secret(text) == nil)
    }

    @Test("an address that would end in a mail's head is refused")
    func people() {
        func problem(_ name: String, _ email: String) -> Person.Problem? {
            Person(name: name, email: email, language: "ru").problem
        }
        #expect(problem("Maral", "maral@example.org") == nil)
        #expect(problem("  ", "maral@example.org") == .name)
        #expect(problem("Maral\nBcc: all", "maral@example.org") == .name)
        #expect(problem("Maral", "maral") == .email)
        #expect(problem("Maral", "a@example.org\r\nBcc:b@example.org") == .email)
        #expect(problem("Maral", "a@b@example.org") == .email)
    }
}

@Suite("How many passwords are checked at once")
struct PasswordGateTests {
    /// How many are under way, and how many were at most.
    private final class Count: Sendable {
        private let counts = Mutex((now: 0, most: 0))

        var most: Int { counts.withLock { $0.most } }

        func change(by change: Int) {
            counts.withLock { counts in
                counts.now += change
                counts.most = max(counts.most, counts.now)
            }
        }
    }

    @Test("two at a time, since each takes 128 MiB (ASVS V6)")
    func twoAtATime() async throws {
        let gate = PasswordGate()
        let arrivals = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
        // Neither of the two comes to its end before the other is under way.
        @Sendable func meet(_ number: Int) async throws -> Bool {
            try await gate.run {
                arrivals[number].signal()
                return arrivals[1 - number].wait(timeout: .now() + 300) == .success
            }
        }
        async let first = meet(0)
        async let second = meet(1)
        #expect(try await (first, second) == (true, true))
    }

    @Test("never more than two, however many wait")
    func neverMore() async throws {
        let gate = PasswordGate()
        let count = Count()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    try await gate.run {
                        count.change(by: 1)
                        Thread.sleep(forTimeInterval: 0.01)
                        count.change(by: -1)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect((1...2).contains(count.most))
    }

    @Test("who would have to wait behind too many is turned away at once (ASVS V15)")
    func crowded() async throws {
        let gate = PasswordGate(limit: 1)
        let (begun, end) = (Count(), DispatchSemaphore(value: 0))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...2 {
                group.addTask {
                    try await gate.run {
                        begun.change(by: 1)
                        end.wait()
                    }
                }
            }
            while begun.most < 2 { await Task.yield() }
            // Of three more one may wait.
            let turnedAway = Count()
            let more = (1...3)
                .map { _ in
                    Task {
                        do {
                            try await gate.run {}
                        } catch is PasswordGate.Crowded {
                            turnedAway.change(by: 1)
                        }
                    }
                }
            while turnedAway.most < 2 { await Task.yield() }
            for _ in 1...2 { end.signal() }
            for task in more { try await task.value }
            try await group.waitForAll()
            #expect(turnedAway.most == 2)
        }
    }
}

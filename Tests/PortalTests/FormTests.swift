import TestSupport
import Testing

@testable import Portal

@Suite("What browsers send")
struct FormTests {
    @Test("a form is read with its blanks, percent signs and letters of all languages")
    func urlEncoded() throws {
        let form = try #require(FormData(urlEncoded: Array("a=1+2&b=%D0%B4%D0%B0&c=&a=3&d".utf8)))
        #expect(form["a"] == "1 2")
        #expect(form.all("a") == ["1 2", "3"])
        #expect(form["b"] == "да")
        #expect(form["c"] == nil)
        #expect(form["d"] == nil)
    }

    @Test("a form that makes no sense is none", arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "a=%00"])
    func malformed(body: String) {
        #expect(FormData(urlEncoded: Array(body.utf8)) == nil)
    }

    @Test("a form with more fields than any of ours is refused")
    func tooMany() {
        let body = (0...FormData.fieldLimit).map { "f\($0)=1" }.joined(separator: "&")
        #expect(FormData(urlEncoded: Array(body.utf8)) == nil)
    }

    private static func multipart(_ parts: [String], boundary: String = "b0undary") -> [UInt8] {
        Array((parts.map { "--\(boundary)\r\n\($0)\r\n" }.joined() + "--\(boundary)--\r\n").utf8)
    }

    @Test("a file comes with its name and exactly its bytes")
    func file() throws {
        let body = Self.multipart([
            "Content-Disposition: form-data; name=\"form-token\"\r\n\r\nt",
            "Content-Disposition: form-data; name=\"table\"; filename=\"отчёт.csv\"\r\nContent-Type: text/csv\r\n\r\na;b\r\n--b0undar\r\n1;2\r\n",
        ])
        let form = try #require(MultipartForm(body, contentType: "multipart/form-data; boundary=b0undary"))
        #expect(form.form["form-token"] == "t")
        #expect(form.files["table"]?.name == "отчёт.csv")
        #expect(form.files["table"].map { String(decoding: $0.bytes, as: UTF8.self) } == "a;b\r\n--b0undar\r\n1;2\r\n")
    }

    @Test(
        "a body that is no form with a file is refused",
        arguments: ["", "--b0undary", "--b0undary\r\n", "--b0undary\r\nX: y\r\n\r\nz\r\n--b0undary--", "x--b0undary--"]
    )
    func noMultipart(text: String) {
        #expect(MultipartForm(Array(text.utf8), contentType: "multipart/form-data; boundary=b0undary") == nil)
        #expect(MultipartForm(Array(text.utf8), contentType: "multipart/form-data") == nil)
    }

    @Test("random bytes in place of a form end in a form or in none, at once")
    func fuzz() {
        var generator = SplitMix64(seed: 20_220_301)
        for _ in 0..<2_000 {
            var body = Self.multipart(["Content-Disposition: form-data; name=\"a\"\r\n\r\nvalue"])
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let place = Int.random(in: body.indices, using: &generator)
                body[place] = UInt8.random(in: 0...255, using: &generator)
            }
            _ = MultipartForm(body, contentType: "multipart/form-data; boundary=b0undary")
            _ = FormData(urlEncoded: body)
        }
    }

    @Test("the language is the best of ours that a browser asks for")
    func languages() {
        let ours = ["en", "ru", "tk"]
        #expect(AcceptedLanguages("tk-TM,ru;q=0.8,en;q=0.5").best(of: ours) == "tk")
        #expect(AcceptedLanguages("de, ru;q=0.3, en;q=0.9").best(of: ours) == "en")
        #expect(AcceptedLanguages("ru;q=0, en").best(of: ours) == "en")
        #expect(AcceptedLanguages("de").best(of: ours) == "en")
        #expect(AcceptedLanguages(nil).best(of: ours) == "en")
        #expect(AcceptedLanguages(String(repeating: "x,", count: 100_000)).best(of: ours) == "en")
    }

    @Test("a throttle lets a burst through, then as many as its rate, and forgets keys before it grows without end")
    func throttle() {
        let throttle = Throttle(burst: 3, seconds: 60, limit: 100)
        for _ in 1...3 { #expect(throttle.tries("a", at: 0) == nil) }
        #expect(throttle.tries("a", at: 0) == 20)
        #expect(throttle.tries("b", at: 0) == nil)
        #expect(throttle.tries("a", at: 20) == nil)
        #expect(throttle.tries("a", at: 21) != nil)
        for number in 0..<1_000 { _ = throttle.tries("k\(number)", at: 22) }
        #expect(throttle.tries("a", at: 22) != nil)
    }
}

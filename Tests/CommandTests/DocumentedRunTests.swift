import Foundation
import Testing

/// What the documentation shows is what comes of doing it.
@Suite("Runs that the documentation shows")
struct DocumentedRunTests {
    /// The code blocks of a kind in a document, without their fences.
    private func blocks(_ kind: String, in document: String) throws -> [String] {
        let text = try String(contentsOf: Program.root.appendingPathComponent(document), encoding: .utf8)
        return text.components(separatedBy: "```\(kind)\n").dropFirst()
            .map { String($0.components(separatedBy: "```")[0]) }
    }

    @Test("results are put beside published ones as docs/rule-packs.md tells it")
    func growth() throws {
        let program = try Program()
        for block in try blocks("yaml", in: "docs/rule-packs.md") {
            guard block.hasPrefix("# growth/"), let end = block.firstIndex(of: "\n") else { continue }
            try program.write(block, to: String(block[..<end].dropFirst(2)))
        }
        let run = try #require(try blocks("console", in: "docs/rule-packs.md").first { $0.contains("growth-rate") })
        let rules = ["--rules", Program.root.appendingPathComponent("rules").path]
        var output = ""
        for line in run.split(separator: "\n") where line.hasPrefix("$ nap ") {
            let result = try program.run(line.dropFirst(6).split(separator: " ").map(String.init) + rules)
            #expect(result.status == 0, "\(line): \(result.errors)")
            output += "\(line)\n" + result.output.replacing("\r\n", with: "\n")
        }
        #expect(output == run, "\(output)")
    }
}

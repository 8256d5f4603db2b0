import Foundation

// Runs files of conformance cases: names every case that fails and what it gave, then counts.

let files = CommandLine.arguments.dropFirst()
guard !files.isEmpty else {
    FileHandle.standardError.write(Data("usage: cel-conformance FILE...\n".utf8))
    exit(2)
}

var passed = 0
var failed = 0
for file in files {
    do {
        let data = try Data(contentsOf: URL(fileURLWithPath: file))
        for (index, json) in try JSONDecoder().decode([JSONValue].self, from: data).enumerated() {
            guard let conformanceCase = ConformanceCase(json) else {
                print("\(file), case \(index + 1): has no id or no expr")
                failed += 1
                continue
            }
            if let failure = conformanceCase.failure() {
                print("\(conformanceCase.id): \(failure)")
                failed += 1
            } else {
                passed += 1
            }
        }
    } catch {
        FileHandle.standardError.write(Data("\(file): \(error)\n".utf8))
        exit(2)
    }
}
print("\(passed) passed, \(failed) failed")
exit(failed == 0 ? 0 : 1)

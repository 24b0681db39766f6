import Diagnostics
import FoundationEssentials
import Journal
import Values

/// A package: what one office tells another, signed, as a text that can be read with the eyes.
///
/// ```
/// sen package 1
/// from: LE-CHAN
/// for: SGD-HP
/// number: 4
/// made: 2025-12-01T08:00:00+07:00
/// period: 2025
/// key: bhX+Rj…=
/// lines: 1
/// define element staff "staff" vi: "nhân sự" type: people over-time: last over-units: sum by-sex: yes
/// record figure staff unit: LE-CHAN period: 2025 total: 40 women: 30
/// signature: 0aRd…==
/// end of package
/// ```
///
/// The signature is over all bytes in front of its line.
struct Package {
    /// The head.
    let head: PackageHead
    /// How the elements are counted at the sender.
    let elements: [ElementLine]
    /// The lines as they stand; a line that cannot be read is refused where it is received, alone.
    let sentences: [String]
    /// The whole text, in the form in which it was made.
    let bytes: [UInt8]

    /// What marks this very text, whatever name its file has.
    var fingerprint: Fingerprint { Fingerprint(of: bytes) }

    /// The version of the form that this program writes and reads.
    static let version = 1
    /// The largest package that is read, in bytes: more than every figure of a province in a year.
    static let largest = 64 << 20
    static let opening = "sen package "
    static let signatureLabel = "signature: "
    static let closing = "end of package\n"

    /// The number of a line in the file: in front of the lines stand the opening, the head and the elements.
    func number(ofLine place: Int) -> Int { 1 + head.text.count + elements.count + place + 1 }

    /// The line of a number in the file of a package, as it stands; `nil` for other files and numbers.
    static func line(_ number: Int, of file: [UInt8], name: String) -> String? {
        guard let lines = try? PackageText(file, name).lines, lines.indices.contains(number - 1) else { return nil }
        return lines[number - 1]
    }

    /// Makes a package and signs it.
    init(_ head: PackageHead, _ elements: [ElementLine], _ lines: [PackageLine], signer: PackageSigner) throws {
        self.head = head
        self.elements = elements
        sentences = lines.map(\.sentence)
        let content = (["\(Package.opening)\(Package.version)"] + head.text + elements.map(\.sentence) + sentences)
            .map { $0 + "\n" }.joined()
        let signature = Data(try signer.sign(Array(content.utf8))).base64EncodedString()
        bytes = Array("\(content)\(Package.signatureLabel)\(signature)\n\(Package.closing)".utf8)
    }

    /// Reads a package and holds its signature against the key that it names; whether that key is to be trusted is
    /// another question.
    init(_ file: [UInt8], name: String) throws {
        guard file.count <= Package.largest else { throw Diagnostic.packageTooLarge(name) }
        let text = try PackageText(file, name)
        let headEnd = text.lines.firstIndex { $0.hasPrefix("lines: ") }
        guard let headEnd, headEnd > 0, let head = PackageHead(text.lines[1...headEnd]),
            head.key.signed(text.signature, over: text.content)
        else { throw Diagnostic.packageDamaged(name) }
        let body = text.lines[(headEnd + 1)...]
        let elements = body.prefix(body.count - min(head.lines, body.count)).map { ElementLine($0) }
        guard elements.count + head.lines == body.count, !elements.contains(nil) else {
            throw Diagnostic.packageDamaged(name)
        }
        self.head = head
        self.elements = elements.compactMap { $0 }
        sentences = Array(body.suffix(head.lines))
        bytes = text.whole
    }
}

/// The text of a package, taken apart before anybody vouches for it.
private struct PackageText {
    /// What is signed.
    let content: [UInt8]
    /// The lines of ``content``, the opening one first.
    let lines: [String]
    /// The signature.
    let signature: [UInt8]
    /// All of it, in the form in which it was made.
    let whole: [UInt8]

    private static let lineEnd = UInt8(ascii: "\n")

    init(_ file: [UInt8], _ name: String) throws {
        let bytes = PackageText.mended(file)
        guard bytes.starts(with: Package.opening.utf8) else { throw Diagnostic.notAPackage(name) }
        var parts = bytes.split(separator: PackageText.lineEnd, omittingEmptySubsequences: false)
        let version = String(decoding: parts[0].dropFirst(Package.opening.utf8.count), as: UTF8.self)
        guard version == String(Package.version) else { throw Diagnostic.packageVersion(name, version) }
        // Blank lines behind the end come from mail programs.
        while let last = parts.last, last.allSatisfy({ $0 == UInt8(ascii: " ") }) { parts.removeLast() }
        guard let closing = parts.popLast(), closing.elementsEqual(Package.closing.utf8.dropLast()) else {
            throw Diagnostic.packageCutOff(name)
        }
        guard let signed = parts.popLast(), signed.starts(with: Package.signatureLabel.utf8),
            let signature = PackageText.signature(signed.dropFirst(Package.signatureLabel.utf8.count))
        else { throw Diagnostic.packageDamaged(name) }
        content = Array(bytes[..<signed.startIndex])
        lines = parts.map { String(decoding: $0, as: UTF8.self) }
        self.signature = signature
        whole = content + signed + [PackageText.lineEnd] + Array(Package.closing.utf8)
    }

    /// The bytes of a signature in its only form.
    private static func signature(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let text = String(decoding: text, as: UTF8.self)
        guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else { return nil }
        return [UInt8](data)
    }

    /// The bytes as they were made: without the mark and the ends of lines that mail programs and editors put in.
    /// The signature tells whether anything else was changed.
    private static func mended(_ file: [UInt8]) -> [UInt8] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = file.starts(with: mark) ? file[mark.count...] : file[...]
        guard bytes.contains(UInt8(ascii: "\r")) else { return Array(bytes) }
        return bytes.split(separator: lineEnd, omittingEmptySubsequences: false)
            .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }.joined(separator: [lineEnd]).map { $0 }
    }
}

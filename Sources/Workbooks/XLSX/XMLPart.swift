import CXml2
import Diagnostics
import Values

/// What a part of a workbook is read by: it is told of each element and text in order.
protocol XMLListener: AnyObject {
    /// An element begins.
    func start(_ name: XMLName, _ attributes: XMLAttributes)
    /// An element ends.
    func end(_ name: XMLName)
    /// Letters between elements, in any number of pieces.
    func text(_ bytes: UnsafeRawBufferPointer)
    /// Whether enough has been read.
    var isDone: Bool { get }
}

/// The local name of an element or attribute; it lasts as long as the call it is given to.
struct XMLName {
    fileprivate let pointer: UnsafePointer<CChar>

    static func == (name: XMLName, other: StaticString) -> Bool {
        other.withUTF8Buffer { buffer in
            for (place, byte) in buffer.enumerated() where UInt8(bitPattern: name.pointer[place]) != byte {
                return false
            }
            return name.pointer[buffer.count] == 0
        }
    }
}

/// The attributes of an element; they last as long as the call they are given to.
struct XMLAttributes {
    fileprivate let list: UnsafeBufferPointer<cxml_attribute>

    /// The bytes of an attribute's value, or `nil` when the element has none of that name.
    func bytes(_ name: StaticString) -> UnsafeRawBufferPointer? {
        for attribute in list {
            guard let label = attribute.name, XMLName(pointer: label) == name else { continue }
            return UnsafeRawBufferPointer(start: attribute.value, count: attribute.length)
        }
        return nil
    }

    /// The value of an attribute, or `nil`.
    subscript(name: StaticString) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

    /// The value of an attribute as a whole number, or `nil`.
    func integer(_ name: StaticString) -> Int? { self[name].flatMap { Int($0) } }

    /// Whether an attribute says yes: `1` or `true`.
    func isYes(_ name: StaticString) -> Bool { ["1", "true"].contains(self[name]) }
}

extension Archive {
    /// Reads a part as XML; `false` when there is no such part. Document types are refused: they carry bombs.
    @discardableResult
    func parse(_ part: String, _ file: String, _ listener: any XMLListener) throws -> Bool {
        guard cxml_load() != 0 else { throw Diagnostic.noArchiveLibrary }
        let box = ListenerBox(listener)
        let events = cxml_events(
            context: Unmanaged.passUnretained(box).toOpaque(),
            start: { context, name, attributes, count in
                guard let context, let name else { return }
                let list = UnsafeBufferPointer(start: attributes, count: count)
                ListenerBox.at(context).start(XMLName(pointer: name), XMLAttributes(list: list))
            },
            end: { context, name in
                guard let context, let name else { return }
                ListenerBox.at(context).end(XMLName(pointer: name))
            },
            text: { context, bytes, length in
                guard let context else { return }
                ListenerBox.at(context).text(UnsafeRawBufferPointer(start: bytes, count: length))
            })
        guard let reader = cxml_open(events) else { throw Diagnostic.notAWorkbook(file) }
        defer { cxml_close(reader) }
        func check(_ outcome: Int32) throws {
            if Int(outcome) == CXML_DOCTYPE {
                throw Diagnostic.workbookHostile(file, Text("it declares a document type", vi: "tệp khai báo DTD"))
            }
            guard Int(outcome) == CXML_OK else { throw Diagnostic.notAWorkbook(file) }
        }
        return try withExtendedLifetime(box) {
            let found = try read(part) { piece in
                try check(
                    cxml_feed(
                        reader, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count), 0))
                return !listener.isDone
            }
            if found, !listener.isDone { try check(cxml_feed(reader, nil, 0, 1)) }
            return found
        }
    }
}

/// Carries a listener through C.
private final class ListenerBox {
    let listener: any XMLListener

    init(_ listener: any XMLListener) { self.listener = listener }

    static func at(_ context: UnsafeMutableRawPointer) -> any XMLListener {
        Unmanaged<ListenerBox>.fromOpaque(context).takeUnretainedValue().listener
    }
}

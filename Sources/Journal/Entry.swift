public import Values

/// One entry of the journal: a sentence that changed something, with who said it, when and from where.
public struct Entry: Sendable, Hashable {
    /// Its number, from 1, without gaps.
    public let number: Int
    /// When it was said; never before the entry in front of it.
    public let at: Instant
    /// Who said it.
    public let actor: String
    /// Where it came from: the prompt, a script with its line, an import.
    public let origin: String
    /// The sentence in its canonical form.
    public let sentence: String
    /// The files that belong to it, in the order of their names.
    public let attachments: [AttachedFile]
    /// The fingerprint of the entry in front of it.
    public let previous: Fingerprint
    /// The fingerprint of all of the above.
    public let fingerprint: Fingerprint

    /// A sentence that is about to be written down.
    public struct Draft: Sendable, Hashable {
        /// When it is said.
        public var at: Instant
        /// Who says it.
        public var actor: String
        /// Where it comes from.
        public var origin: String
        /// The sentence in its canonical form.
        public var sentence: String
        /// The files that belong to it; each name once.
        public var attachments: [Attachment]

        /// Gathers what an entry holds.
        public init(
            at: Instant, actor: String, origin: String, sentence: String, attachments: [Attachment] = []
        ) {
            self.at = at
            self.actor = actor
            self.origin = origin
            self.sentence = sentence
            self.attachments = attachments
        }
    }
}

extension Entry {
    /// A file that is kept with an entry, whole.
    public struct Attachment: Sendable, Hashable {
        /// The name of the file.
        public let name: String
        /// Its content.
        public let bytes: [UInt8]
        private let packing: Packing

        /// Pairs a name with a content.
        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
            packing = Packing(bytes)
        }

        /// The content as the journal keeps it.
        var kept: KeptFile { packing.file }

        /// Begins in a second thread what takes long before a large file can be kept.
        public func prepare() -> SecondThread? { packing.begin() }

        /// Compares the names and the contents.
        public static func == (left: Attachment, right: Attachment) -> Bool {
            left.name == right.name && left.bytes == right.bytes
        }

        /// Feeds the name and the content.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(name)
            hasher.combine(bytes)
        }
    }
}

/// The name and the fingerprint of a file that is kept with an entry.
public struct AttachedFile: Sendable, Hashable {
    /// The name of the file.
    public let name: String
    /// The fingerprint of its content.
    public let fingerprint: Fingerprint
}

// All the unsafe code of self-registration. A pack puts one record into the linker section `sen_packs`; the linker
// gives the section's bounds, and this walk takes every pack out of it. Written once, read once at startup.
import CPackRecords

/// What a pack puts into the linker section `sen_packs`: the record's version, and a function that makes the pack.
///
/// ```swift
/// @section("sen_packs") @used
/// let registration: PackRecord = (1, { PackBox.record(budgetPack) })
/// ```
public typealias PackRecord = (UInt32, @convention(c) () -> UnsafeRawPointer)

/// Carries a pack through a C function.
public final class PackBox {
    let pack: CommandPack

    private init(_ pack: CommandPack) {
        self.pack = pack
    }

    /// Boxes a pack for its record.
    public static func record(_ pack: CommandPack) -> UnsafeRawPointer {
        UnsafeRawPointer(Unmanaged.passRetained(PackBox(pack)).toOpaque())
    }
}

/// Every pack that is linked into the program, by name.
public func linkedPacks() -> [CommandPack] {
    guard var record = sen_packs_first(), let end = sen_packs_end() else { return [] }
    var packs: [CommandPack] = []
    while record < end {
        if record.pointee.version == 1, let box = record.pointee.make() {
            packs.append(Unmanaged<PackBox>.fromOpaque(box).takeRetainedValue().pack)
        }
        record += 1
    }
    return packs.sorted { $0.name < $1.name }
}

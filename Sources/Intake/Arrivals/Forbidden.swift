package import Files

/// Something in an inbox folder that rights keep from us: it stays there until whoever dropped it mends that.
package struct Forbidden: Hashable, Sendable {
    package let channel: Channel
    package let name: FileName
}

extension Folder {
    /// Whether we may read all of what a name stands for, and take it away; also where nothing has that name.
    ///
    /// Asked before a claim, since what was claimed cannot be mended by its sender any more.
    package func mayTake(_ name: FileName) throws(FileError) -> Bool {
        do throws(FileError) {
            let kind = try status(of: name)?.kind
            guard kind == .folder else { return try mayRead(name, kind) }
            let inner = try folder(name)
            // A folder that moves to another one is written to.
            guard inner.mayBeWritten else { return false }
            for member in try inner.entries(most: Folder.mostMembers) ?? [] {
                guard try inner.mayRead(member, inner.status(of: member)?.kind) else { return false }
            }
            return true
        } catch  where error.isForbidden {
            return false
        } catch  where error.isNotFound || error.isNotFolder {
            return true
        }
    }

    /// What is no plain file is read only to be told as such.
    private func mayRead(_ name: FileName, _ kind: FileStatus.Kind?) throws(FileError) -> Bool {
        guard kind == .regular else { return true }
        do throws(FileError) {
            _ = try open(name)
            return true
        } catch  where error.isForbidden {
            return false
        } catch  where error.isNotFound || error.isNotRegular {
            return true
        }
    }
}

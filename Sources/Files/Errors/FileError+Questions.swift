private import Glibc

extension FileError {
    /// Nothing has that name, or a folder on the way to it is gone.
    package var isNotFound: Bool { number == ENOENT }

    /// Something has that name already.
    package var isExists: Bool { number == EEXIST }

    /// The disk or the quota is full, of bytes or of files.
    package var isNoSpace: Bool { number == ENOSPC || number == EDQUOT }

    /// The machine has no process, thread, memory or descriptor left for it at the moment.
    package var isShortage: Bool { [EAGAIN, ENOMEM, EMFILE, ENFILE].contains { $0 == number } }

    /// Not a regular file: a symbolic link, folder, FIFO, device or socket stands there.
    package var isNotRegular: Bool {
        if case .notRegular = reason { return true }
        // What O_NOFOLLOW says of a symbolic link, and open of a socket and of a device without a driver.
        return number == ELOOP || number == ENXIO || number == ENODEV
    }

    /// Not a folder; a symbolic link to one is none either.
    package var isNotFolder: Bool {
        if case .notFolder = reason { return true }
        return number == ENOTDIR || number == ELOOP
    }

    /// More bytes than the caller would take.
    package var isTooLarge: Bool {
        if case .tooLarge = reason { return true }
        return false
    }

    /// The file became shorter while it was read: its writer is not done with it.
    package var isShortened: Bool {
        if case .shortened = reason { return true }
        return false
    }

    /// A sync failed, now or earlier: what was written may be lost, and must be made again from its source.
    package var isUnsynced: Bool {
        switch reason {
        case .syncFailed, .unsynced: true
        default: false
        }
    }

    /// We may not; the owner or mode of the file, or a read-only mount, forbids it.
    package var isForbidden: Bool { number == EACCES || number == EPERM || number == EROFS }

    /// It is another user's, and its mode keeps us out.
    package var isClosedToUs: Bool { number == EACCES }

    /// The other name lies on another file system.
    package var isCrossDevice: Bool { number == EXDEV }

    /// Nobody reads what is written any more.
    package var isReaderGone: Bool { number == EPIPE }

    package var isNameTooLong: Bool { number == ENAMETOOLONG }

    /// The disk is broken or gone: an incident rather than a full or forbidden place.
    package var isBroken: Bool { [EIO, ESTALE, ENODEV, ENOTCONN, ETIMEDOUT, EHOSTDOWN].contains { $0 == number } }
}

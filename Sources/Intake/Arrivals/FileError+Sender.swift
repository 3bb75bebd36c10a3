package import Files

extension FileError {
    /// What a sender put into his package, took out of it again or keeps from us is at fault, not our disk.
    package var isSendersFault: Bool {
        isNotRegular || isTooLarge || isShortened || isNotFound || isNotFolder || isNameTooLong || isForbidden
    }
}

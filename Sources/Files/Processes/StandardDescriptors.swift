private import CLinux

/// Standard input, output and errors: descriptors 0, 1 and 2.
package enum StandardDescriptors {
    /// Opens `/dev/null` for whichever of them is closed, before anything else is opened.
    ///
    /// Else the first file that the program opens would get that number, and what is printed would be written into it.
    package static func fill() throws(FileError) {
        guard linux_fill_standard_descriptors() == 0 else {
            throw FileError("Opening", "/dev/null", .system(SystemError.last.number))
        }
    }
}

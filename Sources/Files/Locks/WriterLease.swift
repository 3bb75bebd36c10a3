/// Whether somebody still writes to a file, as the kernel knows it.
package enum WriterLease {
    /// Asks for a lease on the file, which is given only where nobody has it open for writing, and gives it back at once.
    ///
    /// Nil where the file system has no leases, as network ones, and where the file is not ours. Says nothing of writers on
    /// other machines, nor of who may open it in a moment; once a file has been renamed to where nobody else looks, who has it
    /// open is all who ever will.
    package static func hasWriter(_ file: ReadableFile) -> Bool? { file.calls.hasWriter(file.descriptor.number) }
}

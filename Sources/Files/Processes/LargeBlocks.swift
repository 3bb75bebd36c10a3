private import CLinux

/// Memory of a megabyte and more: large forms and what is inside them.
package enum LargeBlocks {
    /// Has each given back to the system as soon as it is freed, rather than kept for a next one that may never come.
    package static func giveBack() { linux_free_large_blocks() }
}

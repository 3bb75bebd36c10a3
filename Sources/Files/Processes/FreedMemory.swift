private import CLinux

/// Memory that was freed.
package enum FreedMemory {
    /// Has it given back to the system, rather than kept for a next use that may never come: blocks of a megabyte and more, such as
    /// large forms, at once, and what threads need in few places that they share.
    package static func giveBack() { linux_give_memory_back() }

    /// Gives back what is kept all the same, after work that needed much and is over.
    package static func trim() { linux_trim_memory() }
}

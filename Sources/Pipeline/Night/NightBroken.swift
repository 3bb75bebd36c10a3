/// The night's work was broken off since the daemon is to end; nothing of what it was at is entered, and the next start does it.
struct NightBroken: Error {}

import Files
import Foundation
import Testing

@Suite("What the machine has too little of for a moment")
struct ShortageTests {
    @Test("Is waited for, once for each pause", arguments: [EAGAIN, ENOMEM, EMFILE, ENFILE])
    func overcome(number: Int32) throws {
        var tries = 0
        let value = try Shortage.overcome(pausing: [1, 1, 1]) { () throws(FileError) in
            tries += 1
            if tries < 4 { throw FileError("Starting", "x", .system(number)) }
            return tries
        }
        #expect(value == 4)
    }

    @Test("Is thrown where it lasts")
    func lasting() {
        var tries = 0
        let error = #expect(throws: FileError.self) {
            try Shortage.overcome(pausing: [1, 1]) { () throws(FileError) in
                tries += 1
                throw FileError("Starting", "x", .system(EAGAIN))
            }
        }
        #expect(tries == 3 && error?.isShortage == true)
    }

    @Test("Anything else is thrown at once")
    func other() {
        var tries = 0
        #expect(throws: FileError.self) {
            try Shortage.overcome(pausing: [1]) { () throws(FileError) in
                tries += 1
                throw FileError("Starting", "x", .system(ENOENT))
            }
        }
        #expect(tries == 1)
    }
}

import Files
import Testing

@Suite("What does not last yet") struct UnsyncedTests {
    @Test("Each thing is synced once, and folders that a name left after those that have it now") func order() throws {
        let place = try TemporaryFolder()
        let (inbox, claim) = (
            try place.folder.folder("inbox", create: true), try place.folder.folder("claim", create: true)
        )
        let unsynced = Unsynced()
        unsynced.insert(left: inbox)
        unsynced.insert(claim)
        unsynced.insert(claim)
        let groups = unsynced.take()
        #expect(groups.map(\.count) == [1, 1])
        #expect(groups.first?.first === claim)
        #expect(groups.last?.first === inbox)
        #expect(unsynced.take().isEmpty)
    }

    @Test("A folder that both got and lost a name is synced with the first") func both() throws {
        let place = try TemporaryFolder()
        let unsynced = Unsynced()
        unsynced.insert(left: place.folder)
        unsynced.insert(place.folder)
        #expect(unsynced.take().map(\.count) == [1])
    }

    @Test("A file that was written lasts once it was synced") func file() throws {
        let place = try TemporaryFolder()
        let unsynced = Unsynced()
        var file = try place.folder.create("a")
        try file.write([1, 2, 3])
        try unsynced.insert(file: file.finish())
        try unsynced.sync()
        #expect(try place.folder.readAll("a", limit: 10) == [1, 2, 3])
    }
}

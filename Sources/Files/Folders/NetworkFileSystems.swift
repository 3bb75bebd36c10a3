/// File systems on which others write without this machine's kernel seeing it, so that nothing can be watched there.
enum NetworkFileSystems {
    /// The magic numbers, of `statfs(2)` and the kernel's `magic.h`.
    static let types: Set<UInt32> = [
        0x6969,  // NFS
        0xFF53_4D42, 0xFE53_4D42, 0x517B,  // CIFS, SMB2, SMB
        0x6573_5546,  // FUSE: sshfs and cloud drives; a local one is polled for nothing worse than a little work
        0x0102_1997,  // 9P
        0x00C3_6400,  // Ceph
        0x0BD0_0BD0,  // Lustre
        0x0116_1970, 0x7461_636F,  // GFS2, OCFS2
        0x5346_414F, 0x6B41_4653,  // AFS, by its two clients
        0x7375_7245,  // Coda
        0x786F_4256,  // VirtualBox shared folders
        0x4750_4653,  // GPFS
    ]
}

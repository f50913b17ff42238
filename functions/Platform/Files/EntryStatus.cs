using System.Runtime.InteropServices;

namespace Sluice.Platform.Files;

/// <summary>What .NET does not tell of a file, folder or link: whose it is. A link is not followed.</summary>
/// <param name="Owner">The user's id.</param>
/// <param name="Mode">The type and the rights, as stat(2) has them.</param>
public sealed record EntryStatus(uint Owner, uint Mode)
{
    /// <summary>The id of the user who may do anything.</summary>
    public const uint Root = 0;
    private const uint TypeMask = 0xF000;
    private const uint Pipe = 0x1000;
    private const uint CharacterDevice = 0x2000;
    private const uint Folder = 0x4000;
    private const uint BlockDevice = 0x6000;
    private const uint Link = 0xA000;
    private const uint Socket = 0xC000;
    private const uint Permissions = 0x1FF;

    /// <summary>The user as whom this process acts.</summary>
    public static uint Me => EffectiveUser();

    /// <summary>Whether it is a symbolic link.</summary>
    public bool IsLink => (Mode & TypeMask) == Link;

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => (Mode & TypeMask) == Folder;

    /// <summary>What a special file is, which may wait for ever, never end or do something when it is opened; null for files, folders and links.</summary>
    public string? Special => (Mode & TypeMask) switch
    {
        Pipe => "a named pipe",
        Socket => "a socket",
        CharacterDevice or BlockDevice => "a device",
        _ => null,
    };

    /// <summary>Who may read, write and execute it.</summary>
    public UnixFileMode Rights => (UnixFileMode)(Mode & Permissions);

    /// <summary>Null if there is nothing of that name, or it cannot be looked at.</summary>
    public static EntryStatus? Of(string path) => OperatingSystem.IsMacOS() ? OnMac(path) : OnLinux(path);

    /// <summary>statx(2), whose answer has one layout on all processors.</summary>
    private static EntryStatus? OnLinux(string path)
    {
        const int currentFolder = -100, noFollow = 0x100, typeModeAndOwner = 0b1011;
        Span<byte> answer = stackalloc byte[256];
        return Statx(currentFolder, path, noFollow, typeModeAndOwner, ref MemoryMarshal.GetReference(answer)) == 0
            ? new EntryStatus(MemoryMarshal.Read<uint>(answer[20..]), MemoryMarshal.Read<ushort>(answer[28..]))
            : null;
    }

    /// <summary>lstat(2) with inodes of 64 bits.</summary>
    private static EntryStatus? OnMac(string path)
    {
        Span<byte> answer = stackalloc byte[256];
        ref var first = ref MemoryMarshal.GetReference(answer);
        var failed = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? LstatOnIntel(path, ref first) : Lstat(path, ref first);
        return failed == 0 ? new EntryStatus(MemoryMarshal.Read<uint>(answer[16..]), MemoryMarshal.Read<ushort>(answer[4..])) : null;
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, ref byte answer);

    [DllImport("libc", EntryPoint = "lstat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Lstat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, ref byte answer);

    [DllImport("libc", EntryPoint = "lstat$INODE64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LstatOnIntel([MarshalAs(UnmanagedType.LPUTF8Str)] string path, ref byte answer);
}

using System.Runtime.InteropServices;
using System.Text;

namespace Sluice.BuildRunner.Artifacts;

/// <summary>
/// Names of files as they are. To Linux a name is bytes, to .NET text: a byte that is no UTF-8 becomes U+FFFD, and the file cannot be reached by that name. Here they are told so that a person can
/// find them, with such bytes as <c>\xe9</c>.
/// </summary>
internal static class RawNames
{
    // struct dirent of 64-bit Linux, the same for glibc and musl: inode, offset, length of the record, type, name.
    private const int NameOffset = 19;

    /// <param name="folder">Its full path.</param>
    /// <param name="name">As .NET gives it.</param>
    /// <returns>All names in this folder that .NET gives so; the name itself where they cannot be looked at.</returns>
    public static IReadOnlyList<string> Of(string folder, string name)
    {
        var found = OperatingSystem.IsLinux() && Environment.Is64BitProcess ? All(folder).Where(raw => Encoding.UTF8.GetString(raw) == name).Select(raw => Shown(raw)).ToList() : [];
        return found.Count > 0 ? found : [name];
    }

    /// <summary>Text, with each byte that is none as <c>\xNN</c>.</summary>
    public static string Shown(ReadOnlySpan<byte> raw)
    {
        var shown = new StringBuilder();
        while (raw.Length > 0)
        {
            var isText = Rune.DecodeFromUtf8(raw, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            shown.Append(isText ? rune.ToString() : $"\\x{raw[0]:x2}");
            raw = raw[(isText ? length : 1)..];
        }

        return shown.ToString();
    }

    private static List<byte[]> All(string folder)
    {
        var names = new List<byte[]>();
        var stream = OpenFolder(folder);
        if (stream == IntPtr.Zero)
        {
            return names;
        }

        for (var entry = ReadFolder(stream); entry != IntPtr.Zero; entry = ReadFolder(stream))
        {
            names.Add(Bytes(entry + NameOffset));
        }

        _ = CloseFolder(stream);
        return names;
    }

    private static byte[] Bytes(IntPtr text)
    {
        var length = 0;
        while (Marshal.ReadByte(text, length) != 0)
        {
            length++;
        }

        var bytes = new byte[length];
        Marshal.Copy(text, bytes, 0, length);
        return bytes;
    }

    [DllImport("libc", EntryPoint = "opendir")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr OpenFolder([MarshalAs(UnmanagedType.LPUTF8Str)] string path);

    [DllImport("libc", EntryPoint = "readdir")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr ReadFolder(IntPtr stream);

    [DllImport("libc", EntryPoint = "closedir")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int CloseFolder(IntPtr stream);
}

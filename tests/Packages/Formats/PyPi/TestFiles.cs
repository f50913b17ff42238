using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Sluice.Packages.Tests.Formats.PyPi;

/// <summary>Wheels and sources, made as a test wants them.</summary>
internal static class TestFiles
{
    public static string Metadata(string name, string version, string more = "", string description = "# Read me\n") =>
        $"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nSummary: What it does\n{more}\n{description}";

    /// <summary>A wheel that pip installs: a module of its own name.</summary>
    public static byte[] Wheel(string name, string version, string more = "", string module = "value = 1\n")
    {
        var (folder, file) = ($"{name}-{version}.dist-info", name.Replace('-', '_'));
        return Zip(
            ($"{file}.py", module),
            ($"{folder}/METADATA", Metadata(name, version, more)),
            ($"{folder}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
            ($"{folder}/RECORD", $"{file}.py,,\n{folder}/METADATA,,\n{folder}/WHEEL,,\n{folder}/RECORD,,\n"));
    }

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Source(string name, string version, string more = "") => Tar(($"{name}-{version}/PKG-INFO", Metadata(name, version, more)), ($"{name}-{version}/setup.py", "from setuptools import setup\nsetup()\n"));

    public static byte[] Tar(params (string Name, string Content)[] entries) => Tar(TarEntryFormat.Pax, [.. entries.Select(entry => (entry.Name, TarEntryType.RegularFile, entry.Content))]);

    public static byte[] Tar(TarEntryFormat format, params (string Name, TarEntryType Type, string Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionMode.Compress, leaveOpen: true))
        using (var tar = new TarWriter(packed, format, leaveOpen: true))
        {
            foreach (var (name, type, content) in entries)
            {
                TarEntry entry = format switch
                {
                    TarEntryFormat.Gnu => new GnuTarEntry(type, name),
                    TarEntryFormat.Ustar => new UstarTarEntry(type, name),
                    _ => new PaxTarEntry(type, name),
                };
                if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
                {
                    entry.LinkName = content;
                }
                else if (type is TarEntryType.RegularFile)
                {
                    entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content));
                }

                tar.WriteEntry(entry);
            }
        }

        return bytes.ToArray();
    }
}

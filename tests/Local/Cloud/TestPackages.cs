using System.IO.Compression;

namespace Sluice.Local.Tests.Cloud;

/// <summary>Makes function packages.</summary>
internal static class TestPackages
{
    public const int File = 0x8000;
    public const int Link = 0xA000;

    /// <summary>The test function as a .NET executable assembly.</summary>
    public static byte[] Dotnet(string mark = "") => Zip(archive => AddTestFunction(archive, mark));

    /// <summary>The same, so large.</summary>
    public static byte[] Dotnet(int mebibytes) => Zip(archive =>
    {
        AddTestFunction(archive, "");
        using var target = archive.CreateEntry("data.bin", CompressionLevel.NoCompression).Open();
        target.Write(new byte[mebibytes * 1024 * 1024]);
    });

    /// <summary>The test function behind a <c>bootstrap</c>.</summary>
    public static byte[] Bootstrap() => Zip(archive =>
    {
        AddTestFunction(archive, "");
        Add(archive, "bootstrap", "#!/bin/sh\nexec dotnet Sluice.TestFunction.dll\n", File | 0x1ED);
    });

    public static byte[] Zip(Action<ZipArchive> fill)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(archive);
        }

        return content.ToArray();
    }

    public static void Add(ZipArchive archive, string name, string text = "", int mode = 0)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        entry.ExternalAttributes = mode << 16;
        using var writer = new StreamWriter(entry.Open());
        writer.Write(text);
    }

    private static void AddTestFunction(ZipArchive archive, string mark)
    {
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "TestFunction")).Order(StringComparer.Ordinal))
        {
            var entry = archive.CreateEntry(Path.GetFileName(path));
            entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var target = entry.Open();
            target.Write(System.IO.File.ReadAllBytes(path));
        }

        Add(archive, "mark.txt", mark);
    }
}

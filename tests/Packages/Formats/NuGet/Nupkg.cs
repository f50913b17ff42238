using System.IO.Compression;
using System.Text;

namespace Sluice.Packages.Tests.Formats.NuGet;

/// <summary>A package as a test wants it.</summary>
internal sealed record Nupkg(string Id = "Org.Tools", string Version = "1.2.3")
{
    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>More of the nuspec's metadata.</summary>
    public string More { get; init; } = "";

    /// <summary>Other files, by their names.</summary>
    public IReadOnlyList<(string Name, string Content)> Files { get; init; } = [("lib/netstandard2.0/_._", "")];

    /// <summary>The whole nuspec, if it is to be another one.</summary>
    public string? Nuspec { get; init; }

    public string NuspecText => Nuspec ?? $"""
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>{Id}</id>
            <version>{Version}</version>
            <authors>Ann, Ben</authors>
            <description>Tools for everyone.</description>
            {More}
          </metadata>
        </package>
        """;

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, $"{Id}.nuspec", NuspecText);
            foreach (var (name, content) in Files)
            {
                Add(zip, name, content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The package of its symbols.</summary>
    public byte[] Symbols() => (this with { More = """<packageTypes><packageType name="SymbolsPackage" /></packageTypes>""", Files = [("lib/netstandard2.0/tools.pdb", "symbols")] }).Bytes();

    /// <summary>As a client sends it.</summary>
    public static byte[] Form(byte[] package, string boundary = "b0undary") =>
    [
        .. Encoding.ASCII.GetBytes($"--{boundary}\r\nContent-Type: application/octet-stream\r\nContent-Disposition: form-data; name=package; filename=package.nupkg\r\n\r\n"),
        .. package,
        .. Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"),
    ];

    private static void Add(ZipArchive zip, string name, string content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}

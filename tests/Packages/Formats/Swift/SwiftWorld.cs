using System.IO.Compression;
using System.Text;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Formats.Swift;

/// <summary>Releases as Swift's package manager publishes them.</summary>
internal static class SwiftWorld
{
    public const string Registry = "/artifacts/org/swift/main";
    public const string Manifest = "// swift-tools-version:5.9\nimport PackageDescription\nlet package = Package(name: \"LinkedList\")\n";

    public static async Task<PackageWorld> NewAsync()
    {
        var world = new PackageWorld();
        await world.RepositoryAsync();
        (await world.AskAsync("POST", $"{Registry}/login")).Status.ShouldBe(200);
        return world;
    }

    /// <summary>A zip of these files.</summary>
    public static byte[] Zip(params IEnumerable<(string Name, string Content)> files)
    {
        using var all = new MemoryStream();
        using (var zip = new ZipArchive(all, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return all.ToArray();
    }

    public static byte[] Package(string more = "") => Zip(("LinkedList/Package.swift", Manifest), ("LinkedList/Sources/LinkedList/List.swift", $"struct List {{}} // {more}\n"));

    /// <summary>A form of these parts.</summary>
    public static byte[] Form(params IEnumerable<(string Name, byte[] Content, string? Encoding)> parts)
    {
        using var all = new MemoryStream();
        foreach (var (name, content, encoding) in parts)
        {
            all.Write(Encoding.UTF8.GetBytes($"--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n{(encoding is null ? "" : $"Content-Transfer-Encoding: {encoding}\r\n")}\r\n"));
            all.Write(content);
            all.Write("\r\n"u8);
        }

        all.Write("--x--\r\n"u8);
        return all.ToArray();
    }

    public static Task<ApiResponse> PublishAsync(this PackageWorld world, string release, byte[] archive, string? metadata = null) =>
        world.PutAsync(release, Form([("source-archive", archive, "binary"), .. metadata is null ? [] : new[] { ("metadata", Encoding.UTF8.GetBytes(metadata), (string?)"quoted-printable") }]));

    public static Task<ApiResponse> PutAsync(this PackageWorld world, string release, byte[] form, params IEnumerable<(string Name, string Value)> headers) =>
        world.AskAsync("PUT", $"{Registry}/{release}", form, [("Content-Type", "multipart/form-data;boundary=\"x\""), ("Accept", "application/vnd.swift.registry.v1+json"), .. headers]);

    public static string? Header(ApiResponse answer, string name) => answer.Headers.FirstOrDefault(header => header.Key == name).Value;

    public static async Task RefusedAsync(this Task<ApiResponse> asked, int status, string detail)
    {
        var answer = await asked;
        var problem = await PackageWorld.JsonAsync(answer);
        ((string)problem["detail"]!).ShouldContain(detail);
        (answer.Status, (int)problem["status"]!, Header(answer, "Content-Type"), Header(answer, "Content-Version")).ShouldBe((status, status, "application/problem+json", "1"));
    }
}

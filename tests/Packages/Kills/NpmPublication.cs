using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Sluice.Packages.Tests.Kills;

internal sealed class NpmPublication : IPublication
{
    private const string Package = "/artifacts/org/npm/main/left";
    private static readonly byte[] _tarball = Packed();

    /// <summary>What npm sends to publish <c>left</c> 1.0.0.</summary>
    public static byte[] Document() => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["name"] = "left",
        ["readme"] = "# left",
        ["dist-tags"] = new JsonObject { ["latest"] = "1.0.0" },
        ["versions"] = new JsonObject { ["1.0.0"] = new JsonObject { ["name"] = "left", ["version"] = "1.0.0" } },
        ["_attachments"] = new JsonObject { ["left-1.0.0.tgz"] = new JsonObject { ["data"] = Convert.ToBase64String(_tarball) } },
    }.ToJsonString());

    public async Task<int> PublishAsync(PackageWorld world) => (await world.AskAsync("PUT", Package, Document())).Status;

    public async Task<bool> IsSeenAsync(PackageWorld world) => (await world.AskAsync("GET", Package)).Status != 404;

    public async Task WholeAsync(PackageWorld world)
    {
        var document = await PackageWorld.JsonAsync(await world.AskAsync("GET", Package));
        ((string)document["dist-tags"]!["latest"]!).ShouldBe("1.0.0");
        ((string)document["readme"]!).ShouldBe("# left");
        (await PackageWorld.BodyAsync(await world.AskAsync("GET", $"{Package}/-/left-1.0.0.tgz"))).ShouldBe(_tarball);
    }

    private static byte[] Packed()
    {
        using var all = new MemoryStream();
        using (var gzip = new GZipStream(all, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "package/package.json") { DataStream = new MemoryStream("""{"name":"left","version":"1.0.0"}"""u8.ToArray()) });
        }

        return all.ToArray();
    }
}

using System.Globalization;
using System.Security.Cryptography;
using Sluice.Packages.Tests.Formats.PyPi;

namespace Sluice.Packages.Tests.Kills;

internal sealed class PyPiPublication : IPublication
{
    private const string Here = "/artifacts/org/pypi/main/";
    private const string Name = "demo_app-1.0-py3-none-any.whl";
    private static readonly byte[] _wheel = TestFiles.Wheel("demo_app", "1.0");

    public async Task<int> PublishAsync(PackageWorld world)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in new[] { (":action", "file_upload"), ("protocol_version", "1"), ("name", "demo_app"), ("version", "1.0"), ("filetype", "bdist_wheel"), ("sha256_digest", Convert.ToHexStringLower(SHA256.HashData(_wheel))) })
        {
            form.Add(new StringContent(value), string.Create(CultureInfo.InvariantCulture, $"\"{field}\""));
        }

        form.Add(new ByteArrayContent(_wheel), "\"content\"", $"\"{Name}\"");
        return (await world.AskAsync("POST", Here, await form.ReadAsByteArrayAsync(), ("Content-Type", form.Headers.ContentType!.ToString()))).Status;
    }

    public async Task<bool> IsSeenAsync(PackageWorld world) => (await world.AskAsync("GET", $"{Here}simple/demo-app/")).Status != 404;

    public async Task WholeAsync(PackageWorld world)
    {
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{Here}simple/demo-app/"))).ShouldContain(Name);
        var page = await PackageWorld.JsonAsync(await world.AskAsync("GET", $"{Here}simple/demo-app/", null, ("Accept", "application/vnd.pypi.simple.v1+json")));
        var address = (string)page["files"]![0]!["url"]!;
        (await PackageWorld.BodyAsync(await world.AskAsync("GET", new Uri(new Uri($"http://127.0.0.1{Here}simple/demo-app/"), address).AbsolutePath))).ShouldBe(_wheel);
    }
}

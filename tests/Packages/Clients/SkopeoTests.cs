using System.Diagnostics;
using Sluice.Packages.Tests.Images;
using static Sluice.Packages.Tests.Images.ImageWorld;

namespace Sluice.Packages.Tests.Clients;

/// <summary>skopeo itself: what it copies there and back is the same, to the byte.</summary>
public sealed class SkopeoTests
{
    [Fact]
    public async Task An_index_with_all_of_its_images_is_copied_out_and_in_again()
    {
        using var world = await NewAsync();
        await using var server = await RegistryServer.StartAsync(world);
        var digest = await PushIndexAsync(world);
        using var folder = new TemporaryFolder();
        var (at, token) = ($"docker://{new Uri(server.Address).Authority}/org/main", await world.TokenAsync());

        await SkopeoAsync("copy", "--all", "--preserve-digests", "--src-tls-verify=false", "--src-creds", $"aws:{token}", $"{at}/team/app:all", $"dir:{folder.Path}/out");
        await SkopeoAsync("copy", "--all", "--preserve-digests", "--dest-tls-verify=false", "--dest-creds", $"aws:{token}", $"dir:{folder.Path}/out", $"{at}/team/again:all");

        (await world.AskAsync("GET", "/v2/org/main/team/again/manifests/all")).Header("Docker-Content-Digest").ShouldBe(digest);
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"/v2/org/main/team/again/blobs/{Digest(Bytes("one"))}"))).ShouldBe("one");
        (await SkopeoAsync("inspect", "--raw", "--tls-verify=false", "--creds", $"aws:{token}", $"{at}/team/again@{digest}")).ShouldBe(Index(Manifest(layer: "one"), Manifest(layer: "two")).ToJsonString());
    }

    private static async Task<string> PushIndexAsync(PackageWorld world)
    {
        await world.PushAsync("one", "one");
        await world.PushAsync("two", "two");
        return (await world.PutAsync(Index(Manifest(layer: "one"), Manifest(layer: "two")), "all")).Header("Docker-Content-Digest")!;
    }

    private static async Task<string> SkopeoAsync(params string[] arguments)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "skopeo")).FirstOrDefault(File.Exists);
        Assert.SkipUnless(program is not null, "skopeo is not on the PATH.");
        using var process = Process.Start(new ProcessStartInfo(program, ["--insecure-policy", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }
}

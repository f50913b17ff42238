using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sluice.Packages.Contents;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Shapes;
using Sluice.Packages.Tests.Formats.Cargo;
using Sluice.Packages.Tests.Formats.PyPi;
using Sluice.Packages.Tests.Formats.Ruby;

namespace Sluice.Packages.Tests.Upstreams;

/// <summary>Who looks for a file while another one's fetch is under way, and comes to fetch it when that has ended: it is kept while the registry outside is asked what it has, and is given from there, without being fetched again.</summary>
public sealed class KeptMeanwhileTests : IAsyncDisposable
{
    private readonly byte[] _file = Gems.Packed("demo", "1.0");
    private readonly byte[] _wheel = TestFiles.Wheel("demo", "1.0");
    private readonly ConcurrentQueue<string> _asked = [];
    private PackageWorld? _world;
    private LoopbackServer? _outside;

    public async ValueTask DisposeAsync()
    {
        _world?.Dispose();
        await (_outside?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task A_tarball_of_npm()
    {
        await StartAsync("public:npmjs", "/demo", address => new JsonObject
        {
            ["name"] = "demo",
            ["versions"] = new JsonObject { ["1.0.0"] = new JsonObject { ["name"] = "demo", ["version"] = "1.0.0", ["dist"] = new JsonObject { ["tarball"] = $"{address}/file", ["integrity"] = $"sha512-{Convert.ToBase64String(SHA512.HashData(_file))}" } } },
        }.ToJsonString(), PackageFormat.npm, "1.0.0", "package.tgz");

        await GivenAsync("/artifacts/org/npm/main/demo/-/demo-1.0.0.tgz", _file, "/file");
    }

    [Fact]
    public async Task A_gem()
    {
        await StartAsync("public:ruby-gems-org", "/info/demo", _ => $"---\n1.0 |checksum:{Gems.Digest(_file)}\n", PackageFormat.ruby, "1.0", "demo-1.0.gem");

        await GivenAsync($"{Gems.Here}gems/demo-1.0.gem", _file, "/gems/demo-1.0.gem");
    }

    [Fact]
    public async Task A_crate()
    {
        await StartAsync("public:crates-io", "/config.json", address => $$"""{"dl":"{{address}}/file/{version}"}""", PackageFormat.cargo, "1.0.0", "demo-1.0.0.crate");

        await GivenAsync($"{Crates.Here}api/v1/crates/demo/1.0.0/download", _file, "/file/1.0.0");
    }

    [Fact]
    public async Task The_metadata_of_a_wheel()
    {
        var metadata = "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n"u8.ToArray();
        await StartAsync("public:pypi", "/simple/demo/", _ => new JsonObject
        {
            ["meta"] = new JsonObject { ["api-version"] = "1.1" }, ["name"] = "demo",
            ["files"] = new JsonArray(new JsonObject
            {
                ["filename"] = "demo-1.0-py3-none-any.whl", ["url"] = "/file/demo-1.0-py3-none-any.whl", ["hashes"] = new JsonObject { ["sha256"] = Crates.Digest(_wheel) }, ["core-metadata"] = new JsonObject { ["sha256"] = Crates.Digest(metadata) },
            }),
        }.ToJsonString(), PackageFormat.pypi, null, "", metadata);

        await GivenAsync("/artifacts/org/pypi/main/simple/demo/1.0/demo-1.0-py3-none-any.whl.metadata", metadata, "/file/demo-1.0-py3-none-any.whl.metadata");
    }

    private async Task GivenAsync(string path, byte[] file, string outside)
    {
        (await PackageWorld.BodyAsync(await _world!.AskAsync("GET", path))).ShouldBe(file);
        _asked.ShouldNotBeEmpty();
        _asked.ShouldNotContain(outside);
    }

    /// <param name="connection">Which registry outside it is.</param>
    /// <param name="at">What is asked for when the file is kept.</param>
    /// <param name="document">What is there.</param>
    /// <param name="format">The package's format.</param>
    /// <param name="version">Which version is kept; null for its content alone.</param>
    /// <param name="asset">The file's name.</param>
    /// <param name="content">The file.</param>
    private async Task StartAsync(string connection, string at, Func<string, string> document, PackageFormat format, string? version, string asset, byte[]? content = null)
    {
        _outside = await LoopbackServer.StartAsync(async http =>
        {
            _asked.Enqueue(http.Request.Path.Value!);
            if (http.Request.Path == "/de/mo/demo")
            {
                await http.Response.WriteAsync($$"""{"name":"demo","vers":"1.0.0","deps":[],"cksum":"{{Crates.Digest(_file)}}","features":{},"yanked":false}""" + "\n");
            }
            else if (http.Request.Path == at)
            {
                await KeepAsync(connection, format, version, asset, content ?? _file);
                http.Response.ContentType = format is PackageFormat.pypi ? "application/vnd.pypi.simple.v1+json" : null;
                await http.Response.WriteAsync(document(_outside!.Address.TrimEnd('/')));
            }
            else
            {
                await http.Response.Body.WriteAsync(content ?? _file);
            }
        });
        _world = new PackageWorld(new Dictionary<string, Uri> { [connection] = new($"{_outside.Address.TrimEnd('/')}/") });
        await _world.RepositoryAsync("store", external: connection);
        await _world.RepositoryAsync("main", upstreams: ["store"]);
    }

    /// <summary>As the fetch of somebody ends.</summary>
    private async Task KeepAsync(string connection, PackageFormat format, string? version, string asset, byte[] content)
    {
        var stored = await _world!.Get<ContentStore>().WriteAsync("org", content, CancellationToken.None);
        foreach (var repository in version is null ? [] : new[] { "store", "main" })
        {
            await _world.Get<PublishVersion>().RunAsync(
                new Publication(new PackageId("org", repository, format, null, "demo"), version!, [new StoredAsset(asset, stored.Size, stored.Hashes)]) { Origin = VersionOrigin.Taken(connection), TakesMore = true }, CancellationToken.None);
        }
    }
}

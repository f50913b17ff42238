using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Sluice.Packages.Tests.Formats.Cargo;
using Sluice.Packages.Tests.Formats.Ruby;
using Sluice.Packages.Tests.Images;
using Sluice.Packages.Tests.Kills;
using Sluice.Packages.Tests.Formats.NuGet;
using Sluice.Packages.Tests.Formats.PyPi;

namespace Sluice.Packages.Tests.Clients;

/// <summary>Large files are where they are kept, as in an account: each client that is sent there must get them, without handing on the registry's token. The store refuses who does, as S3 does.</summary>
public sealed class RedirectTests : IAsyncLifetime
{
    private static readonly string _noise = Noise(1_500_000);
    private OtherStore _store = null!;
    private PackageWorld _world = null!;
    private RegistryServer _server = null!;
    private string _token = "";

    public async ValueTask InitializeAsync()
    {
        _store = await OtherStore.StartAsync(() => _world.Objects);
        _world = new PackageWorld(wrap: _store.Of);
        await _world.RepositoryAsync();
        _server = await RegistryServer.StartAsync(_world);
        _token = await _world.TokenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _store.DisposeAsync();
        _world.Dispose();
    }

    [Fact]
    public async Task Npm_follows()
    {
        using var npm = Npm.At(_server.Of("npm"), _token);
        await PublishAsync(npm);

        await npm.RunAsync(npm.Project("app", ("package.json", """{"name":"app","version":"1.0.0"}""")), "install", "large");

        _store.Seen.ShouldHaveSingleItem().ShouldStartWith("200 npm/");
    }

    [Fact]
    public async Task Pip_follows()
    {
        using var python = new Python();
        var wheel = python.Write("large-1.0-py3-none-any.whl", TestFiles.Wheel("large", "1.0", module: $"value = '{_noise}'\n"));
        (await python.TwineAsync(_server.Of("pypi"), _token, wheel)).Code.ShouldBe(0);

        var (code, output) = await python.PipAsync(_server.Of("pypi"), _token, "install", "--target", "site", "large");

        code.ShouldBe(0, output);
        _store.Seen.ShouldHaveSingleItem().ShouldStartWith("200 pip/");
    }

    [Fact]
    public async Task Dotnet_follows()
    {
        using var dotnet = new DotnetClient();
        dotnet.Use(_server.Address, "main", _token);
        dotnet.Write("large.nupkg", new Nupkg("Large", "1.0.0") { Files = [("content/noise.txt", _noise)] }.Bytes());
        (await dotnet.RunAsync("nuget", "push", "large.nupkg", "--source", "suite")).ExitCode.ShouldBe(0);
        dotnet.Need("Large", "1.0.0");

        var (code, output) = await dotnet.RestoreAsync();

        code.ShouldBe(0, output);
        _store.Seen.ShouldHaveSingleItem().ShouldStartWith("200 NuGet ");
    }

    [Fact]
    public async Task Maven_follows()
    {
        using var maven = new Maven();
        maven.SignIn(_token);
        (await maven.DeployAsync(_server, maven.Write("app.jar", _noise), "1.0")).Code.ShouldBe(0);

        var (code, output) = await maven.FetchAsync(_server, "1.0");

        code.ShouldBe(0, output);
        _store.Seen.ShouldHaveSingleItem().ShouldStartWith("200 Apache-Maven/");
    }

    [Fact]
    public async Task Curl_follows()
    {
        using var npm = Npm.At(_server.Of("npm"), _token);
        await PublishAsync(npm);
        using var maven = new Maven();

        var (code, output) = await maven.RunAsync(Maven.Program("curl"), ["-sSfL", "-H", $"Authorization: Bearer {_token}", "-o", "large.tgz", $"{_server.Of("npm")}large/-/large-1.0.0.tgz"]);

        code.ShouldBe(0, output);
        _store.Seen.ShouldHaveSingleItem().ShouldStartWith("200 curl/");
    }

    [Fact]
    public async Task Cargo_follows()
    {
        var crate = Crates.Packed("large", "1.0.0", code: $"pub const NOISE: &str = \"{_noise}\";\n");
        (await _world.AskAsync("PUT", $"{Crates.Here}api/v1/crates/new", Crates.Frame(Crates.Metadata("large", "1.0.0"), crate))).Status.ShouldBe(200);
        using var cargo = new CargoClient(_server.Of("cargo"), _token);
        cargo.Project("app", "0.1.0", "[dependencies]\nlarge = \"1\"\n");

        (await cargo.RunAsync("app", "fetch")).Code.ShouldBe(0, cargo.Said);

        _store.Seen.ShouldHaveSingleItem().ShouldStartWith("200 cargo");
    }

    [Fact]
    public async Task Gem_follows()
    {
        await PushGemAsync();
        using var ruby = new RubyClient();

        (await ruby.RunAsync("gem", ["install", "--remote", "--no-document", "--clear-sources", "--source", RubyClient.WithToken(_server.Of("ruby"), _token), "large"])).Code.ShouldBe(0, ruby.Said);

        _store.Seen.ShouldHaveSingleItem().ShouldStartWith("200 Ruby, RubyGems/");
    }

    [Fact]
    public async Task Bundler_follows()
    {
        await PushGemAsync();
        using var ruby = new RubyClient();
        ruby.Write("Gemfile", $"source '{RubyClient.WithToken(_server.Of("ruby"), _token)}'\ngem 'large'\n");

        (await ruby.RunAsync("bundle", ["install", "--path", "vendor"])).Code.ShouldBe(0, ruby.Said);

        _store.Seen.ShouldHaveSingleItem().ShouldStartWith("200 Ruby, RubyGems/");
    }

    [Fact]
    public async Task Skopeo_follows()
    {
        await _world.PushAsync("large", _noise);
        using var folder = new TemporaryFolder();

        var (code, output) = await new Maven().RunAsync(Maven.Program("skopeo"), ["--insecure-policy", "copy", "--src-tls-verify=false", "--src-creds", $"aws:{_token}", $"docker://{new Uri(_server.Address).Authority}/org/main/team/app:large", $"dir:{folder.Path}/out"]);

        code.ShouldBe(0, output);
        _store.Seen.ShouldHaveSingleItem().ShouldStartWith("200 skopeo/");
    }

    [Fact]
    public async Task Podman_follows()
    {
        using var podman = new PodmanImage();
        podman.Need();
        var layer = Encoding.UTF8.GetString(Gems.Tar(Gems.Part("noise.txt", Encoding.UTF8.GetBytes(_noise))));
        var config = $$$"""{"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":["{{{ImageWorld.Digest(Encoding.UTF8.GetBytes(layer))}}}"]}}""";
        await _world.BlobAsync(config);
        await _world.BlobAsync(layer);
        (await _world.PutAsync(ImageWorld.Manifest(config, layer), "large")).Status.ShouldBe(201);

        podman.Run("pull", "--tls-verify=false", "--creds", $"aws:{_token}", $"docker://{new Uri(_server.Address).Authority}/org/main/team/app:large");

        _store.Seen.ShouldHaveSingleItem().ShouldStartWith("200 containers/");
    }

    [Fact]
    public async Task Who_wants_a_part_of_a_blob_is_handed_it()
    {
        var digest = await _world.BlobAsync(_noise);

        (await _world.AskAsync("GET", $"{ImageWorld.Image}/blobs/{digest}", null, ("User-Agent", "containers/5.24.1"), ("Range", "bytes=5-"))).Status.ShouldBe(206);
        (await _world.AskAsync("HEAD", $"{ImageWorld.Image}/blobs/{digest}", null, ("User-Agent", "containers/5.24.1"))).Status.ShouldBe(200);
        (await _world.AskAsync("GET", $"{ImageWorld.Image}/blobs/{digest}", null, ("User-Agent", "docker/27.0"))).Status.ShouldBe(200);

        (await _world.AskAsync("GET", $"{ImageWorld.Image}/blobs/{digest}", null, ("User-Agent", "containers/5.24.1"))).Status.ShouldBe(302);
    }

    [Fact]
    public async Task All_others_are_handed_the_file_and_so_is_who_asks_for_a_small_one()
    {
        using var npm = Npm.At(_server.Of("npm"), _token);
        await PublishAsync(npm);
        (await _world.AskAsync("PUT", "/artifacts/org/npm/main/left", NpmPublication.Document())).Status.ShouldBe(200);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _token);

        (await http.GetAsync($"{_server.Of("npm")}large/-/large-1.0.0.tgz", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("npm/10.8.2");
        (await http.GetAsync($"{_server.Of("npm")}left/-/left-1.0.0.tgz", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);

        _store.Seen.ShouldBeEmpty();
    }

    /// <summary>What no archive makes smaller.</summary>
    private static string Noise(int bytes)
    {
        var noise = new byte[bytes];
        new Random(1).NextBytes(noise);
        return Convert.ToBase64String(noise);
    }

    private async Task PushGemAsync() => (await _world.AskAsync("POST", $"{Gems.Here}api/v1/gems", Gems.Packed("large", "1.0", code: $"NOISE = '{_noise}'\n"))).Status.ShouldBe(200);

    private static async Task PublishAsync(Npm npm)
    {
        await npm.RunAsync(npm.Project("large", ("package.json", """{"name":"large","version":"1.0.0"}"""), ("noise.txt", _noise)), "publish");
        npm.Forget();
    }
}

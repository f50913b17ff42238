using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Shapes;
using Sluice.Packages.Tests.Formats.Ruby;

namespace Sluice.Packages.Tests.Clients;

/// <summary>gem and bundler themselves against a registry of ours.</summary>
public sealed class RubyClientTests : IDisposable
{
    private const string Specification = """
        Gem::Specification.new do |s|
          s.name = "NAME"
          s.version = "VERSION"
          s.summary = "Says hello"
          s.authors = ["Somebody", "and another one"]
          s.homepage = "https://example.com"
          s.licenses = ["MIT"]
          s.metadata = { "source_code_uri" => "https://example.com/src" }
          s.required_ruby_version = ">= 2.5"
          s.files = ["lib/NAME.rb"]
        MORE
        end
        """;

    private readonly PackageWorld _world = new();
    private readonly RubyClient _ruby = new();

    public void Dispose()
    {
        _world.Dispose();
        _ruby.Dispose();
    }

    [Fact]
    public async Task Gems_that_gem_made_are_pushed_found_and_installed_with_what_they_need()
    {
        await using var server = await StartAsync();
        var token = await _world.TokenAsync();
        await BuiltAsync("first", "1.2.0", "");
        await BuiltAsync("second", "0.1", "s.add_dependency 'first', '~> 1.0', '>= 1.1.1'\ns.add_development_dependency 'minitest', '>= 5'");
        await PushedAsync(server, token, "first-1.2.0.gem");
        _ruby.Said.ShouldContain("Successfully registered gem: first (1.2.0)");
        await PushedAsync(server, token, "second-0.1.gem");

        var version = (await _world.Get<PackageStore>().FindVersionAsync(new PackageId("org", "main", PackageFormat.ruby, null, "second"), "0.1", TestContext.Current.CancellationToken)).ShouldNotBeNull().Value;
        version.Dependencies.ShouldBe([new(null, "first", "runtime", "~> 1.0, >= 1.1.1"), new(null, "minitest", "development", ">= 5")], ignoreOrder: true);
        (version.Summary.HomePage, version.Summary.SourceCodeRepository, version.Summary.Licenses.Single().Name).ShouldBe(("https://example.com", "https://example.com/src", "MIT"));

        await GemAsync(server, token, "list", "--remote", "--all");
        _ruby.Said.ShouldContain("first (1.2.0)");
        await GemAsync(server, token, "install", "--remote", "--no-document", "second");
        _ruby.Said.ShouldContain("2 gems installed");
        await SucceededAsync("ruby", ["-e", "require 'second'; puts Second::VALUE; puts Gem.loaded_specs['first'].version"]);
        _ruby.Said.ShouldBe("0.1\n1.2.0\n");
        await GemAsync(server, token, "specification", "--remote", "second");
        _ruby.Said.ShouldContain("- and another one");
    }

    [Fact]
    public async Task Bundler_installs_by_the_compact_index_and_sees_what_is_added()
    {
        await using var server = await StartAsync();
        var token = await _world.TokenAsync();
        await PushedAsync(server, token, _ruby.Write("first-1.2.0.gem", Gems.Packed("first", "1.2.0")));
        await PushedAsync(server, token, _ruby.Write("second-0.1.gem", Gems.Packed("second", "0.1", needs: [("first", ["~> 1.0", ">= 1.1.1"])])));
        _ruby.Write("Gemfile", $"source '{RubyClient.WithToken(server.Of("ruby"), token)}'\ngem 'second'\n");

        await SucceededAsync("bundle", ["install", "--path", "vendor"]);
        File.ReadAllText(Path.Combine(_ruby.Folder, "Gemfile.lock")).ShouldContain("second (0.1)\n      first (~> 1.0, >= 1.1.1)");
        await PushedAsync(server, token, _ruby.Write("first-1.3.0.gem", Gems.Packed("first", "1.3.0")));
        await SucceededAsync("bundle", ["update"]);
        await SucceededAsync("bundle", ["exec", "ruby", "-e", "require 'second'; require 'first'; puts First::VALUE"]);

        _ruby.Said.ShouldContain("1.3.0");
    }

    [Fact]
    public async Task A_gem_of_the_own_platform_is_taken_before_that_of_all()
    {
        await using var server = await StartAsync();
        var token = await _world.TokenAsync();
        await SucceededAsync("ruby", ["-e", "puts Gem::Platform.local"]);
        var platform = _ruby.Said.Trim();
        foreach (var (made, code) in new[] { ("ruby", "any"), (platform, "own"), ("java", "java") })
        {
            await PushedAsync(server, token, _ruby.Write("any.gem", Gems.Packed("native", "1.0", made, code: $"NATIVE = '{code}'\n")));
        }

        await GemAsync(server, token, "install", "--remote", "--no-document", "native");
        await SucceededAsync("ruby", ["-e", "require 'native'; puts NATIVE"]);
        _ruby.Said.ShouldBe("own\n");
        await GemAsync(server, token, "fetch", "native", "--platform", "java");
        File.ReadAllBytes(Path.Combine(_ruby.Folder, "native-1.0-java.gem")).ShouldBe(Gems.Packed("native", "1.0", "java", code: "NATIVE = 'java'\n"));
    }

    [Fact]
    public async Task What_is_yanked_is_found_no_more()
    {
        await using var server = await StartAsync();
        var token = await _world.TokenAsync();
        await PushedAsync(server, token, _ruby.Write("first-1.0.gem", Gems.Packed("first", "1.0")));
        await PushedAsync(server, token, _ruby.Write("first-1.1.gem", Gems.Packed("first", "1.1")));

        await SucceededAsync("gem", ["yank", "first", "-v", "1.1", "--host", server.Of("ruby").TrimEnd('/')], ("GEM_HOST_API_KEY", token));
        _ruby.Said.ShouldContain("Successfully deleted gem: first (1.1)");
        await GemAsync(server, token, "install", "--remote", "--no-document", "first");

        _ruby.Said.ShouldContain("Successfully installed first-1.0");
    }

    [Fact]
    public async Task Lists_of_older_clients_are_what_Ruby_reads()
    {
        await using var server = await StartAsync();
        foreach (var (version, platform) in new[] { ("1.0", "ruby"), ("1.10", "ruby"), ("1.2", "java"), ("2.0.rc1", "ruby") })
        {
            (await _world.AskAsync("POST", $"{Gems.Here}api/v1/gems", Gems.Packed("demo", version, platform, [("rake", [">= 1", "< 3"])]))).Status.ShouldBe(200);
        }

        foreach (var (file, path) in new[] { ("specs", "specs.4.8.gz"), ("latest", "latest_specs.4.8.gz"), ("early", "prerelease_specs.4.8.gz"), ("needs", "api/v1/dependencies?gems=demo,other,a%2Fb") })
        {
            _ruby.Write(file, await PackageWorld.BodyAsync(await _world.AskAsync("GET", Gems.Here + path)));
        }

        await SucceededAsync("ruby", ["-rzlib", "-e", "%w[specs latest early].each { |list| puts Marshal.load(Gem::Util.gunzip(File.binread(list))).map { |gem| gem.join(' ') }.join(', ') }; p Marshal.load(File.binread('needs')).first"]);

        _ruby.Said.ShouldBe("""
            demo 1.0 ruby, demo 1.2 java, demo 1.10 ruby
            demo 1.2 java, demo 1.10 ruby
            demo 2.0.rc1 ruby
            {:name=>"demo", :number=>"1.0", :platform=>"ruby", :dependencies=>[["rake", ">= 1, < 3"]]}

            """);
        (await _world.AskAsync("GET", $"{Gems.Here}api/v1/dependencies?gems={string.Join(',', Enumerable.Range(0, 201).Select(number => $"a{number}"))}")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Refusals_are_shown()
    {
        await using var server = await StartAsync();
        var token = await _world.TokenAsync();
        await PushedAsync(server, token, _ruby.Write("first-1.0.gem", Gems.Packed("first", "1.0")));
        await PushedAsync(server, token, "first-1.0.gem");

        (await PushAsync(server, token, _ruby.Write("first-1.0.gem", Gems.Packed("first", "1.0", code: "other")))).Code.ShouldNotBe(0);
        _ruby.Said.ShouldContain("Publish another version");
        _world.Clock.Moved = TimeSpan.FromHours(13);
        (await PushAsync(server, token, "first-1.0.gem")).Code.ShouldNotBe(0);
        _ruby.Said.ShouldContain("expired at");
    }

    private async Task BuiltAsync(string name, string version, string more)
    {
        _ruby.Write($"lib/{name}.rb", $"module {char.ToUpperInvariant(name[0])}{name[1..]}; VALUE = '{version}'; end\n");
        _ruby.Write($"{name}.gemspec", Specification.Replace("NAME", name, StringComparison.Ordinal).Replace("VERSION", version, StringComparison.Ordinal).Replace("MORE", more, StringComparison.Ordinal));
        await SucceededAsync("gem", ["build", $"{name}.gemspec"]);
    }

    private Task<(int Code, string Output)> PushAsync(RegistryServer server, string token, string gem) => _ruby.RunAsync("gem", ["push", gem, "--host", server.Of("ruby").TrimEnd('/')], ("GEM_HOST_API_KEY", token));

    private async Task PushedAsync(RegistryServer server, string token, string gem) => (await PushAsync(server, token, gem)).Code.ShouldBe(0, _ruby.Said);

    private Task GemAsync(RegistryServer server, string token, params string[] arguments) => SucceededAsync("gem", [.. arguments, "--clear-sources", "--source", RubyClient.WithToken(server.Of("ruby"), token)]);

    private async Task SucceededAsync(string program, string[] arguments, params (string Name, string Value)[] variables) => (await _ruby.RunAsync(program, arguments, variables)).Code.ShouldBe(0, _ruby.Said);

    private async Task<RegistryServer> StartAsync()
    {
        await _world.RepositoryAsync();
        return await RegistryServer.StartAsync(_world);
    }
}
